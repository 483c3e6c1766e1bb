"""The empty state: an invitation where nothing was entered yet."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QWidget

from kzstay.guard import guarded
from kzstay.texts import Words
from kzstay.ui.widgets import parts
from kzstay.ui.widgets.theme import scaled


@guarded
class EmptyState(QFrame):
    """An invitation over the timeline; it hides as soon as there is a stay."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.text = parts.label("heading", wrap=True)
        self.text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.add = parts.button("empty_add", look="primary")
        self.bring = parts.button("empty_import")
        self.example = parts.button("empty_example")
        buttons = parts.row(1, self.add, self.bring, self.example, 1, spacing=10)
        self.setLayout(parts.column(self.text, buttons, spacing=14, margins=(28, 20, 28, 20)))

    def retranslate(self, w: Words) -> None:
        """Speak the window's language."""
        self.text.setText(w.gettext("When did you enter, when did you leave?"))
        self.add.setText(w.gettext("Add your first stay"))
        self.bring.setText(w.gettext("Import…"))
        self.example.setText(w.gettext("Open example"))
        self.place()

    def place(self) -> None:
        """Stand in the middle of the parent."""
        parent = self.parentWidget()
        if parent is not None:
            room = parent.size()  # in pixels, as the timeline's own width is not where letters are large
            width = min(max(scaled(560), self.minimumSizeHint().width()), room.width() - 40)
            self.resize(width, max(self.sizeHint().height(), self.heightForWidth(width)))
            lowest = room.height() - self.height()
            self.move((room.width() - self.width()) // 2, max(0, min(lowest, max(64, lowest // 2 + 24))))
