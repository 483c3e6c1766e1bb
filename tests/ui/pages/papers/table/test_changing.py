"""A paper is changed in its row, which says what is understood while it is typed."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QComboBox
from pytestqt.qtbot import QtBot

from kzstay.core.case import Case
from kzstay.drawing.colours import LIGHT
from tests.helpers import permit
from tests.ui import pages_of
from tests.ui.pages.papers.conftest import Show
from tests.ui.pages.papers.paper_rows import (
    ANNA,
    APPEALED,
    BARE,
    DAYS,
    ENTRIES,
    FROM,
    KIND,
    PART,
    RULED,
    STATE,
    UNTIL,
    begin,
    cells,
    enter,
    field,
    go_to,
)


def test_the_row_says_what_is_understood_while_it_is_typed(show: Show, qtbot: QtBot) -> None:
    page = pages_of.papers(show())
    at = begin(qtbot, page.permits, 0, UNTIL)
    assert at.text() == "30.01.2027"
    assert cells(page.permits, 0)[STATE] == "Saturday, 30 January 2027"
    at.clear()
    qtbot.keyClicks(at, "31.02.2027")
    assert cells(page.permits, 0)[STATE] == "“31.02.2027” is not a date. Enter it like 15.12.2026."
    state = page.permits.table.papers.index(0, STATE)
    assert state.data(Qt.ItemDataRole.ForegroundRole) == QColor(LIGHT.over)
    qtbot.keyClick(at, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: cells(page.permits, 0)[STATE] == "valid")


def test_tab_keeps_the_echo_with_the_field_it_is_about(show: Show, qtbot: QtBot) -> None:
    page = pages_of.papers(show())
    qtbot.keyClick(begin(qtbot, page.permits, 0, FROM), Qt.Key.Key_Tab)
    assert field().text() == "30.01.2027"
    qtbot.wait(1)
    assert cells(page.permits, 0)[STATE] == "Saturday, 30 January 2027"


@pytest.mark.parametrize(
    ("column", "text", "said"),
    [
        (DAYS, "30", "30 days altogether"),
        (DAYS, "", "Empty: as many days as it is valid"),
        (DAYS, "0", "Type a whole number from 1 to 9999."),
        (ENTRIES, "1", "1 entry"),
        (ENTRIES, "", "Empty: no limit on entries"),
        (ENTRIES, "many", "Type a whole number from 1 to 9999."),
    ],
)
def test_the_row_says_what_a_number_means(show: Show, qtbot: QtBot, column: int, text: str, said: str) -> None:
    page = pages_of.papers(show())
    at = begin(qtbot, page.permits, 0, column)
    at.clear()
    qtbot.keyClicks(at, text)
    assert cells(page.permits, 0)[STATE] == said
    assert bool(at.property("wrong")) is said.startswith("Type")


def test_a_number_is_cleared_where_there_is_no_limit(show: Show, qtbot: QtBot) -> None:
    window = show()
    enter(qtbot, pages_of.papers(window).permits, 0, DAYS, "")
    assert window.session().traveller.permits[0].days is None
    assert cells(pages_of.papers(window).permits, 0)[DAYS] == "no limit"


def test_a_kind_is_chosen_from_a_list(show: Show, qtbot: QtBot) -> None:
    window = show()
    go_to(pages_of.papers(window).permits, 0, KIND)
    qtbot.keyClick(pages_of.papers(window).permits.table, Qt.Key.Key_Return)
    box = QApplication.focusWidget()
    assert isinstance(box, QComboBox)
    assert [box.itemText(row) for row in range(box.count())] == [
        "visa",
        "temporary residence permit",
        "permanent residence permit",
        "labour contract within the EAEU",
    ]
    qtbot.keyClick(box, Qt.Key.Key_Down)
    qtbot.keyClick(box, Qt.Key.Key_Return)
    expected = permit("2026-11-01", "2027-01-30", "rvp")
    qtbot.waitUntil(lambda: window.session().traveller.permits[0] == expected)
    window.commands.undo.trigger()
    assert window.session().traveller == ANNA


@pytest.mark.parametrize("column", [DAYS, STATE])
def test_what_a_paper_has_not_cannot_be_typed(show: Show, qtbot: QtBot, column: int) -> None:
    table = pages_of.papers(show()).permits.table
    go_to_cell = table.papers.index(1, column)
    table.setFocus()
    table.setCurrentIndex(go_to_cell)
    qtbot.keyClick(table, Qt.Key.Key_Return)
    assert QApplication.focusWidget() is table
    assert not table.papers.setData(go_to_cell, "9")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("517(3)", "Part 517(3) of the code"),
        ("", "Write it like 517(3), or leave it empty where the ruling names another one."),
        ("517(9)", "“517(9)” is not a part of an article that kzstay knows. "),
    ],
)
def test_the_row_says_what_a_part_is_understood_as(show: Show, qtbot: QtBot, text: str, said: str) -> None:
    page = pages_of.papers(show())
    at = begin(qtbot, page.rulings, 0, PART)
    qtbot.keyClicks(at, text)
    assert cells(page.rulings, 0)[RULED].startswith(said)
    assert bool(at.property("wrong")) is (text == "517(9)")


def test_a_part_that_does_not_exist_stays_in_its_cell_with_the_reason(show: Show, qtbot: QtBot) -> None:
    window = show()
    page = pages_of.papers(window)
    enter(qtbot, page.rulings, 0, PART, "517(9)")
    assert cells(page.rulings, 0)[PART] == "517(9)"
    assert cells(page.rulings, 0)[RULED].startswith("“517(9)” is not a part")
    assert window.session().traveller == ANNA
    enter(qtbot, page.rulings, 0, PART, "517(3)(2)")
    assert window.session().traveller.rulings[0].part == "517(3)(2)"
    enter(qtbot, page.rulings, 0, PART, "")
    assert window.session().traveller == ANNA


def test_a_complaint_is_entered_and_the_fine_waits(show: Show, qtbot: QtBot) -> None:
    page = pages_of.papers(show())
    enter(qtbot, page.rulings, 0, APPEALED, "20.11.2026")
    assert cells(page.rulings, 0)[RULED] == "suspended by the complaint of 20 Nov 2026"
    enter(qtbot, page.rulings, 0, APPEALED, "14.11.2026")
    assert cells(page.rulings, 0)[RULED] == "This is before the day on which it was served."


def test_a_kind_that_is_chosen_as_its_row_goes_changes_nothing(show: Show, qtbot: QtBot) -> None:
    """A list that is still seen for a moment after its row was taken away belongs to no table any more."""
    window = show()
    table = pages_of.papers(window).permits.table
    go_to(pages_of.papers(window).permits, 0, KIND)
    qtbot.keyClick(table, Qt.Key.Key_Return)
    box = QApplication.focusWidget()
    assert isinstance(box, QComboBox)
    window.session().change_case(Case(travellers=(BARE,)), "taken away")
    box.activated.emit(1)
    assert window.session().traveller == BARE
