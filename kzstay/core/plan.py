"""Planning: how long a stay may last, whether a trip is possible and what it breaks, when one fits.

A plan is possible only if every later stay remains as lawful as it was; ``beside`` tells which do not. No answer
goes on after the years that a case may hold.
"""

from __future__ import annotations

from bisect import bisect_right
from datetime import date

import msgspec

from kzstay.core.bars import REFUSALS
from kzstay.core.beside import Breach, breaches, overlapped
from kzstay.core.case import LAST_DAY
from kzstay.core.days import DAY, Span
from kzstay.core.earliest import assumed_exit as exit_assumed
from kzstay.core.earliest import entry_from
from kzstay.core.law.regimes import beside_general
from kzstay.core.law.schema import Row
from kzstay.core.limit_use import DUTY_THAT_SETS, LimitUse, use_of
from kzstay.core.limits import Block, CalendarYear, Forward, Rolling
from kzstay.core.permits import limited
from kzstay.core.readings import Reading
from kzstay.core.reckoning import Reckoning

AHEAD = 365  # days that are looked at where no stay is planned
MOST = 731  # days between which openings are looked for; more would keep a person waiting
_LONGEST = 7  # figures that nobody types for days


COUNTING = {limit.kind for limit in (Rolling, Forward, CalendarYear)}


class Longest(msgspec.Struct, frozen=True):
    """The longest stay entered on a day, and what binds it."""

    days: int
    because: str  # the kind of limit, "permit" or a refusal; "stay" where the next stay leaves no more room
    history_only: int  # days, looking at nothing that is planned later
    stay: int | None = None  # index of the later stay that needs the days or the room


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

    @property
    def blocked(self) -> bool:
        """Tell whether another stay is in the way, so that the two could not stand in one plan."""
        return self.taken is not None or any(breach.because == "stay" for breach in self.breaks)


class Return(msgspec.Struct, frozen=True):
    """Days that come back to a rolling limit, one each day, and the stay that gave them."""

    stay: int
    span: Span


def longest_stay(reckoning: Reckoning, entry: date) -> Longest | None:
    """Return the longest stay entered on a day that keeps every later stay as lawful as it is.

    None where no regime is known for that day, it lies within a stay, or the day of an order was not entered.
    """
    bound = _bound(reckoning, entry)
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
            breach = next(breaches(reckoning, entry, entry + DAY * kept))
            days, because, stay = kept, breach.because, breach.stay
    return Longest(days, because, history, stay)


def trip(reckoning: Reckoning, entry: date, leaving: date) -> Trip:
    """Tell whether a trip is possible, and which later stays it breaks."""
    bound = _bound(reckoning, entry)
    taken = taken_by(reckoning, entry)
    until = min(bound[0], LAST_DAY) if bound and bound[0] >= entry else None
    breaks = list(breaches(reckoning, entry, leaving)) if taken is None else []
    return Trip(entry, leaving, until, bound[1] if bound else None, taken, breaks)


def possible_by_usual(reckoning: Reckoning, asked: Trip) -> bool:
    """Tell whether a trip judged by the safe reading is possible by the usual one."""
    return reckoning.reading is Reading.SAFE and trip(reckoning.usual, asked.entry, asked.exit).lawful


def last_day(entry: date, found: Longest | None, asked: Trip | None = None) -> date | None:
    """Return the last day of the longest stay, or of a lawful trip that is longer; None where none is possible.

    A trip may end on the day on which the next stay begins, which the longest stay leaves free.
    """
    last = entry + DAY * (found.days - 1) if found and found.days else None
    return asked.exit if asked and asked.lawful and last and asked.exit > last else last


def refusal_of(reckoning: Reckoning, entry: date) -> str | None:
    """Name what refuses an entry on a day; None where nothing does, whatever the days say."""
    bound = reckoning.binding(entry, projected=True)
    return bound[1] if bound and bound[1] in REFUSALS else None


def assumed_exit(reckoning: Reckoning, entry: date) -> date | None:
    """Return the day on which the present stay is taken to end before an entry; None where nothing is assumed."""
    here = reckoning.open
    return None if here is None or entry <= reckoning.here else exit_assumed(reckoning)


def uses_on(reckoning: Reckoning, entry: date) -> list[LimitUse]:
    """List the limits that an entry on a day is judged by, with what is used of them.

    None where it lies within a stay, or where a permit or a refusal comes before any limit.
    """
    bound = reckoning.binding(entry, projected=True) if taken_by(reckoning, entry) is None else None
    regime = None if bound is None or bound[1] in ("permit", *REFUSALS) else reckoning.regime(entry)
    limits = reckoning.limits(regime) if regime else ()
    return [use_of(reckoning, limit, entry, projected=True) for limit in limits]


def can_begin(reckoning: Reckoning, entry: date, found: Longest | None) -> bool:
    """Tell whether a stay can begin on a day; a citizen of Kazakhstan always may come."""
    if found is None:
        return reckoning.needs(entry) == "citizen"
    return found.days > 0


def takes_days(because: str) -> bool:
    """Tell whether a limit is one of which a trip takes days from a later stay."""
    return because in COUNTING


def limiting_row(reckoning: Reckoning, entry: date, found: Longest | None) -> Row | None:
    """Return the row of the law that limits a stay; a later stay is judged by its own regime."""
    law = reckoning.law
    if found is None:
        return None if taken_by(reckoning, entry) is not None else reckoning.need(entry)
    if found.because in ("permit", "stay"):
        return None
    if found.because in REFUSALS:
        return law.duties[DUTY_THAT_SETS[found.because]]
    if found.stay is not None:
        entry = reckoning.traveller.stays[found.stay].entry
    regime = reckoning.regime(entry, found.stay)
    if regime is None:
        return None
    binding = next((limit.row for limit in reckoning.limits(regime) if limit.row.kind == found.because), None)
    question = beside_general(law, regime, reckoning.reading)
    if binding is not law.general.limit or question is None:
        return regime
    return law.questions[question]  # by which it holds beside those of the regime


