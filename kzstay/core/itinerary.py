"""The days of a traveller's stays on one day of reckoning: what both readings share."""

from __future__ import annotations

from datetime import date
from functools import cached_property

from kzstay.core.case import Permit, Traveller
from kzstay.core.days import DAY, Presence


class Itinerary:
    """When the traveller was and will be here, and which of those days a permit covers."""

    def __init__(self, traveller: Traveller, on: date) -> None:
        self.traveller = traveller
        self.on = on
        self._order = traveller.in_order()
        self._next = dict(zip(self._order, self._order[1:], strict=False))
        self._ends = [self._end(index) for index in range(len(traveller.stays))]
        self._clipped: dict[date, Presence] = {}

    def end(self, index: int) -> date:
        """Return the last day counted of a stay: its exit, else the day of reckoning while still here."""
        return self._ends[index]

    def _end(self, index: int) -> date:
        stay = self.traveller.stays[index]
        if stay.exit is not None:
            return max(stay.exit, stay.entry)
        # Who came again must have left: the day of the next entry is the latest
        end, follower = max(stay.entry, self.on), self._next.get(index)
        return end if follower is None else max(stay.entry, min(end, self.traveller.stays[follower].entry))

    def exit_missing(self, index: int) -> bool:
        """Tell whether a stay has no exit although a later one has begun."""
        stays, follower = self.traveller.stays, self._next.get(index)
        return stays[index].exit is None and follower is not None and stays[follower].entry <= self.on

    @cached_property
    def current(self) -> int | None:
        """Return the index of the stay that holds the day of reckoning; of two the later."""
        for index in reversed(self._order):
            if self.traveller.stays[index].entry <= self.on <= self._ends[index]:
                return index
        return None

    # Permits

    def permit_on(self, day: date) -> Permit | None:
        """Return the permit in force on a day that lasts longest."""
        found = [permit for permit in self.traveller.permits if permit.first <= day <= permit.until]
        return max(found, key=lambda permit: permit.until, default=None)

    def covered(self, until: date) -> date:
        """Extend a last lawful day by permits that begin no later than the day after it."""
        for permit in sorted(self.traveller.permits, key=lambda permit: permit.first):
            if permit.first <= until + DAY:
                until = max(until, permit.until)
        return until

    def without_permits(self, first: date, last: date) -> list[tuple[date, date]]:
        """List the parts of some days that no permit covers."""
        spans = [(first, last)] if first <= last else []
        for permit in self.traveller.permits:
            before, after = permit.first - DAY, permit.until + DAY
            spans = [
                piece
                for first, last in spans
                for piece in ((first, min(last, before)), (max(first, after), last))
                if piece[0] <= piece[1]
            ]
        return spans

    # Days

    @cached_property
    def ordinals(self) -> list[tuple[int, int]]:
        """List the first and the last day of every stay as ordinals, for who draws many of them."""
        return [
            (stay.entry.toordinal(), end.toordinal())
            for stay, end in zip(self.traveller.stays, self._ends, strict=True)
        ]

    @cached_property
    def presence(self) -> Presence:
        """Return the days that count: to the day of reckoning for an open stay, and none under a permit."""
        spans = [(stay.entry, end) for stay, end in zip(self.traveller.stays, self._ends, strict=True)]
        if self.traveller.permits:
            spans = [piece for first, last in spans for piece in self.without_permits(first, last)]
        return Presence(spans)

    def lasting(self, until: date | None) -> Presence:
        """Return the same days as if the present stay, where it is open, lasted until a day."""
        index = self.current
        if index is None or self.traveller.stays[index].exit or until is None:
            return self.presence
        follower = self._next.get(index)
        if follower is not None:
            until = min(until, self.traveller.stays[follower].entry)
        presence = self.presence
        for first, last in self.without_permits(self._ends[index] + DAY, until):
            presence = presence.plus(first, last)
        return presence

    def since(self, day: date) -> Presence:
        """Return the days that count from a day on."""
        if day not in self._clipped:
            self._clipped[day] = self.presence.since(day)
        return self._clipped[day]
