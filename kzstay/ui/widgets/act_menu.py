"""The menu of an act: its official text is opened or its address copied, and nothing is fetched unasked."""

from __future__ import annotations

from PySide6.QtCore import QUrl
from PySide6.QtGui import QCursor, QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QMenu, QTextEdit, QWidget

from kzstay import bundled
from kzstay.texts import Words, sources
from kzstay.ui.widgets.letters import Menu


def act_menu(parent: QWidget, w: Words, act: str) -> QMenu:
    """Return a menu for an act of the law data."""
    address = sources.address(w, bundled.law().sources[act])
    menu = Menu(parent)
    if " " not in address:  # a number of the register is no address
        opened = menu.addAction(w.gettext("Open {address} in the browser").format(address=address))
        opened.triggered.connect(lambda: QDesktopServices.openUrl(QUrl(f"https://{address}")))
    copied = menu.addAction(w.gettext("Copy the address"))
    copied.triggered.connect(lambda: QGuiApplication.clipboard().setText(address))
    menu.aboutToHide.connect(menu.deleteLater)
    return menu


def show_beside(menu: QMenu, part: QWidget) -> None:
    """Show a menu at the pointer that asked for it, or where the keyboard is in a part."""
    if part.underMouse():
        menu.popup(QCursor.pos())
    elif isinstance(part, QTextEdit):
        menu.popup(part.viewport().mapToGlobal(part.cursorRect().bottomLeft()))
    else:
        menu.popup(part.mapToGlobal(part.rect().bottomLeft()))
