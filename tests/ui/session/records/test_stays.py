"""The stays as rows: a new one is as long as its entry, stands in order, and is told of what it overlaps."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kzstay.core.case import Stay, Traveller
from kzstay.core.days import DAY
from kzstay.texts.words import words
from kzstay.ui.session.records.stays import STAYS
from tests.helpers import day, stay, traveller

EN = words("en")
TODAY = day("2026-11-22")
START = day("2026-01-01")


@given(st.dates())
def test_a_new_stay_lasts_for_its_entry_until_another_exit_is_typed(entry: object) -> None:
    assert STAYS.made("", {"entry": entry}) == STAYS.made("", {"entry": entry, "exit": entry})


def test_an_exit_that_was_left_open_stays_open() -> None:
    made = STAYS.made("", {"entry": TODAY, "exit": None})
    assert isinstance(made, Stay)
    assert made.exit is None


@given(st.lists(st.integers(0, 60), unique=True, min_size=1, max_size=6), st.integers(0, 60))
def test_a_new_stay_stands_by_its_day_among_those_in_order(offsets: list[int], new: int) -> None:
    stays = [Stay(entry=START + DAY * n, exit=START + DAY * n) for n in sorted(offsets)]
    who = Traveller(name="A", citizenship="DE", stays=tuple(stays))
    record = Stay(entry=START + DAY * new, exit=START + DAY * new)
    after = STAYS.put(who, record)
    assert after is not None
    assert any(one is record for one in after.stays)
    entries = [one.entry for one in after.stays]
    assert entries == sorted(entries)


def test_an_overlap_is_told_in_both_rows_and_in_no_third() -> None:
    who = traveller(
        "DE", stay("2026-01-01", "2026-01-09"), stay("2026-01-08", "2026-01-20"), stay("2026-03-01", "2026-03-02")
    )
    codes = [[problem.code for problem in STAYS.problems(who, one.key.number, TODAY)] for one in who.stays]
    assert codes == [["overlap"], ["overlap"], []]


@pytest.mark.parametrize("field", ["notified", "registered"])
def test_what_is_recorded_before_the_entry_is_nothing_that_one_may_type(field: str) -> None:
    early = STAYS.made("", {"entry": TODAY, field: TODAY - DAY})
    assert STAYS.objection(EN, early, [field])
    assert not STAYS.objection(EN, early, ["entry"]), "it is told where it was typed"
    assert not STAYS.objection(EN, STAYS.made("", {"entry": TODAY, field: TODAY}), [field])


@given(st.text(max_size=12))
def test_a_note_is_taken_as_it_is(text: str) -> None:
    assert STAYS.read(EN, "note", text, TODAY) == text


def test_a_step_is_named_by_what_was_typed() -> None:
    assert STAYS.step("exit", new=False) == "change-exit"
    assert STAYS.step("exit", new=True) == STAYS.step(None, new=False) == "add-stay"
    codes = [STAYS.step(column, new=False) for column in STAYS.columns]
    assert len(set(codes)) == len(codes)
