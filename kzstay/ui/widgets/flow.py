"""The flow: parts next to each other, and what has no room in a line goes on in the next."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

from kzstay.guard import guarded


@guarded
class Flow(QLayout):
    """Lines of parts, as many as the width makes; a line is as high as its highest part."""

    def __init__(self, *parts: QWidget, spacing: int = 8) -> None:
        super().__init__()
        self._items: list[QLayoutItem] = []
        self.setSpacing(spacing)
        self.setContentsMargins(0, 0, 0, 0)
        for part in parts:
            self.addWidget(part)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._laid_out(QRect(0, 0, width, 0), placed=False)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._laid_out(rect, placed=True)

    def sizeHint(self) -> QSize:
        sizes = [item.sizeHint() for item in self._items if not item.isEmpty()]
        gaps = self.spacing() * max(0, len(sizes) - 1)
        width = sum(size.width() for size in sizes) + gaps
        return QSize(width, max((size.height() for size in sizes), default=0))

    def minimumSize(self) -> QSize:
        sizes = [item.minimumSize() for item in self._items if not item.isEmpty()]
        width = max((size.width() for size in sizes), default=0)
        return QSize(width, max((size.height() for size in sizes), default=0))

    def _laid_out(self, rect: QRect, *, placed: bool) -> int:
        """Go through the lines, put the parts there if they are to be, and return the height of all."""
        x, y, height, gap = rect.x(), rect.y(), 0, self.spacing()
        line: list[tuple[QLayoutItem, int, QSize]] = []
        for item in self._items:
            if item.isEmpty():
                continue
            size = item.sizeHint()
            if line and x + size.width() > rect.x() + rect.width():
                self._place(line, y, height, placed=placed)
                x, y, height, line = rect.x(), y + height + gap, 0, []
            line.append((item, x, size))
            x += size.width() + gap
            height = max(height, size.height())
        self._place(line, y, height, placed=placed)
        return y + height - rect.y()

    def _place(self, line: list[tuple[QLayoutItem, int, QSize]], y: int, height: int, *, placed: bool) -> None:
        for item, x, size in line if placed else []:
            item.setGeometry(QRect(QPoint(x, y + (height - size.height()) // 2), size))
