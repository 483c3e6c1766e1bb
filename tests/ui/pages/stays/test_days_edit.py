"""A number of days sets the exit, and the day that it comes to is said while it is typed."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kzstay.ui.pages.stays.model import DAYS, ENTRY, EXIT, NOTIFIED
from tests.helpers import day, stay, traveller
from tests.ui import pages_of
from tests.ui.conftest import OpenCase
from tests.ui.pages.stays.stay_rows import ANNA, FIRST, PRESENT, begin, editor, enter, shown


def test_typed_days_set_the_exit_the_first_included(open_case: OpenCase, qtbot: QtBot) -> None:
    window = open_case(ANNA)
    field = begin(qtbot, window, FIRST, DAYS)
    assert field.text() == "20"
    field.selectAll()
    qtbot.keyClicks(field, "25")
    assert pages_of.stays(window).echo.text() == "Saturday, 13 June 2026: 25 days, the first included"
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.session().traveller.stays[FIRST].exit == day("2026-06-13"))
    assert window.session().undo_stack.undoText() == "change-exit"


def test_days_of_a_stay_that_goes_on_set_its_exit(open_case: OpenCase, qtbot: QtBot) -> None:
    window = open_case(ANNA)
    enter(qtbot, window, PRESENT, DAYS, "30")
    assert window.session().traveller.stays[PRESENT].exit == day("2026-12-10")


def test_nothing_but_a_number_can_be_typed_and_keys_change_it(open_case: OpenCase, qtbot: QtBot) -> None:
    window = open_case(ANNA)
    field = begin(qtbot, window, FIRST, DAYS)
    field.selectAll()
    qtbot.keyClicks(field, "x2")
    assert field.text() == "2"
    qtbot.keyClick(field, Qt.Key.Key_Up)
    assert field.text() == "3"
    for _ in range(4):
        qtbot.keyClick(field, Qt.Key.Key_Down)
    assert field.text() == "1"
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert window.session().traveller == ANNA


def test_days_that_stay_empty_change_nothing(open_case: OpenCase, qtbot: QtBot) -> None:
    window = open_case(ANNA)
    field = begin(qtbot, window, FIRST, DAYS)
    field.clear()
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert window.session().traveller == ANNA


def test_days_wait_for_the_entry_from_which_they_count(open_case: OpenCase, qtbot: QtBot) -> None:
    window = open_case(traveller("DE"))
    window.controller.add_stay()
    qtbot.keyClick(editor(), Qt.Key.Key_Escape)
    window.controller.add_stay()
    table = window.stay.stays
    table.stays.setData(table.stays.index(0, DAYS), "10")
    assert shown(window, 0, EXIT) == "10d"
    assert "counted from the first day" in table.stays.reason(0)
    enter(qtbot, window, 0, ENTRY, "5.3.2026")
    assert window.session().traveller.stays == (stay("2026-03-05", "2026-03-14"),)


def test_tab_goes_from_the_entry_over_exit_and_days_to_the_notice(open_case: OpenCase, qtbot: QtBot) -> None:
    window = open_case(ANNA)
    begin(qtbot, window, FIRST, ENTRY)
    table = window.stay.stays
    for column in (EXIT, DAYS, NOTIFIED):
        qtbot.keyClick(editor(), Qt.Key.Key_Tab)
        assert (table.currentIndex().row(), table.currentIndex().column()) == (FIRST, column)
        assert QApplication.focusWidget() is editor()
    for column in (DAYS, EXIT):
        qtbot.keyClick(editor(), Qt.Key.Key_Backtab)
        assert table.currentIndex().column() == column
    assert window.session().traveller == ANNA
