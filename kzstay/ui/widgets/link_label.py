"""A label with links, each a stop of its own: Tab comes to the first of them, not to the words before it."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QLabel, QWidget

from kzstay.guard import guarded
from kzstay.ui.widgets import announce

FORWARD, BACK = Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason


class Link(NamedTuple):
    """A link in a label: where its words begin among those of the label, the words, and what it leads to."""

    start: int
    text: str
    target: str


@guarded
class LinkLabel(QLabel):
    """HTML with links; a screen reader finds each of them in it, with what is said of the label."""

    def __init__(self, role: str = "", *, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        if role:
            self.setProperty("role", role)
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.LinksAccessibleByMouse | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        )
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def links(self) -> list[Link]:
        """List the links in their order."""
        from PySide6.QtGui import QTextDocument  # which no start asks for

        document = QTextDocument()
        document.setHtml(self.text())
        found: list[Link] = []
        block = document.begin()
        while block.isValid():
            pieces = block.begin()
            while not pieces.atEnd():
                piece = pieces.fragment()
                if target := piece.charFormat().anchorHref():
                    if found and found[-1].target == target and _end(found[-1]) == piece.position():
                        found[-1] = found[-1]._replace(text=found[-1].text + piece.text())
                    else:
                        found.append(Link(piece.position(), piece.text(), target))
                pieces += 1
            block = block.next()
        return found

    @property
    def place(self) -> int:
        """Return which link the keyboard is at; -1 where it is at none."""
        if not self.hasFocus() or not self.hasSelectedText():
            return -1
        at = self.selectionStart()
        return next((place for place, link in enumerate(self.links()) if link.start == at), -1)

    def setText(self, text: str) -> None:
        """Show other words; who is at a link stays at the one in its place."""
        if text == self.text():
            return
        place = self.place
        super().setText(text)
        # Words alone are no stop: there is nothing to do at them
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if self.links() else Qt.FocusPolicy.NoFocus)
        if place >= 0:
            self.go_to(min(place, len(self.links()) - 1))

    def go_to(self, place: int) -> None:
        """Let the keyboard be at a link."""
        link = self.links()[place] if 0 <= place < len(self.links()) else None
        if link is not None:
            self.setSelection(link.start, 0)
            for _ in range(place + 1):
                super().focusNextPrevChild(True)
            self._tell()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() in (FORWARD, BACK) and self.links():
            super().focusNextPrevChild(event.reason() == FORWARD)
            QTimer.singleShot(0, self, self._tell)  # after Qt has told of the label

    def focusNextPrevChild(self, forward: bool) -> bool:
        moved = super().focusNextPrevChild(forward)
        if moved and self.hasFocus():
            self._tell()
        return moved

    def _tell(self) -> None:
        announce.tell_focus(self, self.place)


def _end(link: Link) -> int:
    return link.start + len(link.text)
