"""Stay history: the days of a traveller's stays on one day of reckoning, and what permits cover of them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Collection
from datetime import date
from itertools import accumulate
from operator import lt

import msgspec

from kzstay.core.case import Permit, PermitKind, Ruling, RulingKind, Traveller
from kzstay.core.days import DAY, Presence
from kzstay.core.kept import kept
from kzstay.core.permits import NOTHING, Coverage, PeriodUse, Permits, VisaEnd
from kzstay.core.sanctions import stops_expulsion

ORDERS: tuple[RulingKind, ...] = ("expulsion", "shortened")  # tell by when to leave


class StayHistory:
    """When the traveller was and will be here, and which of those days count.

    ``together``: the days that a visa allows are those of all its stays together. ``contracts`` are the
    citizenships that labour contracts are for, ``ended`` the kinds of permits that end with a stay that is cut
    short.
    """

    def __init__(
        self,
        traveller: Traveller,
        on: date,
        together: bool = True,
        contracts: Collection[str] = (),
        ended: Collection[PermitKind] = (),
    ) -> None:
        self.traveller = traveller
        self.on = on
        entries = [stay.entry for stay in traveller.stays]
        self.exits = [stay.exit for stay in traveller.stays]
        follow = all(map(lt, entries, entries[1:]))  # nearly every case holds them in order
        self.order = list(range(len(entries))) if follow else traveller.in_order()
        self.entries = entries if follow else sorted(entries)
        # The last day counted of each stay
        self.ends = [
            end if end is not None and end >= entry else self._end(index)
            for index, (entry, end) in enumerate(zip(entries, self.exits, strict=True))
        ]
        # The first and the last day of each as ordinals
        self.ordinals = list(zip(map(date.toordinal, entries), map(date.toordinal, self.ends), strict=True))
        self.current = self._current()
        self._clipped: dict[date, Presence] = {}
        self._longer: dict[tuple[int, date], Presence] = {}
        self._covers: dict[int, Coverage] = {}
        self._together = together
        self._contracts = contracts
        self._ended = ended

    def end(self, index: int) -> date:
        """Return the last day counted of a stay: its exit, else the day of reckoning while still here."""
        return self.ends[index]

    def _end(self, index: int) -> date:
        stay = self.traveller.stays[index]
        if stay.exit is not None:
            return stay.entry  # it is the later day
        # Who came again must have left: the day of the next entry is the latest
        end, follower = max(stay.entry, self.on), self._next.get(index)
        return end if follower is None else max(stay.entry, min(end, self.traveller.stays[follower].entry))

    @kept
    def _next(self) -> dict[int, int]:
        return dict(zip(self.order, self.order[1:], strict=False))

    @kept
    def _places(self) -> dict[int, int]:
        return {index: place for place, index in enumerate(self.order)}

    def place(self, index: int) -> int:
        """Return the place of a stay in the order of entry."""
        return self._places[index]

    @kept
    def latest(self) -> list[date]:
        """List, for each place of the order, the last day of the stays up to it."""
        return list(accumulate((self.ends[index] for index in self.order), max))

    def exit_missing(self, index: int) -> bool:
        """Tell whether a stay has no exit although a later one has begun."""
        stays = self.traveller.stays
        if stays[index].exit is not None:
            return False
        follower = self._next.get(index)
        return follower is not None and stays[follower].entry <= self.on

    @kept
    def least(self) -> Traveller | None:
        """Return the traveller with the day of entry alone of each stay whose exit is missing; None if none is."""
        stays = self.traveller.stays
        missing = [self.exit_missing(index) for index in range(len(stays))]
        if not any(missing):
            return None
        least = tuple(
            msgspec.structs.replace(stay, exit=stay.entry) if unknown else stay
            for stay, unknown in zip(stays, missing, strict=True)
        )
        return msgspec.structs.replace(self.traveller, stays=least)

    def _current(self) -> int | None:
        """Return the index of the stay that holds the day of reckoning; of two the later."""
        on, ends, stays = self.on, self.ends, self.traveller.stays
        if not ends or max(ends) < on:
            return None
        for index in reversed(self.order):
            if ends[index] >= on >= stays[index].entry:
                return index
        return None

    @kept
    def _orders(self) -> list[tuple[date, date, int]]:
        """List, in order, when an order to leave was served, by when it told to, and which ruling it is.

        One that a complaint stops tells nothing, nor does one that is still to come.
        """
        return sorted(
            (ruling.served, ruling.leave_by, number)
            for number, ruling in enumerate(self.traveller.rulings)
            if ruling.kind in ORDERS
            and ruling.leave_by
            and ruling.served <= self.on
            and not stops_expulsion(ruling, self.on)
        )

    def _order(self, index: int) -> tuple[date, int] | None:
        """Return the first day by which a ruling told the traveller to leave that was served during a stay."""
        if not self._orders:
            return None
        stay = self.traveller.stays[index]
        last = self.before_next(index, stay.exit or date.max)
        first, after = bisect_left(self._orders, (stay.entry,)), bisect_right(self._orders, (last, date.max))
        return min(((leave_by, number) for _, leave_by, number in self._orders[first:after]), default=None)

    def ruled(self, index: int) -> date | None:
        """Return the day by which a ruling told the traveller to leave, where it was served during a stay."""
        order = self._order(index) if self.traveller.rulings else None
        return order and order[0]

    def ruling(self, index: int) -> Ruling | None:
        """Return the ruling that told the traveller to leave a stay."""
        order = self._order(index)
        return order and self.traveller.rulings[order[1]]

    def told_to_leave(self, index: int) -> bool:
        """Tell whether a ruling told the traveller to leave a stay, also where its day was not entered."""
        told = self.traveller.rulings and (self.ruled(index) is not None or self.undated(index) is not None)
        return bool(told)

    def undated(self, index: int) -> Ruling | None:
        """Return the ruling that told the traveller to leave a stay by a day that was not entered."""
        entry = self.traveller.stays[index].entry
        last = self.before_next(index, self.traveller.stays[index].exit or date.max)
        found = (
            ruling
            for ruling in self.traveller.rulings
            if ruling.kind in ORDERS and ruling.leave_by is None and entry <= ruling.served <= min(last, self.on)
        )
        return next(found, None)

    # Permits

    @kept
    def _permits(self) -> Permits:
        spans = [(self.traveller.stays[index].entry, self.ends[index]) for index in self.order]
        return Permits(self._valid, spans, self._together)

    @kept
    def _valid(self) -> list[Permit]:
        """List the permits, those that end with a stay that was cut short to its last day."""
        return [self._shortened(permit) for permit in self.traveller.permits]

    def _shortened(self, permit: Permit) -> Permit:
        until = self.shortened_to(permit)
        return permit if until is None else msgspec.structs.replace(permit, until=max(permit.first, until))

    @kept
    def holder(self) -> Traveller:
        """Return the traveller with the permits as they are taken to hold."""
        return msgspec.structs.replace(self.traveller, permits=tuple(self._valid))

    def shortened_to(self, permit: Permit) -> date | None:
        """Return the day on which a permit is taken to end because the stay on it was cut short.

        Where the day of the order was not entered, that is the last day of the stay.
        """
        days = [
            ruling.leave_by or self._ended_with(ruling.served)
            for ruling in self.traveller.rulings
            if ruling.kind == "shortened" and permit.first <= ruling.served <= min(permit.until, self.on)
        ]
        last = min(days, default=permit.until)
        return last if permit.kind in self._ended and last < permit.until else None

    def _ended_with(self, day: date) -> date:
        """Return the last day of the stay that holds a day, else that day."""
        spans = zip(self.traveller.stays, self.ends, strict=True)
        return max((end for stay, end in spans if stay.entry <= day <= end), default=day)

    @kept
    def _permits_to_come(self) -> Permits:
        """Return the permits as if the present stay, where it is open, were used to the end of its permit."""
        index = self.current
        if index is None or self.traveller.stays[index].exit:
            return self._permits
        until = self.before_next(index, self.cover(index).extended(self.on))
        ends = {**dict(enumerate(self.ends)), index: until}
        spans = [(self.traveller.stays[index].entry, ends[index]) for index in self.order]
        return Permits(self._valid, spans, self._together)

    def before_next(self, index: int, until: date) -> date:
        """Return a day, or the entry of the stay that follows where that comes first."""
        follower = self._next.get(index)
        return until if follower is None else min(until, self.traveller.stays[follower].entry)

    def cover(self, index: int) -> Coverage:
        """Return what permits cover of a stay; nothing after the day by which a court told to leave."""
        if not self.traveller.permits:
            return NOTHING
        if index not in self._covers:
            entry = self.traveller.stays[index].entry
            cover = self._permits.cover(entry, self.place(index), works=self._works(index))
            ruled = self.ruled(index)
            self._covers[index] = cover if ruled is None else cover.to(ruled)
        return self._covers[index]

    def cover_on(self, entry: date) -> Coverage:
        """Return what permits cover of a stay entered on a day."""
        if not self.traveller.permits:
            return NOTHING
        permits = self._permits_to_come if entry > self.on else self._permits
        return permits.cover(entry, works=self._works(None))

    def _works(self, index: int | None) -> bool:
        """Tell whether labour contracts are for the citizenship of a stay, or, for None, of an entry to come."""
        return self.traveller.shown(index)[0] in self._contracts

    def gives_again(self, day: date) -> bool:
        """Tell whether a visa is valid on a day that may give more on the next."""
        return bool(self.traveller.permits) and self._permits.gives_again(day)

    def period_uses(self, day: date) -> list[PeriodUse]:
        """List what is used on a day of the visas, valid then, that allow so many days of each period."""
        return self._permits.period_uses(day)

    def entries_used_up(self, index: int) -> bool:
        """Tell whether a stay was entered on a visa whose entries were used before."""
        if not self.traveller.permits:
            return False
        entry, place = self.traveller.stays[index].entry, self.place(index)
        return self._permits.used_up(entry, place, works=self._works(index))

    def visa_end(self, index: int) -> VisaEnd | None:
        """Tell what became of the visa of a stay that no permit covers when it is entered; None where none was."""
        entry = self.traveller.stays[index].entry
        if self.cover(index).on(entry):
            return None
        if spent := self._permits.spent(entry, self.place(index)):
            return VisaEnd("days", spent)
        held = zip(self.traveller.permits, self._valid, strict=True)
        ended = [
            VisaEnd("term" if given.until == valid.until else "cut", valid.until)
            for given, valid in held
            if given.kind == "visa" and valid.until < entry
        ]
        return max(ended, key=lambda one: one.day, default=None)

    # Days

    @kept
    def presence(self) -> Presence:
        """Return the days that count: to the day of reckoning for an open stay, and none under a permit."""
        if not self.traveller.permits and "transport" not in [stay.kind for stay in self.traveller.stays]:
            return self.stayed
        spans = [(stay.entry, end) for stay, end in zip(self.traveller.stays, self.ends, strict=True)]
        return Presence(
            piece
            for index, span in enumerate(spans)
            if self.counts(index)
            for piece in self.cover(index).without(*span)
        )

    @kept
    def stayed(self) -> Presence:
        """Return the days of all stays, whatever covers them, an open one to the day of reckoning."""
        return Presence.of_ordinals(self.ordinals)

    def counts(self, index: int) -> bool:
        """Tell whether the days of a stay count: not those of who drives, or is one of a crew."""
        return self.traveller.stays[index].kind != "transport"

    @kept
    def present(self) -> Presence:
        """Return the days up to the day of reckoning on which the traveller was here, whatever they count for."""
        spans = zip(self.traveller.stays, self.ends, strict=True)
        return Presence((stay.entry, min(end, self.on)) for stay, end in spans if stay.entry <= self.on)

    def lasting(self, until: date | None) -> Presence:
        """Return the same days as if the present stay, where it is open, lasted until a day."""
        index = self.current
        if index is None or self.traveller.stays[index].exit or until is None or not self.counts(index):
            return self.presence
        presence = self.presence
        if presence is self.stayed:
            return self.stayed_to(index, self.before_next(index, until))
        for first, last in self.cover(index).without(self.ends[index] + DAY, self.before_next(index, until)):
            presence = presence.plus(first, last)
        return presence

    def stayed_to(self, index: int, day: date) -> Presence:
        """Return the days of all stays as if one of them lasted to a day, where that is the later one."""
        if day <= self.ends[index]:
            return self.stayed
        if (index, day) not in self._longer:
            self._longer[index, day] = self.stayed.plus(self.traveller.stays[index].entry, day)
        return self._longer[index, day]

    def entered_from(self, day: date, end: Callable[[int], date]) -> date:
        """Return the first day of the stays entered from a day on: later where one was going on then."""
        place = bisect_left(self.entries, day) - 1
        if place < 0:
            return day
        last = end(self.order[place])
        return day if last < day else last + DAY * (last not in self.entries[place + 1 : place + 2])

    def entered_since(self, day: date) -> bool:
        """Tell whether a stay begins on a day or later."""
        return bool(self.entries) and self.entries[-1] >= day

    def since(self, day: date) -> Presence:
        """Return the days that count from a day on."""
        if day not in self._clipped:
            self._clipped[day] = self.presence.since(day)
        return self._clipped[day]
