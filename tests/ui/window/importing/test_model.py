"""The model of the rows: what a cell says, never by colour alone, and which rows a chip lets through."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from kzstay.drawing.colours import DARK
from kzstay.texts.words import words
from kzstay.ui.window.importing.model import COLUMNS, DAYS, ENTRY, EXIT, LINE, REMARK, STATE, RowsModel
from tests.helpers import case, day
from tests.ui.window.importing.open_imports import ANNA, TABLE
from tests.ui.window.importing.test_source import read

W = words("en")


def model() -> RowsModel:
    made = RowsModel(W, DARK)
    made.show_found(read(TABLE, case(ANNA)))
    return made


def shown(made: RowsModel, row: int) -> list[str]:
    return [made.index(row, column).data() for column in range(COLUMNS)]


def test_a_row_says_what_stands_there(qtbot: QtBot) -> None:
    made = model()
    heads = [made.headerData(column, Qt.Orientation.Horizontal, 0) for column in range(COLUMNS)]
    assert heads == ["Line", "State", "Traveller", "Entry", "Exit", "Days", "Checkpoint", "Remark"]
    assert shown(made, 0) == ["2", "Taken", "Anna Schmidt", "1 Feb 2026", "10 Feb 2026", "10", "", "first"]
    assert shown(made, 3)[STATE] == "Refused"
    assert "32.13.2026" in shown(made, 3)[REMARK]
    assert made.headerData(0, Qt.Orientation.Vertical, 0) is None
    assert made.headerData(0, Qt.Orientation.Horizontal, Qt.ItemDataRole.FontRole) is None
    assert made.index(0, DAYS).data(Qt.ItemDataRole.TextAlignmentRole) & Qt.AlignmentFlag.AlignRight


def test_a_state_has_a_word_a_sign_and_a_colour(qtbot: QtBot) -> None:
    made = model()
    signs = [made.index(row, STATE).data(Qt.ItemDataRole.DecorationRole).cacheKey() for row in range(5)]
    assert len(set(signs)) == 4
    colours = [made.index(row, STATE).data(Qt.ItemDataRole.ForegroundRole).name() for row in range(5)]
    assert len(set(colours)) == 4
    assert made.index(1, ENTRY).data(Qt.ItemDataRole.ForegroundRole).name() == DARK.muted.lower()
    assert made.index(0, ENTRY).data(Qt.ItemDataRole.ForegroundRole) is None


def test_a_chip_lets_its_rows_through(qtbot: QtBot) -> None:
    made = model()
    made.show_state("asked")
    assert [made.index(row, LINE).data() for row in range(made.rowCount())] == ["4"]
    made.show_state(None)
    assert made.rowCount() == 5


def test_a_row_is_told_as_a_whole(qtbot: QtBot) -> None:
    made = model()
    told = made.told(2)
    assert told.startswith("line 4 · Asked")
    assert "a stay that is there already" in told
    assert made.told(99) == ""
    assert made.index(0, STATE).data(Qt.ItemDataRole.ToolTipRole) == "Taken"
    assert made.data(made.index(99, 0)) is None


def test_a_stay_without_an_exit_says_so(qtbot: QtBot) -> None:
    made = RowsModel(W)
    made.show_found(read("entry,exit\n2026-11-15,\n", case(ANNA)))
    assert made.index(0, EXIT).data() == "none"
    assert made.index(0, DAYS).data() == ""
    assert day("2026-11-15")
