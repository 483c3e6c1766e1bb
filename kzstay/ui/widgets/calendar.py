"""A calendar: one month, begun with the day that a person's weeks begin with, in the colours that are worn."""

from __future__ import annotations

from PySide6.QtCore import QDate, QLocale, QRect, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QPainter, QPen, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QTableView, QToolButton, QWidget

from kzstay.guard import guarded
from kzstay.i18n import SPOKEN
from kzstay.texts import Words
from kzstay.ui.widgets.theme import icon, scaled, worn

CELL = QSize(28, 26)  # pixels; with 24 and more a finger and a shaking hand find it
LINES = 7  # six weeks under the names of their days
ROUND, RING, ICON = 5, 2, 18
ARROWS = {"qt_calendar_prevmonth": "chevron-left", "qt_calendar_nextmonth": "chevron-right"}


@guarded
class Calendar(QCalendarWidget):
    """A month to choose a day of."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.setGridVisible(False)
        self._days = self.findChild(QTableView, "qt_calendar_calendarview")

    def speak(self, w: Words) -> None:
        """Name months and days in a language, begin weeks as a person wants, in the colours of now."""
        theme = worn()
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
