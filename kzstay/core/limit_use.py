"""Limit use: how many days of a limit are used on a day, which days it looks at, and when it ends a stay."""

from __future__ import annotations

from datetime import date

import msgspec

from kzstay.core.days import Presence, Span
from kzstay.core.law.regimes import BoundLimit, beside_general
from kzstay.core.law.schema import Row
from kzstay.core.limits import Counting
from kzstay.core.reckoning import Reckoning


class LimitUse(msgspec.Struct, frozen=True):
    """A limit on a day; what was used is None where it looks at one entry only."""

    kind: str
    days: int
    period: int | None = None
    used: int | None = None
    remaining: int | None = None
    window: Span | None = None
    left_out: date | None = None  # the day before which days of the window do not count


Use = tuple[BoundLimit, LimitUse]
Key = tuple[str, int, int | None]
# What ends a stay besides its limits, and the row of the law that says so
DUTY_THAT_SETS = {
    "permit": "permit-expiry",
    "ruling": "depart",
    "ban": "ban-end",
    "expulsion": "ban-end",
    "fine": "fine",
}


def key(limit: BoundLimit) -> Key:
    """Identify a limit in both readings."""
    return limit.row.kind, limit.row.days, limit.row.period


def use_of(reckoning: Reckoning, limit: BoundLimit, day: date, *, projected: bool) -> LimitUse:
    """Work out what of a limit is used on a day; ``projected`` takes the present stay to be used up."""
    rule = limit.rule
    if not isinstance(rule, Counting):
        return LimitUse(rule.kind, rule.limit)
    presence = reckoning.counted(limit, projected)
    used, window = rule.used(presence, day), rule.window(presence, day)
    left_out = limit.begins if reckoning.leaves_out(limit, window) else None
    return LimitUse(rule.kind, rule.limit, limit.row.period, used, rule.limit - used, window, left_out)


def limit_uses(reckoning: Reckoning, day: date | None = None) -> list[LimitUse]:
    """List the limits of the present stay, or of an entry on the day, with what is used on it."""
    day = day or reckoning.on
    current = reckoning.current
    regime = reckoning.regime(day if current is None else reckoning.here, current)
    limits = reckoning.limits(regime) if regime else ()
    return [use_of(reckoning, limit, day, projected=day > reckoning.on) for limit in limits]


def tightest(reckoning: Reckoning, because: str | None) -> tuple[int, int] | None:
    """Return the days used and left on the day of reckoning of the limit of some kind that counts days.

    Where none is of that kind it is the one that leaves the fewest; None where none counts days.
    """
    regime = reckoning.regime(reckoning.here, reckoning.current)
    found = [
        (limit.row.kind != because, limit.rule.remaining(reckoning.counted(limit), reckoning.on), limit.rule.limit)
        for limit in (reckoning.limits(regime) if regime else ())
        if isinstance(limit.rule, Counting)
    ]
    if not found:
        return None
    _, left, days = min(found)
    return days - left, left


class StayOrEntry(msgspec.Struct, frozen=True):
    """What limits are told of: a stay, or without one an entry on the day of reckoning."""

    stay: int | None
    entry: date
    day: date  # on which the days used are counted


def stay_or_entry(reckoning: Reckoning, stay: int | None) -> StayOrEntry:
    """Return what is looked at: the present stay on the day of reckoning, another on its last day."""
    if stay is None:
        return StayOrEntry(None, reckoning.on, reckoning.on)
    day = reckoning.on if stay == reckoning.current else reckoning.end(stay)
    return StayOrEntry(stay, reckoning.traveller.stays[stay].entry, day)


def uses(reckoning: Reckoning, about: StayOrEntry) -> list[Use]:
    """Pair the limits of a stay or an entry with what is used of them."""
    regime = reckoning.regime(about.entry, about.stay)
    limits = reckoning.limits(regime) if regime else ()
    projected = about.entry > reckoning.on
    return [(limit, use_of(reckoning, limit, about.day, projected=projected)) for limit in limits]


def last_by(reckoning: Reckoning, about: StayOrEntry, limit: BoundLimit) -> date | None:
    """Return the last day of a stay or an entry by one limit; None where nothing is left of it."""
    return limit.rule.last_lawful(_counted(reckoning, about, limit), about.entry)


def row_of(reckoning: Reckoning, about: StayOrEntry, limit: BoundLimit) -> Row:
    """Return the row of the law from which a limit comes."""
    regime = reckoning.regime(about.entry, about.stay)
    assert regime is not None  # without one there is no limit
    question = beside_general(reckoning.law, regime, reckoning.reading)
    if question and limit.row is reckoning.law.general.limit:
        return reckoning.law.questions[question]
    return regime


def _counted(reckoning: Reckoning, about: StayOrEntry, limit: BoundLimit) -> Presence:
    """Return the days that a limit counts; before a stay to come the present one is taken to be used up."""
    return reckoning.counted(limit, projected=about.entry > reckoning.on)
