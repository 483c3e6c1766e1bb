"""Tables: a text read as one, at whatever sign its cells are cut."""

from __future__ import annotations

import re
from datetime import date

import msgspec

from kzstay.imports import flights, gridded
from kzstay.imports.grid import Grid, Row
from kzstay.imports.result import Answers, Evidence
from kzstay.imports.separators import cuts

_LONGEST = 1_000_000  # characters of such a record
# What the Home Office keeps of journeys: the day, a number, the way, a port of its own and the other one
_JOURNEY = re.compile(
    r"(\d{1,2})/(\d{1,2})/(\d{4})\s+(\S+)\s+(inbound|outbound)\s+([A-Z]{3})\s+\d+\s+([A-Z]{3})", re.IGNORECASE
)


def evidence(written: str, today: date, answers: Answers) -> Evidence | None:
    """Return what a table in a text says; None where it is none."""
    if record := _british(written):
        return flights.evidence(record, today, answers)
    for cut in cuts(written, today):
        found = gridded.evidence(cut.grid, today, answers)
        if found is not None:
            return msgspec.structs.replace(found, refused=cut.refused + found.refused)
    return None


def _british(written: str) -> Grid | None:
    """Return a record of journeys that the United Kingdom keeps as a log of flights; None where a text is none."""
    rows = [Row(0, ("Date", "Flight", "From", "To"))]
    for number, line in enumerate(written[:_LONGEST].splitlines(), 1):
        match = _JOURNEY.fullmatch(line.strip())
        if match is None:
            if line.strip() and len(rows) > 1:
                return None
            continue
        day, month, year, flight, way, port, other = match.groups()
        ways = (port, other) if way.casefold() == "outbound" else (other, port)
        rows.append(Row(number, (f"{year}-{month:0>2}-{day:0>2}", flight, *ways)))
    return Grid(tuple(rows)) if len(rows) > 1 else None
