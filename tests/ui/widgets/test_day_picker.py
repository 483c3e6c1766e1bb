"""The day of reckoning: typed, taken from a calendar, or today again."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QDate, Qt
from pytestqt.qtbot import QtBot

from kzstay.ui.widgets.day_picker import DayPicker
from kzstay.ui.window.main_window import MainWindow
from tests.helpers import day, stay, traveller
from tests.ui.conftest import TODAY, OpenCase

ANNA = traveller("DE", stay("2026-11-11"))


# Without a screen a sheet cannot be raised, and says so


def picker(window: MainWindow) -> DayPicker:
    window.stay.header.day.click()
    return window.stay.header.picker


def test_the_day_is_typed(open_case: OpenCase, qtbot: QtBot) -> None:
    window = open_case(ANNA)
    sheet = picker(window)
    assert sheet.edit.text() == "22.11.2026"
    assert sheet.echo.text() == "Sunday, 22 November 2026"
    sheet.edit.clear()
    qtbot.keyClicks(sheet.edit, "1 dec 2026")
    assert sheet.calendar.selectedDate() == QDate(2026, 12, 1)
    assert sheet.calendar.monthShown() == 12, "the calendar turns to what is typed"
    qtbot.keyClick(sheet.edit, Qt.Key.Key_Return)
    assert window.session().view.on == day("2026-12-01")
    assert window.stay.header.day.text() == "Tuesday, 1 December 2026"
    assert not sheet.isVisible()


@pytest.mark.parametrize("text", ["", "soon", "31.06.2026", "01.01.9999"])
def test_what_is_no_day_is_not_taken(open_case: OpenCase, qtbot: QtBot, text: str) -> None:
    window = open_case(ANNA)
    sheet = picker(window)
    sheet.edit.clear()
    qtbot.keyClicks(sheet.edit, text)
    qtbot.keyClick(sheet.edit, Qt.Key.Key_Return)
    assert window.session().view.on == TODAY
    assert sheet.isVisible()
    sheet.hide()


def test_the_day_is_taken_from_the_calendar(open_case: OpenCase) -> None:
    window = open_case(ANNA)
    sheet = picker(window)
    assert sheet.calendar.selectedDate() == QDate(2026, 11, 22)
    sheet.calendar.clicked.emit(QDate(2026, 12, 5))
    assert window.session().view.on == day("2026-12-05")


def test_the_day_goes_back_to_today(open_case: OpenCase, qtbot: QtBot) -> None:
    window = open_case(ANNA)
    window.session().view.set_day(day("2026-12-05"))
    sheet = picker(window)
    assert sheet.today.text() == "Today, 22 Nov 2026"
    qtbot.mouseClick(sheet.today, Qt.MouseButton.LeftButton)
    assert window.session().view.on == TODAY


def test_escape_leaves_the_day_as_it_was(open_case: OpenCase, qtbot: QtBot) -> None:
    window = open_case(ANNA)
    sheet = picker(window)
    sheet.edit.clear()
    qtbot.keyClicks(sheet.edit, "01.12.2026")
    qtbot.keyClick(sheet, Qt.Key.Key_Escape)
    assert not sheet.isVisible()
    assert window.session().view.on == TODAY


def test_the_key_of_calendars_goes_to_the_one_that_is_there(open_case: OpenCase, qtbot: QtBot) -> None:
    sheet = picker(open_case(ANNA))
    assert sheet.edit.actions() == []
    qtbot.keyClick(sheet.edit, Qt.Key.Key_F4)
    assert sheet.calendar.isAncestorOf(sheet.focusWidget()) or sheet.focusWidget() is sheet.calendar
    sheet.hide()
