"""What is told of an entry that is planned: its limits, the row of the law, what refuses it, its room."""

from __future__ import annotations

import pytest

from kzstay.core.case import Traveller
from kzstay.core.days import DAY
from kzstay.core.law.schema import DutyRow, GeneralRow, Question, Regime, Row, VisaRow
from kzstay.core.plan import (
    AHEAD,
    MOST,
    coming_back,
    days_back,
    free_time,
    last_day,
    limiting_row,
    longest_stay,
    possible_by_usual,
    refusal_of,
    takes_days,
    trip,
    uses_on,
)
from tests.core.builders import SAFE, USUAL, expulsion, reckon, ruled
from tests.core.histories import NINETY, PARTING
from tests.helpers import day, permit, span, stay, traveller

WINTER = day("2026-12-01")
BANNED = ruled(traveller("DE"), expulsion("2026-01-01", executed="2026-01-05"))


# The limits of an entry


def test_an_entry_is_judged_by_the_limits_of_its_regime() -> None:
    reckoning = reckon(traveller("DE", stay("2026-11-01", "2026-11-10")), "2026-11-22")
    assert [(use.kind, use.used) for use in uses_on(reckoning, WINTER)] == [("per-entry", None), ("rolling", 10)]


@pytest.mark.parametrize(
    ("person", "why"),
    [
        (traveller("PK"), "no regime"),
        (BANNED, "refused, whatever the days say"),
        (traveller("DE", permits=[permit("2026-11-01", "2027-01-31")]), "a permit covers it"),
        (traveller("DE", stay("2026-11-25", "2026-12-05")), "within a stay"),
    ],
)
def test_an_entry_that_no_limit_judges_has_none(person: Traveller, why: str) -> None:
    assert uses_on(reckon(person, "2026-11-22"), WINTER) == [], why


def name_of(row: Row | None) -> str | None:
    """Name a row of the law by what it is called in its file."""
    if isinstance(row, (Regime, VisaRow, Question)):
        return row.id
    return row.kind if isinstance(row, DutyRow) else "general" if isinstance(row, GeneralRow) else None


GEORGIAN = [stay(f"2026-0{month}-01", f"2026-0{month}-20") for month in (7, 8, 9)]


@pytest.mark.parametrize(
    ("person", "row"),
    [
        (traveller("DE"), "unilateral-30"),
        # The treaty gives ninety days; of the general ninety in 180 thirty are left, if it holds beside the treaty
        (traveller("GE", *GEORGIAN), "treaty-without-window"),
        # 90 in the 180 from the first entry; of any 180 days before the entry 60 are used
        (traveller("UA", *GEORGIAN), "first-entry-window"),
        (traveller("PK"), "consular-visa"),
        (BANNED, "ban-end"),
        (traveller("DE", permits=[permit("2026-11-01", "2027-01-31")]), None),  # the permit, not the law
        (traveller("DE", stay("2026-12-06", "2026-12-09")), None),  # the room before the next stay
        (traveller("DE", stay("2026-11-25", "2026-12-05")), None),  # within a stay nobody can enter
        # The days that a later stay needs are those of its own regime
        (traveller("RU", stay("2027-01-10", "2027-04-09")), "eaeu"),
    ],
)
def test_what_limits_an_entry_is_a_row_of_the_law(person: Traveller, row: str | None) -> None:
    reckoning = reckon(person, "2026-11-22")
    assert name_of(limiting_row(reckoning, WINTER, longest_stay(reckoning, WINTER))) == row


def test_a_later_stay_of_which_no_regime_is_known_is_limited_by_no_row() -> None:
    held = [permit("2027-01-01", "2027-01-31")]
    reckoning = reckon(traveller("PK", stay("2027-01-10", "2027-01-20"), permits=held), "2026-11-22")
    found = longest_stay(reckon(traveller("RU", stay("2027-01-10", "2027-04-09")), "2026-11-22"), WINTER)
    assert found is not None
    assert found.stay == 0
    assert limiting_row(reckoning, WINTER, found) is None


