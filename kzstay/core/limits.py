"""Limits, the four kinds of them, each a small class: how long a stay entered on a day may last.

All count whole days, the day of entry and the day of exit both included, and a day once. ``longest_stay`` and
``last_lawful`` take the days before the entry as history and look at nothing after it.
"""

from __future__ import annotations

from abc import abstractmethod
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from datetime import date
from operator import sub
from typing import ClassVar

import msgspec

from kzstay.core.days import Presence, Span

_LAST = date.max.toordinal()

# Of a later stay: its first day, the first day of its tightest window, and the days that this window has to spare
Need = tuple[int, int, int]


def _day(ordinal: int) -> date:
    return date.fromordinal(min(ordinal, _LAST))


class Limit(msgspec.Struct, frozen=True):
    """At most so many days."""

    kind: ClassVar[str]
    limit: int

    @abstractmethod
    def days_from(self, presence: Presence, first: int) -> int:
        """Count the days that a stay entered on a day, as an ordinal, may last."""
        raise NotImplementedError

    def longest_stay(self, presence: Presence, entry: date) -> int:
        """Count the days that a stay entered on a day may last; nought where entry itself is too much."""
        return self.days_from(presence, entry.toordinal())

    def last_lawful(self, presence: Presence, entry: date) -> date | None:
        """Return the last lawful day of a stay entered on a day."""
        first = entry.toordinal()
        days = self.days_from(presence, first)
        return _day(first + days - 1) if days else None


class PerEntry(Limit, frozen=True):
    """At most ``limit`` days from the day of entry, which is day 1."""

    kind: ClassVar[str] = "per-entry"

    def days_from(self, presence: Presence, first: int) -> int:
        return self.limit


class Counting(Limit, frozen=True):
    """A limit that counts days of earlier stays too."""

    @abstractmethod
    def window(self, presence: Presence, day: date) -> Span:
        """Return the days that are looked at on a day."""
        raise NotImplementedError

    @abstractmethod
    def used(self, presence: Presence, day: date) -> int:
        """Count the days of presence that weigh on a day, that day included."""
        raise NotImplementedError

    def remaining(self, presence: Presence, day: date) -> int:
        """Return the limit less the used days; negative after an overstay."""
        return self.limit - self.used(presence, day)


