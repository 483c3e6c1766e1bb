"""The menu over a paper: the same by mouse and by the key of menus, and all of it undone."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from kzstay.ui.widgets.calendar import CalendarSheet
from tests.helpers import day
from tests.ui import pages_of
from tests.ui.pages.papers.conftest import Show
from tests.ui.pages.papers.paper_rows import ANNA, BARE, STATE, UNTIL, enter, field, go_to


def texts(menu: QMenu) -> list[str]:
    return [action.text() for action in menu.actions() if action.text()]


def do(menu: QMenu, text: str) -> None:
    next(action for action in menu.actions() if action.text() == text).trigger()


def test_a_cell_is_changed_and_a_row_copied_and_deleted(show: Show) -> None:
    window = show(ANNA)
    permits = pages_of.papers(window).permits
    go_to(permits, 0, UNTIL)
    assert texts(permits.menu()) == ["Change the cell", "Copy the row", "Delete permit"]
    do(permits.menu(), "Change the cell")
    assert field().text() == "30.01.2027"
    field().clearFocus()
    do(permits.menu(), "Copy the row")
    assert QGuiApplication.clipboard().text().splitlines()[1].startswith("visa\t1 Nov 2026\t30 Jan 2027")
    do(permits.menu(), "Delete permit")
    assert window.session().traveller.permits == ANNA.permits[1:]
    window.info.button.click()
    assert window.session().traveller == ANNA


def test_of_a_ruling_a_complaint_is_drafted(show: Show) -> None:
    rulings = pages_of.papers(show(ANNA)).rulings
    go_to(rulings, 0, 1)
    menu = rulings.menu()
    (drafts,) = [below for action in menu.actions() if isinstance(below := action.menu(), QMenu)]
    assert drafts.title() == "Draft a complaint"
    assert drafts.actions() == rulings.languages.actions()


def test_what_cannot_be_typed_is_not_offered_for_change(show: Show) -> None:
    permits = pages_of.papers(show(ANNA)).permits
    go_to(permits, 0, STATE)
    assert not permits.menu().actions()[0].isEnabled()


def test_it_opens_where_it_is_asked_for(show: Show) -> None:
    permits = pages_of.papers(show(ANNA)).permits
    go_to(permits, 0, UNTIL)
    permits.table.customContextMenuRequested.emit(QPoint(5, 5))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    menu.close()


def test_the_end_of_a_permit_may_be_typed_as_days_from_its_first(show: Show, qtbot: QtBot) -> None:
    window = show(ANNA)
    permits = pages_of.papers(window).permits
    enter(qtbot, permits, 0, UNTIL, "60 days")
    qtbot.waitUntil(lambda: window.session().traveller.permits[0].until == day("2026-12-30"))


def test_a_calendar_opens_at_its_days(show: Show, qtbot: QtBot) -> None:
    window = show(BARE)
    moves = pages_of.papers(window).moves
    moves.begin()
    edit = field()
    qtbot.keyClick(edit, Qt.Key.Key_F4)
    (sheet,) = edit.findChildren(CalendarSheet)
    sheet.calendar.activated.emit(sheet.calendar.selectedDate())
    assert edit.text() == "22.11.2026"
