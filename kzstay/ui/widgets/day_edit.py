"""A field for a day that is typed, with what it is understood as in words."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from kzstay.guard import guarded
from kzstay.texts import problems as problem_texts
from kzstay.ui.session.session import Session
from kzstay.ui.widgets import parts


@guarded
class DayEdit(QLineEdit):
    """A field for a typed day; ``echo`` says what it is understood as, with a flag that it is not."""

    echoed = Signal(str, bool)

    def __init__(self, session: Session, field: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._field = field
        self.setPlaceholderText(session.view.w.numeric_day(session.view.on))
        self.setObjectName(f"edit_{field}")
        self.setFrame(False)
        self.textChanged.connect(self.echo)
        session.view.retranslated.connect(self._write_anew)

    def day(self) -> date | None:
        """Return the day that the text is understood as."""
        w, text = self._session.view.w, self.text().strip()
        read = w.read_birthday if self._field == "born" else w.read_day
        return read(text, self._session.view.today) if text else None

    def _write_anew(self) -> None:
        """Write a day in the form that days have now; what is none stays as it was typed."""
        w, day = self._session.view.w, self.day()
        self.setPlaceholderText(w.numeric_day(self._session.view.on))
        if day is not None and not self.hasFocus():
            self.setText(w.numeric_day(day))

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
