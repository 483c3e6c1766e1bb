"""The list of travellers as a workbook, read back by openpyxl: days are days, and no text is a formula."""

from __future__ import annotations

import tempfile
from datetime import date, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from kzstay.content import register
from kzstay.core.assess import Assessment
from kzstay.export.formats import Stopped
from kzstay.export.list_xlsx import write_report, xlsx_bytes
from kzstay.i18n import LANGUAGES, SPOKEN, Language
from kzstay.texts import Words
from kzstay.texts.words import words
from tests.content.test_register import ANNA, FINED, IVAN, OVER, of
from tests.export.test_csv import HARMFUL
from tests.helpers import stay, traveller


def opened(found: list[Assessment], w: Words, **more: Any) -> Any:  # noqa: ANN401
    return load_workbook(BytesIO(xlsx_bytes(found, w, **more)))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_cell_is_what_the_rows_say_in_the_order_that_is_given(language: Language) -> None:
    w, found = words(language), [of(who) for who in (IVAN, ANNA, OVER, FINED)]
    table, book = register.table(w), opened(found, w)
    assert book.sheetnames == [table.title, w.gettext("About this report")]
    header, *lines = list(book[table.title])
    assert [cell.value for cell in header] == [column.header for column in table.columns]
    assert len(lines) == len(found)
    for a, line in zip(found, lines, strict=True):
        row = register.row(w, a)
        for column, cell in zip(table.columns, line, strict=True):
            value = row.get(column.key)
            shown = cell.value.date() if isinstance(cell.value, datetime) else cell.value
            assert shown == (None if value == "" else value)
            assert cell.data_type != "f"
            assert cell.number_format == (SPOKEN[language].days if isinstance(value, date) else "General")
    assert {f"travellers_{column.key}" for column in table.columns} == set(book.defined_names)
    assert list(book[table.title].tables) == ["kzstay_travellers"]
    assert book.properties.title == register.title(w, 4)


def test_who_is_here_too_long_has_the_tint_beside_the_word() -> None:
    sheet = opened([of(OVER), of(ANNA)], words("en"))["Travellers"]
    place = next(cell.column_letter for cell in sheet[1] if cell.value == "Status")
    assert [sheet[f"{place}{row}"].fill.fgColor.rgb for row in (2, 3)] == ["FFF8DCE3", "00000000"]


@pytest.mark.parametrize("name", HARMFUL, ids=range(len(HARMFUL)))
def test_no_name_is_a_formula(name: str) -> None:
    book = opened([of(traveller("DE", stay("2026-11-24"), name=name))], words("en"))
    assert all(cell.data_type != "f" for line in book["Travellers"] for cell in line)


def test_it_tells_what_it_rests_on_and_what_is_left_out() -> None:
    sheet = opened([of(ANNA)], words("en"), left_out=(2, 0))["About this report"]
    told = {str(line[0].value): line[1].value for line in list(sheet)[1:]}
    assert told["Calculated for"] == datetime(2026, 11, 26)  # noqa: DTZ001 - as the file has it
    assert "2 rows are left out" in told["Left out"]


def test_one_input_gives_one_file_and_who_no_longer_wants_it_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(_share: float) -> None:
        raise Stopped

    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    with pytest.raises(Stopped):
        write_report([of(ANNA)], words("en"), tmp_path / "out.xlsx", told=stop)
    assert list(tmp_path.iterdir()) == []
    assert write_report([of(ANNA)], words("en"), tmp_path / "out.xlsx") == ""
    assert (tmp_path / "out.xlsx").read_bytes() == xlsx_bytes([of(ANNA)], words("en"))
