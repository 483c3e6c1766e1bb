"""Opened files: those that the system hands over while the program runs."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QFileOpenEvent

from kzstay.guard import guarded


@guarded
class OpenedFiles(QObject):
    """Takes what macOS hands over, where a double click on a case is an event and no argument.

    It may come before there is somebody to give it to; then the last one waits.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._open: Callable[[Path], object] | None = None
        self._waiting: Path | None = None

    def give_to(self, open_case: Callable[[Path], object]) -> None:
        """Give away what waits, and from now on everything."""
        self._open = open_case
        if self._waiting is not None:
            open_case(self._waiting)
            self._waiting = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QFileOpenEvent) or not event.file():
            return super().eventFilter(watched, event)
        path = Path(event.file())
        if self._open is None:
            self._waiting = path
        else:
            self._open(path)
        return True
