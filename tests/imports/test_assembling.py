"""What sources say, put together to travellers."""

from __future__ import annotations

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from kzstay.bundled import countries
from kzstay.core.case import Case, Stay
from kzstay.core.days import DAY
from kzstay.core.problems import problems
from kzstay.imports.assembling import assembled
from kzstay.imports.result import Answers, Evidence, FoundStay, Origin, Person, Refused, Result
from tests.helpers import day, stay
from tests.imports.building import NOTHING_SAID, TODAY, asked, days_of, found, found_permit, into, out, table

ANNA = Person(name="Anna Schmidt", citizenship="DE")


def result(*stays: FoundStay, answers: Answers = NOTHING_SAID) -> Result:
    return assembled([table(*stays)], answers)


# Who is who


def test_rows_of_one_number_are_one_person_however_the_name_is_spelt() -> None:
    rows = [
        found("2026-03-01", "2026-03-09", person=Person(number="1012", name="ИВАНОВА Мария", citizenship="RU")),
        found(
            "2026-05-01", "2026-05-09", line=2, person=Person(number="1012", name="Ivanova M.", document="00 02")
        ),
        found("2026-05-01", "2026-05-09", line=3, person=Person(number="1020", name="ИВАНОВА Мария")),
    ]
    came = result(*rows)
    assert [(one.name, one.document, len(one.stays)) for one in came.travellers] == [
        ("ИВАНОВА Мария", "00 02", 2),
        ("ИВАНОВА Мария", "", 1),
    ]
    assert asked(came) == ["citizenship"]  # of the other one


def test_without_a_number_the_passport_tells_and_then_the_name_with_what_does_not_speak_against_it() -> None:
    people = [
        Person(name="Li Na", document="E 1"),
        Person(name="LI NA", document="e1"),
        Person(name="Wei", citizenship="CN"),
        Person(name="wei ", citizenship="CN"),
        Person(name="Wei", citizenship="CN", born=day("1990-01-01")),
    ]
    rows = [found(f"2026-0{number}-01", f"2026-0{number}-02", person=one) for number, one in enumerate(people, 1)]
    assert [len(one.stays) for one in result(*rows).travellers] == [2, 3]


def test_rows_without_a_name_are_of_one_person_who_gets_the_name_that_is_given() -> None:
    rows = found("2026-03-01", "2026-03-09"), found("2026-04-01", "2026-04-09")
    came = result(*rows, answers=Answers(traveller="Anna", citizenship="DE"))
    assert [(one.name, one.citizenship) for one in came.travellers] == [("Anna", "DE")]
    assert came.whole


def test_where_there_are_names_the_one_that_is_given_is_whom_it_is_about() -> None:
    rows = found("2026-03-01", person=ANNA), found("2026-04-01", person=Person(name="Li", citizenship="CN"))
    assert [one.name for one in result(*rows, answers=Answers(traveller="li")).travellers] == ["Li"]


def test_a_citizenship_that_is_not_given_is_asked_for_and_left_open() -> None:
    came = result(found("2026-03-01", person=Person(name="Li", nationality="Elbonian")))
    assert [one.citizenship for one in came.travellers] == [""]
    (question,) = came.questions
    assert (question.code, question.person, question.samples) == ("citizenship", "Li", ("Elbonian",))
    answered = result(found("2026-03-01", person=Person(name="Li")), answers=Answers(chosen={question.id: "CN"}))
    assert [one.citizenship for one in answered.travellers] == ["CN"]


def test_another_passport_is_that_of_the_stay_on_which_it_was_shown() -> None:
    other = Person(number="7", name="Max", citizenship="RU", passport="service")
    rows = (
        found("2026-03-01", "2026-03-09", person=Person(number="7", name="Max", citizenship="DE")),
        found("2026-05-01", "2026-05-09", person=other),
    )
    (max_,) = result(*rows).travellers
    assert [(one.citizenship, one.passport) for one in max_.stays] == [(None, None), ("RU", "service")]


def test_a_person_of_whom_no_days_are_told_comes_too() -> None:
    evidence = Evidence(
        kind="table", people=((Origin(2), ANNA),), permits=(found_permit("2026-01-01", "2026-12-31"),)
    )
    came = assembled([evidence], NOTHING_SAID)
    assert [(one.name, len(one.permits)) for one in came.travellers] == [("", 1), ("Anna Schmidt", 0)]


# Their days


def test_stays_come_in_order_each_once() -> None:
    came = result(
        found("2026-05-01", "2026-05-09", line=2),
        found("2026-03-01", "2026-03-09", line=3),
        found("2026-05-01", "2026-05-09", line=4),
    )
    assert days_of(came) == [("2026-03-01", "2026-03-09"), ("2026-05-01", "2026-05-09")]
    assert [(one.code, one.at.line, one.other) for one in came.left] == [("double", 4, 2)]
    assert came.rows == 2


def test_a_stay_that_lacks_its_exit_says_no_more_than_the_same_one_with_it() -> None:
    came = result(found("2026-05-01", "2026-05-09"), found("2026-05-01", line=2))
    assert days_of(came) == [("2026-05-01", "2026-05-09")]
    again = result(found("2026-05-01", "2026-05-01"), found("2026-05-01", line=2))
    assert days_of(again) == [("2026-05-01", "2026-05-01"), ("2026-05-01", None)]


