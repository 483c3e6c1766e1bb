"""Files that the system hands over while the program runs."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QFileOpenEvent


class OpenedFiles(QObject):
    """Opens what macOS hands over: there a double click on a case is an event, and no argument."""

    def __init__(self, open_case: Callable[[Path], object], parent: QObject) -> None:
        super().__init__(parent)
        self._open = open_case

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QFileOpenEvent) and event.file():
            self._open(Path(event.file()))
            return True
        return super().eventFilter(watched, event)
