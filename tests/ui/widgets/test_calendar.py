"""A day is taken from a calendar that opens at its field, and leaves the field as it was where none is."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from kzstay.i18n import LANGUAGES, Language
from kzstay.texts.words import words
from kzstay.ui.widgets.calendar import Calendar, CalendarSheet
from tests.helpers import day

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # a sheet, shown without a screen
THE_DAY = day("2026-03-05")


class Field(QWidget):
    """A window with a field at its foot."""

    def __init__(self, qtbot: QtBot) -> None:
        super().__init__()
        qtbot.addWidget(self)
        self.edit = QLineEdit(self)
        self.taken: list[date] = []
        self.show()

    def open(self, language: Language = "en") -> CalendarSheet:
        sheet = CalendarSheet(self.edit)
        sheet.chosen.connect(self.taken.append)
        sheet.open_at(THE_DAY, words(language))
        return sheet


def test_it_opens_at_the_day_of_the_field_with_a_name(qtbot: QtBot) -> None:
    field = Field(qtbot)
    sheet = field.open()
    assert sheet.isVisible()
    assert sheet.calendar.selectedDate() == QDate(2026, 3, 5)
    assert sheet.calendar.accessibleName() == "Calendar"
    assert sheet.screen().availableGeometry().contains(sheet.geometry())
    sheet.close()


def test_a_click_takes_a_day_and_closes(qtbot: QtBot) -> None:
    field = Field(qtbot)
    sheet = field.open()
    sheet.calendar.clicked.emit(QDate(2026, 3, 9))
    assert field.taken == [day("2026-03-09")]
    assert not sheet.isVisible()


def test_escape_takes_none(qtbot: QtBot) -> None:
    field = Field(qtbot)
    sheet = field.open()
    qtbot.keyClick(sheet, Qt.Key.Key_Escape)
    assert field.taken == []
    assert not sheet.isVisible()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_week_begins_on_monday_in_every_language(qtbot: QtBot, language: Language) -> None:
    calendar = Calendar()
    qtbot.addWidget(calendar)
    calendar.show_day(THE_DAY, words(language))
    assert calendar.firstDayOfWeek() == Qt.DayOfWeek.Monday
    assert calendar.locale().name().startswith(language)