class Rolling(Counting, frozen=True):
    """On every day at most ``limit`` days of presence in the ``period`` days that end with it.

    A stay is lawful while its window holds ``period - limit`` days of absence, all of them before the entry.
    Hence the last lawful day is found by looking up the day with so many absent days up to the entry.
    """

    kind: ClassVar[str] = "rolling"
    period: int

    def used(self, presence: Presence, day: date) -> int:
        last = day.toordinal()
        return presence.before(last + 1) - presence.before(last - self.period + 1)

    def window(self, presence: Presence, day: date) -> Span:
        return Span(date.fromordinal(max(1, day.toordinal() - self.period + 1)), day)

    def longest_stay(self, presence: Presence, entry: date, keep_later: bool = False) -> int:
        """Count the days of a stay entered on a day, at most ``limit``.

        Days before the entry are history, and those that leave the window while the stay lasts come back.
        With ``keep_later`` the stay also ends before the next one begins and takes no day that later ones
        need.
        """
        first = entry.toordinal()
        days = self.days_from(presence, first)
        return self._keeping_later(presence, first, days) if keep_later else days

    def days_from(self, presence: Presence, first: int) -> int:
        return max(0, min(self.limit, self._last(presence, first) - first + 1))

    def latest_exit(self, presence: Presence, day: date) -> date | None:
        """Return the last lawful day of the stay that holds the day, or of one entered on it."""
        span = presence.span_at(day)
        return self.last_lawful(presence, span.first if span else day)

    def earliest_entry(self, presence: Presence, not_before: date, days: int = 1) -> date:
        """Return the first day, itself no day of presence, from which so many days are lawful by history.

        Raises ValueError when no stay may ever last so long.
        """
        if not 1 <= days <= self.limit:
            raise ValueError(f"a stay of {days} days is never within a limit of {self.limit}")
        day = not_before.toordinal()
        while True:
            day = presence.free_from(day)
            # How many days must have left the window, which ends with the stay's last day, before it fits
            leave = presence.before(day) - (self.limit - days)
            if leave <= presence.before(day + days - self.period):
                return date.fromordinal(day)
            day = presence.reaching(leave) + self.period - days

    def over_limit(self, presence: Presence) -> list[Span]:
        """List the days of presence on which more was used than the limit allows."""
        over: list[Span] = []
        for first, last in presence.ordinals():
            # Within one stay the used days never fall, so what follows the first day over is over too
            begin = max(first, self._last(presence, first) + 1)
            if begin <= last:
                over.append(Span(date.fromordinal(begin), date.fromordinal(last)))
        return over

    def used_each(self, presence: Presence, first: date, last: date) -> list[int]:
        """List the used days of every day from first to last."""
        counts = presence.counts(first.toordinal() - self.period + 1, last.toordinal())
        return list(map(sub, counts[self.period :], counts))

    def _last(self, presence: Presence, first: int) -> int:
        away = first - presence.before(first)
        return presence.with_away(away - self.period + self.limit) + self.period - 1

    def _keeping_later(self, presence: Presence, first: int, days: int) -> int:
        inside = presence.before(first + 1) > presence.before(first)
        if inside and presence.before(first + 2) - presence.before(first) == 2:
            days = min(days, 1)
        return _kept(first, days, inside, self._needs(presence, presence.after(first)))

    def _needs(self, presence: Presence, start: int) -> Iterator[Need]:
        """Yield what the merged spans from an index on leave to others: their first day, window and slack."""
        for first, last in presence.ordinals(start):
            # Its last lawful day is the tightest; a stay that is too long anyway must not become more so
            tight = max(first, min(last, self._last(presence, first)))
            window = tight - self.period + 1
            yield first, window, max(0, self.limit - presence.before(tight + 1) + presence.before(window))


def _kept(first: int, days: int, inside: bool, needs: Iterable[Need]) -> int:
    """Count how many of some days from the first on leave every later stay its days.

    A day that is a day of presence already, out and in again, takes nothing from later stays.
    """
    added = first + 1 if inside else first
    for later, window, slack in needs:
        if later - first < days:
            days = later - first
        if window >= first + days:
            break
        days = min(days, slack + max(added, window) - first)
    return days


class Block(Counting, frozen=True):
    """At most ``limit`` days in one window; windows follow one another and each starts anew."""

    def used(self, presence: Presence, day: date) -> int:
        return presence.days_in(self.window(presence, day).first, day)

    def days_from(self, presence: Presence, first: int) -> int:
        block = self.window(presence, date.fromordinal(first))
        left = self.limit - presence.before(first) + presence.before(block.first.toordinal())
        # Who may stay to the end of the block goes on in the next one, which holds nothing yet
        return max(0, self.limit if left > block.last.toordinal() - first else left)


class Forward(Block, frozen=True):
    """At most ``limit`` days in the ``period`` days that begin with the first entry; then a new period."""

    kind: ClassVar[str] = "forward"
    period: int

    def window(self, presence: Presence, day: date) -> Span:
        starts = presence.blocks(self.period)
        first = day.toordinal()
        index = bisect_right(starts, first) - 1
        if index >= 0 and first < starts[index] + self.period:
            first = starts[index]
        return Span(date.fromordinal(first), _day(first + self.period - 1))


class CalendarYear(Block, frozen=True):
    """At most ``limit`` days in one calendar year."""

    kind: ClassVar[str] = "calendar-year"

    def window(self, presence: Presence, day: date) -> Span:
        return Span(date(day.year, 1, 1), date(day.year, 12, 31))
