"""The day picker: the day of reckoning, typed or taken from a calendar."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QWidget

from kzstay.core.case import of_these_years
from kzstay.guard import guarded
from kzstay.texts import plans
from kzstay.ui.session.session import Session
from kzstay.ui.widgets import parts
from kzstay.ui.widgets.announce import announce, describe
from kzstay.ui.widgets.calendar import Calendar
from kzstay.ui.widgets.day_edit import DayEdit
from kzstay.ui.widgets.theme import scaled


@guarded
class DayPicker(QFrame):
    """A day, typed or taken from a calendar, in a sheet under its button."""

    picked = Signal(object)

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._session = session
        self.setObjectName("form")
        self.edit = DayEdit(session, "on", calendar=lambda: self.calendar.setFocus())
        self.edit.setFrame(True)
        self.echo = parts.label("muted", wrap=True)
        self.calendar = Calendar()
        self.today = parts.button("reckon_today", lambda: self._take(session.view.today))
        sheet = (self.edit, self.echo, self.calendar, self.today)
        self.setLayout(parts.column(*sheet, spacing=8, margins=(14, 14, 14, 14)))
        self.edit.echoed.connect(self._say)
        self.edit.returnPressed.connect(self._take_typed)
        self.calendar.chosen.connect(self._take)

    def open_under(self, button: QWidget) -> None:
        """Show the sheet under a button."""
        session = self._session
        w, day = session.view.w, session.view.on
        self.setFixedWidth(scaled(320))
        self.today.setText(w.gettext("Today, {day}").format(day=w.day(session.view.today)))
        # Whoever is elsewhere may have another day
        self.today.setToolTip(w.gettext("The day that it is now in Kazakhstan"))
        self.calendar.show_day(day, w)
        self.edit.setAccessibleName(w.gettext("Calculated for"))
        self.edit.setText(w.numeric_day(day))
        self.edit.echo()
        self.adjustSize()
        corner = button.mapToGlobal(QPoint(button.width(), button.height() + 4))
        room = self.screen().availableGeometry()  # which may end above its foot
        left = max(room.left(), corner.x() - self.width())
        self.move(left, max(room.top(), min(corner.y(), room.bottom() - self.height())))
        self.show()
        self.edit.setFocus()
        self.edit.selectAll()

    def _take_typed(self) -> None:
        day = self.edit.day()
        if day and of_these_years(day):
            self._take(day)
        elif day:
            self._say(plans.out_of_years(self._session.view.w), True)
            describe(self.edit, self.echo.text())
            announce(self.edit, self.echo.text())

    def _say(self, text: str, wrong: bool) -> None:
        day = self.edit.day()
        if day and of_these_years(day):
            self.calendar.setSelectedDate(QDate(day.year, day.month, day.day))  # which turns to its month
        self.echo.setText(text)
        parts.mark(self.echo, "role", "error" if wrong else "muted")

    def _take(self, day: date) -> None:
        self.hide()
        self.picked.emit(day)
