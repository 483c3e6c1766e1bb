"""Regimes: which one applies to whom on which day of entry, and what its limits are under a reading."""

from __future__ import annotations

from datetime import date

import msgspec

from kzstay.core.case import PassportKind
from kzstay.core.law.loading import Law
from kzstay.core.law.schema import LimitRow, Regime, VisaRow
from kzstay.core.limits import Counting, Limit
from kzstay.core.readings import Reading


class BoundLimit(msgspec.Struct, frozen=True):
    """A limit as one reading takes it; it counts no day before it begins."""

    row: LimitRow
    rule: Limit
    begins: date | None

    @property
    def named(self) -> tuple[bool, str]:
        """Return the kind of limit, behind what puts the term of an entry first."""
        return self.row.kind != "per-entry", self.row.kind


def regime_on(law: Law, citizenship: str, passport: PassportKind, entry: date, reading: Reading) -> Regime | None:
    """Return the regime of a person who enters on a day, or None where the law data has none."""
    for first, last, regime in law.terms(citizenship, passport, reading):
        if first <= entry <= last:
            return regime
    return None


def visa_on(law: Law, citizenship: str, passport: PassportKind, entry: date, reading: Reading) -> VisaRow | None:
    """Return what a person without a regime needs to enter on a day, or None where the law data has nothing."""
    for row in law.visas_by_person.get((citizenship, passport), ()):
        if row.in_force(entry, reading):
            return row
    return None


def limits_of(law: Law, regime: Regime, reading: Reading) -> tuple[BoundLimit, ...]:
    """Return the limits of a regime, and the general one where a treaty names no window.

    Source: ML 6(4) sets a limit for everybody unless a treaty sets another order; whether a treaty
    that gives days but no window does so is open, and the safe reading says that it does not.
    """
    look_back = law.settles("rolling-look-back", reading)
    bound = [BoundLimit(row, row.rule(look_back), row.begins(reading)) for row in regime.limits_under(reading)]
    counted = any(isinstance(limit.rule, Counting) for limit in bound)
    if not counted and law.settles("treaty-without-window", reading):
        general = law.general.limit
        bound.append(BoundLimit(general, general.rule(look_back), general.begins(reading)))
    return tuple(bound)
