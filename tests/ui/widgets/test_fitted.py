"""A part in a fitted area: it fills the room, and is scrolled where there is too little."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QRect
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from kzstay.ui.widgets import parts
from kzstay.ui.widgets.fitted import Fitted, show_in_place
from tests.ui.cut import settle

LEAST = 300
WORDS = "What has no room in a line goes on in the next one, as long as there is one word left to be said. " * 3


@pytest.fixture
def page(qtbot: QtBot, qapp: object) -> tuple[Fitted, QWidget]:
    """A page with words that wrap, a part of a fixed height and a sheet that is shut."""
    held = QWidget()
    words = parts.label(wrap=True)
    words.setText(WORDS)
    block, sheet = QPushButton("block"), QPushButton("sheet")
    block.setFixedHeight(200)
    sheet.setFixedHeight(80)
    sheet.setObjectName("sheet")
    sheet.hide()
    held.setLayout(parts.column(words, block, sheet))
    area = Fitted(held, LEAST)
    qtbot.addWidget(area)
    area.show()
    return area, held


class Dressings(QObject):
    """Counts how often a part was dressed anew."""

    seen = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.seen += event.type() == QEvent.Type.StyleChange
        return False


@pytest.fixture
def dressed(qapp: QApplication) -> Iterator[None]:
    worn = qapp.styleSheet()
    qapp.setStyleSheet("QLabel { color: black; }")
    yield
    qapp.setStyleSheet(worn)


@pytest.mark.usefixtures("dressed")
def test_all_in_a_part_are_dressed_anew_only_once(qtbot: QtBot) -> None:
    page, held, words = QWidget(), QWidget(), QLabel("words")
    qtbot.addWidget(page)
    words.setParent(held)
    dressings = Dressings()
    words.installEventFilter(dressings)
    Fitted(held, LEAST, page)
    assert dressings.seen == 1


@pytest.mark.parametrize("size", [(900, 700), (500, 400), (320, 500)])
def test_it_fills_the_room_that_there_is(page: tuple[Fitted, QWidget], size: tuple[int, int]) -> None:
    area, held = page
    area.resize(*size)
    settle()
    assert held.width() == area.viewport().width()
    assert held.height() >= area.viewport().height()
    assert area.horizontalScrollBar().maximum() == 0


@pytest.mark.parametrize("size", [(900, 100), (310, 200), (200, 120)])
def test_where_there_is_less_all_of_it_is_scrolled_to(page: tuple[Fitted, QWidget], size: tuple[int, int]) -> None:
    area, held = page
    area.resize(*size)
    settle()
    assert held.width() == max(LEAST, area.viewport().width())
    assert area.verticalScrollBar().maximum() == held.height() - area.viewport().height() > 0
    (words,) = held.findChildren(QLabel)
    assert words.height() >= words.heightForWidth(words.width()), "also words that go on in further lines"


def test_what_is_opened_is_scrolled_to(page: tuple[Fitted, QWidget]) -> None:
    area, held = page
    area.resize(500, 150)
    settle()
    sheet = held.findChild(QPushButton, "sheet")
    assert sheet is not None
    sheet.show()
    show_in_place(sheet)
    settle()
    place = QRect(sheet.mapTo(area.viewport(), QPoint(0, 0)), sheet.size())
    assert area.viewport().rect().contains(place)


def test_outside_such_an_area_nothing_is_scrolled(qtbot: QtBot) -> None:
    alone = QWidget()
    qtbot.addWidget(alone)
    alone.show()
    show_in_place(alone)
    settle()
    assert alone.isVisible()
