"""Two fingers and the wheel."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QNativeGestureEvent, QPointingDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QGestureEvent, QPinchGesture
from pytestqt.qtbot import QtBot

from kzstay.ui.timeline import zooming
from kzstay.ui.timeline.widget import Timeline
from tests.helpers import day, stay, traveller
from tests.ui.conftest import OpenCase

ANNA = traveller("DE", stay("2026-09-01", "2026-09-20"))


@pytest.fixture
def timeline(open_case: OpenCase) -> Timeline:
    return open_case(ANNA).stay.timeline


def pinch(timeline: Timeline, factor: float, x: float) -> QGestureEvent:
    gesture = QPinchGesture(timeline)
    gesture.setScaleFactor(factor)
    gesture.setCenterPoint(QPointF(timeline.mapToGlobal(QPointF(x, 100))))
    return QGestureEvent([gesture])


@pytest.mark.parametrize(("factor", "nearer"), [(1.25, True), (0.8, False)])
def test_two_fingers_on_a_screen_zoom_about_their_middle(timeline: Timeline, factor: float, nearer: bool) -> None:
    before, there = timeline.scale.per_day, timeline.day_at(400)
    QApplication.sendEvent(timeline, pinch(timeline, factor, 400))
    assert (timeline.scale.per_day > before) is nearer
    assert abs((timeline.day_at(400) - there).days) <= 1


@pytest.mark.qt_log_ignore("QGestureManager")  # which looks for the window under the fingers, where no screen is
def test_fingers_that_part_on_a_touch_screen_zoom_and_change_no_stay(timeline: Timeline) -> None:
    before, stays = timeline.scale.per_day, timeline.session().traveller.stays
    screen = QTest.createTouchDevice()
    fingers = QTest.touchEvent(timeline, screen)
    fingers.press(0, QPoint(400, 104), timeline).commit()
    fingers.stationary(0).press(1, QPoint(500, 104), timeline).commit()
    for step in range(1, 12):
        fingers.move(0, QPoint(400 - 10 * step, 104), timeline)
        fingers.move(1, QPoint(500 + 10 * step, 104), timeline).commit()
    fingers.release(0, QPoint(290, 104), timeline).release(1, QPoint(610, 104), timeline).commit()
    assert timeline.scale.per_day > 1.5 * before
    assert timeline.session().traveller.stays == stays
    assert not timeline.pointer.dragging


def test_a_second_finger_lets_go_of_what_the_first_has_taken(timeline: Timeline, qtbot: QtBot) -> None:
    bar = timeline.rect_of(0).center().toPoint()
    qtbot.mousePress(timeline, Qt.MouseButton.LeftButton, pos=bar)
    assert timeline.pointer.dragging
    QApplication.sendEvent(timeline, pinch(timeline, 1.1, 300))
    assert not timeline.pointer.dragging
    qtbot.mouseRelease(timeline, Qt.MouseButton.LeftButton, pos=bar)
    assert timeline.session().traveller.stays[0].entry == day("2026-09-01")


def test_other_gestures_are_left_alone(timeline: Timeline) -> None:
    before, at = timeline.scale, QPointF(300, 100)
    turned = QNativeGestureEvent(
        Qt.NativeGestureType.RotateNativeGesture,
        QPointingDevice.primaryPointingDevice(),
        2,
        at,
        at,
        timeline.mapToGlobal(at),
        20,
        QPointF(),
    )
    assert not zooming.pinched(timeline, turned)
    assert not zooming.pinched(timeline, QGestureEvent([]))
    assert not zooming.pinched(timeline, QEvent(QEvent.Type.Enter))
    assert timeline.scale == before
