"""The invitation where there is nobody yet, with what the place is for; and what is said where nobody is found."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from kzstay.drawing.colours import Theme
from kzstay.guard import guarded
from kzstay.texts import Words
from kzstay.ui.pages.requests import Requests
from kzstay.ui.widgets import parts
from kzstay.ui.widgets.theme import picture

WIDEST, SIGN = 560, 44  # pixels


@guarded
class Invitation(QFrame):
    """What is shown in the place of the list as long as nothing is entered."""

    def __init__(self, requests: Requests) -> None:
        super().__init__()
        self.setObjectName("card")
        self.sign = QLabel()
        self.heading = parts.label("lead", wrap=True, name="people_invitation")
        self.text = parts.label("muted", wrap=True)
        self.add = parts.button("people_first", requests.add_traveller.emit, look="primary")
        self.bring = parts.button("people_first_import", requests.import_wanted.emit)
        for label in (self.sign, self.heading, self.text):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            label.setMaximumWidth(WIDEST)
        box = QVBoxLayout()
        box.setSpacing(14)
        box.setContentsMargins(28, 28, 28, 28)
        box.addStretch(1)
        for part in (self.sign, self.heading, self.text):
            line = parts.row(1)
            line.addWidget(part, 20)
            line.addStretch(1)
            box.addLayout(line)
        box.addLayout(parts.row(1, self.add, self.bring, 1, spacing=10))
        box.addStretch(2)
        self.setLayout(box)

    def retranslate(self, w: Words) -> None:
        """Speak a language."""
        self.heading.setText(w.gettext("Everybody you look after, in one list"))
        self.text.setText(
            w.gettext(
                "For hosts, employers, schools and families: who is here, until when, and whose notice or "
                "registration is due, the most urgent first. For one person, Stay is all you need."
            )
        )
        self.add.setText(w.gettext("Add traveller"))
        self.bring.setText(w.gettext("Import…"))

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.sign.setPixmap(picture("people", theme.within, SIGN))


@guarded
class NobodyFound(QWidget):
    """What lies over an empty list, with the way back to all."""

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self.text = parts.label("muted", wrap=True, name="people_nobody")
        self.text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.every = parts.button("people_nobody_every")
        self.setLayout(parts.column(self.text, parts.row(1, self.every, 1), spacing=12, margins=(20, 16, 20, 16)))
        self.hide()

    def tell(self, w: Words) -> None:
        """Speak a language."""
        self.text.setText(w.gettext("Nobody in this case is found by that."))
        self.every.setText(w.gettext("Show all"))

    def place(self) -> None:
        """Stand in the upper part of what it lies over."""
        over = self.parentWidget()
        if over is not None:
            width = min(WIDEST, over.width())
            self.resize(width, self.sizeHint().height())
            self.move((over.width() - width) // 2, max(8, min(60, (over.height() - self.height()) // 2)))
