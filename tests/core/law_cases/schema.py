"""A case of the law: a rule, a person, a day and what must come out, as the files beside this one hold it.

The expected dates are worked out by hand from the rule, never copied from the program. A value holds in both
readings, or is given as ``{ safe = ..., usual = ... }``; ``"none"`` says that there is none. ``rows`` names the
rows of the law that a case reaches, and packaging/tools/check_law.py asks for every row to be named by some case.
"""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import msgspec

from kzstay.core.case import HostKind, PassportKind, PermitKind, RulingKind, StayKind, Traveller
from kzstay.core.law.schema import Offence
from kzstay.core.readings import Reading

FOLDER = Path(__file__).parent

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
    kind: StayKind = "visit"
    citizenship: str | None = None
    passport: PassportKind | None = None
    notified: date | None = None
    registered: date | None = None
    moves: list[Change] = []


class Paper(Strict, frozen=True):
    kind: PermitKind
    first: date = msgspec.field(name="from")
    until: date
    days: int | None = None
    period: int | None = None
    entries: int | None = None


class Decision(Strict, frozen=True):
    kind: RulingKind
    served: date
    part: str = ""
    leave_by: date | None = None
    appealed: date | None = None
    executed: date | None = None
    paid: date | None = None


# What is expected; what is left out is not looked at


class StayExpected(Strict, frozen=True):
    stay: int = 0
    regime: Sided = None
    lawful_until: Sided = None
    because: Sided = None
    overstay_days: Sided = None
    perhaps_over: Sided = None  # more days, if an exit that nobody recorded was late
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
    law: Sided = None
    where: Sided = None
    certainty: Sided = None
    longer: Sided = None


class ResidenceExpected(Strict, frozen=True):
    present: Sided = None
    missing: Sided = None
    possible: Sided = None
    short: Sided = None
    least: Sided = None  # the days here in the months that are over and had the fewest
    worst_first: Sided = None
    worst_last: Sided = None


class PeriodExpected(Strict, frozen=True):
    days: Sided = None
    period: Sided = None
    used: Sided = None


class NoteExpected(Strict, frozen=True):
    code: str
    stay: int | None = None
    day: Sided = None
    count: Sided = None


class CostExpected(Strict, frozen=True):
    duty: str
    stay: int | None = None
    days: Sided = None
    first: Sided = None
    first_tenge: Sided = None
    again: Sided = None
    again_tenge: Sided = None
    repeated: Sided = None
    likely: Sided = None  # the rows by which it is penalised, as far as the case tells
    likely_tenge: Sided = None
    halved: Sided = None
    index: Sided = None  # the year of the index in which the sums are written
    known: Sided = None  # the index is that of the year in which the case is opened
    too_young: Sided = None
    ruled: Sided = None  # when the ruling was served that decided it
    for_host: Sided = None
    for_host_tenge: Sided = None


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
    mci: Sided = None
    minor: bool = False


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


class RulingExpected(Strict, frozen=True):
    ruling: int = 0
    state: Sided = None  # what the page of papers says of it
    day: Sided = None
    lapsed: Sided = None
    authority: Sided = None


class PointExpected(Strict, frozen=True):
    code: str
    days: Sided = None
    least: Sided = None
    day: Sided = None
    contested: Sided = None


class ComplaintExpected(Strict, frozen=True):
    ruling: int = 0
    refused: Sided = None  # why there is nothing to complain of
    roads: Sided = None
    late: Sided = None
    wait: Sided = None
    copies: Sided = None
    passed_on: Sided = None
    decided: Sided = None
    points: list[PointExpected] | None = None


class EntryExpected(Strict, frozen=True):
    entry: date
    days: int | None = None
    purpose: str | None = None
    way: Sided = None
    longest: Sided = None
    fit: Sided = None
    visas: Sided = None  # the categories for the purpose
    electronic: Sided = None
    rvp: Sided = None
    certainty: Sided = None  # of whether it fits
    unfit: Sided = None
    refused: Sided = None
    papers: list[str] | None = None  # all of them, in their order
    brings: list[str] = []  # some of them
    not_brings: list[str] = []
    found: list[str] | None = None  # the grounds of refusal that the case shows
    to_rule_out: list[str] = []  # some of those that it does not
    duties: dict[str, Sided] | None = None  # what has to be done after the arrival, by when


class BarExpected(Strict, frozen=True):
    because: str
    until: date | None = None


class Expected(Strict, frozen=True):
    standing: Sided = None
    bars: list[BarExpected] | None = None
    leave_by: Sided = None
    because: Sided = None
    days_left: Sided = None
    next_entry: Sided = None
    next_days: Sided = None
    stays: list[StayExpected] = []
    residence: ResidenceExpected | None = None
    periods: list[PeriodExpected] | None = None  # of visas for so many days of each period
    limits: list[LimitExpected] = []
    duties: list[DutyExpected] = []
    no_duties: list[str] = []
    notes: list[NoteExpected] | None = None
    costs: list[CostExpected] = []
    penalties: list[PenaltyExpected] = []
    plans: list[PlanExpected] = []
    rulings: list[RulingExpected] = []
    complaints: list[ComplaintExpected] = []
    entries: list[EntryExpected] = []
    stopping: Sided = None  # the last day on which a complaint stops the first ruling


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
