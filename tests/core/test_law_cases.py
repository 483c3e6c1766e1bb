"""The law by example: every case of ``law_cases`` states a rule, a person, a day and what must come out.

The expected dates are worked out by hand from the rule, never copied from the program. A value holds in both
readings, or is given as ``{ safe = ..., usual = ... }``; ``"none"`` says that there is none. ``rows`` names the
rows of the law that a case reaches, and packaging/tools/check_law.py asks for every row to be named by some case.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
import pytest

from kzstay.bundled import countries, law
from kzstay.core.assess import Assessment, reckon
from kzstay.core.case import HostKind, PassportKind, PermitKind, RulingKind, Stay, Traveller, traveller_problems
from kzstay.core.costs import cost_of
from kzstay.core.days import DAY
from kzstay.core.law import Law
from kzstay.core.plan import earliest_entry, longest_stay, trip
from kzstay.core.readings import Both, Reading
from kzstay.core.rows import Offence
from kzstay.core.sanctions import Penalty, penalties

LAW = law()
FOLDER = Path(__file__).parent / "law_cases"
AT_LEAST = 120
NONE = "none"

# A value of a case: one for both readings, or a table with a side for each
Sided = Any


class Strict(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A table of the file, in which a slip of the pen is an error."""


# What is given


class Person(Strict, frozen=True):
    citizenship: str
    passport: PassportKind = "national"
    born: date | None = None
    host: HostKind | None = None


class Change(Strict, frozen=True):
    on: date
    notified: date | None = None


class Crossing(Strict, frozen=True):
    entry: date
    exit: date | None = None
    notified: date | None = None
    registered: date | None = None
    moves: list[Change] = []


class Paper(Strict, frozen=True):
    kind: PermitKind
    first: date = msgspec.field(name="from")
    until: date
    days: int | None = None
    entries: int | None = None


class Decision(Strict, frozen=True):
    kind: RulingKind
    served: date
    leave_by: date | None = None
    executed: date | None = None
    paid: date | None = None


# What is expected; what is left out is not looked at


class StayExpected(Strict, frozen=True):
    stay: int = 0
    regime: Sided = None
    lawful_until: Sided = None
    because: Sided = None
    overstay_days: Sided = None
    days: Sided = None


class LimitExpected(Strict, frozen=True):
    kind: str
    reading: Reading | None = None  # the limit is there under this reading alone
    days: Sided = None
    period: Sided = None
    used: Sided = None
    remaining: Sided = None
    first: Sided = None
    last: Sided = None


class DutyExpected(Strict, frozen=True):
    kind: str
    stay: int | None = None
    since: date | None = None
    due: Sided = None
    state: Sided = None
    reason: Sided = None
    done: Sided = None


class NoteExpected(Strict, frozen=True):
    code: str
    stay: int | None = None
    day: Sided = None


class CostExpected(Strict, frozen=True):
    duty: str
    days: Sided = None
    first: Sided = None
    first_tenge: Sided = None
    again: Sided = None
    again_tenge: Sided = None
    repeated: Sided = None


class PenaltyExpected(Strict, frozen=True):
    offence: Offence
    on: date
    days: int | None = None
    host: HostKind | None = None
    rows: Sided = None
    tenge: Sided = None
    outcome: Sided = None
    by: Sided = None
    arrest_days: Sided = None


class BreachExpected(Strict, frozen=True):
    stay: int
    first_day: Sided = None
    because: Sided = None


class PlanExpected(Strict, frozen=True):
    entry: date | None = None
    exit: date | None = None
    days: int | None = None
    lawful: Sided = None
    until: Sided = None
    because: Sided = None
    taken: Sided = None
    breaks: list[BreachExpected] | None = None
    longest: Sided = None
    limited_by: Sided = None
    limiting_stay: Sided = None
    history_only: Sided = None
    not_before: date | None = None
    earliest: Sided = None


