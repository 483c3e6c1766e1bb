"""A field for a day that is typed, with what it is understood as in words; keys and a calendar change it too."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from dateutil.relativedelta import relativedelta
from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QAction, QIcon, QKeyEvent, QPalette
from PySide6.QtWidgets import QLineEdit, QToolButton, QWidget

from kzstay.guard import guarded
from kzstay.texts import day_echo
from kzstay.texts.typed_days import TypedDay, counted_from, typed_birthday, typed_count, typed_day
from kzstay.ui.session.session import Session
from kzstay.ui.widgets import parts
from kzstay.ui.widgets.announce import describe, say_reason
from kzstay.ui.widgets.theme import icon

if TYPE_CHECKING:
    from kzstay.ui.widgets.calendar import CalendarSheet

STEPS = {
    Qt.Key.Key_Up: relativedelta(days=1),
    Qt.Key.Key_Down: relativedelta(days=-1),
    Qt.Key.Key_PageUp: relativedelta(months=1),
    Qt.Key.Key_PageDown: relativedelta(months=-1),
}
BESIDE = 64  # pixels about the text: the edges, the sign and what is between
OPENING = (
    (Qt.Key.Key_F4, Qt.KeyboardModifier.NoModifier),
    (Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier),
)


@guarded
class DayEdit(QLineEdit):
    """A field for a typed day; ``echo`` says what it is understood as, with a flag that it is not.

    Up and Down go a day on and back, PageUp and PageDown a month; F4, Alt+Down or the sign in the field opens a
    calendar, or goes to the one that is there by ``calendar``. ``first`` returns the day from which a number of
    days counts, where one may be typed.
    A screen reader finds the same with the field, and hears a reason once somebody goes on; in a cell the table
    says it, for ``in_cell``.
    """

    echoed = Signal(str, bool)

    def __init__(
        self,
        session: Session,
        field: str,
        parent: QWidget | None = None,
        first: Callable[[], date | None] | None = None,
        calendar: Callable[[], object] | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._field = field
        self._first = first
        self._sheet: CalendarSheet | None = None
        self.setPlaceholderText(session.view.w.numeric_day(session.view.on))
        self.setObjectName(f"edit_{field}")
        self.setFrame(False)
        self._calendar = calendar
        self._sign = QAction(self._icon(), "", self)
        if calendar is None:
            self.addAction(self._sign, QLineEdit.ActionPosition.TrailingPosition)
        self._sign.triggered.connect(self.open_calendar)
        self._name_sign()
        self.in_cell = False
        self.echoed.connect(lambda text, wrong: describe(self, text, wrong=wrong))
        self.textChanged.connect(self.echo)
        self.editingFinished.connect(self._say_reason)
        session.view.retranslated.connect(self._write_anew)
        self.echo()

    # What is typed

    def reading(self) -> TypedDay | None:
        """Return what the text is read as; None where it is no date in any order."""
        text, today = self.text().strip(), self._session.view.today
        if (days := self._days()) is not None:
            first = self._first() if self._first else None
            day = counted_from(first, days) if first else None
            return TypedDay(day) if day else None
        return (typed_birthday if self._field == "born" else typed_day)(text, today) if text else None

    def _days(self) -> int | None:
        return typed_count(self.text()) if self._first is not None else None

    def day(self) -> date | None:
        """Return the day that the text is understood as."""
        found = self.reading()
        return None if found is None else found.day

    def told(self) -> str:
        """Say in words what the text is understood as, or why it is not; empty where there is none."""
        w, text, found, today = self._session.view.w, self.text().strip(), self.reading(), self._session.view.today
        if found is not None and found.day is not None:
            days = self._days()
            return day_echo.understood(w, found) if days is None else day_echo.counted(w, found.day, days)
        if not text:
            return ""
        return (day_echo.not_a_day if self._first is None else day_echo.not_counted)(w, text, today)

    def _write_anew(self) -> None:
        """Write a day in the form that days have now; what is none stays as it was typed."""
        w, day = self._session.view.w, self.day()
        self.setPlaceholderText(w.numeric_day(self._session.view.on))
        if day is not None and not self.hasFocus():
            self.setText(w.numeric_day(day))
        self._name_sign()
        self.echo()

    def echo(self) -> None:
        """Say in words what the text is understood as."""
        w, text, day = self._session.view.w, self.text().strip(), self.day()
        if text:
            self.echoed.emit(self.told(), day is None)
        elif self._field == "exit":
            self.echoed.emit(w.gettext("Empty: still in Kazakhstan, or no end planned"), False)
        else:
            self.echoed.emit(w.gettext("Type a date, such as {day}").format(day=self.placeholderText()), False)
        parts.mark(self, "wrong", bool(text) and day is None)

    def fill_cell(self, cell: QRect) -> None:
        """Stand in a cell of a table with room for a whole day and the sign, over the next cell where need be."""
        room = self.fontMetrics().horizontalAdvance("00.00.0000") + BESIDE
        view = self.parentWidget()
        place = QRect(cell.x(), cell.y(), max(cell.width(), room), cell.height())
        if view is not None and place.right() >= view.width():
            place.moveRight(view.width() - 1)
        self.setGeometry(place)

    # What is chosen otherwise

    def take(self, day: date) -> None:
        """Write a day as if it had been typed."""
        self.selectAll()
        self.insert(self._session.view.w.numeric_day(day))

    def step(self, by: relativedelta) -> None:
        """Go on or back from the day that stands here, or begin with the day that stands here as an example."""
        begun = self.day()
        try:
            self.take(self._example() if begun is None else begun + by)
        except (OverflowError, ValueError):  # before the first of all days, or after the last
            return
        self.selectAll()

    def open_calendar(self) -> None:
        """Open the calendar at the day that stands here, or go to the one that is there."""
        if self._calendar is not None:
            self._calendar()
            return
        from kzstay.ui.widgets.calendar import CalendarSheet  # which is read in when it is first wanted

        if self._sheet is None:
            self._sheet = CalendarSheet(self)
            self._sheet.chosen.connect(self.take)
        self._sheet.open_at(self.day() or self._example(), self._session.view.w)

    def _example(self) -> date:
        found = typed_day(self.placeholderText(), self._session.view.today)
        return (found and found.day) or self._session.view.on

    # Events

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, held = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if (key, held) in OPENING:
            self.open_calendar()
        elif key in STEPS and not held and not self.isReadOnly():
            self.step(STEPS[Qt.Key(key)])
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange):
            self._sign.setIcon(self._icon())

    def _icon(self) -> QIcon:
        return icon("calendar", self.palette().color(QPalette.ColorRole.PlaceholderText).name(), 16)

    def _name_sign(self) -> None:
        w = self._session.view.w
        self._sign.setToolTip(w.gettext("Choose from a calendar (F4)"))
        for button in self.findChildren(QToolButton):
            button.setAccessibleName(w.gettext("Calendar"))

    def _say_reason(self) -> None:
        if self.property("wrong") and not self.in_cell:
            say_reason(self)
