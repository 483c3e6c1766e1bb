"""The report as XLSX: a summary of all travellers, their stays, their duties, and what the report says of itself.

openpyxl is read in with this module and ``workbook`` alone.
"""

from __future__ import annotations

from pathlib import Path

from openpyxl import Workbook

from kzstay.content import rows
from kzstay.core.assess import Assessment
from kzstay.export.formats import Told, quiet
from kzstay.export.workbook import Sheet, about, made
from kzstay.files.atomic import target_of, write_whole
from kzstay.texts import Words


def write_report(
    found: list[Assessment], w: Words, path: Path, *, left_out: tuple[int, int] = (0, 0), told: Told = quiet
) -> str:
    """Write the workbook of one or several travellers, whole or not at all. Raises OSError.

    ``left_out`` is how many rows, and changes of rows, were typed that cannot be used yet. ``told`` hears how far
    the work is.
    """
    write_whole(target_of(path), xlsx_bytes(found, w, left_out=left_out, told=told))
    return ""  # letters are for the fonts of whoever opens it


def xlsx_bytes(
    found: list[Assessment], w: Words, *, left_out: tuple[int, int] = (0, 0), told: Told = quiet
) -> bytes:
    """Return the file; whoever has the least time comes first."""
    title = w.gettext("Report on a stay in Kazakhstan")
    return made(w, title, found[0].on, lambda book: _fill(book, found, w, left_out, told))


def _fill(book: Workbook, found: list[Assessment], w: Words, left_out: tuple[int, int], told: Told) -> None:
    """Write the sheets, one traveller after another."""
    summary, stays, duties = (Sheet(book, table, w.language) for table in rows.tables(w, found[0]))
    for number, one in enumerate(rows.told(found, w)):
        told(number / len(found))
        summary.append(one.summary, one.standing)
        for row in one.stays:
            stays.append(row)
        for row in one.duties:
            duties.append(row)
    for sheet in (summary, stays, duties):
        sheet.finish()
    about(book, w, rows.about(found, w, left_out))
