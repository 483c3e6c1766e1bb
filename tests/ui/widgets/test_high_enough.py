"""A frame is never lower than its words are on its width."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from kzstay.ui.widgets import parts
from kzstay.ui.widgets.high_enough import HighEnough
from tests.ui.cut import settle


@pytest.mark.parametrize("width", [120, 300, 900])
def test_it_is_as_high_as_its_words_on_any_width(qtbot: QtBot, width: int) -> None:
    frame, words = HighEnough(), parts.label(wrap=True)
    words.setText("word " * 60)
    frame.setLayout(parts.column(words))
    qtbot.addWidget(frame)
    frame.show()
    frame.resize(width, 10)
    settle()
    assert words.height() >= words.heightForWidth(words.width())
    words.setText("word " * 200)
    settle()
    assert words.height() >= words.heightForWidth(words.width())


def test_one_in_which_all_is_hidden_asks_for_nothing(qtbot: QtBot) -> None:
    frame, words = HighEnough(), parts.label(wrap=True)
    words.hide()
    frame.setLayout(parts.column(words))
    qtbot.addWidget(frame)
    frame.show()
    settle()
    assert frame.minimumHeight() == 0
