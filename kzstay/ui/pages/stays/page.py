"""The page of the stays: the table, and under it the way to one more and what was made of a typed day."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kzstay.drawing.colours import Theme
from kzstay.guard import guarded
from kzstay.texts import answers
from kzstay.ui.pages.requests import Requests
from kzstay.ui.pages.stays.details import StayDetails
from kzstay.ui.pages.stays.table import StaysTable
from kzstay.ui.session.editing import Editing
from kzstay.ui.session.records.stays import STAYS
from kzstay.ui.session.session import Session
from kzstay.ui.widgets import parts
from kzstay.ui.widgets.stops import reach_in_turn
from kzstay.ui.widgets.theme import icon


@guarded
class StaysPage(QWidget):
    """The stays of the shown traveller."""

    add = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._editing = Editing(session)
        self._echoes = False
        self.table = StaysTable(session)
        self.add_button = parts.button("add_stay_button", self.add.emit)
        self.details = StayDetails(session, self.table)
        self.details_button = parts.button("stay_details_button")
        self.details_button.setCheckable(True)
        self.details_button.toggled.connect(self.details.setVisible)
        self.details.completed.connect(self._order_details)
        self.echo = parts.label("muted", wrap=True, name="echo")
        foot = parts.row(self.add_button, self.details_button, spacing=14, margins=(16, 8, 16, 10))
        foot.addWidget(self.echo, 1)
        self.setLayout(parts.column(self.table, self.details, foot, spacing=0))
        self.table.days.echoed.connect(self._echo)
        session.changed.connect(self._tell_left_out)
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._tell_left_out())
        session.view.retranslated.connect(self._translate)
        self._translate()

    def _order_details(self) -> None:
        """Let Tab come to the details behind the table."""
        reach_in_turn([self.table, *self.details.stops])

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.table.stays.set_theme(theme)
        self.add_button.setIcon(icon("add", theme.text, 16))

    def _echo(self, text: str, wrong: bool) -> None:
        self._echoes = bool(text)
        if text:
            self.echo.setText(text)
            parts.mark(self.echo, "role", "error" if wrong else "muted")
        else:
            self._tell_left_out()

    def _tell_left_out(self) -> None:
        """Say what of the rows counts for nothing, unless something is being typed."""
        if not self._echoes:
            left = answers.left_out(self._session.view.w, *self._editing.left_out(STAYS))
            row = self.table.currentIndex().row()
            # Its column may be too narrow for the reason
            why = self.table.stays.reason(row) if left and 0 <= row < self.table.stays.rowCount() else ""
            self.echo.setText(". ".join(filter(None, (left, why))))
            parts.mark(self.echo, "role", "error")

    def _translate(self) -> None:
        w = self._session.view.w
        self.add_button.setText(w.gettext("Add stay"))
        self.details_button.setText(w.gettext("Details"))
        self.details_button.setToolTip(w.gettext("Kind of the chosen stay, passport shown, checkpoints"))


def make(session: Session, requests: Requests) -> StaysPage:
    """Make the page."""
    page = StaysPage(session)
    page.add.connect(requests.add_stay)
    page.table.deleting.connect(requests.delete_stay)
    page.table.pasted.connect(requests.import_text)
    page.table.adding.connect(requests.add_stay)
    page.table.acts.edit_asked.connect(requests.edit_stay)
    page.table.acts.plan_asked.connect(requests.plan_from)
    page.table.acts.done.connect(requests.offer_back)
    return page
