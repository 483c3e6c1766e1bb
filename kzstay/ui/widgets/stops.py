"""Stops: where Tab comes to, in its order."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid


def is_stop(part: QWidget) -> bool:
    """Tell whether Tab can come to a part now."""
    tab = bool(part.focusPolicy() & Qt.FocusPolicy.TabFocus) if isValid(part) else False
    return tab and part.isVisible() and part.isEnabled() and part.focusProxy() is None


def reach_in_turn(parts: Iterable[QWidget]) -> None:
    """Let Tab go from each part to the next."""
    for one, next_one in pairwise(parts):
        QWidget.setTabOrder(one, next_one)


def stops_of(part: QWidget) -> list[QWidget]:
    """List what is in a part and takes the keyboard, seen or not, in the order of Tab."""
    return [
        one
        for one in _chain(part.window())
        if (one is part or part.isAncestorOf(one))
        and one.focusPolicy() & Qt.FocusPolicy.TabFocus
        and one.focusProxy() is None
    ]


def _chain(window: QWidget) -> list[QWidget]:
    """List all that is in a window in the order of Tab.

    Python takes what a step along it leads to for a child of what it led from, and for gone with that. The last is
    not stepped from, as that leads to the window; of all others it is told anew then whose children they are.
    """
    last, found, one = window.previousInFocusChain(), [], window.nextInFocusChain()
    while one is not None and one is not last and one is not window:
        found.append(one)
        one = one.nextInFocusChain()
    if one is last:
        found.append(one)
    window.findChildren(QWidget)
    return found
