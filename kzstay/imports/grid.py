"""Grid: rows of cells as a table of text or a sheet of a workbook has them, whatever they mean."""

from __future__ import annotations

import msgspec

from kzstay.imports.days import Cell
from kzstay.imports.result import Origin

SHOWN = 200  # characters of a row that are shown again


class Row(msgspec.Struct, frozen=True):
    """A row: the line on which it begins, from one on, and its cells."""

    line: int
    cells: tuple[Cell, ...]


class Grid(msgspec.Struct, frozen=True):
    """A table: its rows, and the name of its sheet, empty where it is a text.

    ``merged`` are the ranges of cells that were one: first row, first column, last row, last column, from nought
    on.
    """

    rows: tuple[Row, ...]
    sheet: str = ""
    merged: tuple[tuple[int, int, int, int], ...] = ()
    epoch_1904: bool = False

    def origin(self, row: Row) -> Origin:
        """Return where a row stands, with what it says."""
        told = " · ".join(filter(None, (said(cell) for cell in row.cells)))
        return Origin(row.line, told if len(told) <= SHOWN else f"{told[: SHOWN - 1]}…", self.sheet)


def said(cell: Cell) -> str:
    """Return a cell as text on one line; empty where nothing stands there."""
    if cell is None or cell == "":
        return ""
    if isinstance(cell, str):
        return " ".join(cell.replace("\0", " ").split())
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell)
