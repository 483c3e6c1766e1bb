"""Duties: what must be done, by whom and by when; each is a row of ``duties.toml`` for one stay or ruling."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Literal

import msgspec
from dateutil.relativedelta import relativedelta

from kzstay.core.bars import REFUSALS
from kzstay.core.case import Move, PermitKind, Ruling, Stay, Traveller, early_record, registration
from kzstay.core.days import DAY
from kzstay.core.law.regimes import most_per_entry
from kzstay.core.law.schema import Authority, Certainty, DutyRow, Longer, Regime, Road
from kzstay.core.readings import Both, Reading
from kzstay.core.reckoning import Reckoning
from kzstay.core.verdict import Verdict

State = Literal[
    "open",
    "done",
    "done-late",
    "missed",
    "unrecorded",  # only a record can show that it was done, and there is none
    "lapsed",  # a right whose term is over: nothing was missed
    "waived",
]
Reason = Literal[
    "short-stay",
    "left-in-time",
    "under-16",
    "passport",
    "permit",
    "settled",
    "appealed",  # a complaint that is not decided lets it wait
    "may-have-lapsed",  # of a fine that was missed so long ago that it may not be carried out any more
    "ask",  # it is open whether it is one at all, and the strict reading says to ask
    "not-asked",  # the same, where the usual reading says that it is none
    "usual-term",  # of a right whose term is over by the strict count alone: it is to be used at once
    "too-young",  # of a penalty on somebody of an age at which nobody is liable
    "one-day",  # it is one only where somebody received who came and left on one day
    "exit-missing",  # it was late only if an earlier stay, whose exit is not recorded, went on
]
# A day, the one on which it was told of, and which change of address of the stay it is; None for the arrival
Event = tuple[date, date | None, int | None]


class Duty(msgspec.Struct, frozen=True):
    """One thing to be done for one stay, or after one ruling."""

    row: DutyRow
    stay: int | None
    since: date  # the day of the event that brings it about: an entry, a change of address, a birthday, a ruling
    due: Both[date]
    state: State
    done: date | None = None
    reason: Reason | None = None
    ruling: int | None = None
    regime: Regime | None = None  # that sets the day
    move: int | None = None  # of the stay, the change of address that brings it about
    decision: Ruling | None = None  # the ruling itself
    authority: Authority | None = None  # that made it, where that is known
    sure: Certainty | None = None  # how sure it is, where that is not as its row has it
    by_days: bool = False  # of the end of a permit: its days are used up before its term ends
    lives: bool = False  # of the end of a permit: it is one to live here permanently
    ordered: tuple[str, ...] = ()  # where the law says of the order that sets the day

    @property
    def kind(self) -> str:
        """Return the kind of duty."""
        return self.row.kind

    @property
    def who(self) -> str:
        """Return who has it."""
        return self.row.who

    @property
    def to_go_by(self) -> date:
        """Return the day to go by: the strict one, but of a right that the usual count alone leaves open."""
        return self.due.usual if self.reason == "usual-term" else self.due.safe

    @property
    def neglected(self) -> bool:
        """Tell whether it was missed; what nobody recorded and a right that was let go are not."""
        return self.state == "missed"

    @property
    def overdue(self) -> bool:
        """Tell whether its day is over and nothing says that it was done."""
        return self.state in ("missed", "unrecorded")

    @property
    def longer(self) -> Longer | None:
        """Return what a longer stay needs, by the regime; None where no regime says it."""
        return self.regime.longer if self.regime else None

    @property
    def where(self) -> list[str]:
        """Return where it is done."""
        places = self.row.where_for.get(self.longer) if self.longer else None
        return [*(places or self.row.where), *dict.fromkeys(place for road in self.roads for place in road.where)]

    @property
    def roads(self) -> list[Road]:
        """List where a complaint may go; both roads where it is not known who ruled."""
        return [road for by, road in self.row.roads.items() if self.authority in (None, by)]

    @property
    def certainty(self) -> Certainty:
        """Return how sure it is."""
        return self.sure or self.row.certainty

    @property
    def articles(self) -> tuple[str, ...]:
        """Return where the law says so; what one must leave by is first of all the regime's."""
        theirs = self.regime.articles if self.regime else []
        ours = [*(article for road in self.roads for article in road.articles), *self.row.articles]
        leading = self.ordered or theirs  # a day that was ordered is none of the regime's
        return tuple(dict.fromkeys([*leading, *ours] if self.kind == "leave" else [*ours, *theirs]))


