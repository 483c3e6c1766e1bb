"""Today: the one place that asks the clock what day it is."""

from __future__ import annotations

import time
from datetime import date, timedelta

from kzstay.core.case import FIRST_DAY, LAST_DAY, nearest_of_these_years

HOUR = 3600


def today() -> date:
    """Return the civil day of this machine, within the years that are reckoned with."""
    try:
        day = date.today()  # noqa: DTZ011 - the person's own day
    except (OverflowError, ValueError, OSError):  # a clock beyond what a date can be
        day = LAST_DAY if time.time() > 0 else FIRST_DAY
    return nearest_of_these_years(day)


def seconds_to_midnight() -> float:
    """Return how long this day lasts yet, an hour at most: machines sleep, and clocks are set."""
    now = time.time()
    try:
        tomorrow = date.today() + timedelta(days=1)  # noqa: DTZ011 - as above
        left = time.mktime(tomorrow.timetuple()) - now
    except (OverflowError, ValueError, OSError):
        return HOUR
    return min(max(left, 0), HOUR)
