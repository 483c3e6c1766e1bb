"""Which regime applies to whom on which day of entry, and what its limits are under a reading."""

from __future__ import annotations

from datetime import date

import msgspec

from kzstay.core.case import PassportKind
from kzstay.core.law import Law, LimitRow, Reading, Regime
from kzstay.core.limits import Counting, Limit


class BoundLimit(msgspec.Struct, frozen=True):
    """A limit as one reading takes it; it counts no day before it begins."""

    row: LimitRow
    rule: Limit
    begins: date | None


def regime_on(law: Law, citizenship: str, passport: PassportKind, entry: date, reading: Reading) -> Regime | None:
    """Return the regime of a person who enters on a day, or None where the law data has none."""
    for regime in law.by_person.get((citizenship, passport), ()):
        if regime.in_force(entry, reading):
            return regime
    return None


def limits_of(law: Law, regime: Regime, reading: Reading) -> tuple[BoundLimit, ...]:
    """Return the limits of a regime, and the general one where a treaty names no window.

    Source: ML 6(4) sets a limit for everybody unless a treaty sets another order; whether a treaty
    that gives days but no window does so is open, and the safe reading says that it does not.
    """
    rows = [row for row in regime.limits if row.reading in (None, reading)]
    look_back = law.settles("rolling-look-back", reading)
    bound = [BoundLimit(row, row.rule(look_back), row.begins(reading)) for row in rows]
    counted = any(isinstance(limit.rule, Counting) for limit in bound)
    if not counted and law.settles("treaty-without-window", reading):
        bound.append(BoundLimit(law.general, law.general.rule(look_back), law.general.begins(reading)))
    return tuple(bound)
