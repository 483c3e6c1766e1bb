"""The list of travellers as CSV: a row for each, in the order that is given."""

from __future__ import annotations

from pathlib import Path

from kzstay.content import register as content
from kzstay.core.assess import Assessment
from kzstay.export.csv import table_bytes
from kzstay.export.formats import Told, quiet, telling
from kzstay.files.atomic import target_of, write_whole
from kzstay.texts import Words


def write_report(
    found: list[Assessment], w: Words, path: Path, *, left_out: tuple[int, int] = (0, 0), told: Told = quiet
) -> str:
    """Write the list, whole or not at all. Raises OSError; Stopped.

    No row says what is left out: ``left_out`` is told by the other formats. ``told`` hears how far the work is.
    """
    write_whole(target_of(path), csv_bytes(found, w, told=told))
    return ""  # letters are for the fonts of whoever opens it


def csv_bytes(found: list[Assessment], w: Words, *, told: Told = quiet) -> bytes:
    """Return the file."""
    return table_bytes(w, content.table(w).columns, (content.row(w, a) for a in telling(found, told)))
