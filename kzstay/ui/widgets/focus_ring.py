"""The ring round what has the keyboard, where neither the style sheet nor the part itself can draw one.

The style sheet rings buttons, fields and cells. It cannot ring a page to be read, a part that scrolls or a label
with links: their words would have to move for it.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QAbstractItemView, QAbstractScrollArea, QApplication, QLabel, QScrollArea, QWidget
from shiboken6 import isValid

from kzstay.guard import guarded

RING, CORNER = 2, 4
AROUND = 3  # pixels between the words of a label and its ring
NEAR = 8  # pixels that are seen beside what is scrolled to
FOLLOWED = (QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.Show)


@guarded
class FocusRing(QWidget):
    """One ring, which goes where the keyboard goes; a mouse does not feel it."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._round: QWidget | None = None
        self.setObjectName("focus_ring")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._on_focus)

    def _on_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        if not isValid(self) or not isValid(self._window):
            return
        self._leave()
        if now is not None:
            bring_into_sight(now)
        if now is not None and isinstance(now, QLabel | QAbstractScrollArea):
            self._go_round(now)

    def _leave(self) -> None:
        if self._round is not None and isValid(self._round):
            self._round.removeEventFilter(self)
        self._round = None
        self.hide()
        self.setParent(self._window)  # what it was in may go, and would take it along

    def _go_round(self, part: QWidget) -> None:
        self._round = part
        part.installEventFilter(self)
        # In what scrolls it scrolls along; on what is scrolled it stays
        parent = part.parentWidget() if isinstance(part, QLabel) else part
        self.setParent(parent)
        self._fit()
        # Who has clicked there knows where it is: a ring comes with the first key
        if QApplication.mouseButtons() == Qt.MouseButton.NoButton:
            self._appear()

    def _appear(self) -> None:
        self.show()
        self.raise_()

    def _fit(self) -> None:
        if isinstance(self._round, QLabel):
            self.setGeometry(self._round.geometry().adjusted(-AROUND, -AROUND, AROUND, AROUND))
        elif self._round is not None:
            self.setGeometry(self._round.rect())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._round and event.type() in FOLLOWED:
            self._fit()
        elif watched is self._round and event.type() == QEvent.Type.KeyPress:
            self._appear()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        if isinstance(self._round, QAbstractItemView) and _has_ringed_item(self._round):
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        accent = QApplication.palette().color(QPalette.ColorRole.Highlight)
        painter.setPen(QPen(QColor(accent), RING))
        inside: QRect = self.rect().adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(inside, CORNER, CORNER)


def bring_into_sight(part: QWidget) -> None:
    """Scroll to a part that the keyboard has come to from outside of what scrolls, which Qt does only inside."""
    if QApplication.mouseButtons() != Qt.MouseButton.NoButton:
        return  # it is seen, and must not move under the pointer
    area = part.parentWidget()
    while area is not None and not (isinstance(area, QScrollArea) and area.widget() is not None):
        area = area.parentWidget()
    if isinstance(area, QScrollArea):
        seen, whole = part.visibleRegion().boundingRect(), part.rect()
        if seen.isEmpty() or (seen != whole and whole.height() <= area.viewport().height()):
            area.ensureWidgetVisible(part, 0, NEAR)


def _has_ringed_item(view: QAbstractItemView) -> bool:
    """Tell whether the keyboard is on an item that is seen, which has a ring of its own."""
    current = view.currentIndex()
    return current.isValid() and view.visualRect(current).intersects(view.viewport().rect())
