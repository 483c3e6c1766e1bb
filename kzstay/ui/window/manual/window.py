"""The window of the manual: its chapters at the left, the one that is read beside them, and a search above.

It stands beside the window that it is about and shuts nothing off, so that one reads and does in turn.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent, QShortcut, QTextCursor
from PySide6.QtWidgets import QBoxLayout, QLineEdit, QWidget

from kzstay import bundled
from kzstay.content.blocks import Block, Prose
from kzstay.content.guide import found_page
from kzstay.drawing.colours import Theme
from kzstay.guard import guarded
from kzstay.guide.manual import KEYS, title_of
from kzstay.guide.search import Index
from kzstay.texts import manual as texts
from kzstay.texts.manual_search import index
from kzstay.ui.places.guide.reader import Reader
from kzstay.ui.session.session import Session
from kzstay.ui.widgets import parts
from kzstay.ui.widgets.fitted import give_places
from kzstay.ui.widgets.qt_names import name_clear_button
from kzstay.ui.widgets.theme import icon, scaled, worn
from kzstay.ui.widgets.topic_list import TopicList
from kzstay.ui.window.key_list import as_markdown, native
from kzstay.ui.window.panes import Panes
from kzstay.ui.window.startup import within

if TYPE_CHECKING:
    from kzstay.ui.window.actions import Actions

SIZE, LEAST = QSize(940, 760), QSize(480, 280)
# Pixels at the usual size of letters: of the list, below which a choice is in its place, and the search under that
LIST, NARROW, NARROWER = 230, 700, 440
ASKED = "?"
LEAST_LETTERS = 2  # of a question; one letter is the beginning of a word
FRAME = 16, 48  # what the system may put round a window
MARGIN, NARROW_MARGIN = 28, 14
ABOVE = 8  # pixels over a heading that is gone to


@guarded
class ManualWindow(QWidget):
    """The manual. What was read can be gone back to; ``topic_asked`` for one of the guide."""

    topic_asked = Signal(str)

    def __init__(self, session: Session, commands: Actions) -> None:
        super().__init__()
        self.setObjectName("manual_window")
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, on=False)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumSize(LEAST)
        self._session = session
        self._commands = commands
        self._texts: dict[str, str] = {}
        self._index: Index | None = None
        self._visited: list[str] = []  # chapters and sections, and questions with a sign before them
        self._at = -1  # where in that
        self._found: list[str] = []
        self._leads = False  # a chapter is about to be shown
        self.back = parts.tool_button("manual_back", lambda: self.go(-1), look="flat")
        self.forward = parts.tool_button("manual_forward", lambda: self.go(1), look="flat")
        self.search = QLineEdit()
        self.search.setObjectName("manual_search")
        self.search.setClearButtonEnabled(True)
        self.choice = parts.Choice()
        self.choice.setObjectName("manual_choice")
        self.contents = TopicList("manual_contents")
        self.reader = Reader(session.view.w)
        self.reader.setObjectName("manual_text")
        # The room of the words does not change with their length: else Qt keeps a bar across for the first width
        self.reader.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self._lay_out()
        self._listen()
        self.set_theme(worn())
        self.retranslate()

    def _lay_out(self) -> None:
        left, right = parts.frame("card"), parts.frame("card")
        left.setLayout(parts.column(self.contents, margins=(8, 10, 4, 10)))
        right.setLayout(parts.column(self.reader, margins=(1, 1, 1, 1)))
        self._left, self._right = left, right
        first = parts.row(self.back, self.forward, spacing=8)
        first.addWidget(self.choice, 1)
        first.addStretch(0)  # where there is no choice
        self._above = parts.row(spacing=8)
        self._above.addLayout(first, 3)
        self._above.addWidget(self.search, 2)
        self._line = parts.row(left, spacing=16)
        self._line.addWidget(right, 1)
        self._column = parts.column(self._above, spacing=12, margins=(MARGIN, 14, MARGIN, 20))
        self._column.addLayout(self._line, 1)
        self.setLayout(self._column)
        ways = self.back, self.forward, self.choice, self.search
        for before, after in pairwise((*ways, self.contents, self.reader)):
            QWidget.setTabOrder(before, after)
        self.panes = Panes(self, lambda: [(self.search, *ways), (self.contents,), (self.reader,)])

    def _listen(self) -> None:
        self.contents.chosen.connect(self.show_chapter)
        self.choice.activated.connect(lambda row: self.show_chapter(self.choice.itemData(row)))
        self.reader.chapter_asked.connect(self.show_chapter)
        self.reader.topic_asked.connect(self.topic_asked)
        self.search.textChanged.connect(lambda _text: self._look())
        self.search.returnPressed.connect(self._open_first)
        self._session.view.retranslated.connect(self.retranslate)
        standard = QKeySequence.StandardKey
        for keys, do in (
            (standard.Find, self._seek),
            (standard.Back, lambda: self.go(-1)),
            (standard.Forward, lambda: self.go(1)),
            ("F6", lambda: self.panes.go(1)),
            ("Shift+F6", lambda: self.panes.go(-1)),
            ("F1", lambda: self.show_chapter(KEYS)),
        ):
            QShortcut(QKeySequence(keys), self, do)

    # Where it stands

    def stand_beside(self, window: QWidget, stood: str) -> None:
        """Stand where the manual stood last, or else beside a window, as far as the screen has room."""
        if stood and self.restoreGeometry(QByteArray.fromBase64(stood.encode("ascii", "ignore"))):
            return
        room, beside = window.screen().availableGeometry(), window.frameGeometry()
        width, height = SIZE.width() + FRAME[0], SIZE.height() + FRAME[1]
        left = beside.right() + 1 if beside.right() + width <= room.right() else beside.left() - width
        if left < room.left():  # no room at either side: over the right of the window, where the answer is not
            left = room.right() - width
        place = within(QRect(left, beside.top(), width, height), room)
        self.setGeometry(place.adjusted(FRAME[0] // 2, FRAME[1] - FRAME[0] // 2, -FRAME[0] // 2, -FRAME[0] // 2))

    def appear(self) -> None:
        """Come to the front, with every part in its place and the keyboard on what is read."""
        if self.isMinimized():
            self.showNormal()
        self.show()
        give_places()  # what is scrolled to lies elsewhere before
        if QGuiApplication.platformName() != "offscreen":  # which has no front
            self.raise_()
        self.activateWindow()
        self.reader.setFocus(Qt.FocusReason.OtherFocusReason)

    # What is read

    @property
    def chapter(self) -> str | None:
        """Return the chapter that is read; None while what a question found is."""
        return None if self._asked() else self._visited[self._at].partition("/")[0]

    def show_chapter(self, name: str) -> None:
        """Show a chapter or a section; what was read, or asked, can be gone back to."""
        if question := self._typed():
            self._note(ASKED + question)
        self._note(name)
        self._read()

    def _note(self, name: str) -> None:
        if self._at < 0 or self._visited[self._at] != name:
            self._visited[self._at + 1 :] = [name]
            self._at += 1

    def go(self, steps: int) -> None:
        """Show what was read before, or with 1 what was read after that."""
        if self._typed() and steps < 0:
            self._read()
        elif 0 <= self._at + steps < len(self._visited):
            self._at += steps
            self._read()

    def _read(self) -> None:
        """Show what is gone to, with the question in its field if that is one."""
        name = self._visited[self._at]
        self._leads = True  # a field that is emptied would show the chapter before
        self.search.setText(name.removeprefix(ASKED) if name.startswith(ASKED) else "")
        self._leads = False
        self._show()

    def _show(self) -> None:
        name = self._visited[self._at]
        if name.startswith(ASKED):
            self._answer(name.removeprefix(ASKED))
            return
        chapter = name.partition("/")[0]
        section = bundled.manual().place(name)[1] if chapter != KEYS else 0
        text = self._texts[chapter]
        self.reader.read([Prose(text)], self._session.view.w)
        self.reader.setAccessibleName(title_of(text))
        self._go_to(section)
        self._point_at(chapter)

    def _point_at(self, chapter: str | None) -> None:
        self.contents.point_at(chapter)
        self.choice.setCurrentIndex(self.choice.findData(chapter))
        self.back.setEnabled(self._at > 0 or bool(self._typed()))
        self.forward.setEnabled(self._at + 1 < len(self._visited) and not self._typed())

    def _go_to(self, section: int) -> None:
        """Scroll to the heading of a section, counted from 1, and have the caret there."""
        block = self.reader.document().begin()
        while section and block.isValid():
            if block.blockFormat().headingLevel() == 2:
                section -= 1
            if not section:
                self.reader.setTextCursor(QTextCursor(block))
                top = self.reader.document().documentLayout().blockBoundingRect(block).top()
                self.reader.verticalScrollBar().setValue(round(top) - ABOVE)
            block = block.next()

    # What is asked

    def _asked(self) -> str:
        question = self.search.text().strip()
        return question if len(question) >= LEAST_LETTERS else ""

    def _typed(self) -> str:
        """Return the question that was just typed, and is not what was gone back to."""
        question = self._asked()
        return question if self._at >= 0 and self._visited[self._at] != ASKED + question else ""

    def _look(self) -> None:
        """Show what answers the question, or the chapter again."""
        if self._leads:
            return
        if question := self._asked():
            self._answer(question)
            return
        if self._visited[self._at].startswith(ASKED):
            self._at -= 1  # to what was read when it was asked
        self._show()  # and leave a first letter where it is

    def _answer(self, question: str) -> None:
        w = self._session.view.w
        if self._index is None:
            self._index = index(w, self._texts)
        hits = self._index.search(question)
        self._found = [hit.topic for hit in hits]
        blocks: list[Block] = found_page(w, question, hits, "manual")
        self.reader.read(blocks, w)
        self.reader.setAccessibleName(w.gettext("Found"))
        self._point_at(None)

    def _open_first(self) -> None:
        if self._asked() and self._found:
            self.show_chapter(self._found[0])
            self.reader.setFocus()

    def _seek(self) -> None:
        self.search.setFocus()
        self.search.selectAll()

    # How it looks

    def _key(self, name: str) -> str:
        """Write the keys of a command as they are, or keys as the system writes them."""
        action = self._commands.by_name.get(name)
        return native(action.shortcuts()[:1] if action is not None else [QKeySequence(name)])

    def retranslate(self) -> None:
        """Speak the language of the view."""
        w = self._session.view.w
        self.setWindowTitle(f"{texts.title(w)} — kzstay")
        self._texts = {**texts.chapters(w, self._key), KEYS: as_markdown(w, self._commands.list_keys())}
        self._index = None
        self.search.setPlaceholderText(w.gettext("Search, or ask a question"))
        self.search.setAccessibleName(w.gettext("Search the manual"))
        name_clear_button(self.search, w)
        for button, said in (self.back, w.gettext("Back")), (self.forward, w.gettext("Forward")):
            button.setAccessibleName(said)
            button.setToolTip(said)
        self.contents.setAccessibleName(w.gettext("Chapters"))
        self.choice.setAccessibleName(w.gettext("Chapters"))
        self.choice.clear()
        for name, text in self._texts.items():
            self.choice.addItem(title_of(text), name)
        self.choice.setPlaceholderText(w.gettext("Found"))
        self.contents.fill([("", [(name, title_of(text)) for name, text in self._texts.items()])])
        self._fit()
        if self._visited:
            self._look()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.reader.set_theme(theme)
        self.back.setIcon(icon("back", theme.muted))
        self.forward.setIcon(icon("forward", theme.muted))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Have a choice of chapters in the place of their list in a narrow window, and less round all of it."""
        narrow = self.width() < scaled(NARROW)
        self._left.setVisible(not narrow)
        self._left.setFixedWidth(scaled(LIST))
        self.choice.setVisible(narrow)
        across = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._above.setDirection(across[self.width() < scaled(NARROWER)])
        edge = NARROW_MARGIN if narrow else MARGIN
        self._column.setContentsMargins(edge, NARROW_MARGIN, edge, NARROW_MARGIN if narrow else 20)
        if self.reader.document().documentMargin() != edge:
            self.reader.document().setDocumentMargin(edge)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:  # letters may have another size
            self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)
