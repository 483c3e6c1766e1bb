"""Summary: the answer for one traveller as one row, for tables of many people and for other programs.

The columns of ``kzstay batch`` are the fields, in their order. Each says what ``kzstay check --json`` says of the
same traveller, on the same day and under the same reading.
"""

from __future__ import annotations

from datetime import date

import msgspec

from kzstay.core import agenda
from kzstay.core.assess import Assessment
from kzstay.core.limit_use import tightest
from kzstay.core.overstay import overstay_days
from kzstay.core.verdict import Standing

_FORBIDDEN = (Standing.BARRED, Standing.ORDERED)


class Summary(msgspec.Struct, frozen=True):
    """What is to be told of one traveller in one row; None where there is nothing to tell."""

    traveller: str
    citizenship: str
    on: date
    standing: Standing
    leave_by: date | None  # the last day of the present stay under the reading, a later one that was ordered
    because: str | None  # what sets that day: a kind of limit, "permit", "ruling", "prolongation" or a refusal
    days_left: int | None  # from the day of reckoning to that day; negative after it
    used: int | None  # days of the limit that counts days and binds, else of that which leaves the fewest
    remaining: int | None  # the days that the same limit leaves; negative after an overstay
    overstay_days: int  # of all stays together, also what a planned one is too long
    next_entry: date | None  # the first day of a next stay; after the present one, if that lasts as long as it may
    next_days: int | None  # how long it may last, so that every stay that is planned later remains lawful
    next_duty: (
        str | None
    )  # of the present stay and of rulings what is to be done first; to leave is told by leave_by
    next_due: date | None  # its last day
    missed: int  # duties of all stays and rulings whose day is over and that were not done

    @property
    def sound(self) -> bool:
        """Tell whether nothing forbids, nothing is overstayed and nothing was missed."""
        return not self.overstay_days and not self.missed and self.standing not in _FORBIDDEN


def summary(a: Assessment) -> Summary:
    """Return the row of a traveller; no more is worked out than it tells."""
    leave_by, until, duty = a.leave_by, a.day_to_leave, agenda.next_task(a)
    because = leave_by and leave_by.because
    use, following = tightest(a.reckoning, because), a.next_entry
    return Summary(
        traveller=a.traveller.name,
        citizenship=a.traveller.citizenship,
        on=a.on,
        standing=a.standing,
        leave_by=until,
        because=because if until == a.leave_until else "ruling",  # an order may give another day than the stays do
        days_left=None if until is None else (until - a.on).days,
        used=None if use is None else use[0],
        remaining=None if use is None else use[1],
        overstay_days=0 if a.citizen else overstay_days(a.reckoning),  # nothing of all this is for a citizen
        next_entry=None if following is None else following.day,
        next_days=None if following is None else following.days,
        next_duty=None if duty is None else duty.kind,
        next_due=None if duty is None else agenda.day_ahead(a, duty),
        missed=a.missed,
    )
