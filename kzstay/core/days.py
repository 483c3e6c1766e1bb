"""Days, whole ones: spans of them, and the days on which somebody was present."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from itertools import accumulate, islice
from operator import sub

import msgspec

DAY = timedelta(days=1)


class Span(msgspec.Struct, frozen=True, order=True):
    """Days from first to last, both included."""

    first: date
    last: date

    @property
    def days(self) -> int:
        """Count the days, the first and the last included."""
        return (self.last - self.first).days + 1

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last


class Presence:
    """The days on which somebody was present, each counted once however many stays hold it.

    Stays are inclusive pairs in any order; they may touch or overlap. Inside, days are ordinals. Beside the
    merged spans stand the days of presence and of absence before each of them: both grow with the days, so
    every question is a binary search in the number of spans and never a walk over days.
    """

    __slots__ = ("_away", "_before", "_blocks", "_firsts", "_lasts")

    def __init__(self, stays: Iterable[tuple[date, date]] = ()) -> None:
        self._take(sorted((first.toordinal(), last.toordinal()) for first, last in stays))

    @classmethod
    def of_ordinals(cls, stays: Iterable[tuple[int, int]]) -> Presence:
        """Return the presence of stays whose days are ordinals already."""
        made = cls.__new__(cls)
        made._take(sorted(stays))  # noqa: SLF001 - it is one of our own
        return made

    def _take(self, days: Iterable[tuple[int, int]]) -> None:
        """Become the union of spans of ordinals that come in order."""
        firsts: list[int] = []
        lasts: list[int] = []
        for first, last in days:
            if last < first:
                raise ValueError("a stay ends before it begins")
            if lasts and first <= lasts[-1] + 1:
                lasts[-1] = max(lasts[-1], last)
            else:
                firsts.append(first)
                lasts.append(last)
        self._firsts = firsts
        self._lasts = lasts
        self._before = list(
            accumulate([last - first + 1 for first, last in zip(firsts, lasts, strict=True)], initial=0)
        )
        self._away = [first - before for first, before in zip(firsts, self._before, strict=False)]
        self._blocks: dict[int, list[int]] = {}

    def __bool__(self) -> bool:
        return bool(self._firsts)

    def __contains__(self, day: date) -> bool:
        ordinal = day.toordinal()
        index = bisect_right(self._firsts, ordinal) - 1
        return index >= 0 and self._lasts[index] >= ordinal

    @property
    def longest(self) -> int:
        """Count the days of the longest of the merged spans."""
        return max(map(sub, self._lasts, self._firsts), default=-1) + 1

    def spans(self) -> Iterator[Span]:
        """Yield the merged spans in order."""
        for first, last in zip(self._firsts, self._lasts, strict=True):
            yield Span(date.fromordinal(first), date.fromordinal(last))

    def days_in(self, first: date, last: date) -> int:
        """Count the days of presence from first to last, both included."""
        return max(0, self.before(last.toordinal() + 1) - self.before(first.toordinal()))

    def span_at(self, day: date) -> Span | None:
        """Return the merged span that holds the day."""
        ordinal = day.toordinal()
        index = bisect_right(self._firsts, ordinal) - 1
        if index < 0 or self._lasts[index] < ordinal:
            return None
        return Span(date.fromordinal(self._firsts[index]), date.fromordinal(self._lasts[index]))

    def spans_in(self, first: date, last: date) -> Iterator[Span]:
        """Yield the days of presence from first to last, both included, merged and in order."""
        left, right = first.toordinal(), last.toordinal()
        for begin, end in self.ordinals(max(0, self.after(left) - 1)):
            if begin > right:
                return
            if left <= min(end, right):
                yield Span(date.fromordinal(max(begin, left)), date.fromordinal(min(end, right)))

    def since(self, day: date) -> Presence:
        """Return the presence from a day on: a limit counts no day before its own beginning."""
        begin = day.toordinal()
        if not self._firsts or begin <= self._firsts[0]:
            return self
        start = bisect_left(self._lasts, begin)
        return self._of((max(first, begin), last) for first, last in self.ordinals(start))

    def plus(self, first: date, last: date) -> Presence:
        """Return the presence with some more days."""
        begin, end = first.toordinal(), last.toordinal()
        if self._firsts and self._firsts[-1] <= begin <= end:
            return self._longer(begin, end)
        return self._of(sorted([*self.ordinals(), (begin, end)]))

    def _longer(self, begin: int, end: int) -> Presence:
        """Return the same with days that begin no earlier than the last span: what is before it is as it was."""
        firsts, lasts, before, away = self._firsts, self._lasts, self._before, self._away
        if begin > lasts[-1] + 1:
            away = [*away, begin - before[-1]]
            firsts, lasts, before = [*firsts, begin], [*lasts, end], [*before, before[-1] + end - begin + 1]
        elif end > lasts[-1]:
            before = [*before[:-1], before[-1] + end - lasts[-1]]
            lasts = [*lasts[:-1], end]
        else:
            return self
        made = Presence.__new__(Presence)
        made._hold(firsts, lasts, before, away)  # noqa: SLF001 - it is one of our own
        return made

    def _hold(self, firsts: list[int], lasts: list[int], before: list[int], away: list[int]) -> None:
        self._firsts, self._lasts, self._before, self._away = firsts, lasts, before, away
        self._blocks: dict[int, list[int]] = {}

    def _of(self, days: Iterable[tuple[int, int]]) -> Presence:
        made = Presence.__new__(Presence)
        made._take(days)  # noqa: SLF001 - it is one of our own, and has no days yet
        return made

    # What follows speaks in ordinals, for the limits.

    def before(self, ordinal: int) -> int:
        """Count the days of presence before a day."""
        index = bisect_left(self._firsts, ordinal)
        if index == 0:
            return 0
        return self._before[index - 1] + min(ordinal, self._lasts[index - 1] + 1) - self._firsts[index - 1]

    def reaching(self, count: int) -> int:
        """Return the first day before which there are at least ``count`` (one or more) days of presence."""
        index = bisect_left(self._before, count) - 1
        return self._firsts[index] + count - self._before[index]

    def with_away(self, count: int) -> int:
        """Return the last day before which there are at most ``count`` days of absence.

        Days of absence before day x are x less the days of presence before x, counted from ordinal nought.
        """
        return count + self._before[bisect_right(self._away, count)]

    def free_from(self, ordinal: int) -> int:
        """Return the first day from one on that is no day of presence."""
        index = bisect_right(self._firsts, ordinal) - 1
        return ordinal if index < 0 or self._lasts[index] < ordinal else self._lasts[index] + 1

    def after(self, ordinal: int) -> int:
        """Return the index of the first merged span that begins after a day."""
        return bisect_right(self._firsts, ordinal)

    def ordinals(self, start: int = 0) -> Iterator[tuple[int, int]]:
        """Yield the first and last day of the merged spans from an index on."""
        yield from zip(islice(self._firsts, start, None), islice(self._lasts, start, None), strict=True)

    def counts(self, first: int, last: int) -> list[int]:
        """List, for every day from first to last and the one after, the days of presence before it."""
        mask = bytearray(last - first + 1)
        for begin, end in self.ordinals(max(0, self.after(first) - 1)):
            if begin > last:
                break
            begin, end = max(begin, first), min(end, last)
            if begin <= end:
                mask[begin - first : end - first + 1] = b"\1" * (end - begin + 1)
        return list(accumulate(mask, initial=self.before(first)))

    def over(self, limit: int, period: int) -> bool:
        """Tell whether so many days ever hold more presence than a limit; the fullest end as a span does."""
        start = 0
        if self._before[-1] <= limit:
            return False  # not even all of them together
        for index, last in enumerate(self._lasts):
            if self._before[index + 1] - self._before[start] <= limit:
                continue  # with all days of the first span, too
            first = last - period + 1
            while self._lasts[start] < first:
                start += 1
            if self._before[index + 1] - self._before[start] - max(0, first - self._firsts[start]) > limit:
                return True
        return False

    def blocks(self, length: int) -> list[int]:
        """List the days that open blocks of ``length`` days: the first day of presence outside a block."""
        starts = self._blocks.get(length)
        if starts is None:
            starts = list[int]()
            free = -1
            for first, last in self.ordinals():
                start = max(first, free)
                while start <= last:
                    starts.append(start)
                    free = start + length
                    start = free
            self._blocks[length] = starts
        return starts
