"""The stays of one traveller reckoned on one day under one reading; verdicts are worked out when asked for.

While a stay is dragged only what is on the screen has to be known, so nothing here looks at every stay twice.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from functools import cached_property

import msgspec

from kzstay.core.case import Permit, Stay, Traveller
from kzstay.core.days import DAY, Presence, Span
from kzstay.core.law import Law, Reading, Regime
from kzstay.core.limits import Counting, Rolling
from kzstay.core.regimes import BoundLimit, limits_of, regime_on


class Standing(StrEnum):
    """How a traveller stands on a day."""

    OUTSIDE = "outside"
    LAWFUL = "lawful"
    ENDING = "ending"
    OVERSTAY = "overstay"
    PERMIT = "permit"
    NO_REGIME = "no-regime"


class Verdict(msgspec.Struct, frozen=True):
    """How long one stay may last, and by what."""

    regime: Regime | None
    lawful_until: date | None  # None where not even the day of entry is lawful
    because: str | None  # the kind of limit that binds, or "permit"
    overstay_days: int


class LimitUse(msgspec.Struct, frozen=True):
    """A limit on the day of reckoning; what was used is None where it looks at one entry only."""

    kind: str
    days: int
    period: int | None = None
    used: int | None = None
    remaining: int | None = None
    window: Span | None = None


class Reckoning:
    """What the stays of a traveller come to on a day, under a reading."""

    def __init__(self, traveller: Traveller, on: date, law: Law, reading: Reading) -> None:
        self.traveller = traveller
        self.on = on
        self.law = law
        self.reading = reading
        self._order = traveller.in_order()
        self._next = dict(zip(self._order, self._order[1:], strict=False))
        self._ends = [self._end(index) for index in range(len(traveller.stays))]
        self._limits: dict[str, tuple[BoundLimit, ...]] = {}
        self._verdicts: dict[int, Verdict] = {}
        self._clipped: dict[date, Presence] = {}
        self._clipped_projected: dict[date, Presence] = {}

    # Stays

    def end(self, index: int) -> date:
        """Return the last day counted of a stay: its exit, else the day of reckoning while still here."""
        return self._ends[index]

    def _end(self, index: int) -> date:
        stay = self.traveller.stays[index]
        end = stay.exit or max(stay.entry, self.on)
        follower = self._next.get(index)
        if stay.exit is None and follower is not None:
            # Who came again must have left: the day of the next entry is the latest
            end = min(end, max(stay.entry, self.traveller.stays[follower].entry))
        return max(end, stay.entry)

    def exit_missing(self, index: int) -> bool:
        """Tell whether a stay has no exit although a later one has begun."""
        follower = self._next.get(index)
        return (
            self.traveller.stays[index].exit is None
            and follower is not None
            and self.traveller.stays[follower].entry <= self.on
        )

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

    def _covered(self, first: date, until: date) -> date:
        """Extend a last lawful day by permits that begin no later than the day after it."""
        for permit in sorted(self.traveller.permits, key=lambda permit: permit.first):
            if permit.until >= first and permit.first <= until + DAY:
                until = max(until, permit.until)
        return until

    def _without_permits(self, first: date, last: date) -> list[tuple[date, date]]:
        spans = [(first, last)]
        for permit in self.traveller.permits:
            spans = (
                [
                    piece
                    for begin, end in spans
                    for piece in (
                        (begin, min(end, permit.first - DAY)),
                        (max(begin, permit.until + DAY), end),
                    )
                    if piece[0] <= piece[1]
                ]
                if permit.first <= last and permit.until >= first
                else spans
            )
        return spans

    # Days

    @cached_property
    def presence(self) -> Presence:
        """Return the days that count: to the day of reckoning for an open stay, and none under a permit."""
        return self._presence(self._ends)

    @cached_property
    def projected(self) -> Presence:
        """Return the same days as if the present stay were used to its last lawful day."""
        index = self.current
        if index is None or self.traveller.stays[index].exit:
            return self.presence
        until = self.verdict(index).lawful_until
        if until is None or until <= self._ends[index]:
            return self.presence
        follower = self._next.get(index)
        if follower is not None:
            until = min(until, self.traveller.stays[follower].entry)
        ends = list(self._ends)
        ends[index] = max(ends[index], until)
        return self._presence(ends)

    def _presence(self, ends: list[date]) -> Presence:
        stays = self.traveller.stays
        if not self.traveller.permits:
            return Presence((stay.entry, end) for stay, end in zip(stays, ends, strict=True))
        return Presence(
            span for stay, end in zip(stays, ends, strict=True) for span in self._without_permits(stay.entry, end)
        )

    def counted(self, limit: BoundLimit, projected: bool = False) -> Presence:
        """Return the days that a limit counts: none before it came into force."""
        presence, kept = (self.projected, self._clipped_projected) if projected else (self.presence, self._clipped)
        if limit.begins is None:
            return presence
        if limit.begins not in kept:
            kept[limit.begins] = presence.since(limit.begins)
        return kept[limit.begins]

    # Answers

    def regime(self, entry: date) -> Regime | None:
        """Return the regime of an entry on a day."""
        return regime_on(self.law, self.traveller.citizenship, self.traveller.passport, entry, self.reading)

    def limits(self, regime: Regime) -> tuple[BoundLimit, ...]:
        """Return the limits of a regime under the reading."""
        if regime.id not in self._limits:
            self._limits[regime.id] = limits_of(self.law, regime, self.reading)
        return self._limits[regime.id]

    def binding(self, entry: date, projected: bool = False) -> tuple[date, str] | None:
        """Return the last lawful day of a visa-free stay by history, and the kind of limit that sets it.

        The day before the entry says that nothing is left; None that no regime is known.
        """
        regime = self.regime(entry)
        if regime is None:
            return None
        return min(
            (
                limit.rule.last_lawful(self.counted(limit, projected), entry) or entry - DAY,
                limit.row.kind,
            )
            for limit in self.limits(regime)
        )

    def verdict(self, index: int) -> Verdict:
        """Return how long a stay may last; days before it are history, and nothing after it is looked at."""
        if index not in self._verdicts:
            self._verdicts[index] = self._verdict(self.traveller.stays[index], self._ends[index])
        return self._verdicts[index]

    def _verdict(self, stay: Stay, end: date) -> Verdict:
        planned = stay.entry > self.on
        regime = self.regime(stay.entry)
        bound = self.binding(stay.entry, planned)
        until, because = bound or (stay.entry - DAY, None)
        permitted = self._covered(stay.entry, until)
        if permitted > until:
            until, because = permitted, "permit"
        over = max(0, (end - max(until, stay.entry - DAY)).days) if because else 0
        return Verdict(regime, until if until >= stay.entry else None, because, over)

    @cached_property
    def standing(self) -> Standing:
        """Return how the traveller stands on the day of reckoning."""
        if self.current is None:
            return Standing.OUTSIDE
        if self.permit_on(self.on):
            return Standing.PERMIT
        verdict = self.verdict(self.current)
        if verdict.because is None:
            return Standing.NO_REGIME
        if verdict.lawful_until is None or verdict.lawful_until < self.on:
            return Standing.OVERSTAY
        left = (verdict.lawful_until - self.on).days
        return Standing.ENDING if left <= self.law.ending_days else Standing.LAWFUL

    def limit_uses(self, day: date | None = None) -> list[LimitUse]:
        """List the limits of the present stay, or of an entry on the day, with what is used on it."""
        day = day or self.on
        entry = self.traveller.stays[self.current].entry if self.current is not None else day
        regime = self.regime(entry)
        return [] if regime is None else [self._use(limit, day) for limit in self.limits(regime)]

    def _use(self, limit: BoundLimit, day: date) -> LimitUse:
        rule = limit.rule
        if not isinstance(rule, Counting):
            return LimitUse(rule.kind, rule.limit)
        presence = self.counted(limit, projected=day > self.on)
        used = rule.used(presence, day)
        window = rule.window(presence, day)
        return LimitUse(rule.kind, rule.limit, limit.row.period, used, rule.limit - used, window)

    def counting_limit(self, day: date) -> BoundLimit | None:
        """Return the rolling limit of a person on a day: the one that the timeline draws."""
        regime = self.regime(day)
        rolling = [limit for limit in self.limits(regime) if limit.row.kind == "rolling"] if regime else []
        return rolling[0] if rolling else None

    @cached_property
    def next_entry(self) -> tuple[date, int] | None:
        """Return the first day on which a new stay may begin and how long it may last, by history."""
        return self.entry_from(self._free_from())

    def _free_from(self) -> date:
        if self.current is None:
            return self.on
        until = self.verdict(self.current).lawful_until or self.on
        return max(self.traveller.stays[self.current].exit or max(until, self.on), self.on) + DAY

    def entry_from(self, day: date, days: int = 1) -> tuple[date, int] | None:
        """Return the first day from one on that allows a stay of so many days, and how long it may last.

        None where no regime is known for that day, or none of its entries ever lasts so long.
        """
        while regime := self.regime(day):
            limits = self.limits(regime)
            if min(limit.rule.limit for limit in limits) < days:
                return None
            found = day
            for limit in limits:
                if isinstance(limit.rule, Rolling):
                    found = limit.rule.earliest_entry(self.counted(limit, projected=True), found, days)
            ends = regime.last_entry(self.reading)
            if ends is not None and ends < found:
                day = ends + DAY  # the regime that follows may allow it sooner
                continue
            bound = self.binding(found, projected=True)
            if bound and (longest := (bound[0] - found).days + 1) >= days and found not in self.projected:
                return found, longest
            day = max(found, day + DAY)
        return None
