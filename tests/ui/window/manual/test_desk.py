"""The manual is opened beside the window, on what the keyboard is on, and goes with the window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kzstay.guide.manual import KEYS
from kzstay.ui.system import settings as settings_file
from kzstay.ui.window.main_window import MainWindow
from tests.helpers import stay, traveller
from tests.ui.conftest import OpenCase
from tests.ui.cut import settle
from tests.ui.window.exporting.open_dialogs import opened
from tests.ui.window.manual.manual_window import heading_seen, manual

ANNA = traveller("DE", stay("2026-11-11"))


@pytest.fixture
def window(open_case: OpenCase) -> MainWindow:
    return open_case(ANNA)


def test_f1_opens_the_chapter_of_what_the_keyboard_is_on(window: MainWindow) -> None:
    window.stay.timeline.setFocus()
    QTest.keyClick(window.stay.timeline, Qt.Key.Key_F1)
    made = window.controller.manual.shown
    assert made is not None
    assert made.isVisible()
    assert made.chapter == "timeline"
    window.activateWindow()
    window.stay.show_page("plan")
    window.stay.tabs.tabBar().setFocus()
    QTest.keyClick(window.stay.tabs.tabBar(), Qt.Key.Key_F1)
    assert (window.controller.manual.shown, made.chapter) == (made, "plan")


def test_a_section_that_is_meant_stands_at_the_top_at_the_first_opening_too(window: MainWindow) -> None:
    window.controller.manual.leave()
    assert heading_seen(manual(window, "reading/duties")) == "Duties and deadlines"
    assert heading_seen(manual(window, "counting/readings")) == "Strict count and usual count"


def test_in_a_dialog_the_key_opens_its_chapter_and_the_manual_can_be_used(window: MainWindow) -> None:
    dialog = opened(window)
    settle()
    QTest.keyClick(dialog.windowHandle(), Qt.Key.Key_F1)
    made = window.controller.manual.shown
    assert made is not None
    assert heading_seen(made) == "The report"
    QTest.keyClick(made.reader, Qt.Key.Key_F1)
    assert made.chapter == KEYS
    assert dialog.isVisible()
    dialog.close()


def test_the_command_keyboard_opens_the_list_of_keys(window: MainWindow) -> None:
    window.commands.by_name["keys"].trigger()
    made = window.controller.manual.shown
    assert made is not None
    assert made.chapter == KEYS
    assert "Ctrl+Shift+E" in made.reader.toPlainText()


def test_a_topic_of_the_guide_is_shown_in_the_window(window: MainWindow) -> None:
    made = manual(window, "counting")
    made.topic_asked.emit("overstay")
    assert window.places.current == "guide"
    assert window.places.place("guide").topic == "overstay"  # type: ignore[attr-defined]
    assert made.isVisible()


@pytest.mark.fresh_window
def test_it_goes_with_the_window_and_comes_back_where_it_stood(open_case: OpenCase) -> None:
    window = open_case(ANNA)
    made = manual(window)
    made.resize(700, 500)
    window.close()
    assert not made.isVisible()
    assert window.controller.manual.shown is None
    assert settings_file.load().manual
    other = open_case(ANNA)
    again = manual(other)
    assert (again.width(), again.height()) == (700, 500)
    other.close()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.mark.fresh_window
def test_a_window_whose_manual_nobody_opened_keeps_where_it_stood(open_case: OpenCase) -> None:
    chosen = settings_file.load()
    chosen.manual = "AAAA"
    settings_file.save(chosen)
    window = open_case(ANNA)
    window.close()
    assert settings_file.load().manual == "AAAA"


def test_it_shuts_nothing_off_and_keeps_no_program_open(window: MainWindow) -> None:
    made = manual(window)
    assert not made.isModal()
    assert made.parent() is None
    assert not made.testAttribute(Qt.WidgetAttribute.WA_QuitOnClose)
