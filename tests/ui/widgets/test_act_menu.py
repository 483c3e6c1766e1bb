"""The menu of an act: open its text, or copy where it is."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QTextBrowser, QWidget
from pytestqt.qtbot import QtBot

from kzstay.i18n import LANGUAGES, Language
from kzstay.texts.words import words
from kzstay.ui.widgets.act_menu import act_menu, show_beside


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_act_is_opened_or_its_address_copied(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, language: Language
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(
        "kzstay.ui.widgets.act_menu.QDesktopServices.openUrl", lambda url: opened.append(url.toString())
    )
    parent = QWidget()
    qtbot.addWidget(parent)
    menu = act_menu(parent, words(language), "ML")
    first, second = menu.actions()
    first.trigger()
    second.trigger()
    (address,) = opened
    assert address == f"https://{QGuiApplication.clipboard().text()}"


def test_an_act_without_an_address_can_only_be_copied(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    assert len(act_menu(parent, words("en"), "O923").actions()) == 1


def test_asked_for_by_keyboard_it_stands_by_the_link_and_not_at_the_pointer(qtbot: QtBot) -> None:
    text = QTextBrowser()
    qtbot.addWidget(text)
    text.setText("one two")
    text.show()
    menu = act_menu(text, words("en"), "ML")
    show_beside(menu, text)
    assert menu.pos() == text.viewport().mapToGlobal(text.cursorRect().bottomLeft())
    menu.close()
