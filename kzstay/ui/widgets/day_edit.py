"""A field for a day that is typed, with what it is understood as in words."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from kzstay.guard import guarded
from kzstay.texts import problems as problem_texts
from kzstay.ui.session.session import Session
from kzstay.ui.widgets import parts
from kzstay.ui.widgets.announce import describe, say_reason


@guarded
class DayEdit(QLineEdit):
    """A field for a typed day; ``echo`` says what it is understood as, with a flag that it is not.

    A screen reader finds the same with the field, and hears a reason once somebody goes on; in a cell the table
    says it, for ``in_cell``.
    """

    echoed = Signal(str, bool)

    def __init__(self, session: Session, field: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._field = field
        self.setPlaceholderText(session.view.w.numeric_day(session.view.on))
        self.setObjectName(f"edit_{field}")
        self.setFrame(False)
        self.in_cell = False
        self.echoed.connect(lambda text, wrong: describe(self, text, wrong=wrong))
        self.textChanged.connect(self.echo)
        self.editingFinished.connect(self._say_reason)
        session.view.retranslated.connect(self.echo)
        self.echo()

    def day(self) -> date | None:
        """Return the day that the text is understood as."""
        w, text = self._session.view.w, self.text().strip()
        read = w.read_birthday if self._field == "born" else w.read_day
        return read(text, self._session.view.today) if text else None

    def echo(self) -> None:
        """Say in words what the text is understood as."""
        w, text, day = self._session.view.w, self.text().strip(), self.day()
        if day:
            self.echoed.emit(w.long_day(day), False)
        elif text:
            self.echoed.emit(problem_texts.not_a_day(w, text), True)
        elif self._field == "exit":
            self.echoed.emit(w.gettext("Empty: still in Kazakhstan, or no end planned"), False)
        else:
            self.echoed.emit(w.gettext("Type a date, such as {day}").format(day=self.placeholderText()), False)
        wrong = bool(text) and day is None
        parts.mark(self, "wrong", wrong)

    def _say_reason(self) -> None:
        if self.property("wrong") and not self.in_cell:
            say_reason(self)
