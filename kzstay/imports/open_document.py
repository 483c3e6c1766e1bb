"""ODS: what its parts say beside the cells."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

import msgspec

from kzstay.imports.packages import Book, Noted, Package, attribute, check_extent

_TAG = re.compile(r"<(/?)table:(table|table-row|table-cell|covered-table-cell)(?=[\s/>])([^>]*?)(/?)>")
_PARAGRAPH = re.compile(r"<text:p\b[^>]*>([^<]*)")
_ERROR = 'calcext:value-type="error"'


class _At(msgspec.Struct):
    """Where the walk stands: the next row and column, and how often this row stands there."""

    row: int = 0
    column: int = 0
    repeated: int = 1
    rows: int = 0  # the extent of cells that hold something
    columns: int = 0


def noted(package: Package) -> Book:
    """Return what a workbook says beside its cells. Raises ImportFileError for one that is too large."""
    content = package.text("content.xml")
    found = Book()
    sheet, name, at = Noted(), "", _At()
    for closing, kind, attributes, single, following in _tags(content):
        if kind == "table" and not closing:
            name, at = attribute(f" {attributes}", "table:name") or attribute(f" {attributes}", "name"), _At()
            sheet = found.of(name)
        elif kind == "table-row":
            at = _row(at, attributes, closing=closing, single=single)
        elif kind.endswith("cell") and not closing:
            _cell(at, sheet, attributes, "" if single else following)
            check_extent(name, at.rows, at.columns)
    return found


def _tags(content: str) -> Iterator[tuple[bool, str, str, bool, str]]:
    """Yield the tags of tables, rows and cells, each with what follows it."""
    for match in _TAG.finditer(content):
        yield bool(match[1]), match[2], match[3], bool(match[4]), content[match.end() : match.end() + 300]


def _row(at: _At, attributes: str, *, closing: bool, single: bool) -> _At:
    """Step to a row, or past it."""
    if not closing:
        at = msgspec.structs.replace(at, column=0, repeated=_times(attributes, "number-rows-repeated"))
    if closing or single:
        at = msgspec.structs.replace(at, row=at.row + at.repeated)
    return at


def _times(attributes: str, name: str) -> int:
    told = attribute(f" {attributes}", f"table:{name}") or attribute(f" {attributes}", name)
    return min(int(told), 2**31) if told.isdigit() and int(told) else 1


def _cell(at: _At, sheet: Noted, attributes: str, following: str) -> None:
    """Take note of a cell, and step past it."""
    times = _times(attributes, "number-columns-repeated")
    if "value-type=" in attributes:
        at.rows, at.columns = at.row + at.repeated, max(at.columns, at.column + times)
    if _ERROR in attributes:
        told = _PARAGRAPH.search(following)
        error = html.unescape(told[1]) if told else "#N/A"
        for row in range(at.row, at.row + min(at.repeated, 1000)):
            for column in range(at.column, at.column + min(times, 1000)):
                sheet.errors[row, column] = error
    if (down := _times(attributes, "number-rows-spanned")) > 1:
        across = _times(attributes, "number-columns-spanned")
        sheet.merged.append((at.row, at.column, at.row + down - 1, at.column + across - 1))
    at.column += times
