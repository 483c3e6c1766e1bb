"""The page of duties: what must be done, by whom and by when."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QMenu, QWidget

from kzstay.core import agenda
from kzstay.core.duties import Duty
from kzstay.drawing.colours import Theme
from kzstay.guard import guarded
from kzstay.ui.pages.duties.details import DutyDetails
from kzstay.ui.pages.duties.model import DUTY, DutiesModel, Key, key_of
from kzstay.ui.pages.duties.table import DutiesTable
from kzstay.ui.pages.duty_menu import duty_menu
from kzstay.ui.pages.requests import Requests
from kzstay.ui.session.editing import Editing
from kzstay.ui.session.session import Session
from kzstay.ui.widgets import parts
from kzstay.ui.widgets.parts import ROW_HEIGHT
from kzstay.ui.widgets.row_copy import RowCopy

ROWS, LEAST_ROWS = 4, 2  # seen before what is said of the chosen one gets more room; seen whatever there is to say
LEAST_DETAILS = 2 * ROW_HEIGHT
SHARE = 3, 2  # of the width, where there is no room under the table
NARROW = 560  # pixels of what is said, on which the cost stands under the rule


@guarded
class DutiesView(QWidget):
    """The duties, and under or beside them what the chosen one asks for, where it is done and by which article."""

    def __init__(self, session: Session, requests: Requests, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._editing = Editing(session)
        self._kept: Key | None = None
        self.setObjectName("duties")
        self.model = DutiesModel(session, self)
        self.table = DutiesTable(self.model)
        self.details = DutyDetails(requests)
        self.details.recorded.connect(self._record)
        self._requests = requests
        self.copy = RowCopy(self.table, lambda: session.view.w)
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.table.customContextMenuRequested.connect(self._open_menu)
        self._box = parts.column(spacing=0)
        self._box.addWidget(self.table, 1)
        self._box.addWidget(self.details)
        self.setLayout(self._box)
        self.table.selectionModel().currentRowChanged.connect(lambda _now, _before: self._describe())
        self.model.told.connect(self._keep_selection)
        self.model.folding.connect(self._fit)
        session.view.retranslated.connect(self._translate)
        self._translate()
        self._keep_selection()

    # Room

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.details.measure_again()
        self._fit()

    def _fit(self) -> None:
        """Give the rows their room first, then what is said of the chosen one; set that beside where it is low."""
        if not self.isVisible():
            return
        self.table.share_out()
        beside = self.height() < self.table.least_height(LEAST_ROWS) + LEAST_DETAILS
        ways = QBoxLayout.Direction
        self._box.setDirection(ways.LeftToRight if beside else ways.TopToBottom)
        width = self.width() * SHARE[1] // sum(SHARE) if beside else self.width()
        self.details.set_narrow(width < NARROW)
        if beside:
            self.details.prefer(QSize(width, self.height()), beside=True)
        else:
            least = self.table.least_height(min(max(self.model.rowCount(), LEAST_ROWS), ROWS))
            room = max(LEAST_DETAILS, self.height() - least)
            self.details.prefer(QSize(width, min(self.details.wanted(width), room)), beside=False)
        self.table.share_out()

    # What is shown

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.model.set_theme(theme)
        self._describe()

    def _translate(self) -> None:
        self.model.w = self._session.view.w
        self.table.setAccessibleName(self._session.view.w.gettext("Duties and deadlines"))
        self._describe()

    def _keep_selection(self) -> None:
        """Keep the chosen duty chosen; where it is gone or folded, choose the first, which presses most."""
        row = self.model.row_of(self._kept) if self._kept else None
        fold = self.table.currentIndex().row() == self.model.fold >= 0
        if row is None and not (fold and self._kept is None):
            row = 0
        if self.model.rowCount() and row is not None and row != self.table.currentIndex().row():
            self.table.setCurrentIndex(self.model.index(row, DUTY))
        self._describe()

    def _chosen(self) -> Duty | None:
        return self.model.duty(self.table.currentIndex().row())

    def _describe(self) -> None:
        w, duty, model = self._session.view.w, self._chosen(), self.model
        folded = duty is None and self.table.currentIndex().row() == model.fold >= 0
        self._kept = None if duty is None else key_of(model.assessment, duty)
        if duty is not None:
            self.details.describe(model.w, model.assessment, duty, model.theme)
        elif folded:
            self.details.say(
                "" if model.now else w.gettext("Nothing is to be done now."),
                w.gettext("Click this row, or press Enter in it, to show or to fold what is done or over."),
            )
        elif not self._session.traveller.citizenship:
            self.details.say("", w.gettext("Choose the citizenship to see what has to be done."))
        else:
            self.details.say("", w.gettext("No duty falls due."))
        self._fit()

    def menu(self) -> QMenu | None:
        """Make the menu of the chosen duty; None where none is."""
        duty, model = self._chosen(), self.model
        if duty is None:
            return None
        return duty_menu(self.table, model.w, model.assessment, duty, self._requests, self.copy, self._record)

    def _open_menu(self, at: QPoint) -> None:
        if menu := self.menu():
            menu.popup(self.table.viewport().mapToGlobal(at))

    def _record(self) -> None:
        duty, a = self._chosen(), self.model.assessment
        if duty and duty.stay is not None and (field := agenda.recordable(duty, a.on)):
            stay = a.traveller.stays[duty.stay]
            move = None if duty.move is None else stay.moves[duty.move].key.number
            self._editing.record_done(stay.key.number, field, move)


def make(session: Session, requests: Requests) -> DutiesView:
    """Make the page."""
    return DutiesView(session, requests)
