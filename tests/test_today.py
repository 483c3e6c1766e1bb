from __future__ import annotations

import time
from datetime import date

import pytest

from kzstay import today as clock

HOUR = 3600


class Year(date):
    """A clock that stands in some year."""

    year_now = 1

    @classmethod
    def today(cls) -> date:
        if not 1 <= cls.year_now <= 9999:
            raise ValueError("year is out of range")
        return date(cls.year_now, 12, 31)


@pytest.mark.parametrize(
    ("year", "taken"),
    [
        (1, date(1991, 1, 1)),
        (1990, date(1991, 1, 1)),
        (1991, date(1991, 12, 31)),
        (2026, date(2026, 12, 31)),
        (2199, date(2199, 12, 31)),
        (9999, date(2199, 12, 31)),
        (10_000, date(2199, 12, 31)),
    ],
)
def test_today_is_within_the_years_that_are_reckoned_with(
    year: int, taken: date, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Year, "year_now", year)
    monkeypatch.setattr(clock, "date", Year)
    assert clock.today() == taken
    assert 0 <= clock.seconds_to_midnight() <= HOUR


def test_a_clock_before_all_dates_stands_at_the_first_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Year, "year_now", 0)
    monkeypatch.setattr(clock, "date", Year)
    monkeypatch.setattr(time, "time", lambda: -1e15)
    assert clock.today() == date(1991, 1, 1)


@pytest.mark.parametrize(("before", "left"), [(90, 90), (HOUR + 1, HOUR), (0.5, 0.5)])
def test_the_day_lasts_until_midnight_and_is_looked_at_every_hour(
    before: float, left: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    midnight = time.mktime((2026, 11, 23, 0, 0, 0, 0, 0, -1))
    monkeypatch.setattr(time, "time", lambda: midnight - before)

    class LastDay(date):
        @classmethod
        def today(cls) -> date:
            return date(2026, 11, 22)

    monkeypatch.setattr(clock, "date", LastDay)
    assert clock.seconds_to_midnight() == pytest.approx(left)
