"""The whole answer for one traveller on one day."""

from __future__ import annotations

from datetime import date
from functools import cached_property

import msgspec

from kzstay.core.case import Traveller
from kzstay.core.duties import Duty, duties_of
from kzstay.core.law.loading import Law
from kzstay.core.law.schema import Regime
from kzstay.core.next_entry import next_entry
from kzstay.core.notes import Note, notes_of
from kzstay.core.readings import Both, Reading
from kzstay.core.reckoning import LimitUse, Reckoning, Standing


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
        reckoning = pair.under(reading)
        self.pair = pair
        self.reading = reading
        self.traveller: Traveller = reckoning.traveller
        self.on: date = reckoning.on
        self.current: int | None = reckoning.current
        self._reckoning = reckoning
        self._answers: dict[int, StayAnswer] = {}

    @property
    def standing(self) -> Standing:
        """Return how the traveller stands."""
        return self._reckoning.standing

    @cached_property
    def regime(self) -> Regime | None:
        """Return the regime of the present stay, or of an entry on the day."""
        entry = self.traveller.stays[self.current].entry if self.current is not None else self.on
        return self._reckoning.regime(entry)

    @cached_property
    def limits(self) -> list[LimitUse]:
        """List the limits of that regime with what is used of them."""
        return self._reckoning.limit_uses()

    @cached_property
    def leave_by(self) -> LeaveBy | None:
        """Return the last day of the present stay in both readings, and what sets it; None outside."""
        if self.current is None:
            return None
        index = self.current
        because = self._reckoning.leave_by(index)[1]
        if because is None:
            return None
        sides = Both.of(lambda side: self.pair.under(side).leave_by(index)[0])
        return LeaveBy(sides.safe, sides.usual, because)

    @cached_property
    def next_entry(self) -> tuple[date, int] | None:
        """Return the first day on which a new stay may begin and how long it may last, by history."""
        return next_entry(self._reckoning)

    def stay(self, index: int) -> StayAnswer:
        """Answer for one stay."""
        if index not in self._answers:
            self._answers[index] = stay_answer(self.pair, index, self.reading)
        return self._answers[index]

    @cached_property
    def stays(self) -> list[StayAnswer]:
        """Answer for every stay."""
        return [self.stay(index) for index in range(len(self.traveller.stays))]

    @cached_property
    def duties(self) -> list[Duty]:
        """List the duties of every stay, the earliest due first."""
        return duties_of(self.pair, self.reading)

    @cached_property
    def notes(self) -> list[Note]:
        """List what the reader should know of the answer."""
        return notes_of(self._reckoning, self.duties)

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
        """Tell whether nothing is overstayed and nothing missed; a right that was let go is not missed."""
        return not any(stay.overstay_days for stay in self.stays) and not any(
            duty.state == "missed" and not duty.lapsed for duty in self.duties
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


def stay_answer(pair: Both[Reckoning], index: int, reading: Reading) -> StayAnswer:
    """Answer for one stay."""
    reckoning = pair.under(reading)
    stay = reckoning.traveller.stays[index]
    verdict = reckoning.verdict(index)
    planned = stay.entry > reckoning.on
    return StayAnswer(
        index=index,
        entry=stay.entry,
        exit=stay.exit,
        days=0 if planned and stay.exit is None else (reckoning.end(index) - stay.entry).days + 1,
        regime=verdict.regime,
        lawful_until=Both(pair.safe.verdict(index).lawful_until, pair.usual.verdict(index).lawful_until),
        because=verdict.because,
        overstay_days=verdict.overstay_days,
        planned=planned,
    )
