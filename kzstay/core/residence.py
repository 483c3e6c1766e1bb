"""Residence, the days that one who lives here permanently has been here, of those that the law asks for.

Source: ML 49(1)(13): in any 12 months in a row from the day on which the permit was issued. Months that are
long over are a ground too, so all of them are looked at.
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
    ends: date  # the last day of these months: later than the day of reckoning in the first ones of the permit
    possible: int  # to the end of the first 12 months of the permit, else to the day of reckoning
    least: int | None  # the days of presence in those months that had the fewest; None while none are over
    worst: Span | None  # these months; of several the last

    @property
    def missing(self) -> int:
        """Count the days that are missing yet."""
        return max(0, self.needed - self.present)

    @property
    def short(self) -> bool:
        """Tell whether the days were not or cannot be reached any more, so that the permit may be annulled."""
        return self.possible < self.needed or self.fell_short

    @property
    def fell_short(self) -> bool:
        """Tell whether there were months that are over and had too few days."""
        return self.least is not None and self.least < self.needed


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
    worst = _worst(reckoning, issued)
    return ResidenceUse(
        needed=row.days,
        months=row.months,
        present=here.days_in(first, on),
        window=Span(first, on),
        ends=last,
        possible=here.days_in(last - length + DAY, on) + ahead,
        least=here.days_in(worst.first, worst.last) if worst else None,
        worst=worst,
    )


def _worst(reckoning: Reckoning, issued: date) -> Span | None:
    """Return of all months in a row that are over those with the fewest days here; of several the last.

    The permit is issued to somebody who is here: where the first stay is later, those before were not entered, and
    nothing is said of the months before it.
    """
    on, here = reckoning.on, reckoning.history.present
    length = relativedelta(months=reckoning.law.residence.months)
    entered = next(here.spans(), None)
    if entered is None:
        return None
    earliest = max(issued, entered.first) + length - DAY
    if on < earliest:
        return None
    # As the months go on by a day the count changes only where a stay comes in or goes out, or where a month is
    # shorter than the one a year before: it is least beside one of these days
    edges = {earliest, on}
    for span in here.spans():
        edges.update((span.first - DAY, span.last + length))
    edges.update(date(year, 3, 1) for year in range(earliest.year, on.year + 1))
    ends = {end + DAY * beside for end in edges for beside in (-1, 0, 1)}
    months = [Span(end - length + DAY, end) for end in ends if earliest <= end <= on]
    return min(months, key=lambda one: (here.days_in(one.first, one.last), -one.last.toordinal()))


def _issued(reckoning: Reckoning) -> date | None:
    """Return since when permits to live here follow one another up to the day of reckoning."""
    held = sorted(
        (permit.first, permit.until)
        for permit in reckoning.history.holder.permits
        if permit.kind == "residence" and permit.first <= reckoning.on
    )
    issued = reaches = None
    for first, until in held:
        if reaches is None or first > reaches + DAY:
            issued, reaches = first, until
        else:
            reaches = max(reaches, until)
    return issued if reaches is not None and reaches >= reckoning.on else None
