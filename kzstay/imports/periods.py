"""Periods: a column that holds both days of a stay, made the two columns that all else reads.

Only a table that names people needs that: of one without names each row is read as a line of text.
"""

from __future__ import annotations

import re
from datetime import date

import msgspec

from kzstay.imports.columns import DATED, Block, Head, at
from kzstay.imports.days import Cell, written
from kzstay.imports.grid import Row, said
from kzstay.imports.people import NAMING
from kzstay.imports.ranges import ranged

_FIGURES = re.compile(r"\d{1,4}[./]\d{1,2}[./]\d{1,4}")
_OPEN = "?"


def spread(block: Block, today: date) -> Block:
    """Return a table with an entry and an exit for each of its periods; one without any as it is."""
    head = block.head("dates")
    if head is None or not block.head(*NAMING) or block.head(*DATED):
        return block
    ends = [_ends(at(row, head.index), today) for row in block.rows]
    if not any(ends):
        return block
    width = max(len(row.cells) for row in (*block.rows, *filter(None, [block.row])))
    entry = Head(width, head.text, "entry", head.here)
    leaving = Head(width + 1, head.text, "exit", head.here)
    rows = tuple(
        _widened(row, width, found or (at(row, head.index), None))
        for row, found in zip(block.rows, ends, strict=True)
    )
    return msgspec.structs.replace(block, heads=(*block.heads, entry, leaving), rows=rows)


def _widened(row: Row, width: int, ends: tuple[Cell, Cell]) -> Row:
    return Row(row.line, (*row.cells, *[None] * (width - len(row.cells)), *ends))


def _ends(cell: Cell, today: date) -> tuple[Cell, Cell] | None:
    """Return both days of a period, as they are written where their order is open; None where it is none."""
    text = said(cell)
    if text and written(cell, today):
        return cell, cell
    found = ranged(text, today)
    if found is None or any(end.doubts({}) for end in found.ends):
        return None
    figures = _FIGURES.findall(text)
    if len(figures) == 1 + (found.last is not None):
        return figures[0], _OPEN if found.is_open else figures[-1]
    days = found.under({})
    return None if days is None else (days[0], days[1] or _OPEN)
