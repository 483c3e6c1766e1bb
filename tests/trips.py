"""Travellers with something to plan, on 22 November 2026, for what plans say and what the Plan page shows."""

from __future__ import annotations

from tests.helpers import stay, traveller

OUTSIDE = traveller("DE", stay("2026-09-01", "2026-09-20"))
# 90 in 180: 60 days are used, 23 of the 30 left are planned for January
NEEDED = traveller(
    "DE", stay("2026-08-01", "2026-08-30"), stay("2026-09-05", "2026-10-04"), stay("2027-01-02", "2027-01-24")
)
USED_UP = traveller(
    "DE", stay("2026-08-01", "2026-08-30"), stay("2026-09-01", "2026-09-30"), stay("2026-10-02", "2026-10-31")
)
NEXT = traveller("DE", stay("2026-12-11", "2026-12-20"))
