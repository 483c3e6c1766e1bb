"""Shortcuts do the same under a Russian and a Kazakh layout as under a Latin one."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from kzstay.ui.window.any_layout import open_menu_by_letter, press_anew
from kzstay.ui.window.main_window import MainWindow
from tests.helpers import stay, traveller
from tests.ui.conftest import OpenCase
from tests.ui.sessions import type_text

ANNA = traveller("DE", stay("2026-09-20", "2026-10-04"), stay("2026-11-11"))
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier

pytestmark = pytest.mark.qt_log_ignore("keyToAscii Unhandled key code")  # of the pressing: it knows Latin alone


@pytest.fixture
def window(open_case: OpenCase) -> MainWindow:
    return open_case(ANNA, ANNA)


def press(window: MainWindow, letter: str, held: Qt.KeyboardModifier = CTRL) -> None:
    """Press a key as the system does, with what its layout has on it."""
    handle = window.windowHandle()
    assert handle is not None
    QTest.keyClick(handle, Qt.Key(ord(letter.upper())), held)
    QApplication.processEvents()


def test_undo_and_redo_under_a_russian_layout(window: MainWindow) -> None:
    session = window.session()
    type_text(session, 0, "note", "by train")
    changed = session.case
    press(window, "я")
    assert session.case.travellers == (ANNA, ANNA)
    press(window, "н")
    assert session.case == changed


def test_a_shortcut_with_shift_under_a_russian_layout(window: MainWindow) -> None:
    press(window, "т", CTRL | SHIFT)
    assert window.stay.form.isVisible()
    assert len(window.session().case.travellers) == 3


@pytest.mark.parametrize(
    ("letter", "place"), [("ә", "people"), ("і", "guide"), ("ң", "contacts"), ("2", "people")]
)
def test_places_under_a_kazakh_layout_which_has_letters_over_the_digits(
    window: MainWindow, qtbot: QtBot, letter: str, place: str
) -> None:
    press(window, letter)
    qtbot.waitUntil(lambda: window.places.current == place)  # a button is seen to go down


def test_what_a_place_has_for_itself(window: MainWindow) -> None:
    window.places.show_place("guide")
    press(window, "а")
    field = QApplication.focusWidget()
    assert field is not None
    assert field.objectName() == "guide_search"


def test_a_field_copies_and_pastes_under_a_russian_layout(window: MainWindow) -> None:
    window.stay.form.begin()
    name = window.stay.form.name
    name.setText("Greta")
    name.setFocus()
    press(window, "ф")
    press(window, "с")
    assert QGuiApplication.clipboard().text() == "Greta"


@pytest.mark.parametrize("held", [Qt.KeyboardModifier.NoModifier, CTRL | Qt.KeyboardModifier.AltModifier])
def test_a_letter_that_is_typed_is_left_to_whom_it_is_typed(window: MainWindow, held: Qt.KeyboardModifier) -> None:
    window.stay.timeline.setFocus()
    assert not press_anew(QKeyEvent(QEvent.Type.KeyPress, ord("Я"), held, "я"))


def test_a_latin_letter_is_left_as_it_is(window: MainWindow) -> None:
    assert not press_anew(QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Q, CTRL))


@pytest.mark.parametrize(("letter", "edge"), [("ы", "entry"), ("у", "exit")])
def test_an_edge_is_chosen_by_the_key_in_its_place(window: MainWindow, letter: str, edge: str) -> None:
    window.session().select(0)
    window.stay.timeline.setFocus()
    press(window, letter, Qt.KeyboardModifier.NoModifier)
    QTest.keyClick(window.stay.timeline, Qt.Key.Key_Right)
    before, after = ANNA.stays[0], window.session().traveller.stays[0]
    assert (after.entry != before.entry, after.exit != before.exit) == (edge == "entry", edge == "exit")


@pytest.mark.parametrize(
    ("language", "letter", "menu"), [("ru", "a", "&Файл"), ("ru", "ф", "&Файл"), ("en", "а", "&File")]
)
def test_a_menu_opens_by_the_key_of_its_letter(window: MainWindow, language: str, letter: str, menu: str) -> None:
    window.commands.by_name[f"language_{language}"].trigger()
    window.stay.timeline.setFocus()
    event = QKeyEvent(QEvent.Type.KeyPress, ord(letter.upper()), Qt.KeyboardModifier.AltModifier, 0, 0, 0, letter)
    assert open_menu_by_letter(event)
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, QMenu)
    assert popup.title() == menu
    popup.close()
    window.stay.timeline.setFocus()
