"""Permits and what they cover: of each stay the days that are outside the visa-free count.

A residence permit covers its days whatever the crossings. A visa that allows so many days or entries covers those
stays alone that were entered on it, in their order, until its entries and its days are used. One that allows so
many days of each period covers a stay until its days in the period that is looked back on are used, and gives days
again when they have left it. A labour contract covers the stays of those whose citizenship it is for.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Literal

import msgspec

from kzstay.core.case import Permit
from kzstay.core.days import DAY, Presence
from kzstay.core.limits import Rolling

Days = tuple[date, date]


class Coverage:
    """The days of one stay that permits cover, also those after its end."""

    __slots__ = ("spans",)

    def __init__(self, spans: Iterable[Days] = ()) -> None:
        self.spans = sorted(spans)

    def on(self, day: date) -> date | None:
        """Return the last day of the permit that covers a day and lasts longest."""
        return max((last for first, last in self.spans if first <= day <= last), default=None)

    def extended(self, until: date) -> date:
        """Extend a last lawful day by permits that begin no later than the day after it."""
        for first, last in self.spans:
            if first <= until + DAY:
                until = max(until, last)
        return until

    def to(self, day: date) -> Coverage:
        """Return the same days without those after one."""
        return Coverage((first, min(last, day)) for first, last in self.spans if first <= day)

    def without(self, first: date, last: date) -> list[Days]:
        """List the parts of some days that no permit covers."""
        pieces = [(first, last)] if first <= last else []
        for begin, end in self.spans:
            before, after = begin - DAY, end + DAY
            pieces = [
                piece
                for first, last in pieces
                for piece in ((first, min(last, before)), (max(first, after), last))
                if piece[0] <= piece[1]
            ]
        return pieces


NOTHING = Coverage()


class PeriodUse(msgspec.Struct, frozen=True):
    """What is used of a visa that allows so many days of each period."""

    days: int
    period: int
    used: int


VisaEndReason = Literal[
    "days",  # they are used
    "term",  # it is over
    "cut",  # the stay on it was cut short
]


class VisaEnd(msgspec.Struct, frozen=True):
    """What ended a visa before a stay, and its last day."""

    why: VisaEndReason
    day: date


class Permits:
    """The permits of a traveller, used by the stays in their order.

    ``together``: the days that a visa allows are those of all its stays together; else each entry has them anew.
    """

    def __init__(self, permits: Sequence[Permit], stays: Sequence[Days], together: bool) -> None:
        self._entries = [first for first, _ in stays]  # in order, each with the last day counted
        whole = [permit for permit in permits if not limited(permit)]
        self._whole = [(permit.first, permit.until) for permit in whole if permit.kind != "contract"]
        self._contracts = [(permit.first, permit.until) for permit in whole if permit.kind == "contract"]
        self._visas = [
            _PeriodVisa(permit) if permit.period else _Visa(permit, together)
            for permit in permits
            if limited(permit)
        ]
        if self._visas:
            for place, stay in enumerate(stays):
                self._spend(place, *stay)

    def cover(self, entry: date, place: int | None = None, *, works: bool = False) -> Coverage:
        """Return what covers a stay entered on a day: the one in a place of the order, or one not recorded.

        ``works``: its citizenship is one that labour contracts are for.
        """
        whole = [*self._whole, *self._contracts] if works else self._whole
        spans = [span for span in whole if span[1] >= entry]
        if self._visas:
            spans += [given for _, given in self._grants(entry, self._place(entry, place))]
        return Coverage(spans) if spans else NOTHING

    def used_up(self, entry: date, place: int, *, works: bool = False) -> bool:
        """Tell whether a stay was entered while a visa was valid whose entries were used, and none covers it."""
        used = any(visa.first <= entry <= visa.until and not visa.entries_left(place) for visa in self._visas)
        return used and not self.cover(entry, place, works=works).on(entry)

    def spent(self, entry: date, place: int) -> date | None:
        """Return the last day of the visas, valid on a day of entry, whose days were used up before it."""
        valid = (one for one in self._visas if one.first <= entry <= one.until)
        used = (one for one in valid if not isinstance(one, _PeriodVisa) and one.last(entry, place) < entry)
        return max((one.latest(place) for one in used), default=None)

    def gives_again(self, day: date) -> bool:
        """Tell whether a visa is valid on a day that may give more on the next."""
        return any(isinstance(visa, _PeriodVisa) and visa.first <= day <= visa.until for visa in self._visas)

    def period_uses(self, day: date) -> list[PeriodUse]:
        """List what is used on a day of the visas, valid then, that allow so many days of each period."""
        found = [visa for visa in self._visas if isinstance(visa, _PeriodVisa)]
        return [visa.use(day) for visa in found if visa.first <= day <= visa.until]

    def _place(self, entry: date, place: int | None) -> int:
        return bisect_left(self._entries, entry) if place is None else place

    def _grants(self, entry: date, place: int) -> list[tuple[_Visa, Days]]:
        """List what visas give a stay: the one that it is entered on, and those that begin while it lasts.

        Of several that are valid the one is used that lasts longest; an entry is never charged to two.
        """
        found: list[tuple[_Visa, Days]] = []
        entered: tuple[_Visa, Days] | None = None
        for visa in self._visas:
            begin = max(entry, visa.first)
            if visa.until < begin or (last := visa.last(begin, place)) < begin:
                continue
            if visa.first > entry:
                found.append((visa, (begin, last)))
            elif visa.entries_left(place) and (entered is None or last >= entered[1][1]):
                entered = visa, (begin, last)
        return found if entered is None else [*found, entered]

    def _spend(self, place: int, first: date, last: date) -> None:
        """Charge a stay to the visas that it uses."""
        grants = self._grants(first, place)
        for visa, (begin, end) in grants:
            if begin > last:
                continue
            if isinstance(visa, _PeriodVisa):
                # Also who stays on after the days of the visa is here on it, where nothing else lets them
                others = [given for other, given in grants if other is not visa]
                end = max(end, min(last, visa.until))
                visa.stayed += Coverage([*self._whole, *others]).without(begin, min(end, last))
            visa.spend(place, first, begin, min(end, last))


class _Visa:
    """A visa for so many days or entries, with what was used of it before each stay that used it.

    A stay asks for what those before it left: one state is kept for each that changed it, and found by its place.
    """

    def __init__(self, permit: Permit, together: bool) -> None:
        self.first = permit.first
        self.until = permit.until
        self._allowed_entries = permit.entries
        self._allowed_days = permit.days
        self._together = together
        self._places: list[int] = []
        self._used: list[tuple[int, int, date]] = [(0, 0, date.min)]  # entries, days, the last day spent

    def entries_left(self, place: int) -> bool:
        """Tell whether a stay may be entered on it."""
        return self._allowed_entries is None or self._before(place)[0] < self._allowed_entries

    def last(self, begin: date, place: int) -> date:
        """Return the last day that it gives a stay from a day on; the day before where nothing is left."""
        if self._allowed_days is None:
            return self.until
        left = self._allowed_days
        if self._together:
            _, days, latest = self._before(place)
            left += (begin == latest) - days
        return min(self.until, begin + DAY * (left - 1))

    def latest(self, place: int) -> date:
        """Return the last day spent of it before a stay."""
        return self._before(place)[2]

    def spend(self, place: int, entry: date, begin: date, end: date) -> None:
        """Charge a stay; a day of leaving and coming back counts once."""
        entries, days, latest = self._before(place)
        self._places.append(place)
        self._used.append((entries + (self.first <= entry), days + (end - begin).days + (begin != latest), end))

    def _before(self, place: int) -> tuple[int, int, date]:
        return self._used[bisect_left(self._places, place)]


class _PeriodVisa(_Visa):
    """A visa for so many days of each period that is looked back on: both readings count it alike."""

    def __init__(self, permit: Permit) -> None:
        super().__init__(permit, together=True)
        assert permit.days is not None
        assert permit.period is not None
        self._rule = Rolling(permit.days, permit.period)
        self.stayed: list[Days] = []  # on it, in order; none of what another permit covers

    def last(self, begin: date, place: int) -> date:
        """Return the last day that it gives a stay from a day on; the day before where nothing is left."""
        if self._rule.limit == self._rule.period:
            return self.until  # every day of each period
        days = self._rule.longest_stay(self._before_day(begin), begin)
        return min(self.until, begin + DAY * (days - 1))

    def use(self, day: date) -> PeriodUse:
        """Tell what is used of it on a day."""
        return PeriodUse(self._rule.limit, self._rule.period, self._rule.used(self._before_day(day), day))

    def _before_day(self, day: date) -> Presence:
        # Those that matter are the last ones: stays are charged in their order
        far, found = day - DAY * self._rule.period, list[Days]()
        for span in reversed(self.stayed):
            if span[1] < far:
                break
            if span[0] <= day:
                found.append(span)
        return Presence(found)


def limited(permit: Permit) -> bool:
    """Tell whether a permit is a visa that allows so many days or so many entries."""
    return permit.kind == "visa" and (permit.days is not None or permit.entries is not None)
