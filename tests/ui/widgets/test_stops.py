"""Where Tab comes to."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete, isValid

from kzstay.ui.widgets import parts
from kzstay.ui.widgets.stops import is_stop, stops_of


def test_the_stops_of_a_part_are_in_the_order_of_tab(qtbot: QtBot) -> None:
    window, inner = QWidget(), QWidget()
    qtbot.addWidget(window)
    first, second, outside = QLineEdit(), QPushButton(), QLineEdit()
    inner.setLayout(parts.column(first, QLabel("told"), second))
    window.setLayout(parts.column(inner, outside))
    QWidget.setTabOrder(second, first)
    assert stops_of(inner) == [second, first]
    assert stops_of(outside) == [outside]


def test_what_is_hidden_or_cannot_be_used_is_no_stop(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    shown, hidden, disabled, told = QPushButton(), QPushButton(), QPushButton(), QLabel("told")
    window.setLayout(parts.column(shown, hidden, disabled, told))
    window.show()
    hidden.hide()
    disabled.setEnabled(False)
    assert [is_stop(part) for part in (shown, hidden, disabled, told)] == [True, False, False, False]


def test_to_list_them_makes_nothing_depend_on_what_stood_before_it(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    first, second, last = QLineEdit(), QPushButton(), QLineEdit()
    window.setLayout(parts.column(first, second, last))
    assert stops_of(window) == [first, second, last]
    delete(first)
    assert stops_of(window) == [second, last]
    delete(last)
    assert isValid(second)
    assert isValid(window)
