"""Sheets: workbooks of Excel and of OpenDocument, each sheet a grid; python-calamine reads the cells.

It is read in with this module alone. What it would take for an empty cell, a formula without a value, is put back
as it stands there: an exit that cannot be reckoned is no stay that goes on.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from io import BytesIO
from typing import TYPE_CHECKING

import msgspec

from kzstay.imports import compound, gridded, office_xml, open_document, text
from kzstay.imports.days import Cell
from kzstay.imports.grid import SHOWN, Grid, Row, said
from kzstay.imports.office_binary import noted_xls, noted_xlsb
from kzstay.imports.packages import Book, Noted, Package
from kzstay.imports.result import Answers, Evidence, ImportFileError, Origin, Refused
from kzstay.imports.separators import LONGEST_LINE, MOST_CELLS

if TYPE_CHECKING:
    from python_calamine import CalamineSheet

_ZIP = b"PK"


class Sheet(msgspec.Struct, frozen=True):
    """A sheet as a grid, and the rows that are none."""

    grid: Grid
    refused: tuple[Refused, ...] = ()


def is_workbook(data: bytes) -> bool:
    """Tell whether a file is a workbook, or another package."""
    return data.startswith((_ZIP, compound.MARK))


def evidence(data: bytes, today: date, answers: Answers) -> list[Evidence]:
    """Return what the sheets say that say something. Raises ImportFileError."""
    book = noted_xls(data) if data.startswith(compound.MARK) else _noted(Package(data))
    own = any(sheet.columns for sheet in book.sheets.values())
    found: list[Evidence] = []
    rest: list[Sheet] = []
    for sheet in _sheets(data, book):
        if own and not book.of(sheet.grid.sheet).columns:
            continue
        told = gridded.evidence(sheet.grid, today, answers)
        if told is None:
            rest.append(sheet)
        else:
            left = tuple(one for one in told.left if not own or one.code not in ("column", "as-here"))
            found.append(msgspec.structs.replace(told, refused=sheet.refused + told.refused, left=left))
    if not found:
        found = [told for sheet in rest if (told := _as_text(sheet.grid, today, answers)) is not None]
    return found or [Evidence(kind="table", refused=sheet.refused) for sheet in rest if sheet.refused]


def _as_text(grid: Grid, today: date, answers: Answers) -> Evidence | None:
    """Return what the rows of a sheet that is no table say, read as lines."""
    lines = {row.line: " | ".join(said(cell) for cell in row.cells) for row in grid.rows}
    written = "\n".join(lines.get(number, "") for number in range(1, max(lines, default=0) + 1))
    told = text.evidence(written, today, answers)
    if told is None:
        return None
    parts = {
        name: tuple(_on_sheet(part, grid.sheet) for part in getattr(told, name))
        for name in ("stays", "crossings", "permits", "refused", "left", "questions")
    }
    return msgspec.structs.replace(told, kind="table", **parts)


def _on_sheet(part: msgspec.Struct, sheet: str) -> msgspec.Struct:
    """Return what was found with the sheet on which it stands."""
    places = {
        name: msgspec.structs.replace(origin, sheet=sheet)
        for name in ("at", "also")
        if isinstance(origin := getattr(part, name, None), Origin)
    }
    return msgspec.structs.replace(part, **places)


def _noted(package: Package) -> Book:
    """Return what is known of a workbook beside its cells."""
    if package.has("content.xml") and "spreadsheet" in package.text("mimetype"):
        return open_document.noted(package)
    if package.has("xl/workbook.xml"):
        return office_xml.noted(package)
    if package.has("xl/workbook.bin"):
        return noted_xlsb(package)
    raise ImportFileError("unknown")


def _sheets(data: bytes, book: Book) -> Iterator[Sheet]:
    """Yield the sheets that are shown."""
    from python_calamine import CalamineWorkbook, SheetVisibleEnum

    try:
        workbook = CalamineWorkbook.from_filelike(BytesIO(data))
        shown = [one.name for one in workbook.sheets_metadata if one.visible == SheetVisibleEnum.Visible]
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException as error:  # it gives up in ways of its own
        raise ImportFileError("damaged") from error
    for name in shown:
        try:
            sheet = workbook.get_sheet_by_name(name)
            cells = sheet.to_python(skip_empty_area=False)
            merged = _ranges(sheet)
        except (KeyboardInterrupt, SystemExit):
            raise
        except BaseException as error:
            raise ImportFileError("damaged", name) from error
        yield _sheet(name, cells, merged, book)


def _ranges(sheet: CalamineSheet) -> list[tuple[int, int, int, int]]:
    return [(*first, *last) for first, last in sheet.merged_cell_ranges or []]


def _sheet(
    name: str, cells: Sequence[Sequence[Cell]], merged: list[tuple[int, int, int, int]], book: Book
) -> Sheet:
    known = book.of(name)
    merged = merged or known.merged
    rows = [list(row) for row in cells]
    for (row, column), error in known.errors.items():
        if row < len(rows):
            rows[row] += [None] * (column + 1 - len(rows[row]))
            rows[row][column] = error
    _fill_down(rows, merged)
    _name_columns(rows, known)
    refused: list[Refused] = []
    kept = [Row(number, tuple(row)) for number, row in enumerate(rows, 1) if _is_row(row, number, name, refused)]
    return Sheet(Grid(tuple(kept), name, tuple(merged), book.epoch_1904), tuple(refused))


def _fill_down(rows: list[list[Cell]], merged: Sequence[tuple[int, int, int, int]]) -> None:
    """Write what stands in cells that were merged into each row of them, and into no other column."""
    for first, column, last, _ in merged:
        if first >= len(rows) or column >= len(rows[first]):
            continue
        for row in rows[first + 1 : last + 1]:
            if column < len(row) and row[column] in ("", None):
                row[column] = rows[first][column]


def _name_columns(rows: list[list[Cell]], known: Noted) -> None:
    """Head the columns of our own workbooks with the names that are the same in every language."""
    if known.head < len(rows):
        for column, key in known.columns.items():
            if column < len(rows[known.head]):
                rows[known.head][column] = key


def _is_row(row: Sequence[Cell], number: int, sheet: str, refused: list[Refused]) -> bool:
    """Tell whether a row holds something, and no more than somebody may have typed."""
    told = [cell for cell in row if cell not in ("", None)]
    longest = max((len(cell) for cell in told if isinstance(cell, str)), default=0)
    if longest > LONGEST_LINE or len(told) > MOST_CELLS:
        code = "too-long" if longest > LONGEST_LINE else "columns"
        shown = " · ".join(str(cell)[:SHOWN] for cell in told[:5])[:SHOWN]
        value = str(longest if code == "too-long" else len(told))
        refused.append(Refused(code=code, at=Origin(number, shown, sheet), value=value))
        return False
    return bool(told)
