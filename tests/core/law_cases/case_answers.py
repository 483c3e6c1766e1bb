"""What a law answers to a case."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

import msgspec

from kzstay.core.assess import Assessment, reckon
from kzstay.core.complaint import complaint_of, refusal
from kzstay.core.costs import cost_of
from kzstay.core.days import DAY
from kzstay.core.duties import Duty
from kzstay.core.host_costs import host_cost_of
from kzstay.core.law.loading import Law
from kzstay.core.paper_states import ruling_state
from kzstay.core.plan import earliest_entry, longest_stay, trip
from kzstay.core.readings import Reading
from kzstay.core.sanctions import (
    Penalty,
    authority_of,
    may_have_lapsed,
    part_of,
    penalties,
    stopping_days,
)
from tests.core.law_cases.entry_answers import entry_answers, entry_rows
from tests.core.law_cases.schema import LawCase, NoteExpected, PenaltyExpected, PlanExpected, Sided, Strict


class Answer(NamedTuple):
    what: str
    expected: Sided
    found: object


class Asked:
    """One case under one reading of a law: each expectation with what is found."""

    def __init__(self, case: LawCase, law: Law, reading: Reading) -> None:
        self.case = case
        self.law = law
        self.reading = reading
        pair = reckon(case.traveller, case.on, law)
        self.reckoning = pair.under(reading)
        self.assessment = Assessment(pair, reading)

    def answers(self) -> Iterator[Answer]:
        expect, found = self.case.expect, self.assessment
        leave, following = found.leave_by, found.next_entry
        yield Answer("standing", expect.standing, found.standing.value)
        yield Answer("leave_by", expect.leave_by, found.leave_until)
        yield Answer("because", expect.because, leave and leave.because)
        yield Answer("days_left", expect.days_left, found.days_left)
        yield Answer("next_entry", expect.next_entry, following and following.day)
        yield Answer("next_days", expect.next_days, following and following.by_history)
        for stay in expect.stays:
            yield from self._fields(stay, self._stay(stay.stay), f"stay {stay.stay}")
        if expect.bars is not None:
            told = [(bar.because, bar.until) for bar in found.bars]
            yield Answer("bars", [(bar.because, bar.until) for bar in expect.bars], told)
        if expect.residence is not None:
            use = found.residence
            assert use is not None, "nobody lives here permanently"
            values = {name: getattr(use, name) for name in ("present", "missing", "possible", "short", "least")}
            values |= {"worst_first": use.worst and use.worst.first, "worst_last": use.worst and use.worst.last}
            yield from self._fields(expect.residence, values, "residence")
        if expect.periods is not None:
            yield Answer("visas of a period", len(expect.periods), len(found.period_uses))
            for period, used in zip(expect.periods, found.period_uses, strict=False):
                yield from self._fields(period, msgspec.structs.asdict(used), "visa of a period")
        yield from self._limits()
        yield from self._duties()
        if expect.notes is not None:
            yield from self._notes(expect.notes)
        for cost in expect.costs:
            yield from self._fields(cost, self._cost(cost.duty, cost.stay), f"cost of {cost.duty}")
        for penalty in expect.penalties:
            yield from self._fields(penalty, self._penalty(penalty), f"penalty for {penalty.offence}")
        yield from self._rulings()
        yield from self._complaints()
        stops = stopping_days(self.law, found.traveller.rulings[0]) if expect.stopping else None
        yield Answer("stopping", expect.stopping, stops and stops.under(self.reading))
        for number, entry in enumerate(expect.entries):
            for what, expected, value in entry_answers(found, entry):
                yield Answer(f"entry {number}, {what}", expected, value)
        for number, plan in enumerate(expect.plans):
            yield from self._plan(plan, f"plan {number}")

    def _fields(self, expected: Strict, found: dict[str, object], what: str) -> Iterator[Answer]:
        for name, value in found.items():
            yield Answer(f"{what}, {name}", getattr(expected, name), value)

    def _stay(self, index: int) -> dict[str, object]:
        stay = self.assessment.stay(index)
        return {
            "regime": stay.regime and stay.regime.id,
            "lawful_until": stay.lawful_until.under(self.reading),
            "because": stay.because,
            "overstay_days": stay.overstay_days,
            "perhaps_over": stay.perhaps_over,
            "days": stay.days,
        }

    def _limits(self) -> Iterator[Answer]:
        for limit in self.case.expect.limits:
            found = [use for use in self.assessment.limits if use.kind == limit.kind]
            there = limit.reading in (None, self.reading)
            yield Answer(f"{limit.kind} limits", int(there), len(found))
            for use in found if there else []:
                values: dict[str, object] = {
                    name: getattr(use, name) for name in ("days", "period", "used", "remaining")
                }
                if use.window:
                    values |= {"first": use.window.first, "last": use.window.last}
                yield from self._fields(limit, values, f"{limit.kind} limit")

    def _duties(self) -> Iterator[Answer]:
        kinds = {duty.kind for duty in self.assessment.duties}
        for kind in self.case.expect.no_duties:
            yield Answer(f"{kind}, there", False, kind in kinds)
        for expected in self.case.expect.duties:
            found = [
                duty
                for duty in self.assessment.duties
                if duty.kind == expected.kind
                and expected.stay in (None, duty.stay)
                and expected.since in (None, duty.since)
            ]
            yield Answer(f"{expected.kind}, how many", 1, len(found))
            for duty in found:
                values = {
                    "due": duty.due.under(self.reading),
                    "state": duty.state,
                    "reason": duty.reason,
                    "done": duty.done,
                    "law": list(duty.articles),
                    "where": duty.where,
                    "certainty": duty.certainty,
                    "longer": duty.longer,
                }
                yield from self._fields(expected, values, expected.kind)

    def _notes(self, expected: Sequence[NoteExpected]) -> Iterator[Answer]:
        found = self.assessment.notes
        yield Answer("notes", [note.code for note in expected], [note.code for note in found])
        for told, note in zip(expected, found, strict=False):
            yield Answer(f"{told.code}, stay", told.stay, note.stay)
            yield Answer(f"{told.code}, day", told.day, note.day)
            yield Answer(f"{told.code}, count", told.count, note.count)

    def _complaints(self) -> Iterator[Answer]:
        for expected in self.case.expect.complaints:
            what, refused = f"complaint {expected.ruling}", refusal(self.assessment, expected.ruling)
            yield Answer(f"{what}, refused", expected.refused or "none", refused)
            if refused:
                continue
            found = complaint_of(self.assessment, expected.ruling)
            values: dict[str, object] = {
                "roads": [row.road for row in found.roads],
                "late": found.late.under(self.reading),
                "wait": found.wait,
                "copies": found.roads[0].copies,
                "passed_on": found.roads[0].passed_on,
                "decided": found.roads[0].decided or found.roads[0].decided_working,
            }
            yield from self._fields(expected, values, what)
            if expected.points is not None:
                codes = [point.code for point in found.points]
                yield Answer(f"{what}, points", [point.code for point in expected.points], codes)
                for told, point in zip(expected.points, found.points, strict=False):
                    fields = {name: getattr(point, name) for name in ("days", "least", "day", "contested")}
                    yield from self._fields(told, fields, f"{what}, {told.code}")

    def _rulings(self) -> Iterator[Answer]:
        for expected in self.case.expect.rulings:
            ruling = self.assessment.traveller.rulings[expected.ruling]
            state = ruling_state(self.assessment, expected.ruling)
            values: dict[str, object] = {
                "state": state.code,
                "day": state.day,
                "lapsed": may_have_lapsed(self.law, ruling, self.case.on),
                "authority": authority_of(self.law, ruling),
            }
            yield from self._fields(expected, values, f"ruling {expected.ruling}")

    def _cost(self, kind: str, stay: int | None) -> dict[str, object]:
        duties = [duty for duty in self.assessment.duties if duty.kind == kind and stay in (None, duty.stay)]
        costs = [cost_of(self.assessment, duty) for duty in duties]
        assert len(costs) == 1, f"{len(costs)} duties of {kind}"
        assert costs[0] is not None, f"nothing is known of what it costs to miss {kind}"
        cost = costs[0]
        return {
            "days": cost.days,
            "first": [penalty.row.id for penalty in cost.first],
            "first_tenge": [penalty.tenge for penalty in cost.first],
            "again": [penalty.row.id for penalty in cost.again],
            "again_tenge": [penalty.tenge for penalty in cost.again],
            "repeated": cost.repeated,
            "likely": [penalty.row.id for penalty in cost.likely],
            "likely_tenge": [penalty.tenge for penalty in cost.likely],
            "halved": [penalty.row.id for penalty in cost.halved],
            "index": cost.first[0].index.year if cost.first else None,
            "known": cost.first[0].exact if cost.first else None,
            "too_young": cost.too_young,
            "ruled": cost.ruled,
            "for_host": [penalty.row.id for penalty in self._for_host(duties[0])],
            "for_host_tenge": [penalty.tenge for penalty in self._for_host(duties[0])],
        }

    def _for_host(self, duty: Duty) -> list[Penalty]:
        cost = host_cost_of(self.assessment, duty)
        return [penalty for rows in cost.offences.values() for penalty in rows] if cost else []

    def _penalty(self, asked: PenaltyExpected) -> dict[str, object]:
        found = penalties(self.law, asked.offence, asked.on, days=asked.days, host=asked.host, minor=asked.minor)
        only: Penalty | None = found[0] if len(found) == 1 else None
        return {
            "rows": [penalty.row.id for penalty in found],
            "tenge": [penalty.tenge for penalty in found],
            "outcome": only and only.row.outcome,
            "by": only and only.row.by,
            "arrest_days": only and only.arrest_days,
            "mci": only and only.mci,
        }

    def _plan(self, plan: PlanExpected, what: str) -> Iterator[Answer]:
        if plan.not_before is not None:
            assert plan.days is not None
            day = earliest_entry(self.reckoning, plan.days, plan.not_before)
            yield Answer(f"{what}, earliest", plan.earliest, day)
        if plan.entry is None:
            return
        longest = longest_stay(self.reckoning, plan.entry)
        yield Answer(f"{what}, longest", plan.longest, longest and longest.days)
        yield Answer(f"{what}, limited_by", plan.limited_by, longest and longest.because)
        yield Answer(f"{what}, limiting_stay", plan.limiting_stay, longest and longest.stay)
        yield Answer(f"{what}, history_only", plan.history_only, longest and longest.history_only)
        leaving = plan.exit or (plan.entry + DAY * (plan.days - 1) if plan.days else None)
        if leaving is None:
            return
        found = trip(self.reckoning, plan.entry, leaving)
        yield from self._fields(
            plan,
            {"lawful": found.lawful, "until": found.until, "because": found.because, "taken": found.taken},
            what,
        )
        if plan.breaks is not None:
            told = [breach.stay for breach in plan.breaks]
            yield Answer(f"{what}, breaks", told, [breach.stay for breach in found.breaks])
            for expected, breach in zip(plan.breaks, found.breaks, strict=False):
                yield Answer(f"{what}, first day over of stay {breach.stay}", expected.first_day, breach.first_day)
                yield Answer(f"{what}, why stay {breach.stay} breaks", expected.because, breach.because)

    def rows(self) -> set[str]:
        """Name the rows that give the answer: regimes, what is needed without one, duties and penalties."""
        expect = self.case.expect
        entries: list[tuple[date, int | None]] = [(one.entry, at) for at, one in enumerate(self.case.crossings)]
        entries += [(day, None) for plan in expect.plans for day in (plan.entry, plan.not_before) if day]
        if self.assessment.current is None and (expect.limits or expect.notes or expect.next_entry):
            entries.append((self.case.on, None))  # who is outside asks what an entry gives
        rows = [self.reckoning.regime(*entry) or self.reckoning.need(*entry) for entry in entries]
        found = {row.id for row in rows if row} | {duty.kind for duty in expect.duties}
        for asked in expect.complaints:
            if not refusal(self.assessment, asked.ruling):
                found |= {row.id for row in complaint_of(self.assessment, asked.ruling).roads}
        found |= {note.code for note in expect.notes or [] if note.code in self.law.told}
        found |= {one.kind for one in self.case.crossings} & {"transport"}
        for cost in expect.costs:
            values = self._cost(cost.duty, cost.stay)
            found |= {"half-fine"} if values["halved"] else set()
            found |= {"checkpoint"} if cost.duty == "depart" else set()
            names = ("first", "again", "for_host")
            found |= {cost.duty, *(str(row) for name in names for row in _list(values[name]))}
            found |= {"expulsion-cost"} if values["for_host"] else set()
        parts = (part_of(self.law, ruling.part, ruling.served) for ruling in self.case.rulings)
        found |= {part.part for part in parts if part}
        if any(stay.because == "ruling" for stay in expect.stays):
            found |= {ruling.kind for ruling in self.case.rulings if ruling.kind == "shortened"}
        for entry in expect.entries:
            found |= entry_rows(self.assessment, entry)
        for penalty in expect.penalties:
            found |= {str(row) for row in _list(self._penalty(penalty)["rows"])}
        return found


def _list(value: object) -> list[object]:
    assert isinstance(value, list)
    return value


def found(case: LawCase, law: Law) -> list[tuple[str, object]]:
    """List what a law answers to everything that a case expects."""
    return [
        (f"{answer.what} ({reading.value})", answer.found)
        for reading in Reading
        for answer in Asked(case, law, reading).answers()
        if answer.expected is not None
    ]
