"""The entry check: fields above, and under them what the entry takes; it answers while one types."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from kzstay import bundled
from kzstay.content import entry as pages
from kzstay.content.blocks import Block, Paragraph
from kzstay.core.assess import Assessment, assess
from kzstay.core.editing import left_on
from kzstay.core.entry_check import EntryCheck, EntryQuestion, check_entry
from kzstay.drawing.colours import Theme
from kzstay.guard import guarded
from kzstay.texts import entry_check as texts
from kzstay.ui.pages.requests import Requests
from kzstay.ui.places.guide.entry_fields import EntryFields
from kzstay.ui.places.guide.reader import Reader
from kzstay.ui.session.session import Session
from kzstay.ui.widgets import parts
from kzstay.ui.widgets.announce import announce

PAUSE = 60  # milliseconds without a key before it is worked out
INSIDE, MARGIN = 28, 10  # pixels round the fields, and within the page under them


@guarded
class EntryView(QWidget):
    """What an entry takes. ``topic_asked`` with the name of a topic that a link leads to."""

    topic_asked = Signal(str)

    def __init__(self, session: Session, requests: Requests) -> None:
        super().__init__()
        self._session = session
        self._requests = requests
        self._check: EntryCheck | None = None
        self._told = ""
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self._answer)
        self.heading = parts.label("lead", name="check_heading")
        self.save = parts.button("check_save", self._save)
        self.fields = EntryFields(session)
        self.reader = Reader(session.view.w)
        self.reader.setObjectName("check_text")
        self.reader.document().setDocumentMargin(MARGIN)
        head = parts.row(self.heading, 1, self.save)
        above = parts.column(head, self.fields, spacing=12, margins=(INSIDE, 18, INSIDE, 4))
        column = parts.column(above, spacing=0)
        column.addLayout(parts.row(self.reader, margins=(INSIDE - MARGIN, 0, 2, 4)), 1)
        self.setLayout(column)
        for one, next_one in pairwise((self.save, *self.fields.stops(), self.reader)):
            self.setTabOrder(one, next_one)
        self.fields.edited.connect(self._pause.start)
        self.reader.topic_asked.connect(self.topic_asked)
        self.reader.contacts_asked.connect(lambda: requests.show_place.emit("contacts"))
        session.changed.connect(self._on_changed)
        session.opened.connect(self._ask_anew)
        session.view.retranslated.connect(self.retranslate)
        self.retranslate()

    def ask(self, question: EntryQuestion) -> None:
        """Ask of an entry, and answer at once."""
        self.fields.ask(question)
        self._answer()

    def _ask_anew(self) -> None:
        """Ask of the traveller again where another case is opened."""
        self.ask(EntryQuestion())

    def _on_changed(self) -> None:
        if self.isVisible():
            self.fields.rename()
            self.fields.follow()
            self._answer()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._on_changed()

    # The answer

    def _answer(self) -> None:
        self._pause.stop()
        w, question = self._session.view.w, self.fields.question()
        self._check = self._asked(question) if question else None
        blocks: list[Block]
        if self._check is not None:
            blocks, told = pages.check_page(w, bundled.guide(), self._check), texts.headline(w, self._check).lead
        else:
            told = "" if self.fields.person() else w.gettext("Choose the citizenship")
            blocks = [Paragraph(told)] if told else []
        self.reader.read(blocks, w)
        self.save.setEnabled(self._check is not None)
        if told and told != self._told and self.fields.isAncestorOf(self.focusWidget() or self):
            announce(self, told)
        self._told = told

    def _asked(self, question: EntryQuestion) -> EntryCheck | None:
        a = self._assessment(question)
        if a is None or question.entry is None:
            return None
        return check_entry(a, question.entry, question.days, question.purpose)

    def _assessment(self, question: EntryQuestion) -> Assessment | None:
        """Return the answer for the person that it is asked of; the present stay ends when the Plan page says."""
        session, view, person = self._session, self._session.view, self.fields.person()
        if person is None:
            return None
        if not self.fields.own:
            return assess(person, view.on, session.law, view.reading)
        a = session.assessment
        if question.left is None or a.current is None:
            return a
        return assess(left_on(a.traveller, a.current, question.left), a.on, a.law, a.reading)

    def _save(self) -> None:
        w, found = self._session.view.w, self._check
        if found is not None:
            self._requests.save_pdf.emit(texts.name(w), lambda: pages.check_document(w, bundled.guide(), found))

    # How it looks

    def retranslate(self) -> None:
        """Speak the language of the view."""
        w = self._session.view.w
        self.heading.setText(texts.name(w))
        self.save.setText(w.gettext("Save as PDF…"))
        self.reader.setAccessibleName(w.gettext("What the entry takes"))
        self.fields.retranslate()
        self._answer()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.reader.set_theme(theme)
