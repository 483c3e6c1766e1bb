"""The chosen row of the table of stays, the same as on the timeline, and how it is deleted."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt
from pytestqt.qtbot import QtBot

from kzstay.ui.pages.stays.model import DAYS, ENTRY, EXIT, NOTE, NOTIFIED, STATUS
from tests.helpers import stay, traveller
from tests.ui.conftest import OpenCase
from tests.ui.pages.stays.stay_rows import ANNA, FIRST, PRESENT, SECOND, begin, go_to


def test_a_row_is_deleted_by_key_and_had_back_from_the_bar(open_case: OpenCase, qtbot: QtBot) -> None:
    window = open_case(ANNA)
    go_to(window, SECOND, ENTRY)
    qtbot.keyClick(window.stay.stays, Qt.Key.Key_Delete)
    assert window.session().traveller.stays == (ANNA.stays[FIRST], ANNA.stays[PRESENT])
    assert window.info.text.text() == "Stay deleted: 20 Sep 2026 – 4 Oct 2026"
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
    window.stay.timeline.setFocus()
    qtbot.keyClick(window.stay.timeline, Qt.Key.Key_Right)
    assert window.session().selection == PRESENT
    rows = window.stay.stays.selectionModel().selectedRows()
    assert [index.row() for index in rows] == [window.stay.stays.currentIndex().row()] == [PRESENT]


def test_nothing_selected_in_the_session_is_nothing_selected_in_the_table(open_case: OpenCase) -> None:
    window = open_case(ANNA)
    go_to(window, SECOND, ENTRY)
    window.session().select(-1)
    assert not window.stay.stays.selectionModel().hasSelection()
    assert not window.stay.stays.currentIndex().isValid()


def test_the_keyboard_comes_into_the_table_at_the_present_stay(open_case: OpenCase) -> None:
    window = open_case(ANNA)
    window.stay.tabs.setFocus()
    window.stay.stays.setFocus(Qt.FocusReason.TabFocusReason)
    assert window.session().selection == PRESENT
    assert [index.row() for index in window.stay.stays.selectionModel().selectedRows()] == [PRESENT]


def test_a_case_with_many_stays_opens_at_the_present_one(open_case: OpenCase) -> None:
    old = [
        stay(f"{year}-{month:02}-01", f"{year}-{month:02}-05")
        for year in (2023, 2024, 2025)
        for month in (2, 5, 8)
    ]
    window = open_case(traveller("DE", *old, stay("2026-11-11")))
    table = window.stay.stays
    seen = table.visualRect(table.stays.index(len(old), ENTRY))
    assert table.viewport().rect().contains(seen)


def test_selection_by_mouse_takes_the_whole_row(open_case: OpenCase) -> None:
    window = open_case(ANNA)
    model = window.stay.stays.selectionModel()
    model.setCurrentIndex(
        window.stay.stays.stays.index(FIRST, EXIT),
        QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows,
    )
    assert len(model.selectedIndexes()) >= len((ENTRY, EXIT, DAYS, STATUS, NOTIFIED, NOTE))
    assert window.session().selection == FIRST
    assert window.stay.stays.stays.rowCount(QModelIndex()) == len(ANNA.stays)
