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

import msgspec

from kzstay.core.bars import REFUSALS, Bar
from kzstay.core.case import PassportKind, StayKind, Traveller
from kzstay.core.duties import Duties, Duty
from kzstay.core.kept import kept
from kzstay.core.law.loading import Law
from kzstay.core.law.schema import Need, Regime
from kzstay.core.limit_use import LimitUse, limit_uses
from kzstay.core.next_entry import NextEntry, next_entry
from kzstay.core.notes import Note, notes_of
from kzstay.core.permits import PeriodUse
from kzstay.core.readings import Both, Reading
from kzstay.core.reckoning import Reckoning
from kzstay.core.residence import ResidenceUse, residence_use
from kzstay.core.ruling_duties import RulingDuties
from kzstay.core.verdict import Standing


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
    kind: StayKind = "visit"
    citizenship: str | None = None  # with the passport: of its own, where others were shown than the traveller's
    passport: PassportKind | None = None
    exit_missing: bool = False  # it has none although a later stay has begun
    perhaps_over: int = 0  # more days over, if a stay whose exit is missing went on to the next entry


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
        return Standing.NO_REGIME if self.citizen else self.reckoning.standing

    @property
    def entry(self) -> date:
        """Return the entry of the present stay, else the day of reckoning as one."""
        return self.reckoning.here

    @property
    def bars(self) -> list[Bar]:
        """List what forbids on the day of reckoning, what matters most first."""
        return [] if self.citizen else self.reckoning.bars

    @kept
    def citizen(self) -> bool:
        """Tell whether somebody is a citizen of Kazakhstan, to whom nothing of all this applies."""
        if self.traveller.shown(None) not in self.law.at_home:
            return False
        need = self.reckoning.need(self.on)
        return need is not None and need.needs == "citizen"

    @kept
    def regime(self) -> Regime | None:
        """Return the regime of the present stay, or of an entry on the day."""
        return self.reckoning.regime(self.entry, self.current)

    @property
    def need(self) -> Need:
        """Return what the present stay, or an entry on the day, needs without a visa-free term."""
        return self.reckoning.needs(self.entry, self.current)

    @kept
    def limits(self) -> list[LimitUse]:
        """List the limits of that regime with what is used of them."""
        return limit_uses(self.reckoning)

    @kept
    def usual_limits(self) -> list[LimitUse]:
        """List the same by the usual reading, which may know fewer."""
        return self.limits if self.reading is Reading.USUAL else limit_uses(self.pair.usual)

    @property
    def resides(self) -> bool:
        """Tell whether somebody lives here permanently, and is here by that or may come at any time."""
        if self.current is not None:
            return self.reckoning.resides(self.current)
        following = self.next_entry
        return (
            self.reckoning.history.holder.resides(self.on) and following is not None and following.day == self.on
        )

    @kept
    def residence(self) -> ResidenceUse | None:
        """Return how many days one who lives here permanently has been here; None for anybody else."""
        return residence_use(self.reckoning)

    @property
    def period_uses(self) -> list[PeriodUse]:
        """List what is used of the visas, valid on the day, that allow so many days of each period."""
        return self.reckoning.history.period_uses(self.on)

    @property
    def limits_bind(self) -> bool:
        """Tell whether the visa-free limits are what the present stay, or an entry on the day, is judged by.

        No permit lets it last, and the days count. No visa-free term follows a permit in the same stay.
        """
        history = self.reckoning.history
        if self.resides:
            return False
        if self.current is None:
            return history.cover_on(self.on).on(self.on) is None
        begun = any(first <= self.on for first, _ in history.cover(self.current).spans)
        refused = self.reckoning.verdict(self.current).because in REFUSALS
        return history.counts(self.current) and not begun and not refused

    @kept
    def leave_by(self) -> LeaveBy | None:
        """Return the last day of the present stay in both readings, and what sets it.

        None where nothing does, or an order to leave whose day was not entered.
        """
        if self.current is None or self.citizen:
            return None
        index = self.current
        until, because = self.reckoning.leave_by(index)
        if because in (None, "transport") or self.reckoning.resides(index):
            return None
        other = self.other.leave_by(index)[0]
        sides = Both(until, other) if self.reading is Reading.SAFE else Both(other, until)
        if self.reckoning.ordered_without_day and sides.safe and self.on <= sides.safe:
            return None  # the order may tell of any day before that
        return LeaveBy(sides.safe, sides.usual, because)

    @kept
    def next_entry(self) -> NextEntry | None:
        """Return when a new stay may begin and how long it may last, with what is planned."""
        return None if self.citizen else next_entry(self.reckoning)

    def stay(self, index: int) -> StayAnswer:
        """Answer for one stay."""
        if index not in self._answers:
            self._answers[index] = self._stay(index)
        return self._answers[index]

    def _stay(self, index: int) -> StayAnswer:
        stay, verdict = self.traveller.stays[index], self.reckoning.verdict(index)
        safe, usual = self.pair.safe, self.pair.usual
        planned = stay.entry > self.on
        shown = self.traveller.shown(index)
        own = shown != self.traveller.shown(None)
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
            kind=stay.kind,
            citizenship=shown[0] if own else None,
            passport=shown[1] if own else None,
            exit_missing=self.reckoning.history.exit_missing(index),
            perhaps_over=verdict.perhaps_over,
        )

    def last_days(self, index: int) -> Both[date | None]:
        """Return the last lawful day of a stay in both readings: of the present one that which holds now."""
        if index == self.current and self.leave_by:
            return Both(self.leave_by.safe, self.leave_by.usual)
        return self.stay(index).lawful_until

    @kept
    def stays(self) -> list[StayAnswer]:
        """Answer for every stay."""
        return [self.stay(index) for index in range(len(self.traveller.stays))]

    def stay_duties(self, index: int) -> list[Duty]:
        """List the duties of one stay; while a stay is dragged those of no other are worked out."""
        if index not in self._duties_of_stay:
            self._duties_of_stay[index] = [] if self.citizen else list(self._duties.of_stay(index))
        return self._duties_of_stay[index]

    @kept
    def ruling_duties(self) -> list[Duty]:
        """List the terms that the rulings start, one ruling after another."""
        if self.citizen or not self.traveller.rulings:
            return []
        found = RulingDuties(self.pair, self.reading)
        return [duty for index in range(len(self.traveller.rulings)) for duty in found.of_ruling(index)]

    @kept
    def duties(self) -> list[Duty]:
        """List the duties of every stay and ruling, the earliest due first."""
        found = [duty for index in range(len(self.traveller.stays)) for duty in self.stay_duties(index)]
        return sorted([*found, *self.ruling_duties], key=lambda duty: (duty.due.safe, duty.since))

    @property
    def missed(self) -> int:
        """Count the duties that were missed; of a stay that can have none they are not worked out."""
        groups = [*map(self.stay_duties, self._duties.unsettled()), self.ruling_duties]
        return sum([duty.neglected for group in groups for duty in group])

    @kept
    def notes(self) -> list[Note]:
        """List what the reader should know of the answer."""
        found = notes_of(self.reckoning, self.duties)
        if not self.citizen:
            return found
        return [note for note in found if note.code in ("citizen", "law-old") and note.stay is None]

    @property
    def leave_until(self) -> date | None:
        """Return the last lawful day of the present stay under the reading."""
        if self.leave_by is None:
            return None
        return self.leave_by.safe if self.reading is Reading.SAFE else self.leave_by.usual

    @property
    def day_to_leave(self) -> date | None:
        """Return the day by which to leave now: the last lawful one, or a later one that was ordered after it."""
        until = self.leave_until
        if not self.bars:
            return until
        ordered = next((bar for bar in self.bars if bar.because == "ordered"), None)
        if ordered is None:
            return until
        # An order tells by when; until it does, nobody can. Who came after its day has none
        day = ordered.until if ordered.until is None or self.entry <= ordered.until else None
        if day is not None and self.traveller.rulings[ordered.ruling].kind == "shortened":
            return until  # what cuts a stay short gives no day beyond its own
        return day if day is None or until is None or until < min(self.on, day) else until

    @property
    def days_left(self) -> int | None:
        """Count the days from the day of reckoning to the day by which to leave; negative after it."""
        until = self.day_to_leave
        return (until - self.on).days if until else None

    @property
    def sound(self) -> bool:
        """Tell whether nothing forbids, nothing is overstayed and nothing was missed.

        What is not recorded may have been done, and who came again may have left in time.
        """
        return (
            not self.bars
            and (self.citizen or not any(stay.overstay_days for stay in self.stays))
            and not any(duty.neglected for duty in self.duties)
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
