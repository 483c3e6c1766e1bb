"""A sentence for a screen reader: said of the part that it is about, word for word."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from kzstay.ui.widgets.announce import announce


@pytest.mark.parametrize("text", ["Saved.", "Выезд до 10 декабря", "<b>x</b> & %1", ""])
def test_a_sentence_is_said_of_its_part_word_for_word(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    said: list[tuple[object, str]] = []

    def hear(event: QAccessibleAnnouncementEvent) -> None:
        said.append((event.object(), event.message()))

    monkeypatch.setattr(QAccessible, "updateAccessibility", hear)
    part = QLabel("something else")
    qtbot.addWidget(part)
    announce(part, text)
    assert said == [(part, text)]


def test_where_nobody_listens_nothing_happens(qtbot: QtBot) -> None:
    part = QLabel("as it is")
    qtbot.addWidget(part)
    announce(part, "Saved.")
    assert part.text() == "as it is"
