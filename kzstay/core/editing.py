"""Editing of stays, by a drag or by keys: plain values in, plain values out, whole days only."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, timedelta
from enum import StrEnum
from itertools import pairwise

import msgspec

from kzstay.core.case import FIRST_YEAR, LAST_DAY, LAST_YEAR, Case, Key, Number, Stay, Traveller, another, place_of
from kzstay.core.days import DAY
from kzstay.core.history import StayHistory


class Handle(StrEnum):
    """What of a stay is taken hold of."""

    BODY = "body"
    ENTRY = "entry"
    EXIT = "exit"


class Change(msgspec.Struct, frozen=True):
    """The stays after a gesture, the stay it was about, and whether a neighbour stopped it."""

    stays: tuple[Stay, ...]
    index: int
    blocked: bool = False

    @property
    def about(self) -> Number | None:
        """Return the key of the stay it was about; None where no stay is left."""
        return self.stays[self.index].key.number if 0 <= self.index < len(self.stays) else None


def sorted_by_day(traveller: Traveller) -> Traveller:
    """Return the traveller with the stays in order of entry, then of exit; the same one where they are."""
    stays = traveller.stays
    if all(one.entry < other.entry for one, other in pairwise(stays)):
        return traveller  # as nearly always, and told sooner than by sorting
    order = traveller.in_order()
    if order == list(range(len(order))):
        return traveller
    return msgspec.structs.replace(traveller, stays=tuple(stays[index] for index in order))


def with_stays_in_order(case: Case, before: Case | None = None) -> Case:
    """Return the case with everybody's stays in order; the same one where they are.

    Whoever is the same as in a case ``before``, whose stays are in order, is not looked at again.
    """
    known = {id(one) for one in before.travellers} if before is not None else set[int]()
    travellers = tuple(one if id(one) in known else sorted_by_day(one) for one in case.travellers)
    if all(one is other for one, other in zip(travellers, case.travellers, strict=True)):
        return case
    return msgspec.structs.replace(case, travellers=travellers)


def end_of(traveller: Traveller, index: int, on: date) -> date:
    """Return the last day of a stay as it is drawn on a day: an open one gives way to the next."""
    return StayHistory(traveller, on).end(index)


def left_on(traveller: Traveller, index: int, day: date) -> Traveller:
    """Return the traveller as if a stay ended on a day."""
    stays = list(traveller.stays)
    stays[index] = msgspec.structs.replace(stays[index], exit=day)
    return msgspec.structs.replace(traveller, stays=tuple(stays))


def room(traveller: Traveller, index: int | None, at: date, on: date) -> tuple[date, date]:
    """Return the days between the neighbours of a stay, or of a day where none is: both may be shared."""
    history = StayHistory(traveller, on)
    first, last = date(FIRST_YEAR, 1, 1), date(LAST_YEAR, 12, 31)
    for number, stay in enumerate(traveller.stays):
        if number == index:
            continue
        end = history.end(number)
        if end <= at or stay.entry < at:
            first = max(first, end)
        else:
            last = min(last, stay.entry)
    if index is None:
        return first, last
    # Where stays overlap already, nothing is pushed about
    return min(first, at), max(last, history.end(index))


def moved(traveller: Traveller, index: int, days: int, on: date) -> Change:
    """Move a stay by whole days; its length stays, and a neighbour stops it."""
    stay = traveller.stays[index]
    first, last = room(traveller, index, stay.entry, on)
    by = max(min(days, (last - (stay.exit or stay.entry)).days), (first - stay.entry).days)
    shift = timedelta(by)
    after = msgspec.structs.replace(stay, entry=stay.entry + shift, exit=stay.exit + shift if stay.exit else None)
    return _changed(traveller, index, after, by != days)


def resized(traveller: Traveller, index: int, part: Handle, day: date, on: date) -> Change:
    """Set the entry or the exit of a stay; it never passes the other edge or a neighbour."""
    stay = traveller.stays[index]
    first, last = room(traveller, index, stay.entry, on)
    if part is Handle.ENTRY:
        to = max(first, min(day, stay.exit or end_of(traveller, index, on)))
        return _changed(traveller, index, msgspec.structs.replace(stay, entry=to), to != day)
    to = min(last, max(day, stay.entry))
    return _changed(traveller, index, msgspec.structs.replace(stay, exit=to), to != day)


def created(traveller: Traveller, anchor: date, day: date, on: date, key: Key | None = None) -> Change:
    """Make a stay from one day to another, in either direction; a neighbour stops it.

    ``key`` is that of the stay, where it is drawn day by day and is one stay all along.
    """
    first, last = room(traveller, None, anchor, on)
    begin, end = (min(last, max(first, edge)) for edge in (min(anchor, day), max(anchor, day)))
    blocked = (begin, end) != (min(anchor, day), max(anchor, day))
    return inserted(traveller, Stay(entry=begin, exit=end, key=key or Key()), blocked=blocked)


def inserted(traveller: Traveller, stay: Stay, *, blocked: bool = False) -> Change:
    """Put a stay before the first that begins later; one that is there already is put in as another one."""
    stays = traveller.stays
    stay = stay if place_of(stays, stay.key.number) is None else another(stay)
    index = next((i for i, other in enumerate(stays) if other.entry > stay.entry), len(stays))
    return Change((*stays[:index], stay, *stays[index:]), index, blocked)


def removed(traveller: Traveller, index: int) -> Change:
    """Take a stay away; the one that follows takes its place in the selection."""
    stays = (*traveller.stays[:index], *traveller.stays[index + 1 :])
    return Change(stays, min(index, len(stays) - 1))


def without(traveller: Traveller, gone: Collection[Number]) -> Traveller:
    """Take stays away."""
    kept = tuple(stay for stay in traveller.stays if stay.key.number not in gone)
    return msgspec.structs.replace(traveller, stays=kept)


def duplicated(traveller: Traveller, index: int, on: date) -> Change | None:
    """Put another stay of the same length and kind behind one, on the first days that no other stay holds.

    What was recorded of the first is not true of the second. None for a stay that has no end, or where the years
    are over.
    """
    stay = traveller.stays[index]
    if stay.exit is None:
        return None
    length, begin, history = stay.exit - stay.entry, stay.exit + DAY, StayHistory(traveller, on)
    for other in sorted(range(len(traveller.stays)), key=history.end):
        held = traveller.stays[other]
        if held.entry <= begin + length and history.end(other) >= begin:
            begin = history.end(other) + DAY
    endless = any(held.exit is None and on < held.entry <= begin for held in traveller.stays)
    if endless or begin + length > LAST_DAY:
        return None
    copy = msgspec.structs.replace(
        another(stay), entry=begin, exit=begin + length, notified=None, registered=None, moves=()
    )
    return inserted(traveller, copy)


def split(traveller: Traveller, index: int, day: date, on: date) -> Change | None:
    """Make two stays of one, as if the person had left on a day and come back on it; it is about the second one.

    What was recorded stays with the first, changes of address with the part that they fall in. None where the day
    is no day inside the stay.
    """
    stay = traveller.stays[index]
    if not stay.entry < day <= end_of(traveller, index, on) or day == stay.exit:
        return None
    first = msgspec.structs.replace(
        stay, exit=day, exit_checkpoint="", moves=tuple(move for move in stay.moves if move.on < day)
    )
    second = msgspec.structs.replace(
        another(stay),
        entry=day,
        notified=None,
        registered=None,
        checkpoint="",
        moves=tuple(move for move in stay.moves if move.on >= day),
        note="",
    )
    return Change((*traveller.stays[:index], first, second, *traveller.stays[index + 1 :]), index + 1)


def handed_over(case: Case, stays: Collection[Number], giver: Number, taker: Number) -> Case:
    """Give stays of one traveller to another one, in order of day."""
    one = next(each for each in case.travellers if each.key.number == giver)
    given = tuple(stay for stay in one.stays if stay.key.number in stays)
    changed = {giver: without(one, stays)}
    other = next(each for each in case.travellers if each.key.number == taker)
    changed[taker] = sorted_by_day(msgspec.structs.replace(other, stays=(*other.stays, *given)))
    travellers = tuple(changed.get(each.key.number, each) for each in case.travellers)
    return msgspec.structs.replace(case, travellers=travellers)


def free_day(traveller: Traveller, near: date, on: date) -> date:
    """Return the last day up to one that no stay holds: what is entered is mostly past."""
    day, history = near, StayHistory(traveller, on)
    for index in sorted(range(len(traveller.stays)), key=history.end, reverse=True):
        if traveller.stays[index].entry <= day <= history.end(index):
            day = traveller.stays[index].entry - DAY
    return day


def snapped(day: date, to: list[date], within: float) -> date:
    """Draw a day to the nearest of some days if that is no more than so many days away."""
    nearest = min(to, key=lambda other: abs((other - day).days), default=day)
    return nearest if abs((nearest - day).days) <= within else day


def _changed(traveller: Traveller, index: int, after: Stay, blocked: bool) -> Change:
    stays = traveller.stays
    return Change((*stays[:index], after, *stays[index + 1 :]), index, blocked)
