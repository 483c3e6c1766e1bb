"""The table of visas in the window: chosen, sorted, saved, and the way from a row to the check."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kzstay.content.blocks import Table
from kzstay.core.readings import Reading
from kzstay.i18n import LANGUAGES
from kzstay.ui.pages.requests import Requests
from kzstay.ui.places.guide.visa_model import PASSPORT, SINCE
from kzstay.ui.places.guide.visa_view import VisaView
from kzstay.ui.window.main_window import MainWindow
from tests.helpers import stay, traveller
from tests.ui.conftest import OpenCase
from tests.ui.places.guide.guide_place import guide, told, visas


@pytest.fixture
def window(open_case: OpenCase) -> MainWindow:
    return open_case(traveller("DE", stay("2026-11-11")))


@pytest.fixture
def view(window: MainWindow) -> VisaView:
    made = visas(window)
    made.field.clear()
    for chip in made.chips.values():
        chip.setChecked(True)
    made.passport.setCurrentIndex(0)
    made.passport.activated.emit(0)
    return made


def test_all_states_are_listed_and_counted(view: VisaView) -> None:
    rows = view.chosen.rowCount()
    assert rows > 190
    assert view.outcome.text() == f"{rows} rows"
    assert view.table.isColumnHidden(PASSPORT)


def test_every_passport_has_a_column_of_its_own(view: VisaView) -> None:
    place = view.passport.findData("")
    view.passport.setCurrentIndex(place)
    view.passport.activated.emit(place)
    assert view.chosen.rowCount() > 570
    assert not view.table.isColumnHidden(PASSPORT)


def test_a_state_is_found_and_a_row_leads_to_the_check(window: MainWindow, view: VisaView) -> None:
    view.field.setText("Пакистан")
    assert view.chosen.rowCount() == 1
    view.table.setFocus()
    view.table.setCurrentIndex(view.chosen.index(0, 0))
    QTest.keyClick(view.table, Qt.Key.Key_Return)
    check = guide(window).toolbox.entry
    assert "You need a visa" in told(check)
    assert check.fields.citizenship.currentData() == "PK"
    guide(window).go_back()
    assert guide(window).tools.buttons["visa-table"].isChecked()


def test_a_click_leads_there_too(qtbot: QtBot, view: VisaView) -> None:
    view.field.setText("DE")
    with qtbot.waitSignal(view.check_asked) as asked:
        view.table.clicked.emit(view.chosen.index(0, 0))
    assert asked.args == ["DE", "national"]


def test_keys_that_open_nothing_move_in_the_table(view: VisaView) -> None:
    view.table.setCurrentIndex(view.chosen.index(0, 0))
    QTest.keyClick(view.table, Qt.Key.Key_Down)
    assert view.table.currentIndex().row() == 1


def test_chips_choose_what_is_listed(view: VisaView) -> None:
    for kind in ("visa", "unsure"):
        view.chips[kind].click()  # type: ignore[index]
    assert {row.kind for row in view.chosen.chosen()} == {"visa-free"}
    view.chips["visa-free"].click()
    assert view.chosen.rowCount() == 0


def test_a_question_shows_its_state(window: MainWindow, view: VisaView) -> None:
    guide(window).show_topic("visa-table/DE/service")
    assert [(row.country, row.passport) for row in view.chosen.chosen()] == [("DE", "service")]


def test_what_is_chosen_is_saved(qtbot: QtBot, window: MainWindow) -> None:
    requests = Requests(window)
    view = VisaView(window.session(), requests)
    qtbot.addWidget(view)
    view.field.setText("Germany")
    with qtbot.waitSignal(requests.save_pdf) as asked:
        view.save.click()
    assert asked.args is not None
    name, make = asked.args
    (table,) = (block for block in make() if isinstance(block, Table))  # type: ignore[operator]
    assert name == "Visa table"
    assert [row[0] for row in table.rows] == ["Germany"]


def test_the_reading_is_followed(window: MainWindow, view: VisaView) -> None:
    window.session().view.set_reading(Reading.USUAL)
    assert {row.reading for row in view.model.rows} == {Reading.USUAL}
    window.session().view.set_reading(Reading.SAFE)


def test_where_there_is_little_room_the_age_of_a_row_is_left_out(window: MainWindow, view: VisaView) -> None:
    table = view.table
    table.resize(600, 400)
    assert table.isColumnHidden(SINCE)
    table.resize(900, 400)
    assert not table.isColumnHidden(SINCE)
    assert table.sizeHint().isValid()


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_speaks_the_language_of_the_view(window: MainWindow, view: VisaView, language: str) -> None:
    window.preferences.set_language(language)  # type: ignore[arg-type]
    w = window.session().view.w
    assert w.country("DE") in [
        view.chosen.data(view.chosen.index(place, 0)) for place in range(view.chosen.rowCount())
    ]
    assert all(chip.text() for chip in view.chips.values())
    window.preferences.set_language("en")
