"""Permits, rulings and changes of address as rows: what each kind has, and to which stay a day belongs."""

from __future__ import annotations

from datetime import date
from typing import get_args

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kzstay.core.case import LEAST, MOST, Move, Permit, PermitKind, Ruling, RulingKind, Stay, Traveller
from kzstay.core.days import DAY
from kzstay.texts.words import words
from kzstay.ui.session.records.papers import MOVES, NUMBERS, PERMITS, RULINGS, of_kind, read_number
from tests.files import strategies
from tests.helpers import day, move, stay, traveller

EN = words("en")
TODAY = day("2026-11-22")
START = day("2026-01-01")
GAPS = st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5)), min_size=1, max_size=5)


def visitor(gaps: list[tuple[int, int]]) -> Traveller:
    """Make somebody with stays one after the other, each after so many days and so many days long."""
    stays: list[Stay] = []
    free = START
    for gap, length in gaps:
        entry = free + DAY * gap
        free = entry + DAY * length
        stays.append(Stay(entry=entry, exit=free))
    return Traveller(name="A", citizenship="DE", stays=tuple(stays))


# Numbers


@given(st.integers(LEAST, MOST), st.integers(0, 3), st.sampled_from(["", " ", "\t"]))
def test_a_whole_number_is_read_with_noughts_and_spaces_around_it(number: int, noughts: int, space: str) -> None:
    assert read_number(f"{space}{'0' * noughts}{number}{space}") == number


@pytest.mark.parametrize("text", ["", "0", str(MOST + 1), "-1", "1.5", "1e3", "many", "9" * 5000, "²"])
def test_what_allows_no_number_of_days_is_none(text: str) -> None:
    assert read_number(text) is None


# Kinds


def test_every_kind_that_a_file_may_have_can_be_chosen() -> None:
    assert set(PERMITS.kinds) == set(get_args(PermitKind))
    assert set(RULINGS.kinds) == set(get_args(RulingKind))


@given(strategies.permits, st.sampled_from(PERMITS.kinds))
def test_a_permit_of_another_kind_keeps_its_days_and_only_a_visa_its_numbers(paper: Permit, kind: str) -> None:
    changed = of_kind(paper, kind)
    assert isinstance(changed, Permit)
    assert (changed.kind, changed.first, changed.until) == (kind, paper.first, paper.until)
    assert changed.unknown == paper.unknown
    wanted = (paper.days, paper.period, paper.entries) if kind == "visa" else (None, None, None)
    assert (changed.days, changed.period, changed.entries) == wanted


@given(strategies.rulings, st.sampled_from(RULINGS.kinds))
def test_the_day_that_settles_a_ruling_stays_whatever_it_is_called(paper: Ruling, kind: str) -> None:
    changed = of_kind(paper, kind)
    assert isinstance(changed, Ruling)
    names = {"fine": "paid", "expulsion": "executed", "readmission": "executed"}
    before, after = (names.get(one) for one in (paper.kind, kind))
    if before and after:
        assert getattr(changed, after) == getattr(paper, before)
    assert changed.served == paper.served
    assert RULINGS.field("settled", kind) == after


@pytest.mark.parametrize("column", NUMBERS)
def test_numbers_are_typed_of_a_visa_or_taken_out_of_what_a_file_has(column: str) -> None:
    assert PERMITS.editable(column, "visa", None)
    assert not PERMITS.editable(column, "rvp", None)
    odd = Permit(kind="rvp", first=TODAY, until=TODAY, days=3, period=30, entries=3)
    assert PERMITS.editable(column, "rvp", odd)


# The stay of a change of address


@given(GAPS, st.integers(-3, 40))
def test_a_change_of_address_belongs_to_the_last_stay_that_holds_its_day(
    gaps: list[tuple[int, int]], offset: int
) -> None:
    who, on = visitor(gaps), START + DAY * offset
    holding = [number for number, one in enumerate(who.stays) if one.entry <= on <= (one.exit or date.max)]
    made = Move(on=on)
    after = MOVES.put(who, made)
    if not holding:
        assert after is None
        return
    assert after is not None
    assert after.stays[holding[-1]].moves == (made,)
    assert MOVES.records(after) == [made]
    assert MOVES.removed(after, made.key.number) == who
    assert MOVES.removed(after, Move(on=on).key.number) == after, "another that says the same is not there"


@given(GAPS, st.lists(st.integers(0, 40), max_size=6))
def test_changes_of_address_are_listed_by_stay_and_then_by_day(
    gaps: list[tuple[int, int]], offsets: list[int]
) -> None:
    who = visitor(gaps)
    for offset in offsets:
        who = MOVES.put(who, Move(on=START + DAY * offset)) or who
    days = [one.on for one in MOVES.records(who) if isinstance(one, Move)]
    assert days == sorted(days)
    assert len(MOVES.stays_of(who)) == len(days)


