"""Stops: where Tab comes to, in its order."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid


def is_stop(part: QWidget) -> bool:
    """Tell whether Tab can come to a part now."""
    tab = bool(part.focusPolicy() & Qt.FocusPolicy.TabFocus) if isValid(part) else False
    return tab and part.isVisible() and part.isEnabled() and part.focusProxy() is None


def stops_of(part: QWidget) -> list[QWidget]:
    """List what is in a part and takes the keyboard, seen or not, in the order of Tab."""
    found: dict[QWidget, None] = {}
    met: set[QWidget] = set()
    one: QWidget | None = part
    while one is not None and one not in met:
        met.add(one)
        inside = one is part or part.isAncestorOf(one)
        if inside and one.focusPolicy() & Qt.FocusPolicy.TabFocus and one.focusProxy() is None:
            found[one] = None
        one = one.nextInFocusChain()
    return list(found)
