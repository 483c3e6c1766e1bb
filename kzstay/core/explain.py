"""Explanation: what sets the last day of a stay, which stays gave which days, and where the readings part."""

from __future__ import annotations

import msgspec

from kzstay.core.assess import Assessment
from kzstay.core.days import DAY, Span
from kzstay.core.law.regimes import BoundLimit, beside_general
from kzstay.core.law.schema import LimitRow
from kzstay.core.limit_use import DUTY_THAT_SETS, Key, Use, key, stay_or_entry, uses
from kzstay.core.readings import Both, Reading
from kzstay.core.reckoning import Reckoning


class Contribution(msgspec.Struct, frozen=True):
    """The days that one stay gives to a window; a day shared with an earlier stay is the earlier one's."""

    stay: int
    span: Span
    days: int


def contributions(reckoning: Reckoning, limit: BoundLimit, window: Span) -> list[Contribution]:
    """List what each stay gives to the days that a limit looks at, in order of entry."""
    presence = reckoning.counted(limit)
    found: list[Contribution] = []
    free = window.first
    for index in reckoning.among(window.first, window.last):
        if not reckoning.history.counts(index):
            continue
        first = max(reckoning.traveller.stays[index].entry, free)
        last = min(reckoning.end(index), window.last)
        days = presence.days_in(first, last) if first <= last else 0
        if days:
            found.append(Contribution(index, Span(first, last), days))
            free = last + DAY
    return found


# What sets a day


def set_by(a: Assessment, index: int) -> Both[str | None]:
    """Name what sets the last day of a stay in each reading; None where one knows of nothing that does.

    Of the present stay it is what sets the day that holds now.
    """
    return Both(_because(a.pair.safe, index), _because(a.pair.usual, index))


def articles_of(a: Assessment, index: int) -> list[str]:
    """List the articles of what sets the last day of a stay; none where nothing is known to."""
    because, regime = _because(a.reckoning, index), a.reckoning.verdict(index).regime
    order = a.reckoning.history.ruling(index) if because == "ruling" else None
    if order and order.kind == "shortened":
        return a.law.shortened.articles
    if because == "transport":
        return a.law.transport.articles
    if because in DUTY_THAT_SETS:
        return a.law.duties[DUTY_THAT_SETS[because]].articles
    return regime.articles if because and regime else []


def _because(reckoning: Reckoning, index: int) -> str | None:
    return reckoning.leave_by(index)[1] if index == reckoning.current else reckoning.verdict(index).because


# Where the readings part


def uses_of(a: Assessment, index: int | None) -> Both[dict[Key, Use]]:
    """Return the limits of a stay, or of an entry on the day, with what is used of them, in each reading."""

    def found(reading: Reading) -> dict[Key, Use]:
        reckoning = a.pair.under(reading)
        return {key(limit): (limit, use) for limit, use in uses(reckoning, stay_or_entry(reckoning, index))}

    return Both.of(found)


def own_limits(a: Assessment, index: int | None) -> Both[list[LimitRow]]:
    """List, for each reading, the limits that it takes and the other does not, as sources differ."""
    found = uses_of(a, index)

    def only(mine: dict[Key, Use], theirs: dict[Key, Use]) -> list[LimitRow]:
        return [limit.row for name, (limit, _) in mine.items() if name not in theirs and limit.row.reading]

    return Both(only(found.safe, found.usual), only(found.usual, found.safe))


def questions_of(a: Assessment, index: int | None) -> list[str]:
    """List the open questions that bear on the count of days of a stay, or of an entry on the day."""
    found, rows = uses_of(a, index), a.law.general
    regime = a.pair.safe.regime(stay_or_entry(a.pair.safe, index).entry)
    beside = beside_general(a.law, regime, Reading.SAFE) if regime else None
    general = any(limit.row is rows.limit for limit, _ in found.safe.values())
    bears = {
        "rolling-look-back": any(limit.row.kind == "rolling" for limit, _ in found.usual.values()),
        "treaty-without-window": general and beside == "treaty-without-window",
        "first-entry-window": general and beside == "first-entry-window",
        "days-before-limit": any(use.left_out for _, use in [*found.safe.values(), *found.usual.values()]),
        "visa-days": index is not None
        and a.pair.safe.history.cover(index).spans != a.pair.usual.history.cover(index).spans,
    }
    return [code for code, does in bears.items() if does]
