from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kzstay.bundled import law
from kzstay.core.case import LAST_DAY, Stay, Traveller
from kzstay.core.days import DAY
from kzstay.core.plan import Breach, Longest, Return, Trip, days_back, earliest_entry, longest_stay, openings, trip
from kzstay.core.readings import Reading
from kzstay.core.reckoning import Reckoning
from tests.core.builders import expulsion, ruled, visa
from tests.core.oracle import RollingOracle, days_of, longest_beside_later
from tests.core.oracle import longest_stay as plain_longest
from tests.helpers import day, permit, span, stay, traveller

LAW = law()
SPRING = stay("2026-03-01", "2026-05-20")  # 31 + 30 + 20 = 81 days


@pytest.mark.parametrize(
    ("person", "on", "entry", "expected"),
    [
        (traveller("DE"), "2026-11-22", "2026-12-01", Longest(30, "per-entry", 30)),
        (traveller("RU", SPRING), "2025-12-31", "2026-01-01", Longest(9, "rolling", 90, 0)),
        # 1 December takes one of the nine
        (
            traveller("RU", SPRING, stay("2025-12-01", "2025-12-01")),
            "2025-12-31",
            "2026-01-10",
            Longest(8, "rolling", 89, 0),
        ),
        (
            traveller("DE", stay("2026-01-11", "2026-01-15")),
            "2025-12-31",
            "2026-01-01",
            Longest(10, "stay", 30, 0),
        ),
        # 30 + 30 days are planned: all thirty are free, and one more would not be
        (
            traveller("DE", stay("2026-03-01", "2026-03-30"), stay("2026-04-05", "2026-05-04")),
            "2025-12-31",
            "2026-01-01",
            Longest(30, "per-entry", 30),
        ),
        # a tenth day breaks both: on 30 June 1 January counts no more, but the day itself does; the first is named
        (
            traveller("RU", SPRING, stay("2026-06-30", "2026-06-30")),
            "2025-12-31",
            "2026-01-01",
            Longest(9, "rolling", 90, 0),
        ),
        # the next stay begins as the thirty days end: the term is what binds
        (
            traveller("DE", stay("2026-01-31", "2026-02-05")),
            "2025-12-31",
            "2026-01-01",
            Longest(30, "per-entry", 30),
        ),
        # a stay on a visa uses no day, but is a stay all the same
        (
            traveller("RU", stay("2026-01-11", "2026-02-10"), permits=[permit("2026-01-01", "2026-12-31")]),
            "2025-12-31",
            "2026-01-01",
            Longest(10, "stay", 365, 0),
        ),
        # 30 + 30 + 1 days are planned, so one of the thirty is taken; all but the last break nothing
        (
            traveller(
                "DE",
                stay("2026-03-01", "2026-03-30"),
                stay("2026-04-05", "2026-05-04"),
                stay("2026-05-10", "2026-05-10"),
            ),
            "2025-12-31",
            "2026-01-01",
            Longest(29, "rolling", 30, 2),
        ),
        # 81 days used: nine are left
        (traveller("RU", SPRING), "2026-06-01", "2026-06-01", Longest(9, "rolling", 9)),
        # 81 + 9 days used
        (
            traveller("RU", SPRING, stay("2026-06-01", "2026-06-09")),
            "2026-06-10",
            "2026-06-10",
            Longest(0, "rolling", 0),
        ),
        (traveller("RU", SPRING), "2026-01-01", "2026-03-01", None),  # in a stay already
        (
            traveller("DE", stay("2026-11-11")),
            "2026-11-22",
            "2026-12-09",
            None,
        ),  # the present one may last so long
        (traveller("PK"), "2026-11-22", "2026-12-01", None),
    ],
)
def test_a_plan_is_limited_by_history_and_by_what_is_planned_later(
    person: Traveller, on: str, entry: str, expected: Longest | None
) -> None:
    assert longest_stay(Reckoning(person, day(on), LAW, Reading.USUAL), day(entry)) == expected


