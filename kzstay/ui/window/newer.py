"""Newer versions: looked for in the browser, as the program itself asks nobody and sends nothing."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication

from kzstay.identity import Identity
from kzstay.texts import Words
from kzstay.ui.session.session import Session


def opened(address: str) -> bool:
    """Hand an address to the browser, and tell whether there is one."""
    return QDesktopServices.openUrl(QUrl(address))


class Newer:
    """The page of the releases, where the project has one."""

    def __init__(self, session: Session, identity: Identity, hand_over: Callable[[str], bool] = opened) -> None:
        self._session = session
        self._page = identity.releases
        self.hand_over = hand_over

    @property
    def offered(self) -> bool:
        """Tell whether there is a page to look at."""
        return bool(self._page)

    @staticmethod
    def name(w: Words) -> str:
        """Name what is done."""
        return w.gettext("Look for a newer version")

    def look(self) -> None:
        """Open the page; where no browser is found, leave its address to be pasted."""
        w = self._session.view.w
        if self.hand_over(self._page):
            told = w.gettext("The page with the versions opens in your browser. kzstay itself sends nothing.")
        else:
            QApplication.clipboard().setText(self._page)
            told = w.gettext("No program for that was found. {text} is in the clipboard.").format(text=self._page)
        self._session.message.emit(told, False)
