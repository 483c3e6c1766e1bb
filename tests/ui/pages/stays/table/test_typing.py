"""What is typed into the table of stays, and what it is understood as."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kzstay.drawing.colours import LIGHT
from kzstay.ui.pages.stays.model import ENTRY, EXIT, NOTE, NOTIFIED, STATUS
from tests.helpers import day, stay, traveller
from tests.ui.conftest import OpenCase
from tests.ui.pages.stays.stay_rows import ANNA, FIRST, PRESENT, begin, colour, editor, enter, go_to, shown


def test_a_date_is_typed_in_its_cell(open_case: OpenCase, qtbot: QtBot) -> None:
    window = open_case(ANNA)
    enter(qtbot, window, PRESENT, EXIT, "30.11.2026")
    assert window.session().traveller.stays[PRESENT].exit == day("2026-11-30")
    assert window.stay.hero.lead.text() == "Leave by Thursday, 10 December 2026"


@pytest.mark.parametrize(
    "text", ["2026-11-30", "30/11/26", "30 nov 2026", "30 November 2026", "30.11", "30112026"]
)
def test_a_date_is_understood_in_many_forms(open_case: OpenCase, qtbot: QtBot, text: str) -> None:
    window = open_case(ANNA)
    enter(qtbot, window, PRESENT, EXIT, text)
    assert window.session().traveller.stays[PRESENT].exit == day("2026-11-30")


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
    qtbot.keyClick(window.stay.stays, key)
    assert editor().text() == "20.05.2026"


def test_typing_begins_to_change_a_cell(open_case: OpenCase, qtbot: QtBot) -> None:
    window = open_case(ANNA)
    go_to(window, FIRST, EXIT)
    qtbot.keyClick(window.stay.stays, Qt.Key.Key_1)
    assert editor().text() == "1"


@pytest.mark.parametrize("column", [STATUS])
def test_what_is_reckoned_cannot_be_typed(open_case: OpenCase, qtbot: QtBot, column: int) -> None:
    window = open_case(ANNA)
    go_to(window, FIRST, column)
    qtbot.keyClick(window.stay.stays, Qt.Key.Key_Return)
    assert QApplication.focusWidget() is window.stay.stays
    assert not window.stay.stays.stays.setData(window.stay.stays.stays.index(FIRST, column), "9")


def test_tab_goes_from_the_entry_to_the_exit_of_a_new_stay(open_case: OpenCase, qtbot: QtBot) -> None:
    window = open_case(traveller("DE"))
    window.controller.add_stay()
    qtbot.keyClicks(editor(), "01.11.2026")
    qtbot.keyClick(editor(), Qt.Key.Key_Tab)
    qtbot.keyClicks(editor(), "10.11.2026")
    qtbot.keyClick(editor(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.session().traveller.stays == (stay("2026-11-01", "2026-11-10"),))


def test_the_exit_of_a_new_stay_goes_with_its_entry_until_it_is_typed(open_case: OpenCase, qtbot: QtBot) -> None:
    window = open_case(traveller("DE"))
    window.controller.add_stay()
    qtbot.keyClicks(editor(), "01.12.2026")
    qtbot.keyClick(editor(), Qt.Key.Key_Tab)
    assert window.session().traveller.stays == (stay("2026-12-01", "2026-12-01"),)
    qtbot.keyClicks(editor(), "10.12.2026")
    qtbot.keyClick(editor(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.session().traveller.stays == (stay("2026-12-01", "2026-12-10"),))
    assert shown(window, 0, STATUS) == "planned · possible"
