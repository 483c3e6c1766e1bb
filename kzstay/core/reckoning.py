"""The stays of one traveller reckoned on one day under one reading; verdicts are worked out when asked for.

While a stay is dragged only what is on the screen has to be known, so nothing here looks at every stay twice.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from functools import cached_property

import msgspec

from kzstay.core.case import Stay, Traveller
from kzstay.core.days import DAY, Presence, Span
from kzstay.core.itinerary import Itinerary
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
    """What the stays of a traveller come to on a day, under a reading.

    ``usual`` is the same under the usual reading; with it the days are worked out once for both.
    """

    def __init__(
        self, traveller: Traveller, on: date, law: Law, reading: Reading, usual: Reckoning | None = None
    ) -> None:
        self.traveller = traveller
        self.on = on
        self.law = law
        self.reading = reading
        if usual is None and reading is Reading.SAFE:
            usual = Reckoning(traveller, on, law, Reading.USUAL)
        self.days = usual.days if usual else Itinerary(traveller, on)
        self._usual = usual
        self._limits: dict[str, tuple[BoundLimit, ...]] = {}
        self._verdicts: dict[int, Verdict] = {}
        self._clipped: dict[date, Presence] = {}

    def end(self, index: int) -> date:
        """Return the last day counted of a stay: its exit, else the day of reckoning while still here."""
        return self.days.end(index)

    @property
    def current(self) -> int | None:
        """Return the index of the stay that holds the day of reckoning."""
        return self.days.current

    @property
    def presence(self) -> Presence:
        """Return the days that count up to the day of reckoning."""
        return self.days.presence

    @cached_property
    def projected(self) -> Presence:
        """Return the same days as if the present stay were used to its last lawful day.

        Both readings take the later last day, that of the usual one: days that may have been used are used.
        """
        if self._usual is not None:
            return self._usual.projected
        return self.days.lasting(self.verdict(self.current).lawful_until if self.current is not None else None)

    def counted(self, limit: BoundLimit, projected: bool = False) -> Presence:
        """Return the days that a limit counts: none before it came into force."""
        if not projected or self.projected is self.presence:
            return self.presence if limit.begins is None else self.days.since(limit.begins)
        if limit.begins is None:
            return self.projected
        if limit.begins not in self._clipped:
            self._clipped[limit.begins] = self.projected.since(limit.begins)
        return self._clipped[limit.begins]

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
        """Return the last lawful day of a stay by history, and the kind of limit or the permit that sets it.

        The day before the entry says that nothing is left; None that no regime is known. Who enters on a permit
        leaves before it ends: ML 6(4); the visa-free term does not follow it.
        """
        if self.days.permit_on(entry):
            return self.days.covered(entry - DAY), "permit"
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
            self._verdicts[index] = self._verdict(self.traveller.stays[index], self.end(index))
        return self._verdicts[index]

    def _verdict(self, stay: Stay, end: date) -> Verdict:
        planned = stay.entry > self.on
        before = stay.entry - DAY
        until, because = self.binding(stay.entry, planned) or (before, None)
        covered = self.days.covered(until)
        if covered > until:
            until, because = covered, "permit"
        over = 0
        if because:
            uncovered = self.days.without_permits(max(until, before) + DAY, end)
            over = sum((last - first).days + 1 for first, last in uncovered)
        return Verdict(self.regime(stay.entry), until if until >= stay.entry else None, because, over)

    @cached_property
    def standing(self) -> Standing:
        """Return how the traveller stands on the day of reckoning."""
        if self.current is None:
            return Standing.OUTSIDE
        if self.days.permit_on(self.on):
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
        if self.days.permit_on(day):
            longest = (self.days.covered(day - DAY) - day).days + 1
            return (day, longest) if longest >= days else None
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
