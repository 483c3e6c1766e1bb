"""Typed cells: while one types in a table, Tab goes to the next cell that can be typed in, and past the others."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QTableView

Action = QAbstractItemView.CursorAction
STEPS = {Action.MoveNext: 1, Action.MovePrevious: -1}  # what Tab and Shift+Tab ask for in an editor


def typed_cell(table: QTableView, step: int) -> QModelIndex:
    """Return the next cell that can be typed in, or with -1 the one before; none behind the last of all."""
    model, header, current = table.model(), table.horizontalHeader(), table.currentIndex()
    shown = [header.logicalIndex(place) for place in range(header.count())]
    shown = [column for column in shown if not table.isColumnHidden(column)]
    if not current.isValid() or current.column() not in shown:
        return QModelIndex()
    at = current.row() * len(shown) + shown.index(current.column()) + step
    while 0 <= at < model.rowCount() * len(shown):
        row, place = divmod(at, len(shown))
        index = model.index(row, shown[place])
        if index.flags() & Qt.ItemFlag.ItemIsEditable:
            return index
        at += step
    return QModelIndex()
