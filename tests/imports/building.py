"""Evidence in a few words, and what came of a source as days in text."""

from __future__ import annotations

import msgspec

from kzstay.imports.result import (
    NOBODY,
    Answers,
    Crossing,
    Evidence,
    FoundPermit,
    FoundStay,
    Origin,
    Person,
    Result,
)
from tests.helpers import day, permit, stay

TODAY = day("2026-11-26")
NOTHING_SAID = Answers()


def into(
    on: str, *, line: int = 1, place: str = "", minutes: int | None = None, person: Person = NOBODY
) -> Crossing:
    return Crossing(at=Origin(line), person=person, day=day(on), into=True, place=place, minutes=minutes)


def out(
    on: str, *, line: int = 1, place: str = "", minutes: int | None = None, person: Person = NOBODY
) -> Crossing:
    return msgspec.structs.replace(into(on, line=line, place=place, minutes=minutes, person=person), into=False)


def found(entry: str, leaving: str | None = None, *, line: int = 1, person: Person = NOBODY) -> FoundStay:
    return FoundStay(at=Origin(line, f"row {line}"), person=person, stay=stay(entry, leaving))


def found_permit(first: str, until: str, *, line: int = 1, person: Person = NOBODY) -> FoundPermit:
    return FoundPermit(at=Origin(line), person=person, permit=permit(first, until, "rvp"))


def table(*stays: FoundStay, crossings: tuple[Crossing, ...] = ()) -> Evidence:
    return Evidence(kind="table", stays=stays, crossings=crossings)


def days_of(result: Result, traveller: int = 0) -> list[tuple[str, str | None]]:
    """List the stays of a traveller as days."""
    if not result.travellers:
        return []
    return [
        (one.entry.isoformat(), one.exit.isoformat() if one.exit else None)
        for one in result.travellers[traveller].stays
    ]


def asked(result: Result) -> list[str]:
    return [question.code for question in result.questions]
