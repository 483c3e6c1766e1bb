"""What came of a source in a case: who is who, and that nothing is lost, doubled or overwritten unasked."""

from __future__ import annotations

from datetime import date, timedelta

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kzstay.core.case import Case, Ruling, Stay, Traveller
from kzstay.core.problems import problems
from kzstay.imports.merging import Difference, Merged, Wish, merged, recognised
from kzstay.imports.result import Answers, Result
from tests.helpers import case, day, permit, stay, traveller
from tests.imports.results import came, said

TODAY = day("2026-11-22")
ANNA = traveller("DE", stay("2026-05-20", "2026-06-08"), stay("2026-11-11"))
EARLY = stay("2026-02-01", "2026-02-05")
NOTHING = Answers()
APPEND, REPLACE = Wish(), Wish(replace=True)
COUNTRIES = {"", "DE", "GB", "TR"}


def put(before: Case, result: Result, wish: Wish = APPEND, answers: Answers = NOTHING) -> Merged:
    return merged(before, result, TODAY, answers, wish)


def days(one: Traveller) -> list[tuple[str, str | None]]:
    return [(held.entry.isoformat(), held.exit.isoformat() if held.exit else None) for held in one.stays]


def named(one: Traveller, **values: object) -> Traveller:
    return msgspec.structs.replace(one, **values)


# Who is who


def test_somebody_new_is_added_and_everybody_else_stays_as_they_are() -> None:
    before = case(ANNA)
    boris = traveller("GB", stay("2026-03-01", "2026-03-09"), name="Boris Brown")
    found = put(before, came(boris))
    assert found.case.travellers[0] is ANNA
    assert found.case.travellers[1] == boris
    assert found.joined[0].new
    assert found.joined[0].stays == ("added",)


def test_who_is_blank_still_becomes_the_first_that_came() -> None:
    blank = Traveller(name="", citizenship="")
    boris = traveller("GB", stay("2026-03-01", "2026-03-09"), name="Boris Brown")
    found = put(case(blank), came(boris, ANNA))
    assert [one.name for one in found.case.travellers] == ["Boris Brown", "Anna Schmidt"]
    assert found.case.travellers[0].key.number == blank.key.number
    assert found.joined[0].new


@pytest.mark.parametrize(
    ("there", "source", "same"),
    [
        ({}, {}, True),
        ({"name": "SCHMIDT  anna"}, {"name": "Schmidt, Anna"}, True),  # case, signs and spaces
        ({}, {"citizenship": "GB"}, False),
        ({}, {"citizenship": ""}, True),
        ({"born": day("1990-01-01")}, {}, True),
        ({"born": day("1990-01-01")}, {"born": day("1991-01-01")}, False),
        ({"document": "C01"}, {"document": "C02"}, False),
        ({"document": "C01"}, {"document": "c 01", "name": "Anna Maier", "citizenship": "GB"}, True),
        ({"document": "C01"}, {}, True),
        # A passport is renewed
        ({"document": "C01", "born": day("1990-01-01")}, {"document": "C02", "born": day("1990-01-01")}, True),
        ({"native_name": "Анна Шмидт"}, {"name": "Анна Шмидт"}, True),
        ({"unknown": {"id": "a1"}}, {"name": "A", "citizenship": "GB", "unknown": {"id": "a1"}}, True),
    ],
)
def test_a_traveller_is_recognised(there: dict[str, object], source: dict[str, object], same: bool) -> None:
    before = case(named(ANNA, **there))
    found = recognised(before, named(traveller("DE"), **source))
    assert (found == before.travellers[0].key.number) is same


def test_of_two_with_one_name_it_is_the_one_with_the_same_stays() -> None:
    one, other = (
        traveller("DE", stay("2026-01-01", "2026-01-05")),
        traveller("DE", stay("2026-02-01", "2026-02-05")),
    )
    before = case(one, other)
    assert recognised(before, traveller("DE", stay("2026-02-01", "2026-02-05"))) == other.key.number
    assert recognised(before, traveller("DE", stay("2026-03-01", "2026-03-05"))) is None


def test_two_of_a_source_are_never_one_by_their_name_alone() -> None:
    first, second = (
        traveller("DE", stay("2026-01-01", "2026-01-05")),
        traveller("DE", stay("2026-02-01", "2026-02-05")),
    )
    found = put(case(ANNA), came(first, second))
    assert [one.new for one in found.joined] == [False, True]


