"""What every workbook here is made of: texts that fit into a cell, and a file that bears the day of reckoning."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook

from kzstay.content.table import Column, Table
from kzstay.core.verdict import Standing
from kzstay.export.workbook import MOST, Archive, Sheet, made, text_of
from kzstay.texts.words import words
from tests.helpers import day

TABLE = Table("people", "People", [Column("name", "Name", 12), Column("status", "Status", 12)])


@pytest.mark.parametrize("letter", ["я", "😀", "a😀"])
def test_a_text_too_long_for_a_cell_is_cut_with_a_sign(letter: str) -> None:
    text = text_of(letter * 40_000)
    units = len(text.encode("utf-16-le")) // 2
    assert MOST - 1 <= units <= MOST
    assert text.endswith("…")
    assert text[:-1] == (letter * 40_000)[: len(text) - 1]
    whole = "я" * MOST
    assert text_of(whole) == whole


def test_a_day_before_there_were_zip_files_is_the_first_that_they_know() -> None:
    with Archive(BytesIO(), day("1979-12-31")) as archive:
        archive.writestr("a", "b")
        assert archive.infolist()[0].date_time[:3] == (1980, 1, 1)


def test_a_table_is_named_in_every_language_alike_and_its_status_has_the_tint_of_the_standing() -> None:
    def fill(book: object) -> None:
        sheet = Sheet(book, TABLE, "ru")  # pyright: ignore[reportArgumentType]
        sheet.append({"name": "=1+1", "status": "over"}, Standing.OVERSTAY)
        sheet.append({"name": "B", "status": "here"}, Standing.LAWFUL)
        sheet.finish()

    data = made(words("ru"), "A title", day("2026-11-26"), fill)
    book = load_workbook(BytesIO(data))
    sheet = book["People"]
    assert book.properties.title == "A title"
    assert [[cell.value for cell in line] for line in sheet] == [
        ["Name", "Status"],
        ["=1+1", "over"],
        ["B", "here"],
    ]
    assert sheet["A2"].data_type == "s"
    assert [sheet[place].fill.fgColor.rgb for place in ("B2", "B3")] == ["FFF8DCE3", "00000000"]
    assert {"people_name", "people_status"} <= set(book.defined_names)
    with ZipFile(BytesIO(data)) as archive:
        assert {info.date_time[:3] for info in archive.infolist()} == {(2026, 11, 26)}
