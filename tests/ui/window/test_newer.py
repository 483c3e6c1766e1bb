"""Looking for a newer version: in the browser, where the project has a page; the program sends nothing."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from kzstay.i18n import LANGUAGES
from kzstay.identity import Identity
from kzstay.ui.app import open_window
from kzstay.ui.window import newer
from kzstay.ui.window.main_window import MainWindow
from tests.ui.conftest import TODAY, OpenCase

# Without a screen a window of its own cannot be told its size, and says so
OURS = Identity(address="https://example.org/owner/kzstay", id="org.example.kzstay")


@pytest.fixture
def window(qtbot: QtBot) -> MainWindow:
    """Open a window of a project that has an address."""
    made = open_window(today=TODAY, identity=OURS)
    qtbot.addWidget(made)
    return made


def help_menu(window: MainWindow) -> list[str]:
    """List the commands under Help."""
    (menu,) = [
        menu
        for menu in window.menuBar().findChildren(QMenu)
        if any(action.objectName() == "about" for action in menu.actions())
    ]
    return [action.objectName() for action in menu.actions()]


def test_without_an_address_there_is_nothing_to_look_at(open_case: OpenCase) -> None:
    window = open_case()
    assert "newer" not in window.commands.by_name
    assert help_menu(window) == ["manual", "keys", "", "licences", "about_qt", "about"]


def test_with_an_address_it_stands_under_help(window: MainWindow) -> None:
    assert help_menu(window) == ["manual", "keys", "", "newer", "licences", "about_qt", "about"]
    action = window.commands.by_name["newer"]
    for menu in action.associatedObjects():
        if isinstance(menu, QMenu):
            menu.aboutToShow.emit()
    assert not action.icon().isNull()


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_opens_the_releases_and_says_that_the_program_sends_nothing(window: MainWindow, language: str) -> None:
    window.commands.by_name[f"language_{language}"].trigger()
    opened: list[str] = []

    def browser(address: str) -> bool:
        opened.append(address)
        return True

    window.newer.hand_over = browser
    window.commands.by_name["newer"].trigger()
    assert opened == [OURS.releases]
    said = {"en": "sends nothing", "ru": "ничего не отправляет", "kk": "ештеңе жібермейді"}
    assert said[language] in window.info.text.text()
    assert not window.info.property("caution")


def test_where_there_is_no_browser_the_address_is_in_the_clipboard(window: MainWindow) -> None:
    window.newer.hand_over = lambda _address: False
    window.commands.by_name["newer"].trigger()
    assert QApplication.clipboard().text() == OURS.releases
    assert OURS.releases in window.info.text.text()


def test_the_address_goes_to_the_browser_of_the_system(monkeypatch: pytest.MonkeyPatch) -> None:
    handed: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: handed.append(url) or True)
    assert newer.opened(OURS.releases)
    assert [url.toString() for url in handed] == [OURS.releases]
