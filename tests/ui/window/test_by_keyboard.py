"""F10 opens the menu."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from kzstay.i18n import LANGUAGES
from kzstay.ui.widgets.letters import plain
from kzstay.ui.window.main_window import MainWindow
from tests.helpers import stay, traveller
from tests.ui.conftest import OpenCase

ANNA = traveller("DE", stay("2026-11-11"))


def open_menu(window: MainWindow) -> QMenu:
    window.stay.timeline.setFocus()
    QTest.keyClick(window.stay.timeline, Qt.Key.Key_F10)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def test_f10_opens_the_first_menu_and_escape_gives_the_keyboard_back(open_case: OpenCase) -> None:
    window = open_case(ANNA)
    menu = open_menu(window)
    assert menu.title() == "&File"
    QTest.keyClick(menu, Qt.Key.Key_Escape)
    assert QApplication.activePopupWidget() is None
    QTest.keyClick(window.menuBar(), Qt.Key.Key_Escape)  # from the names of the menus
    assert QApplication.focusWidget() is window.stay.timeline


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_command_of_each_menu_has_a_letter_of_its_own(open_case: OpenCase, language: str) -> None:
    window = open_case(ANNA)
    window.commands.by_name[f"language_{language}"].trigger()
    menu = open_menu(window)
    bar = window.menuBar().actions()
    submenus = list(window.commands.submenus.values())
    for shown in [*(action.menu() for action in bar), *submenus]:
        assert isinstance(shown, QMenu)
        shown.popup(window.pos())
        texts = [action.text() for action in shown.actions() if action.text()]
        letters = [text[text.index("&") + 1].casefold() for text in texts if "&" in text]
        assert len(letters) == len(texts), texts
        assert len(set(letters)) == len(letters), texts
        assert all(plain(text) for text in texts)
        shown.close()
    menu.close()
