"""The calendar: a month of days to choose from, by itself or in a sheet under a field."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, QLocale, QPoint, Qt, Signal
from PySide6.QtWidgets import QCalendarWidget, QFrame, QWidget

from kzstay.core.case import BORN_FROM, LAST_DAY
from kzstay.guard import guarded
from kzstay.i18n import SPOKEN, Language
from kzstay.ui.widgets import parts


@guarded
class Calendar(QCalendarWidget):
    """A month of days; ``chosen`` with the one that was clicked, or that Enter was pressed on."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            # Qt's pure red is no colour of ours
            self.setWeekdayTextFormat(day, self.weekdayTextFormat(Qt.DayOfWeek.Monday))
        self.activated.connect(lambda day: self.chosen.emit(day.toPython()))
        self.clicked.connect(lambda day: self.chosen.emit(day.toPython()))

    def show_day(self, day: date, language: Language) -> None:
        """Show the month of a day, with the day selected."""
        self.setLocale(QLocale(SPOKEN[language].locale))
        self.setSelectedDate(QDate(day.year, day.month, day.day))


@guarded
class CalendarSheet(QFrame):
    """A calendar that opens over the window at a field, of which it is a part; ``chosen`` closes it."""

    chosen = Signal(object)

    def __init__(self, field: QWidget) -> None:
        super().__init__(field, Qt.WindowType.Popup)
        self.setObjectName("calendar_sheet")
        self._field = field
        self.calendar = Calendar()
        self.calendar.setDateRange(QDate(BORN_FROM, 1, 1), QDate(LAST_DAY.year, 12, 31))
        self.setLayout(parts.column(self.calendar, spacing=0, margins=(6, 6, 6, 6)))
        self.calendar.chosen.connect(self._take)

    def open_at(self, day: date, language: Language, name: str) -> None:
        """Open under the field, or over it where there is no room below."""
        self.calendar.show_day(day, language)
        self.calendar.setAccessibleName(name)
        self.setAccessibleName(name)
        self.adjustSize()
        field = self._field
        corner = field.mapToGlobal(QPoint(0, field.height() + 2))
        screen = field.screen().availableGeometry()
        if corner.y() + self.height() > screen.bottom():
            corner.setY(max(screen.top(), field.mapToGlobal(QPoint(0, 0)).y() - 2 - self.height()))
        corner.setX(max(screen.left(), min(corner.x(), screen.right() - self.width())))
        self.move(corner)
        self.show()
        self.calendar.setFocus(Qt.FocusReason.PopupFocusReason)

    def _take(self, day: date) -> None:
        self.chosen.emit(day)
        self.close()
