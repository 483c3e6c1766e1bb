"""The fitted area: a part that fills its room, and is scrolled where there is less than it needs."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QWidget
from shiboken6 import isValid

from kzstay.guard import guarded

FOOT = 56  # pixels under a part that was opened, with what opens and shuts it
PASSES = 12  # what a part learns of its room may change what it asks for


@guarded
class Fitted(QScrollArea):
    """Room for a part; none of it is out of reach, however small the window is.

    ``least`` is the width in pixels below which it is scrolled sideways. Above, parts say less or stand under each
    other, so that what they ask for at the moment tells nothing. ``resized`` with the height that is seen.
    """

    resized = Signal(int)

    def __init__(self, part: QWidget, least: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("fitted")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # what is in it has the focus, and is scrolled to
        self.setWidgetResizable(True)
        self.part = part
        self.room = _Room(self, least)
        self.setViewport(QWidget())  # whoever asks for Qt's own has PySide6 make every kind of part that there is
        self.setWidget(self.room)
        part.setParent(self.room)  # last: all in a part are dressed anew whenever it comes under another parent
        for ground in (self.viewport(), self.room):
            ground.setAutoFillBackground(False)  # the page has its colour already

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit(self.height())


def show_in_place(part: QWidget) -> None:
    """Scroll to a part that was just opened, as soon as it has its place."""
    area = part.parentWidget()
    while area is not None and not isinstance(area, Fitted):
        area = area.parentWidget()
    if area is not None:
        QTimer.singleShot(0, part, lambda: _scroll(area, part))


def give_places() -> None:
    """Give every part its place now, and not with the next turn of the events."""
    for _ in range(PASSES):
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)


def _scroll(area: Fitted, part: QWidget) -> None:
    give_places()
    if part.isVisible() and isValid(area):
        top = part.mapTo(area.room, QPoint(0, 0)).y()
        for y in (top + part.height() + FOOT, top):
            area.ensureVisible(0, y, 0, 0)


@guarded
class _Room(QWidget):
    """What is scrolled: as large as its part asks for, and no less than what is seen of it.

    It has no layout on purpose: of one whose height follows its width, a scroll area takes the height that is
    wished for as the least.
    """

    def __init__(self, area: Fitted, least: int) -> None:
        super().__init__()
        self._area, self._least = area, least
        self.setObjectName("fitted_room")

    def minimumSizeHint(self) -> QSize:
        part, box = self._area.part, self._area.part.layout()
        least = part.minimumSizeHint().expandedTo(part.minimumSize()).height()
        if box is not None and box.hasHeightForWidth():
            # Words that go on in a second line need more than the least of all
            least = max(least, box.totalMinimumHeightForWidth(max(self._least, self._area.viewport().width())))
        return QSize(self._least, least)

    def sizeHint(self) -> QSize:
        return self._area.part.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._area.part.setGeometry(self.rect())

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:  # the part asks for another size
            QApplication.postEvent(self._area, QEvent(QEvent.Type.LayoutRequest))
        return super().event(event)
