"""What the window is given so that it can be used by keyboard alone, beside the keys of its commands."""

from __future__ import annotations

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QMainWindow

from kzstay.ui.widgets.focus_ring import FocusRing
from kzstay.ui.window.any_layout import AnyLayout

MENU = "F10"


def by_keyboard(window: QMainWindow) -> None:
    """Let F10 open the menu, shortcuts do the same under every layout, and a ring show where the keyboard is."""
    AnyLayout(window)
    FocusRing(window)
    QShortcut(QKeySequence(MENU), window, lambda: open_menu(window))


def open_menu(window: QMainWindow) -> None:
    """Open the first menu; where the system shows the menus elsewhere, they are its own."""
    bar = window.menuBar()
    if not bar.isNativeMenuBar() and bar.actions():
        bar.setActiveAction(bar.actions()[0])
