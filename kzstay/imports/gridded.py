"""Gridded: what a grid says, whatever shape its tables have; each is read by the one that knows it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import msgspec

from kzstay.imports import flights, movements, periods, trips, yearless
from kzstay.imports.columns import Block, Head, at, blocks, dates_of
from kzstay.imports.days import written
from kzstay.imports.grid import Grid, Row, said
from kzstay.imports.people import NAMING, numbered_rows, passports_by_kind
from kzstay.imports.result import Answers, Evidence
from kzstay.imports.slots import Reader

_BESIDES = ("citizenship", "document", "born", "passport-kind", "number", "native-name")
_NOTE = 2  # the third column of what was copied without its heads


def evidence(grid: Grid, today: date, answers: Answers) -> Evidence | None:
    """Return what a grid says; None where it is none of the tables that we know."""
    for other in (flights.evidence, yearless.evidence):
        if (told := other(grid, today, answers)) is not None:
            return told
    reader = Reader(today, grid.epoch_1904)
    found = blocks(grid, reader) or _headless(grid, reader)
    found = [numbered_rows(passports_by_kind(periods.spread(block, today))) for block in found]
    return joined([one for block in found if (one := _told(block, reader, answers))])


def joined(found: Sequence[Evidence]) -> Evidence | None:
    """Put together what several tables say; None where there is none."""
    if not found:
        return None
    parts = {
        name: tuple(part for one in found for part in getattr(one, name))
        for name in Evidence.__struct_fields__
        if name != "kind"
    }
    return msgspec.structs.replace(found[0], **parts)


def _told(block: Block, reader: Reader, answers: Answers) -> Evidence | None:
    """Return what a block says: stays, crossings, or people alone."""
    if block.head("own-duty") and not block.head("row-kind"):
        return None  # the duties of our own workbooks
    if dates := dates_of(block, reader):
        return trips.evidence(block, dates, reader, answers)
    if movements.has_directions(block):
        return movements.evidence(block, reader, answers)
    if block.head(*NAMING) and block.head("name", "first-name", "last-name") and block.head(*_BESIDES):
        return trips.evidence(block, None, reader, answers)
    return None


# Rows that were copied without their heads


def _headless(grid: Grid, reader: Reader) -> list[Block]:
    """Return rows without heads as a table, where all of them have the same in the same places."""
    rows = tuple(row for row in grid.rows if any(said(cell) for cell in row.cells))
    if not rows:
        return []
    heads = _heads_of_stays(rows, reader) or _heads_of_crossings(rows, reader)
    return [Block(grid, heads, None, rows)] if heads else []


def _heads_of_stays(rows: Sequence[Row], reader: Reader) -> tuple[Head, ...]:
    """Return the heads that rows of an entry and an exit would have, with a note or without."""
    widest = max(len(_trimmed(row)) for row in rows)
    if not 2 <= widest <= _NOTE + 1:
        return ()
    first, last = ([at(row, index) for row in rows] for index in (0, 1))
    if not all(written(cell, reader.today) for cell in first):
        return ()
    if not any(written(cell, reader.today) for cell in last) or any(
        written(at(row, _NOTE), reader.today) for row in rows
    ):
        return ()
    if not all(not said(cell) or reader.may_be_day(cell) for cell in last):
        return ()
    meanings = ("entry", "exit", "note")
    return tuple(Head(index, "", meaning) for index, meaning in enumerate(meanings[:widest]))


def _heads_of_crossings(rows: Sequence[Row], reader: Reader) -> tuple[Head, ...]:
    """Return the heads that rows of a day, a way and perhaps a place would have."""
    widest = max(len(row.cells) for row in rows)
    columns = [[at(row, index) for row in rows] for index in range(min(widest, 8))]
    days = [i for i, cells in enumerate(columns) if all(written(cell, reader.today) for cell in cells)]
    ways = [
        i for i, cells in enumerate(columns) if all(movements.direction(said(cell)) is not None for cell in cells)
    ]
    if len(days) != 1 or len(ways) != 1 or len(rows) < 2:
        return ()
    meanings = {days[0]: "date", ways[0]: "direction"}
    place = next((i for i, cells in enumerate(columns) if i > ways[0] and any(said(cell) for cell in cells)), None)
    if place is not None:
        meanings.setdefault(place, "checkpoint")
    return tuple(Head(index, "", meanings.get(index, "ignored")) for index in range(widest))


def _trimmed(row: Row) -> tuple[object, ...]:
    cells = list(row.cells)
    while cells and not said(cells[-1]):
        cells.pop()
    return tuple(cells)
