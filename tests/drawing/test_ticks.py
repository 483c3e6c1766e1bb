"""The ruler at every zoom."""

from __future__ import annotations

from itertools import pairwise

import pytest

from kzstay import bundled
from kzstay.drawing.scale import Scale
from kzstay.drawing.ticks import LEVELS, free_days, ticks
from kzstay.texts.words import words
from tests.helpers import day

EN = words("en")


def labels(per_day: float, *, minor: bool = False) -> list[str]:
    scale = Scale(day("2026-11-10").toordinal(), per_day, 1200)
    return [tick.label for tick in ticks(scale, EN) if tick.minor is minor]


@pytest.mark.parametrize(
    ("per_day", "first"),
    [
        (40, ["November 2026", "December 2026"]),
        (10, ["November 2026", "December 2026", "January 2027"]),
        (4, ["Nov 2026", "Dec", "Jan 2027", "Feb", "Mar"]),
        (1, ["Oct 2026", "Jan 2027", "Apr", "Jul", "Oct"]),
        (0.3, ["2026", "2027", "2028"]),
        (0.1, ["2025", "2030", "2035"]),
    ],
)
def test_the_ruler_goes_from_days_to_years(per_day: float, first: list[str]) -> None:
    assert labels(per_day)[: len(first)] == first


def test_days_are_numbered_where_there_is_room() -> None:
    assert labels(40, minor=True)[:3] == ["10", "11", "12"]


def test_weeks_begin_on_monday() -> None:
    assert labels(10, minor=True)[:3] == ["9", "16", "23"]


def test_names_never_stand_on_each_other() -> None:
    for level in LEVELS:
        per_day = max(level.per_day, 0.06)
        scale = Scale(day("2026-01-01").toordinal(), per_day, 2000)
        places = [tick.x for tick in ticks(scale, EN) if not tick.minor]
        assert min(right - left for left, right in pairwise(places)) > 28


def test_days_off_are_shaded_in_runs() -> None:
    works = bundled.law().calendar.is_working
    scale = Scale(day("2026-03-16").toordinal(), 10, 140)
    # Nauryz 21 to 23 March 2026 falls on Saturday to Monday; 24 and 25 March are off in their stead
    assert free_days(scale, works) == [(50, 50), (120, 20)]


def test_days_too_narrow_to_be_seen_are_not_shaded() -> None:
    assert free_days(Scale(day("2026-03-16").toordinal(), 1, 500), bundled.law().calendar.is_working) == []


@pytest.mark.parametrize("week_start", range(7))
def test_weeks_of_the_ruler_begin_as_a_person_begins_them(week_start: int) -> None:
    scale = Scale.showing(day("2026-11-01"), day("2026-12-20"), 50 * 10)
    found = [tick for tick in ticks(scale, words("en", "language", week_start)) if tick.minor]
    assert found
    assert {scale.day_at(tick.x + 1).weekday() for tick in found} == {week_start}
