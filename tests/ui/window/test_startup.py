"""The window before anything is in it: where it stood, and its colour."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from kzstay.ui.system.folders import settings_path
from kzstay.ui.window import startup
from kzstay.ui.window.main_window import MainWindow


@pytest.mark.parametrize(
    ("appearance", "dark"), [("light", False), ("dark", True), ("contrast", False), ("contrast-dark", True)]
)
def test_an_empty_window_has_the_colour_of_its_page(qtbot: QtBot, appearance: str, dark: bool) -> None:
    settings_path().write_text(f'{{"appearance": "{appearance}"}}', encoding="utf-8")
    assert (_colour(qtbot).lightness() < 128) is dark


@pytest.mark.parametrize(
    "text", ["", "[]", "[" * 100_000, '{"appearance": 7, "geometry": {}}', '{"geometry": "\\ud800"}', "\ufeff{"]
)
def test_settings_that_cannot_be_read_leave_the_window_as_the_system_has_it(qtbot: QtBot, text: str) -> None:
    settings_path().write_text(text, encoding="utf-8")
    assert _colour(qtbot).lightness() > 128


def _colour(qtbot: QtBot) -> QColor:
    window = MainWindow()
    qtbot.addWidget(window)
    return window.grab().toImage().pixelColor(100, 100)


def _again(qtbot: QtBot, width: int, height: int) -> MainWindow:
    """Remember a window of a size, and open another."""
    before = MainWindow()
    qtbot.addWidget(before)
    before.resize(width, height)
    place = bytes(before.saveGeometry().toBase64().data()).decode()
    settings_path().write_text(json.dumps({"geometry": place}))
    again = MainWindow()
    qtbot.addWidget(again)
    return again


def test_a_window_stands_where_it_stood_last(qtbot: QtBot) -> None:
    size = 760, 620  # which is seen whole on the least screen
    again = _again(qtbot, *size)
    assert (again.width(), again.height()) == size


def test_a_window_of_a_larger_screen_is_seen_whole_on_a_smaller_one(qtbot: QtBot) -> None:
    again = _again(qtbot, 2400, 1500)
    room = again.screen().availableGeometry()
    assert room.contains(again.geometry())


@given(
    st.builds(QRect, *[st.integers(-3000, 3000)] * 2, *[st.integers(100, 4000)] * 2),
    st.builds(QRect, st.integers(0, 1920), st.integers(0, 60), st.integers(480, 3840), st.integers(280, 2160)),
)
def test_wherever_a_window_stood_it_comes_wholly_onto_the_screen(place: QRect, room: QRect) -> None:
    found = startup.within(place, room)
    assert room.contains(found)
    assert found.width() == min(place.width(), room.width())
    assert found.height() == min(place.height(), room.height())
    if room.contains(place):
        assert found == place, "what is seen wholly stays where it is"


def test_the_first_window_is_as_large_as_there_is_room_for(qtbot: QtBot) -> None:
    settings_path().unlink()
    window = MainWindow()
    qtbot.addWidget(window)
    assert (window.width(), window.height()) == startup.SIZE


def test_the_colours_are_left_to_the_program_when_it_has_begun(qtbot: QtBot) -> None:
    window = MainWindow()
    qtbot.addWidget(window)
    assert window.styleSheet()
    startup.undress(window)
    assert not window.styleSheet()
