"""The choice of a country: chosen from the list, or typed."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from kzstay.texts.words import words
from kzstay.ui.widgets.country_choice import CountryChoice

# Without a screen a list cannot be raised, and says so


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


def offered(made: CountryChoice) -> list[str]:
    return [made.offered.item(row).text() for row in range(made.offered.rowCount())]


def bold(made: CountryChoice) -> list[str]:
    items = [made.offered.item(row) for row in range(made.offered.rowCount())]
    return [item.text() for item in items if item.font().bold()]


def test_what_is_typed_offers_the_best_first_and_shows_which_one_enter_takes(qtbot: QtBot) -> None:
    made = choice(qtbot)
    made.edit.textEdited.emit("uk")
    assert offered(made)[:2] == ["United Kingdom", "Ukraine"]
    assert bold(made) == ["United Kingdom"]
    made.edit.textEdited.emit("united")
    assert offered(made) == ["United Arab Emirates", "United Kingdom", "United States"]
    assert bold(made) == []
    made.edit.textEdited.emit("")
    assert offered(made) == []


def test_what_is_taken_is_shown_by_its_name(qtbot: QtBot) -> None:
    made = choice(qtbot)
    made.edit.setFocus()
    made.edit.setText("германия")
    with qtbot.waitSignal(made.taken):
        qtbot.keyClick(made.edit, Qt.Key.Key_Return)
    assert (made.currentText(), made.currentData()) == ("Germany", "DE")


def test_what_may_be_several_stays_as_it_was_typed(qtbot: QtBot) -> None:
    made = choice(qtbot)
    made.edit.setFocus()
    made.edit.setText("korea")
    with qtbot.waitSignal(made.taken):
        qtbot.keyClick(made.edit, Qt.Key.Key_Return)
    assert made.currentText() == "korea"
    assert offered(made) == ["North Korea", "South Korea"]


def test_one_that_is_chosen_among_the_offered_is_taken(qtbot: QtBot) -> None:
    made = choice(qtbot)
    made.edit.textEdited.emit("korea")
    with qtbot.waitSignal(made.taken):
        made.completer_.activated.emit("South Korea")
    assert made.currentData() == "KR"


def test_a_country_is_shown_or_what_was_typed_in_its_stead(qtbot: QtBot) -> None:
    made = choice(qtbot)
    made.show_country("DE", None)
    assert made.currentText() == "Germany"
    made.show_country("DE", "Atlantis")
    assert made.currentText() == "Atlantis"
    made.show_country("", None)
    assert made.currentText() == ""
