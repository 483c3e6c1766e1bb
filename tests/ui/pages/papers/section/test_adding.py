"""A paper is added on the Papers page: its kind is chosen, and its days are typed."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from kzstay.core.case import Move, Ruling
from tests.helpers import day
from tests.ui import pages_of
from tests.ui.pages.papers.conftest import Show
from tests.ui.pages.papers.paper_rows import (
    ANNA,
    BARE,
    DAYS,
    FROM,
    NOTIFIED,
    PERIOD,
    RULED,
    STATE,
    VISA,
    begin,
    cells,
    choose,
    enter,
    field,
)


def test_a_permit_is_added_by_choosing_its_kind_and_typing_its_days(show: Show, qtbot: QtBot) -> None:
    window = show(BARE)
    choose(pages_of.papers(window).permits, "visa")
    assert cells(pages_of.papers(window).permits, 0)[STATE] == "Type a date, such as 22.11.2026"
    for text in ("1.11.2026", "30.1.2027", "60", ""):
        qtbot.keyClicks(field(), text)
        qtbot.keyClick(field(), Qt.Key.Key_Tab)
    qtbot.keyClicks(field(), "2")
    qtbot.keyClick(field(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.session().traveller.permits == (VISA,))
    assert window.commands.undo.text() == "Undo: Change permit"
    for _ in range(3):
        window.commands.undo.trigger()
    assert window.session().traveller == BARE
    assert not pages_of.papers(window).permits.table.isVisible()


def test_days_in_each_period_are_kept_until_they_can_be(show: Show, qtbot: QtBot) -> None:
    window = show(BARE)
    permits = pages_of.papers(window).permits
    choose(permits, "visa")
    for text in ("1.1.2026", "31.12.2026"):
        qtbot.keyClicks(field(), text)
        qtbot.keyClick(field(), Qt.Key.Key_Tab)
    qtbot.keyClick(field(), Qt.Key.Key_Escape)
    enter(qtbot, permits, 0, PERIOD, "180")
    assert cells(permits, 0)[PERIOD] == "180"
    assert cells(permits, 0)[STATE] == "The period goes with a number of days and is at least as long."
    assert window.session().traveller.permits[0].period is None
    enter(qtbot, permits, 0, DAYS, "60")
    (held,) = window.session().traveller.permits
    assert (held.days, held.period) == (60, 180)
    enter(qtbot, permits, 0, PERIOD, "59")
    assert cells(permits, 0)[STATE] == "The period goes with a number of days and is at least as long."
    assert window.session().traveller.permits[0].period == 180
    window.commands.undo.trigger()
    assert window.session().traveller.permits[0].days is None


def test_a_permit_without_its_days_says_what_is_wanted(show: Show, qtbot: QtBot) -> None:
    window = show(BARE)
    choose(pages_of.papers(window).permits, "residence")
    qtbot.keyClick(field(), Qt.Key.Key_Escape)
    qtbot.waitUntil(
        lambda: (
            cells(pages_of.papers(window).permits, 0)[STATE]
            == "Enter the first and the last day on which it is valid."
        )
    )
    enter(qtbot, pages_of.papers(window).permits, 0, FROM, "1.11.2026")
    assert cells(pages_of.papers(window).permits, 0)[FROM] == "1 Nov 2026"
    assert cells(pages_of.papers(window).permits, 0)[STATE] == "Enter the day until which it is valid."
    assert not window.session().undo_stack.canUndo()


def test_a_ruling_is_added(show: Show, qtbot: QtBot) -> None:
    window = show(BARE)
    choose(pages_of.papers(window).rulings, "expulsion")
    qtbot.keyClicks(field(), "15.11.2026")
    qtbot.keyClick(field(), Qt.Key.Key_Tab)
    assert window.commands.undo.text() == "Undo: Add ruling"
    qtbot.keyClicks(field(), "art. 517, part 5")
    qtbot.keyClick(field(), Qt.Key.Key_Tab)
    qtbot.keyClicks(field(), "30.11.2026")
    qtbot.keyClick(field(), Qt.Key.Key_Return)
    expected = Ruling(kind="expulsion", served=day("2026-11-15"), part="517(5)", leave_by=day("2026-11-30"))
    qtbot.waitUntil(lambda: window.session().traveller.rulings == (expected,))
    qtbot.waitUntil(lambda: cells(pages_of.papers(window).rulings, 0)[RULED] == "leave by 30 Nov 2026")


def test_a_move_is_added_in_its_place_and_tab_goes_on_in_its_row(show: Show, qtbot: QtBot) -> None:
    window = show()
    qtbot.mouseClick(pages_of.papers(window).moves.add, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(field(), "30.05.2026")
    qtbot.keyClick(field(), Qt.Key.Key_Tab)
    # The stay is worked out, so Tab goes past it to what is typed next
    table = pages_of.papers(window).moves.table
    assert (table.currentIndex().row(), table.currentIndex().column()) == (1, NOTIFIED)
    qtbot.keyClicks(field(), "31.05.2026")
    qtbot.keyClick(field(), Qt.Key.Key_Return)
    expected = Move(on=day("2026-05-30"), notified=day("2026-05-31"))
    qtbot.waitUntil(lambda: window.session().traveller.stays[0].moves[1] == expected)
    assert window.session().traveller.stays[1] == ANNA.stays[1]


def test_what_is_being_typed_is_taken_over_before_a_row_is_added(show: Show, qtbot: QtBot) -> None:
    window = show()
    at = begin(qtbot, pages_of.papers(window).permits, 0, DAYS)
    at.selectAll()
    qtbot.keyClicks(at, "30")
    choose(pages_of.papers(window).permits, "visa")
    assert window.session().traveller.permits[0].days == 30
    assert pages_of.papers(window).permits.table.papers.rowCount() == 3
