"""A help box is no larger than the window, and what is longer is scrolled."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kzstay.texts.words import words
from kzstay.ui.window.help_box import AROUND, LEAST, HelpBox
from tests.ui.cut import settle

ROWS = "<table>" + "<tr><td><b>Ctrl+Shift+X</b></td><td>do one thing or another</td></tr>" * 40 + "</table>"


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.mark.parametrize("size", [QSize(960, 540), QSize(1280, 900), QSize(400, 260)])
@pytest.mark.parametrize("body", ["<p>short</p>", ROWS])
def test_it_is_no_larger_than_the_window_and_than_its_page(window: QWidget, size: QSize, body: str) -> None:
    window.resize(size)
    box = HelpBox(window, words("en"), "Keyboard", body)
    box.open()
    settle()
    most = (size - QSize(AROUND, AROUND)).expandedTo(LEAST)
    assert box.size() == box.size().boundedTo(most)
    assert box.page.horizontalScrollBar().maximum() == 0 or box.width() == most.width()
    assert box.page.verticalScrollBar().maximum() == 0 or box.height() == most.height()
    assert box.rect().contains(box.close_button.geometry())
    box.close()


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_Return])
def test_esc_and_enter_close_it_for_good(window: QWidget, qtbot: QtBot, key: Qt.Key) -> None:
    box = HelpBox(window, words("en"), "Keyboard", ROWS)
    box.open()
    settle()
    qtbot.keyClick(box, key)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert window.findChildren(HelpBox) == []
