"""A sentence to the person, in place: read when there is time, gone when it is no longer true."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from kzstay.ui.theme import LIGHT, Theme, icon

PASSES = 8000  # milliseconds after which a mere remark goes


class InfoBar(QFrame):
    """One sentence, perhaps with one thing to do about it; a caution stays until it is closed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme: Theme = LIGHT
        self._do: Callable[[], object] | None = None
        self._caution = False
        self.setObjectName("info")
        self.sign = QLabel()
        self.text = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText, objectName="info_text")
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.button = QPushButton(objectName="info_button")
        self.button.clicked.connect(self._act)
        self.close_button = QToolButton(objectName="info_close")
        self.close_button.setProperty("flat", True)
        self.close_button.clicked.connect(self.hide)
        row = QHBoxLayout(self, spacing=12)
        row.setContentsMargins(16, 8, 8, 8)
        row.addWidget(self.sign)
        row.addWidget(self.text, 1)
        row.addWidget(self.button)
        row.addWidget(self.close_button)
        self._timer = QTimer(self, singleShot=True, interval=PASSES)
        self._timer.timeout.connect(self.hide)
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        self.close_button.setIcon(icon("close", theme.muted, 14))
        self._paint_sign()

    def tell(self, text: str, caution: bool, button: str = "", do: Callable[[], object] | None = None) -> None:
        """Show a sentence."""
        self._do = do
        self._caution = caution
        self.setProperty("caution", caution)
        self.style().unpolish(self)
        self.style().polish(self)
        self.text.setText(text)
        self.button.setText(button)
        self.button.setVisible(do is not None)
        self._paint_sign()
        self.show()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))
        if caution:
            self._timer.stop()
        else:
            self._timer.start()

    def _paint_sign(self) -> None:
        colour = self._theme.over if self._caution else self._theme.within
        self.sign.setPixmap(icon("warning" if self._caution else "info", colour).pixmap(20, 20))

    def _act(self) -> None:
        self.hide()
        if self._do is not None:
            self._do()
