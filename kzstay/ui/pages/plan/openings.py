"""Openings: when a trip fits between two days, and which days come back."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from kzstay.core.days import DAY, Span
from kzstay.core.plan import MOST, coming_back, free_time, openings
from kzstay.core.reckoning import Reckoning
from kzstay.guard import guarded
from kzstay.texts import plans
from kzstay.ui.pages.plan.trip_fields import DayField
from kzstay.ui.session.session import Session
from kzstay.ui.widgets import parts

ROWS = 5
WIDTH = 190


@guarded
class PlanOpenings(QWidget):
    """Type two days and see when a trip fits between them; empty, they are the free time about the entry."""

    edited = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._free = Span(session.view.on, session.view.on)
        self.heading = parts.label("heading")
        self.first = DayField(session, "plan_first", WIDTH)
        self.last = DayField(session, "plan_last", WIDTH)
        self.fits = parts.label(wrap=True, name="plan_openings")
        self.back_heading = parts.label("heading")
        self.back = parts.label("muted", wrap=True, name="plan_back")
        for label in (self.fits, self.back):
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        fields = parts.row(spacing=12)
        for field in (self.first, self.last):
            fields.addLayout(field)
            field.edit.textEdited.connect(self.edited)
            field.edit.textChanged.connect(self._check)
        fields.addStretch()
        fitting = parts.column(self.heading, fields, self.fits, spacing=6)
        coming = parts.column(self.back_heading, self.back, spacing=6)
        self.setLayout(parts.column(fitting, coming, 1, spacing=14))

    def retranslate(self) -> None:
        """Speak the session's language."""
        w = self._session.view.w
        self.heading.setText(w.gettext("When it fits"))
        self.first.name.setText(w.pgettext("two days", "Between"))
        self.last.name.setText(w.pgettext("two days", "and"))
        self.back_heading.setText(w.gettext("Days that come back"))
        self._check()

    def edits(self) -> list[QLineEdit]:
        """List the fields in order."""
        return [self.first.edit, self.last.edit]

    def forget(self) -> None:
        """Forget the two days that were typed."""
        for edit in self.edits():
            edit.clear()

    def answer(self, reckoning: Reckoning, entry: date, days: int) -> tuple[Span, ...]:
        """Say when a trip of so many days fits and which days come back; return the days of entry that fit."""
        w = self._session.view.w
        self._free = free_time(reckoning, entry)
        for field, day in ((self.first, self._free.first), (self.last, self._free.last)):
            field.propose(w, w.numeric_day(day))
        between = self._between()
        found = openings(reckoning, days, between.first, between.last) if between else []
        self.fits.setText(plans.openings(w, found, days) if between else "")
        self._check()
        back = coming_back(reckoning, entry)
        lines = [plans.returned(w, reckoning, one) for one in back[:ROWS]]
        if rest := back[ROWS:]:
            lines.append(plans.returned_later(w, rest))
        self.back.setText("\n".join(lines))
        for label in (self.back_heading, self.back):
            label.setVisible(bool(lines))
        return tuple(found)

    def _between(self) -> Span | None:
        """Return the two days; None where what is typed cannot be used."""
        first, last = (
            field.day() if field.edit.text().strip() else day
            for field, day in ((self.first, self._free.first), (self.last, self._free.last))
        )
        return Span(first, last) if first and last and first <= last <= first + DAY * MOST else None

    def _check(self) -> None:
        w = self._session.view.w
        self.first.check()
        if (self.last.check() or not self.last.edit.text().strip()) and self._between() is None:
            first = self.first.day() or self._free.first
            last = self.last.day() or self._free.last
            if last < first:
                self.last.tell(w.gettext("This day is before the first one."), wrong=True)
            elif last > first + DAY * MOST:
                told = w.gettext("No more than {n} days can be searched.").format(n=w.number(MOST))
                self.last.tell(told, wrong=True)
