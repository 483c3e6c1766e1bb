"""Crossings in any order made stays."""

from __future__ import annotations

from datetime import date
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from kzstay.core.days import DAY
from kzstay.imports.crossings import Paired, paired
from kzstay.imports.result import Answers, Crossing, Origin
from tests.helpers import day
from tests.imports.building import NOTHING_SAID, into, out


def days(found: Paired) -> list[tuple[str, str | None]]:
    return [
        (one.stay.entry.isoformat(), one.stay.exit.isoformat() if one.stay.exit else None) for one in found.stays
    ]


def test_newest_first_or_oldest_first_is_the_same() -> None:
    crossings = [into("2026-03-05"), out("2026-03-28"), into("2026-08-15"), out("2026-09-03"), into("2026-10-31")]
    expected = [("2026-03-05", "2026-03-28"), ("2026-08-15", "2026-09-03"), ("2026-10-31", None)]
    assert days(paired(crossings, NOTHING_SAID)) == expected
    assert days(paired(crossings[::-1], NOTHING_SAID)) == expected
    assert paired(crossings, NOTHING_SAID).questions == ()


def test_on_one_day_whoever_is_outside_comes_first_and_whoever_is_inside_leaves_first() -> None:
    found = paired([out("2026-04-24"), into("2026-04-24")], NOTHING_SAID)
    assert days(found) == [("2026-04-24", "2026-04-24")]
    visit = [into("2026-04-01"), into("2026-04-24"), out("2026-04-24"), out("2026-05-01")]
    assert days(paired(visit, NOTHING_SAID)) == [("2026-04-01", "2026-04-24"), ("2026-04-24", "2026-05-01")]


def test_times_say_which_is_first() -> None:
    crossings = [out("2026-04-24", minutes=60), into("2026-04-24", minutes=600), out("2026-05-01")]
    found = paired(crossings, NOTHING_SAID)
    assert days(found) == [("2026-04-24", "2026-05-01")]
    assert [(one.code, one.days) for one in found.questions] == [("missing-entry", (day("2026-04-24"),))]


def test_an_exit_that_is_missing_is_asked_for_and_its_entry_kept() -> None:
    found = paired([into("2026-06-15", line=3), into("2026-09-02", line=2), out("2026-09-17")], NOTHING_SAID)
    assert days(found) == [("2026-06-15", None), ("2026-09-02", "2026-09-17")]
    (question,) = found.questions
    assert question.code == "missing-exit"
    assert question.at.line == 3
    assert question.days == (day("2026-06-15"), day("2026-09-02"))
    assert question.stays == ((day("2026-06-15"), None),)


def test_an_entry_that_is_missing_is_asked_for_and_no_stay_is_made() -> None:
    found = paired([into("2026-03-05"), out("2026-03-28"), out("2026-05-14", line=3)], NOTHING_SAID)
    assert days(found) == [("2026-03-05", "2026-03-28")]
    (question,) = found.questions
    assert (question.code, question.days) == ("missing-entry", (day("2026-03-28"), day("2026-05-14")))


def test_an_answer_closes_the_gap() -> None:
    crossings = [
        into("2026-03-05", line=1),
        into("2026-04-01", line=2),
        out("2026-04-09"),
        out("2026-06-01", line=4),
    ]
    for question in paired(crossings, NOTHING_SAID).questions:
        wrong = Answers(chosen={question.id: "2020-01-01"})
        assert question in paired(crossings, wrong).questions
        assert question in paired(crossings, Answers(chosen={question.id: "soon"})).questions
    chosen = {"missing-exit:1": "2026-03-20", "missing-entry:4": "2026-05-20"}
    found = paired(crossings, Answers(chosen=chosen))
    assert found.questions == ()
    assert days(found) == [
        ("2026-03-05", "2026-03-20"),
        ("2026-04-01", "2026-04-09"),
        ("2026-05-20", "2026-06-01"),
    ]


def test_what_stands_there_twice_is_one() -> None:
    crossings = [
        into("2026-03-05"),
        out("2026-03-28", line=2),
        out("2026-03-28", line=3, place="Korday", minutes=9),
    ]
    found = paired(crossings, NOTHING_SAID)
    assert days(found) == [("2026-03-05", "2026-03-28")]
    assert found.stays[0].stay.exit_checkpoint == "Korday"
    assert [(one.code, one.at.line, one.other) for one in found.left] == [("double", 3, 2)]


def test_two_places_on_one_day_are_two_crossings() -> None:
    twice = [out("2026-03-28", place="Korday"), out("2026-03-28", line=2, place="Almaty")]
    found = paired([into("2026-03-05"), *twice], NOTHING_SAID)
    assert found.left == ()
    assert [one.code for one in found.questions] == ["missing-entry"]


def test_the_notes_and_places_of_both_ends_go_with_the_stay() -> None:
    first = Crossing(at=Origin(1), day=day("2026-03-05"), into=True, place="Korday", note="page 7")
    last = Crossing(at=Origin(2), day=day("2026-03-28"), into=False, place="Almaty", note="page 8")
    (found,) = paired([last, first], NOTHING_SAID).stays
    assert (found.stay.checkpoint, found.stay.exit_checkpoint) == ("Korday", "Almaty")
    assert found.stay.note == "page 7 · page 8"
    assert (found.at, found.also) == (Origin(1), Origin(2))


@given(st.sets(st.integers(0, 3000), min_size=2, max_size=40), st.integers())
def test_stays_come_back_from_their_crossings_in_any_order(offsets: set[int], seed: int) -> None:
    line = sorted(date(2019, 1, 1) + DAY * offset for offset in offsets)
    stays = list(zip(line[::2], line[1::2], strict=False))
    crossings = [one for entry, last in stays for one in (into(entry.isoformat()), out(last.isoformat()))]
    Random(seed).shuffle(crossings)
    found = paired(crossings, NOTHING_SAID)
    assert [(one.stay.entry, one.stay.exit) for one in found.stays] == stays
    assert found.questions == ()


@given(st.lists(st.tuples(st.integers(0, 30), st.booleans()), max_size=12))
def test_nothing_that_was_crossed_is_lost_or_made_up(given_days: list[tuple[int, bool]]) -> None:
    crossings = [
        Crossing(at=Origin(line), day=date(2026, 1, 1) + DAY * offset, into=way)
        for line, (offset, way) in enumerate(given_days, 1)
    ]
    found = paired(crossings, NOTHING_SAID)
    told = {one.at.line for one in found.stays} | {one.also.line for one in found.stays if one.also}
    told |= {one.at.line for one in found.left} | {one.at.line for one in found.questions}
    assert told == set(range(1, len(crossings) + 1))
    days_of_crossings = {crossing.day for crossing in crossings}
    assert {one.stay.entry for one in found.stays} <= days_of_crossings
    assert {one.stay.exit for one in found.stays if one.stay.exit} <= days_of_crossings
