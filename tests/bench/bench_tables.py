"""Tables of many travellers: a workbook and CSV against the bare libraries, and the memory that they take.

The references write the same cells, ready-made and without a style. For memory beside the file itself the ratio is
that of ten times as many travellers, so that one is flat and ten is as the number.
"""

from __future__ import annotations

import csv
import tracemalloc
from collections.abc import Callable, Iterator
from datetime import timedelta
from io import BytesIO, StringIO

from openpyxl import Workbook

from kzstay.bundled import law
from kzstay.content import rows
from kzstay.content.table import Cell
from kzstay.core.assess import Assessment, assess
from kzstay.core.case import Stay, Traveller
from kzstay.export.csv import csv_bytes
from kzstay.export.xlsx import xlsx_bytes
from kzstay.texts.words import words
from tests.bench.bench_core import FIRST, timed

W = words("ru")
FEW, MANY = 50, 500
STAYS = 8
Cells = list[list[Cell]]


def people(count: int) -> list[Assessment]:
    """Return travellers of four citizenships with eight stays of twelve days each."""
    return [_person(number) for number in range(count)]


def _person(number: int) -> Assessment:
    first = FIRST + timedelta(number % 30)
    entries = [first + timedelta(45 * stay) for stay in range(STAYS)]
    stays = tuple(Stay(entry=entry, exit=entry + timedelta(12)) for entry in entries)
    who = Traveller(name=f"T{number}", citizenship=("DE", "RU", "KR", "TR")[number % 4], stays=stays)
    return assess(who, FIRST + timedelta(45 * STAYS), law())


def sheets(found: list[Assessment]) -> list[Cells]:
    """Return the cells of the three tables."""
    told = list(rows.told(found, W))
    listed = (
        [one.summary for one in told],
        [row for one in told for row in one.stays],
        [row for one in told for row in one.duties],
    )
    return [
        [[row.get(column.key) for column in table.columns] for row in each]
        for table, each in zip(rows.tables(W, found[0]), listed, strict=True)
    ]


def bare_workbook(tables: list[Cells]) -> int:
    book, buffer = Workbook(write_only=True), BytesIO()
    for number, table in enumerate(tables):
        sheet = book.create_sheet(str(number))
        for row in table:
            sheet.append(row)
    book.save(buffer)
    return len(buffer.getvalue())


def bare_csv(tables: list[Cells]) -> int:
    text = StringIO()
    for table in tables:
        csv.writer(text).writerows(table)
    return len(text.getvalue().encode())


def peak(write: Callable[[list[Assessment]], bytes], count: int) -> float:
    """Return the most memory that is taken at once while the file is made, beside the file, in bytes."""
    found = people(count)
    tracemalloc.start()
    size = len(write(found))
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return most - size


def measure() -> Iterator[tuple[str, float, float]]:
    """Give what was done, our seconds and those of the reference; of memory kilobytes for milliseconds."""
    found = people(FEW)
    ready = sheets(found)
    for name, ours, bare in (
        ("workbook", lambda found: xlsx_bytes(found, W), bare_workbook),
        ("CSV", lambda found: csv_bytes(found, W), bare_csv),
    ):
        once = timed(lambda ours=ours: ours(found), 3)[0]
        plain = timed(lambda bare=bare: bare(ready), 3)[0]
        yield f"{name} of {FEW} travellers", once, plain
        yield f"memory of a {name}, {FEW} to {MANY} travellers, kB", peak(ours, MANY) / 1e6, peak(ours, FEW) / 1e6
