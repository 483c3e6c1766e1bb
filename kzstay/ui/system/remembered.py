"""The choices of a person as they stand in their file, read with nothing that could delay the first look."""

from __future__ import annotations

import json
from contextlib import suppress
from typing import Any

from kzstay.ui.system.folders import settings_path

LARGEST = 2**20  # bytes of choices, which take hundreds


def remembered() -> dict[str, Any]:
    """Return the choices, none of them checked; none where the file cannot be read."""
    raw: object = None
    with suppress(OSError, ValueError, RecursionError), settings_path().open("rb") as file:
        raw = json.loads(file.read(LARGEST).decode())
    return raw if isinstance(raw, dict) else {}
