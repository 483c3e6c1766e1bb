"""Residence, the days that one who lives here permanently has been here, of those that the law asks for.

Source: ML 49(1)(13): in any 12 months in a row from the day on which the permit was issued.
"""

from __future__ import annotations

from datetime import date

import msgspec
from dateutil.relativedelta import relativedelta

from kzstay.core.days import DAY, Span
from kzstay.core.reckoning import Reckoning


class ResidenceUse(msgspec.Struct, frozen=True):
    """The days of presence in the last months, and how many may still be reached."""

    needed: int
    months: int
    present: int
    window: Span  # the days that are looked at, the day of reckoning the last
    possible: int  # to the end of the first 12 months of the permit, else to the day of reckoning

    @property
    def missing(self) -> int:
        """Count the days that are missing yet."""
        return max(0, self.needed - self.present)

    @property
    def short(self) -> bool:
        """Tell whether the days cannot be reached any more, so that the permit may be annulled."""
        return self.possible < self.needed


def residence_use(reckoning: Reckoning) -> ResidenceUse | None:
    """Return how many days one who lives here permanently has been here; None without a permit to do so."""
    issued = _issued(reckoning)
    if issued is None:
        return None
    row, on, here = reckoning.law.residence, reckoning.on, reckoning.history.present
    length = relativedelta(months=row.months)
    first = max(issued, on - length + DAY)
    # Later 12 months only lose days on which one was away: those that end now, or are the first, are the tightest
    last = max(on, issued + length - DAY)
    ahead = (last - on).days
    return ResidenceUse(
        needed=row.days,
        months=row.months,
        present=here.days_in(first, on),
        window=Span(first, on),
        possible=here.days_in(last - length + DAY, on) + ahead,
    )


def _issued(reckoning: Reckoning) -> date | None:
    """Return since when permits to live here follow one another up to the day of reckoning."""
    held = sorted(
        (permit.first, permit.until)
        for permit in reckoning.traveller.permits
        if permit.kind == "residence" and permit.first <= reckoning.on
    )
    issued = reaches = None
    for first, until in held:
        if reaches is None or first > reaches + DAY:
            issued, reaches = first, until
        else:
            reaches = max(reaches, until)
    return issued if reaches is not None and reaches >= reckoning.on else None
