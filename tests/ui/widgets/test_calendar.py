"""The calendar: weeks as a person begins them, cells that are hit, days that are told apart."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QDate, QPoint, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QLineEdit, QTableView, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from kzstay.drawing.colours import CONTRAST, CONTRAST_DARK, DARK, LIGHT, Appearance, Theme
from kzstay.i18n import LANGUAGES, Language
from kzstay.texts.words import words
from kzstay.ui.widgets import theme as themes
from kzstay.ui.widgets.calendar import Calendar, CalendarSheet
from tests.drawing.contrast import contrast
from tests.helpers import day
from tests.ui.signs_seen import seen

LOOKS: dict[Appearance, Theme] = {
    "light": LIGHT,
    "dark": DARK,
    "contrast": CONTRAST,
    "contrast-dark": CONTRAST_DARK,
}
LEAST = 24  # pixels: WCAG 2.5.8


@pytest.fixture
def calendar(qtbot: QtBot) -> Calendar:
    made = Calendar()
    qtbot.addWidget(made)
    made.setSelectedDate(QDate(2026, 11, 22))
    made.speak(words("en"))
    made.show()
    return made


def cells(calendar: Calendar) -> QTableView:
    found = calendar.findChild(QTableView, "qt_calendar_calendarview")
    assert isinstance(found, QTableView)
    return found


@pytest.mark.parametrize("size", [90, 100, 200])
def test_every_cell_is_large_enough_to_be_hit(qapp: QApplication, calendar: Calendar, size: int) -> None:
    themes.apply(qapp, "light", size)
    calendar.speak(words("en"))
    calendar.adjustSize()
    QApplication.processEvents()
    view = cells(calendar)
    least = LEAST if size >= 100 else LEAST * size // 100
    assert min(view.rowHeight(row) for row in range(7)) >= least
    assert min(view.columnWidth(column) for column in range(7)) >= least
    themes.apply(qapp, "light")


@pytest.mark.parametrize("week_start", range(7))
@pytest.mark.parametrize("language", LANGUAGES)
def test_weeks_begin_as_they_are_to(calendar: Calendar, language: Language, week_start: int) -> None:
    calendar.speak(words(language, "language", week_start))
    assert calendar.firstDayOfWeek() == Qt.DayOfWeek(week_start + 1)


def picture_of(calendar: Calendar, day: QDate) -> tuple[QImage, QPoint]:
    """Return the picture of a calendar, and the middle of a day in it."""
    view, offset = cells(calendar), (day.dayOfWeek() - 1) % 7
    first = QDate(day.year(), day.month(), 1)
    lead = first.dayOfWeek() - 1 or 7  # Qt shows at least one day of the month before
    row = 1 + (lead + day.day() - 1) // 7
    middle = view.visualRect(view.model().index(row, offset)).center()
    return calendar.grab().toImage(), view.viewport().mapTo(calendar, middle)


@pytest.mark.parametrize("look", LOOKS)
def test_the_chosen_day_is_seen(qapp: QApplication, calendar: Calendar, look: Appearance) -> None:
    theme = themes.apply(qapp, look)
    calendar.speak(words("en"))
    QApplication.processEvents()
    picture, middle = picture_of(calendar, QDate(2026, 11, 22))
    ground = picture.pixelColor(middle + QPoint(0, 9)).name()
    assert QColor(ground) == QColor(theme.accent)
    assert contrast(ground, theme.card) >= 3
    themes.apply(qapp, "light")


@pytest.mark.parametrize("look", LOOKS)
def test_its_arrows_are_seen(qapp: QApplication, calendar: Calendar, look: Appearance) -> None:
    theme = themes.apply(qapp, look)
    calendar.speak(words("en"))
    for name in ("qt_calendar_prevmonth", "qt_calendar_nextmonth"):
        button = calendar.findChild(QToolButton, name)
        assert isinstance(button, QToolButton)
        assert seen(button.icon(), theme.card) >= 4.5
    themes.apply(qapp, "light")


def test_days_of_other_months_look_unlike_those_of_this_one(qapp: QApplication, calendar: Calendar) -> None:
    """The same numbers, 26 to 31, stand in October before it and in November: they are drawn unlike."""
    view = cells(calendar)
    picture = calendar.grab().toImage()

    def drawn(row: int, column: int) -> QImage:
        cell = view.visualRect(view.model().index(row, column))
        return picture.copy(cell.translated(view.viewport().mapTo(calendar, QPoint(0, 0))))

    october, november = drawn(1, 0), drawn(5, 3)  # Monday 26 October, Thursday 26 November
    assert october.size() == november.size() or abs(october.width() - november.width()) <= 1
    darkest = [
        min(one.pixelColor(x, y).lightness() for x in range(one.width()) for y in range(one.height()))
        for one in (october, november)
    ]
    assert darkest[0] > darkest[1]


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
