"""The reader of the guide: a topic, or what answers a question, with links to topics and to the official texts."""

from __future__ import annotations

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtWidgets import QWidget

from kzstay.content.blocks import Block
from kzstay.drawing.colours import LIGHT, Theme
from kzstay.export.html import render
from kzstay.guard import guarded
from kzstay.texts import Words
from kzstay.ui.widgets.act_menu import act_menu, show_beside
from kzstay.ui.widgets.read_page import ReadPage
from kzstay.ui.widgets.theme import magnified

POINTS = 10.5
ROUNDING = 2  # pixels by which a table as wide as the page comes out wider


@guarded
class Reader(ReadPage):
    """A page of the guide, or of the manual.

    ``topic_asked`` with its name, ``contacts_asked`` for the place with them, ``timeline_asked`` for the day of
    the box, ``chapter_asked`` for what the manual says, with the name of a chapter or a section.
    """

    topic_asked = Signal(str)
    timeline_asked = Signal()
    contacts_asked = Signal()
    chapter_asked = Signal(str)

    def __init__(self, w: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("guide_text")
        self.document().setDocumentMargin(28)
        self.horizontalScrollBar().rangeChanged.connect(self._fit_bar)
        self._w = w
        self._theme: Theme = LIGHT
        self._blocks: list[Block] = []
        self.anchorClicked.connect(self._follow)

    def read(self, blocks: list[Block], w: Words) -> None:
        """Show a page from its beginning."""
        self._blocks, self._w = blocks, w
        self._draw(anew=True)

    def renew(self, blocks: list[Block], w: Words) -> None:
        """Show what has become of the page, and leave who reads it where they are."""
        if blocks != self._blocks:
            self._blocks, self._w = blocks, w
            self._draw()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        self._draw()

    def _fit_bar(self, _least: int, most: int) -> None:
        """Show a bar at the foot only where there is something to be scrolled to."""
        off, needed = Qt.ScrollBarPolicy.ScrollBarAlwaysOff, Qt.ScrollBarPolicy.ScrollBarAsNeeded
        self.setHorizontalScrollBarPolicy(off if most <= ROUNDING else needed)

    def _draw(self, *, anew: bool = False) -> None:
        page = render(self._blocks, self._w, colours=self._theme, points=magnified(POINTS), links=True)
        self.show_page(page, anew=anew)

    def _follow(self, link: QUrl) -> None:
        kind, name = link.scheme(), link.path()
        if kind == "guide":
            self.topic_asked.emit(name)
        elif kind == "contacts":
            self.contacts_asked.emit()
        elif kind == "timeline":
            self.timeline_asked.emit()
        elif kind == "manual":
            self.chapter_asked.emit(name)
        elif kind == "act":
            show_beside(act_menu(self, self._w, name), self)
