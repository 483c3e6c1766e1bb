"""What can be read about the program: its keys, and what it is."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import (
    QWidget,
)

from kzstay.i18n import LANGUAGES
from kzstay.ui.window.main_window import MainWindow
from tests.helpers import stay, traveller
from tests.ui.conftest import OpenCase

ANNA = traveller("DE", stay("2026-05-20", "2026-06-08"), stay("2026-11-11"))


def speak(window: MainWindow, language: str) -> None:
    window.commands.by_name[f"language_{language}"].trigger()


@pytest.mark.qt_log_ignore("This plugin does not support")  # a box, told its size without a screen
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["keys", "about"])
def test_help_is_shown_in_the_language_of_the_window(open_case: OpenCase, language: str, name: str) -> None:
    window = open_case(ANNA)
    speak(window, language)
    window.commands.by_name[name].trigger()
    (box,) = [part for part in window.findChildren(QWidget) if part.isWindow() and part.isModal()]
    assert window.commands.by_name[name].text() == box.windowTitle()
    box.close()
