"""Copying rows: the chosen rows of any table, as cells that a spreadsheet takes."""

from __future__ import annotations

import csv
from collections.abc import Callable
from io import StringIO

from PySide6.QtCore import QAbstractItemModel, QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QAction, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QMenu, QTableView

from kzstay.files.cells import guarded as without_formula
from kzstay.guard import guarded
from kzstay.texts import Words
from kzstay.texts import stay_acts as texts
from kzstay.ui.widgets.letters import Menu

DISPLAY, HEARD = Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole


@guarded
class RowCopy(QObject):
    """Copy the chosen rows of a table by the system's key for it; ``add_to`` puts that into a menu.

    With ``alone`` there is a menu over the table that has nothing else.
    """

    def __init__(self, table: QTableView, words: Callable[[], Words], *, alone: bool = False) -> None:
        super().__init__(table)
        self._table = table
        self._words = words
        table.installEventFilter(self)
        if alone:
            table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
            table.customContextMenuRequested.connect(self._open)

    def rows(self) -> list[int]:
        """List the chosen rows, or the one that has the keyboard."""
        table = self._table
        chosen = sorted(index.row() for index in table.selectionModel().selectedRows())
        here = table.currentIndex()
        return chosen or ([here.row()] if here.isValid() else [])

    def text(self) -> str:
        """Write the chosen rows under the names of the columns that are seen."""
        table, model = self._table, self._table.model()
        columns = [one for one in range(model.columnCount()) if not table.isColumnHidden(one)]
        heads = [_name(model, one) for one in columns]
        text = StringIO()
        writer = csv.writer(text, delimiter="\t", lineterminator="\n")
        writer.writerow(heads)
        for row in self.rows():
            cells = (model.index(row, one).data(DISPLAY) for one in columns)
            writer.writerow([without_formula(" ".join(str("" if one is None else one).split())) for one in cells])
        return text.getvalue()

    def copy(self) -> None:
        """Put the chosen rows into the clipboard."""
        if self.rows():
            QGuiApplication.clipboard().setText(self.text())

    def add_to(self, menu: QMenu) -> QAction:
        """Offer it in a menu."""
        rows = len(self.rows())
        action = menu.addAction(texts.copy(self._words(), max(1, rows)))
        action.setObjectName("copy_rows")
        action.setShortcuts(QKeySequence.StandardKey.Copy)
        action.setShortcutVisibleInContextMenu(True)
        action.setEnabled(bool(rows))
        action.triggered.connect(lambda _checked=False: self.copy())
        return action

    def _open(self, at: QPoint) -> None:
        menu = Menu(self._table)
        self.add_to(menu)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self._table.viewport().mapToGlobal(at))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.matches(QKeySequence.StandardKey.Copy):
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                self.copy()
                return True
        return super().eventFilter(watched, event)


def _name(model: QAbstractItemModel, column: int) -> str:
    """Return the name of a column, also of one that has no room for it."""
    names = (model.headerData(column, Qt.Orientation.Horizontal, role) for role in (DISPLAY, HEARD))
    return next((str(name) for name in names if name), "")