def test_a_source_without_a_name_goes_to_the_traveller_who_is_chosen() -> None:
    boris = traveller("GB", name="Boris Brown")
    before = case(ANNA, boris)
    source = came(Traveller(name="", citizenship="", stays=(stay("2026-03-01", "2026-03-09"),)))
    found = put(before, source, Wish(into=boris.key.number))
    assert found.case.travellers[0] is ANNA
    assert days(found.case.travellers[1]) == [("2026-03-01", "2026-03-09")]
    assert found.case.travellers[1].name == "Boris Brown"


def test_a_new_traveller_can_be_asked_for() -> None:
    found = put(case(ANNA), came(ANNA), Wish(apart=True))
    one, other = found.case.travellers
    assert one is ANNA
    assert other == ANNA
    assert other.key.number != one.key.number
    assert not {held.key.number for held in one.stays} & {held.key.number for held in other.stays}


# Who they are


def test_what_is_not_known_of_a_person_is_filled_and_what_differs_is_told_and_kept() -> None:
    there = named(ANNA, document="C01", born=day("1990-01-01"))
    source = named(
        traveller("GB"),
        name="Anna Maier",
        document="C01",
        born=day("1990-01-02"),
        native_name="Анна",
        passport="service",
    )
    found = put(case(there), came(source))
    after = found.case.travellers[0]
    assert (after.name, after.citizenship, after.born) == ("Anna Schmidt", "DE", day("1990-01-01"))
    assert after.native_name == "Анна"
    assert found.joined[0].filled == ("native_name",)
    assert found.joined[0].differs == (
        Difference("name", "Anna Schmidt", "Anna Maier"),
        Difference("citizenship", "DE", "GB"),
        Difference("born", day("1990-01-01"), day("1990-01-02")),
        Difference("passport", "national", "service"),
    )


def test_a_stay_on_another_passport_keeps_it() -> None:
    there, source = (
        named(ANNA, document="C01"),
        named(traveller("TR", stay("2026-03-01", "2026-03-09")), document="C01"),
    )
    found = put(case(there), came(source))
    assert found.case.travellers[0].citizenship == "DE"
    assert found.case.travellers[0].stays[0].citizenship == "TR"


# Stays


def test_stays_come_in_their_place_and_those_that_are_there_are_doubles() -> None:
    found = put(
        case(ANNA), came(traveller("DE", stay("2026-05-20", "2026-06-08"), stay("2026-08-01", "2026-08-05")))
    )
    after = found.case.travellers[0]
    assert days(after) == [("2026-05-20", "2026-06-08"), ("2026-08-01", "2026-08-05"), ("2026-11-11", None)]
    assert found.joined[0].stays == ("double", "added")
    assert after.stays[0] is ANNA.stays[0]
    assert after.stays[2] is ANNA.stays[1]
    assert after.key.number == ANNA.key.number


def test_what_a_double_knows_more_is_taken_up_and_nothing_else() -> None:
    there = traveller("DE", stay("2026-05-20", "2026-06-08", note="by train"))
    source = traveller("DE", stay("2026-05-20", "2026-06-08", note="by car", notified="2026-05-21"))
    found = put(case(there), came(source))
    (after,) = found.case.travellers[0].stays
    assert (after.note, after.notified) == ("by train", day("2026-05-21"))
    assert after.key.number == there.stays[0].key.number
    assert found.joined[0].stays == ("completed",)


def test_a_stay_that_goes_on_gets_its_exit_and_one_that_ended_keeps_it() -> None:
    found = put(case(ANNA), came(traveller("DE", stay("2026-05-20"), stay("2026-11-11", "2026-11-20"))))
    assert days(found.case.travellers[0]) == [("2026-05-20", "2026-06-08"), ("2026-11-11", "2026-11-20")]
    assert found.joined[0].stays == ("double", "completed")


CLASH = came(traveller("DE", stay("2026-06-01", "2026-06-20")))


def test_a_stay_over_another_is_asked_about() -> None:
    found = put(case(ANNA), CLASH)
    assert found.case is not None
    assert found.case.travellers == (ANNA,)
    assert found.joined[0].stays == ("asked",)
    (asked,) = found.questions
    assert (asked.code, asked.values, asked.person) == ("clash", ("keep", "replace"), "Anna Schmidt")
    assert asked.at.line == 2
    assert asked.stays == (
        (day("2026-05-20"), day("2026-06-08")),
        (day("2026-06-01"), day("2026-06-20")),
    )


