"""A sheet: a frame that is opened and shut, with fields that are made when it is first opened."""

from __future__ import annotations

from abc import abstractmethod

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kzstay.guard import guarded
from kzstay.ui.widgets.high_enough import HighEnough


@guarded
class Sheet(HighEnough):
    """A sheet whose fields take no time, and no memory, before somebody wants them.

    ``completed`` after they were made; ``stops`` are what Tab comes to in it then, in that order.
    """

    completed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.stops: list[QWidget] = []

    @abstractmethod
    def make(self) -> list[QWidget]:
        """Make the fields, and return where Tab comes to."""

    def complete(self) -> None:
        """Make the fields, unless they are there."""
        if not self.stops:
            self.stops = self.make()
            self.completed.emit()

    def setVisible(self, visible: bool) -> None:
        if visible:
            self.complete()
        super().setVisible(visible)
