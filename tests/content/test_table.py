"""The shape of a table: what belongs on paper comes first, and what a cell holds is written as what it is."""

from __future__ import annotations

from typing import get_args

import pytest

from kzstay.content import register, rows
from kzstay.content.table import Cell, Column, Table
from kzstay.core.assess import assess
from kzstay.i18n import LANGUAGES, Language
from kzstay.texts.words import words
from tests.core.builders import LAW
from tests.helpers import day, traveller

NAME, BORN, NOTE = Column("name", "Name", 30), Column("born", "Born", 12), Column("note", "Note", 40)


def test_what_is_for_a_screen_alone_comes_after_what_belongs_on_paper() -> None:
    assert Table("people", "People", [NAME, BORN], [NOTE]).columns == [NAME, BORN, NOTE]
    assert Table("people", "People", [NAME]).columns == [NAME]


def test_a_table_that_somebody_adds_columns_to_keeps_its_own() -> None:
    table = Table("people", "People", [NAME], [NOTE])
    table.columns.append(BORN)
    assert table.columns == [NAME, NOTE]
    assert Table("others", "Others", [NAME]).besides is not Table("third", "Third", [NAME]).besides


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_table_has_columns_for_paper_each_with_room_for_letters(language: Language) -> None:
    w = words(language)
    tables = [register.table(w), *rows.tables(w, assess(traveller("DE"), day("2026-11-28"), LAW))]
    assert len({table.key for table in tables}) == len({table.title for table in tables}) == len(tables)
    for table in tables:
        assert table.printed
        assert all(column.key and column.header and column.width > 0 for column in table.columns)
        assert len({column.key for column in table.columns}) == len(table.columns)


def test_a_cell_is_nothing_that_a_spreadsheet_could_take_for_something_else() -> None:
    # A bool is an int to Python and TRUE to a spreadsheet; a float would round days
    assert {kind.__name__ for kind in get_args(Cell)} == {"str", "int", "date", "NoneType"}
