"""Where the keyboard is on the timeline can be seen, and only while it is there."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from kzstay.drawing.colours import LIGHT
from kzstay.ui.window.main_window import MainWindow
from tests.helpers import stay, traveller
from tests.ui.conftest import OpenCase

ANNA = traveller("DE", stay("2026-07-01", "2026-07-10"), stay("2026-10-10", "2026-10-24"))
ACCENT = QColor(LIGHT.accent).rgb()


@pytest.fixture
def window(open_case: OpenCase) -> MainWindow:
    window = open_case(ANNA)
    window.stay.minimap.setFocus()  # at the start the timeline has the keyboard already, and no ring
    window.stay.timeline.setFocus(Qt.FocusReason.TabFocusReason)
    return window


def picture(window: MainWindow) -> QImage:
    return window.stay.timeline.grab().toImage()


def accents(window: MainWindow, x: float) -> int:
    """Count the pixels of the ring's colour in one column of the lane."""
    image, bar = picture(window), window.stay.timeline.rect_of(1)
    rows = range(int(bar.top()) - 4, int(bar.bottom()) + 4)
    return sum(image.pixelColor(int(x), y).rgb() == ACCENT for y in rows)


@pytest.mark.parametrize("selected", [-1, 0])
def test_a_ring_is_round_it_while_it_has_the_keyboard(window: MainWindow, selected: int) -> None:
    window.session().select(selected)
    with_ring = picture(window)
    assert with_ring.pixelColor(with_ring.width() // 2, 2).rgb() == ACCENT
    window.stay.minimap.setFocus()
    assert picture(window).pixelColor(with_ring.width() // 2, 2).rgb() != ACCENT


def test_who_came_by_mouse_sees_no_ring_before_the_first_key(window: MainWindow, qtbot: QtBot) -> None:
    timeline = window.stay.timeline
    window.stay.minimap.setFocus()
    timeline.setFocus(Qt.FocusReason.MouseFocusReason)
    middle = timeline.width() // 2
    assert picture(window).pixelColor(middle, 2).rgb() != ACCENT
    qtbot.keyClick(timeline, Qt.Key.Key_Left)
    assert picture(window).pixelColor(middle, 2).rgb() == ACCENT


def test_the_chosen_edge_is_marked_until_it_is_left(window: MainWindow, qtbot: QtBot) -> None:
    timeline = window.stay.timeline
    window.session().select(1)
    bar = timeline.rect_of(1)
    assert not accents(window, bar.right())
    qtbot.keyClick(timeline, Qt.Key.Key_E)
    assert accents(window, bar.right()) > bar.height()
    assert not accents(window, bar.left())
    qtbot.keyClick(timeline, Qt.Key.Key_S)
    assert accents(window, bar.left()) > bar.height()
    qtbot.keyClick(timeline, Qt.Key.Key_Escape)
    assert not accents(window, bar.left())
