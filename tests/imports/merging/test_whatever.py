"""Whatever comes of a source, nothing in a case is lost, doubled or overwritten unasked."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from kzstay.core.case import Case, Stay, Traveller
from kzstay.core.problems import problems
from kzstay.imports.merging import Merged, Wish
from kzstay.imports.result import Answers, Result
from tests.helpers import case, permit, traveller
from tests.imports.merging.putting import APPEND, COUNTRIES, REPLACE, TODAY, put
from tests.imports.results import came, said


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


# Of two who are alike in all that a person is known by, nobody can tell which was which the first time; and of one
# source nobody comes twice with the number of one passport
told_apart = st.lists(
    people().filter(is_somebody),
    max_size=3,
    unique_by=(lambda one: one.name, lambda one: one.document or id(one)),
)


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
