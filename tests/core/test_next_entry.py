"""The next entry: with what is planned, and what it takes for granted of the present stay."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kzstay.core.days import DAY
from kzstay.core.editing import left_on
from kzstay.core.next_entry import NextEntry, by_history_today, next_entry
from kzstay.core.plan import assumed_exit, longest_stay, trip
from kzstay.core.readings import Reading
from tests.core.builders import planned, reckon
from tests.helpers import day, stay, traveller

Gaps = list[tuple[int, int]]
gaps = st.lists(st.tuples(st.integers(0, 70), st.integers(1, 60)), max_size=6)

# 40 days to 10 June of the half year before, then a stay from 2 November that may last to 11 December
HERE = traveller("RU", stay("2026-07-01", "2026-08-19"), stay("2026-11-02"))


def test_what_is_planned_comes_before_history_alone() -> None:
    # 60 days used; a planned stay of 22 days needs days of the half year
    who = traveller(
        "DE", stay("2026-07-10", "2026-08-08"), stay("2026-09-01", "2026-09-30"), stay("2026-12-25", "2027-01-15")
    )
    found = next_entry(reckon(who, "2026-11-20"))
    assert found is not None
    assert (found.day, found.by_history) == (day("2026-11-20"), 30)
    assert found.days < found.by_history
    safe = reckon(who, "2026-11-20")
    assert trip(safe, found.day, found.day + DAY * (found.days - 1)).lawful
    assert not trip(safe, found.day, found.day + DAY * found.days).lawful


def test_a_day_that_a_planned_stay_holds_is_no_day_of_a_next_entry() -> None:
    who = traveller("DE", stay("2026-11-20", "2026-11-30"))
    assert next_entry(reckon(who, "2026-11-10")) == NextEntry(day("2026-11-10"), 10, 30, None)
    assert next_entry(reckon(who, "2026-11-19")) == NextEntry(day("2026-11-19"), 1, 30, None)


@pytest.mark.parametrize(
    ("reading", "expected"),
    [
        (Reading.SAFE, NextEntry(day("2026-12-29"), 50, 50, day("2026-12-11"))),
        (Reading.USUAL, NextEntry(day("2026-12-28"), 50, 50, day("2026-12-11"))),
    ],
)
def test_a_present_stay_without_an_exit_is_taken_to_last_as_long_as_it_may(
    reading: Reading, expected: NextEntry
) -> None:
    found = next_entry(reckon(HERE, "2026-11-26", reading))
    assert found == expected


def test_with_an_exit_nothing_is_assumed() -> None:
    left = left_on(HERE, 1, day("2026-11-30"))
    found = next_entry(reckon(left, "2026-11-26"))
    assert found is not None
    assert found.assumes is None
    # 50 days to 19 August and 29 of November: 11 are left from 1 December on, until those of July come back
    assert longest_stay(reckon(left, "2026-11-26"), day("2026-12-20")) is not None
    longest = longest_stay(reckon(left, "2026-11-26"), day("2026-12-20"))
    assert longest is not None
    assert longest.days == 61


def test_only_an_entry_after_the_present_stay_assumes_its_end() -> None:
    reckoning = reckon(HERE, "2026-11-26")
    assert assumed_exit(reckoning, day("2026-12-20")) == day("2026-12-11")
    assert assumed_exit(reckoning, day("2026-10-01")) is None
    assert assumed_exit(reckon(left_on(HERE, 1, day("2026-11-30")), "2026-11-26"), day("2026-12-20")) is None
    over = reckon(HERE, "2026-12-24")
    assert assumed_exit(over, day("2027-02-01")) == day("2026-12-24"), "who is too long here leaves today"


@given(st.sampled_from(["DE", "RU", "UA", "KR"]), gaps, st.integers(0, 300), st.sampled_from(list(Reading)))
def test_a_stay_as_long_as_told_is_lawful_in_the_whole_plan(
    country: str, held: Gaps, on: int, reading: Reading
) -> None:
    begin = day("2026-01-01")
    reckoning = reckon(planned(country, begin, held), (begin + DAY * on).isoformat(), reading)
    found = next_entry(reckoning)
    if found is not None:
        assert 1 <= found.days <= found.by_history
        assert trip(reckoning, found.day, found.day + DAY * (found.days - 1)).lawful


# 32 days to 21 June; the strict count looks at one day more, and the usual one goes on to 18 December
LONG = traveller("RU", stay("2026-05-21", "2026-06-21"), stay("2026-09-20"))


def test_the_day_to_which_the_present_stay_is_counted_is_named_where_it_is_a_later_one() -> None:
    found = next_entry(reckon(LONG, "2026-11-10"))
    assert found is not None
    assert (found.assumes, found.counted_to) == (day("2026-11-16"), day("2026-12-18"))
    usual = next_entry(reckon(LONG, "2026-11-10", Reading.USUAL))
    assert usual is not None
    assert (usual.assumes, usual.counted_to) == (day("2026-12-18"), None)


def test_who_says_when_the_present_stay_ends_has_no_other_days_counted() -> None:
    found = next_entry(reckon(left_on(LONG, 1, day("2026-11-16")), "2026-11-10"))
    assert found is not None
    assert (found.assumes, found.counted_to) == (None, None)


def test_days_that_are_left_out_are_counted_to_no_day() -> None:
    found = next_entry(reckon(traveller("RU", stay("2026-09-20", kind="transport")), "2026-11-10"))
    assert found is not None
    assert found.counted_to is None


def test_what_history_alone_would_allow_today_is_counted() -> None:
    booked = traveller("DE", stay("2026-08-01", "2026-09-29"), stay("2026-12-01", "2026-12-30"))
    assert by_history_today(reckon(booked, "2026-11-22")) == 30
    assert by_history_today(reckon(traveller("DE", stay("2026-11-11")), "2026-11-22")) == 0, "who is here"
    assert by_history_today(reckon(traveller("PK"), "2026-11-22")) == 0
