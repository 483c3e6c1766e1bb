"""The table of duties: folding by hand and by key, and columns that give way in their order."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from kzstay.i18n import LANGUAGES, Language
from kzstay.ui.pages.duties.model import CAUSE, DUE, DUTY, STATE, WHO
from kzstay.ui.pages.duties.table import DutiesTable
from kzstay.ui.widgets.cell_room import TWO_LINES
from kzstay.ui.widgets.theme import scaled
from kzstay.ui.window.main_window import MainWindow
from tests.ui import pages_of
from tests.ui.conftest import OpenCase
from tests.ui.pages.duties.often import OFTEN


def shown(window: MainWindow, qtbot: QtBot) -> DutiesTable:
    window.stay.show_page("duties")
    window.show()
    qtbot.waitExposed(window)
    return pages_of.duties(window).table


def test_a_click_on_the_row_of_the_past_unfolds_it_and_folds_it(open_case: OpenCase, qtbot: QtBot) -> None:
    table = shown(open_case(OFTEN), qtbot)
    model = table.duties
    for unfolded in (True, False):
        table.scrollTo(model.index(model.fold, DUTY))
        place = table.visualRect(model.index(model.fold, DUTY)).center()
        qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
        assert model.unfolded is unfolded


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_a_key_does_the_same(open_case: OpenCase, qtbot: QtBot, key: Qt.Key) -> None:
    table = shown(open_case(OFTEN), qtbot)
    table.setCurrentIndex(table.duties.index(table.duties.fold, DUTY))
    qtbot.keyClick(table, key)
    assert table.duties.unfolded
    assert table.currentIndex().row() == table.duties.fold
    qtbot.keyClick(table, key)
    assert not table.duties.unfolded


def test_arrows_unfold_and_fold(open_case: OpenCase, qtbot: QtBot) -> None:
    table = shown(open_case(OFTEN), qtbot)
    table.setCurrentIndex(table.duties.index(table.duties.fold, DUTY))
    qtbot.keyClick(table, Qt.Key.Key_Right)
    assert table.duties.unfolded
    qtbot.keyClick(table, Qt.Key.Key_Left)
    assert not table.duties.unfolded


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", [1280, 1100, 948])
def test_days_and_states_are_whole_and_columns_give_way_before_them(
    open_case: OpenCase, qtbot: QtBot, language: Language, width: int
) -> None:
    window = open_case(OFTEN)
    window.preferences.set_language(language)
    window.resize(width, 800)
    table = shown(window, qtbot)
    two_lines = scaled(TWO_LINES)
    qtbot.waitUntil(
        lambda: table.columnWidth(STATE) >= table.sizeHintForColumn(STATE) or table.rowHeight(0) == two_lines
    )
    assert table.columnWidth(DUE) >= table.sizeHintForColumn(DUE)
    assert not (table.isColumnHidden(CAUSE) and not table.isColumnHidden(WHO))
    assert table.horizontalScrollBar().maximum() == 0


def test_the_row_of_the_past_lies_over_all_columns(open_case: OpenCase) -> None:
    table = pages_of.duties(open_case(OFTEN)).table
    assert table.columnSpan(table.duties.fold, DUTY) == table.duties.columnCount()
    assert table.columnSpan(0, DUTY) == 1
