"""Tables: a text read as one, at whatever sign its cells are cut."""

from __future__ import annotations

from datetime import date

import msgspec

from kzstay.imports import gridded
from kzstay.imports.result import Answers, Evidence
from kzstay.imports.separators import cuts


def evidence(written: str, today: date, answers: Answers) -> Evidence | None:
    """Return what a table in a text says; None where it is none."""
    for cut in cuts(written, today):
        found = gridded.evidence(cut.grid, today, answers)
        if found is not None:
            return msgspec.structs.replace(found, refused=cut.refused + found.refused)
    return None
