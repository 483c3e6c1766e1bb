"""The divider for a screen reader: Qt knows its handle as nothing in particular."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget

from kzstay.ui.widgets.divider import DividerHandle

# Qt holds no reference to what Python made, and would ask one that is gone
_kept: dict[int, list[QAccessibleWidget]] = {}
_installed: list[bool] = []


def install(asked_before: DividerHandle | None = None) -> None:
    """Let Qt ask here for handles; one that a screen reader may have asked for before is told anew."""
    if not _installed:
        QAccessible.installFactory(_made)
        _installed.append(True)
    if asked_before is not None and QAccessible.isActive():
        known = QAccessible.queryAccessibleInterface(asked_before)
        if known is not None and known.role() != QAccessible.Role.Splitter:
            QAccessible.deleteAccessibleInterface(QAccessible.uniqueId(known))


def _made(_key: str, what: QObject | None) -> QAccessibleInterface | None:
    if not isinstance(what, DividerHandle):
        return None
    access = QAccessibleWidget(what, QAccessible.Role.Splitter)
    if id(what) not in _kept:
        number = id(what)
        what.destroyed.connect(lambda: _kept.pop(number, None))
    _kept.setdefault(id(what), []).append(access)
    return access
