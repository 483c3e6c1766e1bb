"""The dialog that tells what differs between the window and the file."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kzstay.texts.words import words
from kzstay.ui.window.comparison import Comparison
from tests.helpers import case, stay, traveller

ANNA = traveller("DE", stay("2026-11-11"), name="Anna <b>Schmidt</b>")


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


def opened(parent: QWidget, *, same: bool = False) -> Comparison:
    there = case(ANNA) if same else case(traveller("GB", name="Boris Brown"), ANNA)
    return Comparison(words("en"), "anna.kzstay", case(ANNA), there, parent)


def test_each_traveller_who_differs_stands_there_in_words(parent: QWidget) -> None:
    dialog = opened(parent)
    assert "anna.kzstay" in dialog.heading.text()
    assert "Boris Brown" in dialog.text.toPlainText()
    assert "in the file only" in dialog.text.toPlainText()
    assert "Anna" not in dialog.text.toPlainText()


def test_where_nothing_differs_it_says_so(parent: QWidget) -> None:
    assert opened(parent, same=True).text.toPlainText().startswith("Nothing differs")


def test_its_buttons_close_it_and_ask_for_what_they_say(parent: QWidget, qtbot: QtBot) -> None:
    for name in ("save", "again"):
        dialog = opened(parent)
        signal = dialog.save_asked if name == "save" else dialog.reload_asked
        with qtbot.waitSignals([signal, dialog.accepted]):
            getattr(dialog, name).click()


def test_it_is_closed_without_doing_anything(parent: QWidget, qtbot: QtBot) -> None:
    dialog = opened(parent)
    with qtbot.waitSignal(dialog.rejected):
        dialog.leave.click()


def test_it_can_be_read_by_keys(parent: QWidget) -> None:
    dialog = opened(parent)
    assert dialog.text.textInteractionFlags() & dialog.text.textInteractionFlags().TextSelectableByKeyboard
    assert dialog.text.accessibleName() == dialog.heading.text()
