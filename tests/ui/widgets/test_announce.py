"""A sentence for a screen reader: said of the part that it is about, word for word."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from kzstay.ui.widgets.announce import announce, describe, plain_of, tell_description, tell_focus, tell_name
from tests.ui.heard import Ear


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


def test_a_part_or_a_child_of_it_is_told_of_as_what_it_is(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    ear, part = Ear(monkeypatch), QLabel("x")
    qtbot.addWidget(part)
    tell_focus(part, 3)
    tell_name(part, 0)
    tell_description(part)
    event = QAccessible.Event
    assert ear.events == [
        (event.Focus, part, 3),
        (event.NameChanged, part, 0),
        (event.DescriptionChanged, part, -1),
    ]


def test_what_a_field_proposes_is_not_told_as_if_it_stood_there(qtbot: QtBot) -> None:
    field = QLineEdit()
    field.setPlaceholderText("22.11.2026")
    qtbot.addWidget(field)
    describe(field, "Type a date")
    found = QAccessible.queryAccessibleInterface(field)
    assert found.text(QAccessible.Text.Description) == "Type a date"
    assert found.text(QAccessible.Text.Value) == ""


@pytest.mark.parametrize(
    ("text", "written", "words"),
    [
        ("a < b & c", Qt.TextFormat.PlainText, "a < b & c"),
        ("<p>a &lt; b</p><p>c</p>", Qt.TextFormat.RichText, "a < b c"),
    ],
)
def test_a_label_is_read_as_its_words(qtbot: QtBot, text: str, written: Qt.TextFormat, words: str) -> None:
    label = QLabel(text)
    label.setTextFormat(written)
    qtbot.addWidget(label)
    assert plain_of(label) == words
