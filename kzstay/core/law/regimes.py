"""Regimes: which one applies to whom on which day of entry, and what its limits are under a reading."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import msgspec

from kzstay.core.case import PassportKind
from kzstay.core.law.loading import Law, Term
from kzstay.core.law.schema import LimitRow, Regime, VisaRow
from kzstay.core.limits import Limit
from kzstay.core.readings import Reading


class BoundLimit(msgspec.Struct, frozen=True):
    """A limit as one reading takes it; it counts no day before it begins."""

    row: LimitRow
    rule: Limit
    begins: date | None
    named: tuple[bool, str]  # its kind, behind what puts the term of an entry first

    @classmethod
    def of(cls, row: LimitRow, look_back: int, reading: Reading) -> BoundLimit:
        """Return a limit of a row; ``look_back`` days are added to a rolling period."""
        return cls(row, row.rule(look_back), row.begins(reading), (row.kind != "per-entry", row.kind))


def regime_on(law: Law, citizenship: str, passport: PassportKind, entry: date, reading: Reading) -> Regime | None:
    """Return the regime of a person who enters on a day, or None where the law data has none."""
    return regime_among(law.terms(citizenship, passport, reading), entry)


def regime_among(terms: Iterable[Term], entry: date) -> Regime | None:
    """Return the regime of those of a person that is for an entry on a day."""
    for first, last, regime in terms:
        if first <= entry <= last:
            return regime
    return None


def regime_of_all(terms: Iterable[Term], first: date, last: date) -> Regime | None:
    """Return the regime of those of a person that is for every entry from the first to the last day."""
    for begins, ends, regime in terms:
        if begins <= last and first <= ends:
            return regime if begins <= first and last <= ends else None
    return None


def visa_on(law: Law, citizenship: str, passport: PassportKind, entry: date, reading: Reading) -> VisaRow | None:
    """Return what a person without a regime needs to enter on a day, or None where the law data has nothing."""
    for row in law.visas_by_person.get((citizenship, passport), ()):
        if row.in_force(entry, reading):
            return row
    return None


def beside_general(law: Law, regime: Regime, reading: Reading) -> str | None:
    """Name the open question by which the general limit may hold beside those of a regime.

    None where the regime ended before the general limit began.
    """
    last, begins = regime.last_entry(reading), law.general.limit.begins(reading)
    if last and begins and last < begins:
        return None
    counting = [limit for limit in regime.limits_under(reading) if limit.kind != "per-entry"]
    if not counting:
        return "treaty-without-window"
    forward = all(limit.kind == "forward" and limit.days >= law.general.limit.days for limit in counting)
    return "first-entry-window" if forward else None


def most_per_entry(law: Law, regime: Regime) -> int:
    """Return the days that an entry gives at most, by the reading that gives more."""
    known = law.entry_days.get(regime.id)
    if known is not None and known[0] is regime:
        return known[1]
    days = max(map(regime.days_per_entry, Reading))
    law.entry_days[regime.id] = regime, days
    return days


def limits_of(law: Law, regime: Regime, reading: Reading) -> tuple[BoundLimit, ...]:
    """Return the limits of a regime, and the general one where it is open whether it holds beside them.

    Source: ML 6(4) sets a limit for everybody unless a treaty sets another order. Whether a treaty does so that
    gives days but no window, or one that begins with the first entry and gives no fewer days, is open: the safe
    reading says that it does not.
    """
    known = law.bound_limits.get((regime.id, reading))
    if known is not None and known[0] is regime:
        return known[1]
    bound = _limits_of(law, regime, reading)
    law.bound_limits[regime.id, reading] = regime, bound  # for all travellers
    return bound


def _limits_of(law: Law, regime: Regime, reading: Reading) -> tuple[BoundLimit, ...]:
    look_back = law.settles("rolling-look-back", reading)
    bound = [BoundLimit.of(row, look_back, reading) for row in regime.limits_under(reading)]
    question = beside_general(law, regime, reading)
    if question and law.settles(question, reading):
        bound.append(BoundLimit.of(law.general.limit, look_back, reading))
    return tuple(bound)
