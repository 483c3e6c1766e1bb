"""What a plan as a whole allows: old overstays, gaps, bans, visas and the ends of the years."""

from __future__ import annotations

from kzstay.core.case import LAST_DAY
from kzstay.core.plan import Longest, days_back, earliest_entry, longest_stay, openings, trip
from kzstay.core.readings import Reading
from kzstay.core.reckoning import Reckoning
from tests.core.builders import LAW, expulsion, ruled, visa
from tests.helpers import day, permit, span, stay, traveller


def test_an_old_overstay_never_blocks_a_plan() -> None:
    # peers.md 1.1: the official calculator does block
    overstay = stay("2024-01-01", "2024-12-31")
    person = traveller("DE", overstay, stay("2026-12-20", "2026-12-25"))
    reckoning = Reckoning(person, day("2026-11-22"), LAW, Reading.SAFE)
    assert reckoning.verdict(0).overstay_days == 336
    assert trip(reckoning, day("2026-11-23"), day("2026-12-05")).lawful
    assert earliest_entry(reckoning, 25, day("2026-11-22")) == day("2026-11-22")
    assert longest_stay(reckoning, day("2026-11-22")) == Longest(28, "stay", 30, 1)


def test_a_trip_waits_until_there_is_room_between_two_others() -> None:
    # ten days fit between the 11th and the 25th, from the 11th to the 15th on; shared days would add one each
    person = traveller("DE", stay("2026-03-01", "2026-03-10"), stay("2026-03-25", "2026-03-30"))
    reckoning = Reckoning(person, day("2026-01-01"), LAW, Reading.SAFE)
    assert earliest_entry(reckoning, 10, day("2026-03-01")) == day("2026-03-11")
    assert openings(reckoning, 10, day("2026-03-01"), day("2026-04-15")) == [
        span("2026-03-11", "2026-03-16"),
        span("2026-03-31", "2026-04-06"),
    ]
    # a trip that is too long for the gap begins after the second
    assert earliest_entry(reckoning, 16, day("2026-03-01")) == day("2026-03-31")


def test_openings_lie_between_the_first_and_the_last_day() -> None:
    reckoning = Reckoning(traveller("DE"), day("2026-01-01"), LAW, Reading.SAFE)
    assert openings(reckoning, 5, day("2026-03-01"), day("2026-03-05")) == [span("2026-03-01", "2026-03-01")]
    assert openings(reckoning, 5, day("2026-03-01"), day("2026-03-04")) == []
    assert openings(reckoning, 1, day("2026-03-01"), day("2026-03-01")) == [span("2026-03-01", "2026-03-01")]
    assert openings(reckoning, 31, day("2026-03-01"), day("2026-12-31")) == [], "an entry gives thirty"


def test_a_period_from_the_first_entry_is_planned_with_too() -> None:
    # Brazil's notes of 2016: 30 days in the year that begins with the first entry
    person = traveller("BR", stay("2026-03-01", "2026-03-20"), stay("2027-02-01", "2027-02-05"))
    reckoning = Reckoning(person, day("2026-04-01"), LAW, Reading.SAFE)
    # 25 of 30 are taken until 28 February 2027
    assert longest_stay(reckoning, day("2026-06-01")) == Longest(5, "forward", 10, 1)
    # the sixth day may be 1 February, out and in again; seven go over into the year that begins on 1 March
    assert earliest_entry(reckoning, 6, day("2026-06-01")) == day("2027-01-27")
    assert earliest_entry(reckoning, 7, day("2026-06-01")) == day("2027-02-24")
    assert earliest_entry(reckoning, 30, day("2026-06-01")) == day("2027-02-24")


def test_under_a_ban_nothing_is_possible_until_it_ends() -> None:
    # LF 22: five years from the execution, to 10 February 2031
    person = ruled(traveller("DE"), expulsion("2026-02-01", executed="2026-02-10"))
    reckoning = Reckoning(person, day("2026-11-22"), LAW, Reading.SAFE)
    assert longest_stay(reckoning, day("2026-12-01")) == Longest(0, "ban", 0)
    found = trip(reckoning, day("2026-12-01"), day("2026-12-02"))
    assert (found.lawful, found.until, found.because) == (False, None, "ban")
    assert earliest_entry(reckoning, 10, day("2026-12-01")) == day("2031-02-11")
    assert openings(reckoning, 10, day("2031-02-01"), day("2031-02-25")) == [span("2031-02-11", "2031-02-16")]
    assert openings(reckoning, 10, day("2027-01-01"), day("2027-12-31")) == []


def test_on_a_visa_a_plan_is_bound_by_the_visa() -> None:
    person = traveller("PK", permits=[visa("2026-12-01", "2026-12-31", days=10)])
    reckoning = Reckoning(person, day("2026-11-22"), LAW, Reading.SAFE)
    assert longest_stay(reckoning, day("2026-12-05")) == Longest(10, "permit", 10)
    assert longest_stay(reckoning, day("2026-12-25")) == Longest(7, "permit", 7)
    assert earliest_entry(reckoning, 10, day("2026-12-05")) == day("2026-12-05")
    assert earliest_entry(reckoning, 11, day("2026-12-05")) is None
    assert openings(reckoning, 10, day("2026-12-05"), day("2027-02-01")) == [span("2026-12-05", "2026-12-22")]


def test_a_plan_goes_on_under_a_permit_that_follows_the_visa_free_days() -> None:
    person = traveller("DE", permits=[permit("2026-12-20", "2027-05-31", "rvp")])
    reckoning = Reckoning(person, day("2026-11-22"), LAW, Reading.SAFE)
    assert trip(reckoning, day("2026-12-01"), day("2027-01-31")).lawful
    assert longest_stay(reckoning, day("2026-12-01")) == Longest(182, "permit", 182)


def test_a_trip_does_not_begin_during_a_stay_on_a_visa() -> None:
    person = traveller("PK", stay("2026-01-10", "2026-01-20"), permits=[permit("2026-01-01", "2026-03-31")])
    reckoning = Reckoning(person, day("2026-01-01"), LAW, Reading.SAFE)
    assert earliest_entry(reckoning, 3, day("2026-01-01")) == day("2026-01-01")
    assert earliest_entry(reckoning, 3, day("2026-01-12")) == day("2026-01-21")
    assert earliest_entry(reckoning, 3, day("2026-01-09")) == day("2026-01-21"), "two days are not enough"


def test_at_the_ends_of_the_years_that_a_file_may_hold_a_plan_is_answered() -> None:
    reckoning = Reckoning(traveller("DE"), day("2199-12-31"), LAW, Reading.SAFE)
    assert longest_stay(reckoning, day("2199-12-31")) == Longest(1, "per-entry", 1)
    assert longest_stay(reckoning, day("2199-12-20")) == Longest(12, "per-entry", 12)
    assert trip(reckoning, day("2199-12-20"), LAST_DAY).lawful
    assert not trip(reckoning, day("2199-12-20"), day("2200-01-01")).lawful
    assert earliest_entry(reckoning, 1, day("2199-12-31")) == LAST_DAY
    assert earliest_entry(reckoning, 2, day("2199-12-31")) is None
    assert openings(reckoning, 10, day("2199-12-01"), day("2200-03-01")) == [span("2199-12-01", "2199-12-22")]
    early = Reckoning(traveller("DE"), day("1991-01-01"), LAW, Reading.SAFE)
    assert longest_stay(early, day("1991-01-01")) is None
    assert days_back(early, day("1991-01-01"), day("1991-12-31")) == []
