"""Working days of Kazakhstan: weekends, public holidays, days moved by law and swapped by order."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Literal

import msgspec

from kzstay.core.law import toml

WEEK = 7
WEEKEND = 6, 0  # Saturday and Sunday, by the ordinal of a day

DayOffKind = Literal["holiday", "observed", "estimated", "swap"]


class DayOff(msgspec.Struct, frozen=True):
    """A day off that is not just a weekend."""

    date: date
    name: str
    kind: DayOffKind


class _Swap(msgspec.Struct, frozen=True):
    off: date
    worked: date


class _Confirmed(msgspec.Struct, frozen=True):
    date: date
    name: str


class WorkCalendar:
    """Which days are worked, and when a number of working days has passed.

    Covers the years it was made for; beyond them weekends are all it knows, and ``covers`` says so.
    """

    def __init__(
        self,
        first: date,
        last: date,
        off: list[DayOff],
        worked: set[date],
        names: dict[str, dict[str, str]],
        confirmed_until: int,
    ) -> None:
        self.first = first
        self.last = last
        self.names = names
        self.confirmed_until = confirmed_until
        self._off = {day.date: day for day in off}
        self._worked = worked
        self._start, end = first.toordinal(), last.toordinal()
        working, closed = {day.toordinal() for day in worked}, {day.toordinal() for day in self._off}
        # As ``_works`` has it, with numbers: each start does this for every day of the calendar
        self._days = [
            day
            for day in range(self._start, end + 1)
            if day in working or (day % WEEK not in WEEKEND and day not in closed)
        ]

    @classmethod
    def load(cls, folder: Path) -> WorkCalendar:
        """Read ``kz.toml`` and lay ``kz-overrides.toml`` over it.

        A confirmed date takes the place of the estimated one of the same name and year.
        """
        made, over = toml.read(folder / "kz.toml"), toml.read(folder / "kz-overrides.toml")
        confirmed = msgspec.convert(over["confirmed"], list[_Confirmed])
        swaps = msgspec.convert(over["swap"], list[_Swap])
        known = {(day.name, day.date.year) for day in confirmed}
        off = [
            day
            for day in map(_read, made["off"])
            if day.kind != "estimated" or (day.name, day.date.year) not in known
        ]
        off += [DayOff(day.date, day.name, "holiday") for day in confirmed]
        off += [DayOff(swap.off, "swap", "swap") for swap in swaps]
        return cls(
            msgspec.convert(made["first"], date),
            msgspec.convert(made["last"], date),
            off,
            {swap.worked for swap in swaps},
            over["names"],
            over["confirmed_until"],
        )

    def covers(self, day: date) -> bool:
        """Tell whether the calendar was made for the day's year."""
        return self.first <= day <= self.last

    def confirmed(self, day: date) -> bool:
        """Tell whether the days off of the day's year were published, not only reckoned."""
        return self.first <= day and day.year <= self.confirmed_until

    def day_off(self, day: date) -> DayOff | None:
        """Return the holiday or moved day off on a day."""
        return self._off.get(day)

    def is_working(self, day: date) -> bool:
        """Tell whether a day is worked."""
        return self._works(day)

    def nth_from(self, day: date, count: int) -> date:
        """Return the ``count``-th working day, counting from the day itself if it is worked."""
        return self._step(day.toordinal(), count, bisect_left)

    def nth_after(self, day: date, count: int) -> date:
        """Return the ``count``-th working day after the day."""
        return self._step(day.toordinal(), count, bisect_right)

    def _step(self, ordinal: int, count: int, bisect: Callable[[list[int], int], int]) -> date:
        index = bisect(self._days, ordinal) + count - 1
        if self._start <= ordinal and index < len(self._days):
            return date.fromordinal(self._days[index])
        if bisect is bisect_right:
            ordinal += 1
        while True:
            count -= self._works(date.fromordinal(ordinal))
            if count <= 0:
                return date.fromordinal(ordinal)
            ordinal += 1

    def _works(self, day: date) -> bool:
        if day in self._worked:
            return True
        return day.weekday() < 5 and day not in self._off


def _read(row: str) -> DayOff:
    return msgspec.convert(dict(zip(("date", "name", "kind"), row.split(), strict=True)), DayOff)
