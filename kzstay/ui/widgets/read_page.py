"""A page that is read: with a caret, for keys and screen readers to go through it line by line, and to copy."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QTextBrowser, QWidget

from kzstay.guard import guarded

READ = Qt.TextInteractionFlag.TextBrowserInteraction | Qt.TextInteractionFlag.TextSelectableByKeyboard


@guarded
class ReadPage(QTextBrowser):
    """A text with links; Tab goes from link to link, arrows move the caret."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setOpenLinks(False)
        self.setTabChangesFocus(False)
        self.setTextInteractionFlags(READ)

    def show_page(self, html: str, *, anew: bool = False) -> None:
        """Show a page; who reads one that has only become another stays where they are."""
        bar, caret = self.verticalScrollBar().value(), self.textCursor().position()
        self.setHtml(html)
        if anew:
            self.verticalScrollBar().setValue(0)
            return
        cursor = self.textCursor()
        cursor.setPosition(min(caret, max(0, self.document().characterCount() - 1)))
        self.setTextCursor(cursor)
        self.verticalScrollBar().setValue(bar)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() not in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab) and not self._sees_caret():
            # It was scrolled since: reading goes on with what is seen
            self.setTextCursor(self.cursorForPosition(QPoint(0, 0)))
        super().keyPressEvent(event)

    def _sees_caret(self) -> bool:
        return self.viewport().rect().intersects(self.cursorRect())