class Duties:
    """The duties of a traveller, of one stay or one ruling at a time; states follow the reading."""

    def __init__(self, pair: Both[Reckoning], reading: Reading) -> None:
        self.pair = pair
        self.reading = reading
        self.reckoning = pair.under(reading)
        self.law = self.reckoning.law
        self.on = self.reckoning.on
        self.traveller = self.reckoning.traveller
        self.rows = self.law.duties

    def of_stay(self, index: int) -> Iterator[Duty]:
        """Yield the duties of one stay."""
        stay = self.traveller.stays[index]
        last = stay.exit or date.max
        # One word tells of a change of address: the traveller enters it and the host confirms it
        moves: list[Event] = [
            (move.on, self._recorded(move, move.notified), number)
            for number, move in enumerate(stay.moves)
            if stay.entry <= move.on <= last
        ]
        arrival = stay.entry, self._recorded(stay, stay.notified), None
        verdict = self.reckoning.verdict(index)
        if verdict.because is None and self.reckoning.needs(stay.entry, index) == "citizen":
            return
        # Who lives here permanently is not here for a time, LF 4: nobody tells of the arrival
        told = [arrival, *moves]
        if self.traveller.permits:
            told = [event for event in told if not self.reckoning.history.holder.resides(event[0])]
        yield from self._told(self.rows["host-notice"], index, told)
        # What was not registered is no address that could be registered anew
        if moves and (registered := self._recorded(stay, registration(stay))):
            anew = [event for event in moves if event[0] >= registered]
            yield from self._told(self.rows["address-change"], index, anew)
        if verdict.because in (None, "transport"):
            return
        yield from self._registration(index, stay)
        # Nor has a day to leave by; the end of the permit is one to have it renewed
        if not self.reckoning.resides(index) or verdict.overstay_days:
            yield from self._leaving(index, stay, verdict)
        if self.traveller.permits:
            yield from self._permit_expiry(index, stay)

    def unsettled(self) -> list[int]:
        """List the stays of which a duty may be missed: none of one still to come, nor of one that was left.

        Who left has done it, in time or late, but for a birthday in the stay, by which the readings may part.
        """
        on, stays = self.on, enumerate(self.traveller.stays)
        if self.law.silence_misses or self._young:
            return [index for index, stay in stays if stay.entry <= on]
        exits = self.reckoning.history.exits
        if all(exits) and max(filter(None, exits), default=on) <= on:
            return []  # as of most
        return [index for index, stay in stays if stay.entry <= on and (stay.exit is None or stay.exit > on)]

    @property
    def _young(self) -> bool:
        """Tell whether the birthday from which a permit is asked for may fall in a stay."""
        born, years, entries = self.traveller.born, self.rows["longer"].from_age, self.reckoning.history.entries
        return bool(born and years and entries and entries[0].year - born.year <= years)

    def _leaving(self, index: int, stay: Stay, verdict: Verdict) -> Iterator[Duty]:
        """Yield the duty to leave, and before it what a longer stay needs, while there is a choice."""
        until = Both(
            self.pair.safe.verdict(index).lawful_until or stay.entry,
            self.pair.usual.verdict(index).lawful_until or stay.entry,
        )
        ordered = self.reckoning.history.told_to_leave(index)
        if verdict.because not in REFUSALS and not ordered:
            yield from self._longer(index, stay, verdict, until)
        leave = self._leave(index, stay, verdict, until)
        # Told to leave by a day that was not entered, nobody has time for sure until the last lawful one
        if leave.state != "open" or not ordered or self.reckoning.ruled(index) is not None:
            yield leave

    def _told(self, row: DutyRow, index: int, events: list[Event]) -> Iterator[Duty]:
        """Yield the duty to tell the authority of an arrival or a change of address within some working days."""
        assert row.working_days is not None
        stay = self.traveller.stays[index]
        if row.stay_kinds and stay.kind not in row.stay_kinds:
            # Whether anybody received them is not known, unless somebody told of it
            events = [event for event in events if event[1] and stay.kind in row.told_kinds]
        # Who came and left on one day may have been received by nobody
        received = row.who != "host" or stay.exit != stay.entry
        for day, told, move in events:
            if day >= row.begins:
                due = Both(*[term(day, row.working_days) for term in self.law.working_days])
                reason: Reason | None = None if received or told else "one-day"
                yield Duty(row, index, day, due, self._state(row, due, told), told, reason, move=move)

    def _registration(self, index: int, stay: Stay) -> Iterator[Duty]:
        row = self.rows["registration"]
        assert row.days is not None
        assert row.over_days is not None
        assert row.bound is not None
        if stay.exit and stay.exit < row.begins:
            return
        first = stay.entry + DAY * (row.days - 1)
        due = Both(*[max(first + more, row.begins) for more in self.law.days_more])
        sides = Both(*[self._bound(row, index, stay, side, due) for side in (self.pair.safe, self.pair.usual)])
        bound = sides.under(self.reading) or sides.safe or sides.usual
        if bound is None:
            return
        registered = self._recorded(stay, registration(stay))
        sure: Certainty | None = None
        reason: Reason | None = None
        short = bool(stay.exit and (stay.exit - stay.entry).days < row.over_days)
        if bound == "open":
            if registered is None and (short or (stay.exit and stay.exit <= self.on)):
                return  # nothing is left to ask
            sure = self.law.questions[row.bound].certainty
            reason = "ask" if self.law.settles(row.bound, self.reading) else "not-asked"
        elif bound == "free":
            reason = "permit"
        elif short:
            reason = "short-stay"
        if registered is not None:
            reason = None
        state = "waived" if reason in ("short-stay", "permit", "not-asked") else self._state(row, due, registered)
        yield Duty(row, index, stay.entry, due, state, registered, reason, sure=sure)

    def _bound(
        self, row: DutyRow, index: int, stay: Stay, reckoning: Reckoning, due: Both[date]
    ) -> Literal["bound", "open", "free"] | None:
        """Tell whether a stay is to be registered, or whether that is open; None where it does not come up."""
        assert row.over_days is not None
        verdict = reckoning.verdict(index)
        cover, regime = reckoning.history.cover(index), verdict.regime
        held: set[PermitKind] = set()
        if cover.spans:
            covered = next((day for day in (stay.entry, due.safe, due.usual) if cover.on(day)), None)
            held = {one.kind for one in self.traveller.permits if covered and one.first <= covered <= one.until}
        # Of two readings the one that gives more days counts
        long = regime is not None and most_per_entry(self.law, regime) > row.over_days
        if stay.entry < row.begins:
            # The law was there before its order; who was here then had more days to stay than need none
            last = stay.exit or max(reckoning.end(index), verdict.lawful_until or stay.entry)
            return "open" if long and not held and last >= row.begins else None
        if held.intersection(row.free_permits):
            return "free" if long else None
        if held.intersection(row.bound_permits):
            return "open" if long or cover.on(stay.entry + DAY * row.over_days) else None
        if regime is not None and regime.id in row.bound_regimes:
            return "open"
        return "bound" if long else None

    def _longer(self, index: int, stay: Stay, verdict: Verdict, until: Both[date]) -> Iterator[Duty]:
        """Yield what a stay beyond its days needs, while there is a choice: afterwards only leaving is left."""
        row = self.rows["longer"]
        sides = Both(self._longer_side(self.pair.safe, index), self._longer_side(self.pair.usual, index))
        since, _, reason = sides.under(self.reading)
        waived = sides.safe[2] or sides.usual[2]
        gone = (stay.exit and stay.exit <= self.on) or self.reckoning.history.exit_missing(index)
        if not waived and (self.on > max(until.safe, until.usual) or gone):
            return
        dues = Both(sides.safe[1], sides.usual[1])
        state = "waived" if reason else self._state(row, dues, None)
        yield Duty(row, index, since, dues, state, None, reason, regime=verdict.regime)

    def _longer_side(self, reckoning: Reckoning, index: int) -> tuple[date, date, Reason | None]:
        """Return, for one reading, the day that brings the duty about, the day it is due, and why it is waived.

        No day is later than the last lawful one: whoever has nothing by then leaves.
        """
        row, verdict = self.rows["longer"], reckoning.verdict(index)
        stay = self.traveller.stays[index]
        until = verdict.lawful_until or stay.entry
        if verdict.because == "permit":
            return stay.entry, until, "permit"
        if verdict.regime is None or verdict.regime.longer not in row.waived_for:
            return stay.entry, until, None
        if self.traveller.shown(index)[1] in row.waived_passports:
            return stay.entry, until, "passport"
        birthday = self._birthday_after(stay.entry)
        if birthday is None:
            return stay.entry, until, None
        if birthday > min(until, stay.exit or until):
            return stay.entry, until, "under-16"
        assert row.days_after_birthday is not None
        by = min(birthday + DAY * row.days_after_birthday, until)
        return birthday, by if self.law.settles("birthday-term", reckoning.reading) else until, None

    def _birthday_after(self, day: date) -> date | None:
        """Return the birthday from which a permit is asked for, where it is after a day."""
        born, years = self.traveller.born, self.rows["longer"].from_age
        if born is None or years is None or day.year - born.year > years:
            return None
        birthday = born + relativedelta(years=years)
        return birthday if birthday > day else None

    def _leave(self, index: int, stay: Stay, verdict: Verdict, until: Both[date]) -> Duty:
        left = stay.exit if stay.exit and stay.exit <= self.on else None
        row, day = self.rows["leave"], until.under(self.reading)
        derived = verdict.because == "permit" or not self.law.calendar.is_working(day)
        state, sure = self._leaving_state(row, index, until, left), row.derived if derived else None
        order = self.reckoning.history.ruling(index) if verdict.because == "ruling" else None
        by = None if order is None else self.law.shortened if order.kind == "shortened" else self.rows["depart"]
        return Duty(
            row,
            index,
            stay.entry,
            until,
            state,
            left,
            self._doubt(index, state),
            regime=verdict.regime,
            sure=sure,
            ordered=tuple(by.articles) if by else (),
        )

    def _doubt(self, index: int, state: State) -> Reason | None:
        """Name why it is not known whether somebody left in time, where it is not the exit of the stay itself."""
        missing = self.reckoning.history.exit_missing(index)
        return "exit-missing" if state == "unrecorded" and not missing else None

    def _permit_expiry(self, index: int, stay: Stay) -> Iterator[Duty]:
        """Yield the duty to leave or extend before the permit ends that covers a stay last."""
        end, missing = self.reckoning.end(index), self.reckoning.history.exit_missing(index)
        # On the day of the next entry this stay was over
        last = max(stay.entry, end - DAY * missing)
        reached = [first for first, _ in self.reckoning.history.cover(index).spans if first <= last]
        if not reached:
            return
        since = max(stay.entry, *reached)
        dues = Both.of(lambda side: self.pair.under(side).history.cover(index).extended(since - DAY))
        # Where the other reading has nothing left of a visa, its day is not that of an end
        due = Both(*[max(day, since) for day in (dues.safe, dues.usual)])
        ruled = self.reckoning.ruled(index)
        if due.under(self.reading) == ruled or (ruled is None and self.reckoning.history.undated(index)):
            return  # an order ends it, and nobody has that extended: its day is due by the ruling
        left = stay.exit if stay.exit and stay.exit <= self.on else None
        known = end if missing else left
        reason: Reason | None = "left-in-time" if known and known <= due.under(self.reading) else None
        row = self.rows["permit-expiry"]
        state = "waived" if reason else self._leaving_state(row, index, due, left)
        day, permits = due.under(self.reading), self.traveller.permits
        by_days = any(one.days for one in permits) and all(one.until != day for one in permits)
        doubt, lives = reason or self._doubt(index, state), self.reckoning.resides(index)
        yield Duty(row, index, since, due, state, left, doubt, by_days=by_days, lives=lives)

    def _leaving_state(self, row: DutyRow, index: int, due: Both[date], left: date | None) -> State:
        """Return the state of a duty to leave; who came again has left, though nobody recorded on which day."""
        verdict = self.reckoning.verdict(index)
        if verdict.perhaps_over and not verdict.overstay_days and due.under(self.reading) < self.on:
            return "unrecorded"
        if self.reckoning.history.exit_missing(index) and self.reckoning.end(index) <= due.under(self.reading):
            return "done"
        return self._state(row, due, left)

    def _recorded(self, about: Stay | Move, told: date | None) -> date | None:
        """Return when something was told of; a day before the event, or one still to come, counts for nothing."""
        return None if told is None or told > self.on or early_record(about, told) else told

    def _state(self, row: DutyRow, due: Both[date], done: date | None) -> State:
        return state_of(row, self.on, due.under(self.reading), done)


def state_of(row: DutyRow, on: date, due: date, done: date | None) -> State:
    """Return the state of a duty on a day, by the day it is due and the one on which it was done."""
    if done is not None:
        return "done" if done <= due else "done-late"
    if on <= due:
        return "open"
    return "lapsed" if row.right else row.silent


def open_questions(traveller: Traveller, duty: Duty) -> list[str]:
    """List the open questions of a duty: whether it is one at all, and what parts the two counts of its day."""
    row = duty.row
    found = [row.bound] if row.bound and duty.reason in ("ask", "not-asked") else []
    of_a_birthday = row.days_after_birthday is not None
    if duty.due.differs and (not of_a_birthday or traveller.born):
        found += row.questions
    return found
