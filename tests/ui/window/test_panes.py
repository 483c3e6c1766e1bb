"""F6 goes round the panes of each place, and the keyboard is never lost when what it was on goes away."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kzstay.ui.pages.registry import PAGES
from kzstay.ui.places.registry import PLACES
from kzstay.ui.window.main_window import MainWindow
from kzstay.ui.window.panes import pane_of, stops_in
from tests.helpers import permit, stay, traveller
from tests.ui import pages_of
from tests.ui.conftest import OpenCase

ANNA = traveller(
    "DE", stay("2026-09-20", "2026-10-04"), stay("2026-11-11"), permits=[permit("2026-01-01", "2026-02-01")]
)


@pytest.fixture
def window(open_case: OpenCase) -> MainWindow:
    return open_case(ANNA, ANNA)


def focused() -> QWidget:
    at = QApplication.focusWidget()
    assert at is not None
    return at


def settle() -> None:
    QApplication.processEvents()


def press(keys: str) -> None:
    QTest.keySequence(focused(), keys)
    settle()


def names_of(window: MainWindow, keys: str) -> list[str]:
    """Press keys until the keyboard is back, and name where it came to."""
    first = focused()
    reached = [first.objectName()]
    while len(reached) < 20:
        press(keys)
        if focused() is first:
            return reached
        reached.append(focused().objectName())
    raise AssertionError(reached)


def test_f6_goes_round_the_parts_of_stay_in_reading_order(window: MainWindow) -> None:
    window.places.rail.buttons["stay"].setFocus()
    assert names_of(window, "F6") == ["go_stay", "traveller_details", "timeline", "stays"]
    window.info.tell("Deleted.", True, "Undo", lambda: None)
    window.stay.form.show()
    expected = ["go_stay", "traveller_details", "traveller_name", "timeline", "stays", "info_button"]
    assert names_of(window, "F6") == expected


@pytest.mark.parametrize("place", [place.name for place in PLACES])
def test_f6_and_back_are_one_round_in_every_place(window: MainWindow, place: str) -> None:
    window.places.show_place(place)
    window.places.rail.buttons[place].setFocus()
    forth = names_of(window, "F6")
    back = names_of(window, "Shift+F6")
    assert len(forth) >= len(("rail", "head", "list"))
    assert back == [forth[0], *reversed(forth[1:])]
    assert len(set(forth)) == len(forth)


@pytest.mark.parametrize("page", [page.name for page in PAGES if page.name != "next"])
def test_f6_comes_into_each_page(window: MainWindow, page: str) -> None:
    window.stay.show_page(page)
    window.stay.timeline.setFocus()
    press("F6")
    made = window.stay.pages[page]
    assert focused() is made or made.isAncestorOf(focused())


def test_a_pane_is_come_back_to_where_it_was_left(window: MainWindow) -> None:
    window.stay.header.report.setFocus()
    press("F6")
    window.stay.minimap.setFocus()
    press("Shift+F6")
    assert focused() is window.stay.header.report
    press("F6")
    assert focused() is window.stay.minimap


def test_each_stop_of_a_place_is_in_a_pane(window: MainWindow) -> None:
    panes = window.places.panes()
    for stop in stops_in((window.places,)):
        assert pane_of(stop, panes) is not None or window.info.isAncestorOf(stop), stop.objectName()


# What the keyboard was on is gone


def test_the_nearest_stop_has_the_keyboard_of_one_that_is_gone(window: MainWindow) -> None:
    window.stay.show_page("plan")
    page = pages_of.plan(window)
    page.check.setFocus()
    settle()
    page.check.hide()
    settle()
    assert page.isAncestorOf(focused())
    page.check.show()


@pytest.mark.parametrize("gone", ["hide", "disable"])
def test_it_stays_in_the_pane_of_the_last_stop_of_it(window: MainWindow, gone: str) -> None:
    window.stay.show_page("stays")
    button = pages_of.stays(window).details_button
    button.setFocus()
    settle()
    button.hide() if gone == "hide" else button.setEnabled(False)
    settle()
    assert focused() is pages_of.stays(window).add_button
    button.show()
    button.setEnabled(True)


def test_whoever_goes_elsewhere_by_then_stays_there(window: MainWindow) -> None:
    button = pages_of.stays(window).details_button
    button.setFocus()
    settle()
    button.hide()
    window.stay.timeline.setFocus()
    settle()
    assert focused() is window.stay.timeline
    button.show()


def test_undo_that_removes_the_row_under_the_keyboard_leaves_it_in_the_table(window: MainWindow) -> None:
    session = window.session()
    table = window.stay.stays
    table.setFocus()
    press("Del")
    table.setFocus()
    session.undo()
    session.redo()
    settle()
    assert focused() is table


def test_a_place_that_is_come_back_to_has_the_keyboard_where_it_was(window: MainWindow, qtbot: QtBot) -> None:
    window.stay.stays.setFocus()
    for key, place in (("Ctrl+2", "people"), ("Ctrl+3", "guide"), ("Ctrl+4", "contacts"), ("Ctrl+1", "stay")):
        press(key)
        qtbot.waitUntil(lambda place=place: window.places.current == place)  # a button is seen to go down
        here = window.places.place(window.places.current)
        assert here.isAncestorOf(focused())
    assert focused() is window.stay.stays


def test_the_last_permit_and_its_undo_keep_the_keyboard_in_their_list(window: MainWindow, qtbot: QtBot) -> None:
    window.stay.show_page("papers")
    permits = pages_of.papers(window).permits
    permits.table.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(permits.table, Qt.Key.Key_Delete)
    settle()
    assert focused() is permits.add
    press("Ctrl+Z")
    assert focused() is permits.table


# Pages


def test_pages_are_gone_through_from_anywhere_in_stay(window: MainWindow) -> None:
    shown = [page.name for i, page in enumerate(PAGES) if window.stay.tabs.isTabVisible(i)]
    for keys, order in (("Ctrl+Tab", shown), ("Ctrl+PgUp", list(reversed(shown)))):
        window.stay.show_page(order[0])
        window.stay.timeline.setFocus()
        reached = [window.stay.page]
        for _ in order:
            press(keys)
            reached.append(window.stay.page)
            assert focused() is window.stay.timeline
        assert reached == [*order, order[0]]


def test_who_was_in_a_page_is_in_the_next_one(window: MainWindow) -> None:
    window.stay.stays.setFocus()
    for _ in PAGES:
        press("Ctrl+PgDown")
        page = window.stay.pages[window.stay.page]
        assert focused() is page or page.isAncestorOf(focused())


def test_elsewhere_the_keys_of_pages_turn_none(window: MainWindow) -> None:
    window.places.show_place("people")
    before = window.stay.page
    press("Ctrl+PgDown")
    window.commands.by_name["next_page"].trigger()
    assert window.stay.page == before


def test_a_stay_that_is_begun_and_taken_back_leaves_the_keyboard_where_it_was_begun(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.stay.timeline.setFocus()
    press("Ins")
    assert focused().objectName() == "edit_entry"
    press("Esc")
    qtbot.waitUntil(lambda: focused() is window.stay.timeline)
    assert window.session().traveller.stays == ANNA.stays
    assert not window.stay.stays.begun
