"""The overview strip."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.helpers import day, stay, traveller
from tests.ui.conftest import OpenCase

ANNA = traveller("DE", stay("2024-03-01", "2024-03-20"), stay("2026-10-10", "2026-10-24"))


def test_the_frame_is_where_the_timeline_looks(open_case: OpenCase) -> None:
    window = open_case(ANNA)
    frame, scale = window.stay.minimap.frame(), window.stay.minimap.scale()
    assert abs(frame.left() - scale.x_of(window.stay.timeline.scale.first)) < 2
    assert scale.x_of(day("2024-03-01")) > 0


def test_days_over_the_limit_and_plans_are_drawn_as_what_they_are(open_case: OpenCase) -> None:
    who = traveller(
        "DE",
        stay("2026-03-01", "2026-03-20"),
        stay("2026-09-01", "2026-10-10"),
        stay("2027-01-08", "2027-01-20"),
        stay("2027-03-01", "2027-04-10"),
    )
    minimap = open_case(who).stay.minimap
    scale = minimap.scale()
    found = minimap.places(scale)
    assert {kind: len(places) for kind, places in found.items()} == {
        "within": 2,
        "planned": 2,
        "over": 1,
        "planned-over": 1,
    }
    (over,), (planned_over,) = found["over"], found["planned-over"]
    assert over.left() == pytest.approx(scale.x_of(day("2026-10-01")))
    assert planned_over.left() == pytest.approx(scale.x_of(day("2027-03-31")))
    # Told by height as by colour
    assert over.height() > found["within"][0].height()
    minimap.grab()


def test_days_over_the_limit_that_have_not_come_are_drawn_as_a_plan(open_case: OpenCase) -> None:
    minimap = open_case(traveller("DE", stay("2026-10-18", "2026-12-05"))).stay.minimap
    scale = minimap.scale()
    found = minimap.places(scale)
    (over,), (to_come,) = found["over"], found["planned-over"]
    assert over.left() == pytest.approx(scale.x_of(day("2026-11-17")))
    assert over.right() == pytest.approx(to_come.left())
    assert to_come.right() == pytest.approx(scale.x_of(day("2026-12-06")))


def test_dragging_the_frame_moves_the_timeline(open_case: OpenCase, qtbot: QtBot) -> None:
    window = open_case(ANNA)
    before = window.stay.timeline.scale.first
    start = window.stay.minimap.frame().center().toPoint()
    qtbot.mousePress(window.stay.minimap, Qt.MouseButton.LeftButton, pos=start)
    qtbot.mouseMove(window.stay.minimap, start - QPoint(100, 0))
    qtbot.mouseRelease(window.stay.minimap, Qt.MouseButton.LeftButton, pos=start - QPoint(100, 0))
    assert window.stay.timeline.scale.first < before


def test_a_click_goes_there(open_case: OpenCase, qtbot: QtBot) -> None:
    window = open_case(ANNA)
    x = round(window.stay.minimap.scale().x_of(day("2024-03-10")))
    qtbot.mouseClick(window.stay.minimap, Qt.MouseButton.LeftButton, pos=QPoint(x, 12))
    assert window.stay.timeline.scale.first < day("2024-03-10") < window.stay.timeline.scale.last


def test_arrows_move_the_frame(open_case: OpenCase, qtbot: QtBot) -> None:
    window = open_case(ANNA)
    before = window.stay.timeline.scale.first
    qtbot.keyClick(window.stay.minimap, Qt.Key.Key_Left)
    assert window.stay.timeline.scale.first < before
    qtbot.keyClick(window.stay.minimap, Qt.Key.Key_Right)
    assert abs((window.stay.timeline.scale.first - before).days) <= 1


@pytest.mark.qt_log_ignore("Keyboard event not accepted")  # which is what is asked here
def test_other_keys_and_buttons_leave_it_where_it_is(open_case: OpenCase, qtbot: QtBot) -> None:
    window = open_case(ANNA)
    before = window.stay.timeline.scale
    qtbot.keyClick(window.stay.minimap, Qt.Key.Key_Up)
    qtbot.mouseClick(window.stay.minimap, Qt.MouseButton.RightButton, pos=QPoint(30, 12))
    qtbot.mouseMove(window.stay.minimap, QPoint(60, 12))
    assert window.stay.timeline.scale == before


@pytest.mark.parametrize("turned", [240, -240])
def test_the_wheel_over_it_zooms_the_timeline(open_case: OpenCase, turned: int) -> None:
    window = open_case(ANNA)
    before, at = window.stay.timeline.scale.per_day, QPointF(300, 12)
    none, phase = Qt.MouseButton.NoButton, Qt.ScrollPhase.NoScrollPhase
    held = Qt.KeyboardModifier.NoModifier
    event = QWheelEvent(
        at, window.stay.minimap.mapToGlobal(at), QPoint(), QPoint(0, turned), none, held, phase, False
    )
    QApplication.sendEvent(window.stay.minimap, event)
    assert (window.stay.timeline.scale.per_day > before) is (turned > 0)
