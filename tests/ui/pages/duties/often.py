"""Somebody who came often, and of whose notices nobody wrote anything down."""

from __future__ import annotations

from tests.helpers import stay, traveller

PAST = [stay(f"2026-0{month}-05", f"2026-0{month}-10") for month in range(1, 9)]
OFTEN = traveller("DE", *PAST, stay("2026-11-11"))
