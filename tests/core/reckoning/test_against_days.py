"""Reckonings against the rules told with sets of days."""

from __future__ import annotations

import dataclasses
from datetime import date, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from msgspec.structs import replace

from kzstay.core.case import PassportKind, Stay
from kzstay.core.days import DAY
from kzstay.core.earliest import entry_from
from kzstay.core.law.schema import LimitKind, LimitRow
from kzstay.core.limits import CalendarYear, Forward, Rolling
from kzstay.core.readings import Both, Reading
from kzstay.core.reckoning import Reckoning
from tests.core.builders import LAW, coming, planned
from tests.core.oracle import RollingOracle, days_of, longest_stay, oracle_of
from tests.helpers import day, traveller


@pytest.mark.parametrize("reading", Reading)
@given(
    st.sampled_from([("DE", 30, 90), ("RU", 90, 90), ("IN", 14, 42), ("CN", 30, 90)]),
    st.lists(st.tuples(st.integers(0, 40), st.integers(1, 45)), min_size=1, max_size=8),
)
def test_a_verdict_is_the_tightest_of_what_an_entry_and_a_window_give(
    reading: Reading, regime: tuple[str, int, int], gaps: list[tuple[int, int]]
) -> None:
    country, per_entry, in_window = regime
    plan: list[tuple[date, date]] = []
    free = day("2024-01-01")
    for gap, length in gaps:
        plan.append((free + DAY * gap, free + DAY * (gap + length - 1)))
        free = plan[-1][1]
    person = traveller(country, *(Stay(entry=first, exit=last) for first, last in plan))
    reckoning = Reckoning(person, day("2024-01-01"), LAW, reading)
    oracle = RollingOracle(in_window, 181 if reading is Reading.SAFE else 180)
    for index, (first, last) in enumerate(plan):
        longest = min(per_entry, longest_stay(oracle, days_of(plan[:index]), first))
        verdict = reckoning.verdict(index)
        assert verdict.lawful_until == (first + timedelta(days=longest - 1) if longest else None)
        assert verdict.overstay_days == max(0, (last - first).days + 1 - longest)


# Of the 54 states with one row one is enough
REGIME = next(regime for regime in LAW.regimes if regime.id == "unilateral-30")
PEOPLE = sorted(person for person in LAW.by_person if person[0] == "DE" or person[0] not in REGIME.countries)
Gaps = list[tuple[int, int]]
gaps = st.lists(st.tuples(st.integers(0, 60), st.integers(1, 60)), max_size=6)


@given(st.sampled_from(PEOPLE), st.dates(date(2022, 1, 1), date(2026, 12, 31)), gaps)
def test_the_safe_reading_never_gives_more_than_the_usual(
    person: tuple[str, PassportKind], start: date, gaps: Gaps
) -> None:
    who = replace(planned(person[0], start, gaps), passport=person[1])
    on = start + DAY * 200
    safe, usual = (Reckoning(who, on, LAW, reading) for reading in Reading)
    for index in range(len(gaps)):
        one, other = safe.verdict(index), usual.verdict(index)
        if one.because is None:
            continue  # by the safe reading a visa is needed: nothing is given at all
        assert other.because is not None
        assert (one.lawful_until or date.min) <= (other.lawful_until or date.min)
        assert one.overstay_days >= other.overstay_days
    strict, common = coming(safe), coming(usual)
    if strict:
        assert common is not None
        assert strict[0] >= common[0]


@given(
    st.sampled_from(PEOPLE),
    st.sampled_from(list(Reading)),
    gaps,
    st.integers(0, 300),
    st.sampled_from(["2023-07-01", "2024-03-01", "2025-06-01", "2026-01-01"]),
)
def test_no_day_before_the_next_entry_would_do(
    person: tuple[str, PassportKind], reading: Reading, gaps: Gaps, later: int, begin: str
) -> None:
    who = replace(planned(person[0], day(begin), gaps), passport=person[1])
    reckoning = Reckoning(who, day(begin), LAW, reading)
    from_day = day(begin) + DAY * later
    assume(reckoning.regime(from_day))

    def longest(entry: date) -> int:
        bound = reckoning.binding(entry, projected=True)
        return 0 if bound is None or entry in reckoning.projected else (bound[0] - entry).days + 1

    found = entry_from(reckoning, from_day)
    assert found is not None
    entry = from_day
    while not longest(entry):
        entry += DAY
    assert found == (entry, longest(entry))


@given(
    st.sampled_from(PEOPLE), st.sampled_from(list(Reading)), gaps, st.integers(-300, 600), st.integers(-300, 600)
)
def test_the_day_of_reckoning_changes_nothing_of_stays_that_have_an_exit(
    person: tuple[str, PassportKind], reading: Reading, gaps: Gaps, one: int, other: int
) -> None:
    who = replace(planned(person[0], day("2025-01-01"), gaps), passport=person[1])
    sooner, later = (Reckoning(who, day("2025-01-01") + DAY * on, LAW, reading) for on in (one, other))
    for index in range(len(gaps)):
        assert sooner.verdict(index) == later.verdict(index)


@given(
    st.sampled_from(["rolling", "forward", "calendar-year"]),
    st.sampled_from(list(Reading)),
    gaps,
    st.integers(0, 200),
    st.integers(0, 200),
    st.booleans(),
)
def test_a_limit_counts_no_day_before_its_own_beginning(
    kind: LimitKind, reading: Reading, gaps: Gaps, safe: int, usual: int, planned_before: bool
) -> None:
    # kz-rules 1.1: decree 1146 had no retroactive force
    start = day("2026-10-01")
    begins = Both(start + DAY * safe, start + DAY * usual)
    limit = LimitRow(kind, 20, 60, since=begins)
    regime = replace(REGIME, limits=[LimitRow("per-entry", 15), limit])
    who, law = planned("DE", start, gaps), dataclasses.replace(LAW, regimes=[regime])
    on = start + DAY * (-1 if planned_before else 800)
    reckoning = Reckoning(who, on, law, reading)
    rule = limit.rule(reading is Reading.SAFE)
    assert isinstance(rule, Rolling | Forward | CalendarYear)
    oracle = oracle_of(rule)
    counted: set[date] = set()
    for index, stay in enumerate(who.stays):
        assert stay.exit is not None
        longest = min(15, longest_stay(oracle, frozenset(counted), stay.entry))
        last = stay.entry + DAY * (longest - 1) if longest else None
        assert reckoning.verdict(index).lawful_until == last
        # The usual reading counts whole stays, those that were entered from then on
        first = begins.under(reading)
        if reading is Reading.SAFE or stay.entry >= first:
            counted |= {d for d in days_of([(stay.entry, stay.exit)]) if d >= first}
