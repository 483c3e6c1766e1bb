"""Everything that a window says, in every place and on every page, part by part."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QTabBar,
    QTableView,
    QTextEdit,
    QWidget,
)

from kzstay.ui.pages.registry import PAGES
from kzstay.ui.places.registry import PLACES
from kzstay.ui.window.main_window import MainWindow

ROLES = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)


def everything(window: MainWindow) -> dict[str, list[str]]:
    """Go everywhere and collect what is said there, by where."""
    said: dict[str, list[str]] = {}
    for place in PLACES:
        window.places.show_place(place.name)
        for page in PAGES if place.name == "stay" else [None]:
            if page is not None:
                window.stay.show_page(page.name)
            QApplication.processEvents()
            where = place.name if page is None else f"{place.name}/{page.name}"
            said[where] = sorted(line for part in window.findChildren(QWidget) for line in _said(part))
    said["menus"] = [action.text() for action in window.commands.by_name.values()]
    said["title"] = [window.windowTitle()]
    window.places.show_place("stay")
    window.stay.show_page("stays")
    return said


def _said(part: QWidget) -> list[str]:
    if not part.isVisible():
        return []
    found = [part.accessibleName(), part.accessibleDescription(), part.toolTip()]
    if isinstance(part, (QLabel, QAbstractButton)):
        found.append(part.text())
    elif isinstance(part, QLineEdit):
        found += [part.text(), part.placeholderText()]
    elif isinstance(part, QTextEdit):
        found.append(part.toPlainText())
    elif isinstance(part, QComboBox):
        found += [part.itemText(index) for index in range(part.count())]
    elif isinstance(part, QTabBar):
        found += [part.tabText(index) for index in range(part.count())]
    elif isinstance(part, QListWidget):
        found += [part.item(row).text() for row in range(part.count())]
    elif isinstance(part, QTableView):
        found += _cells(part.model())
    name = part.objectName() or type(part).__name__
    return [f"{name}: {text}" for text in found if text]


def _cells(model: QAbstractItemModel) -> list[str]:
    columns = range(model.columnCount(QModelIndex()))
    found = [model.headerData(column, Qt.Orientation.Horizontal) for column in columns]
    for row in range(model.rowCount(QModelIndex())):
        found += [model.index(row, column).data(role) for column in columns for role in ROLES]
    return [str(text) for text in found if text]
