"""A text page: blocks to be read, such as why an answer is what it is, and the law behind it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtWidgets import QWidget

from kzstay.core.assess import Assessment
from kzstay.drawing.colours import LIGHT, Theme
from kzstay.guard import guarded
from kzstay.texts import Words, answers
from kzstay.ui.session.session import Session
from kzstay.ui.widgets.read_page import ReadPage
from kzstay.ui.widgets.theme import magnified

if TYPE_CHECKING:
    from kzstay.content.blocks import Block

MakePage = Callable[[Assessment, Words, int | None], "list[Block]"]
POINTS = 10.0
# Called when the page is first seen, as reading in what it needs takes time
Content = Callable[[], MakePage]

ROUNDED = 2  # pixels


@guarded
class TextPage(ReadPage):
    """A text made from the assessment; it is made anew when it is seen. ``topic_asked`` for one of the guide."""

    topic_asked = Signal(str)

    def __init__(self, session: Session, name: str, content: Content, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._content = content
        self._theme: Theme = LIGHT
        self._stale = True
        self.setObjectName(name)
        self.document().setDocumentMargin(20)
        # The room of the words does not change with their length: else Qt keeps a bar across for the first width
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.anchorClicked.connect(self._follow)
        self.horizontalScrollBar().rangeChanged.connect(self._scroll_sideways)
        session.changed.connect(self._outdate)
        session.selected.connect(lambda _index: self._outdate())

    def _scroll_sideways(self, _least: int, most: int) -> None:
        """Offer to scroll sideways what is wider than the page, but not for a pixel that Qt rounds up."""
        policy = Qt.ScrollBarPolicy
        self.setHorizontalScrollBarPolicy(
            policy.ScrollBarAsNeeded if most > ROUNDED else policy.ScrollBarAlwaysOff
        )

    def _follow(self, link: QUrl) -> None:
        if link.scheme() == "guide":
            self.topic_asked.emit(link.path())

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        self._outdate()

    def showEvent(self, event: object) -> None:
        self._refresh()
        super().showEvent(event)  # type: ignore[arg-type]

    def _outdate(self) -> None:
        self._stale = True
        if self.isVisible():
            self._refresh()

    def _refresh(self) -> None:
        if not self._stale:
            return
        from kzstay.content.blocks import Paragraph, Title
        from kzstay.export.html import render

        self._stale = False
        session = self._session
        blocks: list[Block] = []
        if not session.traveller.citizenship:
            blocks.append(Paragraph(answers.begin(session.view.w, session.traveller)))
            self.show_page(render(blocks, session.view.w, colours=self._theme, points=magnified(POINTS)))
            return
        chosen = session.selection if session.selection >= 0 else None
        for block in self._content()(session.assessment, session.view.w, chosen):
            # The tab has named the page already
            blocks.append(Paragraph(block.line, muted=True) if isinstance(block, Title) else block)
        points = magnified(POINTS)
        self.show_page(render(blocks, session.view.w, colours=self._theme, points=points, links=True))
