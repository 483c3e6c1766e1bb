"""Assessment: the whole answer for one traveller on one day under one reading.

The chain from a file to a sentence, each link asking the one before it and no other:

    Case            what a person entered (``case``)
    Reckoning       the stays of one traveller on one day under one reading (``reckoning``)
    Both            the same under the safe and the usual reading (``readings``)
    Assessment      the answer under one of them, with the other at hand; the argument of all that follows
    agenda          what of the duties presses, comes next and is worth showing (``agenda``)
    texts           codes made into sentences (``kzstay.texts``)
    content blocks  sentences set in pages (``kzstay.content``), for the window, HTML and PDF
"""

from __future__ import annotations

from datetime import date
from functools import cached_property

import msgspec

from kzstay.core.case import Traveller
from kzstay.core.duties import Duties, Duty
from kzstay.core.law.loading import Law
from kzstay.core.law.schema import Need, Regime
from kzstay.core.limit_use import LimitUse, limit_uses
from kzstay.core.next_entry import next_entry
from kzstay.core.notes import Note, notes_of
from kzstay.core.readings import Both, Reading
from kzstay.core.reckoning import Reckoning, Standing
from kzstay.core.ruling_duties import RulingDuties


class StayAnswer(msgspec.Struct, frozen=True):
    """What is to be said of one stay."""

    index: int
    entry: date
    exit: date | None
    days: int  # to the day of reckoning where there is no exit; nought for a plan without end
    regime: Regime | None
    lawful_until: Both[date | None]
    because: str | None
    overstay_days: int
    planned: bool


class LeaveBy(msgspec.Struct, frozen=True):
    """The last day of the present stay, and the kind of limit that sets it."""

    safe: date | None
    usual: date | None
    because: str


class Assessment:
    """What is known of a traveller on a day, under a reading; each part is worked out when it is asked for."""

    def __init__(self, pair: Both[Reckoning], reading: Reading) -> None:
        self.pair = pair
        self.reading = reading
        self.reckoning = pair.under(reading)
        self.other = pair.under(reading.other)  # the same days under the other reading
        self.law: Law = self.reckoning.law
        self.traveller: Traveller = self.reckoning.traveller
        self.on: date = self.reckoning.on
        self.current: int | None = self.reckoning.current
        self._duties = Duties(pair, reading)
        self._duties_of_stay: dict[int, list[Duty]] = {}
        self._answers: dict[int, StayAnswer] = {}

    @property
    def standing(self) -> Standing:
        """Return how the traveller stands."""
        return self.reckoning.standing

    @property
    def entry(self) -> date:
        """Return the entry of the present stay, else the day of reckoning as one."""
        return self.reckoning.here

    @cached_property
    def regime(self) -> Regime | None:
        """Return the regime of the present stay, or of an entry on the day."""
        return self.reckoning.regime(self.entry)

    @property
    def need(self) -> Need:
        """Return what the present stay, or an entry on the day, needs without a visa-free term."""
        return self.reckoning.needs(self.entry)

    @cached_property
    def limits(self) -> list[LimitUse]:
        """List the limits of that regime with what is used of them."""
        return limit_uses(self.reckoning)

    @cached_property
    def usual_limits(self) -> list[LimitUse]:
        """List the same by the usual reading, which may know fewer."""
        return self.limits if self.reading is Reading.USUAL else limit_uses(self.pair.usual)

    @cached_property
    def leave_by(self) -> LeaveBy | None:
        """Return the last day of the present stay in both readings, and what sets it; None outside."""
        if self.current is None:
            return None
        index = self.current
        because = self.reckoning.leave_by(index)[1]
        if because is None:
            return None
        sides = Both.of(lambda side: self.pair.under(side).leave_by(index)[0])
        return LeaveBy(sides.safe, sides.usual, because)

    @cached_property
    def next_entry(self) -> tuple[date, int] | None:
        """Return the first day on which a new stay may begin and how long it may last, by history."""
        return next_entry(self.reckoning)

    def stay(self, index: int) -> StayAnswer:
        """Answer for one stay."""
        if index not in self._answers:
            self._answers[index] = self._stay(index)
        return self._answers[index]

    def _stay(self, index: int) -> StayAnswer:
        stay, verdict = self.traveller.stays[index], self.reckoning.verdict(index)
        safe, usual = self.pair.safe, self.pair.usual
        planned = stay.entry > self.on
        return StayAnswer(
            index=index,
            entry=stay.entry,
            exit=stay.exit,
            days=0 if planned and stay.exit is None else (self.reckoning.end(index) - stay.entry).days + 1,
            regime=verdict.regime,
            lawful_until=Both(safe.verdict(index).lawful_until, usual.verdict(index).lawful_until),
            because=verdict.because,
            overstay_days=verdict.overstay_days,
            planned=planned,
        )

    def last_days(self, index: int) -> Both[date | None]:
        """Return the last lawful day of a stay in both readings: of the present one that which holds now."""
        if index == self.current and self.leave_by:
            return Both(self.leave_by.safe, self.leave_by.usual)
        return self.stay(index).lawful_until

    @cached_property
    def stays(self) -> list[StayAnswer]:
        """Answer for every stay."""
        return [self.stay(index) for index in range(len(self.traveller.stays))]

    def stay_duties(self, index: int) -> list[Duty]:
        """List the duties of one stay; while a stay is dragged those of no other are worked out."""
        if index not in self._duties_of_stay:
            self._duties_of_stay[index] = list(self._duties.of_stay(index))
        return self._duties_of_stay[index]

    @cached_property
    def ruling_duties(self) -> list[Duty]:
        """List the terms that the rulings start, one ruling after another."""
        found = RulingDuties(self.pair, self.reading)
        return [duty for index in range(len(self.traveller.rulings)) for duty in found.of_ruling(index)]

    @cached_property
    def duties(self) -> list[Duty]:
        """List the duties of every stay and ruling, the earliest due first."""
        found = [duty for index in range(len(self.traveller.stays)) for duty in self.stay_duties(index)]
        return sorted([*found, *self.ruling_duties], key=lambda duty: (duty.due.safe, duty.since))

    @cached_property
    def notes(self) -> list[Note]:
        """List what the reader should know of the answer."""
        return notes_of(self.reckoning, self.duties)

    @property
    def days_left(self) -> int | None:
        """Count the days from the day of reckoning to the last lawful day; negative after it."""
        until = self.leave_until
        return (until - self.on).days if until else None

    @property
    def leave_until(self) -> date | None:
        """Return the last lawful day of the present stay under the reading."""
        if self.leave_by is None:
            return None
        return self.leave_by.safe if self.reading is Reading.SAFE else self.leave_by.usual

    @property
    def sound(self) -> bool:
        """Tell whether nothing is overstayed and nothing missed."""
        return not any(stay.overstay_days for stay in self.stays) and not any(
            duty.neglected for duty in self.duties
        )


def reckon(traveller: Traveller, on: date, law: Law) -> Both[Reckoning]:
    """Reckon the stays of a traveller under each reading."""
    usual = Reckoning(traveller, on, law, Reading.USUAL)
    return Both(Reckoning(traveller, on, law, Reading.SAFE, usual), usual)


def assess(traveller: Traveller, on: date, law: Law, reading: Reading = Reading.SAFE) -> Assessment:
    """Answer how long a traveller may stay, what falls due and when, reckoned on a day.

    Dated answers hold both readings; counts and states follow the one that is asked for.
    """
    return Assessment(reckon(traveller, on, law), reading)
