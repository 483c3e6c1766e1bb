"""Breaches by a trip: which of the stays that are planned after it it would make unlawful, or more so.

The stays are reckoned anew with the trip among them, so that nothing can differ from what would be said of the
plan itself. Only those are that the trip can reach, with the days before it that they are judged by: a trip takes
days of the periods that hold it, and of the visas that go on after it, and no others.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from datetime import date

import msgspec

from kzstay.core.case import Stay, Traveller
from kzstay.core.days import DAY
from kzstay.core.limits import CalendarYear, Forward, Rolling
from kzstay.core.permits import limited
from kzstay.core.reckoning import Reckoning


class Breach(msgspec.Struct, frozen=True):
    """A later stay that a trip would make unlawful."""

    stay: int
    entry: date
    first_day: date  # the first day over
    because: str  # the kind of limit, or "stay" where the two overlap


def overlapped(before: Reckoning, entry: date, leaving: date) -> int | None:
    """Return the first stay from the entry on that a trip overlaps by more than a day."""
    days = before.history
    for place in range(bisect_left(days.entries, entry), len(days.order)):
        if days.entries[place] >= leaving:
            return None
        if _overlap(before, days.order[place], entry, leaving):
            return days.order[place]
    return None


def breaches(before: Reckoning, entry: date, leaving: date) -> Iterator[Breach]:
    """Yield the stays from the entry on that a trip would make unlawful, or more so, in order of entry."""
    days = before.history
    start = bisect_left(days.entries, entry)
    if start == len(days.order):
        return
    trial = _Trial(before, entry, leaving)
    for place in range(start, len(days.order)):
        index, begins = days.order[place], days.entries[place]
        # A stay of the one day on which the trip begins shares it, as one may leave and come back
        if _overlap(before, index, entry, leaving):
            yield Breach(index, begins, begins, "stay")
            continue
        planned = trial.holding(place)
        if planned is None:
            return
        was, found = before.verdict(index), planned.verdict(trial.index(place))
        unknown = found.because is None and was.because is not None
        if unknown or found.overstay_days > was.overstay_days:
            first = (found.lawful_until or begins - DAY) + DAY
            yield Breach(index, begins, first, found.because or "permit")


def _overlap(before: Reckoning, index: int, entry: date, leaving: date) -> bool:
    begins = before.traveller.stays[index].entry
    return begins < leaving and not entry == begins == before.lasts(index)


class _Trial:
    """The stays around a trip, reckoned with it; of those after it as many as have been asked for."""

    def __init__(self, before: Reckoning, entry: date, leaving: date) -> None:
        self._before = before
        self._trip = Stay(entry=entry, exit=leaving)
        self._leaving = leaving
        self._visas = [permit for permit in before.traveller.permits if limited(permit)]
        self._chains = {
            (limit.begins, limit.rule) for limit in before.every_limit if isinstance(limit.rule, Forward)
        }
        self._start, self._end = 0, 0  # the places of the order that are reckoned
        self._planned: Reckoning | None = None

    def index(self, place: int) -> int:
        """Return the index that the stay in a place of the order has in the reckoning."""
        return place - self._start

    def holding(self, place: int) -> Reckoning | None:
        """Return a reckoning that holds the stay in a place; None where neither it nor any after it is reached."""
        entries = self._before.history.entries
        if self._planned is None:
            self._reckon(bisect_right(entries, self._reached()))
        while place >= self._end:
            if self._apart():
                return None
            self._reckon(min(len(entries), 2 * self._end - self._start + 1))
        return self._planned

    # How far

    def _reached(self) -> date:
        """Return the last day of entry from which the days of the trip are seen, but for periods in a chain."""
        changed = self._leaving
        # Who enters on one of several visas leaves another unused, and days that a visa does not cover count
        for visa in sorted(self._visas, key=lambda visa: visa.first):
            if visa.first <= changed:
                changed = max(changed, visa.until)
        last = changed
        for limit in self._before.every_limit:
            if isinstance(limit.rule, Rolling):
                last = max(last, changed + DAY * limit.rule.period)
            elif isinstance(limit.rule, CalendarYear):
                last = max(last, date(changed.year, 12, 31))
        return last

    def _looked_back(self, day: date) -> date:
        """Return the first day that a stay entered on a day, or on a later one, is judged by."""
        first = day
        for limit in self._before.every_limit:
            if isinstance(limit.rule, Rolling):
                first = min(first, day - DAY * limit.rule.period)
            elif isinstance(limit.rule, CalendarYear):
                first = min(first, date(day.year, 1, 1))
        # What a visa covers of a day depends on all that was used of it, and on what others left to it
        reaching = None
        while reaching != first:
            reaching = first
            for visa in sorted(self._visas, key=lambda visa: visa.until, reverse=True):
                if visa.until >= first:
                    first = min(first, visa.first - DAY)
            first = self._link_before(first)
        return first

    def _link_before(self, day: date) -> date:
        """Return the first day of a period of a chain: from there it goes on the same without what was before."""
        if not self._chains:
            return day
        if len(self._chains) > 1 or self._before.two_sided:
            return date.min
        ((begins, rule),) = self._chains
        starts = self._before.counted_from(begins, projected=True).blocks(rule.period)
        place = bisect_right(starts, day.toordinal())
        return date.fromordinal(starts[place - 1]) if place else date.min

    def _apart(self) -> bool:
        """Tell whether each chain has by then a period after the trip that begins as it does without the trip."""
        planned, before = self._planned, self._before
        if planned is None or (self._chains and before.two_sided):
            return False
        after, last = self._leaving.toordinal(), before.history.entries[self._end].toordinal()
        for begins, rule in self._chains:
            ours = planned.counted_from(begins, projected=True).blocks(rule.period)
            theirs = before.counted_from(begins, projected=True).blocks(rule.period)
            since = ours[bisect_right(ours, after) : bisect_right(ours, last)]
            if not any(_holds(theirs, start) for start in since):
                return False
        return True

    # The reckoning

    def _reckon(self, end: int) -> None:
        """Reckon the trip with the stays up to a place, that one not included."""
        before, days = self._before, self._before.history
        first, here = self._looked_back(self._trip.entry), before.open
        if here is not None and max(before.lasts(here), before.usual.lasts(here)) >= first:
            # How long the present stay may last depends on what was before it
            first = self._looked_back(min(self._trip.entry, before.traveller.stays[here].entry))
            self._start = min(bisect_left(days.latest, first), days.place(here))
        else:
            self._start = bisect_left(days.latest, first)
        self._end = end
        self._planned = self._with(first)
        if here is not None and self._lasts_otherwise(here):
            self._start, self._end = 0, len(days.order)
            self._planned = self._with(date.min)

    def _lasts_otherwise(self, here: int) -> bool:
        """Tell whether the present stay, which goes on, may last to another day with the trip before it."""
        before, place, planned = self._before, self._before.history.place(here), self._planned
        if planned is None or not self._start <= place < self._end:
            return False
        index = self.index(place)
        return (planned.lasts(index), planned.usual.lasts(index)) != (before.lasts(here), before.usual.lasts(here))

    def _with(self, first: date) -> Reckoning:
        """Reckon the stays in some places, from a day on, with the trip behind them."""
        before, days = self._before, self._before.history
        # The one that follows is the end of a stay whose exit was forgotten
        indexes = days.order[self._start : self._end + 1]
        stays = [before.traveller.stays[index] for index in indexes]
        if self._chains:
            stays = [msgspec.structs.replace(stay, entry=max(stay.entry, first)) for stay in stays]
        traveller: Traveller = msgspec.structs.replace(before.traveller, stays=(*stays, self._trip))
        return before.of(traveller)


def _holds(days: list[int], day: int) -> bool:
    place = bisect_left(days, day)
    return place < len(days) and days[place] == day
