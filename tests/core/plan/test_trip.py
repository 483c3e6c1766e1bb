"""Whether a trip is possible, and which later stays it breaks."""

from __future__ import annotations

import pytest

from kzstay.core.case import Traveller
from kzstay.core.plan import Breach, Longest, Trip, days_back, earliest_entry, longest_stay, openings, trip
from kzstay.core.readings import Reading
from kzstay.core.reckoning import Reckoning
from tests.core.builders import LAW, visa
from tests.helpers import day, permit, stay, traveller

SPRING = stay("2026-03-01", "2026-05-20")  # 31 + 30 + 20 = 81 days


def asked(person: Traveller, on: str, entry: str, leaving: str) -> Trip:
    return trip(Reckoning(person, day(on), LAW, Reading.USUAL), day(entry), day(leaving))


def test_a_trip_tells_what_ends_it_and_which_stays_it_breaks() -> None:
    # 81 days of spring are planned: nine may be taken before them; the tenth breaks 20 May
    person = traveller("RU", SPRING)
    fits = asked(person, "2025-12-31", "2026-01-01", "2026-01-09")
    assert (fits.lawful, fits.until, fits.because) == (True, day("2026-03-31"), "per-entry")
    assert (fits.taken, fits.breaks) == (None, [])
    breaks = asked(person, "2025-12-31", "2026-01-01", "2026-01-10")
    assert not breaks.lawful
    assert breaks.breaks == [Breach(0, day("2026-03-01"), day("2026-05-20"), "rolling")]


@pytest.mark.parametrize(
    ("entry", "leaving", "taken", "stay_broken"),
    [
        ("2026-02-20", "2026-02-28", None, None),
        ("2026-02-20", "2026-03-01", None, None),  # in on the day of the next entry: out and in again
        ("2026-02-20", "2026-03-02", None, 0),
        ("2026-03-01", "2026-03-01", 0, None),
        ("2026-03-09", "2026-03-09", 0, None),
        ("2026-03-10", "2026-03-15", None, None),  # out and in again
        ("2026-03-11", "2026-03-15", None, None),
    ],
)
def test_a_trip_shares_no_more_than_a_day_with_another_stay(
    entry: str, leaving: str, taken: int | None, stay_broken: int | None
) -> None:
    found = asked(traveller("DE", stay("2026-03-01", "2026-03-10")), "2026-01-01", entry, leaving)
    assert found.taken == taken
    broken = [Breach(0, day("2026-03-01"), day("2026-03-01"), "stay")]
    assert found.breaks == (broken if stay_broken is not None else [])
    assert found.lawful == (taken is None and stay_broken is None)


def test_without_a_regime_no_trip_is_lawful_and_none_is_found() -> None:
    found = asked(traveller("PK"), "2026-11-22", "2026-12-01", "2026-12-02")
    assert (found.lawful, found.until, found.because) == (False, None, None)
    reckoning = Reckoning(traveller("PK"), day("2026-11-22"), LAW, Reading.SAFE)
    assert earliest_entry(reckoning, 1, day("2026-12-01")) is None
    assert openings(reckoning, 1, day("2026-12-01"), day("2027-12-01")) == []
    assert days_back(reckoning, day("2026-12-01"), day("2027-12-01")) == []


def test_a_later_stay_without_a_regime_is_no_less_lawful_after_a_trip() -> None:
    # who needs a visa for it needs one with or without the trip
    person = traveller("PK", stay("2026-12-01", "2026-12-05"), permits=[permit("2026-01-01", "2026-06-30")])
    assert asked(person, "2026-01-10", "2026-02-15", "2026-02-20").lawful


def test_a_trip_may_take_the_entry_that_a_later_stay_needs() -> None:
    double = visa("2026-01-01", "2026-12-31", entries=2)
    later = [stay("2026-06-01", "2026-06-10"), stay("2026-09-01", "2026-09-10")]
    found = asked(traveller("PK", *later, permits=[double]), "2026-01-01", "2026-02-01", "2026-02-05")
    assert found.breaks == [Breach(1, day("2026-09-01"), day("2026-09-01"), "permit")]
    assert asked(traveller("PK", later[0], permits=[double]), "2026-01-01", "2026-02-01", "2026-02-05").lawful
    # a German needs none for it
    assert asked(traveller("DE", *later, permits=[double]), "2026-01-01", "2026-02-01", "2026-02-05").lawful


def test_a_trip_may_take_the_days_of_a_visa_that_a_later_stay_needs() -> None:
    person = traveller("PK", stay("2026-06-01", "2026-06-20"), permits=[visa("2026-01-01", "2026-12-31", days=30)])
    safe = Reckoning(person, day("2026-01-01"), LAW, Reading.SAFE)
    assert trip(safe, day("2026-02-01"), day("2026-02-10")).lawful, "ten and twenty"
    assert trip(safe, day("2026-02-01"), day("2026-02-11")).breaks == [
        Breach(0, day("2026-06-01"), day("2026-06-20"), "permit")
    ]
    assert longest_stay(safe, day("2026-02-01")) == Longest(10, "permit", 30, 0)
    assert asked(person, "2026-01-01", "2026-02-01", "2026-03-02").lawful, "the days begin anew: readings.toml"


def test_a_trip_that_makes_a_later_stay_less_unlawful_breaks_nothing() -> None:
    # 70 days from 1 January leave 20 to the stay of 40 from 1 June, since the period ends on 29 June only.
    # A day on 20 December opens the period sooner, and the next one begins on 17 June
    person = traveller("UA", stay("2026-01-01", "2026-03-11"), stay("2026-06-01", "2026-07-10"))
    reckoning = Reckoning(person, day("2025-12-01"), LAW, Reading.USUAL)
    assert reckoning.verdict(1).overstay_days == 20
    assert trip(reckoning, day("2025-12-20"), day("2025-12-20")).breaks == []
