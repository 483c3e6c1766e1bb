"""A clock that stands somewhere in the world, a minute before or after its midnight."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest

# Kiritimati is a day ahead of half the world. Santiago moves its clock at midnight, so that the night to
# 6 September 2026 has none
moments = pytest.mark.parametrize(
    ("zone", "moment"),
    [
        ("Pacific/Kiritimati", "2026-11-22T23:59"),
        ("Pacific/Kiritimati", "2026-11-23T00:01"),
        ("America/Santiago", "2026-11-22T23:59"),
        ("America/Santiago", "2026-11-23T00:01"),
        ("America/Santiago", "2026-09-05T23:59"),
        ("America/Santiago", "2026-09-06T01:01"),
    ],
)
KAZAKHSTAN = timezone(timedelta(hours=5))
zones = pytest.mark.skipif(sys.platform == "win32", reason="Windows takes no zone from the environment")


@contextmanager
def clock(zone: str, moment: str) -> Iterator[date]:
    """Let this process stand in a zone at a moment of its clock; give the day that it is in Kazakhstan then."""
    there = datetime.fromisoformat(moment).replace(tzinfo=ZoneInfo(zone))
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TZ", zone)
        patch.setattr(time, "time", there.timestamp)  # which date.today asks
        time.tzset()
        assert date.today() == there.date()  # noqa: DTZ011 - the clock of the test is set
        yield there.astimezone(KAZAKHSTAN).date()
    time.tzset()
