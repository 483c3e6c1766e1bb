"""A workbook of tables, row by row: the cells, the sheets and the file that every XLSX here is made of.

A text is never a formula, a day is a day, and one input gives one file to the byte: nothing here asks for the
time. Beside its header each column has a name that is the same in every language, such as ``stays_entry``: it goes
with the column when that is moved or renamed, and formulas may use it. The columns of a table itself are named by
their headers, as Excel wants it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import date, datetime, time
from io import BytesIO
from math import ceil
from pathlib import Path
from shutil import copyfileobj
from typing import IO, Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from openpyxl import Workbook
from openpyxl.cell import Cell as Written
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Color, Font, PatternFill
from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.filters import AutoFilter
from openpyxl.worksheet.page import PageMargins
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.table import Table as ListObject
from openpyxl.worksheet.table import TableColumn, TableStyleInfo
from openpyxl.writer.excel import ExcelWriter

from kzstay import __version__
from kzstay.content.table import Cell, Column, Row, Table
from kzstay.core.verdict import Standing
from kzstay.i18n import SPOKEN, Language
from kzstay.texts import Words, foreign

MOST = 32_767  # units of UTF-16 in a cell, as Excel counts them
_CUT = "…"
NARROWEST, WIDEST = 8, 60  # letters of a column
_LINE, _LINES = 15, 27  # points of a line, and how many a row may have
_FORMULA = ("=", "+", "-", "@")
_NO_CHARACTER = re.compile("[\ufffe\uffff]")  # XML has no place for them
_ESCAPE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")  # Excel takes _x202E_ for the character itself
_STYLE = "TableStyleMedium2"
# openpyxl's own, but bold; in no colour of its own, so that the style of the table may give one
_HEADER = Font(name="Calibri", sz=11, family=2, b=True, color=Color(theme=1), scheme="minor")
_TEXTS = Alignment(vertical="top", horizontal="left", wrap_text=True)
_FIGURES = Alignment(vertical="top", horizontal="center")
# A tint beside the word, which says it alone
_OVER, _CLOSE = (PatternFill("solid", fgColor=colour) for colour in ("FFF8DCE3", "FFFCE9CF"))
TINTS = {
    Standing.OVERSTAY: _OVER,
    Standing.ORDERED: _OVER,
    Standing.BARRED: _OVER,
    Standing.ENDING: _CLOSE,
    Standing.NO_REGIME: _CLOSE,
}


def made(w: Words, title: str, on: date, fill: Callable[[Workbook], object]) -> bytes:
    """Return the file of a workbook whose sheets ``fill`` writes; where that fails, nothing temporary is left."""
    book = _begun(w, title, on)
    try:
        fill(book)
        buffer = BytesIO()
        with Archive(buffer, on) as archive:
            ExcelWriter(book, archive).write_data()
    except BaseException:
        _clear(book)
        raise
    return buffer.getvalue()


def _begun(w: Words, title: str, on: date) -> Workbook:
    """Return a workbook without a sheet, which says what it is and of which day."""
    book = Workbook(write_only=True)
    book.properties.title = title
    book.properties.creator = f"kzstay {__version__}"
    book.properties.language = SPOKEN[w.language].locale.replace("_", "-")
    book.properties.created = book.properties.modified = datetime.combine(on, time())
    return book


def _clear(book: Workbook) -> None:
    """Remove the files in which openpyxl keeps the sheets of a book that will not be finished."""
    for sheet in book.worksheets:
        kept: Any = getattr(sheet, "_writer", None)
        if kept is None:  # nothing was written yet
            continue
        for step in (sheet.close, kept.cleanup):
            with suppress(Exception):  # it may be done already; what is the matter is raised besides
                step()


class Sheet:
    """A sheet that is written row by row, and named as a table once its last row is known."""

    def __init__(self, book: Workbook, table: Table, language: Language) -> None:
        self._book, self._table, self._days = book, table, SPOKEN[language].days
        self._widths = [_width(column) for column in table.columns]
        self._sheet: Any = book.create_sheet(table.title)  # in this mode another one than its type tells
        self._count = 0
        _set_up(self._sheet, self._widths)
        self._sheet.freeze_panes = "B2"
        self._sheet.print_title_rows = "1:1"
        header = [_cell(self._sheet, column.header, head=True) for column in table.columns]
        _write(self._sheet, 1, header, self._widths)

    def append(self, row: Row, standing: Standing | None = None) -> None:
        """Write a row; the column with the status has the tint of a standing."""
        self._count += 1
        tint = TINTS.get(standing) if standing else None
        cells = [_cell(self._sheet, row.get(column.key), days=self._days) for column in self._table.columns]
        if tint:
            status = next(number for number, column in enumerate(self._table.columns) if column.key == "status")
            cells[status].fill = tint
        _write(self._sheet, self._count + 1, cells, self._widths)

    def finish(self) -> None:
        """Name the table and its columns; one without rows is none to Excel."""
        columns, last = self._table.columns, max(2, self._count + 1)
        self._sheet.print_area = f"A1:{get_column_letter(len(self._table.printed))}{last}"
        for number, column in enumerate(columns, 1):
            letter = get_column_letter(number)
            name = f"{self._table.key}_{column.key}"
            place = f"{quote_sheetname(self._table.title)}!${letter}$2:${letter}${last}"
            self._book.defined_names[name] = DefinedName(name, attr_text=place)
        if not self._count:
            return
        area, name = f"A1:{get_column_letter(len(columns))}{last}", f"kzstay_{self._table.key}"
        named = [TableColumn(id=number, name=column.header) for number, column in enumerate(columns, 1)]
        style = TableStyleInfo(name=_STYLE, showRowStripes=True)
        self._sheet.tables.add(
            ListObject(
                id=1,  # openpyxl counts them itself
                name=name,
                displayName=name,
                ref=area,
                tableColumns=named,
                autoFilter=AutoFilter(ref=area),
                tableStyleInfo=style,
            )
        )


def about(book: Workbook, w: Words, told: Sequence[tuple[str, Cell]]) -> None:
    """Write the last sheet: labels and what they tell, under a title."""
    title, widths = w.gettext("About this report"), [24, WIDEST]
    sheet: Any = book.create_sheet(title)
    _set_up(sheet, widths)
    _write(sheet, 1, [_cell(sheet, title, head=True)], widths)
    for number, pair in enumerate(told, 2):
        cells = [_cell(sheet, value, days=SPOKEN[w.language].days) for value in pair]
        cells[1].alignment = _TEXTS  # a day too stands where the texts do
        _write(sheet, number, cells, widths)


def _set_up(sheet: Any, widths: Sequence[int]) -> None:  # noqa: ANN401 - openpyxl has no type for it
    """Set the widths of the columns, and paper: A4 across, as wide as a page, with the number of each."""
    for number, width in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(number)].width = width
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", 9
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.page_margins = PageMargins(left=0.4, right=0.4, top=0.5, bottom=0.6, header=0.3, footer=0.3)
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.oddFooter.left.text, sheet.oddFooter.right.text = "&A", "&P / &N"


def _width(column: Column) -> int:
    """Return how wide a column is: for its cells, and for the longest word of its header."""
    longest = max(len(word) for word in column.header.split())
    return min(WIDEST, max(NARROWEST, column.width, longest + 3))


def _write(sheet: Any, number: int, cells: list[Any], widths: Sequence[int]) -> None:  # noqa: ANN401
    """Write a row that is as high as its texts take; not every program measures them itself."""
    lines = max(lines_of(cell.value, width) for cell, width in zip(cells, widths, strict=False))
    sheet.row_dimensions[number].height = _LINE * min(_LINES, lines)
    sheet.append(cells)
    del sheet.row_dimensions[number]  # it is written


def lines_of(value: object, width: int) -> int:
    """Count the lines that a text takes in a column, a letter about as wide as a figure."""
    if not isinstance(value, str) or len(value) <= width:
        return 1
    lines, used = 1, -1
    for word in value.split(" "):
        used += 1 + len(word)
        if used > width:  # it begins a line, and goes on where it is longer than one
            begun = used > len(word)
            lines += begun + max(0, ceil(len(word) / width) - 1)
            used = len(word) % width if len(word) > width else len(word)
    return lines


def _cell(sheet: Any, value: Cell, *, head: bool = False, days: str = "") -> Written:  # noqa: ANN401
    """Make a cell: a number, a day, or a text that is nothing else."""
    known: Any = text_of(value) if isinstance(value, str) else value
    cell: Any = WriteOnlyCell(sheet, known or None if isinstance(known, str) else known)
    cell.alignment = _TEXTS if isinstance(known, str) else _FIGURES
    if head:
        cell.font = _HEADER
    if isinstance(value, date):
        cell.number_format = days
    if isinstance(known, str) and known:
        cell.data_type = "s"  # whatever it begins with
        cell.quotePrefix = known.startswith(_FORMULA)  # and so it stays when somebody edits it
    return cell


def text_of(value: str) -> str:
    """Return a text as a cell may hold it, cut where it is too long for one."""
    text = _ESCAPE.sub("_x005F_", _NO_CHARACTER.sub("", foreign.clean(value)))
    units = text.encode("utf-16-le")
    if len(units) <= 2 * MOST:
        return text
    return units[: 2 * (MOST - len(_CUT))].decode("utf-16-le", errors="ignore") + _CUT


class Archive(ZipFile):
    """A ZIP file whose members bear the day of reckoning, not the time at which they were written."""

    def __init__(self, file: IO[bytes], on: date) -> None:
        super().__init__(file, "w", ZIP_DEFLATED)
        self._on = max(on, date(1980, 1, 1))  # ZIP knows no earlier one

    def _member(self, name: str) -> ZipInfo:
        found = ZipInfo(name, (self._on.year, self._on.month, self._on.day, 0, 0, 0))
        found.compress_type, found.create_system = ZIP_DEFLATED, 3  # the same on every system
        return found

    def writestr(self, zinfo_or_arcname: Any, data: Any, *_: Any, **__: Any) -> None:  # noqa: ANN401
        """Write a member that is made of data."""
        super().writestr(self._member(zinfo_or_arcname), data)

    def write(self, filename: Any, arcname: Any = None, *_: Any, **__: Any) -> None:  # noqa: ANN401
        """Write a member that is in a file, piece by piece."""
        with Path(filename).open("rb") as source, self.open(self._member(arcname), "w") as out:
            copyfileobj(source, out)
