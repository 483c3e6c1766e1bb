"""What a trip breaks, against the whole plan reckoned anew with the trip in it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from kzstay.core.beside import Breach, breaches, overlapped
from kzstay.core.case import Permit, Ruling, Stay, Traveller
from kzstay.core.days import DAY
from kzstay.core.plan import earliest_entry, openings, taken_by, trip
from kzstay.core.readings import Reading
from kzstay.core.reckoning import Reckoning
from tests.core.builders import LAW, SMALL, SMALL_LIMITS, visa
from tests.helpers import day, stay, traveller

START = date(2026, 10, 5)  # so that the plans go over a year's end
MANY = 2000


@st.composite
def permits(draw: st.DrawFn) -> Permit:
    first = START + DAY * draw(st.integers(-3, 120))
    until = first + DAY * draw(st.integers(0, 30))
    if draw(st.integers(0, 3)) == 0:
        return Permit(kind="rvp", first=first, until=until)
    numbers = st.none() | st.integers(1, 6)
    return Permit(kind="visa", first=first, until=until, days=draw(numbers), entries=draw(numbers))


@st.composite
def people(draw: st.DrawFn) -> Traveller:
    """Draw somebody with many stays: in no order, now and then one that has no exit."""
    stays: list[Stay] = []
    free = START
    for gap, length in draw(st.lists(st.tuples(st.integers(0, 14), st.integers(0, 8)), max_size=16)):
        entry = free + DAY * gap
        free = entry + DAY * length
        stays.append(Stay(entry=entry, exit=free if draw(st.integers(0, 7)) else None))
    orders = st.builds(
        lambda served, days: Ruling(
            kind="expulsion", served=START + DAY * served, leave_by=START + DAY * (served + days)
        ),
        st.integers(0, 120),
        st.integers(0, 9),
    )
    return Traveller(
        name="A",
        citizenship=draw(st.sampled_from([*SMALL_LIMITS, "PK"])),
        stays=tuple(draw(st.permutations(stays))),
        permits=tuple(draw(st.lists(permits(), max_size=3))),
        rulings=tuple(draw(st.lists(orders, max_size=1))),
    )


offsets = st.integers(-9, 150).map(lambda offset: START + DAY * offset)


def in_whole(before: Reckoning, entry: date, leaving: date) -> Iterator[Breach]:
    """Reckon all stays of the case with the trip behind them, and compare each that comes after it."""
    person = before.traveller
    whole = before.of(replace(person, stays=(*person.stays, Stay(entry=entry, exit=leaving))))
    for index in person.in_order():
        begins = person.stays[index].entry
        if begins < entry:
            continue
        if begins < leaving and not entry == begins == before.lasts(index):
            yield Breach(index, begins, begins, "stay")
            continue
        was, found = before.verdict(index), whole.verdict(index)
        if (found.because is None and was.because is not None) or found.overstay_days > was.overstay_days:
            first = found.lawful_until or begins - DAY
            yield Breach(index, begins, first + DAY, found.because or "permit")


# Whose days are in periods one after another, and are other ones by the usual reading of a visa
CHAINED = traveller(
    "UA",
    stay("2026-10-10", "2026-10-12"),
    stay("2026-10-20", "2026-10-24"),
    stay("2027-02-01", "2027-02-05"),
    permits=[visa("2026-10-01", "2026-10-31", days=2)],
)
# Who came for the one day on which the trip begins, and again a day later
SHARED = traveller("RU", stay("2026-10-05", "2026-10-05"), stay("2026-10-06", "2026-10-08"))
# Whose visa ended long before the trip, and takes no part in it
ENDED = traveller("RU", stay("2026-10-20", "2026-10-24"), permits=[visa("2026-06-01", "2026-06-30", days=2)])
# Who came long after the trip and is still here
MUCH_LATER = traveller("RU", stay("2026-10-10", "2026-10-12"), stay("2026-12-15"))


@given(people(), offsets, offsets, st.integers(0, 12), st.sampled_from(list(Reading)))
@example(CHAINED, START, START, 2, Reading.SAFE)
@example(SHARED, START, START, 3, Reading.SAFE)
@example(ENDED, START, START, 2, Reading.SAFE)
@example(MUCH_LATER, day("2026-12-20"), START, 2, Reading.SAFE)
@settings(max_examples=400)
def test_what_a_trip_breaks_is_what_it_breaks_in_the_whole_plan(
    person: Traveller, on: date, entry: date, longer: int, reading: Reading
) -> None:
    before, leaving = Reckoning(person, on, SMALL, reading), entry + DAY * longer
    if taken_by(before, entry) is not None:
        return
    expected = list(in_whole(before, entry, leaving))
    assert list(breaches(before, entry, leaving)) == expected
    first = next((breach.stay for breach in expected if breach.because == "stay"), None)
    assert overlapped(before, entry, leaving) == first


@pytest.mark.parametrize("reading", Reading)
def test_days_before_the_present_stay_shorten_it_and_so_change_what_later_ones_have(reading: Reading) -> None:
    # Sixty days in summer: the present stay may last thirty more, and a trip in August takes some of them
    person = traveller(
        "RU", stay("2026-06-01", "2026-07-30"), stay("2026-10-01"), stay("2027-01-10", "2027-04-10")
    )
    before = Reckoning(person, day("2026-10-10"), LAW, reading)
    for leaving in ("2026-08-05", "2026-08-20", "2026-09-05"):
        trip_of = day("2026-08-05"), day(leaving)
        assert list(breaches(before, *trip_of)) == list(in_whole(before, *trip_of))


# However many stays there are


class Counting(Reckoning):
    """One that counts what was asked of it: entries that were tried, and stays that were reckoned anew."""

    tried = reckoned = 0

    def binding(self, entry: date, projected: bool = False) -> tuple[date, str] | None:
        Counting.tried += 1
        return super().binding(entry, projected)

    def of(self, traveller: Traveller) -> Reckoning:
        Counting.reckoned += len(traveller.stays)
        return super().of(traveller)


def every(days: int, country: str) -> Counting:
    """Reckon for somebody who is here for one day in so many, two thousand times."""
    entries = [day("2020-01-01") + DAY * days * number for number in range(MANY)]
    stays = tuple(Stay(entry=entry, exit=entry) for entry in entries)
    Counting.tried = Counting.reckoned = 0
    return Counting(Traveller(name="A", citizenship=country, stays=stays), day("2019-12-01"), LAW, Reading.SAFE)


@pytest.mark.parametrize("country", ["DE", "RU", "UA", "PK"])
def test_a_trip_is_reckoned_with_the_stays_of_its_periods_and_no_others(country: str) -> None:
    # Sixty days in 180, so that one more is possible wherever it lies
    reckoning = every(3, country)
    entry = reckoning.traveller.stays[MANY // 2].entry + DAY
    assert trip(reckoning, entry, entry).breaks == []
    assert 0 < Counting.reckoned < MANY / 4


def test_openings_are_not_looked_for_after_the_last_day() -> None:
    # Two days lie between any two stays: there is no room for four until the last of them is past
    reckoning = every(3, "RU")
    first = reckoning.traveller.stays[MANY // 2].entry
    assert openings(reckoning, 4, first, first + DAY * 30) == []
    soon = Counting.tried
    assert earliest_entry(reckoning, 4, first) is not None
    assert soon < Counting.tried / 10
