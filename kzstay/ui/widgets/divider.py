"""The divider: a splitter whose handle the keyboard comes to and moves, with a name and a role of its own."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QSplitter, QSplitterHandle, QWidget

from kzstay.guard import guarded

STEP, LEAP = 16, 96  # pixels by one key
HANDLE = 14
GRIP, THICK = 36, 4
CORNER, RING = 5, 2


@guarded
class DividerHandle(QSplitterHandle):
    """What is dragged up and down, or moved by the arrows, Page Up and Page Down, Home and End."""

    def __init__(self, splitter: QSplitter) -> None:
        super().__init__(Qt.Orientation.Vertical, splitter)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        by = {
            Qt.Key.Key_Up: -STEP,
            Qt.Key.Key_Down: STEP,
            Qt.Key.Key_PageUp: -LEAP,
            Qt.Key.Key_PageDown: LEAP,
            Qt.Key.Key_Home: -self.splitter().height(),
            Qt.Key.Key_End: self.splitter().height(),
        }.get(key)
        if by is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        else:
            self.moveSplitter(self.y() + by)

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self.hasFocus():
            super().paintEvent(event)
            return
        accent = self.palette().color(QPalette.ColorRole.Highlight)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(QColor(accent))
        painter.setPen(Qt.PenStyle.NoPen)
        middle = self.rect().center()
        painter.drawRoundedRect(middle.x() - GRIP // 2, middle.y() - THICK // 2 + 1, GRIP, THICK, 2, 2)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(accent)
        for inset in range(RING):
            painter.drawRoundedRect(self.rect().adjusted(inset, inset, -1 - inset, -1 - inset), CORNER, CORNER)


@guarded
class Divider(QSplitter):
    """Two parts under each other, and the handle between them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self.setHandleWidth(HANDLE)
        self.setChildrenCollapsible(False)

    def createHandle(self) -> QSplitterHandle:
        return DividerHandle(self)

    @property
    def grip(self) -> QSplitterHandle:
        """Return the handle between the two."""
        return self.handle(1)

    def name(self, text: str, keys: str) -> None:
        """Say what the handle divides, and to who hears it which keys move it."""
        self.grip.setObjectName("divider")  # which Qt names after the part under it
        self.grip.setAccessibleName(text)
        self.grip.setAccessibleDescription(keys)
        self.grip.setToolTip(text)
