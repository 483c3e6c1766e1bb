"""The law data against the table of every state and passport that was put together from public sources.

``tests/vectors/visa-table.csv`` has a row for each of 198 states and territories and each kind of passport. What
the law data says in the safe reading is what the table says; the few exceptions stand in the tests with their
reason.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from datetime import date
from itertools import product
from pathlib import Path
from typing import NamedTuple

from kzstay.core.case import PassportKind
from kzstay.core.law.loading import Person
from kzstay.core.law.regimes import limits_of, regime_on, visa_on
from kzstay.core.law.schema import Need, Regime, VisaRow
from kzstay.core.limits import Limit
from kzstay.core.readings import Reading
from tests.core.builders import LAW, SAFE
from tests.helpers import day

TABLE = Path(__file__).parents[2] / "vectors" / "visa-table.csv"
TODAY = day("2026-11-22")
N, S, D = "national", "service", "diplomatic"
LETTERS: dict[str, PassportKind] = {"N": N, "S": S, "D": D}
OFFICIAL: tuple[PassportKind, ...] = (S, D)
ALL: tuple[PassportKind, ...] = (N, S, D)

Shape = tuple[str, int, int | None]
PER_30: Shape = ("per-entry", 30, None)
PER_90: Shape = ("per-entry", 90, None)
GENERAL: Shape = ("rolling", 90, 181)  # 90 in 180 as the safe reading looks back on it
GENERAL_USUAL: Shape = ("rolling", 90, 180)


def rolling(days: int, period: int) -> Shape:
    return ("rolling", days, period)


def forward(days: int, period: int) -> Shape:
    return ("forward", days, period)


class Line(NamedTuple):
    """A line of the table."""

    country: str
    passport: PassportKind
    visa_free: str
    days: int | None
    total: int | None
    period: int | None
    window: str
    basis: str
    in_force: str
    certainty: str

    @property
    def person(self) -> Person:
        return (self.country, self.passport)

    @property
    def regime_known(self) -> bool:
        """Tell whether the table gives days that hold; of a draft it gives days that do not."""
        return self.visa_free == "yes" and self.days is not None

    @property
    def needs(self) -> Need:
        if self.visa_free == "yes":
            return "days-unknown"
        if self.visa_free == "unknown":
            return "unknown"
        return "e-visa" if "e-visa possible" in self.basis or "e-visa list names" in self.basis else "visa"


def number(text: str) -> int | None:
    return int(text) if text else None


def lines() -> Iterator[Line]:
    with TABLE.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            yield Line(
                country=row["country"],
                passport=LETTERS[row["passport"]],
                visa_free=row["visa_free"],
                days=number(row["days_per_entry"]),
                total=number(row["days_per_period"]),
                period=number(row["period_days"]),
                window=row["window"],
                basis=row["basis"],
                in_force=row["in_force_from"],
                certainty=row["certainty"],
            )


LINES = list(lines())


def people(states: str, passports: tuple[PassportKind, ...]) -> set[Person]:
    return set(product(states.split(), passports))


def found(person: Person, entry: date = TODAY, reading: Reading = SAFE) -> Regime | VisaRow:
    """Return the one row that is for a person who enters on a day."""
    regime, visa = regime_on(LAW, *person, entry, reading), visa_on(LAW, *person, entry, reading)
    assert (regime is None) != (visa is None), f"{person} on {entry} has both or neither"
    return regime or visa  # pyright: ignore[reportReturnType]


def regime_of(person: Person, entry: date = TODAY, reading: Reading = SAFE) -> Regime:
    regime = regime_on(LAW, *person, entry, reading)
    assert regime is not None, f"{person} on {entry}"
    return regime


def shape(rule: Limit) -> Shape:
    return (rule.kind, rule.limit, getattr(rule, "period", None))


def limits(country: str, passport: PassportKind, entry: str, reading: Reading = SAFE) -> list[Shape]:
    """List the limits that a person has who enters on a day."""
    regime = regime_of((country, passport), day(entry), reading)
    return [shape(limit.rule) for limit in limits_of(LAW, regime, reading)]


def nothing(country: str, passport: PassportKind, entry: str) -> bool:
    return all(regime_on(LAW, country, passport, day(entry), reading) is None for reading in Reading)
