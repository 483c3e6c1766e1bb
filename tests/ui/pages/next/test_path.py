"""The path: its lines, the keys that go through them, and what a screen reader is told."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kzstay.content.trouble import Line
from kzstay.drawing.colours import DARK, LIGHT
from kzstay.ui.pages.next.path import PathView

LINES = [
    Line("18 Nov", "Your last lawful day", "", "past"),
    Line("22 Nov", "On this day: 4 days over", "fine of 10 MCI", "now"),
    Line("24 Nov", "It costs more", "", "soon"),
    Line("+ 5 years", "No entry", "", "later"),
    Line("5 Oct", "Host's notice", "not recorded", "overdue"),
]


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def view(qtbot: QtBot, window: QWidget) -> PathView:
    made = PathView(window)
    made.show_lines(LINES)
    made.setGeometry(0, 0, 500, 400)
    window.resize(500, 400)
    window.show()
    qtbot.waitExposed(window)
    return made


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What a screen reader was told."""
    told: list[str] = []
    monkeypatch.setattr("kzstay.ui.pages.next.path.announce", lambda _widget, text: told.append(text))
    return told


def test_each_line_says_its_day_its_title_and_its_note(view: PathView) -> None:
    assert view.said[:2] == ["18 Nov: Your last lawful day", "22 Nov: On this day: 4 days over. fine of 10 MCI"]
    assert view.accessibleDescription() == "; ".join(view.said)


def test_up_and_down_go_from_line_to_line_and_say_each(view: PathView, said: list[str]) -> None:
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Down)
    QTest.keyClick(view, Qt.Key.Key_Down)
    QTest.keyClick(view, Qt.Key.Key_Up)
    assert said == [view.said[1], view.said[2], view.said[1]]


def test_beyond_the_ends_nothing_is_said(view: PathView, said: list[str]) -> None:
    QTest.keyClick(view, Qt.Key.Key_Up)
    for _ in range(9):
        QTest.keyClick(view, Qt.Key.Key_Down)
    assert said == view.said[1:]


def test_other_lines_take_the_place_of_the_first_ones(view: PathView) -> None:
    for _ in range(4):
        QTest.keyClick(view, Qt.Key.Key_Down)
    view.show_lines(LINES[:2])
    assert len(view.said) == 2
    view.show_lines([])
    assert (view.said, view.accessibleDescription()) == ([], "")


def test_the_line_that_has_the_focus_is_seen_to_have_it(view: PathView, qtbot: QtBot) -> None:
    view.clearFocus()
    without = view.grab().toImage()
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)
    assert view.grab().toImage() != without


def test_signs_differ_by_more_than_their_colour(view: PathView) -> None:
    # Filled where it is over or now, a ring where it is to come
    middles: list[str] = []
    for row in view._rows:
        drawn = row.sign.grab().toImage()
        middles.append(drawn.pixelColor(drawn.width() // 2, round(row.sign._middle)).name())
    card = view._theme.card.lower()
    assert [middle == card for middle in middles] == [False, False, True, True, False]


def test_it_takes_the_colours_of_the_window(view: PathView) -> None:
    light = view.grab().toImage()
    view.set_theme(DARK)
    assert view.grab().toImage() != light
    view.set_theme(LIGHT)
    assert view.grab().toImage() == light
