"""Overstay: the days over of all stays together.

Most people never stay too long, and that is seen of all their stays at once: judged are those that may be over.
"""

from __future__ import annotations

from collections.abc import Collection

from kzstay.core.law.regimes import BoundLimit, regime_of_all
from kzstay.core.limits import PerEntry, Rolling
from kzstay.core.reckoning import Reckoning


def overstay_days(reckoning: Reckoning) -> int:
    """Count the days on which the stays of a traveller were too long, those of planned ones too."""
    return sum([reckoning.verdict(index).overstay_days for index in _doubtful(reckoning)])


def _doubtful(reckoning: Reckoning) -> Collection[int]:
    """Return the stays that may be too long: all of them where what the limits allow is not plain."""
    traveller, history = reckoning.traveller, reckoning.history
    entries, every = history.entries, range(len(traveller.stays))
    if traveller.permits or traveller.rulings or {stay.citizenship for stay in traveller.stays} != {None}:
        return every  # or there is none
    if reckoning.open is not None and entries[-1] > reckoning.on:
        return every  # before a stay to come the present one is taken to be used up
    regime = regime_of_all(reckoning.own, entries[0], entries[-1])
    if regime is None:
        return every
    found: set[int] = set()
    for limit in reckoning.limits(regime):
        beyond = _beyond(reckoning, limit)
        if beyond is None:
            return every
        found.update(beyond)
    return found


def _beyond(reckoning: Reckoning, limit: BoundLimit) -> list[int] | None:
    """List the stays whose last day has more days before it than a limit allows; None where it is no plain one."""
    stays, ends, presence = reckoning.traveller.stays, reckoning.history.ends, reckoning.presence
    rule, begins = limit.rule, limit.begins
    if isinstance(rule, PerEntry):
        if presence.longest <= rule.limit:
            return []
        return [index for index, stay in enumerate(stays) if (ends[index] - stay.entry).days >= rule.limit]
    # Of a stay that began before the limit all days are held against it
    if isinstance(rule, Rolling) and (begins is None or begins <= reckoning.history.entries[0]):
        if not presence.over(rule.limit, rule.period):
            return []
        return [index for index, end in enumerate(ends) if rule.used(presence, end) > rule.limit]
    return None
