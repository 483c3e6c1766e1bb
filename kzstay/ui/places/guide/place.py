"""The place Guide: the topics at the left, the one that is read beside them, and a search above."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from kzstay import bundled
from kzstay.content import entry as entry_pages
from kzstay.content import guide as pages
from kzstay.content.blocks import Block
from kzstay.content.person.box import box
from kzstay.core.entry_check import EntryQuestion
from kzstay.drawing.colours import Theme
from kzstay.guard import guarded
from kzstay.guide.topics import Topic
from kzstay.texts import guide_search
from kzstay.texts import tools as tool_texts
from kzstay.ui.pages.requests import Requests
from kzstay.ui.places.guide.contents import Contents
from kzstay.ui.places.guide.reader import Reader
from kzstay.ui.places.guide.toolbox import Toolbox
from kzstay.ui.places.guide.tools import Tools
from kzstay.ui.session.session import Session
from kzstay.ui.widgets import parts
from kzstay.ui.widgets.qt_names import name_clear_button
from kzstay.ui.widgets.stack import Stack
from kzstay.ui.widgets.theme import icon, scaled

LIST, NARROW_LIST, NARROW, SEARCH = 290, 210, 1000, 300  # pixels at the usual size of letters
INSIDE = 14  # left and right of the topics
LEAST_LETTERS = 2  # of a question; one letter is the beginning of a word


@guarded
class GuidePlace(QWidget):
    """The law in plain words. What was read stays, with the way back to it."""

    def __init__(self, session: Session, requests: Requests) -> None:
        super().__init__()
        self._session = session
        self._requests = requests
        self._found: list[str] = []
        self._stale = False  # the case has changed while another place was shown
        self._visited: list[str] = []
        self.heading = parts.label("name")
        self.back = parts.tool_button("guide_back", self.go_back, look="flat")
        self.search = QLineEdit()
        self.search.setObjectName("guide_search")
        self.search.setClearButtonEnabled(True)
        self.save = parts.button("guide_save", self._save)
        self.tools = Tools()
        self.contents = Contents()
        self.reader = Reader(session.view.w)
        self._right = Stack()
        self.toolbox = Toolbox(session, requests, self._right)
        self._lay_out()
        self.tools.chosen.connect(self.show_topic)
        self.toolbox.topic_asked.connect(self.show_topic)
        self.search.textChanged.connect(lambda _text: self._look())
        self.search.returnPressed.connect(self._open_first)
        self.contents.chosen.connect(self.show_topic)
        self.reader.topic_asked.connect(self.show_topic)
        self.reader.contacts_asked.connect(self._show_contacts)
        self.reader.timeline_asked.connect(self._show_day)
        QShortcut(
            QKeySequence.StandardKey.Find, self, self._seek, context=Qt.ShortcutContext.WidgetWithChildrenShortcut
        )
        QShortcut(
            QKeySequence.StandardKey.Back,
            self,
            self.go_back,
            context=Qt.ShortcutContext.WidgetWithChildrenShortcut,
        )
        session.changed.connect(self._renew)
        session.view.retranslated.connect(self.retranslate)
        self.retranslate()
        first = self.contents.first()
        assert first is not None
        self.show_topic(first)

    def _lay_out(self) -> None:
        above = parts.row(self.back, self.heading, 1, self.search, self.save, spacing=10)
        left, right = parts.frame("card"), parts.frame("card")
        left.setLayout(parts.column(self.tools, self.contents, spacing=0, margins=(8, 10, 4, 10)))
        self._right.addWidget(self.reader)
        right.setLayout(parts.column(self._right, margins=(1, 1, 1, 1)))
        self._left, self._card = left, right
        line = parts.row(left, spacing=16)
        line.addWidget(right, 1)
        column = parts.column(above, spacing=14, margins=(28, 14, 28, 20))
        column.addLayout(line, 1)
        self.setLayout(column)

    def panes(self) -> list[tuple[QWidget, ...]]:
        """List what F6 goes round: the search and what stands beside it, the topics, and what is read."""
        return [(self.search, self.back, self.save), (self.contents, self._left), (self._card,)]

    # What is read

    @property
    def topic(self) -> str | None:
        """Return the topic that is read; None while what a question found is."""
        return None if self._asked() else self._visited[-1]

    def show_topic(self, name: str) -> None:
        """Show a topic or a tool; what was read can be gone back to.

        A state that a tool is asked of is filled in once: who comes back finds what was made of it since.
        """
        tool = tool_texts.read_link(name)
        if tool is not None:
            self.toolbox.fill(tool)
            name = tool.tool
        if self._visited[-1:] != [name]:
            self._visited.append(name)
        self._read(name)

    def _show_contacts(self) -> None:
        self._requests.show_contacts.emit(guide_search.place_meant(self._session.view.w, self._asked()))

    def go_back(self) -> None:
        """Show what was read before."""
        if len(self._visited) > 1:
            self._visited.pop()
            self._read(self._visited[-1])

    def check_entry(self, question: EntryQuestion) -> None:
        """Show the entry check with a question in it."""
        self.search.clear()
        self.show_topic("entry-check")
        self.toolbox.entry.ask(question)

    def _read(self, name: str) -> None:
        w, guide = self._session.view.w, bundled.guide()
        self.back.setEnabled(len(self._visited) > 1)
        tool = tool_texts.read_link(name)
        self._show(tool)
        if tool is not None:
            self.contents.point_at(None)
            self.toolbox.show(tool.tool)
            return
        self.reader.read(self._page(guide.topics[name]), w)
        self.reader.setAccessibleName(guide.title(name, w.language))
        self.contents.point_at(name)
        self._mark_read()

    def _show(self, tool: tool_texts.Asked | None) -> None:
        """Show which tool is used, or the reader; a tool has a button of its own that saves it."""
        self.tools.point_at(tool.tool if tool else None)
        self.save.setVisible(tool is None)
        if tool is None:
            self._right.setCurrentWidget(self.reader)

    def _mark_read(self) -> None:
        """Offer to save the page of a topic; what was found is no page."""
        self.save.setEnabled(self._topic_read() is not None)
        self._stale = False

    def _topic_read(self) -> Topic | None:
        """Return the topic whose page is read; None while another thing is shown than one."""
        return bundled.guide().topics.get(self.topic or "")

    def _page(self, topic: Topic) -> list[Block]:
        """Make the page of a topic, with what it means for the traveller who is shown."""
        session = self._session
        return pages.topic_page(session.view.w, session.law, bundled.guide(), topic, session.assessment)

    # What is read of the traveller

    def _renew(self) -> None:
        """Follow the case, its traveller, the day and the reading: at once where that is seen."""
        topic = self._topic_read()
        self._stale = topic is not None and not self.isVisible()
        if topic is not None and not self._stale:
            self.reader.renew(self._page(topic), self._session.view.w)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._renew()

    def _show_day(self) -> None:
        topic = self._topic_read()
        found = box(self._session.view.w, self._session.assessment, topic.id) if topic else None
        if found is not None and found.day is not None:
            self._requests.show_day.emit(found.day, -1 if found.stay is None else found.stay)

    def _save(self) -> None:
        session, guide, topic = self._session, bundled.guide(), self._topic_read()
        if topic is None:
            return
        w, a = session.view.w, session.assessment
        self._requests.save_pdf.emit(
            guide.title(topic.id, w.language), lambda: pages.printed_topic(w, session.law, guide, topic, a)
        )

    # What is asked

    def _asked(self) -> str:
        question = self.search.text().strip()
        return question if len(question) >= LEAST_LETTERS else ""

    def _look(self) -> None:
        """Show what answers the question, or all topics again."""
        w, question = self._session.view.w, self._asked()
        if not question:
            self.contents.list_all(w)
            self._read(self._visited[-1])
            return
        self._show(None)
        hits, asked = guide_search.answers(w, question), tool_texts.asked(question)
        self._found = [*(one.link for one in asked), *(hit.topic for hit in hits)]
        # the contacts have a place of their own, which an arrow key in the list should not lead to
        self.contents.list_found(w, [hit.topic for hit in hits if hit.topic != guide_search.CONTACTS])
        found = pages.found_page(w, question, hits) if hits or not asked else []
        self.reader.read([*entry_pages.found_tools(w, asked), *found], w)
        self.reader.setAccessibleName(w.gettext("Found"))
        self._mark_read()

    def _open_first(self) -> None:
        if not self._asked() or not self._found:
            return
        if self._found[0] == guide_search.CONTACTS:
            self._show_contacts()
            return
        self.show_topic(self._found[0])
        self.reader.setFocus()

    def _seek(self) -> None:
        self.search.setFocus()
        self.search.selectAll()

    # How it looks

    def retranslate(self) -> None:
        """Speak the language of the view."""
        w = self._session.view.w
        self.heading.setText(w.gettext("Guide"))
        self.search.setPlaceholderText(w.gettext("Search, or ask a question"))
        self.search.setAccessibleName(w.gettext("Search the guide"))
        name_clear_button(self.search, w)
        self.save.setText(w.gettext("Save as PDF…"))
        self.tools.retranslate(w)
        self.contents.setAccessibleName(w.gettext("Topics"))
        self.back.setAccessibleName(w.gettext("Back"))
        self.back.setToolTip(w.gettext("Back"))
        self._fit()
        if self._visited:
            self._look()
        else:
            self.contents.list_all(w)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.reader.set_theme(theme)
        self.toolbox.set_theme(theme)
        self.back.setIcon(icon("back", theme.muted))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Give the topics less of a narrow place, and no less than the names of the tools need."""
        least = self.tools.width_wanted() + INSIDE
        self._left.setFixedWidth(max(least, scaled(NARROW_LIST if self.width() < scaled(NARROW) else LIST)))
        self.search.setMinimumWidth(min(scaled(SEARCH), self.width() * 2 // 5))


def make(session: Session, requests: Requests) -> GuidePlace:
    """Make the place."""
    return GuidePlace(session, requests)
