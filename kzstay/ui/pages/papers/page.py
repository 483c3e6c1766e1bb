"""The page of papers: what a person holds and was served besides the stays, and changes of address."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QWidget

from kzstay.drawing.colours import Theme
from kzstay.guard import guarded
from kzstay.ui.pages.papers.section import Section
from kzstay.ui.pages.requests import Requests
from kzstay.ui.session.records.papers import MOVES, PERMITS, RULINGS
from kzstay.ui.session.session import Session
from kzstay.ui.widgets import parts


@guarded
class PapersView(QWidget):
    """The three lists under each other; ``removed`` tells of a row that is gone and what brings it back.

    ``complain`` asks for a complaint against the ruling of a number, in a language.
    """

    removed = Signal(str, object)
    complain = Signal(int, str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("papers")
        self.permits, self.rulings, self.moves = (Section(session, listed) for listed in (PERMITS, RULINGS, MOVES))
        self.sections = (self.permits, self.rulings, self.moves)
        self._page = QWidget()
        self._page.setObjectName("papers_page")
        self._page.setLayout(parts.column(*self.sections, 1, spacing=6, margins=(0, 4, 0, 8)))
        self._page.installEventFilter(self)
        self.area = QScrollArea()
        self.area.setObjectName("papers_scroll")
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setWidgetResizable(True)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # nothing is done there by itself
        self.area.setWidget(self._page)
        self.setLayout(parts.column(self.area, spacing=0))
        for section in self.sections:
            section.removed.connect(self.removed)
            section.complain.connect(self.complain)
            section.table.seen.connect(lambda section=section: self._see(section))
            section.table.entered_here.connect(lambda section=section: self._leave_others(section))
        session.view.retranslated.connect(self._translate)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        for section in self.sections:
            section.set_theme(theme)

    def _translate(self) -> None:
        for section in self.sections:
            section.translate()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._page and event.type() == QEvent.Type.Resize:
            # A row that is new or has grown is in its place only now
            at = QApplication.focusWidget()
            for section in self.sections:
                if at is not None and (at is section.table or section.table.isAncestorOf(at)):
                    self._see(section)
        return super().eventFilter(watched, event)

    def _see(self, section: Section) -> None:
        """Bring the row that is chosen into sight, with the name of its list where there is room for both."""
        table = section.table
        rect = table.visualRect(table.currentIndex())
        head = section.mapTo(self._page, QPoint(0, 0)).y()
        top = table.viewport().mapTo(self._page, rect.topLeft()).y()
        foot = top + rect.height()
        for edge in (head, top, foot):
            self.area.ensureVisible(0, edge, 0, 0)

    def _leave_others(self, section: Section) -> None:
        for other in self.sections:
            if other is not section:
                other.table.choose_none()


def make(session: Session, requests: Requests) -> PapersView:
    """Make the page."""
    page = PapersView(session)
    page.removed.connect(requests.offer_back)
    page.complain.connect(requests.complain)
    return page
