"""The top row: who is shown, the day that is reckoned for, and the way to the report."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QWidget
from pytestqt.qtbot import QtBot

from kzstay.core.days import DAY
from kzstay.ui.window.main_window import MainWindow
from tests.helpers import stay, traveller
from tests.ui.conftest import TODAY, OpenCase

ANNA = traveller("DE", stay("2026-11-11"))
BORIS = traveller("GB", stay("2026-11-01", "2026-11-05"), name="Boris Brown", passport="service")
LONG_NAME = "Maria Fernanda González-Rodríguez de la Cruz y Torres"

# Without a screen a sheet cannot be raised, and says so


def listed(menu: QMenu) -> list[str]:
    menu.aboutToShow.emit()
    return [action.text() for action in menu.actions()]


# Travellers


def test_the_traveller_is_named_with_citizenship_and_passport(open_case: OpenCase) -> None:
    header = open_case(ANNA).stay.header
    assert header.name.text() == "Anna Schmidt"
    assert header.person.text() == "Germany · ordinary passport"
    assert header.person.accessibleName() == "Traveller: Germany · ordinary passport"


def test_a_click_on_the_name_opens_the_form_as_the_button_beside_it_does(
    open_case: OpenCase, qtbot: QtBot
) -> None:
    window = open_case(ANNA)
    qtbot.mouseClick(window.stay.header.name, Qt.MouseButton.LeftButton)
    assert window.stay.form.isVisible()


def test_a_blank_traveller_is_asked_for_a_citizenship(open_case: OpenCase) -> None:
    header = open_case().stay.header
    assert header.name.text() == "New traveller"
    assert header.person.text() == "Choose citizenship…"


def test_one_traveller_alone_is_not_chosen_from_a_menu(open_case: OpenCase) -> None:
    assert open_case(ANNA).stay.header.switch.isHidden()


def test_one_of_several_travellers_is_chosen_from_a_menu(open_case: OpenCase) -> None:
    window = open_case(ANNA, BORIS)
    header = window.stay.header
    assert header.switch.isVisible()
    assert listed(header.travellers) == ["Anna Schmidt", "Boris Brown"]
    assert [action.isChecked() for action in header.travellers.actions()] == [True, False]
    header.travellers.actions()[1].trigger()
    assert window.session().traveller == BORIS
    assert header.name.text() == "Boris Brown"
    assert header.person.text() == "United Kingdom · service passport"


def test_the_details_button_shows_and_hides_the_form(open_case: OpenCase, qtbot: QtBot) -> None:
    window = open_case(ANNA)
    qtbot.mouseClick(window.stay.header.person, Qt.MouseButton.LeftButton)
    assert window.stay.form.isVisible()
    qtbot.mouseClick(window.stay.header.person, Qt.MouseButton.LeftButton)
    assert not window.stay.form.isVisible()


def test_a_click_on_the_name_shows_the_form_and_a_double_click_too(open_case: OpenCase, qtbot: QtBot) -> None:
    window = open_case(ANNA)
    qtbot.mouseClick(window.stay.header.name, Qt.MouseButton.LeftButton)
    assert window.stay.form.isVisible()
    qtbot.mouseClick(window.stay.header.name, Qt.MouseButton.LeftButton)
    assert not window.stay.form.isVisible()
    qtbot.mouseClick(window.stay.header.name, Qt.MouseButton.LeftButton)
    qtbot.mouseDClick(window.stay.header.name, Qt.MouseButton.LeftButton)
    assert window.stay.form.isVisible()


def test_a_traveller_is_added_and_taken_back(open_case: OpenCase, qtbot: QtBot) -> None:
    window = open_case(ANNA)
    qtbot.mouseClick(window.stay.header.add, Qt.MouseButton.LeftButton)
    assert len(window.session().case.travellers) == 2
    assert window.stay.header.name.text() == "New traveller"
    assert window.stay.form.isVisible()
    window.commands.undo.trigger()
    assert window.session().case.travellers == (ANNA,)


def test_in_an_empty_case_the_blank_traveller_is_the_new_one(open_case: OpenCase, qtbot: QtBot) -> None:
    window = open_case()
    qtbot.mouseClick(window.stay.header.add, Qt.MouseButton.LeftButton)
    assert len(window.session().case.travellers) == 1
    assert window.stay.form.isVisible()


# The report


def test_the_button_asks_for_the_report_by_mouse_and_by_enter(
    open_case: OpenCase, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_case(ANNA)
    asked: list[bool] = []
    monkeypatch.setattr(window.files, "export_report", lambda: asked.append(True))
    button = window.stay.header.report
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.keyClick(button, Qt.Key.Key_Return)
    assert asked == [True, True]


# Room


def parts(window: MainWindow) -> list[QWidget]:
    header = window.stay.header
    return [
        part
        for part in (
            header.name,
            header.person,
            header.switch,
            header.add,
            header.reckoned,
            header.day,
            header.report,
        )
        if part.isVisible()
    ]


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
@pytest.mark.parametrize("width", [900, 1280])
@pytest.mark.parametrize("name", ["Anna Schmidt", LONG_NAME])
def test_nothing_of_the_row_is_cut(
    open_case: OpenCase, qtbot: QtBot, language: str, width: int, name: str
) -> None:
    window = open_case(traveller("GB", stay("2026-11-11"), name=name), ANNA)
    window.commands.by_name[f"language_{language}"].trigger()
    window.resize(width, 900)
    qtbot.waitUntil(lambda: window.stay.header.width() < width)
    qtbot.waitUntil(lambda: all(part.width() >= part.sizeHint().width() for part in parts(window)))


def test_in_a_narrow_window_the_row_says_less_and_a_screen_reader_everything(
    open_case: OpenCase, qtbot: QtBot
) -> None:
    window = open_case(ANNA)
    window.resize(900, 900)
    qtbot.waitUntil(lambda: window.stay.header.day.text() == "22 Nov 2026")
    assert window.stay.header.person.text() == "Germany · ordinary passport", "for which there is still room"
    window.resize(640, 900)
    qtbot.waitUntil(lambda: window.stay.header.person.text() == "Germany")
    assert window.stay.header.person.accessibleName() == "Traveller: Germany · ordinary passport"
    assert window.stay.header.add.accessibleName() == "Add traveller"
    window.resize(1280, 900)
    qtbot.waitUntil(lambda: window.stay.header.day.text() == "Sunday, 22 November 2026")


def test_what_a_button_shows_is_in_its_name(open_case: OpenCase) -> None:
    window = open_case(ANNA, traveller("GB", name="Boris Brown"))
    header = window.stay.header
    assert header.day.accessibleName() == f"Calculated for: {header.day.text()}"
    assert header.switch.accessibleName() == "Choose a traveller, now Anna Schmidt"
    window.session().view.set_day(TODAY + DAY)
    assert header.day.accessibleName() == "Calculated for: Monday, 23 November 2026"
    window.session().view.set_day(TODAY)


def test_a_name_that_is_drawn_shorter_is_heard_whole(open_case: OpenCase, qtbot: QtBot) -> None:
    window = open_case(traveller("GB", name=LONG_NAME))
    window.resize(900, 900)
    qtbot.waitUntil(lambda: window.stay.header.width() < 900)
    assert window.stay.header.name.accessibleName() == LONG_NAME


@pytest.mark.parametrize("height", [540, 900])
def test_what_is_pressed_in_the_row_has_one_height(open_case: OpenCase, height: int) -> None:
    window = open_case(ANNA)
    window.resize(1280, height)
    header = window.stay.header
    assert len({part.sizeHint().height() for part in (header.person, header.add, header.day, header.report)}) == 1