class Expected(Strict, frozen=True):
    standing: Sided = None
    leave_by: Sided = None
    because: Sided = None
    days_left: Sided = None
    next_entry: Sided = None
    next_days: Sided = None
    stays: list[StayExpected] = []
    limits: list[LimitExpected] = []
    duties: list[DutyExpected] = []
    no_duties: list[str] = []
    notes: list[NoteExpected] | None = None
    costs: list[CostExpected] = []
    penalties: list[PenaltyExpected] = []
    plans: list[PlanExpected] = []


class LawCase(Strict, frozen=True):
    name: str
    person: Person
    crossings: list[Crossing]
    on: date
    expect: Expected
    rows: list[str]
    source: str
    permits: list[Paper] = []
    rulings: list[Decision] = []

    @property
    def traveller(self) -> Traveller:
        given = msgspec.to_builtins(
            {
                "name": self.name,
                **{key: value for key, value in msgspec.structs.asdict(self.person).items() if key != "host"},
                "host": {"kind": self.person.host} if self.person.host else None,
                "stays": self.crossings,
                "permits": self.permits,
                "rulings": self.rulings,
            },
            builtin_types=(date,),
        )
        return msgspec.convert(given, Traveller)


class File(Strict, frozen=True):
    case: list[LawCase]


def read(path: Path) -> list[LawCase]:
    return msgspec.convert(tomllib.loads(path.read_text(encoding="utf-8")), File).case


CASES = {f"{path.stem}: {case.name}": case for path in sorted(FOLDER.glob("*.toml")) for case in read(path)}