def test_either_stay_of_two_may_be_the_right_one() -> None:
    question = put(case(ANNA), CLASH).questions[0].id
    kept = put(case(ANNA), CLASH, answers=said({question: "keep"}))
    assert kept.case.travellers == (ANNA,)
    assert kept.joined[0].stays == ("kept",)
    assert not kept.questions
    new = put(case(ANNA), CLASH, answers=said({question: "replace"}))
    assert days(new.case.travellers[0])[0] == ("2026-06-01", "2026-06-20")
    assert new.case.travellers[0].stays[0].key.number == ANNA.stays[0].key.number
    assert new.joined[0].stays == ("replaced",)


def test_one_stay_can_take_the_place_of_several() -> None:
    there = traveller(
        "DE", stay("2026-05-01", "2026-05-08"), stay("2026-05-08", "2026-05-20"), stay("2026-07-01", "2026-07-02")
    )
    source = came(traveller("DE", stay("2026-05-03", "2026-05-30")))
    (asked,) = put(case(there), source).questions
    assert len(asked.stays) == 3
    new = put(case(there), source, answers=said({asked.id: "replace"}))
    assert days(new.case.travellers[0]) == [("2026-05-03", "2026-05-30"), ("2026-07-01", "2026-07-02")]


def test_clashes_of_one_row_are_one_question() -> None:
    source = came(traveller("DE", stay("2026-06-01", "2026-06-20"), stay("2026-05-01", "2026-05-21")))
    source = msgspec.structs.replace(source, taken=())
    (asked,) = put(case(ANNA), source).questions
    assert len(asked.stays) == 3


def test_where_no_exit_is_known_both_may_be_right() -> None:
    source = came(traveller("DE", stay("2026-11-15", "2026-11-18")))
    (asked,) = put(case(ANNA), source).questions
    assert asked.values == ("keep", "replace", "both")
    both = put(case(ANNA), source, answers=said({asked.id: "both"}))
    assert len(both.case.travellers[0].stays) == 3
    new = put(case(ANNA), source, answers=said({asked.id: "replace"}))
    assert days(new.case.travellers[0])[-1] == ("2026-11-15", "2026-11-18")


def test_one_that_goes_on_before_another_that_is_there_is_asked_about() -> None:
    (asked,) = put(case(ANNA), came(traveller("DE", stay("2026-09-01")))).questions
    assert asked.values == ("keep", "replace", "both")


def test_what_is_planned_is_no_reason_to_ask() -> None:
    source = came(traveller("DE", stay("2027-02-01", "2027-02-10")))
    assert put(case(ANNA), source).joined[0].stays == ("added",)
    planned = traveller("DE", stay("2027-02-01", "2027-02-10"))
    assert put(case(planned), came(traveller("DE", stay("2026-11-11")))).joined[0].stays == ("added",)


def test_out_and_in_again_on_one_day_is_no_clash() -> None:
    found = put(
        case(ANNA), came(traveller("DE", stay("2026-06-08", "2026-06-08"), stay("2026-06-08", "2026-06-12")))
    )
    assert found.joined[0].stays == ("added", "added")


def test_a_stay_that_a_file_knows_by_its_id_is_the_same_one() -> None:
    there = traveller("DE", named_stay("2026-05-20", "2026-06-08", "s1"))
    source = came(traveller("DE", named_stay("2026-07-20", "2026-08-08", "s1")))
    (asked,) = put(case(there), source).questions
    new = put(case(there), source, answers=said({asked.id: "replace"}))
    assert days(new.case.travellers[0]) == [("2026-07-20", "2026-08-08")]
    assert new.case.travellers[0].stays[0].unknown == {"id": "s1"}


def test_no_id_is_given_twice() -> None:
    boris = traveller("GB", named_stay("2026-05-20", "2026-06-08", "s1"), name="Boris Brown")
    found = put(case(boris), came(traveller("DE", named_stay("2026-05-20", "2026-06-08", "s1"))))
    assert found.case.travellers[1].stays[0].unknown == {}


def named_stay(first: str, last: str, known: str) -> Stay:
    return msgspec.structs.replace(stay(first, last), unknown={"id": known})


# Permits and rulings


