"""Rows are copied as cells under the names of the columns that are seen, and no text in them is a formula."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QApplication, QMenu, QTableView
from pytestqt.qtbot import QtBot

from kzstay.texts.words import words
from kzstay.ui.widgets import parts
from kzstay.ui.widgets.letters import plain
from kzstay.ui.widgets.row_copy import RowCopy

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def table(qtbot: QtBot) -> QTableView:
    found = QTableView()
    qtbot.addWidget(found)
    parts.table_of_rows(found)
    model = QStandardItemModel(0, 3, found)
    model.setHorizontalHeaderLabels(["Duty", "State", "Hidden"])
    for row in (("Leave", "open", "x"), ("=1+1", "two\nlines", "y"), ("Tab\there", "", "z")):
        model.appendRow([QStandardItem(text) for text in row])
    found.setModel(model)
    found.setColumnHidden(2, True)
    found.setSelectionMode(QTableView.SelectionMode.ExtendedSelection)
    return found


def test_the_chosen_rows_are_copied_by_key(table: QTableView, qtbot: QtBot) -> None:
    copy = RowCopy(table, lambda: words("en"))
    table.show()
    table.selectAll()
    qtbot.keyClick(table, Qt.Key.Key_C, CONTROL)
    assert QGuiApplication.clipboard().text() == "Duty\tState\nLeave\topen\n'=1+1\ttwo lines\nTab here\t\n"
    assert copy.rows() == [0, 1, 2]


def test_without_a_choice_it_is_the_row_with_the_keyboard_or_none(table: QTableView) -> None:
    copy = RowCopy(table, lambda: words("en"))
    QGuiApplication.clipboard().setText("before")
    copy.copy()
    assert QGuiApplication.clipboard().text() == "before"
    menu = QMenu(table)
    assert not copy.add_to(menu).isEnabled()
    table.setCurrentIndex(table.model().index(1, 0))
    table.clearSelection()
    assert copy.text().splitlines()[1:] == ["'=1+1\ttwo lines"]
    assert copy.add_to(menu).text() == "Copy the row"
    table.selectAll()
    action = copy.add_to(menu)
    assert action.text() == "Copy 3 rows"
    action.trigger()
    assert QGuiApplication.clipboard().text().count("\n") == 4


def test_a_table_without_a_menu_of_its_own_has_one_of_this_alone(table: QTableView) -> None:
    RowCopy(table, lambda: words("en"), alone=True)
    table.show()
    table.setCurrentIndex(table.model().index(0, 0))
    table.customContextMenuRequested.emit(table.viewport().rect().center())
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert [plain(action.text()) for action in menu.actions()] == ["Copy the row"]
    menu.close()
