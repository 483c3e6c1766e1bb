"""The fields of a trip in mind: the day of entry, its days or its exit, and the end of the stay before it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from kzstay.core.case import of_these_years
from kzstay.core.days import DAY
from kzstay.core.plan import most_days
from kzstay.guard import guarded
from kzstay.texts import Words, plans
from kzstay.texts.typed_days import number_of_days
from kzstay.ui.session.session import Session
from kzstay.ui.widgets import parts
from kzstay.ui.widgets.announce import describe, say_reason
from kzstay.ui.widgets.day_edit import DayEdit
from kzstay.ui.widgets.theme import scaled

WIDE, NARROW = 224, 132


@guarded
class Field(QVBoxLayout):
    """A field with its name above and, under it, what its text is understood as or why it cannot be."""

    def __init__(self, edit: QLineEdit, width: int) -> None:
        super().__init__()
        self.edit = edit
        self.name = parts.label("muted")
        self.name.setBuddy(edit)
        self.note = parts.label("muted", wrap=True)
        self.note.setFixedWidth(scaled(width))
        self.note.setAlignment(Qt.AlignmentFlag.AlignTop)
        edit.setFrame(True)
        edit.setFixedWidth(scaled(width))
        self._proposed = ""
        edit.editingFinished.connect(self._say_reason)
        edit.textChanged.connect(self._describe)
        self.setSpacing(4)
        for part in (self.name, edit, self.note):
            self.addWidget(part)
        self.addStretch()

    def tell(self, text: str, *, wrong: bool = False) -> None:
        """Say what the text is understood as, or that it cannot be used."""
        self.note.setText(text)
        self.note.setVisible(bool(text))
        parts.mark(self.note, "role", "error" if wrong else "muted")
        parts.mark(self.edit, "wrong", wrong)
        self._describe()

    def propose(self, w: Words, text: str) -> None:
        """Show in the empty field what is taken where nothing is typed."""
        self.edit.setPlaceholderText(text)
        self._proposed = w.gettext("Proposed: {value}").format(value=text) if text else ""
        self._describe()

    def _describe(self) -> None:
        """Tell with the field what its note says, or what is proposed, which is not there yet."""
        text = self.note.text() or ("" if self.edit.text() else self._proposed)
        describe(self.edit, text, wrong=bool(self.edit.property("wrong")))

    def _say_reason(self) -> None:
        if self.edit.property("wrong") and not isinstance(self.edit, DayEdit):  # which says it itself
            say_reason(self.edit)


@guarded
class DayField(Field):
    """A field for a day of a plan; what it says when it is empty is for others to tell."""

    def __init__(
        self, session: Session, name: str, width: int = WIDE, first: Callable[[], date | None] | None = None
    ) -> None:
        self.day_edit = DayEdit(session, name, first=first)
        super().__init__(self.day_edit, width)
        self._session = session

    def day(self) -> date | None:
        """Return the day, if it is one that a case may hold."""
        day = self.day_edit.day()
        return day if day and of_these_years(day) else None

    def check(self, empty: str = "") -> bool:
        """Tell what the text is understood as, and whether it can be used; ``empty`` where there is none."""
        w, text = self._session.view.w, self.edit.text().strip()
        day = self.day_edit.day()
        if day is not None and self.day() is None:
            self.tell(plans.out_of_years(w), wrong=True)
        else:
            self.tell(self.day_edit.told() if text else empty, wrong=bool(text) and day is None)
        return self.day() is not None


@guarded
class TripFields(QWidget):
    """Type a day of entry and, if wanted, how many days or until when; ``edited`` after each change."""

    edited = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._driver: QLineEdit | None = None
        self.typed = False  # a day of entry, by the person
        self.entry = DayField(session, "plan_entry")
        self.days = Field(QLineEdit(), NARROW)
        self.days.edit.setObjectName("edit_plan_days")
        self.leaving = DayField(session, "plan_exit", first=self.day)
        self.away = DayField(session, "plan_leave")  # the present stay is taken to end on it
        fields = self._fields()
        row = parts.row(spacing=12)
        for field in fields:
            row.addLayout(field)
        row.addStretch()
        self.setLayout(row)
        for field in fields:
            field.edit.textEdited.connect(lambda _text, edit=field.edit: self._on_typed(edit))
            field.edit.textChanged.connect(self._check)

    def _fields(self) -> tuple[Field, ...]:
        return self.entry, self.days, self.leaving, self.away

    def retranslate(self) -> None:
        """Speak the session's language; the end of a stay is asked for while one goes on."""
        here = self._session.assessment.reckoning.open is not None
        for part in (self.away.name, self.away.edit, self.away.note):
            part.setVisible(here)
        w = self._session.view.w
        self.entry.name.setText(w.gettext("If you enter on"))
        self.days.name.setText(w.pgettext("trip", "for days"))
        self.leaving.name.setText(w.pgettext("trip", "or until"))
        self.away.name.setText(w.gettext("and leave now on"))
        self._check()

    # What is typed

    def day(self) -> date | None:
        """Return the day of entry."""
        return self.entry.day()

    def exit(self) -> date | None:
        """Return the last day of the trip asked for; None where none is, or what is typed cannot be used."""
        entry, leaving = self.day(), self.leaving.day()
        return leaving if self._driver and entry and leaving and leaving >= entry else None

    def left(self) -> date | None:
        """Return the day on which the present stay is taken to end; None where none is typed that it could."""
        a, day, entry = self._session.assessment, self.away.day(), self.day()
        here = a.reckoning.open is not None
        return day if here and day and a.entry <= day and (entry is None or day <= entry) else None

    def asks(self) -> bool:
        """Tell whether a trip is asked for, even where what is typed cannot be used."""
        return self._driver is not None

    def start(self, day: date) -> None:
        """Write a day of entry."""
        self.entry.edit.setText(self._session.view.w.numeric_day(day))
        self._follow()

    def take(self, day: date) -> None:
        """Take a day of entry as if it had been typed; the trip keeps its days."""
        if self._driver is self.leaving.edit:
            self._driver = self.days.edit
        self.typed = True
        self.start(day)
        self.edited.emit()

    def focused(self) -> bool:
        """Tell whether somebody types here."""
        return any(edit.hasFocus() for edit in self.edits())

    def edits(self) -> list[QLineEdit]:
        """List the fields in order."""
        return [field.edit for field in self._fields()]

    def clear(self) -> None:
        """Forget the trip that was asked for."""
        self.typed = False
        self._ask_nothing()

    def forget(self) -> None:
        """Forget all that was typed: it was of somebody else."""
        self.clear()
        for edit in self.edits():
            edit.clear()

    def suggest(self, last: date | None, assumed: date | None) -> None:
        """Show in the fields that are empty the longest stay, and when the present one is taken to end."""
        w = self._session.view.w
        self.away.propose(w, w.numeric_day(assumed) if assumed else "")
        entry, days, leaving = self.day(), "", ""
        if entry and last:
            days, leaving = str((last - entry).days + 1), w.numeric_day(last)
        self.days.propose(w, days)
        self.leaving.propose(w, leaving)

    # One drives the other

    def _on_typed(self, edit: QLineEdit) -> None:
        if edit is self.entry.edit:
            self.typed = True
        elif edit is not self.away.edit:
            self._driver = edit
            if not edit.text().strip():
                self._ask_nothing()
        self._follow()
        self.edited.emit()

    def _ask_nothing(self) -> None:
        self._driver = None
        self.days.edit.clear()
        self.leaving.edit.clear()

    def _follow(self) -> None:
        """Work out the exit from the days, or the days from the exit."""
        entry = self.day()
        if self._driver is self.leaving.edit:
            leaving = self.exit()
            self.days.edit.setText(str((leaving - entry).days + 1) if entry and leaving else "")
        else:
            days = self._typed_days()
            self.leaving.edit.setText(
                self._session.view.w.numeric_day(entry + DAY * (days - 1)) if entry and days else ""
            )

    def _typed_days(self) -> int | None:
        """Return the days that were typed, if a trip may last so long."""
        days, entry = number_of_days(self.days.edit.text()), self.day()
        return days if days and (entry is None or days <= most_days(entry)) else None

    def _check(self) -> None:
        w = self._session.view.w
        example = w.gettext("Type a date, such as {day}").format(day=w.numeric_day(self._session.view.on))
        self.entry.check(example)
        entry, text = self.day(), self.days.edit.text()
        if text.strip() and number_of_days(text) is None:
            self.days.tell(w.gettext("Enter a number of days, such as 14."), wrong=True)
        elif text.strip() and self._typed_days() is None:
            self.days.tell(plans.out_of_years(w), wrong=True)
        else:
            self.days.tell("")
        leaving = self.leaving.day()
        if self.leaving.check() and entry and leaving and leaving < entry:
            self.leaving.tell(plans.exit_before_entry(w), wrong=True)
        away = self.away.day()
        if self.away.check() and away and self.left() is None:
            sooner = away < self._session.assessment.entry
            self.away.tell(plans.exit_before_entry(w) if sooner else plans.entry_before_leaving(w), wrong=True)
