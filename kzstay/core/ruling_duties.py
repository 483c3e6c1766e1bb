"""Duties after a ruling: the terms to complain, to leave, to pay, and the end of a ban of entry."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from kzstay.core.case import Ruling
from kzstay.core.duties import Duty, Reason, State, state_of
from kzstay.core.law.schema import DutyRow
from kzstay.core.readings import Both, Reading
from kzstay.core.reckoning import Reckoning
from kzstay.core.sanctions import (
    authority_of,
    may_have_lapsed,
    not_liable,
    runs_to,
    stops_expulsion,
    stops_fine,
    term_of,
)

COMPLAINTS = ("appeal", "suspend", "complaint")


class RulingDuties:
    """What the rulings of a traveller bring about, one ruling at a time; states follow the reading."""

    def __init__(self, pair: Both[Reckoning], reading: Reading) -> None:
        self._reading = reading
        self._reckoning = pair.under(reading)
        self._law = self._reckoning.law
        self._on = self._reckoning.on

    def of_ruling(self, index: int) -> Iterator[Duty]:
        """Yield the terms that one ruling starts."""
        ruling = self._reckoning.traveller.rulings[index]
        if ruling.served > self._on:
            return  # nobody can have been told of it yet
        authority = authority_of(self._law, ruling)
        for row in self._law.duties.values():
            due = term_of(self._law, row, ruling)
            if due is None:
                continue
            done, reason = self._settled(row, ruling, due.under(self._reading))
            # What was done is judged by the end of the term, what is to be done by the day to go by
            until = (self._runs_to(row, ruling) if done else None) or self._last_day(row, due)
            state: State = "waived" if reason else state_of(row, self._on, until, done)
            if state == "done-late" and self._waited(row, ruling):
                state = "done"
            reason = reason or self._beside(row, ruling, due, state)
            yield Duty(
                row,
                None,
                ruling.served,
                due,
                state,
                done,
                reason,
                index,
                decision=ruling,
                authority=authority,
            )

    def _last_day(self, row: DutyRow, due: Both[date]) -> date:
        """Return the day until which a term is open: a right is let go only where it is over by both counts."""
        return max(due.safe, due.usual) if row.right else due.under(self._reading)

    def _beside(self, row: DutyRow, ruling: Ruling, due: Both[date], state: State) -> Reason | None:
        """Return what is to be known of a term that is still open, or was missed."""
        if row.kind == "fine" and state == "missed" and may_have_lapsed(self._law, ruling, self._on):
            return "may-have-lapsed"
        if state not in ("open", "missed") or row.prominence == "bar":
            return None
        if row.right and self._on > due.safe:
            return "usual-term"
        return "too-young" if not_liable(self._law, self._reckoning.traveller.born, ruling) else None

    def _settled(self, row: DutyRow, ruling: Ruling, due: date) -> tuple[date | None, Reason | None]:
        """Return when the term of a ruling was met, or why it is not to be met."""
        settled = self._past(ruling.paid if ruling.kind == "fine" else ruling.executed)
        if row.kind in COMPLAINTS:
            complained = self._past(ruling.appealed)
            # Also who has paid or left may still complain
            if row.kind != "suspend" or stops_expulsion(ruling, self._on):
                return complained, None
            return None, "settled" if settled else None
        if row.kind == "ban-end":
            return (due if due < self._on else None), None
        if row.kind == "depart":
            left = settled or self._left_after(ruling)
            return left, "appealed" if not left and self._waited(row, ruling) else None
        return settled, "appealed" if not settled and self._waited(row, ruling) else None

    def _runs_to(self, row: DutyRow, ruling: Ruling) -> date | None:
        return runs_to(self._law, row, ruling, self._reading)

    def _waited(self, row: DutyRow, ruling: Ruling) -> bool:
        """Tell whether a complaint has made a ruling wait, so that its own day does not hold."""
        if row.kind == "depart":
            return stops_expulsion(ruling, self._on)
        return row.kind == "fine" and stops_fine(self._law, ruling, self._on, self._reading)

    def _past(self, day: date | None) -> date | None:
        """Return a day, where it is not still to come."""
        return day if day and day <= self._on else None

    def _left_after(self, ruling: Ruling) -> date | None:
        """Return the day on which the stay ended during which a ruling was served."""
        served, reckoning = ruling.served, self._reckoning
        stays = [reckoning.traveller.stays[index] for index in reckoning.among(served, served)]
        exits = [stay.exit for stay in stays if stay.exit and stay.entry <= served <= stay.exit <= self._on]
        return min(exits, default=None)
