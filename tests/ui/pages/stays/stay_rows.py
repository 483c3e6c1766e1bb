"""Somebody with three stays, and how the cells of the table of stays are read and typed."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from kzstay.ui.window.main_window import MainWindow
from tests.helpers import stay, traveller

ANNA = traveller("DE", stay("2026-05-20", "2026-06-08"), stay("2026-09-20", "2026-10-04"), stay("2026-11-11"))
FIRST, SECOND, PRESENT = 0, 1, 2


def shown(window: MainWindow, row: int, column: int) -> str:
    return window.stay.stays.stays.index(row, column).data()


def colour(window: MainWindow, row: int, column: int) -> QColor | None:
    return window.stay.stays.stays.index(row, column).data(Qt.ItemDataRole.ForegroundRole)


def go_to(window: MainWindow, row: int, column: int) -> None:
    window.stay.stays.setFocus()
    window.stay.stays.setCurrentIndex(window.stay.stays.stays.index(row, column))


def editor() -> QLineEdit:
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    return field


def begin(qtbot: QtBot, window: MainWindow, row: int, column: int) -> QLineEdit:
    """Begin to change a cell, as F2 does."""
    go_to(window, row, column)
    qtbot.keyClick(window.stay.stays, Qt.Key.Key_F2)
    return editor()


def enter(qtbot: QtBot, window: MainWindow, row: int, column: int, text: str) -> None:
    """Type a text into a cell and press Enter."""
    field = begin(qtbot, window, row, column)
    field.selectAll()
    qtbot.keyClick(field, Qt.Key.Key_Delete)
    qtbot.keyClicks(field, text)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not isinstance(QApplication.focusWidget(), QLineEdit))
