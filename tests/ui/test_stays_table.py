"""The table of stays: typed dates, what they are understood as, and everything by keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from kzstay.core.case import Stay, Traveller
from kzstay.ui.main_window import DUTIES, LAW, PLAN, STAYS, WHY, MainWindow
from kzstay.ui.stays_table import DAYS, ENTRY, EXIT, NOTE, NOTIFIED, REGISTERED, STATUS
from kzstay.ui.theme import LIGHT
from kzstay.ui.timeline import gestures
from tests.helpers import day, stay, traveller
from tests.ui.conftest import OpenCase

ANNA = traveller("DE", stay("2026-05-20", "2026-06-08"), stay("2026-09-20", "2026-10-04"), stay("2026-11-11"))
FIRST, SECOND, PRESENT = 0, 1, 2


def shown(window: MainWindow, row: int, column: int) -> str:
    return window.stays.stays.index(row, column).data()


def colour(window: MainWindow, row: int, column: int) -> QColor | None:
    return window.stays.stays.index(row, column).data(Qt.ItemDataRole.ForegroundRole)


def go_to(window: MainWindow, row: int, column: int) -> None:
    window.stays.setFocus()
    window.stays.setCurrentIndex(window.stays.stays.index(row, column))


def editor() -> QLineEdit:
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    return field


def begin(qtbot: QtBot, window: MainWindow, row: int, column: int) -> QLineEdit:
    """Begin to change a cell, as F2 does."""
    go_to(window, row, column)
    qtbot.keyClick(window.stays, Qt.Key.Key_F2)
    return editor()


def enter(qtbot: QtBot, window: MainWindow, row: int, column: int, text: str) -> None:
    """Type a text into a cell and press Enter."""
    field = begin(qtbot, window, row, column)
    field.selectAll()
    qtbot.keyClick(field, Qt.Key.Key_Delete)
    qtbot.keyClicks(field, text)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not isinstance(QApplication.focusWidget(), QLineEdit))


def test_the_table_keeps_to_the_rules_of_models(open_case: OpenCase) -> None:
    window = open_case(ANNA)
    session = window.session()
    tester = QAbstractItemModelTester(
        window.stays.stays, QAbstractItemModelTester.FailureReportingMode.Warning, window
    )
    session.editing.type_day(FIRST, "exit", "soon")
    session.editing.type_text(FIRST, "note", "by train")
    session.change(gestures.inserted(session.traveller, stay("2026-07-01", "2026-07-05")), "Add stay")
    session.change(gestures.removed(session.traveller, FIRST), "Delete stay")
    session.undo_stack.undo()
    session.new()
    assert tester.model() is window.stays.stays


def test_a_row_says_the_days_and_how_the_stay_stands(open_case: OpenCase) -> None:
    window = open_case(ANNA)
    columns = (ENTRY, EXIT, DAYS, STATUS)
    assert [shown(window, FIRST, column) for column in columns] == [
        "20 May 2026",
        "8 Jun 2026",
        "20",
        "within limits",
    ]
    assert [shown(window, PRESENT, column) for column in columns] == [
        "11 Nov 2026",
        "still here",
        "12",
        "leave by 10 Dec 2026",
    ]


@pytest.mark.parametrize(
    ("stays", "status"),
    [
        ([stay("2026-10-01")], "23 days over"),
        ([stay("2027-01-08", "2027-01-24")], "planned · possible"),
        ([stay("2027-01-08", "2027-02-08")], "planned · 2 days too long"),
        ([stay("2026-11-01", "2026-12-04")], "leave by 30 Nov 2026, not on the planned day"),
    ],
)
def test_the_status_tells_what_is_wrong_with_a_stay(open_case: OpenCase, stays: list[Stay], status: str) -> None:
    assert shown(open_case(traveller("DE", *stays)), 0, STATUS) == status


def test_who_needs_a_visa_reads_so_in_the_row(open_case: OpenCase) -> None:
    assert shown(open_case(traveller("AF", stay("2026-11-10"))), 0, STATUS) == "no visa-free term known"


# Typing


def test_a_date_is_typed_in_its_cell(open_case: OpenCase, qtbot: QtBot) -> None:
    window = open_case(ANNA)
    enter(qtbot, window, PRESENT, EXIT, "30.11.2026")
    assert window.session().traveller.stays[PRESENT].exit == day("2026-11-30")
    assert window.hero.lead.text() == "Leave by Thursday, 10 December 2026"


@pytest.mark.parametrize(
    "text", ["2026-11-30", "30/11/26", "30 nov 2026", "30 November 2026", "30.11", "30112026"]
)
def test_a_date_is_understood_in_many_forms(open_case: OpenCase, qtbot: QtBot, text: str) -> None:
    window = open_case(ANNA)
    enter(qtbot, window, PRESENT, EXIT, text)
    assert window.session().traveller.stays[PRESENT].exit == day("2026-11-30")


def test_the_echo_says_in_words_what_is_being_typed(open_case: OpenCase, qtbot: QtBot) -> None:
    window = open_case(ANNA)
    field = begin(qtbot, window, FIRST, EXIT)
    assert field.text() == "08.06.2026"
    assert window.echo.text() == "Monday, 8 June 2026"
    field.clear()
    assert window.echo.text() == "Empty: still in Kazakhstan, or no end planned"
    qtbot.keyClicks(field, "9.6.2026")
    assert window.echo.text() == "Tuesday, 9 June 2026"
    assert window.echo.property("role") == "muted"
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: window.echo.text() == "")
    assert window.session().traveller == ANNA


def test_what_is_no_date_is_said_at_once_and_the_field_turns_red(open_case: OpenCase, qtbot: QtBot) -> None:
    window = open_case(ANNA)
    field = begin(qtbot, window, FIRST, EXIT)
    field.clear()
    qtbot.keyClicks(field, "31.06.2026")
    assert window.echo.text() == "“31.06.2026” is not a date. Enter it like 15.12.2026."
    assert window.echo.property("role") == "error"
    assert field.property("wrong") is True
    qtbot.keyClick(field, Qt.Key.Key_Backspace)


def test_a_wrong_date_stays_where_it_was_typed_with_the_reason_in_its_row(
    open_case: OpenCase, qtbot: QtBot
) -> None:
    window = open_case(ANNA)
    enter(qtbot, window, FIRST, EXIT, "31.06.2026")
    assert shown(window, FIRST, EXIT) == "31.06.2026"
    assert shown(window, FIRST, STATUS) == "“31.06.2026” is not a date. Enter it like 15.12.2026."
    assert colour(window, FIRST, EXIT) == colour(window, FIRST, STATUS) == QColor(LIGHT.over)
    assert window.session().traveller == ANNA
    assert begin(qtbot, window, FIRST, EXIT).text() == "31.06.2026"


def test_a_wrong_date_typed_over_is_gone(open_case: OpenCase, qtbot: QtBot) -> None:
    window = open_case(ANNA)
    enter(qtbot, window, FIRST, EXIT, "31.06.2026")
    enter(qtbot, window, FIRST, EXIT, "08.06.2026")
    assert shown(window, FIRST, EXIT) == "8 Jun 2026"
    assert shown(window, FIRST, STATUS) == "within limits"
    assert not window.session().undo_stack.canUndo()


def test_an_exit_cleared_means_still_here(open_case: OpenCase, qtbot: QtBot) -> None:
    window = open_case(traveller("DE", stay("2026-11-11", "2026-11-20")))
    enter(qtbot, window, 0, EXIT, "")
    assert window.session().traveller.stays[0].exit is None
    assert shown(window, 0, EXIT) == "still here"


def test_an_exit_cleared_of_a_planned_stay_means_no_end_yet(open_case: OpenCase, qtbot: QtBot) -> None:
    window = open_case(traveller("DE", stay("2027-01-08", "2027-01-24")))
    enter(qtbot, window, 0, EXIT, "")
    assert shown(window, 0, EXIT) == "no end yet"


def test_a_note_is_typed_in_its_cell(open_case: OpenCase, qtbot: QtBot) -> None:
    window = open_case(ANNA)
    enter(qtbot, window, FIRST, NOTE, "by train")
    assert window.session().traveller.stays[FIRST].note == "by train"
    assert shown(window, FIRST, NOTE) == "by train"


def test_a_notice_and_its_undo(open_case: OpenCase, qtbot: QtBot) -> None:
    window = open_case(ANNA)
    enter(qtbot, window, PRESENT, NOTIFIED, "13.11.2026")
    assert window.session().traveller.stays[PRESENT].notified == day("2026-11-13")
    window.commands.undo.trigger()
    assert window.session().traveller == ANNA


@pytest.mark.parametrize("key", [Qt.Key.Key_F2, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_keys_that_begin_to_change_a_cell(open_case: OpenCase, qtbot: QtBot, key: Qt.Key) -> None:
    window = open_case(ANNA)
    go_to(window, FIRST, ENTRY)
    qtbot.keyClick(window.stays, key)
    assert editor().text() == "20.05.2026"


def test_typing_begins_to_change_a_cell(open_case: OpenCase, qtbot: QtBot) -> None:
    window = open_case(ANNA)
    go_to(window, FIRST, EXIT)
    qtbot.keyClick(window.stays, Qt.Key.Key_1)
    assert editor().text() == "1"


@pytest.mark.parametrize("column", [DAYS, STATUS])
def test_what_is_reckoned_cannot_be_typed(open_case: OpenCase, qtbot: QtBot, column: int) -> None:
    window = open_case(ANNA)
    go_to(window, FIRST, column)
    qtbot.keyClick(window.stays, Qt.Key.Key_Return)
    assert QApplication.focusWidget() is window.stays
    assert not window.stays.stays.setData(window.stays.stays.index(FIRST, column), "9")


def test_tab_goes_from_the_entry_to_the_exit_of_a_new_stay(open_case: OpenCase, qtbot: QtBot) -> None:
    window = open_case(traveller("DE"))
    window.add_stay()
    qtbot.keyClicks(editor(), "01.11.2026")
    qtbot.keyClick(editor(), Qt.Key.Key_Tab)
    qtbot.keyClicks(editor(), "10.11.2026")
    qtbot.keyClick(editor(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.session().traveller.stays == (stay("2026-11-01", "2026-11-10"),))


def test_a_new_stay_after_today_waits_for_its_exit(open_case: OpenCase, qtbot: QtBot) -> None:
    window = open_case(traveller("DE"))
    window.add_stay()
    qtbot.keyClicks(editor(), "01.12.2026")
    qtbot.keyClick(editor(), Qt.Key.Key_Tab)
    assert shown(window, 0, STATUS) == "The exit is before the entry."
    qtbot.keyClicks(editor(), "10.12.2026")
    qtbot.keyClick(editor(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.session().traveller.stays == (stay("2026-12-01", "2026-12-10"),))
    assert shown(window, 0, STATUS) == "planned · possible"


# Selection


def test_a_row_is_deleted_by_key_and_had_back_from_the_bar(open_case: OpenCase, qtbot: QtBot) -> None:
    window = open_case(ANNA)
    go_to(window, SECOND, ENTRY)
    qtbot.keyClick(window.stays, Qt.Key.Key_Delete)
    assert window.session().traveller.stays == (ANNA.stays[FIRST], ANNA.stays[PRESENT])
    assert window.info.text.text() == "Stay deleted."
    qtbot.mouseClick(window.info.button, Qt.MouseButton.LeftButton)
    assert window.session().traveller == ANNA
    assert not window.info.isVisible()


def test_the_delete_key_while_typing_takes_a_letter_and_no_stay(open_case: OpenCase, qtbot: QtBot) -> None:
    window = open_case(ANNA)
    field = begin(qtbot, window, FIRST, NOTE)
    qtbot.keyClicks(field, "xy")
    qtbot.keyClick(field, Qt.Key.Key_Home)
    qtbot.keyClick(field, Qt.Key.Key_Delete)
    assert field.text() == "y"
    assert window.session().traveller == ANNA


def test_table_and_timeline_share_one_selection(open_case: OpenCase, qtbot: QtBot) -> None:
    window = open_case(ANNA)
    go_to(window, SECOND, ENTRY)
    assert window.session().selection == SECOND
    window.timeline.setFocus()
    qtbot.keyClick(window.timeline, Qt.Key.Key_Right)
    assert window.session().selection == PRESENT
    rows = window.stays.selectionModel().selectedRows()
    assert [index.row() for index in rows] == [window.stays.currentIndex().row()] == [PRESENT]


def test_nothing_selected_in_the_session_is_nothing_selected_in_the_table(open_case: OpenCase) -> None:
    window = open_case(ANNA)
    go_to(window, SECOND, ENTRY)
    window.session().select(-1)
    assert not window.stays.selectionModel().hasSelection()
    assert not window.stays.currentIndex().isValid()


def test_the_keyboard_comes_into_the_table_at_the_present_stay(open_case: OpenCase) -> None:
    window = open_case(ANNA)
    window.tabs.setFocus()
    window.stays.setFocus(Qt.FocusReason.TabFocusReason)
    assert window.session().selection == PRESENT
    assert [index.row() for index in window.stays.selectionModel().selectedRows()] == [PRESENT]


def test_a_case_with_many_stays_opens_at_the_present_one(open_case: OpenCase) -> None:
    old = [
        stay(f"{year}-{month:02}-01", f"{year}-{month:02}-05")
        for year in (2023, 2024, 2025)
        for month in (2, 5, 8)
    ]
    window = open_case(traveller("DE", *old, stay("2026-11-11")))
    table = window.stays
    seen = table.visualRect(table.stays.index(len(old), ENTRY))
    assert table.viewport().rect().contains(seen)


# Columns


@pytest.mark.parametrize(
    ("person", "wanted"),
    [
        (ANNA, False),
        (traveller("KG", stay("2026-07-10")), True),
        (traveller("KG", stay("2026-02-01", "2026-04-01")), False),
        (traveller("DE", stay("2026-07-10", "2026-07-20", registered="2026-07-12")), True),
        (traveller("DE"), False),
    ],
    ids=["30 days an entry", "90 days an entry", "before the duty began", "recorded all the same", "no stay"],
)
def test_registration_has_a_column_only_where_it_applies(
    open_case: OpenCase, person: Traveller, wanted: bool
) -> None:
    assert open_case(person).stays.isColumnHidden(REGISTERED) is not wanted


def test_headers_speak_the_language_of_the_window(open_case: OpenCase) -> None:
    window = open_case(ANNA)
    model = window.stays.stays

    def headers() -> list[str]:
        return [
            model.headerData(column, Qt.Orientation.Horizontal, Qt.ItemDataRole.DisplayRole) for column in range(7)
        ]

    english = headers()
    window.speak("kk")
    kazakh = headers()
    assert not set(english) & set(kazakh)


# Reaching everything


def reached_by_tab(qtbot: QtBot) -> set[str]:
    """Press Tab until it is back where it began."""
    names: list[str] = []
    while True:
        at = QApplication.focusWidget()
        assert at is not None
        if at.objectName() in names[:1]:
            return set(names)
        assert names.count(at.objectName()) < 2, f"Tab does not leave {at.objectName()}"
        names.append(at.objectName())
        qtbot.keyClick(at, Qt.Key.Key_Tab)


ALWAYS = {
    "timeline",
    "minimap",
    "traveller_name",
    "traveller_citizenship",
    "traveller_passport",
    "traveller_born",
    "traveller_host",
    "traveller_done",
    "traveller_details",
    "traveller_switch",
    "traveller_add",
    "reckoning_day",
    "export_report",
    "qt_tabwidget_tabbar",
}


@pytest.mark.parametrize(
    ("page", "parts"),
    [
        (STAYS, {"stays", "add_stay_button"}),
        (DUTIES, {"duties_table", "record_done"}),
        (PLAN, {"edit_plan_entry", "plan_add"}),
        (WHY, {"why"}),
        (LAW, {"law"}),
    ],
    ids=["stays", "duties", "plan", "why", "law"],
)
def test_tab_reaches_every_part_of_the_window(
    open_case: OpenCase, qtbot: QtBot, page: int, parts: set[str]
) -> None:
    window = open_case(ANNA, ANNA)
    window.form.begin()
    window.tabs.setCurrentIndex(page)
    window.timeline.setFocus()
    assert reached_by_tab(qtbot) >= ALWAYS | parts


def test_selection_by_mouse_takes_the_whole_row(open_case: OpenCase) -> None:
    window = open_case(ANNA)
    model = window.stays.selectionModel()
    model.setCurrentIndex(
        window.stays.stays.index(FIRST, EXIT),
        QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows,
    )
    assert len(model.selectedIndexes()) >= len((ENTRY, EXIT, DAYS, STATUS, NOTIFIED, NOTE))
    assert window.session().selection == FIRST
    assert window.stays.stays.rowCount(QModelIndex()) == len(ANNA.stays)
