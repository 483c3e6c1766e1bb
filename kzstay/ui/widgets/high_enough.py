"""A frame that is never lower than its words need on its width; what holds it is scrolled, if it must be."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame

from kzstay.guard import guarded
from kzstay.ui.widgets.fitted import show_in_place


@guarded
class HighEnough(QFrame):
    """A frame with a layout in which words go on in further lines; when it is opened, it is scrolled to."""

    sheet = True  # that is opened and shut; one that is always there is not scrolled to

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Show):
            self.fit()
        if self.sheet and event.type() == QEvent.Type.ShowToParent:
            show_in_place(self)
        return super().event(event)

    def fit(self) -> None:
        """Be no lower than the lines are."""
        box = self.layout()
        if box is not None and self.isVisible():
            self.setMinimumHeight(max(0, box.totalMinimumHeightForWidth(self.width())))  # none where all is hidden
