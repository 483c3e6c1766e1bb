"""What keys and the menu do to the chosen rows: the same things, each one step."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QItemSelectionModel, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from kzstay.ui.pages.stays.model import DAYS, ENTRY, EXIT, NOTE
from kzstay.ui.widgets.calendar import CalendarSheet
from kzstay.ui.widgets.day_edit import DayEdit
from kzstay.ui.widgets.letters import plain
from kzstay.ui.window.main_window import MainWindow
from tests.helpers import day, stay, traveller
from tests.ui.conftest import OpenCase
from tests.ui.pages.stays.stay_rows import ANNA, FIRST, PRESENT, SECOND, editor, go_to

CONTROL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)
BORIS = traveller("GB", stay("2026-01-10", "2026-01-20"), name="Boris Brown")


def choose(window: MainWindow, *rows: int) -> None:
    table = window.stay.stays
    table.clearSelection()
    for row in rows:
        flags = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
        table.selectionModel().setCurrentIndex(table.stays.index(row, EXIT), flags)
    table.setFocus()


def texts(menu: QMenu) -> list[str]:
    return [plain(action.text()) for action in menu.actions() if action.text()]


def do(window: MainWindow, name: str, *inner: str) -> None:
    """Choose something in the menu of the chosen rows."""
    menu = window.stay.stays.row_acts.menu(window.stay.stays.chosen())
    for text in (name, *inner):
        action = next(action for action in menu.actions() if plain(action.text()) == text)
        below = action.menu()
        if isinstance(below, QMenu):
            menu = below
        else:
            action.trigger()


# Which rows are chosen


def test_several_rows_are_chosen_by_key(open_case: OpenCase, qtbot: QtBot) -> None:
    window = open_case(ANNA)
    table = window.stay.stays
    go_to(window, FIRST, EXIT)
    qtbot.keyClick(table, Qt.Key.Key_Down, SHIFT)
    assert table.chosen() == [one.key.number for one in window.session().traveller.stays[:2]]
    qtbot.keyClick(table, Qt.Key.Key_A, CONTROL)
    assert len(table.chosen()) == 3
    assert window.session().selection == SECOND, "one of them is that of the timeline"


def test_the_menu_is_that_of_the_chosen_rows_or_of_the_one_pointed_at(open_case: OpenCase) -> None:
    window = open_case(ANNA)
    table = window.stay.stays
    choose(window, FIRST, SECOND)
    for row, count in ((SECOND, 2), (PRESENT, 1)):
        place = table.visualRect(table.stays.index(row, ENTRY)).center()
        event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, table.viewport().mapToGlobal(place))
        QApplication.sendEvent(table.viewport(), event)
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        assert len(table.chosen()) == count
        menu.close()


def test_the_key_of_menus_opens_the_same_menu(open_case: OpenCase) -> None:
    window = open_case(ANNA)
    table = window.stay.stays
    go_to(window, FIRST, EXIT)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(0, 0), table.mapToGlobal(QPoint(0, 0)))
    QApplication.sendEvent(table, event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    made = table.row_acts.menu(table.chosen())
    assert texts(menu) == texts(made)
    assert texts(menu) == [
        "Change the days",
        "Write a note",
        "Duplicate",
        "Split on 29 May 2026",
        "Host's notice was given on 22 Nov 2026",
        "Plan a trip from 23 Nov 2026",
        "Move to another traveller",
        "Copy the row",
        "Delete the stay",
        "Add stay",
        "Paste stays…",
    ]
    menu.close()


def test_without_a_row_the_menu_has_what_may_be_brought_in(open_case: OpenCase) -> None:
    window = open_case(ANNA)
    assert texts(window.stay.stays.row_acts.menu([])) == ["Add stay", "Paste stays…"]


# What is done


def test_several_rows_are_deleted_in_one_step(open_case: OpenCase, qtbot: QtBot) -> None:
    window = open_case(ANNA)
    choose(window, FIRST, PRESENT)
    qtbot.keyClick(window.stay.stays, Qt.Key.Key_Delete)
    assert window.session().traveller.stays == (ANNA.stays[SECOND],)
    assert window.info.text.text() == "2 stays deleted."
    window.info.button.click()
    assert window.session().traveller == ANNA


def test_the_command_of_the_menu_deletes_all_that_are_chosen_in_the_table(open_case: OpenCase) -> None:
    window = open_case(ANNA)
    choose(window, FIRST, SECOND)
    window.commands.by_name["delete_stay"].trigger()
    assert window.session().traveller.stays == ANNA.stays[2:]


def test_rows_are_copied_as_cells_and_pasted_back_as_the_same_stays(open_case: OpenCase, qtbot: QtBot) -> None:
    window = open_case(ANNA)
    choose(window, FIRST, SECOND)
    qtbot.keyClick(window.stay.stays, Qt.Key.Key_C, CONTROL)
    assert QGuiApplication.clipboard().text() == (
        "Entry\tExit\tDays\n2026-05-20\t2026-06-08\t20\n2026-09-20\t2026-10-04\t15\n"
    )
    qtbot.keyClick(window.stay.stays, Qt.Key.Key_Delete)
    qtbot.keyClick(window.stay.stays, Qt.Key.Key_V, CONTROL)
    qtbot.waitUntil(lambda: window.importing.dialog is not None and window.importing.dialog.isVisible())
    assert window.importing.dialog is not None
    window.importing.dialog.take()
    assert window.session().traveller == ANNA


def test_a_row_is_duplicated_and_its_copy_is_chosen(open_case: OpenCase, qtbot: QtBot) -> None:
    window = open_case(ANNA)
    go_to(window, FIRST, EXIT)
    qtbot.keyClick(window.stay.stays, Qt.Key.Key_D, CONTROL)
    assert window.session().selection == 1
    assert window.stay.stays.currentIndex().row() == 1
    assert window.session().traveller.stays[1] == stay("2026-06-09", "2026-06-28")
    go_to(window, 3, EXIT)
    qtbot.keyClick(window.stay.stays, Qt.Key.Key_D, CONTROL)
    assert window.info.text.text() == "A stay without an exit cannot be duplicated. Type its exit first."


def test_the_menu_moves_a_stay_to_another_traveller(open_case: OpenCase) -> None:
    window = open_case(ANNA, BORIS)
    choose(window, FIRST)
    do(window, "Move to another traveller", "Boris Brown")
    assert [len(one.stays) for one in window.session().case.travellers] == [2, 2]
    assert window.info.text.text() == "1 stay moved to Boris Brown."
    window.info.button.click()
    assert window.session().case.travellers == (ANNA, BORIS)


def test_a_stay_that_is_split_waits_for_the_day_on_which_it_ended(open_case: OpenCase) -> None:
    window = open_case(ANNA)
    choose(window, FIRST)
    do(window, "Split on 29 May 2026")
    assert editor().text() == "29.05.2026"
    assert window.stay.stays.currentIndex().column() == EXIT
    editor().clearFocus()


def test_the_menu_records_a_notice_and_plans_and_writes(open_case: OpenCase) -> None:
    window = open_case(ANNA)
    choose(window, PRESENT)
    do(window, "Host's notice was given on 22 Nov 2026")
    assert window.session().traveller.stays[PRESENT].notified == day("2026-11-22")
    do(window, "Write a note")
    assert window.stay.stays.currentIndex().column() == NOTE
    editor().clearFocus()
    choose(window, PRESENT)
    do(window, "Plan a trip from 23 Nov 2026")
    assert window.stay.page == "plan"


def test_a_row_that_is_no_stay_yet_can_only_go(open_case: OpenCase) -> None:
    window = open_case(ANNA)
    window.controller.add_stay()
    editor().setText("soon")
    editor().clearFocus()
    table = window.stay.stays
    (key,) = [row.key for row in table.stays.rows if row.record is None]
    menu = table.row_acts.menu([key])
    assert texts(menu) == ["Delete the row", "Add stay", "Paste stays…"]
    menu.actions()[0].trigger()
    assert len(table.stays.rows) == 3


# Cells


def test_delete_in_the_days_clears_the_exit(open_case: OpenCase, qtbot: QtBot) -> None:
    window = open_case(ANNA)
    go_to(window, FIRST, DAYS)
    qtbot.keyClick(window.stay.stays, Qt.Key.Key_Delete)
    assert window.session().traveller.stays[FIRST].exit is None


@pytest.mark.parametrize(
    ("key", "held"), [(Qt.Key.Key_F4, Qt.KeyboardModifier.NoModifier), (Qt.Key.Key_Down, ALT)]
)
def test_a_calendar_opens_at_a_cell_and_its_day_is_taken(
    open_case: OpenCase, qtbot: QtBot, key: Qt.Key, held: Qt.KeyboardModifier
) -> None:
    window = open_case(ANNA)
    go_to(window, FIRST, EXIT)
    qtbot.keyClick(window.stay.stays, key, held)
    field = window.stay.stays.findChild(DayEdit)
    assert field is not None
    sheet = field.findChild(CalendarSheet)
    assert sheet is not None
    assert sheet.isVisible()
    sheet.calendar.setSelectedDate(sheet.calendar.selectedDate().addDays(1))
    sheet.calendar.activated.emit(sheet.calendar.selectedDate())
    assert field.isVisible(), "the cell is still being typed"
    assert field.text() == "09.06.2026"
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.session().traveller.stays[FIRST].exit == day("2026-06-09"))
