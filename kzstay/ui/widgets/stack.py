"""A stack of pages that asks for no more room than the one that is shown needs."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QStackedWidget

from kzstay.guard import guarded


@guarded
class Stack(QStackedWidget):
    """Pages on each other; Qt's own is as large as the largest of them, also where that is never opened."""

    def __init__(self) -> None:
        super().__init__()
        self.currentChanged.connect(lambda _index: self.updateGeometry())

    def minimumSizeHint(self) -> QSize:
        page = self.currentWidget()
        if page is None:
            return QSize()
        least, box = page.minimumSizeHint().expandedTo(page.minimumSize()), page.layout()
        if box is not None and box.hasHeightForWidth():
            least.setHeight(max(least.height(), box.totalMinimumHeightForWidth(max(self.width(), least.width()))))
        return least

    def hasHeightForWidth(self) -> bool:
        return False