# When it fits, and what comes back


def earliest_entry(reckoning: Reckoning, days: int, not_before: date) -> date | None:
    """Return the first day from which a trip of so many days is possible in the whole plan.

    None where no entry ever allows so many days, no regime is known, or it would end after the years of a case.
    """
    return _earliest(reckoning, days, not_before, LAST_DAY)


def _earliest(reckoning: Reckoning, days: int, not_before: date, last: date) -> date | None:
    """Return the first day from which a trip is possible that ends by a day."""
    day = not_before
    while found := entry_from(reckoning, day, days):
        day = found[0]
        leaving = day + DAY * (days - 1)
        if leaving > last:
            return None
        if not reckoning.history.entered_since(day):
            return day
        other = overlapped(reckoning, day, leaving)
        if other is None and not _breaks(reckoning, day, leaving):
            return day
        day = (day if other is None else reckoning.lasts(other)) + DAY
    return None


def openings(reckoning: Reckoning, days: int, first: date, last: date) -> list[Span]:
    """List the days of entry from which a trip of so many days fits between two days, both included."""
    found: list[Span] = []
    day, last = first, min(last, LAST_DAY)
    while entry := _earliest(reckoning, days, day, last):
        end = entry
        while end + DAY * days <= last and _possible(reckoning, end + DAY, days):
            end += DAY
        found.append(Span(entry, end))
        day = end + DAY * 2
    return found


def free_time(reckoning: Reckoning, entry: date) -> Span:
    """Return the days about an entry between the stays before and after it, as many as are looked through."""
    stays, first = reckoning.traveller.stays, min(entry, reckoning.on)
    for index, stay in enumerate(stays):
        if stay.entry <= entry:
            first = max(first, reckoning.end(index) + DAY)
    later = [stay.entry - DAY for stay in stays if stay.entry > max(entry, first)]
    last = min(later, default=max(entry, first) + DAY * AHEAD)
    return Span(first, min(last, first + DAY * MOST))


def coming_back(reckoning: Reckoning, entry: date) -> list[Return]:
    """List the days of earlier stays that come back from a day of entry on until all of them have."""
    limit = reckoning.counting_limit(entry)
    if limit is None or not isinstance(limit.rule, Rolling):
        return []
    return days_back(reckoning, entry, entry + DAY * (limit.rule.period - 1))


def days_back(reckoning: Reckoning, first: date, last: date) -> list[Return]:
    """List the days from first to last on which days of earlier stays leave the rolling limit of the first day."""
    limit = reckoning.counting_limit(first)
    if limit is None or not isinstance(limit.rule, Rolling):
        return []
    presence, after = reckoning.counted(limit, projected=True), DAY * limit.rule.period
    free, last = first - after, min(last, LAST_DAY) - after
    found: list[Return] = []
    for index in reckoning.among(free, last):
        if not reckoning.history.counts(index):
            continue
        begin = max(reckoning.traveller.stays[index].entry, free)
        end = min(reckoning.lasts(index), last)
        found += [
            Return(index, Span(span.first + after, span.last + after)) for span in presence.spans_in(begin, end)
        ]
        free = max(free, end + DAY)
    return found


# What may be asked for


def read_days(text: str) -> int | None:
    """Read a number of days that a person typed; None where it is none, or less than one."""
    text = text.strip()
    return int(text) if text.isascii() and text.isdecimal() and len(text) < _LONGEST and int(text) else None


def most_days(entry: date) -> int:
    """Return how many days a trip may be asked for: it ends in a year that a case may hold."""
    return (LAST_DAY - entry).days + 1


# Parts


def _bound(reckoning: Reckoning, entry: date) -> tuple[date, str] | None:
    """Return what binds a stay to come; None also before the day of an order to leave is entered."""
    return None if reckoning.undated else reckoning.binding(entry, projected=True)


def taken_by(reckoning: Reckoning, day: date) -> int | None:
    """Return the stay during which a day falls; its last day is free for leaving and coming back."""
    if day not in reckoning.stayed:
        return None
    return next((index for index in reckoning.among(day, day) if day < reckoning.lasts(index)), None)


def _next_stay(reckoning: Reckoning, entry: date) -> int | None:
    days = reckoning.history
    place = bisect_right(days.entries, entry)
    if place == len(days.order):
        return None
    return min(days.order[place : bisect_right(days.entries, days.entries[place])])


def _kept(reckoning: Reckoning, entry: date, days: int) -> int:
    """Return for how many of some days, from the first on, nothing later breaks."""
    visas = any(map(limited, reckoning.traveller.permits))
    if not visas and (not days or not _breaks(reckoning, entry, entry + DAY * (days - 1))):
        return days
    regime = reckoning.regime(entry)
    if visas or (regime and any(isinstance(limit.rule, Block) for limit in reckoning.limits(regime))):
        # A longer trip may open another period, or use up the visa of a later stay: what breaks is no single step
        return next((k for k in range(days) if _breaks(reckoning, entry, entry + DAY * k)), days)
    low, high = 0, days
    while high - low > 1:
        middle = (low + high) // 2
        if _breaks(reckoning, entry, entry + DAY * (middle - 1)):
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
        and entry not in reckoning.stayed
        and not _breaks(reckoning, entry, leaving)
    )


def _breaks(reckoning: Reckoning, entry: date, leaving: date) -> bool:
    return next(breaches(reckoning, entry, leaving), None) is not None
