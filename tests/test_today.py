from __future__ import annotations

import time
from datetime import UTC, date, datetime

import pytest

from kzstay import today as clock

HOUR = 3600


def at(moment: float, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(time, "time", lambda: moment)


def utc(year: int, month: int, day: int, hour: int = 0, minute: int = 0) -> float:
    return datetime(year, month, day, hour, minute, tzinfo=UTC).timestamp()


@pytest.mark.parametrize(
    ("hour", "minute", "day"), [(0, 0, 26), (18, 59, 26), (19, 0, 27), (23, 59, 27), (12, 0, 26)]
)
def test_the_day_is_that_of_kazakhstan(hour: int, minute: int, day: int, monkeypatch: pytest.MonkeyPatch) -> None:
    at(utc(2026, 11, 26, hour, minute), monkeypatch)
    assert clock.today() == date(2026, 11, day)


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="the zone of a running program cannot be set here")
@pytest.mark.parametrize("zone", ["America/New_York", "Pacific/Kiritimati", "Asia/Almaty", "UTC"])
def test_the_zone_of_the_machine_makes_no_other_day(zone: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", zone)
    time.tzset()
    try:
        at(utc(2026, 11, 26, 19), monkeypatch)
        assert clock.today() == date(2026, 11, 27)
        assert clock.seconds_to_midnight() == HOUR
    finally:
        monkeypatch.delenv("TZ")
        time.tzset()


@pytest.mark.parametrize(
    ("moment", "taken"),
    [
        (utc(1, 12, 31), date(1991, 1, 1)),
        (utc(1990, 12, 31), date(1991, 1, 1)),
        (utc(1991, 12, 31), date(1991, 12, 31)),
        (utc(2199, 12, 31), date(2199, 12, 31)),
        (utc(9999, 12, 31), date(2199, 12, 31)),
        (1e15, date(2199, 12, 31)),
        (-1e15, date(1991, 1, 1)),
        (1e300, date(2199, 12, 31)),
    ],
)
def test_today_is_within_the_years_that_are_reckoned_with(
    moment: float, taken: date, monkeypatch: pytest.MonkeyPatch
) -> None:
    at(moment, monkeypatch)
    assert clock.today() == taken
    assert 0 <= clock.seconds_to_midnight() <= HOUR


@pytest.mark.parametrize(("before", "left"), [(90, 90), (HOUR + 1, HOUR), (0.5, 0.5), (0, HOUR)])
def test_the_day_lasts_until_midnight_and_is_looked_at_every_hour(
    before: float, left: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    at(utc(2026, 11, 22, 19) - before, monkeypatch)
    assert clock.seconds_to_midnight() == pytest.approx(left)