def test_a_trip_takes_days_of_a_later_stay_only_from_what_is_counted() -> None:
    assert [takes_days(kind) for kind in ("rolling", "forward", "calendar-year")] == [True] * 3
    assert [takes_days(kind) for kind in ("per-entry", "permit", "stay")] == [False] * 3


def test_what_refuses_an_entry_is_named_whatever_the_days_say() -> None:
    assert refusal_of(reckon(BANNED, "2026-11-22"), WINTER) == "ban"
    assert refusal_of(reckon(traveller("DE", *NINETY), "2026-05-02"), day("2026-05-02")) is None
    assert refusal_of(reckon(traveller("PK"), "2026-11-22"), WINTER) is None


# A trip that was asked for


def test_a_trip_that_the_safe_reading_refuses_may_be_possible_by_the_usual_one() -> None:
    person, entry = traveller("DE", *PARTING), day("2026-06-10")
    for reading, possible in ((SAFE, True), (USUAL, False)):  # the usual reading has no other to ask
        reckoning = reckon(person, "2026-06-01", reading)
        assert possible_by_usual(reckoning, trip(reckoning, entry, day("2026-07-09"))) is possible
    safe = reckon(person, "2026-06-01")
    assert not possible_by_usual(safe, trip(safe, entry, day("2026-07-20")))


def test_a_stay_in_the_way_blocks_a_trip_and_days_that_are_taken_do_not() -> None:
    person = traveller("RU", stay("2027-01-10", "2027-04-09"))
    reckoning = reckon(person, "2026-11-22")
    assert trip(reckoning, day("2027-02-01"), day("2027-02-03")).blocked
    assert trip(reckoning, WINTER, day("2027-01-12")).blocked
    taking = trip(reckoning, WINTER, day("2026-12-31"))
    assert (taking.blocked, taking.lawful) == (False, False)


def test_the_last_day_is_that_of_the_longest_stay_or_of_a_lawful_trip_that_is_longer() -> None:
    reckoning = reckon(traveller("DE", stay("2026-12-06", "2026-12-09")), "2026-11-22")
    found = longest_stay(reckoning, WINTER)
    assert last_day(WINTER, found) == day("2026-12-05")
    assert last_day(WINTER, found, trip(reckoning, WINTER, day("2026-12-03"))) == day("2026-12-05")
    # it may end on the day on which the next stay begins
    assert last_day(WINTER, found, trip(reckoning, WINTER, day("2026-12-06"))) == day("2026-12-06")
    assert last_day(WINTER, found, trip(reckoning, WINTER, day("2026-12-08"))) == day("2026-12-05")
    assert last_day(WINTER, None) is None


# The room about an entry


def test_the_free_time_lies_between_the_stays_before_and_after_an_entry() -> None:
    person = traveller("DE", stay("2026-11-01", "2026-11-10"), stay("2027-01-10", "2027-01-20"))
    assert free_time(reckon(person, "2026-11-05"), WINTER) == span("2026-11-11", "2027-01-09")
    assert free_time(reckon(person, "2026-11-22"), WINTER).first == day("2026-11-22")
    assert free_time(reckon(traveller("DE"), "2026-11-22"), WINTER).last == WINTER + DAY * AHEAD
    far = traveller("DE", stay("2036-01-10", "2036-01-20"))
    assert free_time(reckon(far, "2026-11-22"), WINTER).last == day("2026-11-22") + DAY * MOST


def test_what_comes_back_is_looked_for_as_long_as_the_limit_looks_back() -> None:
    reckoning = reckon(traveller("DE", *NINETY), "2026-05-02", USUAL)
    entry = day("2026-05-02")
    assert coming_back(reckoning, entry) == days_back(reckoning, entry, entry + DAY * 179)
    assert [back.stay for back in coming_back(reckoning, entry)] == [0, 1, 2]
    assert coming_back(reckon(traveller("PK"), "2026-11-22"), WINTER) == []
