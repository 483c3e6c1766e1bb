"""The calendar: a month of days to choose from, by itself or in a sheet under a field."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, QLocale, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QBrush, QColor, QFont, QPainter, QPen, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QFrame, QTableView, QToolButton, QWidget

from kzstay.core.case import BORN_FROM, LAST_DAY
from kzstay.guard import guarded
from kzstay.i18n import SPOKEN
from kzstay.texts import Words
from kzstay.ui.widgets import parts
from kzstay.ui.widgets.qt_names import name_calendar
from kzstay.ui.widgets.theme import icon, scaled, worn

CELL = QSize(28, 26)  # pixels; with 24 and more a finger and a shaking hand find it
LINES = 7  # six weeks under the names of their days
ROUND, RING, ICON = 5, 2, 18
ARROWS = {"qt_calendar_prevmonth": "chevron-left", "qt_calendar_nextmonth": "chevron-right"}


@guarded
class Calendar(QCalendarWidget):
    """A month of days, in the colours that are worn; ``chosen`` with the one that was clicked or entered."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.setGridVisible(False)
        self._days = self.findChild(QTableView, "qt_calendar_calendarview")
        self.activated.connect(lambda day: self.chosen.emit(day.toPython()))
        self.clicked.connect(lambda day: self.chosen.emit(day.toPython()))

    def speak(self, w: Words) -> None:
        """Name months and days in a language, begin weeks as a person wants, in the colours of now."""
        theme = worn()
        name_calendar(self, w)
        self.setLocale(QLocale(SPOKEN[w.language].locale))
        self.setFirstDayOfWeek(Qt.DayOfWeek(w.week_start + 1))
        named = QTextCharFormat()
        named.setForeground(QBrush(QColor(theme.muted)))
        named.setBackground(QBrush(QColor(theme.card)))
        self.setHeaderTextFormat(named)
        for day in Qt.DayOfWeek:
            self.setWeekdayTextFormat(day, QTextCharFormat())  # Qt's pure red is no colour of ours
        for name, sign in ARROWS.items():
            button = self.findChild(QToolButton, name)
            if button is not None:
                button.setIcon(icon(sign, theme.text, ICON))
        bar = self.findChild(QWidget, "qt_calendar_navigationbar")
        above = bar.sizeHint().height() if bar is not None else 0
        self.setMinimumSize(7 * scaled(CELL.width()), LINES * scaled(CELL.height()) + above)

    def show_day(self, day: date, w: Words) -> None:
        """Show the month of a day, with the day selected."""
        self.speak(w)
        self.setSelectedDate(QDate(day.year, day.month, day.day))

    def paintCell(self, painter: QPainter, rect: QRect, date: QDate | object) -> None:
        assert isinstance(date, QDate)
        theme, chosen = worn(), date == self.selectedDate()
        here = date.month() == self.monthShown()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(rect, QColor(theme.card))
        inner = rect.adjusted(2, 1, -2, -1)
        if chosen:
            painter.setBrush(QColor(theme.accent))
            ringed = self._days is not None and self._days.hasFocus()
            painter.setPen(QPen(QColor(theme.text), RING) if ringed else Qt.PenStyle.NoPen)
            painter.drawRoundedRect(inner, ROUND, ROUND)
        font = QFont(self.font())
        font.setPixelSize(scaled(14 if here else 12))
        font.setBold(chosen)
        font.setItalic(not here)
        painter.setFont(font)
        allowed = self.minimumDate() <= date <= self.maximumDate()
        plain = theme.text if here and allowed else theme.muted
        painter.setPen(QColor(theme.on_accent if chosen else plain))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, str(date.day()))
        painter.restore()


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
