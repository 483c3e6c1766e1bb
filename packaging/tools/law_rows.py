"""Rows of the law, read one by one so that a slip has a name; ``check_law.py`` says what is wrong with them."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from kzstay.core.law.complaint_rows import ComplaintRow
from kzstay.core.law.entry_rows import GroundRow, PaperRow, PurposeRow, UseRow
from kzstay.core.law.schema import (
    ContractRow,
    DutyRow,
    FormerDuty,
    GeneralRow,
    Index,
    MinorRow,
    PartRow,
    PenalisedRow,
    PenaltyRow,
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

T = TypeVar("T", bound=msgspec.Struct)

# The table of a file, the type of its rows and the field that names a row
TABLES: dict[str, tuple[type[msgspec.Struct], str]] = {
    "regime": (Regime, "id"),
    "visa": (VisaRow, "id"),
    "general": (GeneralRow, ""),
    "duty": (DutyRow, "kind"),
    "penalty": (PenaltyRow, "id"),
    "repeated": (PenalisedRow, ""),
    "invitations": (PenalisedRow, ""),
    "part": (PartRow, "part"),
    "complaint": (ComplaintRow, "id"),
    "half-fine": (TermRow, ""),
    "lapse": (TermRow, ""),
    "checkpoint": (TermRow, ""),
    "minor": (MinorRow, ""),
    "shortened": (Shortened, ""),
    "expulsion-cost": (Row, ""),
    "told": (ToldRow, "code"),
    "contract": (ContractRow, ""),
    "transport": (Row, ""),
    "residence": (ResidenceRow, ""),
    "index": (Index, "year"),
    "question": (Question, "id"),
    "prolongation": (Prolongation, "id"),
    "former": (FormerDuty, "id"),
    "purpose": (PurposeRow, "id"),
    "use": (UseRow, "id"),
    "paper": (PaperRow, "id"),
    "ground": (GroundRow, "id"),
}
# What is said on a command line has short names, which rows of other tables have too
PREFIXES = {"purpose": "purpose-"}


@dataclass(frozen=True)
class Told:
    """A row with the file and the name it stands under."""

    file: str
    name: str
    row: msgspec.Struct

    def says(self, what: str) -> str:
        """Make a finding of it."""
        return f"{self.file}: {self.name}: {what}"


@dataclass
class Found:
    """What a folder of the law holds, and what is wrong with it so far."""

    rows: list[Told] = field(default_factory=list[Told])
    sources: dict[str, Source] = field(default_factory=dict[str, Source])
    collected: date | None = None
    findings: list[str] = field(default_factory=list[str])

    def add(self, finding: str) -> None:
        """Note what is wrong."""
        self.findings.append(finding)


def read(law: Path) -> Found:
    """Read every row of a folder that can be read, and tell of those that cannot."""
    found = Found()
    files = {path: _toml(path, law, found) for path in [*sorted(law.glob("*.toml")), *_regimes(law)]}
    groups = {name: codes for made in files.values() for name, codes in made.get("groups", {}).items()}
    for path, made in files.items():
        file = path.relative_to(law).as_posix()
        for key, source in made.get("source", {}).items():
            if (row := _row(source, Source, file, key, found)) is not None:
                found.sources[key] = row
        for table, (kind, named) in TABLES.items():
            rows = made.get(table, [])
            for number, raw in enumerate(rows if isinstance(rows, list) else [rows], 1):
                name = str(raw.get(named, f"{table} {number}")) if named else table
                name = PREFIXES.get(table, "") + name
                if "group" in raw and raw["group"] not in groups:
                    found.add(f"{file}: {name}: no group is called {raw['group']}")
                    continue
                whole = raw | {"countries": groups[raw["group"]]} if "group" in raw else raw
                if (row := _row(whole, kind, file, name, found)) is not None:
                    found.rows.append(Told(file, row.name if isinstance(row, Index) else name, row))
        if isinstance(made.get("collected"), date):
            found.collected = made["collected"]
    if found.collected is None:
        found.add("sources.toml: collected: the day on which the law was gathered is missing")
    return found


def _regimes(law: Path) -> list[Path]:
    return sorted((law / "regimes").glob("*.toml"))


def _toml(path: Path, law: Path, found: Found) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        found.add(f"{path.relative_to(law).as_posix()}: the file: {error}")
        return {}


def _row(raw: object, kind: type[T], file: str, name: str, found: Found) -> T | None:
    try:
        return msgspec.convert(raw, kind)
    except msgspec.ValidationError as error:
        found.add(f"{file}: {name}: {error}")
        return None