def test_permits_are_added_once_and_asked_about_where_they_overlap() -> None:
    there = traveller("DE", permits=[permit("2026-01-01", "2026-12-31", "rvp")])
    again = put(case(there), came(traveller("DE", permits=[permit("2026-01-01", "2026-12-31", "rvp")])))
    assert again.case.travellers[0] is there
    assert again.joined[0].permits == ("double",)
    other = put(case(there), came(traveller("DE", permits=[permit("2026-02-01", "2026-12-31")])))
    assert other.joined[0].permits == ("added",)
    source = came(traveller("DE", permits=[permit("2026-06-01", "2027-05-31", "rvp")]))
    over = put(case(there), source)
    assert over.joined[0].permits == ("asked",)
    (asked,) = over.questions
    assert (asked.code, asked.at.line) == ("permit-clash", 2)
    for answer, fate, number in (("keep", "kept", 1), ("replace", "replaced", 1), ("both", "added", 2)):
        found = put(case(there), source, answers=said({asked.id: answer}))
        assert found.joined[0].permits == (fate,)
        assert len(found.case.travellers[0].permits) == number


def test_what_is_not_known_of_a_permit_is_filled() -> None:
    there = traveller("DE", permits=[permit("2026-01-01", "2026-12-31")])
    source = msgspec.structs.replace(permit("2026-01-01", "2026-12-31"), days=30)
    found = put(case(there), came(traveller("DE", permits=[source])))
    assert found.joined[0].permits == ("completed",)
    assert found.case.travellers[0].permits[0].days == 30
    assert found.permits("completed") == 1


def test_rulings_are_added_once() -> None:
    fine, warning = Ruling(kind="fine", served=day("2026-03-01")), Ruling(kind="warning", served=day("2026-03-01"))
    there = named(ANNA, rulings=(fine,))
    found = put(case(there), came(named(traveller("DE"), rulings=(msgspec.structs.replace(fine), warning))))
    assert found.joined[0].rulings == ("double", "added")
    assert found.case.travellers[0].rulings == (fine, warning)


# Replacing


def test_what_came_takes_the_place_of_what_was_there() -> None:
    there = named(
        traveller("DE", stay("2026-05-20", "2026-06-08", notified="2026-05-21"), stay("2026-11-11")),
        permits=(permit("2026-01-01", "2026-12-31"),),
    )
    boris = traveller("GB", stay("2026-03-01", "2026-03-09"), name="Boris Brown")
    source = came(traveller("DE", stay("2026-05-20", "2026-06-08"), stay("2026-08-01", "2026-08-05")))
    found = put(case(there, boris), source, REPLACE)
    after, other = found.case.travellers
    assert other is boris
    assert days(after) == [("2026-05-20", "2026-06-08"), ("2026-08-01", "2026-08-05")]
    assert after.stays[0].key.number == there.stays[0].key.number
    assert after.stays[0].notified == day("2026-05-21")
    assert after.permits == there.permits  # of which the source says nothing
    assert found.joined[0].gone == 1
    assert found.joined[0].stays == ("double", "added")
    assert found.stays("added", "double") == 2


def test_permits_take_the_place_of_permits() -> None:
    there = traveller("DE", permits=[permit("2026-01-01", "2026-12-31"), permit("2025-01-01", "2025-12-31")])
    source = traveller("DE", permits=[permit("2026-01-01", "2026-12-31"), permit("2024-01-01", "2024-12-31")])
    found = put(case(there), came(source), REPLACE)
    assert [one.first.year for one in found.case.travellers[0].permits] == [2026, 2024]
    assert found.case.travellers[0].permits[0].key.number == there.permits[0].key.number
    assert found.joined[0].gone == 1


def test_a_second_part_about_somebody_does_not_take_the_place_of_the_first() -> None:
    one = named(traveller("DE", stay("2026-01-01", "2026-01-05")), document="C01")
    other = named(traveller("DE", stay("2026-02-01", "2026-02-05")), document="C01")
    found = put(case(named(ANNA, document="C01")), came(one, other), REPLACE)
    assert days(found.case.travellers[0]) == [("2026-01-01", "2026-01-05"), ("2026-02-01", "2026-02-05")]


# Whatever came


