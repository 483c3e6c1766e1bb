"""Stays of the past that several tests begin with; what each comes to is worked out here once."""

from __future__ import annotations

from tests.helpers import stay

# Three stays of 30 days each: 1-30 January, 10 February - 11 March, 1-30 April
NINETY = (
    stay("2026-01-01", "2026-01-30"),
    stay("2026-02-10", "2026-03-11"),
    stay("2026-04-01", "2026-04-30"),
)
# 30 + 30 + 10 days. Entered on 10 June, the 20 days that are left of 90 end on 29 June. On 30 June 1 January
# leaves 180 days, though not yet 181, and each later day makes room for one more: the usual count goes on to
# the 30th day of the entry, 9 July
PARTING = (
    stay("2026-01-01", "2026-01-30"),
    stay("2026-02-20", "2026-03-21"),
    stay("2026-05-01", "2026-05-10"),
)
THREE_FORTNIGHTS = (
    stay("2026-01-01", "2026-01-14"),
    stay("2026-02-01", "2026-02-14"),
    stay("2026-03-01", "2026-03-14"),
)
NOVEMBER = (stay("2025-11-01", "2025-11-30"),)
# Korea's sixty days, both stays after the decree of August 2025: 21 + 9 and 12 + 18 days
KOREAN = (stay("2025-09-10", "2025-10-09"), stay("2025-10-20", "2025-11-18"))
