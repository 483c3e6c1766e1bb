"""Plans under a law of small numbers, against plan_oracle.py, which reckons all anew for every trip."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from kzstay.core.case import Permit, Stay, Traveller
from kzstay.core.days import DAY
from kzstay.core.limit_use import limit_uses
from kzstay.core.plan import days_back, earliest_entry, longest_stay, openings, trip
from kzstay.core.readings import Reading
from kzstay.core.reckoning import Reckoning
from tests.core.builders import GENERAL, SMALL, SMALL_LIMITS
from tests.core.oracle import days_of
from tests.core.plan_oracle import Plain, Term, terms

START = date(2026, 12, 5)  # so that the plans go over a year's end
HORIZON = 45
readings = st.sampled_from(list(Reading))


class Plan(NamedTuple):
    person: Traveller
    on: date
    reading: Reading

    @property
    def reckoning(self) -> Reckoning:
        return Reckoning(self.person, self.on, SMALL, self.reading)

    @property
    def safe(self) -> bool:
        return self.reading is Reading.SAFE

    @property
    def plain(self) -> Plain:
        return Plain(self.person.citizenship, self.person.permits, safe=self.safe)

    @property
    def stays(self) -> list[Term]:
        return terms(self.person)


@st.composite
def permits(draw: st.DrawFn, limited: bool = True) -> Permit:
    first = START + DAY * draw(st.integers(-3, 25))
    until = first + DAY * draw(st.integers(2, 25))
    kind = draw(st.sampled_from(["visa", "visa", "rvp"]))
    if kind == "rvp" or not limited:
        return Permit(kind="rvp", first=first, until=until)
    if draw(st.booleans()):
        days = draw(st.integers(1, 6))
        return Permit(kind="visa", first=first, until=until, days=days, period=draw(st.integers(days, 14)))
    entries = draw(st.none() | st.integers(1, 2))
    return Permit(kind="visa", first=first, until=until, entries=entries)


@st.composite
def plans(draw: st.DrawFn, permitted: bool = False) -> Plan:
    """Draw a plan: lawful or not, out and in on one day at times, reckoned before, amidst or after it."""
    stays: list[Stay] = []
    free = START
    for _ in range(draw(st.integers(0, 4))):
        entry = free + DAY * draw(st.integers(0, 9))
        free = entry + DAY * draw(st.integers(1, 7))
        stays.append(Stay(entry=entry, exit=free))
    country = draw(st.sampled_from([*SMALL_LIMITS, "PK"] if permitted else list(SMALL_LIMITS)))
    person = Traveller(
        name="A",
        citizenship=country,
        stays=tuple(draw(st.permutations(stays))),
        permits=tuple(draw(st.lists(permits(), min_size=1, max_size=2))) if permitted else (),
    )
    return Plan(person, START + DAY * draw(st.integers(-5, 60)), draw(readings))


offsets = st.integers(-2, HORIZON).map(lambda offset: START + DAY * offset)


@given(st.booleans().flatmap(plans))
def test_each_stay_is_judged_by_the_days_before_it(plan: Plan) -> None:
    for index, said in enumerate(plan.plain.say(plan.stays)):
        verdict = plan.reckoning.verdict(index)
        assert verdict.lawful_until == said.last
        assert verdict.overstay_days == said.over
        assert (verdict.because is not None) == said.known


@given(st.booleans().flatmap(plans), offsets, st.integers(1, 9))
def test_a_trip_is_lawful_when_it_is_and_leaves_later_stays_as_lawful_as_they_were(
    plan: Plan, entry: date, days: int
) -> None:
    leaving = entry + DAY * (days - 1)
    found = trip(plan.reckoning, entry, leaving)
    assert found.lawful == plan.plain.possible(plan.stays, entry, leaving)


@given(st.booleans().flatmap(plans), offsets)
def test_the_longest_stay_is_the_longest_trip_that_leaves_all_as_it_was(plan: Plan, entry: date) -> None:
    found = longest_stay(plan.reckoning, entry)
    assert (found.days if found else None) == plan.plain.longest(plan.stays, entry)
    assert (found.history_only if found else None) == plan.plain.history(plan.stays, entry)
    if found:
        assert (found.stay is not None) == (found.days < found.history_only)


@given(plans(), offsets, st.integers(1, 9))
def test_the_earliest_entry_is_the_first_from_which_the_trip_is_possible(
    plan: Plan, not_before: date, days: int
) -> None:
    possible = plan.plain.entries(plan.stays, days, not_before, not_before + DAY * 450)  # a year begins in it
    expected = next(possible, None) if days <= plan.plain.most or plan.person.permits else None
    assert earliest_entry(plan.reckoning, days, not_before) == expected


@given(plans(), offsets, st.integers(1, 9), st.integers(0, 40))
def test_the_openings_are_all_entries_from_which_the_trip_fits(
    plan: Plan, first: date, days: int, more: int
) -> None:
    last = first + DAY * more
    assert openings(plan.reckoning, days, first, last) == plan.plain.openings(plan.stays, days, first, last)


# A stay that goes on


@given(plans(), st.integers(0, 12), offsets, st.integers(1, 9))
def test_a_plan_takes_the_present_stay_to_last_as_long_as_it_may(
    plan: Plan, here: int, entry: date, days: int
) -> None:
    person = plan.person
    begin = max([last for _, last in plan.stays], default=START) + DAY
    on = begin + DAY * here
    open_ended = replace(person, stays=(*person.stays, Stay(entry=begin)))
    usual = Reckoning(open_ended, on, SMALL, Reading.USUAL)
    last = max(on, usual.verdict(len(person.stays)).lawful_until or on)
    closed = replace(person, stays=(*person.stays, Stay(entry=begin, exit=last)))
    assert usual.projected.days_in(begin, begin + DAY * 99) == (last - begin).days + 1
    one, other = (Reckoning(who, on, SMALL, plan.reading) for who in (open_ended, closed))
    entry = max(entry, last + DAY)
    leaving = entry + DAY * (days - 1)
    assert trip(one, entry, leaving) == trip(other, entry, leaving)
    assert longest_stay(one, entry) == longest_stay(other, entry)
    assert earliest_entry(one, days, entry) == earliest_entry(other, days, entry)
    assert openings(one, days, entry, leaving + DAY * 9) == openings(other, days, entry, leaving + DAY * 9)
    assert limit_uses(one, entry) == limit_uses(other, entry)


# Days that come back


@given(plans(), offsets, st.integers(0, 40))
def test_a_day_comes_back_a_period_after_it_was_used(plan: Plan, first: date, more: int) -> None:
    last, reckoning = first + DAY * more, plan.reckoning
    found = days_back(reckoning, first, last)
    limit = reckoning.counting_limit(first)
    if limit is None:
        assert found == []
        return
    rows = [row for row in SMALL_LIMITS[plan.person.citizenship] if row.kind == "rolling"]
    period = (rows[0] if rows else GENERAL).period
    assert period is not None
    after = DAY * (period + plan.safe)
    back = days_of((begin + after, end + after) for begin, end in plan.stays)
    assert days_of((one.span.first, one.span.last) for one in found) == back & days_of([(first, last)])
    assert sum(one.span.days for one in found) == len(back & days_of([(first, last)])), "no day is told twice"
    assert found == sorted(found, key=lambda one: one.span)
    for one in found:
        begin, end = plan.stays[one.stay]
        assert begin + after <= one.span.first <= one.span.last <= end + after