@st.composite
def people(draw: st.DrawFn, planned: bool = False) -> Traveller:
    """Stays in order, some a day apart, some sharing a day, each perhaps open."""
    stays: list[Stay] = []
    entry = date(2026, 1, 1) + timedelta(draw(st.integers(0, 20)))
    for _ in range(draw(st.integers(0, 4))):
        entry += timedelta(draw(st.integers(0, 12)))
        leaving = entry + timedelta(draw(st.integers(0, 12)))
        stays.append(Stay(entry=entry, exit=None if draw(st.integers(0, 5)) == 0 else leaving))
        entry = leaving
    permits = [permit(f"2026-0{draw(st.integers(1, 9))}-01", "2026-12-31") for _ in range(draw(st.integers(0, 1)))]
    return Traveller(
        name=draw(st.sampled_from(["", "Anna", "Boris"])),
        citizenship=draw(st.sampled_from(["", "DE", "GB"])),
        document=draw(st.sampled_from(["", "", "C01"])),
        stays=tuple(stays),
        permits=tuple(permits),
    )


cases = st.lists(people(), min_size=1, max_size=3).map(lambda found: Case(travellers=tuple(found)))
results = st.lists(people(), max_size=3).map(lambda found: came(*found))
wishes = st.sampled_from([APPEND, REPLACE])
choices = st.sampled_from(["", "keep", "replace", "both"])


def answered(before: Case, result: Result, wish: Wish, choice: str) -> tuple[Merged, Answers]:
    """Answer every question alike until none is left, or none is answered."""
    answers: dict[str, str] = {}
    found = put(before, result, wish)
    while fresh := {one.id: choice for one in found.questions if choice and one.id not in answers}:
        answers |= fresh
        found = put(before, result, wish, said(answers))
    return found, said(answers)


@given(cases, results, wishes, choices)
def test_no_overlap_comes_of_it(before: Case, result: Result, wish: Wish, choice: str) -> None:
    found, _ = answered(before, result, wish, choice)
    was, now = (
        {one.code for one in problems(held, COUNTRIES, TODAY) if one.code in ("overlap", "exit-before-entry")}
        for held in (before, found.case)
    )
    assert now <= was


def is_somebody(one: Traveller) -> bool:
    """Tell whether there is anything that somebody could be known by again."""
    return bool(one.name or one.stays)


# Of two who are alike in all that a person is known by, nobody can tell which was which the first time
told_apart = st.lists(people().filter(is_somebody), max_size=3, unique_by=lambda one: one.name)


@given(cases, told_apart.map(lambda found: came(*found)), choices)
def test_the_same_twice_adds_nothing(before: Case, result: Result, choice: str) -> None:
    once, answers = answered(before, result, APPEND, choice)
    again = put(once.case, result, APPEND, answers)
    assert len(again.case.travellers) == len(once.case.travellers)
    assert again.stays("added") == 0 or choice == "keep"
    assert again.permits("added") == 0


@given(cases, results)
def test_appending_takes_nothing_away(before: Case, result: Result) -> None:
    found = put(before, result).case
    for was, now in zip(before.travellers, found.travellers, strict=False):
        assert was.key.number == now.key.number
        assert {held.key.number for held in was.stays} <= {held.key.number for held in now.stays}
        assert {held.key.number for held in was.permits} <= {held.key.number for held in now.permits}
        held = {one.key.number: one for one in now.stays}
        for one in was.stays:
            after = held[one.key.number]
            assert after.entry == one.entry
            assert one.exit in (None, after.exit)


@given(cases, results, wishes)
def test_every_key_is_there_once(before: Case, result: Result, wish: Wish) -> None:
    found = put(before, result, wish).case
    keys = [one.key.number for one in found.travellers]
    keys += [held.key.number for one in found.travellers for held in (*one.stays, *one.permits)]
    assert len(keys) == len(set(keys))


@given(cases, results, wishes)
def test_each_that_came_is_told_of(before: Case, result: Result, wish: Wish) -> None:
    found = put(before, result, wish)
    nobody = Traveller(name="", citizenship="")
    assert [one.came for one in found.joined] == [n for n, one in enumerate(result.travellers) if one != nobody]
    for one in found.joined:
        source = result.travellers[one.came]
        assert len(one.stays) == len(one.keys) == len(source.stays)
        assert len(one.permits) == len(source.permits)


def test_who_was_put_in_the_place_of_a_blank_one_stays_there() -> None:
    nameless = Traveller(name="", citizenship="", permits=(permit("2026-01-01", "2026-12-31", "rvp"),))
    found = put(case(Traveller(name="", citizenship="")), came(nameless, traveller("DE")))
    assert [len(one.permits) for one in found.case.travellers] == [1, 0]
