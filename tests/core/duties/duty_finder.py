"""Ask for the duties of a person by their kind."""

from __future__ import annotations

from kzstay.core.assess import assess
from kzstay.core.case import PassportKind, Traveller
from kzstay.core.duties import Duty
from kzstay.core.readings import Reading
from tests.core.builders import LAW, SAFE, USUAL
from tests.helpers import day, stay, traveller


def duties(person: Traveller, on: str, reading: Reading = SAFE) -> list[Duty]:
    return assess(person, day(on), LAW, reading).duties


def find(kind: str, person: Traveller, on: str, reading: Reading = SAFE) -> list[Duty]:
    return [duty for duty in duties(person, on, reading) if duty.kind == kind]


def only(kind: str, person: Traveller, on: str, reading: Reading = SAFE) -> Duty:
    (found,) = find(kind, person, on, reading)
    return found


def due(kind: str, person: Traveller, on: str) -> tuple[str, str]:
    both = only(kind, person, on).due
    return both.safe.isoformat(), both.usual.isoformat()


def states(kind: str, person: Traveller, on: str) -> tuple[str, str]:
    """Say the state in the safe and in the usual reading."""
    return only(kind, person, on, SAFE).state, only(kind, person, on, USUAL).state


def german(
    exit: str | None = None,  # noqa: A002
    born: str | None = None,
    passport: PassportKind = "national",
) -> Traveller:
    """Make one who entered on 11 November 2026 and may stay for 30 days, to 10 December."""
    return traveller("DE", stay("2026-11-11", exit), born=born, passport=passport)
