"""A drag that something else ends leaves nothing behind: what is shown is what the case holds."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from kzstay.core.readings import Reading
from kzstay.ui.window.main_window import MainWindow
from tests.helpers import day, stay, traveller
from tests.ui import pages_of
from tests.ui.conftest import OpenCase
from tests.ui.sessions import show_traveller, shown_place, type_text

ANNA = traveller("DE", stay("2026-10-01", "2026-10-10"), stay("2026-11-11"), name="Anna")
BORIS = traveller("RU", stay("2026-09-01", "2026-09-10"), name="Boris")

MEANWHILE: dict[str, Callable[[MainWindow], object]] = {
    "another language": lambda window: window.preferences.set_language("ru"),
    "another way of counting": lambda window: window.preferences.set_reading(Reading.USUAL),
    "another traveller": lambda window: show_traveller(window.session(), 1),
    "another day": lambda window: window.session().view.set_day(day("2026-12-01")),
    "midnight": lambda window: window.session().view.day_changed(day("2026-11-23")),
    "today again": lambda window: window.controller.go_today(),
    "an undo": lambda window: window.session().undo_stack.undo(),
    "a redo": lambda window: window.session().undo_stack.redo(),
    "a stay begun": lambda window: window.controller.add_stay(),
    "a stay deleted": lambda window: window.controller.delete_stay(),
    "a traveller added": lambda window: window.controller.add_traveller(),
    "a traveller removed": lambda window: window.controller.remove_traveller(),
    "a note": lambda window: type_text(window.session(), 1, "note", "by train"),
    "a permit begun": lambda window: pages_of.papers(window).permits.begin("visa"),
    "a new case": lambda window: window.files.new(),
    "the example": lambda window: window.files.open_example(),
    "dark colours": lambda window: window.preferences.set_appearance("dark"),
    "zoom": lambda window: window.stay.timeline.zoom(1.25),
}


@pytest.fixture
def window(open_case: OpenCase, qtbot: QtBot) -> MainWindow:
    """Open a window with something to undo and to redo."""
    opened = open_case(ANNA, BORIS)
    session = opened.session()
    type_text(session, 0, "note", "first")
    type_text(session, 0, "note", "second")
    session.undo_stack.undo()
    return opened


@pytest.mark.parametrize("meanwhile", MEANWHILE)
def test_nothing_of_a_drag_is_left_once_something_else_has_ended_it(
    window: MainWindow, qtbot: QtBot, meanwhile: str
) -> None:
    session, timeline = window.session(), window.stay.timeline
    start = timeline.rect_of(0).center().toPoint()
    for place in (start, start + QPoint(12, 0), start + QPoint(40, 0)):
        if place is start:
            qtbot.mousePress(timeline, Qt.MouseButton.LeftButton, pos=place)
        else:
            qtbot.mouseMove(timeline, place)
    assert session.previewing
    MEANWHILE[meanwhile](window)
    timeline.repaint()
    qtbot.mouseRelease(timeline, Qt.MouseButton.LeftButton, pos=start + QPoint(40, 0))
    assert not session.previewing
    assert session.traveller == session.case.travellers[shown_place(session)]
    assert window.stay.stays.stays.rowCount() >= len(session.traveller.stays)
    window.preferences.set_appearance("light")


def test_a_change_that_ends_a_drag_holds_nothing_of_it(window: MainWindow, qtbot: QtBot) -> None:
    session, timeline = window.session(), window.stay.timeline
    before = session.traveller.stays[0]
    start = timeline.rect_of(0).center().toPoint()
    qtbot.mousePress(timeline, Qt.MouseButton.LeftButton, pos=start)
    qtbot.mouseMove(timeline, start + QPoint(40, 0))
    session.view.set_reading(Reading.USUAL)
    qtbot.mouseRelease(timeline, Qt.MouseButton.LeftButton, pos=start + QPoint(40, 0))
    type_text(session, 1, "note", "by train")
    assert session.case.travellers[0].stays[0] == before
