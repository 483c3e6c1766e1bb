"""Ruler of the timeline: which of its places have room for their names, and that a year is always among them."""

from __future__ import annotations

from collections.abc import Callable

import msgspec

from kzstay.drawing.letters import NORMAL, SMALL, wide
from kzstay.drawing.scale import Scale
from kzstay.drawing.shapes import PILL, PILL_HEIGHT, Label, Ruler
from kzstay.drawing.ticks import Tick, free_days, ticks
from kzstay.texts import Words

_ALONE, _UPPER, _LOWER = 33.0, 25.0, 37.5  # the middle of a row of names, alone or as one of two
_AFTER = 8.0  # between a place and its name
_GAP, _EDGE = 6.0, 4.0
_FIRST = 2  # names, one of which has its year if there is room
_BESIDE = 5.0  # between today's line and a name


def rule(scale: Scale, w: Words, works: Callable[..., bool]) -> Ruler:
    """Work out the ruler of a scale; ``works`` tells whether a day is a working day."""
    found = ticks(scale, w)
    upper, lower = ([tick for tick in found if tick.minor is minor] for minor in (False, True))
    numbers = [Label(tick.label, tick.x + 3, _LOWER, wide(tick.label, SMALL), "muted") for tick in lower]
    days = [label for label in numbers if label.x >= 0 and label.right <= scale.width]
    names = _named(upper, scale.width, _UPPER if lower else _ALONE)
    return Ruler(found, free_days(scale, works), names, days, _year_above(upper, names))


def beside_today(row: list[Label], today_x: float, width: float) -> list[Label]:
    """Move the name through which today's line would run to the right of it, if there is room before the next."""
    for number, label in enumerate(row):
        if label.x - 2 < today_x < label.right + 1:
            until = row[number + 1].x - _GAP if number + 1 < len(row) else width - _EDGE
            if today_x + _BESIDE + label.width <= until:
                return [
                    *row[:number],
                    msgspec.structs.replace(label, x=today_x + _BESIDE),
                    *row[number + 1 :],
                ]
    return row


def _named(upper: list[Tick], width: float, y: float) -> list[Label]:
    """Name the places, the first with its year if there is room; what does not fit has a shorter name or none."""
    found: list[Label] = []
    dated = False
    for number, tick in enumerate(upper):
        with_year = not dated and len(found) < _FIRST
        until = width - _EDGE
        if number + 1 < len(upper):
            until = min(until, upper[number + 1].x + _AFTER - _GAP)
        for text in ([tick.dated] if with_year else []) + [tick.label, tick.brief]:
            label = _name(tick, text, y)
            # The name of a month that began off the screen stays in sight as long as there is room
            if label.right <= until and (not found or label.x >= found[-1].right + _GAP):
                found.append(label)
                dated = dated or tick.year in text
                break
    return found


def _year_above(upper: list[Tick], names: list[Label]) -> Label | None:
    """Write the year over the names where none of them has room for it."""
    if not upper or any(tick.year in name.text for tick in upper for name in names):
        return None
    seen = next((tick for tick in reversed(upper) if tick.x <= 0), upper[0])
    room = wide(seen.year, NORMAL, bold=True)
    return Label(seen.year, _AFTER, PILL + PILL_HEIGHT / 2, room, "text", NORMAL, strong=True)


def beside_pill(year: Label, pill: Label) -> Label:
    """Move the year to the right of the pill that would cover it."""
    if pill.x - _GAP < year.right and year.x < pill.right + _GAP:
        return msgspec.structs.replace(year, x=pill.right + _GAP)
    return year


def _name(tick: Tick, text: str, y: float) -> Label:
    strong = tick.year in text
    x = max(_AFTER, tick.x + _AFTER)
    return Label(text, x, y, wide(text, NORMAL, bold=strong), "text" if strong else "muted", NORMAL, strong=strong)
