"""Overstay: the days over of all stays together.

Most people never stay too long, and that is seen of all their stays at once: each is judged only where it is not.
"""

from __future__ import annotations

from datetime import timedelta

from kzstay.core.law.regimes import regime_of_all
from kzstay.core.limits import PerEntry, Rolling
from kzstay.core.reckoning import Reckoning


def overstay_days(reckoning: Reckoning) -> int:
    """Count the days on which the stays of a traveller were too long, those of planned ones too."""
    if not reckoning.traveller.stays or _all_within(reckoning):
        return 0
    return sum([reckoning.verdict(index).overstay_days for index in range(len(reckoning.traveller.stays))])


def _all_within(reckoning: Reckoning) -> bool:
    """Tell whether all stays are within their limits for sure; where that is not plain, they may be all the same.

    No day of a stay has more days before it than the limits allow in the fullest of their periods.
    """
    traveller, history = reckoning.traveller, reckoning.history
    entries = history.entries
    if traveller.permits or traveller.rulings or {stay.citizenship for stay in traveller.stays} != {None}:
        return False
    if entries[-1] > reckoning.on and reckoning.open is not None:
        return False  # before a stay to come the present one is taken to be used up
    regime = regime_of_all(reckoning.own, entries[0], entries[-1])
    if regime is None:
        return False
    longest = max([end - stay.entry for stay, end in zip(traveller.stays, history.ends, strict=True)])
    for limit in reckoning.limits(regime):
        if isinstance(limit.rule, PerEntry):
            within = longest < timedelta(days=limit.rule.limit)
        elif isinstance(limit.rule, Rolling):
            # Of a stay that began before the limit all days are held against it
            begun = limit.begins is None or limit.begins <= entries[0]
            within = begun and not reckoning.presence.over(limit.rule.limit, limit.rule.period)
        else:
            within = False
        if not within:
            return False
    return True
