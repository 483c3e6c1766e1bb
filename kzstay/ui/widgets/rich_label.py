"""The rich label: a piece of the guide among other widgets, with its links."""

from __future__ import annotations

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtWidgets import QWidget

from kzstay.drawing.colours import LIGHT, Theme
from kzstay.guard import guarded
from kzstay.texts import Words
from kzstay.ui.widgets.act_menu import act_menu, show_beside
from kzstay.ui.widgets.link_label import LinkLabel
from kzstay.ui.widgets.theme import magnified

POINTS = 10.5


@guarded
class RichLabel(LinkLabel):
    """Markdown as a label. ``topic_asked`` with its name, ``contacts_asked`` for the place with them."""

    topic_asked = Signal(str)
    contacts_asked = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name=name, parent=parent)
        self._w: Words | None = None
        self._markdown = ""
        self._theme: Theme = LIGHT
        self.setWordWrap(True)
        self.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
            | Qt.TextInteractionFlag.LinksAccessibleByMouse
            | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        )
        self.linkActivated.connect(self._follow)

    def read(self, markdown: str, w: Words) -> None:
        """Show other words."""
        if (markdown, w) != (self._markdown, self._w):
            self._markdown, self._w = markdown, w
            self._draw()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        self._draw()

    def _draw(self) -> None:
        if self._w is None:
            return
        from kzstay.content.blocks import Prose  # read in when something is shown
        from kzstay.export.html import render

        self.setText(
            render([Prose(self._markdown)], self._w, colours=self._theme, points=magnified(POINTS), links=True)
        )

    def _follow(self, address: str) -> None:
        link = QUrl(address)
        if link.scheme() == "guide":
            self.topic_asked.emit(link.path())
        elif link.scheme() == "contacts":
            self.contacts_asked.emit()
        elif link.scheme() == "act" and self._w is not None:
            show_beside(act_menu(self, self._w, link.path()), self)
