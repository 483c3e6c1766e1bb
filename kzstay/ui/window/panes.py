"""Panes: the parts of a place that F6 goes round, each with the stop that the keyboard left it from.

What the keyboard is on may go away: a button with what it was for, a row that is taken back, a page. Then the
nearest stop of the same pane has the keyboard, and not whatever Tab would have come to next.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from PySide6.QtCore import QObject, QPoint, Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from kzstay.guard import guarded
from kzstay.ui.widgets.stops import is_stop, stops_of

Pane = tuple[QWidget, ...]  # where the first part has no stop, the next is gone to


class Stop(NamedTuple):
    """Where the keyboard was: the part, and where its middle was in the window."""

    part: QWidget
    pane: Pane
    middle: QPoint


@guarded
class Panes(QObject):
    """The panes of a window in reading order, as ``listed`` tells them anew each time."""

    def __init__(self, window: QWidget, listed: Callable[[], list[Pane]]) -> None:
        super().__init__(window)
        self._window = window
        self._listed = listed
        self._left: dict[QWidget, QWidget] = {}  # by the first part of a pane
        self._at: Stop | None = None
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._on_focus)

    def go(self, steps: int) -> None:
        """Go to the next pane, or with -1 to the one before, where it was left."""
        panes = [pane for pane in self._listed() if any(True for _ in stops_in(pane))]
        if not panes:
            return
        here = pane_of(QApplication.focusWidget(), panes)
        if here is None:
            to = panes[0] if steps > 0 else panes[-1]
        else:
            to = panes[(panes.index(here) + steps) % len(panes)]
        left = self._left.get(to[0])
        stops = list(stops_in(to))
        (left if left in stops else stops[0]).setFocus(Qt.FocusReason.TabFocusReason)

    def _on_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        if not isValid(self._window):
            return
        if now is None and not self._window.isActiveWindow():
            return
        if now is not None and now.window() is not self._window:
            return
        lost = self._at is not None and not is_stop(self._at.part)
        if lost and not self._is_near(now):
            QTimer.singleShot(0, self, lambda: self._mend(now))
        elif now is not None:
            self._remember(now)

    def _is_near(self, now: QWidget | None) -> bool:
        return self._at is not None and pane_of(now, [self._at.pane]) is not None

    def _mend(self, given: QWidget | None) -> None:
        """Go to the nearest stop of the pane, unless that is gone too or somebody has gone elsewhere."""
        now = QApplication.focusWidget()
        if now is None and not self._window.isActiveWindow():
            return
        at, self._at = self._at, None
        if now is given and at is not None:
            seen = tuple(part for part in at.pane if isValid(part))
            stops = list(stops_in(seen))
            if stops:
                nearest = min(stops, key=lambda stop: (middle_of(stop) - at.middle).manhattanLength())
                nearest.setFocus(Qt.FocusReason.OtherFocusReason)
                return
        if now is not None and now.window() is self._window:
            self._remember(now)

    def _remember(self, now: QWidget) -> None:
        pane = pane_of(now, self._listed())
        if pane is None:
            self._at = None
            return
        self._at = Stop(now, pane, middle_of(now))
        self._left[pane[0]] = now


def pane_of(part: QWidget | None, panes: list[Pane]) -> Pane | None:
    """Return the pane that a part is in."""
    for pane in panes:
        if part is not None and any(isValid(one) and (one is part or one.isAncestorOf(part)) for one in pane):
            return pane
    return None


def stops_in(pane: Pane) -> Iterator[QWidget]:
    """List the stops of a pane: those of its first part, then those of the others, each in the order of Tab."""
    told: set[QWidget] = set()
    for part in pane:
        for stop in stops_of(part):
            if stop not in told and is_stop(stop):
                told.add(stop)
                yield stop


def middle_of(part: QWidget) -> QPoint:
    """Return where the middle of a part is in its window."""
    return part.mapTo(part.window(), part.rect().center())
