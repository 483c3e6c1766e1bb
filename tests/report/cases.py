"""The example that the design shows: a German with four stays behind and one ahead, on 22 November 2026."""

from __future__ import annotations

from tests.helpers import stay, traveller

GERMAN = traveller(
    "DE",
    stay("2026-05-20", "2026-06-08"),
    stay("2026-07-14", "2026-08-09"),
    stay("2026-09-20", "2026-10-04"),
    stay("2026-11-11", notified="2026-11-13"),
    stay("2027-01-08", "2027-01-24"),
)
