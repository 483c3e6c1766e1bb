"""The report as CSV: one flat table that every office program opens, sorts and filters.

Each row tells its kind: the summary of a traveller, a stay, a duty, or at the end what the report says of itself.
A program that reads stays in takes the rows of that kind, by their headers. Days are written as ISO 8601 has them:
that alone is one day in every locale. No ``sep=`` line stands before the headers: Excel then forgets the encoding.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from io import BytesIO, TextIOWrapper
from pathlib import Path

from kzstay.content import rows
from kzstay.content.table import Cell, Column, Row
from kzstay.core.assess import Assessment
from kzstay.export.formats import Told, quiet
from kzstay.files.atomic import target_of, write_whole
from kzstay.files.cells import guarded
from kzstay.i18n import SPOKEN
from kzstay.texts import Words

_KIND, _ON, _NOTE, _STATUS = "kind_of_row", "on", "note", "status"
# The first columns: what a row is about, and then a stay as it may be read in again
_FIRST = (
    *("traveller", "citizenship", _KIND, "passport", "born"),
    *("entry", "exit", "notified", "registered", _STATUS),
)


def write_report(
    found: list[Assessment], w: Words, path: Path, *, left_out: tuple[int, int] = (0, 0), told: Told = quiet
) -> str:
    """Write the table of one or several travellers, whole or not at all. Raises OSError.

    ``left_out`` is how many rows, and changes of rows, were typed that cannot be used yet. ``told`` hears how far
    the work is.
    """
    write_whole(target_of(path), csv_bytes(found, w, left_out=left_out, told=told))
    return ""  # letters are for the fonts of whoever opens it


def csv_bytes(
    found: list[Assessment], w: Words, *, left_out: tuple[int, int] = (0, 0), told: Told = quiet
) -> bytes:
    """Return the file; whoever has the least time comes first."""
    return table_bytes(w, _columns(w, found[0]), _rows(found, w, left_out, told))


def table_bytes(w: Words, columns: Sequence[Column], lines: Iterable[Row]) -> bytes:
    """Return a table as the spreadsheets of the language read it."""
    data = BytesIO()
    text = TextIOWrapper(data, "utf-8-sig", newline="")  # with the mark by which Excel knows the encoding
    writer = csv.writer(text, delimiter=SPOKEN[w.language].separator, lineterminator="\r\n")
    writer.writerow([_written(column.header) for column in columns])
    for row in lines:
        writer.writerow([_written(row.get(column.key)) for column in columns])
    text.flush()
    return data.getvalue()


def _columns(w: Words, a: Assessment) -> list[Column]:
    """Put the columns of the three tables side by side, each key once."""
    known = {_KIND: Column(_KIND, w.pgettext("paper", "Kind"), 0)}
    for table in rows.tables(w, a):
        for column in table.columns:
            known.setdefault(column.key, column)
    known[_ON] = Column(_ON, w.gettext("Calculated for"), 0)
    return [known[key] for key in (*_FIRST, *(key for key in known if key not in _FIRST))]


def _rows(found: list[Assessment], w: Words, left_out: tuple[int, int], told: Told) -> Iterator[Row]:
    summary, stay, duty = w.gettext("Summary"), w.gettext("Stay"), w.gettext("Duty")
    on = found[0].on
    for number, one in enumerate(rows.told(found, w)):
        told(number / len(found))
        yield {**one.summary, _KIND: summary, _ON: on}
        for row in one.stays:
            yield {**row, _KIND: stay, _ON: on}
        for row in one.duties:
            yield {**row, _KIND: duty, _ON: on}
    for label, value in rows.about(found, w, left_out):
        yield {_KIND: w.gettext("About this report"), _STATUS: label, _NOTE: _iso(value), _ON: on}


def _iso(value: Cell) -> str:
    return value.isoformat() if isinstance(value, date) else str(value)


def _written(value: Cell) -> Cell:
    """Write a cell so that no program takes it for a formula."""
    if isinstance(value, date):
        return value.isoformat()
    return guarded(value) if isinstance(value, str) else value
