"""What keys and the menu do to the chosen rows of the table of stays."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QMenu

from kzstay.core.case import Number
from kzstay.ui.pages.stays.model import DAY_COLUMNS, DAYS, EXIT, NOTE, NOTIFIED, REGISTERED, TYPED
from kzstay.ui.widgets.day_edit import OPENING, DayEdit
from kzstay.ui.widgets.letters import Menu
from kzstay.ui.widgets.stay_menu import StayMenu

if TYPE_CHECKING:
    from kzstay.ui.pages.stays.table import StaysTable

CLEARED = (EXIT, NOTIFIED, REGISTERED, NOTE)


class RowActs:
    """The table tells what is chosen; ``stays`` is what may be done to any stays."""

    def __init__(self, table: StaysTable, stays: StayMenu) -> None:
        self._table = table
        self.stays = stays

    def press(self, event: QKeyEvent, index: QModelIndex) -> bool:
        """Do what a key says of a cell or of the chosen rows, and tell whether it said anything."""
        table = self._table
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and index.column() in TYPED:
            table.edit(index)
        elif event.key() == Qt.Key.Key_Delete:
            self.delete(index)
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.stays.copy(table.chosen())
        elif event.key() == Qt.Key.Key_D and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self.stays.duplicate(table.stays.rows[index.row()].key)
        elif (event.key(), event.modifiers()) in OPENING and index.column() in DAY_COLUMNS:
            table.edit(index)
            if isinstance(editor := QApplication.focusWidget(), DayEdit):
                editor.open_calendar()
        else:
            return False
        return True

    def delete(self, index: QModelIndex) -> None:
        """Clear a cell that may be empty, as in any table; else the row goes, and so do several at once."""
        model, row, column = self._table.stays, index.row(), index.column()
        column = EXIT if column == DAYS else column  # which are those up to the exit
        if len(rows := self._table.chosen()) > 1:
            self.stays.remove(rows)
        elif column not in CLEARED:
            self._table.deleting.emit(row)
        elif model.draft(row, column) is not None:
            # What is cleared is the slip, not what it was to take the place of
            model.take_back(row, column)
        elif model.data(model.index(row, column), Qt.ItemDataRole.EditRole):
            model.setData(model.index(row, column), "", Qt.ItemDataRole.EditRole)

    def open_menu(self, event: QContextMenuEvent) -> None:
        """Open the menu of the chosen rows; of another row that is pointed at, that of this one."""
        table, keyed = self._table, event.reason() == QContextMenuEvent.Reason.Keyboard
        index = table.currentIndex() if keyed else table.indexAt(event.pos())
        if index.isValid() and not table.selectionModel().isRowSelected(index.row()):
            table.setCurrentIndex(index)
        below = table.visualRect(index).bottomLeft() if keyed and index.isValid() else event.pos()
        self.menu(table.chosen() if index.isValid() else []).popup(table.viewport().mapToGlobal(below))

    def menu(self, rows: list[Number]) -> QMenu:
        """Make the menu of some rows; without any it has what may be brought in."""
        table, w = self._table, self._table.session().view.w
        menu = Menu(table)
        menu.setObjectName("stays_menu")
        self.stays.fill(menu, rows)
        if rows and not menu.actions():  # they are no stays yet
            menu.addAction(w.gettext("Delete the row")).triggered.connect(lambda: self.stays.remove(rows))
        menu.addSeparator()
        menu.addAction(w.gettext("Add stay")).triggered.connect(lambda: table.adding.emit())
        text = QGuiApplication.clipboard().text()
        pasting = menu.addAction(w.gettext("Paste stays…"))
        pasting.setEnabled(bool(text.strip()))
        pasting.triggered.connect(lambda: table.pasted.emit(text))
        menu.aboutToHide.connect(menu.deleteLater)
        return menu
