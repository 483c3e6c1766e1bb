"""The help box: a page to be read, no larger than the window, and scrolled where it is longer."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QPushButton, QWidget

from kzstay.guard import guarded
from kzstay.texts import Words
from kzstay.ui.widgets import parts
from kzstay.ui.widgets.letters import Dialog
from kzstay.ui.widgets.read_page import ReadPage

WIDEST = 620  # pixels of its words
LEAST = QSize(280, 200)
AROUND = 40  # pixels that are left of the window beside it
BAR, FRAME = 20, 6  # pixels of the bar beside the page, and of its frame


@guarded
class HelpBox(Dialog):
    """A page with a title; Esc and Enter close it."""

    def __init__(self, parent: QWidget, w: Words, title: str, body: str) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.page = ReadPage()
        self.page.setObjectName("help_page")
        self.page.setOpenExternalLinks(True)
        self.page.setTabChangesFocus(True)
        self.page.setAccessibleName(title)
        self.page.document().setDocumentMargin(4)
        self.page.setHtml(body)
        self.close_button = parts.button("help_close", self.accept, look="primary")
        self.close_button.setText(w.gettext("Close"))
        column = parts.column(self.page, spacing=12, margins=(20, 18, 20, 18))
        self._foot = parts.row(1, self.close_button)
        column.addLayout(self._foot)
        self.setLayout(column)
        self.setMinimumSize(LEAST)
        self._fit(parent.window().size())
        self.close_button.setFocus()

    def text(self) -> str:
        """Return what is read."""
        return self.page.toPlainText()

    def offer(self, name: str, text: str, do: Callable[[], object]) -> QPushButton:
        """Put a button at the foot of the page, before the one that closes it, and return it."""
        made = parts.button(name, do)
        made.setText(text)
        self._foot.insertWidget(0, made)
        self.setTabOrder(self.page, made)
        self.setTabOrder(made, self.close_button)
        return made

    def _fit(self, window: QSize) -> None:
        """Be as large as the page, where the window has room for that."""
        page, box = self.page.document(), self.layout()
        assert box is not None
        page.setTextWidth(min(WIDEST, page.idealWidth()))
        edges = box.contentsMargins()
        width = round(page.size().width()) + BAR + edges.left() + edges.right()
        foot = self.close_button.sizeHint().height() + box.spacing()
        height = round(page.size().height()) + FRAME + foot + edges.top() + edges.bottom()
        self.resize(QSize(width, height).boundedTo(window - QSize(AROUND, AROUND)).expandedTo(LEAST))
