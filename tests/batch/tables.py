"""Tables of crossings that the tests of batch begin with, and a run without the command line."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from io import StringIO
from pathlib import Path
from random import Random
from typing import Any

from kzstay.batch.answers import Order
from kzstay.batch.form import COLUMNS, Form
from kzstay.batch.pieces import SIZE
from kzstay.batch.run import Files, Outcome, run
from kzstay.core.readings import Reading
from kzstay.i18n import Language
from tests.helpers import day

ON = day("2026-11-22")
HEADER = ",".join(COLUMNS)
OUT = (
    "traveller,citizenship,on,standing,leave_by,because,days_left,used,remaining,overstay_days,"
    "next_entry,next_days,next_duty,next_due,missed"
)
ERR = "line,traveller,field,value,reason"
CITIZENSHIPS = "DE", "TR", "KR", "RU", "UA", "UZ", "IN", "CN", "AF", "BR", "KZ"


def table(*rows: str, header: str = HEADER) -> str:
    return "".join(f"{row}\n" for row in (header, *rows))


def order(form: Form, reading: Reading = Reading.SAFE, language: Language = "en") -> Order:
    return Order(form, ON, ON, reading, language)


def answered(
    folder: Path, text: str | bytes, *, jobs: int | None = 1, size: int = SIZE, reading: Reading = Reading.SAFE
) -> tuple[Outcome, str, str]:
    """Answer a table; return what was done, and the texts of the two tables that were written."""
    files = Files(folder / "in.csv", folder / "out.csv", folder / "err.csv")
    assert files.table is not None
    files.table.write_bytes(text.encode("utf-8") if isinstance(text, str) else text)
    outcome = run(files, lambda form: order(form, reading), jobs, lambda *_: None, size)
    return outcome, read(folder / "out.csv"), read(folder / "err.csv")


def read(path: Path) -> str:
    return path.read_bytes().decode("utf-8") if path.exists() else ""


def cells(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(text, newline="")))


def written(rows: Iterable[Sequence[Any]]) -> str:
    text = StringIO(newline="")
    csv.writer(text, lineterminator="\n").writerows(rows)
    return text.getvalue()


def many(count: int, seed: int = 1) -> str:
    """Make a table of people who come often, with names as they are in the world."""
    random = Random(seed)
    rows: list[Sequence[Any]] = [COLUMNS]
    for number in range(count):
        name = random.choice(["Anna", "Müller, Jörg", "Әлия\nКим", 'Bo "the" Lee', "李雷", "=SUM(A1)"])
        person = f"{name} {number}", random.choice(CITIZENSHIPS), random.choice(["", "national"]), "1990-05-01"
        entry = ON - timedelta(random.randrange(900))
        if random.random() < 0.1:
            rows.append((*person, "", "", "", ""))
        for _ in range(random.randrange(1, 9)):
            leaving: date | None = entry + timedelta(random.randrange(35))
            if leaving is not None and leaving >= ON and random.random() < 0.5:
                leaving = None
            told = entry + timedelta(2) if random.random() < 0.5 else ""
            rows.append((*person, entry, leaving or "", told, ""))
            if leaving is None:
                break
            entry = leaving + timedelta(random.randrange(1, 60))
    return written(rows)
