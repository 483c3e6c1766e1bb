"""Room for what is said at the foot: nothing is covered, and what is over the pages stays where it is."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QSplitter, QStackedWidget
from pytestqt.qtbot import QtBot

from kzstay.ui.places.registry import PLACES
from kzstay.ui.window.main_window import MainWindow
from tests.helpers import stay, traveller
from tests.ui.conftest import OpenCase

MANY = traveller("DE", *(stay(f"2026-0{month}-05", f"2026-0{month}-10") for month in range(1, 10)))


def shown(window: MainWindow, qtbot: QtBot, width: int, height: int) -> None:
    window.resize(width, height)
    window.show()
    qtbot.waitExposed(window)


def foot_of(window: MainWindow) -> int:
    """Return where the place that is shown ends, in the window."""
    stack = window.places.findChild(QStackedWidget)
    assert stack is not None
    place = stack.currentWidget()
    assert place is not None
    return place.mapTo(window, QPoint(0, place.height())).y()


@pytest.mark.parametrize("size", [(1280, 900), (948, 690)])
@pytest.mark.parametrize("name", [place.name for place in PLACES])
def test_the_bar_covers_nothing_of_any_place(
    open_case: OpenCase, qtbot: QtBot, name: str, size: tuple[int, int]
) -> None:
    window = open_case(MANY)
    window.places.show_place(name)
    shown(window, qtbot, *size)
    window.info.tell("Stay deleted.", False, "Undo", lambda: None)
    top = window.info.mapTo(window, QPoint(0, 0)).y()
    qtbot.waitUntil(lambda: foot_of(window) <= top)
    assert window.info.mapTo(window, QPoint(0, window.info.height())).y() <= window.height()
    window.info.hide()
    qtbot.waitUntil(lambda: foot_of(window) > top)


def test_the_timeline_and_the_pages_begin_where_they_did(open_case: OpenCase, qtbot: QtBot) -> None:
    window = open_case(MANY)
    shown(window, qtbot, 1280, 900)
    splitter = window.stay.findChild(QSplitter, "splitter")
    assert splitter is not None
    before = splitter.sizes()
    window.info.tell("Stay deleted.", False)
    assert splitter.sizes()[0] == before[0]
    assert splitter.sizes()[1] < before[1]
    window.info.hide()
    assert splitter.sizes() == before


def test_the_last_row_can_be_scrolled_free(open_case: OpenCase, qtbot: QtBot) -> None:
    window = open_case(MANY)
    window.info.tell("Not saved.", True)
    shown(window, qtbot, 1280, 900)
    table = window.stay.stays
    last = table.model().index(table.model().rowCount() - 1, 0)
    table.scrollTo(last)
    seen = table.viewport().mapTo(window, table.visualRect(last).bottomLeft()).y()
    assert seen <= window.info.mapTo(window, QPoint(0, 0)).y()
