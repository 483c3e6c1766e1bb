"""Zooming: the wheel, and two fingers on a pad or a screen; the day under them stays where it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QNativeGestureEvent, QWheelEvent
from PySide6.QtWidgets import QGestureEvent, QPinchGesture

if TYPE_CHECKING:
    from kzstay.ui.timeline.widget import Timeline

FASTEST_WHEEL = 240  # of one turn, so that it never leaps over years
WHEEL = 1.0025  # zoom for each unit of the wheel


def turn(timeline: Timeline, event: QWheelEvent) -> None:
    """Zoom about the pointer, or, sideways or with Shift, move the days."""
    delta = event.pixelDelta() if not event.pixelDelta().isNull() else event.angleDelta() / 2
    if abs(delta.x()) > abs(delta.y()) or event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
        timeline.look_at(timeline.scale.panned(-(delta.x() or delta.y())))
    else:
        timeline.zoom(WHEEL ** _limited(delta).y(), event.position().x())
    event.accept()


def pinched(timeline: Timeline, event: QEvent) -> bool:
    """Zoom about the middle of two fingers, and tell whether there were any."""
    if isinstance(event, QNativeGestureEvent):
        if event.gestureType() != Qt.NativeGestureType.ZoomNativeGesture:
            return False
        timeline.zoom(1 + event.value(), event.position().x())
        return True
    pinch = event.gesture(Qt.GestureType.PinchGesture) if isinstance(event, QGestureEvent) else None
    if not isinstance(pinch, QPinchGesture):
        return False
    timeline.pointer.cancel()  # of what the first finger took hold
    timeline.zoom(pinch.scaleFactor(), timeline.mapFromGlobal(pinch.centerPoint()).x())
    event.accept()
    return True


def _limited(delta: QPoint) -> QPoint:
    return QPoint(delta.x(), max(-FASTEST_WHEEL, min(FASTEST_WHEEL, delta.y())))
