"""The place Guide: the topics at the left, the one that is read beside them, and a search above."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QLineEdit, QStackedWidget, QWidget

from kzstay import bundled
from kzstay.content import entry as entry_pages
from kzstay.content import guide as pages
from kzstay.core.entry_check import EntryQuestion
from kzstay.drawing.colours import Theme
from kzstay.guard import guarded
from kzstay.texts import guide as texts
from kzstay.texts import tools as tool_texts
from kzstay.ui.pages.requests import Requests
from kzstay.ui.places.guide.contents import Contents
from kzstay.ui.places.guide.reader import Reader
from kzstay.ui.places.guide.toolbox import Toolbox
from kzstay.ui.places.guide.tools import Tools
from kzstay.ui.session.session import Session
from kzstay.ui.widgets import parts
from kzstay.ui.widgets.theme import icon

LIST, NARROW_LIST, NARROW = 290, 210, 1000  # pixels
LEAST_LETTERS = 2  # of a question; one letter is the beginning of a word


@guarded
class GuidePlace(QWidget):
    """The law in plain words. What was read stays, with the way back to it."""

    def __init__(self, session: Session, requests: Requests) -> None:
        super().__init__()
        self._session = session
        self._visited: list[str] = []
        self.heading = parts.label("name")
        self.back = parts.tool_button("guide_back", self.go_back, look="flat")
        self.search = QLineEdit()
        self.search.setObjectName("guide_search")
        self.search.setClearButtonEnabled(True)
        self.search.setMinimumWidth(300)
        self.tools = Tools()
        self.contents = Contents()
        self.reader = Reader(session.view.w)
        self._right = QStackedWidget()
        self.toolbox = Toolbox(session, requests, self._right)
        self._lay_out()
        self.tools.chosen.connect(self.show_topic)
        self.toolbox.topic_asked.connect(self.show_topic)
        self.search.textChanged.connect(lambda _text: self._look())
        self.search.returnPressed.connect(self._open_first)
        self.contents.chosen.connect(self.show_topic)
        self.reader.topic_asked.connect(self.show_topic)
        self.reader.contacts_asked.connect(lambda: requests.show_place.emit("contacts"))
        QShortcut(
            QKeySequence.StandardKey.Find, self, self._seek, context=Qt.ShortcutContext.WidgetWithChildrenShortcut
        )
        QShortcut(
            QKeySequence.StandardKey.Back,
            self,
            self.go_back,
            context=Qt.ShortcutContext.WidgetWithChildrenShortcut,
        )
        session.view.retranslated.connect(self.retranslate)
        self.retranslate()
        first = self.contents.first()
        assert first is not None
        self.show_topic(first)

    def _lay_out(self) -> None:
        above = parts.row(self.back, self.heading, 1, self.search, spacing=10)
        left, right = parts.frame("card"), parts.frame("card")
        left.setLayout(parts.column(self.tools, self.contents, spacing=0, margins=(8, 10, 4, 10)))
        self._right.addWidget(self.reader)
        right.setLayout(parts.column(self._right, margins=(1, 1, 1, 1)))
        self._left = left
        line = parts.row(left, spacing=16)
        line.addWidget(right, 1)
        column = parts.column(above, spacing=14, margins=(28, 14, 28, 20))
        column.addLayout(line, 1)
        self.setLayout(column)

    # What is read

    @property
    def topic(self) -> str | None:
        """Return the topic that is read; None while what a question found is."""
        return None if self._asked() else self._visited[-1]

    def show_topic(self, name: str) -> None:
        """Show a topic or a tool; what was read can be gone back to."""
        if self._visited[-1:] != [name]:
            self._visited.append(name)
        self._read(name)

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
        tool = tool_texts.read_link(name)
        self.tools.point_at(tool.tool if tool else None)
        if tool is not None:
            self.contents.point_at(None)
            self.back.setEnabled(len(self._visited) > 1)
            self.toolbox.show(tool)
            return
        self._right.setCurrentWidget(self.reader)
        self.reader.read(pages.topic_page(w, bundled.law(), guide, guide.topics[name]), w)
        self.reader.setAccessibleName(guide.title(name, w.language))
        self.contents.point_at(name)
        self.back.setEnabled(len(self._visited) > 1)

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
        self._right.setCurrentWidget(self.reader)
        self.tools.point_at(None)
        hits, asked = texts.index(w).search(question), tool_texts.asked(question)
        self.contents.list_found(w, [hit.topic for hit in hits])
        found = pages.found_page(w, question, hits) if hits or not asked else []
        self.reader.read([*entry_pages.found_tools(w, asked), *found], w)
        self.reader.setAccessibleName(w.gettext("Found"))

    def _open_first(self) -> None:
        tools = tool_texts.asked(self._asked())
        if self._asked() and (first := tools[0].link if tools else self.contents.first()):
            self.show_topic(first)
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
        self.tools.retranslate(w)
        self.contents.setAccessibleName(w.gettext("Topics"))
        self.back.setAccessibleName(w.gettext("Back"))
        self.back.setToolTip(w.gettext("Back"))
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
        self._left.setFixedWidth(NARROW_LIST if self.width() < NARROW else LIST)


def make(session: Session, requests: Requests) -> GuidePlace:
    """Make the place."""
    return GuidePlace(session, requests)
