"""A trip in mind: how long it may last if it begins on a day."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QWidget

from kzstay.core.case import FIRST_YEAR, LAST_YEAR, Stay
from kzstay.core.days import DAY
from kzstay.core.plan import Longest, longest_stay
from kzstay.texts import answers
from kzstay.ui import parts
from kzstay.ui.session import Session
from kzstay.ui.stays_table import DayEdit
from kzstay.ui.timeline import gestures


class PlanView(QWidget):
    """Type a day of entry and see the longest lawful stay from it."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._typed = False
        self.setObjectName("plan")
        self.earliest = parts.label(wrap=True)
        self.label = parts.label()
        self.entry = DayEdit(session, "plan_entry")
        self.entry.setFrame(True)
        self.entry.setMaximumWidth(180)
        self.label.setBuddy(self.entry)
        self.echo = parts.label("muted")
        self.answer = parts.label("lead", wrap=True, name="plan_answer")
        self.reason = parts.label("muted", wrap=True)
        self.add = parts.button("plan_add", self._add)
        self.setLayout(
            parts.column(
                self.earliest,
                parts.row(self.label, self.entry, self.echo, 1, spacing=12),
                self.answer,
                self.reason,
                parts.row(self.add, 1),
                1,
                spacing=12,
                margins=(24, 20, 24, 20),
            )
        )
        self.entry.echoed.connect(lambda text, _wrong: self.echo.setText(text))
        self.entry.textEdited.connect(self._on_typed)
        self.entry.textChanged.connect(self._answer)
        session.changed.connect(self._refresh)
        self._refresh()

    def _on_typed(self) -> None:
        self._typed = True

    def _refresh(self) -> None:
        w, a = self._session.w, self._session.assessment
        self.label.setText(w.gettext("If you enter on"))
        self.add.setText(w.gettext("Add this stay to the plan"))
        known = bool(self._session.traveller.citizenship)
        self.earliest.setText(answers.earliest_entry(w, a) if known else answers.begin(w, self._session.traveller))
        if not self._typed and a.next_entry:
            self.entry.setText(w.numeric_day(a.next_entry[0]))
        self.entry.echo()
        self._answer()

    def _entry(self) -> date | None:
        entry = self.entry.day()
        return entry if entry and FIRST_YEAR <= entry.year <= LAST_YEAR else None

    def _found(self) -> tuple[Stay, Longest] | None:
        session, entry = self._session, self._entry()
        if entry is None:
            return None
        found = longest_stay(session.pair.under(session.reading), entry)
        if found is None or not found.days:
            return None
        return Stay(entry=entry, exit=entry + DAY * (found.days - 1)), found

    def _answer(self) -> None:
        w, found = self._session.w, self._found()
        self.add.setEnabled(found is not None)
        if found is None:
            asked = self._entry() and self._session.traveller.citizenship
            self.answer.setText(w.gettext("No stay is possible from this day") if asked else "")
            self.reason.clear()
            return
        stay, longest = found
        self.answer.setText(
            w.ngettext("Up to {n} day, until {day}", "Up to {n} days, until {day}", longest.days).format(
                n=longest.days, day=w.long_day(stay.exit or stay.entry)
            )
        )
        if longest.because == "stay":
            self.reason.setText(
                w.ngettext(
                    "Limited by a later stay. By history alone it would be {n} day.",
                    "Limited by a later stay. By history alone it would be {n} days.",
                    longest.history_only,
                ).format(n=longest.history_only)
            )
        else:
            self.reason.setText(
                w.gettext("Limited by {limit}.").format(limit=answers.limit_name(w, longest.because))
            )

    def _add(self) -> None:
        if found := self._found():
            self._typed = False
            session = self._session
            session.change(gestures.inserted(session.traveller, found[0]), "add-stay")
