"""Visa table: what each citizenship and kind of passport gets on a day of entry, by the rows of the law."""

from __future__ import annotations

from datetime import date
from typing import Literal, get_args

import msgspec

from kzstay.core.case import PassportKind
from kzstay.core.law.loading import Law
from kzstay.core.law.regimes import regime_on, visa_on
from kzstay.core.law.schema import Certainty, LimitRow, Need, Regime, VisaRow
from kzstay.core.readings import Reading

Kind = Literal["visa-free", "visa", "unsure"]
KINDS: tuple[Kind, ...] = get_args(Kind)
PASSPORTS: tuple[PassportKind, ...] = get_args(PassportKind)


class TableRow(msgspec.Struct, frozen=True):
    """One citizenship with one kind of passport."""

    country: str
    passport: PassportKind
    row: Regime | VisaRow | None  # None where the law data has nothing
    reading: Reading

    @property
    def kind(self) -> Kind:
        """Return what of the three it is: free of a visa, in need of one, or not known for sure."""
        if isinstance(self.row, Regime):
            return "visa-free"
        return "visa" if self.need in ("visa", "e-visa") else "unsure"

    @property
    def need(self) -> Need:
        """Return what is needed where there is no visa-free term."""
        return self.row.needs if isinstance(self.row, VisaRow) else "unknown"

    @property
    def limits(self) -> list[LimitRow]:
        """List the limits of a visa-free stay, those of an entry first."""
        found = self.row.limits_under(self.reading) if isinstance(self.row, Regime) else []
        return sorted(found, key=lambda limit: limit.kind != "per-entry")

    @property
    def days(self) -> int:
        """Return the days of an entry, nought where none are known."""
        return self.row.days_per_entry(self.reading) if isinstance(self.row, Regime) else 0

    @property
    def since(self) -> date | None:
        """Return the first day of entry that the row is for; what is needed where nothing is known has none."""
        if isinstance(self.row, VisaRow) and self.row.needs == "unknown":
            return None
        return self.row.first_entry(self.reading) if self.row is not None else None

    @property
    def certainty(self) -> Certainty | None:
        """Return how sure it is."""
        return self.row.certainty if self.row is not None else None


def visa_table(law: Law, day: date, reading: Reading) -> list[TableRow]:
    """List every citizenship but that of Kazakhstan with every kind of passport, by the codes of the countries."""
    countries = {country for row in (*law.regimes, *law.visas) for country in row.countries} - _home(law)
    return [
        TableRow(
            country,
            passport,
            regime_on(law, country, passport, day, reading) or visa_on(law, country, passport, day, reading),
            reading,
        )
        for country in sorted(countries)
        for passport in PASSPORTS
    ]


def _home(law: Law) -> set[str]:
    return {country for row in law.visas if row.needs == "citizen" for country in row.countries}
