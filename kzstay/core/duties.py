"""Duties: what must be done, by whom and by when; each is a row of ``duties.toml`` for one stay or ruling."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from functools import cached_property
from typing import Literal

import msgspec
from dateutil.relativedelta import relativedelta

from kzstay.core.bars import REFUSALS
from kzstay.core.case import Move, Ruling, Stay, Traveller, early_record
from kzstay.core.days import DAY
from kzstay.core.law.schema import Certainty, DutyRow, Regime
from kzstay.core.readings import Both, Reading
from kzstay.core.reckoning import Reckoning, Verdict
from kzstay.core.sanctions import term_of

State = Literal["open", "done", "done-late", "missed", "waived"]
Reason = Literal["short-stay", "left-in-time", "under-16", "passport", "permit", "settled"]
# A day, the one on which it was told of, and which change of address of the stay it is; None for the arrival
Event = tuple[date, date | None, int | None]
WorkingDays = Callable[[date, int], date]


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

    @property
    def kind(self) -> str:
        """Return the kind of duty."""
        return self.row.kind

    @property
    def who(self) -> str:
        """Return who has it."""
        return self.row.who

    @property
    def lapsed(self) -> bool:
        """Tell whether the term of a right is over: it was not used, and nothing was missed."""
        return self.row.right and self.state == "missed"

    @property
    def neglected(self) -> bool:
        """Tell whether it was missed; a right that was let go is not."""
        return self.state == "missed" and not self.row.right

    @property
    def shown(self) -> State:
        """Return the state as it is shown: a right that was let go looks like what was not required."""
        return "waived" if self.lapsed else self.state

    @property
    def where(self) -> list[str]:
        """Return where it is done."""
        return self.row.where

    @property
    def certainty(self) -> Certainty:
        """Return how sure its row is."""
        return self.row.certainty

    @property
    def articles(self) -> tuple[str, ...]:
        """Return where the law says so; what one must leave by is first of all the regime's."""
        ours, theirs = self.row.articles, self.regime.articles if self.regime else []
        return tuple(dict.fromkeys([*theirs, *ours] if self.kind == "leave" else [*ours, *theirs]))


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
        self._registered: dict[str, bool] = {}

    def of_stay(self, index: int) -> Iterator[Duty]:
        """Yield the duties of one stay."""
        stay = self.traveller.stays[index]
        last = stay.exit or date.max
        # One word tells of a change of address: the traveller enters it and the host confirms it
        moves: list[Event] = [
            (move.on, _in_order(move, move.notified), number)
            for number, move in enumerate(stay.moves)
            if stay.entry <= move.on <= last
        ]
        arrival = stay.entry, _in_order(stay, stay.notified), None
        verdict = self.reckoning.verdict(index)
        if verdict.because is None and self.reckoning.needs(stay.entry, index) == "citizen":
            return
        # Who lives here permanently is not here for a time, LF 4: nobody tells of the arrival
        told = [event for event in (arrival, *moves) if not self.traveller.resides(event[0])]
        yield from self._told(self.rows["host-notice"], index, told)
        yield from self._told(self.rows["address-change"], index, moves)
        if verdict.because in (None, "transport"):
            return
        if verdict.regime and stay.entry >= self.rows["registration"].begins:
            yield from self._registration(index, stay, verdict.regime)
        # Nor has a day to leave by; the end of the permit is one to have it renewed
        if not self.reckoning.resides(index) or verdict.overstay_days:
            if verdict.because not in ("ruling", *REFUSALS):
                yield self._rvp(index, stay, verdict)
            yield self._leave(index, stay, verdict)
        if self.traveller.permits:
            yield from self._permit_expiry(index, stay)

    def _told(self, row: DutyRow, index: int, events: list[Event]) -> Iterator[Duty]:
        """Yield the duty to tell the authority of an arrival or a change of address within some working days."""
        assert row.working_days is not None
        for day, told, move in events:
            if day >= row.begins:
                due = Both(*[term(day, row.working_days) for term in self._working_days])
                yield Duty(row, index, day, due, self._state(due, told), told, move=move)

    @cached_property
    def _working_days(self) -> list[WorkingDays]:
        calendar = self.law.calendar
        sides = [self.law.settles("working-days-first-day", side) for side in Reading]
        return [calendar.nth_from if at_once else calendar.nth_after for at_once in sides]

    def _registration(self, index: int, stay: Stay, regime: Regime) -> Iterator[Duty]:
        row = self.rows["registration"]
        assert row.days is not None
        assert row.over_days is not None
        # Where the readings part on the days of an entry, the longer one brings the duty about
        if regime.id not in self._registered:
            self._registered[regime.id] = max(map(regime.days_per_entry, Reading)) > row.over_days
        if not self._registered[regime.id]:
            return
        extra = [self.law.settles("registration-last-day", side) for side in Reading]
        due = Both(*[stay.entry + DAY * (row.days - 1 + more) for more in extra])
        reason: Reason | None = None
        cover = self.reckoning.history.cover(index)
        registered = _in_order(stay, stay.registered)
        if registered is None:
            if cover.on(stay.entry) or cover.on(due.under(self.reading)):
                reason = "permit"
            elif stay.exit and (stay.exit - stay.entry).days < row.over_days:
                reason = "short-stay"
        state = "waived" if reason else self._state(due, registered)
        yield Duty(row, index, stay.entry, due, state, registered, reason)

    def _rvp(self, index: int, stay: Stay, verdict: Verdict) -> Duty:
        sides = Both(self._rvp_side(self.pair.safe, index), self._rvp_side(self.pair.usual, index))
        since, due, reason = sides.under(self.reading)
        if reason is None and stay.exit and stay.exit <= min(self.on, due):
            reason = "left-in-time"
        dues = Both(sides.safe[1], sides.usual[1])
        state = "waived" if reason else self._state(dues, None)
        return Duty(self.rows["rvp"], index, since, dues, state, None, reason, regime=verdict.regime)

    def _rvp_side(self, reckoning: Reckoning, index: int) -> tuple[date, date, Reason | None]:
        """Return, for one reading, the day that brings the duty about, the day it is due, and why it is waived."""
        row, verdict = self.rows["rvp"], reckoning.verdict(index)
        stay = self.traveller.stays[index]
        until = verdict.lawful_until or stay.entry
        if verdict.because == "permit":
            return stay.entry, until, "permit"
        if self.traveller.passport in row.waived_passports:
            return stay.entry, until, "passport"
        birthday = self._birthday
        if birthday is None or birthday <= stay.entry:
            return stay.entry, until, None
        if birthday > (stay.exit or max(self.on, until)):
            return stay.entry, until, "under-16"
        assert row.days_after_birthday is not None
        by = birthday + DAY * row.days_after_birthday
        at_once = self.law.settles("birthday-term", reckoning.reading)
        return birthday, by if at_once else max(until, by), None

    @cached_property
    def _birthday(self) -> date | None:
        """Return the birthday from which a permit is asked for."""
        years = self.rows["rvp"].from_age
        assert years is not None
        return self.traveller.born + relativedelta(years=years) if self.traveller.born else None

    def _leave(self, index: int, stay: Stay, verdict: Verdict) -> Duty:
        until = Both(
            self.pair.safe.verdict(index).lawful_until or stay.entry,
            self.pair.usual.verdict(index).lawful_until or stay.entry,
        )
        left = stay.exit if stay.exit and stay.exit <= self.on else None
        return Duty(
            self.rows["leave"], index, stay.entry, until, self._state(until, left), left, regime=verdict.regime
        )

    def _permit_expiry(self, index: int, stay: Stay) -> Iterator[Duty]:
        """Yield the duty to leave or extend before the permit ends that covers a stay last."""
        end = self.reckoning.end(index)
        reached = [first for first, _ in self.reckoning.history.cover(index).spans if first <= end]
        if not reached:
            return
        since = max(stay.entry, *reached)
        dues = Both.of(lambda side: self.pair.under(side).history.cover(index).extended(since - DAY))
        # Where the other reading has nothing left of a visa, its day is not that of an end
        due = Both(*[max(day, since) for day in (dues.safe, dues.usual)])
        if due.under(self.reading) == self.reckoning.ruled(index):
            return  # a court's word ends it, and nobody has that extended: that day is due by the ruling
        left = stay.exit if stay.exit and stay.exit <= self.on else None
        reason: Reason | None = "left-in-time" if left and left <= due.under(self.reading) else None
        state = "waived" if reason else self._state(due, left)
        yield Duty(self.rows["permit-expiry"], index, since, due, state, left, reason)

    def of_ruling(self, index: int) -> Iterator[Duty]:
        """Yield the terms that one ruling starts: appeal, departure, payment and the end of the ban."""
        ruling = self.traveller.rulings[index]
        for row in self.rows.values():
            due = term_of(self.law, row, ruling)
            if due is None:
                continue
            done, reason = self._settled(row, ruling, due.under(self.reading))
            state = "waived" if reason else self._state(due, done)
            yield Duty(row, None, ruling.served, due, state, done, reason, index)

    def _settled(self, row: DutyRow, ruling: Ruling, due: date) -> tuple[date | None, Reason | None]:
        """Return when the term of a ruling was met, or why it is met no more."""
        settled = ruling.paid if ruling.kind == "fine" else ruling.executed
        if settled is not None and settled > self.on:
            settled = None
        if row.kind == "depart":
            return settled or self._left_after(ruling), None
        if row.kind == "ban-end":
            return (due if due < self.on else None), None
        if settled is None:
            return None, None
        in_time = row.kind == "fine" or (row.kind == "fine-half" and settled <= due)
        return (settled, None) if in_time else (None, "settled")

    def _left_after(self, ruling: Ruling) -> date | None:
        """Return the day on which the stay ended during which a ruling was served."""
        stays = [self.traveller.stays[index] for index in self.reckoning.among(ruling.served, ruling.served)]
        exits = [stay.exit for stay in stays if stay.exit and stay.entry <= ruling.served <= stay.exit <= self.on]
        return min(exits, default=None)

    def _state(self, due: Both[date], done: date | None) -> State:
        day = due.safe if self.reading is Reading.SAFE else due.usual
        if done is not None:
            return "done" if done <= day else "done-late"
        return "open" if self.on <= day else "missed"


def open_questions(traveller: Traveller, duty: Duty) -> list[str]:
    """List the open questions that part the two counts of a duty's day."""
    row = duty.row
    of_a_birthday = row.days_after_birthday is not None
    if not duty.due.differs or row.question is None or (of_a_birthday and not traveller.born):
        return []
    return [row.question]


def _in_order(about: Stay | Move, told: date | None) -> date | None:
    """Return the day on which something was told of; one before the event counts for nothing."""
    return None if told is None or early_record(about, told) else told
