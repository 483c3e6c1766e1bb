"""Ticks of the ruler: which days carry a line and a label at which zoom."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

import msgspec

from kzstay.core.days import DAY
from kzstay.drawing.scale import Scale
from kzstay.texts.words import Words


class Tick(msgspec.Struct, frozen=True):
    """A place on the ruler."""

    x: float
    label: str
    strong: bool = False
    minor: bool = False  # stands in the lower row
    dated: str = ""  # the label with its year
    brief: str = ""  # the label where there is little room
    year: str = ""


class Level(msgspec.Struct, frozen=True):
    """What the ruler shows from so many pixels a day on."""

    per_day: float
    months: int  # between labels; 12 is a year
    days: int | None = None  # between the labels of the lower row; 7 are weeks


LEVELS = (
    Level(24, 1, 1),
    Level(8, 1, 7),
    Level(1.7, 1),
    Level(0.6, 3),
    Level(0.14, 12),
    Level(0, 60),
)


def level_at(scale: Scale) -> Level:
    """Return what the ruler shows at a scale."""
    return next(level for level in LEVELS if scale.per_day >= level.per_day)


def ticks(scale: Scale, w: Words) -> list[Tick]:
    """List the places of the ruler, those of the upper row first."""
    level = level_at(scale)
    found = [
        Tick(scale.x_of(day), text, strong, False, _dated(day, level, w), _brief(day, level, w), str(day.year))
        for day, text, strong in _major(scale, level, w)
    ]
    if level.days:
        found += [Tick(scale.x_of(day), str(day.day), minor=True) for day in _steps(scale, level.days, w)]
    return found


def _major(scale: Scale, level: Level, w: Words) -> Iterator[tuple[date, str, bool]]:
    wide = level.per_day >= 8
    for number, day in enumerate(_months(scale, level.months)):
        if level.months >= 12:
            yield day, str(day.year), True
        elif day.month == 1 or wide or number == 0:
            yield day, w.month_year(day, short=not wide), day.month == 1 or not wide
        else:
            yield day, w.month(day), False


def _dated(day: date, level: Level, w: Words) -> str:
    return str(day.year) if level.months >= 12 else w.month_year(day, short=level.per_day < 8)


def _brief(day: date, level: Level, w: Words) -> str:
    return str(day.year) if day.month == 1 or level.months >= 12 else w.month(day, short=level.per_day < 8)


def _months(scale: Scale, step: int) -> Iterator[date]:
    first, last = scale.first, scale.last
    # The month that began before the left edge is labelled too; the painter keeps its label in sight
    number = first.year * 12 + first.month - 1
    number -= number % step
    while (day := date(number // 12, number % 12 + 1, 1)) <= last:
        yield day
        number += step


def _steps(scale: Scale, days: int, w: Words) -> Iterator[date]:
    day, last = scale.first, scale.last
    if days == 7:
        day -= DAY * ((day.weekday() - w.week_start) % 7)
    while day <= last:
        yield day
        day += DAY * days


def free_days(scale: Scale, works: Callable[[date], bool]) -> list[tuple[float, float]]:
    """List where days off lie, as x and width, runs joined; none where a day is too narrow to be seen."""
    if scale.per_day < 1.7:
        return []
    runs: list[tuple[float, float]] = []
    day, end, begun = scale.first, scale.last + DAY, None
    while day <= end:
        off = day < end and not works(day)
        if off and begun is None:
            begun = day
        elif not off and begun is not None:
            x = scale.x_of(begun)
            runs.append((x, scale.x_of(day) - x))
            begun = None
        day += DAY
    return runs
