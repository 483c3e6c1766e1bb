"""Help: the keys of the program, and what it is."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QMessageBox, QTextBrowser, QWidget

from kzstay import __version__
from kzstay.core.law.loading import Law
from kzstay.texts import Words
from kzstay.texts import law as law_texts
from kzstay.ui.widgets import parts
from kzstay.ui.widgets.letters import Dialog
from kzstay.ui.window.key_list import Group, as_html

WIDE = QSize(640, 620)
MARGIN = 40  # pixels of the window round it


def show_keys(parent: QWidget, w: Words, found: list[Group]) -> None:
    """Tell all keys, in groups; as long as the list is, it is read as a page."""
    dialog = Dialog(parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setObjectName("keys_dialog")
    dialog.setWindowTitle(w.gettext("Keyboard"))
    text = QTextBrowser()
    text.setObjectName("keys_text")
    text.setAccessibleName(w.gettext("Keyboard"))
    text.setTabChangesFocus(True)
    text.document().setDocumentMargin(12)
    muted = dialog.palette().color(QPalette.ColorRole.PlaceholderText).name()
    text.setHtml(as_html(found, muted))
    close = parts.button("keys_close", dialog.accept)
    close.setText(w.gettext("Close"))
    close.setDefault(True)
    column = parts.column(text, spacing=10, margins=(16, 14, 16, 14))
    column.addLayout(parts.row(1, close))
    dialog.setLayout(column)
    dialog.resize(WIDE.boundedTo(parent.window().size() - QSize(MARGIN, MARGIN)))
    dialog.open()


def show_about(parent: QWidget, w: Words, law: Law) -> None:
    """Tell what this is, of what day its law is, and what it is not."""
    day = escape(law_texts.age(w, law))
    body = f"<h3>kzstay {__version__}</h3><p>{day}</p><p>{escape(law_texts.disclaimer(w))}</p>"
    _show(parent, w.gettext("About kzstay"), body)


def _show(parent: QWidget, title: str, body: str) -> None:
    box = QMessageBox(parent)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setWindowTitle(title)
    box.setTextFormat(Qt.TextFormat.RichText)
    box.setText(body)
    box.open()
