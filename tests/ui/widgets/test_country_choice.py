"""The choice of a country: chosen from the list, or typed."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from kzstay.texts.words import words
from kzstay.ui.widgets.country_choice import CountryChoice


def choice(qtbot: QtBot) -> CountryChoice:
    made = CountryChoice()
    qtbot.addWidget(made)
    made.list_countries(words("en"))
    made.show()
    return made


def test_all_countries_are_listed_and_none_of_them_first(qtbot: QtBot) -> None:
    made = choice(qtbot)
    assert made.itemData(0) == ""
    assert {made.itemData(row) for row in range(1, made.count())} == {code for code, _ in words("en").countries()}


def test_what_is_typed_is_taken_when_somebody_goes_on(qtbot: QtBot) -> None:
    made = choice(qtbot)
    edit = made.lineEdit()
    assert edit is not None
    edit.setFocus()
    edit.setText("Atlantis")  # by keys a list would be raised, which wants a screen
    with qtbot.waitSignal(made.taken):
        qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert made.currentText() == "Atlantis"
    assert not made.typing


def test_a_country_is_shown_or_what_was_typed_in_its_stead(qtbot: QtBot) -> None:
    made = choice(qtbot)
    made.show_country("DE", None)
    assert made.currentText() == "Germany"
    made.show_country("DE", "Atlantis")
    assert made.currentText() == "Atlantis"
    made.show_country("", None)
    assert made.currentText() == ""
