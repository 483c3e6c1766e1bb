"""Stays that several tests begin with."""

from __future__ import annotations

from tests.helpers import stay

# Three stays of 30 days each: 1-30 January, 10 February - 11 March, 1-30 April
NINETY = (
    stay("2026-01-01", "2026-01-30"),
    stay("2026-02-10", "2026-03-11"),
    stay("2026-04-01", "2026-04-30"),
)
THREE_FORTNIGHTS = (
    stay("2026-01-01", "2026-01-14"),
    stay("2026-02-01", "2026-02-14"),
    stay("2026-03-01", "2026-03-14"),
)
NOVEMBER = (stay("2025-11-01", "2025-11-30"),)
# Korea's sixty days, both stays after the decree of August 2025: 21 + 9 and 12 + 18 days
KOREAN = (stay("2025-09-10", "2025-10-09"), stay("2025-10-20", "2025-11-18"))
