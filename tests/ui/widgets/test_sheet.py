"""A sheet has no fields before somebody opens it, and then has them once and for all."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from kzstay.ui.widgets import parts
from kzstay.ui.widgets.sheet import Sheet


class Note(Sheet):
    """A sheet of one field."""

    def make(self) -> list[QWidget]:
        self.text = QLineEdit()
        self.setLayout(parts.column(self.text))
        return [self.text]


@pytest.fixture
def note(qtbot: QtBot) -> Note:
    made = Note()
    qtbot.addWidget(made)
    return made


def test_one_that_nobody_opens_has_no_fields(note: Note) -> None:
    assert note.findChildren(QLineEdit) == []
    assert note.stops == []


def test_its_fields_are_seen_as_it_opens_and_stay_as_they_were_left(note: Note, qtbot: QtBot) -> None:
    with qtbot.waitSignal(note.completed):
        note.show()
    assert note.text.isVisible()
    assert note.stops == [note.text]
    note.text.setText("left here")
    note.hide()
    with qtbot.assertNotEmitted(note.completed):
        note.show()
    assert note.findChildren(QLineEdit) == [note.text]
    assert note.text.text() == "left here"
