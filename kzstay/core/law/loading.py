"""Loading of the law: typed rows of ``resources/law``, each with source, certainty and dates of force."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from operator import itemgetter
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import msgspec

from kzstay.core.case import PassportKind, Stay
from kzstay.core.days import DAY
from kzstay.core.law import toml
from kzstay.core.law.age import OldRow
from kzstay.core.law.complaint_rows import ComplaintRoad, ComplaintRow
from kzstay.core.law.entry_rows import EntryLaw, PaperRow, entry_law
from kzstay.core.law.schema import (
    ContractRow,
    DutyRow,
    FormerDuty,
    GeneralRow,
    Index,
    MinorRow,
    Offence,
    PartRow,
    PenalisedRow,
    PenaltyRow,
    PersonRow,
    Prolongation,
    Question,
    Regime,
    ResidenceRow,
    Row,
    Shortened,
    Source,
    TermRow,
    ToldRow,
    VisaRow,
)
from kzstay.core.law.workdays import WorkCalendar
from kzstay.core.readings import Reading

if TYPE_CHECKING:
    from kzstay.core.law.regimes import BoundLimit

P = TypeVar("P", bound=PersonRow)
Person = tuple[str, PassportKind]
Term = tuple[date, date, Regime]  # the first and the last day of entry of a regime


class Act(msgspec.Struct, frozen=True):
    """A place in an act, such as ``ML 6(4)``."""

    act: str
    article: str
    parts: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Law:
    """Everything that ``resources/law`` says, and the calendar of working days."""

    collected: date  # when what could be found was gathered; the acts themselves are older
    old: OldRow
    ending_days: int
    general: GeneralRow
    regimes: list[Regime]
    visas: list[VisaRow]
    duties: dict[str, DutyRow]
    penalties: list[PenaltyRow]
    indexes: list[Index]
    prolongations: list[Prolongation]
    former: list[FormerDuty]
    repeated: PenalisedRow
    invitations: PenalisedRow
    parts: list[PartRow]
    complaints: dict[ComplaintRoad, ComplaintRow]
    half_fine: TermRow
    lapse: TermRow
    checkpoint: TermRow
    minor: MinorRow
    shortened: Shortened
    expulsion_cost: Row
    told: dict[str, ToldRow]
    contract: ContractRow
    transport: Row
    residence: ResidenceRow
    entry: EntryLaw
    questions: dict[str, Question]
    sources: dict[str, Source]
    calendar: WorkCalendar

    @cached_property
    def by_person(self) -> dict[Person, list[Regime]]:
        """Return the regimes that each citizenship and kind of passport has had."""
        return _by_person(self.regimes)

    @cached_property
    def _terms(self) -> dict[tuple[str, PassportKind, Reading], list[Term]]:
        return {}

    def terms(self, citizenship: str, passport: PassportKind, reading: Reading) -> list[Term]:
        """List the first and last day of entry of each regime of a person under a reading, the newest first.

        Nobody has two on one day.
        """
        key = citizenship, passport, reading
        if key not in self._terms:
            found = [
                (regime.first_entry(reading), regime.last_entry(reading) or date.max, regime)
                for regime in self.by_person.get((citizenship, passport), ())
            ]
            self._terms[key] = sorted(found, key=itemgetter(0), reverse=True)
        return self._terms[key]

    @cached_property
    def bound_limits(self) -> dict[tuple[str, Reading], tuple[Regime, tuple[BoundLimit, ...]]]:
        """Return the limits of regimes under a reading that were worked out so far; ``regimes`` does that."""
        return {}

    @cached_property
    def entry_days(self) -> dict[str, tuple[Regime, int]]:
        """Return the days that an entry under a regime gives at most, so far; ``regimes`` works them out."""
        return {}

    @cached_property
    def prolonged_until(self) -> date:
        """Return the last day of the times in which terms were prolonged."""
        return max((row.ends for row in self.prolongations), default=date.min)

    @cached_property
    def working_days(self) -> list[Callable[[date, int], date]]:
        """List how each reading counts working days: from the day itself or from the one after it."""
        sides = [self.settles("working-days-first-day", side) for side in Reading]
        return [self.calendar.nth_from if at_once else self.calendar.nth_after for at_once in sides]

    @cached_property
    def days_more(self) -> list[timedelta]:
        """List the days that each reading adds to the term of the registration."""
        return [DAY * self.settles("registration-last-day", side) for side in Reading]

    @cached_property
    def silence_misses(self) -> bool:
        """Tell whether a duty that the record of a stay shows is missed where nobody recorded it."""
        recorded = [row for row in self.duties.values() if row.recorded in Stay.__struct_fields__]
        return any(row.silent == "missed" for row in recorded)

    @cached_property
    def visas_by_person(self) -> dict[Person, list[VisaRow]]:
        """Return what each citizenship and kind of passport without a regime has needed."""
        return _by_person(self.visas)

    @cached_property
    def at_home(self) -> set[Person]:
        """Return the citizenships and passports to which nothing of all this ever applied."""
        return set(_by_person(row for row in self.visas if row.needs == "citizen"))

    @cached_property
    def editions(self) -> dict[str, date]:
        """Return the day of the edition that was read, for each act that has editions."""
        return {key: source.edition for key, source in self.sources.items() if source.edition}

    @cached_property
    def by_offence(self) -> dict[Offence, list[PenaltyRow]]:
        """Return the penalties for each offence."""
        found: dict[Offence, list[PenaltyRow]] = {}
        for row in self.penalties:
            found.setdefault(row.offence, []).append(row)
        return found

    @cached_property
    def named(self) -> dict[str, msgspec.Struct]:
        """Return the rows that the guide may name: duties, penalties, papers, and those that stand alone."""
        alone: dict[str, msgspec.Struct] = {
            "general": self.general.limit,
            "repeated": self.repeated,
            "invitations": self.invitations,
            "half-fine": self.half_fine,
            "lapse": self.lapse,
            "checkpoint": self.checkpoint,
            "minor": self.minor,
            "residence": self.residence,
        }
        listed: list[PenaltyRow | PaperRow] = [*self.penalties, *self.entry.papers]
        return alone | dict(self.duties) | {row.id: row for row in listed}

    @cached_property
    def part_names(self) -> frozenset[str]:
        """Return what a ruling may name as the part of an article that it was made by."""
        return frozenset(name for row in self.parts for name in row.names)

    def settles(self, question: str, reading: Reading) -> int:
        """Return how a reading settles an open question."""
        return self.questions[question].value.under(reading)


def _by_person(rows: Iterable[P]) -> dict[Person, list[P]]:
    found: dict[Person, list[P]] = {}
    for row in rows:
        for country in row.countries:
            for passport in row.passports:
                found.setdefault((country, passport), []).append(row)
    return found


def load(law: Path, calendar: Path) -> Law:
    """Read the law from its folder and the working days from theirs.

    Raises msgspec.ValidationError for a row with a wrong or missing field.
    """
    names = "duties", "sanctions", "rulings", "readings", "stays", "sources", "history"
    duties, sanctions, rulings, readings, stays, sources, history = (
        toml.read(law / f"{name}.toml") for name in names
    )
    people = [toml.read(path) for path in sorted((law / "regimes").glob("*.toml"))]

    def rows(kind: str) -> list[Any]:
        groups = {name: countries for file in people for name, countries in file.get("groups", {}).items()}
        return [
            row | {"countries": groups[row["group"]]} if "group" in row else row
            for file in people
            for row in file.get(kind, [])
        ]

    return Law(
        collected=msgspec.convert(sources["collected"], date),
        old=msgspec.convert(sources["old"], OldRow),
        ending_days=duties["ending_days"],
        general=msgspec.convert(next(file["general"] for file in people if "general" in file), GeneralRow),
        regimes=msgspec.convert(rows("regime"), list[Regime]),
        visas=msgspec.convert(rows("visa"), list[VisaRow]),
        duties={row.kind: row for row in msgspec.convert(duties["duty"], list[DutyRow])},
        penalties=msgspec.convert(sanctions["penalty"], list[PenaltyRow]),
        indexes=msgspec.convert(sanctions["index"], list[Index]),
        prolongations=msgspec.convert(history["prolongation"], list[Prolongation]),
        former=msgspec.convert(history["former"], list[FormerDuty]),
        repeated=msgspec.convert(sanctions["repeated"], PenalisedRow),
        invitations=msgspec.convert(sanctions["invitations"], PenalisedRow),
        parts=msgspec.convert(rulings["part"], list[PartRow]),
        complaints={row.road: row for row in msgspec.convert(rulings["complaint"], list[ComplaintRow])},
        half_fine=msgspec.convert(rulings["half-fine"], TermRow),
        lapse=msgspec.convert(rulings["lapse"], TermRow),
        checkpoint=msgspec.convert(rulings["checkpoint"], TermRow),
        minor=msgspec.convert(rulings["minor"], MinorRow),
        shortened=msgspec.convert(rulings["shortened"], Shortened),
        expulsion_cost=msgspec.convert(sanctions["expulsion-cost"], Row),
        told={row.code: row for row in msgspec.convert(duties["told"], list[ToldRow])},
        contract=msgspec.convert(stays["contract"], ContractRow),
        transport=msgspec.convert(stays["transport"], Row),
        residence=msgspec.convert(stays["residence"], ResidenceRow),
        entry=entry_law(toml.read(law / "entry.toml")),
        questions={row.id: row for row in msgspec.convert(readings["question"], list[Question])},
        sources=msgspec.convert(sources["source"], dict[str, Source]),
        calendar=WorkCalendar.load(calendar),
    )


def cited(article: str) -> Act:
    """Read a citation such as ``KoAP 517(3)(1)`` into its act, article and parts."""
    act, _, place = article.partition(" ")
    number, *parts = place.replace(")", "").split("(")
    return Act(act, number, tuple(parts))
