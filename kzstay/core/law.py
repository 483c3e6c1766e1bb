"""The law as data: typed rows of ``resources/law``, each with source, certainty and dates of force."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property
from pathlib import Path
from typing import Any, Generic, Literal, TypeVar

import msgspec

from kzstay.core.case import PassportKind
from kzstay.core.limits import CalendarYear, Forward, Limit, PerEntry, Rolling
from kzstay.core.workdays import WorkCalendar

T = TypeVar("T")
U = TypeVar("U")

Certainty = Literal["high", "medium", "low"]
LimitKind = Literal["per-entry", "rolling", "forward", "calendar-year"]


class Reading(StrEnum):
    """How an open question of counting is settled."""

    SAFE = "safe"  # the stricter side of every open question
    USUAL = "usual"  # the common one


class Both(msgspec.Struct, Generic[T], frozen=True):
    """One thing in both readings."""

    safe: T
    usual: T

    def under(self, reading: Reading) -> T:
        """Return the side that a reading takes."""
        return self.safe if reading is Reading.SAFE else self.usual

    @property
    def differs(self) -> bool:
        """Tell whether the readings part."""
        return self.safe != self.usual

    @classmethod
    def of(cls, answer: Callable[[Reading], U]) -> Both[U]:
        """Ask a question under each reading."""
        return Both(answer(Reading.SAFE), answer(Reading.USUAL))


class _Row(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What every row tells of itself."""

    source: list[str]
    certainty: Certainty
    articles: list[str] = []


class LimitRow(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One limit of a regime."""

    kind: LimitKind
    days: int
    period: int | None = None
    since: date | Both[date] | None = msgspec.field(name="from", default=None)
    reading: Reading | None = None  # only under this reading: where sources conflict, each takes its side

    def begins(self, reading: Reading) -> date | None:
        """Return the day before which the limit counts nothing."""
        return self.since.under(reading) if isinstance(self.since, Both) else self.since

    def rule(self, look_back: int = 0) -> Limit:
        """Build the rule; ``look_back`` days are added to the period of a rolling one."""
        if self.kind == "per-entry":
            return PerEntry(self.days)
        if self.kind == "calendar-year":
            return CalendarYear(self.days)
        if self.period is None:
            raise ValueError(f"a {self.kind} limit needs a period")
        if self.kind == "forward":
            return Forward(self.days, self.period)
        return Rolling(self.days, self.period + look_back)


class Regime(_Row, frozen=True, kw_only=True):
    """What some citizenships and passports get on entry without a visa."""

    id: str
    countries: list[str]
    group: str = ""  # the list of countries in the file that the row names in their stead
    passports: list[PassportKind]
    limits: list[LimitRow]
    begins: date | Both[date] = msgspec.field(name="from")
    ends: date | Both[date] | None = msgspec.field(name="until", default=None)

    def in_force(self, day: date, reading: Reading) -> bool:
        """Tell whether the regime is given to one who enters on a day."""
        begins = self.begins.under(reading) if isinstance(self.begins, Both) else self.begins
        ends = self.last_entry(reading)
        return begins <= day and (ends is None or day <= ends)

    def last_entry(self, reading: Reading) -> date | None:
        """Return the last day of entry to which the regime is given; None while it is in force."""
        return self.ends.under(reading) if isinstance(self.ends, Both) else self.ends

    @property
    def days_per_entry(self) -> int:
        """Return the days that one entry gives at most."""
        return min(limit.days for limit in self.limits)


class DutyRow(_Row, frozen=True, kw_only=True):
    """Something that must be done, by whom and by when."""

    kind: str
    who: Literal["traveller", "host"]
    where: list[str] = []
    begins: date = msgspec.field(name="from", default=date.min)
    days: int | None = None
    working_days: int | None = None
    over_days: int | None = None  # only where an entry gives more days than these
    from_age: int | None = None
    days_after_birthday: int | None = None
    waived_passports: list[PassportKind] = []


class Question(_Row, frozen=True, kw_only=True):
    """A count that the law leaves open: days to add, or 1 for yes and 0 for no, under each reading."""

    id: str
    value: Both[int]


class Source(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An act or another text that rows refer to by its key."""

    name: dict[str, str]  # language -> how it is cited
    parts: Literal["paragraph", "part", "point"] = "paragraph"  # what its articles have; a decree has points alone
    address: str = ""


class Act(msgspec.Struct, frozen=True):
    """A place in an act, such as ``ML 6(4)``."""

    act: str
    article: str
    parts: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Law:
    """Everything that ``resources/law`` says, and the calendar of working days."""

    date: date
    ending_days: int
    general: LimitRow
    regimes: list[Regime]
    duties: dict[str, DutyRow]
    questions: dict[str, Question]
    sources: dict[str, Source]
    calendar: WorkCalendar

    @cached_property
    def by_person(self) -> dict[tuple[str, PassportKind], list[Regime]]:
        """Return the regimes that each citizenship and kind of passport has had."""
        found: dict[tuple[str, PassportKind], list[Regime]] = {}
        for regime in self.regimes:
            for country in regime.countries:
                for passport in regime.passports:
                    found.setdefault((country, passport), []).append(regime)
        return found

    def settles(self, question: str, reading: Reading) -> int:
        """Return how a reading settles an open question."""
        return self.questions[question].value.under(reading)


def load(law: Path, calendar: Path) -> Law:
    """Read the law from its folder and the working days from theirs.

    Raises msgspec.ValidationError for a row with a wrong or missing field.
    """

    def read(name: str) -> dict[str, Any]:
        return tomllib.loads((law / name).read_text(encoding="utf-8"))

    regimes, duties, readings, sources = map(
        read, ["regimes.toml", "duties.toml", "readings.toml", "sources.toml"]
    )
    rows = [
        row | {"countries": regimes["groups"][row["group"]]} if "group" in row else row
        for row in regimes["regime"]
    ]
    return Law(
        date=sources["date"],
        ending_days=duties["ending_days"],
        general=msgspec.convert(regimes["general"], LimitRow),
        regimes=msgspec.convert(rows, list[Regime]),
        duties={row.kind: row for row in msgspec.convert(duties["duty"], list[DutyRow])},
        questions={row.id: row for row in msgspec.convert(readings["question"], list[Question])},
        sources=msgspec.convert(sources["source"], dict[str, Source]),
        calendar=WorkCalendar.load(calendar),
    )


def cited(article: str) -> Act:
    """Read a citation such as ``KoAP 517(3)(1)`` into its act, article and parts."""
    act, _, place = article.partition(" ")
    number, *parts = place.replace(")", "").split("(")
    return Act(act, number, tuple(parts))
