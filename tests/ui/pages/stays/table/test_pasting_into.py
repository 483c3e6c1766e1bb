"""What is pasted into the table: one cell into the cell, a list into the import."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from kzstay.ui.pages.stays.model import DAYS, EXIT, NOTE
from tests.helpers import day
from tests.ui.conftest import OpenCase
from tests.ui.pages.stays.stay_rows import ANNA, FIRST, begin, go_to
from tests.ui.window.importing.open_imports import copy, shown

CONTROL = Qt.KeyboardModifier.ControlModifier
LIST = "entry\texit\n2026-02-01\t2026-02-10\n2026-08-01\t2026-08-09\n"


def test_one_cell_is_pasted_into_the_cell(open_case: OpenCase, qtbot: QtBot) -> None:
    window = open_case(ANNA)
    go_to(window, FIRST, EXIT)
    copy(" 9.6.2026 ")
    qtbot.keyClick(window.stay.stays, Qt.Key.Key_V, CONTROL)
    assert window.session().traveller.stays[FIRST].exit == day("2026-06-09")
    assert window.importing.dialog is None
    go_to(window, FIRST, NOTE)
    copy("by train")
    qtbot.keyClick(window.stay.stays, Qt.Key.Key_V, CONTROL)
    assert window.session().traveller.stays[FIRST].note == "by train"


def test_one_cell_is_pasted_where_somebody_types(open_case: OpenCase, qtbot: QtBot) -> None:
    window = open_case(ANNA)
    field = begin(qtbot, window, FIRST, EXIT)
    field.selectAll()
    copy("9.6.2026")
    qtbot.keyClick(field, Qt.Key.Key_V, CONTROL)
    assert field.text() == "9.6.2026"
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.session().traveller.stays[FIRST].exit == day("2026-06-09"))


def test_a_list_is_imported(open_case: OpenCase, qtbot: QtBot) -> None:
    window = open_case(ANNA)
    go_to(window, FIRST, EXIT)
    copy(LIST)
    qtbot.keyClick(window.stay.stays, Qt.Key.Key_V, CONTROL)
    assert shown(window, qtbot).take_button.text() == "&Add 2 stays"


def test_a_list_is_imported_also_while_somebody_types(open_case: OpenCase, qtbot: QtBot) -> None:
    window = open_case(ANNA)
    field = begin(qtbot, window, FIRST, EXIT)
    copy(LIST)
    qtbot.keyClick(field, Qt.Key.Key_V, CONTROL)
    shown(window, qtbot).take()
    assert len(window.session().traveller.stays) == 5
    assert window.session().traveller.stays[1].exit == ANNA.stays[FIRST].exit
    assert not isinstance(QApplication.focusWidget(), QLineEdit)


def test_what_holds_no_text_clears_no_cell(open_case: OpenCase, qtbot: QtBot) -> None:
    window = open_case(ANNA)
    for text in ("", "  "):
        go_to(window, FIRST, EXIT)
        copy(text)
        qtbot.keyClick(window.stay.stays, Qt.Key.Key_V, CONTROL)
        assert window.session().traveller == ANNA


def test_a_number_is_pasted_into_the_days_and_nothing_else_is(open_case: OpenCase, qtbot: QtBot) -> None:
    window = open_case(ANNA)
    go_to(window, FIRST, DAYS)
    for text in ("soon", "0", "-3"):
        copy(text)
        qtbot.keyClick(window.stay.stays, Qt.Key.Key_V, CONTROL)
        assert window.session().traveller == ANNA
    copy("25")
    qtbot.keyClick(window.stay.stays, Qt.Key.Key_V, CONTROL)
    assert window.session().traveller.stays[FIRST].exit == day("2026-06-13")
