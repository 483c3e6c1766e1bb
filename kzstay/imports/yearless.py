"""Yearless: grids of days in which the columns are days of the week, as planners have them, and no year stands."""

from __future__ import annotations

import re
from datetime import date

from kzstay.imports.columns import head_of
from kzstay.imports.grid import Grid, said
from kzstay.imports.result import Answers, Evidence, Refused
from kzstay.imports.vocabulary import month

_DAY = re.compile(r"[^\W\d_]{2,12}\.?,? (?:(\d{1,2})\.? ([^\W\d_]{3,12})\.?|([^\W\d_]{3,12})\.? (\d{1,2})\.?)")
_FEWEST = 3  # columns of days


def evidence(grid: Grid, today: date, answers: Answers) -> Evidence | None:
    """Refuse a grid whose days have no year, with its heads; None where it is none.

    A weekday and a day of a month are the same every fifth, sixth or eleventh year: none of them is sure.
    """
    for row in grid.rows[:10]:
        days = [text for cell in row.cells[1:] if _is_day(text := said(cell))]
        if len(days) >= _FEWEST and len(days) * 2 > len(row.cells) and head_of(0, row.cells[0]).meaning == "name":
            refused = Refused(code="year", at=grid.origin(row), field="date", value=days[0])
            return Evidence(kind="table", refused=(refused,))
    return None


def _is_day(text: str) -> bool:
    match = _DAY.fullmatch(text)
    return match is not None and month(match[2] or match[3]) is not None
