"""File dialogs: the system's where it has one, else Qt's own, with icons of ours and words of the language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel, QToolButton, QWidget

from kzstay.texts import Words
from kzstay.ui.widgets.theme import icon, worn

if TYPE_CHECKING:
    from PySide6.QtWidgets import QFileDialog  # which no start asks for, nor for what is in it

ICON = 18  # pixels
KIND = 2  # the column of what kind of file it is
ICONS = {
    "backButton": "back",
    "forwardButton": "forward",
    "toParentButton": "up",
    "newFolderButton": "new-folder",
    "listModeButton": "list",
    "detailModeButton": "details",
}


def open_name(w: Words, parent: QWidget, title: str, folder: str, kinds: str) -> str:
    """Ask for a file to open; empty where none is chosen."""
    QTimer.singleShot(0, lambda: _dress_shown(w))  # once it is there: it is asked as long as it stands open
    return _asked().getOpenFileName(parent, title, folder, kinds)[0]


def save_name(w: Words, parent: QWidget, title: str, proposed: str, kinds: str) -> tuple[str, str]:
    """Ask for a file to save to; return it, empty where none is chosen, and the chosen kind."""
    QTimer.singleShot(0, lambda: _dress_shown(w))
    return _asked().getSaveFileName(parent, title, proposed, kinds)


def _asked() -> type[QFileDialog]:
    from PySide6.QtWidgets import QFileDialog

    return QFileDialog


def _dress_shown(w: Words) -> None:
    for part in QApplication.topLevelWidgets():
        if isinstance(part, _asked()) and part.isVisible():
            dress(part, w)


def dress(dialog: QFileDialog, w: Words) -> None:
    """Give Qt's own dialog icons that are seen on its buttons; one of the system has none of these parts."""
    from PySide6.QtWidgets import QHeaderView, QListView, QTreeView

    theme = worn()
    for name, sign in ICONS.items():
        button = dialog.findChild(QToolButton, name)
        if button is not None:
            button.setIcon(icon(sign, theme.text, ICON))
    where = dialog.findChild(QLabel, "lookInLabel")
    if where is not None:  # where to save, too, Qt calls “Look in”
        where.setText(w.gettext("Fo&lder:"))
    details = dialog.findChild(QTreeView, "treeView")
    if details is not None:
        details.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        details.setColumnHidden(KIND, True)  # its words are English in every language, and the day has its room
    places = dialog.findChild(QListView, "sidebar")
    if places is not None:  # which gives way to a narrow list, but not with half of its names
        places.setMinimumWidth(places.sizeHintForColumn(0) + 2 * places.frameWidth())
    kinds = dialog.findChild(QLabel, "fileTypeLabel")
    if kinds is not None:  # which Qt has not in Russian
        kinds.setText(w.gettext("Files of &type:"))
