"""A stack is no larger than the page that is shown asks for."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kzstay.ui.widgets import parts
from kzstay.ui.widgets.stack import Stack


def test_a_page_that_is_not_shown_asks_for_nothing(qtbot: QtBot) -> None:
    stack, small, large = Stack(), QWidget(), QWidget()
    qtbot.addWidget(stack)
    small.setMinimumSize(10, 20)
    large.setMinimumSize(300, 400)
    assert stack.minimumSizeHint() == QSize()
    for page in (small, large):
        stack.addWidget(page)
    assert stack.minimumSizeHint() == QSize(10, 20)
    stack.setCurrentWidget(large)
    assert stack.minimumSizeHint() == QSize(300, 400)


def test_words_of_the_shown_page_have_all_their_lines(qtbot: QtBot) -> None:
    stack, page, words = Stack(), QWidget(), parts.label(wrap=True)
    qtbot.addWidget(stack)
    words.setText("word " * 60)
    page.setLayout(parts.column(words))
    stack.addWidget(page)
    stack.resize(200, 100)
    assert stack.minimumSizeHint().height() >= words.heightForWidth(200)
