"""What can be read about the program: what it is."""

from __future__ import annotations

from platform import python_version

import pytest
from PySide6.QtCore import QEvent, Qt, qVersion
from PySide6.QtWidgets import QApplication, QWidget

from kzstay import __version__
from kzstay.i18n import LANGUAGES
from kzstay.texts import law as law_texts
from kzstay.ui.window import help as help_texts
from kzstay.ui.window.help_box import HelpBox
from kzstay.ui.window.main_window import MainWindow
from tests.helpers import stay, traveller
from tests.ui.conftest import OpenCase

ANNA = traveller("DE", stay("2026-05-20", "2026-06-08"), stay("2026-11-11"))


def speak(window: MainWindow, language: str) -> None:
    window.commands.by_name[f"language_{language}"].trigger()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["licences", "about_qt", "about"])
def test_help_is_shown_in_the_language_of_the_window(open_case: OpenCase, language: str, name: str) -> None:
    window = open_case(ANNA)
    speak(window, language)
    window.commands.by_name[name].trigger()
    (box,) = [part for part in window.findChildren(QWidget) if part.isWindow() and part.isModal()]
    assert window.commands.by_name[name].text().removesuffix("…") == box.windowTitle()
    box.close()


def read(window: MainWindow, name: str) -> str:
    """Open a box, return what stands in it and close it."""
    window.commands.by_name[name].trigger()
    (box,) = [part for part in window.findChildren(HelpBox) if part.isVisible()]
    text = box.text()
    box.close()
    return text


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_the_program_is_is_told_with_the_day_of_its_law_and_what_it_is_not(
    open_case: OpenCase, language: str
) -> None:
    window = open_case(ANNA)
    speak(window, language)
    session = window.session()
    text = read(window, "about")
    for said in (
        __version__,
        session.view.w.full_day(session.law.collected),
        law_texts.disclaimer(session.view.w),
    ):
        assert said.replace("\N{NO-BREAK SPACE}", " ") in text


def test_a_box_is_gone_when_it_is_closed(open_case: OpenCase) -> None:
    window = open_case(ANNA)
    for _ in range(3):
        read(window, "about")
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert window.findChildren(HelpBox) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_the_program_stands_on_is_told_with_licence_and_source(open_case: OpenCase, language: str) -> None:
    window = open_case(ANNA)
    speak(window, language)
    window.commands.by_name["about"].trigger()
    (box,) = [part for part in window.findChildren(HelpBox) if part.isVisible()]
    text = box.page.toHtml()
    box.close()
    told = "MIT", "LGPL 3", "PySide6", qVersion(), python_version(), "PSF 2"
    for said in (*told, "https://adilet.zan.kz/", help_texts.QT_SOURCE):
        assert said in text
    assert box.page.textInteractionFlags() & Qt.TextInteractionFlag.LinksAccessibleByKeyboard
