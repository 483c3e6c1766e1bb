"""The icons of the commands: a line icon for each, in the colours that are worn."""

from __future__ import annotations

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QMenu

from kzstay.drawing.colours import Theme
from kzstay.ui.widgets.theme import icon

SIZE = 18  # pixels
ICONS = {
    "new": "new",
    "new_window": "new-window",
    "open": "open",
    "example": "example",
    "save": "save",
    "save_as": "save-as",
    "import": "import",
    "export": "export",
    "print": "print",
    "quit": "quit",
    "undo": "undo",
    "redo": "redo",
    "paste": "paste",
    "add_stay": "add",
    "delete_stay": "delete",
    "preferences": "preferences",
    "zoom_in": "zoom-in",
    "zoom_out": "zoom-out",
    "show_all": "fit",
    "show_period": "period",
    "go_today": "today",
    "legend": "legend",
    "next_page": "chevron-right",
    "previous_page": "chevron-left",
    "next_pane": "forward",
    "previous_pane": "back",
    "edit_traveller": "edit",
    "add_traveller": "person-add",
    "remove_traveller": "person-remove",
    "manual": "book",
    "keys": "keyboard",
    "licences": "licence",
    "about_qt": "layers",
    "newer": "recent",
    "about": "info",
}
MENU_ICONS = {"recent": "recent", "language": "language", "appearance": "appearance", "reading": "reading"}


def dress(menu: QMenu, theme: Theme) -> None:
    """Give the commands and menus in a menu their icons; one of several choices shows whether it is the one."""
    for action in menu.actions():
        if action.isCheckable():
            action.setIcon(choice_icon(theme))
        elif sign := ICONS.get(name := action.objectName()) or MENU_ICONS.get(name):
            action.setIcon(icon(sign, theme.text, SIZE))


def choice_icon(theme: Theme) -> QIcon:
    """Return a ring, which has a dot in it where it is chosen."""
    made = QIcon()
    for name, colour, state in (
        ("choice", theme.outline, QIcon.State.Off),
        ("choice-on", theme.accent, QIcon.State.On),
    ):
        drawn = icon(name, colour, SIZE)
        for pixmap in (drawn.pixmap(drawn.actualSize(size), 1.0) for size in drawn.availableSizes()):
            made.addPixmap(pixmap, QIcon.Mode.Normal, state)
    return made
