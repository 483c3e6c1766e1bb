"""What grows with the letters: the timeline is drawn and pointed at in units of its own."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kzstay.ui.window.main_window import MainWindow
from tests.helpers import stay, traveller
from tests.ui.conftest import OpenCase

ANNA = traveller("DE", stay("2026-09-20", "2026-10-04"), stay("2026-11-11"))
SIZES = [90, 100, 150, 200]


@pytest.fixture
def window(open_case: OpenCase) -> MainWindow:
    return open_case(ANNA)


@pytest.mark.parametrize("size", SIZES)
def test_its_room_is_less_where_letters_are_larger_and_the_same_days_are_seen(
    window: MainWindow, size: int
) -> None:
    timeline = window.stay.timeline
    first, last, wide = timeline.scale.first, timeline.scale.last, timeline.size().width()
    window.preferences.set_text_size(size)
    assert timeline.width() == pytest.approx(timeline.size().width() * 100 / size, abs=1)
    assert (timeline.scale.first, timeline.scale.last) == (first, last)
    assert timeline.size().width() == wide or size != 100


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("index", [0, 1])
def test_a_stay_is_where_it_is_seen(window: MainWindow, size: int, index: int) -> None:
    window.preferences.set_text_size(size)
    QApplication.processEvents()
    timeline = window.stay.timeline
    seen = (timeline.rect_of(index).center() * size / 100).toPoint()
    QTest.mouseClick(timeline, Qt.MouseButton.LeftButton, pos=seen)
    assert window.session().selection == index


@pytest.mark.parametrize("size", SIZES)
def test_a_place_is_found_on_the_screen(window: MainWindow, size: int) -> None:
    window.preferences.set_text_size(size)
    timeline = window.stay.timeline
    corner = timeline.mapToGlobal(QPoint(0, 0))
    there = timeline.to_screen(QPointF(100, 50)) - corner
    assert (there.x(), there.y()) == (size, size // 2)
    assert timeline.on_screen(QRect(0, 0, 100, 50)) == QRect(corner, QSize(size, size // 2))


@pytest.mark.parametrize("size", SIZES)
def test_a_stay_is_dragged_by_as_many_days_as_the_pointer_passes(window: MainWindow, size: int) -> None:
    window.preferences.set_text_size(size)
    QApplication.processEvents()
    timeline, factor = window.stay.timeline, size / 100
    begin = (timeline.rect_of(0).center() * factor).toPoint()
    end = begin + QPoint(round(10 * timeline.scale.per_day * factor), 0)
    QTest.mousePress(timeline, Qt.MouseButton.LeftButton, pos=begin)
    QTest.mouseMove(timeline, end)
    QTest.mouseRelease(timeline, Qt.MouseButton.LeftButton, pos=end)
    moved = window.session().traveller.stays[0].entry - ANNA.stays[0].entry
    assert moved.days == pytest.approx(10, abs=1)
