"""The comparison: in plain words what differs between the window and the file, with what can be done about it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QTextBrowser, QWidget

from kzstay.core.case import Case
from kzstay.core.comparing import compare
from kzstay.guard import guarded
from kzstay.texts import Words, comparing
from kzstay.texts.markup import escape
from kzstay.ui.widgets import parts
from kzstay.ui.widgets.letters import Dialog

SIZE = 640, 440


@guarded
class Comparison(Dialog):
    """What differs, to be read and copied; ``save_asked`` and ``reload_asked`` after it was closed by that."""

    save_asked = Signal()
    reload_asked = Signal()

    def __init__(self, w: Words, name: str, here: Case, there: Case, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("comparison")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(w.gettext("Compare"))
        self.heading = parts.label("heading", wrap=True, name="comparison_heading")
        self.heading.setText(comparing.heading(w, name))
        self.text = QTextBrowser()
        self.text.setObjectName("comparison_text")
        self.text.setAccessibleName(self.heading.text())
        self.text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.text.document().setDocumentMargin(12)
        self.text.setHtml(_page(w, here, there))
        self.save = parts.button("comparison_save", lambda: self._leave(self.save_asked.emit))
        self.again = parts.button("comparison_reload", lambda: self._leave(self.reload_asked.emit))
        self.leave = parts.button("comparison_close", self.reject)
        self.save.setText(w.gettext("Save as…"))
        self.again.setText(w.gettext("Open it again"))
        self.leave.setText(w.gettext("Close"))
        for one in (self.save, self.again):
            one.setAutoDefault(False)
        self.leave.setDefault(True)
        buttons = parts.row(self.save, self.again, 1, self.leave)
        self.setLayout(parts.column(self.heading, self.text, buttons, spacing=12, margins=(20, 18, 20, 16)))
        self.resize(*SIZE)
        self.text.setFocus()

    def _leave(self, ask: Callable[[], object]) -> None:
        self.accept()
        ask()


def _page(w: Words, here: Case, there: Case) -> str:
    found = compare(here, there)
    if not found:
        return f"<p>{escape(comparing.same(w))}</p>"
    pieces: list[str] = []
    for one in found:
        rows = "".join(f"<li>{escape(line)}</li>" for line in comparing.lines(w, one))
        pieces.append(f"<p><b>{escape(comparing.who(w, one))}</b></p><ul>{rows}</ul>")
    return "".join(pieces)