# What comes out


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
        yield Answer("next_entry", expect.next_entry, following and following[0])
        yield Answer("next_days", expect.next_days, following and following[1])
        for stay in expect.stays:
            yield from self._fields(stay, self._stay(stay.stay), f"stay {stay.stay}")
        yield from self._limits()
        yield from self._duties()
        if expect.notes is not None:
            yield from self._notes(expect.notes)
        for cost in expect.costs:
            yield from self._fields(cost, self._cost(cost.duty), f"cost of {cost.duty}")
        for penalty in expect.penalties:
            yield from self._fields(penalty, self._penalty(penalty), f"penalty for {penalty.offence}")
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
                }
                yield from self._fields(expected, values, expected.kind)

    def _notes(self, expected: Sequence[NoteExpected]) -> Iterator[Answer]:
        found = self.assessment.notes
        yield Answer("notes", [note.code for note in expected], [note.code for note in found])
        for told, note in zip(expected, found, strict=False):
            yield Answer(f"{told.code}, stay", told.stay, note.stay)
            yield Answer(f"{told.code}, day", told.day, note.day)

    def _cost(self, kind: str) -> dict[str, object]:
        costs = [cost_of(self.reckoning, duty) for duty in self.assessment.duties if duty.kind == kind]
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
        }

    def _penalty(self, asked: PenaltyExpected) -> dict[str, object]:
        found = penalties(self.law, asked.offence, asked.on, days=asked.days, host=asked.host)
        only: Penalty | None = found[0] if len(found) == 1 else None
        return {
            "rows": [penalty.row.id for penalty in found],
            "tenge": [penalty.tenge for penalty in found],
            "outcome": only and only.row.outcome,
            "by": only and only.row.by,
            "arrest_days": only and only.row.arrest_days,
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
        entries = [crossing.entry for crossing in self.case.crossings]
        entries += [day for plan in expect.plans for day in (plan.entry, plan.not_before) if day]
        if self.assessment.current is None and (expect.limits or expect.notes or expect.next_entry):
            entries.append(self.case.on)  # who is outside asks what an entry gives
        rows = [self.reckoning.regime(day) or self.reckoning.need(day) for day in entries]
        found = {row.id for row in rows if row} | {duty.kind for duty in expect.duties}
        for cost in expect.costs:
            values = self._cost(cost.duty)
            found |= {cost.duty, *(str(row) for name in ("first", "again") for row in _list(values[name]))}
        for penalty in expect.penalties:
            found |= {str(row) for row in _list(self._penalty(penalty)["rows"])}
        return found


def _list(value: object) -> list[object]:
    assert isinstance(value, list)
    return value


def side(value: Sided, reading: Reading) -> object:
    """Return what a case expects under a reading."""
    if isinstance(value, dict):
        assert set(value) == {"safe", "usual"}, f"a side is missing or misspelt: {value}"
        value = value[reading.value]
    return value


def found(case: LawCase, law: Law) -> list[tuple[str, object]]:
    """List what a law answers to everything that a case expects."""
    return [
        (f"{answer.what} ({reading.value})", answer.found)
        for reading in Reading
        for answer in Asked(case, law, reading).answers()
        if answer.expected is not None
    ]


def otherwise(law: Law, row: str) -> list[Law]:
    """Make laws in which one row that has no name in an answer says something else."""
    if row in law.questions:
        question = law.questions[row]
        turned = msgspec.structs.replace(question, value=Both(question.value.usual, question.value.safe))
        return [replace(law, questions=law.questions | {row: turned})]
    if row in {f"mci-{index.year}" for index in law.indexes}:
        return [replace(law, indexes=[index for index in law.indexes if row != f"mci-{index.year}"])]
    if row == "general":
        limit = msgspec.structs.replace(law.general.limit, days=1)
        return [replace(law, general=msgspec.structs.replace(law.general, limit=limit))]
    terms = {"repeated": law.repeated, "invitations": law.invitations}
    assert row in terms, f"{row} is no row of the law, or the case does not reach it"
    return [replace(law, **{row: msgspec.structs.replace(terms[row], months=months)}) for months in (1, 99)]


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_the_law_by_example(case: LawCase) -> None:
    for reading in Reading:
        for answer in Asked(case, LAW, reading).answers():
            if answer.expected is not None:
                expected = side(answer.expected, reading)
                assert (NONE if answer.found is None else answer.found) == expected, (
                    f"{answer.what} ({reading.value}): {case.source}"
                )


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_a_case_reaches_the_rows_that_it_names(case: LawCase) -> None:
    used = {row for reading in Reading for row in Asked(case, LAW, reading).rows()}
    for row in case.rows:
        # What has no name in an answer is reached where the answer would be another without it
        assert row in used or any(found(case, other) != found(case, LAW) for other in otherwise(LAW, row)), row


# The table itself


def test_there_are_as_many_cases_as_the_law_deserves() -> None:
    assert len(CASES) >= AT_LEAST


def test_every_case_states_a_rule_of_its_own_and_where_it_comes_from() -> None:
    names = [case.name for path in FOLDER.glob("*.toml") for case in read(path)]
    assert len(set(names)) == len(names)
    for name, case in CASES.items():
        assert case.source.strip(), name
        assert case.rows, name
        assert len(set(case.rows)) == len(case.rows), name


def test_every_case_can_be_so() -> None:
    for name, case in CASES.items():
        assert not list(traveller_problems(0, case.traveller, countries(), date.max)), name


def test_a_case_expects_something() -> None:
    for name, case in CASES.items():
        assert found(case, LAW), name


def test_an_unknown_key_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "slip.toml"
    text = next(FOLDER.glob("edges.toml")).read_text(encoding="utf-8")
    path.write_text(text.replace("expect.days_left", "expect.days_lef", 1), encoding="utf-8")
    with pytest.raises(msgspec.ValidationError, match="days_lef"):
        read(path)


def test_a_stay_of_a_case_keeps_all_that_is_given() -> None:
    given = msgspec.convert({"entry": date(2026, 1, 1), "moves": [{"on": date(2026, 1, 2)}]}, Crossing)
    case = LawCase("", Person("DE"), [given], date(2026, 1, 3), Expected(), [], "")
    (stay,) = case.traveller.stays
    assert isinstance(stay, Stay)
    assert (stay.entry, stay.moves[0].on) == (date(2026, 1, 1), date(2026, 1, 2))
