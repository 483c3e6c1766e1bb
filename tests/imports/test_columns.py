from __future__ import annotations

import pytest

from kzstay.content import rows
from kzstay.core.assess import assess
from kzstay.i18n import LANGUAGES, Language
from kzstay.imports.columns import blocks, dates_of, head_of
from kzstay.imports.grid import Grid, Row
from kzstay.imports.slots import Reader
from kzstay.texts.words import words
from tests.core.builders import LAW, SAFE
from tests.helpers import stay, traveller
from tests.imports.told import TODAY

READER = Reader(TODAY)


def grid(*rows_of_cells: tuple[str, ...]) -> Grid:
    return Grid(tuple(Row(number, cells) for number, cells in enumerate(rows_of_cells, 1)))


@pytest.mark.parametrize(
    ("text", "meaning", "here", "order"),
    [
        ("Arrival KZ", "arrival", True, None),
        ("Departure from Kazakhstan", "departure", True, None),
        ("Дата въезда (ДД.ММ.ГГГГ)", "entry", False, "dmy"),
        ("Entry date, mm/dd/yyyy", "entry", False, "mdy"),
        ("Шыққан күні (жжжж-аа-кк)", "exit", False, "ymd"),
        ("Дата въезда / Entry date", "entry", False, None),
        ("entry_date", "entry", False, None),
        ("Passport no.", "document", False, None),
        ("Colour", "", False, None),
        ("Entry / Exit date", "", False, None),  # both, and so neither
        ("x" * 1000, "", False, None),
    ],
)
def test_heads(text: str, meaning: str, here: bool, order: str | None) -> None:
    found = head_of(0, text)
    assert (found.meaning, found.here, found.order) == (meaning, here, order)


@pytest.mark.parametrize(
    ("heads", "sense", "first"),
    [
        (("Entry", "Exit"), "here", "Entry"),
        (("Exit", "Entry"), "here", "Entry"),
        (("Arrival", "Departure"), "here", "Arrival"),
        (("Departure", "Arrival"), "ask", "Departure"),
        (("Departure", "Return"), "ask", "Departure"),
        (("Date Out", "Date In"), "ask", "Date Out"),
        (("Outbound", "Inbound"), "ask", "Outbound"),
        (("From", "To"), "ask", "From"),
        (("С", "По"), "ask", "С"),
        (("Заезд", "Отъезд"), "here", "Заезд"),
        (("Келу", "Кету"), "here", "Келу"),
        (("Departure KZ", "Return"), "ask", "Departure KZ"),
    ],
)
def test_sense_of_a_pair(heads: tuple[str, str], sense: str, first: str) -> None:
    (block,) = blocks(grid(heads, ("2026-03-01", "2026-03-05")), READER)
    found = dates_of(block, READER)
    assert found
    assert found.first
    assert (found.sense, found.first.text) == (sense, first)


def test_pair_without_days_in_it_is_none() -> None:
    table = grid(("Date Out", "Date In", "Departure", "Return"), ("2026-01-05", "2026-01-20", "LHR", "ALA"))
    found = dates_of(blocks(table, READER)[0], READER)
    assert found
    assert found.first
    assert found.first.text == "Date Out"


def test_rows_of_data_are_no_heads() -> None:
    assert blocks(grid(("2026-03-01", "Entry"), ("2026-03-05", "Exit")), READER) == []
    assert blocks(grid(("Entry", "something"), ("else", "more")), READER) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_heads_of_our_own_tables(language: Language) -> None:
    a = assess(traveller("DE", stay("2026-03-04", "2026-03-05")), TODAY, LAW, SAFE)
    own = {"traveller": "name", "kind": "stay-kind", "passport": "passport-kind"}
    same = {"citizenship", "entry", "exit", "days", "notified", "registered", "note", "checkpoint", "born"}
    hyphened = {"shown_citizenship", "shown_passport", "exit_checkpoint"}
    for column in rows.tables(words(language), a)[1].columns:
        if column.key in same | hyphened | own.keys():
            assert head_of(0, column.header).meaning == own.get(column.key, column.key.replace("_", "-")), column