@settings(max_examples=15)  # the reference is slow
@given(
    st.lists(st.tuples(st.integers(1, 60), st.integers(1, 45)), min_size=1, max_size=8),
    st.integers(0, 300),
    st.sampled_from([("DE", 30, 90), ("RU", 90, 90), ("IN", 14, 42)]),
)
def test_a_plan_leaves_every_later_stay_its_days(
    gaps: list[tuple[int, int]], offset: int, regime: tuple[str, int, int]
) -> None:
    country, per_entry, in_window = regime
    plan: list[tuple[date, date]] = []
    free = day("2024-01-01")
    for gap, length in gaps:
        # No stay is longer than one entry allows: what is unlawful by that alone needs no days
        plan.append((free + DAY * gap, free + DAY * (gap + min(length, per_entry) - 1)))
        free = plan[-1][1] + DAY
    person = traveller(country, *(Stay(entry=first, exit=last) for first, last in plan))
    reckoning = Reckoning(person, day("2024-01-01"), LAW, Reading.USUAL)
    entry, days, oracle = day("2024-01-01") + DAY * offset, days_of(plan), RollingOracle(in_window, 180)
    found = longest_stay(reckoning, entry)
    if entry in days:
        # Leaving and coming back on one day is possible, in the midst of a stay nothing is
        inside = any(first <= entry < last for first, last in plan)
        assert (found is None) == inside
        return
    history = min(per_entry, plain_longest(oracle, days, entry))
    assert found is not None
    assert found.history_only == history
    assert found.days == min(per_entry, longest_beside_later(oracle, days, entry))
    assert (found.stay is not None) == (found.days < history)


# A trip


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


# The whole plan


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


# Days that come back


def test_days_come_back_one_by_one_with_the_stay_that_gave_them() -> None:
    # 1 January and 180 days are 30 June; 1 March and 180 days are 28 August
    person = traveller("DE", stay("2026-03-01", "2026-03-10"), stay("2026-01-01", "2026-01-30"))
    reckoning = Reckoning(person, day("2026-04-01"), LAW, Reading.USUAL)
    assert days_back(reckoning, day("2026-04-01"), day("2026-12-31")) == [
        Return(1, span("2026-06-30", "2026-07-29")),
        Return(0, span("2026-08-28", "2026-09-06")),
    ]
    assert days_back(reckoning, day("2026-07-29"), day("2026-08-29")) == [
        Return(1, span("2026-07-29", "2026-07-29")),
        Return(0, span("2026-08-28", "2026-08-29")),
    ]
    safe = Reckoning(person, day("2026-04-01"), LAW, Reading.SAFE)
    assert days_back(safe, day("2026-04-01"), day("2026-07-02")) == [Return(1, span("2026-07-01", "2026-07-02"))]


def test_days_of_the_present_stay_come_back_as_if_it_were_used_up() -> None:
    # here since 1 January 2026 to 30 January at most
    reckoning = Reckoning(traveller("DE", stay("2026-01-01")), day("2026-01-10"), LAW, Reading.USUAL)
    assert days_back(reckoning, day("2026-01-10"), day("2026-12-31")) == [
        Return(0, span("2026-06-30", "2026-07-29"))
    ]


def test_days_under_a_permit_and_a_day_shared_come_back_once_or_never() -> None:
    person = traveller(
        "RU",
        stay("2026-01-01", "2026-01-20"),
        stay("2026-01-20", "2026-01-31"),
        permits=[permit("2026-01-05", "2026-01-10", "rvp")],
    )
    reckoning = Reckoning(person, day("2026-02-10"), LAW, Reading.USUAL)
    assert days_back(reckoning, day("2026-02-10"), day("2026-12-31")) == [
        Return(0, span("2026-06-30", "2026-07-03")),
        Return(0, span("2026-07-10", "2026-07-19")),
        Return(1, span("2026-07-20", "2026-07-30")),
    ]


def test_a_period_from_the_first_entry_gives_no_day_back() -> None:
    # By the strict reading the general limit, which looks back, holds beside it
    reckoning = Reckoning(traveller("UA", stay("2026-01-01", "2026-01-20")), day("2026-02-10"), LAW, Reading.USUAL)
    assert days_back(reckoning, day("2026-02-10"), day("2026-12-31")) == []


def test_a_trip_that_makes_a_later_stay_less_unlawful_breaks_nothing() -> None:
    # 70 days from 1 January leave 20 to the stay of 40 from 1 June, since the period ends on 29 June only.
    # A day on 20 December opens the period sooner, and the next one begins on 17 June
    person = traveller("UA", stay("2026-01-01", "2026-03-11"), stay("2026-06-01", "2026-07-10"))
    reckoning = Reckoning(person, day("2025-12-01"), LAW, Reading.USUAL)
    assert reckoning.verdict(1).overstay_days == 20
    assert trip(reckoning, day("2025-12-20"), day("2025-12-20")).breaks == []
