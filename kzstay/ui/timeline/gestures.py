"""What a drag or a key does to a stay: plain values in, plain values out, whole days only."""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum

import msgspec

from kzstay.core.case import Stay, Traveller
from kzstay.core.days import DAY


class Part(StrEnum):
    """What of a stay is taken hold of."""

    BODY = "body"
    ENTRY = "entry"
    EXIT = "exit"


class Change(msgspec.Struct, frozen=True):
    """The stays after a gesture, the stay it was about, and whether a neighbour stopped it."""

    stays: tuple[Stay, ...]
    index: int
    blocked: bool = False


def end_of(stay: Stay, on: date) -> date:
    """Return the last day of a stay as it is drawn on a day."""
    return stay.exit or max(stay.entry, on)


def room(traveller: Traveller, index: int | None, at: date, on: date) -> tuple[date, date]:
    """Return the days between the neighbours of a stay, or of a day where none is: both may be shared."""
    first, last = date(1991, 1, 1), date(2199, 12, 31)
    for number, stay in enumerate(traveller.stays):
        if number == index:
            continue
        end = end_of(stay, on)
        if end <= at or stay.entry < at:
            first = max(first, end)
        else:
            last = min(last, stay.entry)
    return first, last


def moved(traveller: Traveller, index: int, days: int, on: date) -> Change:
    """Move a stay by whole days; its length stays, and a neighbour stops it."""
    stay = traveller.stays[index]
    first, last = room(traveller, index, stay.entry, on)
    end = end_of(stay, on)
    by = max(min(days, (last - end).days if stay.exit else days), (first - stay.entry).days)
    if stay.exit is None:
        by = min(by, max(0, (last - stay.entry).days))
    shift = timedelta(by)
    after = msgspec.structs.replace(stay, entry=stay.entry + shift, exit=stay.exit + shift if stay.exit else None)
    return _changed(traveller, index, after, by != days)


def resized(traveller: Traveller, index: int, part: Part, day: date, on: date) -> Change:
    """Set the entry or the exit of a stay; it never passes the other edge or a neighbour."""
    stay = traveller.stays[index]
    first, last = room(traveller, index, stay.entry, on)
    if part is Part.ENTRY:
        to = max(first, min(day, end_of(stay, on)))
        return _changed(traveller, index, msgspec.structs.replace(stay, entry=to), to != day)
    to = min(last, max(day, stay.entry))
    return _changed(traveller, index, msgspec.structs.replace(stay, exit=to), to != day)


def created(traveller: Traveller, anchor: date, day: date, on: date) -> Change:
    """Make a stay from one day to another, in either direction; a neighbour stops it."""
    first, last = room(traveller, None, anchor, on)
    entry, leaving = max(first, min(anchor, day)), min(last, max(anchor, day))
    stay = Stay(entry=min(entry, leaving), exit=max(entry, leaving))
    return inserted(traveller, stay, blocked=(entry, leaving) != (min(anchor, day), max(anchor, day)))


def inserted(traveller: Traveller, stay: Stay, *, blocked: bool = False) -> Change:
    """Put a stay before the first that begins later."""
    stays = traveller.stays
    index = next((i for i, other in enumerate(stays) if other.entry > stay.entry), len(stays))
    return Change((*stays[:index], stay, *stays[index:]), index, blocked)


def removed(traveller: Traveller, index: int) -> Change:
    """Take a stay away; the one that follows takes its place in the selection."""
    stays = (*traveller.stays[:index], *traveller.stays[index + 1 :])
    return Change(stays, min(index, len(stays) - 1))


def free_day(traveller: Traveller, near: date, on: date) -> date:
    """Return the first day from one on that no stay holds."""
    day = near
    for stay in sorted(traveller.stays, key=lambda stay: stay.entry):
        if stay.entry <= day <= end_of(stay, on):
            day = end_of(stay, on) + DAY
    return day


def snapped(day: date, to: list[date], within: float) -> date:
    """Draw a day to the nearest of some days if that is no more than so many days away."""
    nearest = min(to, key=lambda other: abs((other - day).days), default=day)
    return nearest if abs((nearest - day).days) <= within else day


def _changed(traveller: Traveller, index: int, after: Stay, blocked: bool) -> Change:
    stays = traveller.stays
    return Change((*stays[:index], after, *stays[index + 1 :]), index, blocked)
