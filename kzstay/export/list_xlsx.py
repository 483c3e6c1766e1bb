"""The list of travellers as XLSX: a row for each, in the order that is given, and a sheet on what it rests on."""

from __future__ import annotations

from pathlib import Path

from openpyxl import Workbook

from kzstay.content import register as content
from kzstay.core.assess import Assessment
from kzstay.export.formats import Told, quiet, telling
from kzstay.export.workbook import Sheet, about, made
from kzstay.files.atomic import target_of, write_whole
from kzstay.texts import Words


def write_report(
    found: list[Assessment], w: Words, path: Path, *, left_out: tuple[int, int] = (0, 0), told: Told = quiet
) -> str:
    """Write the list, whole or not at all. Raises OSError; Stopped.

    ``left_out`` is how many rows, and changes of rows, were typed that cannot be used yet. ``told`` hears how far
    the work is.
    """
    write_whole(target_of(path), xlsx_bytes(found, w, left_out=left_out, told=told))
    return ""  # letters are for the fonts of whoever opens it


def xlsx_bytes(
    found: list[Assessment], w: Words, *, left_out: tuple[int, int] = (0, 0), told: Told = quiet
) -> bytes:
    """Return the file."""

    def fill(book: Workbook) -> None:
        sheet = Sheet(book, content.table(w), w.language)
        for a in telling(found, told):
            sheet.append(content.row(w, a), a.standing)
        sheet.finish()
        about(book, w, content.about(found, w, left_out))

    return made(w, content.title(w, len(found)), found[0].on, fill)
