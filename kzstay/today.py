"""Today: the one place that asks the clock what day it is, and that is the day in Kazakhstan."""

from __future__ import annotations

import time
from datetime import UTC, date, datetime, timedelta

from kzstay.core.case import FIRST_DAY, LAST_DAY, nearest_of_these_years

HOUR = 3600
DAY = 24 * HOUR
# All of Kazakhstan is five hours ahead of UTC since 1 March 2024, in summer and in winter
AHEAD = 5 * HOUR
ONE_ZONE_FROM = datetime(2024, 2, 29, 18, tzinfo=UTC)  # at midnight in Almaty
ALMATY_BEFORE = 6 * HOUR  # where most borders and airports are; the west was an hour behind
_EPOCH = date(1970, 1, 1).toordinal()


def today() -> date:
    """Return the civil day of Kazakhstan, wherever this machine is, within the years that are reckoned with."""
    now = time.time()
    try:
        day = date.fromordinal(_EPOCH + int((now + AHEAD) // DAY))
    except (OverflowError, ValueError):  # a clock beyond what a date can be
        day = LAST_DAY if now > 0 else FIRST_DAY
    return nearest_of_these_years(day)


def local(moment: datetime) -> datetime:
    """Return a moment as the clocks of Kazakhstan show it; one without a zone is taken for that already.

    Raises OverflowError for one beyond what a date can be.
    """
    if moment.tzinfo is None:
        return moment
    ahead = AHEAD if moment >= ONE_ZONE_FROM else ALMATY_BEFORE
    return (moment.astimezone(UTC) + timedelta(seconds=ahead)).replace(tzinfo=None)


def seconds_to_midnight() -> float:
    """Return how long this day lasts yet, an hour at most: machines sleep, and clocks are set."""
    return min(DAY - (time.time() + AHEAD) % DAY, HOUR)
