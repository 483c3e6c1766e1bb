"""A field for the days of a stay: a number sets the exit, and the day that it comes to is said in words."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIntValidator, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from kzstay.core.case import MOST
from kzstay.core.plan import read_days
from kzstay.guard import guarded
from kzstay.texts import day_echo
from kzstay.texts.typed_days import counted_from
from kzstay.ui.session.session import Session

STEPS = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}


@guarded
class DaysEdit(QLineEdit):
    """A field that takes a number of days alone; ``echo`` says which day is the last of them."""

    echoed = Signal(str, bool)

    def __init__(self, session: Session, first: Callable[[], date | None], parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._first = first
        self.setObjectName("edit_days")
        self.setFrame(False)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setValidator(QIntValidator(1, MOST, self))
        self.textChanged.connect(self.echo)

    def echo(self) -> None:
        """Say which day is the last of so many."""
        w, days, first = self._session.view.w, read_days(self.text()), self._first()
        day = counted_from(first, days) if first and days else None
        if day and days:
            self.echoed.emit(day_echo.counted(w, day, days), False)
        else:
            self.echoed.emit(
                w.gettext("A number of days sets the exit; the day of entry is the first of them."), False
            )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, days = event.key(), read_days(self.text())
        if key in STEPS and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.selectAll()
            self.insert(str(min(MOST, max(1, (days or 0) + STEPS[Qt.Key(key)]))))
            self.selectAll()
        else:
            super().keyPressEvent(event)
