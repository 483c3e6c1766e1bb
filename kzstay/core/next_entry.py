"""Next entry: when one may come again and for how long, with what is planned, and what that assumes."""

from __future__ import annotations

from datetime import date

import msgspec

from kzstay.core.earliest import after_this, assumed_exit, counted_exit
from kzstay.core.plan import earliest_entry, longest_stay
from kzstay.core.reckoning import Reckoning


class NextEntry(msgspec.Struct, frozen=True):
    """The first day on which a new stay may begin, and how long it may last."""

    day: date
    days: int  # at most, so that every stay that is planned later remains lawful
    by_history: int  # at most, looking at nothing that is planned later
    assumes: date | None  # the day on which the present stay is taken to end; None where its exit is known
    counted_to: date | None = None  # a later day to which its days are counted all the same


def next_entry(reckoning: Reckoning) -> NextEntry | None:
    """Return when a new stay may begin.

    None where an entry is refused, no regime is known, what is planned leaves no room for one, or this stay was
    ordered to end on a day that was not entered.
    """
    if reckoning.ordered_without_day:
        return None
    assumed = assumed_exit(reckoning)
    day = earliest_entry(reckoning, 1, after_this(reckoning, assumed))
    found = longest_stay(reckoning, day) if day else None
    if day is None or found is None:
        return None
    return NextEntry(day, found.days, found.history_only, assumed, counted_exit(reckoning, assumed))


def by_history_today(reckoning: Reckoning) -> int:
    """Count the days that somebody outside could stay from the day of reckoning on, if nothing were planned."""
    bound = reckoning.binding(reckoning.on, projected=True) if reckoning.current is None else None
    return (bound[0] - reckoning.on).days + 1 if bound else 0
