from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kzstay.bundled import law
from kzstay.core.days import DAY
from kzstay.core.law.workdays import DayOff, WorkCalendar
from tests.helpers import day

CALENDAR = law().calendar


@pytest.mark.parametrize(
    ("on", "kind", "source"),
    [
        ("2026-01-01", "holiday", "Law 267-II, art. 4"),
        ("2026-01-07", "holiday", "Labour Code 84(5): Christmas is a day off"),
        ("2026-03-09", "observed", "inform.kz 02.01.2026: for Sunday 8 March"),
        ("2026-03-24", "observed", "inform.kz 02.01.2026: for Saturday 21 March"),
        ("2026-03-25", "observed", "inform.kz 02.01.2026: for Sunday 22 March"),
        ("2026-05-11", "observed", "inform.kz 02.01.2026: for Saturday 9 May"),
        ("2026-05-27", "holiday", "egov.kz: Kurban Ait, confirmed and no longer an estimate"),
        ("2026-10-26", "observed", "inform.kz 02.01.2026: for Sunday 25 October"),
        ("2024-05-08", "swap", "Labour Ministry order 109"),
        ("2025-01-03", "swap", "Labour Ministry order 436"),
        ("2027-03-15", "holiday", "taspanews.kz 18.03.2026: Constitution Day from 2027"),
        ("2027-05-16", "estimated", "the moon, as holidays reckons it"),
        ("2025-09-01", "observed", "Law 267-II, art. 5: for Saturday 30 August"),
    ],
)
def test_a_day_off_by_law_or_order(on: str, kind: str, source: str) -> None:
    off = CALENDAR.day_off(day(on))
    assert off is not None, source
    assert (off.date, off.kind) == (day(on), kind), source
    assert not CALENDAR.is_working(day(on)), source
    assert off.kind == "swap" or set(CALENDAR.names[off.name]) == {"en", "ru", "kk"}


@pytest.mark.parametrize(
    ("on", "source"),
    [
        ("2024-05-04", "Saturday worked for 8 May: Labour Ministry order 109"),
        ("2025-01-05", "Sunday worked for 3 January: Labour Ministry order 436"),
        ("2020-05-11", "Monday worked for 8 May: decree 820"),
        ("2026-08-31", "30 August 2026, a Sunday, is a holiday no more: taspanews.kz 18.03.2026"),
        ("2024-06-17", "Kurban Ait fell on Sunday 16 June 2024 and does not move: Labour Code 84(5)"),
        ("2024-01-08", "Christmas fell on Sunday 7 January 2024 and does not move: Labour Code 84(5)"),
        ("2026-11-20", "a Friday like any other"),
    ],
)
def test_a_day_is_worked(on: str, source: str) -> None:
    assert CALENDAR.is_working(day(on)), source


@pytest.mark.parametrize("on", ["2026-11-21", "2026-11-22", "2026-08-30"])
def test_a_weekend_is_no_day_off_of_its_own_yet_is_not_worked(on: str) -> None:
    assert not CALENDAR.is_working(day(on))
    assert CALENDAR.day_off(day(on)) is None


@given(st.dates(date(2019, 12, 1), date(2036, 2, 1)), st.integers(1, 30))
def test_working_days_are_counted_one_by_one(start: date, count: int) -> None:
    """Also where the calendar begins and where it ends."""

    def walk(on: date) -> date:
        left = count
        while True:
            left -= CALENDAR.is_working(on)
            if not left:
                return on
            on += DAY

    assert CALENDAR.nth_from(start, count) == walk(start)
    assert CALENDAR.nth_after(start, count) == walk(start + DAY)


@given(st.dates(date(2019, 12, 1), date(2036, 2, 1)), st.integers(1, 10))
def test_counting_from_the_next_day_is_never_earlier(start: date, count: int) -> None:
    from_it, after = CALENDAR.nth_from(start, count), CALENDAR.nth_after(start, count)
    assert CALENDAR.is_working(from_it)
    assert CALENDAR.is_working(after)
    assert start <= from_it <= after
    assert (from_it < after) == CALENDAR.is_working(start)


def test_beyond_the_calendar_weekends_are_all_it_knows() -> None:
    assert not CALENDAR.covers(day("2019-12-31"))
    assert CALENDAR.covers(day("2020-01-01"))
    assert CALENDAR.covers(day("2035-12-31"))
    assert not CALENDAR.covers(day("2036-01-01"))
    assert CALENDAR.is_working(day("2036-01-01")), "a Tuesday, New Year or not"
    assert CALENDAR.nth_from(day("2040-06-01"), 3) == day("2040-06-05"), "Friday, Monday, Tuesday"


def test_a_year_is_confirmed_when_its_calendar_was_published() -> None:
    # The calendar of 2026 was published (inform.kz 02.01.2026), that of 2027 was not
    assert CALENDAR.confirmed(day("2026-12-31"))
    assert not CALENDAR.confirmed(day("2027-01-01"))
    assert not CALENDAR.confirmed(day("2019-12-31")), "before its first day it knows nothing"


def write(folder: Path, confirmed: str = "") -> WorkCalendar:
    (folder / "kz.toml").write_text(
        """
        first = 2030-01-01
        last = 2030-12-31
        off = [
          "2030-04-13 kurban-ait estimated",
          "2030-05-01 unity-day holiday",
        ]
        """,
        encoding="utf-8",
    )
    (folder / "kz-overrides.toml").write_text(
        f"confirmed_until = 2029\nswap = []\nconfirmed = [{confirmed}]\nnames = {{}}\n", encoding="utf-8"
    )
    return WorkCalendar.load(folder)


def test_an_estimate_stands_until_the_date_is_confirmed(tmp_path: Path) -> None:
    estimated = write(tmp_path)
    assert estimated.day_off(day("2030-04-13")) == DayOff(day("2030-04-13"), "kurban-ait", "estimated")
    confirmed = write(tmp_path, '{ date = 2030-04-14, name = "kurban-ait", source = "egov.kz" }')
    assert confirmed.day_off(day("2030-04-13")) is None
    assert confirmed.day_off(day("2030-04-14")) == DayOff(day("2030-04-14"), "kurban-ait", "holiday")
    assert confirmed.day_off(day("2030-05-01")) == DayOff(day("2030-05-01"), "unity-day", "holiday")


def test_a_confirmed_date_of_another_year_replaces_nothing(tmp_path: Path) -> None:
    other = write(tmp_path, '{ date = 2029-04-24, name = "kurban-ait", source = "egov.kz" }')
    assert other.day_off(day("2030-04-13")) is not None


def test_a_count_that_ends_after_the_calendar_goes_on_by_weekdays(tmp_path: Path) -> None:
    small = write(tmp_path)
    # 31 December 2030 is a Tuesday: Tuesday, then Wednesday and Thursday of a year not covered
    assert small.nth_from(day("2030-12-31"), 3) == day("2031-01-02")
    assert small.nth_after(day("2030-12-31"), 3) == day("2031-01-03")


def test_every_worked_year_has_fewer_days_off_than_weekends_and_three_weeks() -> None:
    for year in range(2020, 2036):
        days = [date(year, 1, 1) + timedelta(days=i) for i in range(366)]
        off = [d for d in days if d.year == year and d.weekday() < 5 and not CALENDAR.is_working(d)]
        assert 10 <= len(off) <= 21, year
