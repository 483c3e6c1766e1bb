"""To be written."""

from __future__ import annotations

from datetime import date

from kzstay.imports.result import Answers, Evidence


def evidence(written: str, today: date, answers: Answers) -> Evidence | None:
    """Return what is said; None where it is none of that shape."""
    return None
