"""A page that is read has a caret: keys go through it line by line, and copy from it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from kzstay.ui.widgets.read_page import ReadPage

LINES = "".join(f"<p>line {number}</p>" for number in range(200))
Key, Held = Qt.Key, Qt.KeyboardModifier


@pytest.fixture
def page(qtbot: QtBot) -> ReadPage:
    page = ReadPage()
    qtbot.addWidget(page)
    page.resize(300, 200)
    page.show_page(LINES)
    page.show()
    return page


def line(page: ReadPage) -> str:
    return page.textCursor().block().text()


def test_arrows_go_through_the_lines(page: ReadPage, qtbot: QtBot) -> None:
    read = [line(page)]
    for _ in range(3):
        qtbot.keyClick(page, Key.Key_Down)
        read.append(line(page))
    assert read == ["line 0", "line 1", "line 2", "line 3"]


def test_what_is_read_is_copied_without_a_mouse(page: ReadPage, qtbot: QtBot) -> None:
    qtbot.keyClick(page, Key.Key_End, Held.ShiftModifier)
    qtbot.keyClick(page, Key.Key_C, Held.ControlModifier)
    assert QGuiApplication.clipboard().text() == "line 0"


def test_after_scrolling_reading_goes_on_with_what_is_seen(page: ReadPage, qtbot: QtBot) -> None:
    bar = page.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    scrolled = bar.value()
    qtbot.keyClick(page, Key.Key_Down)
    assert line(page) not in ("line 0", "line 1")
    assert abs(bar.value() - scrolled) < page.height()


def test_a_page_that_is_another_leaves_who_reads_it_where_they_are(page: ReadPage, qtbot: QtBot) -> None:
    for _ in range(5):
        qtbot.keyClick(page, Key.Key_Down)
    page.show_page(LINES.replace("line", "row"))
    assert line(page) == "row 5"
    page.show_page("<p>short</p>")
    assert line(page) == "short"
    page.show_page(LINES, anew=True)
    assert (line(page), page.verticalScrollBar().value()) == ("line 0", 0)


def test_nothing_can_be_written_in_it(page: ReadPage, qtbot: QtBot) -> None:
    before = page.toPlainText()
    qtbot.keyClicks(page, "x")
    qtbot.keyClick(page, Key.Key_Delete)
    assert page.toPlainText() == before
