"""Reckoning: the stays of one traveller on one day under one reading; verdicts are worked out when asked for.

While a stay is dragged only what is on the screen has to be known, so nothing here looks at every stay twice.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable
from datetime import date

from kzstay.core.bars import REFUSALS, Bar, Refusal, bars_of, refusal
from kzstay.core.case import LAST_DAY, Traveller
from kzstay.core.days import DAY, Presence, Span
from kzstay.core.history import StayHistory
from kzstay.core.kept import kept
from kzstay.core.law.loading import Law
from kzstay.core.law.regimes import BoundLimit
from kzstay.core.law.schema import Regime
from kzstay.core.permits import NOTHING, Coverage
from kzstay.core.prolongation import prolonged
from kzstay.core.readings import Reading
from kzstay.core.sanctions import bans, stops_expulsion, to_be_executed
from kzstay.core.terms import Terms
from kzstay.core.verdict import Standing, Verdict

_LAST = date.max.toordinal()
Measure = tuple[Callable[[Presence, int], int], Presence, tuple[bool, str]]


class Reckoning(Terms):
    """What the stays of a traveller come to on a day, under a reading.

    ``usual`` is the same under the usual reading; with it the days are worked out once for both.
    """

    def __init__(
        self, traveller: Traveller, on: date, law: Law, reading: Reading, usual: Reckoning | None = None
    ) -> None:
        super().__init__(traveller, law, reading)
        self.on = on
        if usual is None and reading is Reading.SAFE:
            usual = Reckoning(traveller, on, law, Reading.USUAL)
        together = not traveller.permits or bool(law.settles("visa-days", reading))
        # Only a visa that allows so many days at each of several entries is read in two ways
        parted = traveller.permits and any(one.days and not one.period for one in traveller.permits)
        self.history = (
            usual.history
            if usual and not parted
            else StayHistory(traveller, on, together, law.contract.countries, law.shortened.ends_permits)
        )
        self.current = self.history.current  # the index of the stay that holds the day of reckoning
        here = None if self.current is None else traveller.stays[self.current]
        self.here = on if here is None else here.entry  # its entry, else the day of reckoning as one
        self.open = None if here is None or here.exit else self.current  # where it goes on without an exit
        self.bans: list[Span] = []
        self.refusal: Refusal | None = None
        if traveller.rulings:
            self.bans, self.refusal = bans(law, traveller.rulings), refusal(traveller.rulings, on)
        self._usual = usual
        # Where the readings part on a visa the strict one may find somebody visa-free whom the other finds on it,
        # and for longer; it takes the sooner day of the two
        self._visas = usual if usual is not None and self.history is not usual.history else None
        self._verdicts: dict[int, Verdict] = {}
        self._bindings: dict[tuple[date, bool], tuple[date, str] | None] = {}
        self._measured: dict[tuple[str, bool], list[Measure]] = {}
        self._counted: dict[tuple[date, bool], Presence] = {}

    def end(self, index: int) -> date:
        """Return the last day counted of a stay: its exit, else the day of reckoning while still here."""
        return self.history.end(index)

    def lasts(self, index: int) -> date:
        """Return the last day of a stay; one that goes on is taken to last as long as it may.

        Of who lives here permanently it is the day of reckoning: they come and go as they like.
        """
        end = self.end(index)
        if index != self.current or self.traveller.stays[index].exit or self.resides(index):
            return end
        return self.history.before_next(index, max(end, self.verdict(index).lawful_until or end))

    @kept
    def stayed(self) -> Presence:
        """Return the days of all stays, whatever covers them, each to its last."""
        # The history knows them for both readings; of one that goes on its days to come are added
        here = self.open
        return self.history.stayed if here is None else self.history.stayed_to(here, self.lasts(here))

    @property
    def closed(self) -> Presence:
        """Return the days on which no new stay may begin: those of other stays, and of bans."""
        return self._closed if self.bans else self.stayed

    @kept
    def _closed(self) -> Presence:
        return Presence((span.first, span.last) for days in (self.stayed, self._banned) for span in days.spans())

    @kept
    def _banned(self) -> Presence:
        # One that would end before it begins, of a decision carried out years later, bars nothing
        return Presence((ban.first, ban.last) for ban in self.bans if ban.first <= ban.last)

    def among(self, first: date, last: date) -> list[int]:
        """List the stays in order of entry from the first to the last of those that have a day in some days."""
        days, here = self.history, self.open
        start = bisect_left(days.latest, first)
        if here is not None and self.lasts(here) >= first:
            start = min(start, days.place(here))
        return days.order[start : bisect_right(days.entries, last)]

    @property
    def usual(self) -> Reckoning:
        """Return the same under the usual reading."""
        return self if self._usual is None else self._usual

    @property
    def two_sided(self) -> bool:
        """Tell whether the days that count are other ones by the usual reading."""
        return self._visas is not None

    def of(self, traveller: Traveller) -> Reckoning:
        """Reckon other stays on the same day under the same reading."""
        return Reckoning(traveller, self.on, self.law, self.reading)

    @property
    def presence(self) -> Presence:
        """Return the days that count up to the day of reckoning."""
        return self.history.presence

    @kept
    def projected(self) -> Presence:
        """Return the same days as if the present stay were used to its last lawful day.

        Both readings take the later last day, that of the usual one: days that may have been used are used.
        """
        if self.open is None:
            return self.presence
        if self._usual is not None and self._usual.history is self.history:
            return self._usual.projected
        last = self._usual or self
        return self.history.lasting(last.verdict(self.current).lawful_until if self.current is not None else None)

    def counted(self, limit: BoundLimit, projected: bool = False) -> Presence:
        """Return the days that a limit counts: none before it came into force."""
        return self.counted_from(limit.begins, projected)

    def leaves_out(self, limit: BoundLimit, window: Span) -> bool:
        """Tell whether days of a window do not count because the limit began after them."""
        begins = self._begins(limit.begins, False) if limit.begins else None
        # A limit that is still to begin counts nothing, and leaves nothing out
        if begins is None or limit.begins is None or not window.first < begins or window.last < limit.begins:
            return False
        return self.presence.days_in(window.first, min(begins - DAY, window.last)) > 0

    def _begins(self, begins: date, projected: bool) -> date:
        """Return the day from which days count for a limit that began on a day.

        By the reading that takes whole stays it is later: after the stay that was going on then.
        """
        if self.law.settles("days-before-limit", self.reading):
            return begins
        return self.history.entered_from(begins, self.lasts if projected else self.end)

    def counted_from(self, begins: date | None, projected: bool = False) -> Presence:
        """Return the days that count from a day on, or all of them."""
        entries = self.history.entries
        if begins is None or not entries or begins <= entries[0]:
            return self.projected if projected else self.history.presence
        if (begins, projected) not in self._counted:
            self._counted[begins, projected] = self._since(self._begins(begins, projected), projected)
        return self._counted[begins, projected]

    def _since(self, begins: date, projected: bool) -> Presence:
        shared = not projected or self.projected is self.presence
        return self.history.since(begins) if shared else self.projected.since(begins)

    # Answers

    @kept
    def every_limit(self) -> list[BoundLimit]:
        """List all limits that a stay of the person may be judged by, those of the usual reading among them."""
        ours = self.limits_of_all()
        return ours if self._usual is None else [*ours, *self._usual.every_limit]

    def binding(self, entry: date, projected: bool = False) -> tuple[date, str] | None:
        """Return the last lawful day of a stay by history, and the kind of limit or the permit that sets it.

        The day before the entry says that nothing is left; None that no regime is known. Who enters on a permit
        leaves before it ends: ML 6(4); the visa-free term does not follow it.
        """
        if (entry, projected) not in self._bindings:
            self._bindings[entry, projected] = self._entered(entry, projected)
        return self._bindings[entry, projected]

    def _entered(self, entry: date, projected: bool) -> tuple[date, str] | None:
        if refused := self._refused(entry, self.on <= entry):
            return entry - DAY, refused
        found = self._binding(entry, self.regime(entry), self.history.cover_on(entry), projected=projected)
        if found is None or self._visas is None:
            return found
        return min(found, self._visas.binding(entry, projected) or found)

    def _binding(
        self, entry: date, regime: Regime | None, cover: Coverage, *, projected: bool, counts: bool = True
    ) -> tuple[date, str] | None:
        if cover.spans and cover.on(entry):
            return cover.extended(entry - DAY), "permit"
        if regime is None:
            return None
        if not counts:
            return LAST_DAY, "transport"
        first = entry.toordinal()
        # Of two that end on one day the entry's own term is named: it needs no history to be seen
        days, (_, because) = min(
            [(measure(presence, first), named) for measure, presence, named in self._measures(regime, projected)]
        )
        until = date.fromordinal(min(first + days - 1, _LAST))
        if cover.spans and (covered := cover.extended(until)) > until:
            return covered, "permit"
        return until, because

    def _measures(self, regime: Regime, projected: bool) -> list[Measure]:
        """List what each limit of a regime takes to count the days of a stay, and how it is named."""
        found = self._measured.get((regime.id, projected))
        if found is None:
            found = self._measured[regime.id, projected] = [
                (limit.rule.days_from, self.counted_from(limit.begins, projected), limit.named)
                for limit in self.limits(regime)
            ]
        return found

    def _refused(self, entry: date, to_come: bool) -> Refusal | None:
        """Name what refuses an entry: a ban, or a ruling that is not carried out, which does so to all to come."""
        if self.bans and entry in self._banned:
            return "ban"
        return self.refusal if to_come else None

    def verdict(self, index: int) -> Verdict:
        """Return how long a stay may last; days before it are history, and nothing after it is looked at."""
        if index not in self._verdicts:
            self._verdicts[index] = self._verdict(index)
        return self._verdicts[index]

    def _verdict(self, index: int) -> Verdict:
        stay, counts = self.traveller.stays[index], self.history.counts(index)
        entry = stay.entry
        cover, regime = self.history.cover(index), self.regime(entry, index)
        ruled: date | None = None
        refused: Refusal | None = None
        bound: tuple[date, str] | None
        if self.traveller.rulings:
            ruled, refused = self.ruled(index), self._refused(entry, self.on < entry or self._in_spite(index))
        if refused:
            bound = entry - DAY, refused
        else:
            bound = self._binding(entry, regime, cover, projected=entry > self.on, counts=counts)
        until, because = prolonged(self.law, stay, *(bound or (entry - DAY, None)))
        # Where no regime is known the court's day is the only one that is; a permit lasts no longer than to it
        if ruled is not None and (ruled < until or because is None or (because, until) == ("permit", ruled)):
            until, because = ruled, "ruling"
        if because and self._visas is not None:
            other = self._visas.verdict(index)
            if other.because != "transport" and (other.lawful_until or entry - DAY) < until:
                until, because = other.lawful_until or entry - DAY, other.because
        if because in REFUSALS:
            cover = NOTHING
        lawful = until >= entry
        over = perhaps = 0
        if because:
            first, end = until + DAY if lawful else entry, self.end(index)
            if cover.spans:
                over = sum([(last - first).days + 1 for first, last in cover.without(first, end)])
            elif first <= end:
                over = (end - first).days + 1
        if over and self._least is not None and entry <= self.on:
            sure = min(over, self._least.verdict(index).overstay_days)
            over, perhaps = sure, over - sure
        return Verdict(regime, until if lawful and because != "transport" else None, because, over, perhaps)

    def _in_spite(self, index: int) -> bool:
        """Tell whether the present stay was entered although an expulsion or a readmission was not carried out."""
        if index != self.current:
            return False
        before = (one for one in self.traveller.rulings if one.served < self.here)
        return to_be_executed((one for one in before if not stops_expulsion(one, self.on)), self.on)

    @kept
    def _least(self) -> Reckoning | None:
        """Return the same with no more than is sure of stays whose exit is not recorded; None where none is."""
        least = self.history.least
        return None if least is None else self.of(least)

    def resides(self, index: int) -> bool:
        """Tell whether a stay is that of one who lives here permanently, and so has no day to leave by."""
        if not self.traveller.permits:
            return False
        ordered = self.verdict(index).because in REFUSALS or self.history.told_to_leave(index)
        return not ordered and self.history.holder.resides(self.end(index))

    def ruled(self, index: int) -> date | None:
        """Return the day by which a court told the traveller to leave, where it fell during a stay."""
        return self.history.ruled(index)

    def permitted(self, index: int) -> date | None:
        """Return the last day of the permit that covers the day of reckoning in a stay, if one does.

        A court's word to leave and a ban go before any permit, whatever else binds the stay.
        """
        ordered = self.verdict(index).because in REFUSALS or self.ruled(index) is not None
        return None if ordered else self.history.cover(index).on(self.on)

    def leave_by(self, index: int) -> tuple[date | None, str | None]:
        """Return the last lawful day of a stay as it stands on the day of reckoning, and what sets it.

        Also a permit that began after a gap gives its days: what was overstayed before it stays so. A court's day
        to leave ends them.
        """
        verdict = self.verdict(index)
        until, because = verdict.lawful_until, verdict.because
        if not self.traveller.permits:
            return until, because
        cover, ruled = self.history.cover(index), self.ruled(index)
        if because not in REFUSALS and (last := cover.on(min(self.on, ruled or self.on))):
            until = cover.extended(last)
            because = "ruling" if until == ruled else "permit"
        if because and self._visas is not None:
            day, why = self._visas.leave_by(index)
            if until is not None and (day is None or day < until):
                until, because = day, why
        return until, because

    @property
    def bars(self) -> list[Bar]:
        """List what forbids on the day of reckoning, what matters most first."""
        return self._bars if self.traveller.rulings else []

    @kept
    def _bars(self) -> list[Bar]:
        here = None if self.current is None else self.here
        return bars_of(self.law, self.traveller.rulings, self.on, here)

    @property
    def ordered_without_day(self) -> bool:
        """Tell whether the traveller was ordered to leave the present stay by a day that was not entered."""
        if not self.traveller.rulings:
            return False
        return any(bar.because == "ordered" and bar.until is None for bar in self.bars)

    @property
    def undated(self) -> bool:
        """Tell whether no entry can be told of because the day of an order to leave was not entered."""
        return self.ordered_without_day and self.refusal is None

    @kept
    def over(self) -> tuple[int, int]:
        """Count the days over of the present stay, and those more that an exit nobody recorded leaves open."""
        days = self.days_over()
        sure = days if self._least is None or not days else min(days, self._least.days_over())
        return sure, days - sure

    def days_over(self) -> int:
        """Count the days on which the present stay was too long, the day of reckoning the last."""
        if self.current is None:
            return 0
        until, because = self.leave_by(self.current)
        if because in (None, "transport"):
            return 0
        return max(0, (self.on - (until or self.here - DAY)).days)

    @kept
    def standing(self) -> Standing:
        """Return how the traveller stands on the day of reckoning."""
        if self.current is None:
            return Standing.BARRED if self.bars else Standing.OUTSIDE
        if self.bars and self.bars[0].because == "ordered":
            return Standing.ORDERED
        until, because = self.leave_by(self.current)
        if because == "permit" and self.permitted(self.current):
            return Standing.PERMIT
        if because is None:
            return Standing.NO_REGIME
        if because == "transport":
            return Standing.LAWFUL
        if until is None or until < self.on:
            return Standing.OVERSTAY if self.over[0] else Standing.ENDING  # no days are sure to be left, or over
        left = (until - self.on).days
        return Standing.ENDING if left <= self.law.ending_days else Standing.LAWFUL

    def counting_limit(self, day: date) -> BoundLimit | None:
        """Return the rolling limit of a person on a day: the one that the timeline draws."""
        regime = self.regime(day, self.current if day == self.on else None)
        rolling = [limit for limit in self.limits(regime) if limit.row.kind == "rolling"] if regime else []
        return rolling[0] if rolling else None
