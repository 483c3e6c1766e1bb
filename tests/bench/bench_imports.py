"""Reading of sources: against a plain read of the same rows, by ``csv`` and by the reader of workbooks alone."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from datetime import date, timedelta
from io import BytesIO, StringIO

from openpyxl import Workbook
from python_calamine import CalamineWorkbook

from kzstay.imports import reading
from kzstay.imports.result import Answers
from tests.bench.bench_core import timed

ROWS, STAYS = 20_000, 8
TODAY = date(2026, 11, 26)
HEAD = ("name", "citizenship", "passport", "entry", "exit")


def rows() -> list[tuple[str, str, str, date, date]]:
    """Return rows of travellers with eight stays each."""
    found: list[tuple[str, str, str, date, date]] = []
    for number in range(ROWS):
        who, stay = divmod(number, STAYS)
        entry = date(2020, 1, 1) + timedelta(200 * stay + who % 90)
        found.append((f"Person{who:05} Given", "RU", f"P{who:07}", entry, entry + timedelta(20)))
    return found


def table() -> str:
    """Return the rows as CSV."""
    text = StringIO()
    csv.writer(text).writerows([HEAD, *rows()])
    return text.getvalue()


def workbook() -> bytes:
    """Return the rows as a workbook."""
    book, buffer = Workbook(write_only=True), BytesIO()
    sheet = book.create_sheet("Stays")
    for row in (HEAD, *rows()):
        sheet.append(row)
    book.save(buffer)
    return buffer.getvalue()


def taken(data: bytes) -> int:
    """Return how many rows an import takes."""
    return reading.read(data, TODAY, Answers(citizenship="RU")).rows


def measure() -> Iterator[tuple[str, float, float]]:
    """Yield what was measured: the name, our seconds, and those of a plain read."""
    text, book = table(), workbook()
    written = "\n".join(f"{row[3]:%d.%m.%Y} - {row[4]:%d.%m.%Y}" for row in rows()[:: STAYS * 90])
    for name, data, plain in (
        (f"import of {ROWS} rows of CSV", text.encode(), lambda: list(csv.reader(StringIO(text)))),
        (
            f"import of {ROWS} rows of XLSX",
            book,
            lambda: CalamineWorkbook.from_filelike(BytesIO(book)).get_sheet_by_index(0).to_python(),
        ),
    ):
        ours, number = timed(lambda data=data: taken(data), 2)
        assert number == ROWS
        yield name, ours, timed(plain, 2)[0]
    lines = "\n".join([written] * (ROWS // len(written.splitlines())))
    yield (
        f"import of {ROWS} lines of text",
        timed(lambda: taken(lines.encode()) + 1, 2)[0],
        timed(lines.split, 2)[0],
    )
