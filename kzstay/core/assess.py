"""The whole answer for one traveller on one day."""

from __future__ import annotations

from datetime import date
from typing import Literal

import msgspec

from kzstay.core.case import Traveller
from kzstay.core.duties import Duty, duties_of
from kzstay.core.law import Both, Law, Reading, Regime
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


class Note(msgspec.Struct, frozen=True):
    """Something that the reader should know of the answer."""

    code: Literal["no-regime", "exit-missing", "calendar-not-confirmed"]
    stay: int | None = None
    day: date | None = None


class Assessment(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that is known of a traveller on a day, under a reading."""

    traveller: Traveller
    on: date
    reading: Reading
    standing: Standing
    current: int | None
    regime: Regime | None
    limits: list[LimitUse]
    leave_by: LeaveBy | None
    next_entry: tuple[date, int] | None
    stays: list[StayAnswer]
    duties: list[Duty]
    notes: list[Note]

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
            duty.state == "missed" for duty in self.duties
        )


def reckon(traveller: Traveller, on: date, law: Law) -> Both[Reckoning]:
    """Reckon the stays of a traveller under each reading."""
    return Both.of(lambda reading: Reckoning(traveller, on, law, reading))


def assess(traveller: Traveller, on: date, law: Law, reading: Reading = Reading.SAFE) -> Assessment:
    """Answer how long a traveller may stay, what falls due and when, reckoned on a day.

    Dated answers hold both readings; counts and states follow the one that is asked for.
    """
    return assess_reckoned(reckon(traveller, on, law), reading)


def assess_reckoned(pair: Both[Reckoning], reading: Reading) -> Assessment:
    """Answer from stays that were reckoned before."""
    reckoning = pair.under(reading)
    current = reckoning.current
    traveller, on = reckoning.traveller, reckoning.on
    leave_by = None
    if current is not None and (because := reckoning.verdict(current).because):
        leave_by = LeaveBy(
            pair.safe.verdict(current).lawful_until, pair.usual.verdict(current).lawful_until, because
        )
    duties = duties_of(pair, reading)
    return Assessment(
        traveller=traveller,
        on=on,
        reading=reading,
        standing=reckoning.standing,
        current=current,
        regime=reckoning.regime(traveller.stays[current].entry if current is not None else on),
        limits=reckoning.limit_uses(),
        leave_by=leave_by,
        next_entry=reckoning.next_entry,
        stays=[stay_answer(pair, index, reading) for index in range(len(traveller.stays))],
        duties=duties,
        notes=_notes(reckoning, duties),
    )


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


def _notes(reckoning: Reckoning, duties: list[Duty]) -> list[Note]:
    notes: list[Note] = []
    for index, stay in enumerate(reckoning.traveller.stays):
        if reckoning.verdict(index).because is None:
            notes.append(Note("no-regime", index, stay.entry))
        if reckoning.exit_missing(index):
            notes.append(Note("exit-missing", index, stay.entry))
    if not reckoning.traveller.stays and reckoning.regime(reckoning.on) is None:
        notes.append(Note("no-regime", None, reckoning.on))
    for duty in duties:
        pending = duty.kind == "host-notice" and duty.state in ("open", "missed")
        if pending and not reckoning.law.calendar.confirmed(duty.due.usual):
            notes.append(Note("calendar-not-confirmed", duty.stay, duty.due.usual))
            break
    return notes
