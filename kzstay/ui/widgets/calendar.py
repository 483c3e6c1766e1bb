"""The calendar: a month of days to choose from, by itself or in a sheet under a field."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, QEvent, QLocale, QPoint, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QCalendarWidget, QFrame, QToolButton, QWidget

from kzstay.core.case import BORN_FROM, LAST_DAY
from kzstay.guard import guarded
from kzstay.i18n import SPOKEN
from kzstay.texts import Words
from kzstay.ui.widgets import parts
from kzstay.ui.widgets.qt_names import name_calendar
from kzstay.ui.widgets.theme import icon


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
        self._draw_arrows()
        self.activated.connect(lambda day: self.chosen.emit(day.toPython()))
        self.clicked.connect(lambda day: self.chosen.emit(day.toPython()))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._draw_arrows()

    def _draw_arrows(self) -> None:
        """Draw the arrows in the colour of the text: Qt's own are black, also where all is dark."""
        colour = self.palette().color(QPalette.ColorRole.Text).name()
        for name, sign in (("qt_calendar_prevmonth", "chevron-left"), ("qt_calendar_nextmonth", "chevron-right")):
            if button := self.findChild(QToolButton, name):
                button.setIcon(icon(sign, colour, 16))

    def show_day(self, day: date, w: Words) -> None:
        """Show the month of a day, with the day selected."""
        name_calendar(self, w)
        self.setLocale(QLocale(SPOKEN[w.language].locale))
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

    def open_at(self, day: date, w: Words) -> None:
        """Open under the field, or over it where there is no room below."""
        self.calendar.show_day(day, w)
        self.setAccessibleName(w.gettext("Calendar"))
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
