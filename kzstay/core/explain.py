"""Contributions: which stays gave which days to a limit, so that a number explains itself."""

from __future__ import annotations

import msgspec

from kzstay.core.days import DAY, Span
from kzstay.core.law.regimes import BoundLimit
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
        first = max(reckoning.traveller.stays[index].entry, free)
        last = min(reckoning.end(index), window.last)
        days = presence.days_in(first, last) if first <= last else 0
        if days:
            found.append(Contribution(index, Span(first, last), days))
            free = last + DAY
    return found
