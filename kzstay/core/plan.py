"""How long a stay may last that is entered on a day, over the whole plan and by history alone."""

from __future__ import annotations

from datetime import date

import msgspec

from kzstay.core.days import DAY
from kzstay.core.limits import Rolling
from kzstay.core.reckoning import Reckoning


class Longest(msgspec.Struct, frozen=True):
    """The longest stay on a day, and what binds it."""

    days: int
    because: str  # the kind of limit, or "stay" where a later stay comes first or needs the days
    history_only: int


def longest_stay(reckoning: Reckoning, entry: date) -> Longest | None:
    """Return the longest stay entered on a day that keeps every later stay lawful.

    None where no regime is known for that day, or the day is one of a stay already.
    """
    bound = reckoning.binding(entry, projected=True)
    regime = reckoning.regime(entry)
    if bound is None or entry in reckoning.projected:
        return None
    history = max(0, (bound[0] - entry).days + 1)
    days, because = history, bound[1]
    # Days under a permit take nothing from later visa-free stays
    visa_free = reckoning.limits(regime) if regime is not None and because != "permit" else ()
    for limit in visa_free:
        if isinstance(limit.rule, Rolling):
            kept = limit.rule.longest_stay(reckoning.counted(limit, projected=True), entry, keep_later=True)
            if kept < days:
                days, because = kept, "stay"
    later = [stay.entry for stay in reckoning.traveller.stays if stay.entry > entry]
    if later and (room := (min(later) - entry) // DAY) < days:
        days, because = room, "stay"
    return Longest(days, because, history)
