"""What is drawn in units that grow with the size of letters: its pictures, its pointer and its room."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect
from PySide6.QtGui import QContextMenuEvent, QHelpEvent, QMouseEvent, QPainter, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget

from kzstay.guard import guarded
from kzstay.ui.widgets.theme import USUAL, scaled


@guarded
class Magnified(QWidget):
    """A part whose width, height, places of the pointer and painter are in such units, and not in pixels.

    Who lays out what lies over it asks for its ``size``, which is in pixels.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._factor = scaled(USUAL) / USUAL

    def width(self) -> int:
        return int(self.size().width() / self._factor)

    def height(self) -> int:
        return int(self.size().height() / self._factor)

    def rect(self) -> QRect:
        return QRect(0, 0, self.width(), self.height())

    def to_screen(self, place: QPointF) -> QPoint:
        """Return where a place in its units is on the screen, in pixels."""
        return self.mapToGlobal(place * self._factor).toPoint()

    def on_screen(self, rect: QRect) -> QRect:
        """Return where something in its units is on the screen, in pixels."""
        return QRect(self.to_screen(QPointF(rect.topLeft())), rect.size() * self._factor)

    def painter(self) -> QPainter:
        """Return what paints on it in its units."""
        made = QPainter(self)
        made.scale(self._factor, self._factor)
        return made

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        now = scaled(USUAL) / USUAL
        if now != self._factor:
            self._factor = now
            QApplication.sendEvent(self, QResizeEvent(self.size(), self.size()))  # another room, of as many pixels

    def event(self, event: QEvent) -> bool:
        moved = self._moved(event) if self._factor != 1 else None
        if moved is None:
            return super().event(event)
        taken = super().event(moved)
        event.setAccepted(moved.isAccepted())
        return taken

    def _moved(self, event: QEvent) -> QEvent | None:
        """Return an event of the pointer at its place in these units; None of any other."""
        if isinstance(event, QMouseEvent):
            place = event.position() / self._factor
            held = event.button(), event.buttons(), event.modifiers()
            return QMouseEvent(event.type(), place, event.scenePosition(), event.globalPosition(), *held)
        if isinstance(event, QWheelEvent):
            turned = event.pixelDelta(), event.angleDelta(), event.buttons(), event.modifiers(), event.phase()
            place = event.position() / self._factor
            return QWheelEvent(place, event.globalPosition(), *turned, event.inverted())
        if isinstance(event, QContextMenuEvent):
            place = (QPointF(event.pos()) / self._factor).toPoint()
            return QContextMenuEvent(event.reason(), place, event.globalPos(), event.modifiers())
        if isinstance(event, QHelpEvent):
            place = (QPointF(event.pos()) / self._factor).toPoint()
            return QHelpEvent(event.type(), place, event.globalPos())
        return None
