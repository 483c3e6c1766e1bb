"""Sheets: what lies open over the window. Esc closes the last, and who was elsewhere before is there again."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from kzstay.guard import guarded


@guarded
class Sheets(QObject):
    """The parts of a window that open and close; ``home`` has the focus where the place before is gone."""

    def __init__(self, window: QWidget, home: QWidget, *sheets: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._home = home
        self._open: list[QWidget] = []
        self._before: dict[QWidget, QWidget | None] = {}
        for sheet in sheets:
            sheet.installEventFilter(self)

    def lift(self, sheet: QWidget) -> None:
        """Take a sheet for the last that was opened, as it has something new to say."""
        if sheet in self._open:
            self._open.remove(sheet)
            self._open.append(sheet)

    def leave(self, sheet: QWidget) -> None:
        """Close a sheet where there is another case: what was done in the one before does not go on."""
        if sheet in self._open:
            self._before[sheet] = None
            sheet.hide()

    def press(self, event: QKeyEvent) -> bool:
        """Close the sheet that was opened last if the key is Esc, and tell whether there was one to be seen."""
        seen = [sheet for sheet in self._open if sheet.isVisible()]  # the place of another may not be shown
        if event.key() != Qt.Key.Key_Escape or not seen:
            return False
        seen[-1].hide()
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(watched, QWidget):
            if event.type() == QEvent.Type.ShowToParent:
                self._opened(watched)
            elif event.type() == QEvent.Type.Hide and watched.isHidden():
                # Not when the whole window goes; and before Qt looks for a place of its own
                self._closed(watched)
        return super().eventFilter(watched, event)

    def _opened(self, sheet: QWidget) -> None:
        if sheet not in self._open:
            self._open.append(sheet)
            self._before[sheet] = QApplication.focusWidget()

    def _closed(self, sheet: QWidget) -> None:
        if sheet not in self._open:
            return
        self._open.remove(sheet)
        before, at = self._before.pop(sheet), QApplication.focusWidget()
        for other, place in self._before.items():
            if place is not None and isValid(place) and sheet.isAncestorOf(place):
                self._before[other] = before  # it was opened from here
        if at is not None and sheet.isAncestorOf(at):
            there = before is not None and isValid(before) and before.isEnabled() and before.isVisible()
            (before if before is not None and there else self._home).setFocus(Qt.FocusReason.OtherFocusReason)
