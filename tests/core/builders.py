"""People and papers for the tests of the core: builders that tests/helpers.py has no need of, and made-up law."""

from __future__ import annotations

import dataclasses
from datetime import date

import msgspec

from kzstay.bundled import law
from kzstay.core.case import Permit, Ruling, Stay, Traveller
from kzstay.core.days import DAY
from kzstay.core.earliest import after_this, assumed_exit, entry_from
from kzstay.core.law.loading import Law
from kzstay.core.law.schema import GeneralRow, LimitRow, Regime
from kzstay.core.readings import Both, Reading
from kzstay.core.reckoning import Reckoning
from tests.helpers import day, maybe

LAW = law()
SAFE, USUAL = Reading.SAFE, Reading.USUAL


def coming(reckoning: Reckoning) -> tuple[date, int] | None:
    """Return the day of the next entry and its days, by history: whatever is planned later."""
    return entry_from(reckoning, after_this(reckoning, assumed_exit(reckoning)))


def visa(
    first: str, until: str, *, days: int | None = None, entries: int | None = None, period: int | None = None
) -> Permit:
    return Permit(kind="visa", first=day(first), until=day(until), days=days, entries=entries, period=period)


def fine(served: str, paid: str | None = None) -> Ruling:
    return Ruling(kind="fine", served=day(served), paid=maybe(paid))


def expulsion(served: str, leave_by: str | None = None, executed: str | None = None) -> Ruling:
    return Ruling(kind="expulsion", served=day(served), leave_by=maybe(leave_by), executed=maybe(executed))


def readmission(served: str, executed: str | None = None) -> Ruling:
    return Ruling(kind="readmission", served=day(served), executed=maybe(executed))


def ruled(person: Traveller, *rulings: Ruling) -> Traveller:
    return msgspec.structs.replace(person, rulings=rulings)


def reckon(person: Traveller, on: str, reading: Reading = SAFE) -> Reckoning:
    return Reckoning(person, day(on), LAW, reading)


def both(person: Traveller, on: str) -> Both[Reckoning]:
    return Both.of(lambda reading: reckon(person, on, reading))


def until(person: Traveller, on: str, index: int = -1) -> tuple[str | None, str | None]:
    """Say the last lawful day of a stay, by default the last, in the safe and in the usual reading."""
    index %= len(person.stays)
    ends = [reckon(person, on, reading).verdict(index).lawful_until for reading in Reading]
    safe, usual = [end.isoformat() if end else None for end in ends]
    return safe, usual


def planned(citizenship: str, start: date, gaps: list[tuple[int, int]]) -> Traveller:
    """Make one who stays now and then: so many days away (nought: out and in on one day), so many days here."""
    stays: list[Stay] = []
    for gap, length in gaps:
        entry = start + DAY * gap
        start = entry + DAY * (length - 1)
        stays.append(Stay(entry=entry, exit=start))
    return Traveller(name="A", citizenship=citizenship, stays=tuple(stays))


# A law of small numbers: whole plans fit into some weeks and can be tried day by day


def _regime(country: str, *limits: LimitRow) -> Regime:
    return Regime(
        id=f"small-{country}",
        countries=[country],
        passports=["national"],
        begins=date(2000, 1, 1),
        limits=list(limits),
        longer="rvp",
        source=["made up"],
        certainty="low",
    )


GENERAL = LimitRow("rolling", 8, 16)
SMALL_LIMITS: dict[str, tuple[LimitRow, ...]] = {
    "DE": (LimitRow("per-entry", 5), LimitRow("rolling", 7, 15)),
    "RU": (LimitRow("per-entry", 8), LimitRow("rolling", 8, 15)),
    "UA": (LimitRow("per-entry", 6), LimitRow("forward", 7, 15)),
    "RS": (LimitRow("per-entry", 5), LimitRow("calendar-year", 9)),
    "GE": (LimitRow("per-entry", 6),),
    "CU": (LimitRow("per-entry", 6), LimitRow("rolling", 7, 12), LimitRow("calendar-year", 11)),
}
SMALL: Law = dataclasses.replace(
    LAW,
    general=GeneralRow(limit=GENERAL, source=["made up"], certainty="low"),
    regimes=[_regime(country, *limits) for country, limits in SMALL_LIMITS.items()],
    visas=[],
)
