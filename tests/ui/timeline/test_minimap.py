"""The overview strip."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from tests.helpers import day, stay, traveller
from tests.ui.conftest import OpenCase

ANNA = traveller("DE", stay("2024-03-01", "2024-03-20"), stay("2026-10-10", "2026-10-24"))


def test_the_frame_is_where_the_timeline_looks(open_case: OpenCase) -> None:
    window = open_case(ANNA)
    frame, scale = window.minimap.frame(), window.minimap.scale()
    assert abs(frame.left() - scale.x_of(window.timeline.scale.first)) < 2
    assert scale.x_of(day("2024-03-01")) > 0


def test_dragging_the_frame_moves_the_timeline(open_case: OpenCase, qtbot: QtBot) -> None:
    window = open_case(ANNA)
    before = window.timeline.scale.first
    start = window.minimap.frame().center().toPoint()
    qtbot.mousePress(window.minimap, Qt.MouseButton.LeftButton, pos=start)
    qtbot.mouseMove(window.minimap, start - QPoint(100, 0))
    qtbot.mouseRelease(window.minimap, Qt.MouseButton.LeftButton, pos=start - QPoint(100, 0))
    assert window.timeline.scale.first < before


def test_a_click_goes_there(open_case: OpenCase, qtbot: QtBot) -> None:
    window = open_case(ANNA)
    x = round(window.minimap.scale().x_of(day("2024-03-10")))
    qtbot.mouseClick(window.minimap, Qt.MouseButton.LeftButton, pos=QPoint(x, 12))
    assert window.timeline.scale.first < day("2024-03-10") < window.timeline.scale.last


def test_arrows_move_the_frame(open_case: OpenCase, qtbot: QtBot) -> None:
    window = open_case(ANNA)
    before = window.timeline.scale.first
    qtbot.keyClick(window.minimap, Qt.Key.Key_Left)
    assert window.timeline.scale.first < before