def test_what_cannot_be_so_is_refused_with_its_row() -> None:
    backwards = found("2026-05-09", "2026-05-01", line=5)
    ancient = FoundStay(at=Origin(6), stay=stay("1890-05-01", "2026-05-09"))
    early = FoundStay(at=Origin(7), stay=stay("2026-05-01", "2026-05-09", notified="1026-05-02"))
    came = result(backwards, ancient, early, answers=Answers(citizenship="DE"))
    assert [(one.code, one.at.line, one.field) for one in came.refused] == [
        ("exit-before-entry", 5, "exit"),
        ("year", 6, "entry"),
        ("year", 7, "notified"),
    ]
    assert days_of(came) == []


def test_stays_over_each_other_are_asked_about_and_none_is_taken() -> None:
    rows = found("2026-03-01", "2026-03-09", line=2), found("2026-03-05", "2026-03-20", line=3)
    came = result(*rows)
    assert days_of(came) == []
    question = came.questions[0]
    assert (question.code, question.at.line, question.values) == ("overlap", 3, ("first", "second", "joined"))
    chosen = {
        value: days_of(result(*rows, answers=Answers(chosen={question.id: value}))) for value in question.values
    }
    assert chosen == {
        "first": [("2026-03-01", "2026-03-09")],
        "second": [("2026-03-05", "2026-03-20")],
        "joined": [("2026-03-01", "2026-03-20")],
    }


def test_a_shared_day_is_out_and_in_again() -> None:
    came = result(found("2026-03-01", "2026-03-09"), found("2026-03-09", "2026-03-20"))
    assert days_of(came) == [("2026-03-01", "2026-03-09"), ("2026-03-09", "2026-03-20")]


def test_an_exit_that_is_missing_before_a_later_entry_is_asked_for_once() -> None:
    evidence = table(found("2026-06-01", "2026-06-09"), crossings=(into("2026-03-05", line=7), into("2026-04-05")))
    came = assembled([evidence], NOTHING_SAID)
    assert days_of(came) == [("2026-03-05", None), ("2026-04-05", None), ("2026-06-01", "2026-06-09")]
    assert asked(came) == ["missing-exit", "missing-exit", "citizenship"]
    open_ = next(one for one in came.questions if one.at.line == 1)
    closed = assembled([evidence], Answers(chosen={open_.id: "2026-04-09"}))
    assert days_of(closed)[1] == ("2026-04-05", "2026-04-09")


def test_the_crossings_of_two_people_are_two_walks() -> None:
    li, wei = Person(name="Li"), Person(name="Wei")
    crossings = (
        into("2026-03-01", person=li),
        into("2026-03-02", person=wei),
        out("2026-03-05", person=li),
        out("2026-03-06", person=wei),
    )
    came = assembled([table(crossings=crossings)], Answers(citizenship="CN"))
    assert [days_of(came, number) for number in (0, 1)] == [
        [("2026-03-01", "2026-03-05")],
        [("2026-03-02", "2026-03-06")],
    ]


def test_permits_come_once_and_in_order_and_a_backward_one_is_refused() -> None:
    evidence = Evidence(
        kind="table",
        permits=(
            found_permit("2026-05-15", "2027-05-14"),
            found_permit("2026-05-15", "2027-05-14", line=2),
            found_permit("2025-05-15", "2026-05-14", line=3),
            found_permit("2025-05-15", "2024-05-14", line=4),
        ),
    )
    came = assembled([evidence], NOTHING_SAID)
    assert [one.first.year for one in came.travellers[0].permits] == [2025, 2026]
    assert [(one.code, one.at.line) for one in came.refused] == [("exit-before-entry", 4)]


def test_what_the_readers_refused_and_asked_goes_on() -> None:
    refused = Refused(code="no-date", at=Origin(4), value="soon")
    came = assembled([Evidence(kind="text", refused=(refused,))], NOTHING_SAID)
    assert came.refused == (refused,)
    assert not came.whole


FIRST = day("2025-01-01")
STAYS = st.lists(
    st.tuples(st.integers(0, 300), st.one_of(st.none(), st.integers(0, 60)), st.sampled_from(["", "Li", "Wei"])),
    max_size=14,
)


@given(STAYS)
def test_whatever_comes_is_a_case_that_may_be_opened(rows: list[tuple[int, int | None, str]]) -> None:
    stays = [
        FoundStay(
            at=Origin(line),
            person=Person(name=name, citizenship="DE"),
            stay=Stay(
                entry=FIRST + DAY * first,
                exit=None if length is None else FIRST + DAY * (first + length),
            ),
        )
        for line, (first, length, name) in enumerate(rows, 1)
    ]
    came = result(*stays)
    assert problems(Case(travellers=came.travellers), countries(), TODAY) == []
    told = {one.at.line for one in (*came.taken, *came.left, *came.refused, *came.questions)}
    hung = {stay for question in came.questions for stay in question.stays}
    lost = [one for one in stays if one.at.line not in told and (one.stay.entry, one.stay.exit) not in hung]
    assert lost == []
    again = result(*(msgspec.structs.replace(one) for one in stays))
    assert again == came
