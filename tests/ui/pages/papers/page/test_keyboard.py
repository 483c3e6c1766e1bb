"""Getting about the Papers page, by key and by wheel."""

from __future__ import annotations

import msgspec
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui import pages_of
from tests.ui.pages.papers.conftest import Show
from tests.ui.pages.papers.paper_rows import ANNA, FROM, KIND, ON, VISA, go_to


def test_only_the_list_that_is_used_has_a_chosen_row(show: Show) -> None:
    page = pages_of.papers(show())
    go_to(page.permits, 0, FROM)
    go_to(page.moves, 0, ON)
    assert not page.permits.table.selectionModel().hasSelection()
    assert not page.permits.delete.isEnabled()
    assert page.moves.delete.isEnabled()


def test_the_keyboard_comes_into_a_list_at_its_first_row(show: Show) -> None:
    table = pages_of.papers(show()).rulings.table
    table.setFocus(Qt.FocusReason.TabFocusReason)
    assert (table.currentIndex().row(), table.currentIndex().column()) == (0, KIND)


def test_tab_reaches_every_part_of_the_page(show: Show, qtbot: QtBot) -> None:
    window = show()
    pages_of.papers(window).permits.add.setFocus()
    reached: list[str] = []
    while (at := QApplication.focusWidget()) is not None and at.objectName() not in reached:
        reached.append(at.objectName())
        qtbot.keyClick(at, Qt.Key.Key_Tab)
    assert reached[:6] == ["add_permit", "permits", "add_ruling", "rulings", "add_move", "moves"]
    pages_of.papers(window).moves.table.setFocus()
    for name in ("add_move", "delete_move"):
        at = QApplication.focusWidget()
        qtbot.keyClick(at, Qt.Key.Key_Backtab)
        now = QApplication.focusWidget()
        assert now is not None
        assert now.objectName() == name


def test_a_row_is_scrolled_into_sight_when_it_is_chosen(show: Show) -> None:
    window = show(msgspec.structs.replace(ANNA, permits=(VISA,) * 12))
    window.resize(948, 690)
    go_to(pages_of.papers(window).moves, 1, ON)
    QApplication.processEvents()
    table, area = pages_of.papers(window).moves.table, pages_of.papers(window).area
    rect = table.visualRect(table.currentIndex())
    place = table.viewport().mapTo(area.viewport(), rect.center())
    assert area.viewport().rect().contains(place)