def test_a_change_of_address_goes_with_its_day_into_another_stay() -> None:
    who = traveller(
        "DE", stay("2026-05-20", "2026-06-08", moves=[move("2026-05-28")]), stay("2026-11-11", moves=[])
    )
    after = MOVES.put(who, msgspec.structs.replace(who.stays[0].moves[0], on=day("2026-11-15")))
    assert after is not None
    assert [one.moves for one in after.stays] == [(), (move("2026-11-15"),)]
    assert after.stays[1].moves[0].key.number == who.stays[0].moves[0].key.number


def test_a_notice_before_the_change_is_nothing_that_one_may_type() -> None:
    early, late = move("2026-05-28", "2026-05-27"), move("2026-05-28", "2026-05-28")
    assert MOVES.objection(EN, early, ["notified"])
    assert not MOVES.objection(EN, early, ["on"]), "it is told where it was typed"
    assert not MOVES.objection(EN, late, ["notified"])


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("517(3)", "517(3)"),
        ("517 (3) (2)", "517(3)(2)"),
        ("ст. 517 ч. 3 п. 2", "517(3)(2)"),
        ("KoAP 443-1(2)", "443-1(2)"),
        ("109", "109"),
        ("517", None),  # which part is asked for
        ("517(8)", None),
        ("a fine", None),
        ("", ""),
    ],
)
def test_the_part_of_an_article_is_read_however_it_is_written(text: str, part: str | None) -> None:
    assert RULINGS.read(EN, "part", text, TODAY) == part


def test_what_is_no_part_says_how_one_is_written() -> None:
    told = RULINGS.unread(EN, "part", "517(8)", TODAY)
    assert told.startswith("“517(8)” is not a part of an article that kzstay knows.")
    assert "517(3)" in told
    assert "date" in RULINGS.unread(EN, "served", "soon", TODAY)


@pytest.mark.parametrize(
    ("kind", "columns"),
    [
        ("warning", {"kind", "served", "part", "appealed"}),
        ("fine", {"kind", "served", "part", "appealed", "settled"}),
        ("expulsion", {"kind", "served", "part", "leave_by", "appealed", "settled"}),
        ("shortened", {"kind", "served", "leave_by", "appealed"}),
        ("readmission", {"kind", "served", "appealed", "settled"}),
    ],
)
def test_each_kind_of_ruling_has_columns_of_its_own(kind: str, columns: set[str]) -> None:
    assert {column for column in RULINGS.columns if RULINGS.editable(column, kind, None)} == columns
    held = Ruling(kind="readmission", served=TODAY, part="517(3)", leave_by=TODAY)
    assert RULINGS.editable("part", "readmission", held), "what a file holds can be taken out"


def test_a_ruling_of_another_kind_loses_what_that_has_not() -> None:
    held = Ruling(kind="expulsion", served=TODAY, part="517(4)", leave_by=TODAY, appealed=TODAY, executed=TODAY)
    assert of_kind(held, "readmission") == Ruling(kind="readmission", served=TODAY, appealed=TODAY, executed=TODAY)
    assert of_kind(held, "shortened") == Ruling(kind="shortened", served=TODAY, leave_by=TODAY, appealed=TODAY)
    assert of_kind(held, "warning") == Ruling(kind="warning", served=TODAY, part="517(4)", appealed=TODAY)


def test_an_appeal_before_the_service_and_an_unknown_part_are_problems_of_their_row() -> None:
    early = Ruling(kind="fine", served=TODAY, appealed=day("2026-11-21"))
    strange = Ruling(kind="fine", served=TODAY, part="9(9)")
    who = msgspec.structs.replace(traveller("DE"), rulings=(early, strange))
    codes = [[one.code for one in RULINGS.problems(who, ruling.key.number, TODAY)] for ruling in who.rulings]
    assert codes == [["ruling-order"], ["ruling-part"]]


def test_a_problem_is_told_of_the_row_that_has_it() -> None:
    who = traveller(
        "DE",
        stay("2026-05-20", "2026-06-08"),
        permits=[
            Permit(kind="visa", first=day("2026-01-01"), until=day("2026-02-01")),
            Permit(kind="visa", first=day("2026-03-01"), until=day("2026-02-01")),
        ],
    )
    first, second = (one.key.number for one in who.permits)
    assert list(PERMITS.problems(who, first, TODAY)) == []
    assert [problem.code for problem in PERMITS.problems(who, second, TODAY)] == ["permit-order"]
