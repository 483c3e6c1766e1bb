"""What if: how long a stay may last, whether a trip is possible and what it breaks, when one fits.

A plan is possible only if every later stay remains as lawful as it was. Every answer is worked out by reckoning
the stays anew with the trip among them, so that it can never differ from what would be said of the plan itself.
None of them goes on after the years that a case may hold.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import msgspec

from kzstay.core.case import LAST_DAY, Stay, Traveller
from kzstay.core.days import DAY, Span
from kzstay.core.limits import Block, Rolling
from kzstay.core.readings import Reading
from kzstay.core.reckoning import Reckoning


class Longest(msgspec.Struct, frozen=True):
    """The longest stay entered on a day, and what binds it."""

    days: int
    because: str  # the kind of limit, "permit" or "ban"; "stay" where the next stay leaves no more room
    history_only: int  # days, looking at nothing that is planned later
    stay: int | None = None  # index of the later stay that needs the days or the room


class Breach(msgspec.Struct, frozen=True):
    """A later stay that a trip would make unlawful."""

    stay: int
    entry: date
    first_day: date  # the first day over
    because: str  # the kind of limit, or "stay" where the two overlap


class Trip(msgspec.Struct, frozen=True):
    """Whether a trip is possible."""

    entry: date
    exit: date
    until: date | None  # the last lawful day of a stay entered then, by history
    because: str | None  # what sets that day; None where no regime is known
    taken: int | None  # index of the stay during which it would begin
    breaks: list[Breach]

    @property
    def lawful(self) -> bool:
        """Tell whether the trip and all later stays are lawful."""
        return self.taken is None and self.until is not None and self.exit <= self.until and not self.breaks


class Return(msgspec.Struct, frozen=True):
    """Days that come back to a rolling limit, one each day, and the stay that gave them."""

    stay: int
    span: Span


def longest_stay(reckoning: Reckoning, entry: date) -> Longest | None:
    """Return the longest stay entered on a day that keeps every later stay as lawful as it is.

    None where no regime is known for that day, or it lies within a stay.
    """
    bound = reckoning.binding(entry, projected=True)
    if bound is None or taken_by(reckoning, entry) is not None:
        return None
    history = max(0, (min(bound[0], LAST_DAY) - entry).days + 1)
    days, because, stay = history, bound[1], None
    later = _next_stay(reckoning, entry)
    if later is not None:
        room = (reckoning.traveller.stays[later].entry - entry).days
        if room < days:
            days, because, stay = room, "stay", later
        kept = _kept(reckoning, entry, days)
        if kept < days:
            breach = _breaches(reckoning, entry, entry + DAY * kept)[0]
            days, because, stay = kept, breach.because, breach.stay
    return Longest(days, because, history, stay)


def trip(reckoning: Reckoning, entry: date, leaving: date) -> Trip:
    """Tell whether a trip is possible, and which later stays it breaks."""
    bound = reckoning.binding(entry, projected=True)
    taken = taken_by(reckoning, entry)
    until = min(bound[0], LAST_DAY) if bound and bound[0] >= entry else None
    breaks = _breaches(reckoning, entry, leaving) if taken is None else []
    return Trip(entry, leaving, until, bound[1] if bound else None, taken, breaks)


def earliest_entry(reckoning: Reckoning, days: int, not_before: date) -> date | None:
    """Return the first day from which a trip of so many days is possible in the whole plan.

    None where no entry ever allows so many days, no regime is known, or it would end after the years of a case.
    """
    day = not_before
    while found := reckoning.entry_from(day, days):
        day = found[0]
        if day > LAST_DAY - DAY * (days - 1):
            return None
        breaks = _breaches(reckoning, day, day + DAY * (days - 1))
        if not breaks:
            return day
        overlap = [breach.stay for breach in breaks if breach.because == "stay"]
        day = (reckoning.lasts(overlap[0]) if overlap else day) + DAY
    return None


def openings(reckoning: Reckoning, days: int, first: date, last: date) -> list[Span]:
    """List the days of entry from which a trip of so many days fits between two days, both included."""
    found: list[Span] = []
    day, last = first, min(last, LAST_DAY)
    while (entry := earliest_entry(reckoning, days, day)) and entry + DAY * (days - 1) <= last:
        end = entry
        while end + DAY * days <= last and _possible(reckoning, end + DAY, days):
            end += DAY
        found.append(Span(entry, end))
        day = end + DAY * 2
    return found


def days_back(reckoning: Reckoning, first: date, last: date) -> list[Return]:
    """List the days from first to last on which days of earlier stays leave the rolling limit of the first day."""
    limit = reckoning.counting_limit(first)
    if limit is None or not isinstance(limit.rule, Rolling):
        return []
    presence, period, last = reckoning.counted(limit, projected=True), limit.rule.period, min(last, LAST_DAY)
    found: list[Return] = []
    free = date.min
    for index in reckoning.traveller.in_order():
        begin = max(reckoning.traveller.stays[index].entry, free)
        end = reckoning.lasts(index)
        for span in presence.spans_in(begin, end):
            back = Span(max(span.first + DAY * period, first), min(span.last + DAY * period, last))
            if back.first <= back.last:
                found.append(Return(index, back))
        free = max(free, end + DAY)
    return found


def taken_by(reckoning: Reckoning, day: date) -> int | None:
    """Return the stay during which a day falls; its last day is free for leaving and coming back."""
    for index, stay in enumerate(reckoning.traveller.stays):
        if stay.entry <= day < reckoning.lasts(index):
            return index
    return None


def _next_stay(reckoning: Reckoning, entry: date) -> int | None:
    stays = reckoning.traveller.stays
    later = [index for index, stay in enumerate(stays) if stay.entry > entry]
    return min(later, key=lambda index: stays[index].entry, default=None)


def _kept(reckoning: Reckoning, entry: date, days: int) -> int:
    """Return for how many of some days, from the first on, nothing later breaks."""
    if not days or not _breaches(reckoning, entry, entry + DAY * (days - 1)):
        return days
    regime = reckoning.regime(entry)
    if regime and any(isinstance(limit.rule, Block) for limit in reckoning.limits(regime)):
        # A longer stay may open another period, so what breaks is no single step
        return next(k for k in range(days) if _breaches(reckoning, entry, entry + DAY * k))
    low, high = 0, days
    while high - low > 1:
        middle = (low + high) // 2
        if _breaches(reckoning, entry, entry + DAY * (middle - 1)):
            high = middle
        else:
            low = middle
    return low


def _possible(reckoning: Reckoning, entry: date, days: int) -> bool:
    bound = reckoning.binding(entry, projected=True)
    leaving = entry + DAY * (days - 1)
    return (
        bound is not None
        and bound[0] >= leaving
        and reckoning.stay_on(entry) is None
        and not _breaches(reckoning, entry, leaving)
    )


def _breaches(reckoning: Reckoning, entry: date, leaving: date) -> list[Breach]:
    """List the stays from the entry on that a trip would make unlawful, or more so, in order of entry."""
    stays = reckoning.traveller.stays
    later = sorted((stay.entry, index) for index, stay in enumerate(stays) if stay.entry >= entry)
    if not later:
        return []
    planned = _with(reckoning, entry, leaving)
    return [breach for _, index in later for breach in _breach(reckoning, planned, index, entry, leaving)]


def _breach(before: Reckoning, planned: Reckoning, index: int, begin: date, leaving: date) -> Iterator[Breach]:
    entry = before.traveller.stays[index].entry
    # A stay of the one day on which the trip begins shares it, as one may leave and come back
    if entry < leaving and not begin == entry == before.lasts(index):
        yield Breach(index, entry, entry, "stay")
        return
    was, found = before.verdict(index), planned.verdict(index)
    unknown = found.because is None and was.because is not None
    if unknown or found.overstay_days > was.overstay_days:
        first = (found.lawful_until or entry - DAY) + DAY
        yield Breach(index, entry, first, found.because or "permit")


def _with(reckoning: Reckoning, entry: date, leaving: date) -> Reckoning:
    """Reckon the same stays with a trip behind them; the indexes of the others remain."""
    before = reckoning.traveller
    stays = (*before.stays, Stay(entry=entry, exit=leaving))
    traveller: Traveller = msgspec.structs.replace(before, stays=stays)
    usual = None
    if reckoning.reading is Reading.SAFE:
        usual = Reckoning(traveller, reckoning.on, reckoning.law, Reading.USUAL)
    return Reckoning(traveller, reckoning.on, reckoning.law, reckoning.reading, usual)
