"""Age of the law data: what somebody should look up again, and which tables end soon; check_law.py tells it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from dateutil.relativedelta import relativedelta

from kzstay.core.law.loading import Law

SOON = 2  # so many months before a new year what is missing for it is asked for


def warnings(law: Law, today: date) -> Iterator[str]:
    """Yield what somebody should look up again on a day; nothing of it is wrong yet."""
    for key, edition in law.editions.items():
        if edition + relativedelta(years=1) < today:
            yield f"sources.toml: {key}: its edition of {edition} was read, which is more than a year old"
    soon = today + relativedelta(months=SOON)
    last = max(index.year for index in law.indexes)
    if last < soon.year:
        yield f"sanctions.toml: mci-{last}: the index of {last + 1} is missing"
    if law.calendar.confirmed_until < soon.year:
        year = law.calendar.confirmed_until
        yield f"kz-overrides.toml: confirmed_until: days off and Kurban Ait are confirmed to the end of {year}"
    if not law.calendar.covers(date(soon.year + 1, 12, 31)):
        yield f"kz.toml: the calendar ends on {law.calendar.last}: make it anew"
