"""A row of the Papers page is deleted, and had back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox
from pytestqt.qtbot import QtBot

from kzstay.ui.pages.papers.section import Section
from tests.ui import pages_of
from tests.ui.pages.papers.conftest import Show
from tests.ui.pages.papers.paper_rows import ANNA, BARE, DAYS, FROM, KIND, VISA, begin, cells, choose, field, go_to


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("permits", "Permit deleted."),
        ("rulings", "Ruling deleted."),
        ("moves", "Change of address deleted."),
    ],
)
def test_the_delete_key_deletes_the_row_and_no_stay(show: Show, qtbot: QtBot, name: str, told: str) -> None:
    window = show()
    window.session().select(0)
    section: Section = getattr(pages_of.papers(window), name)
    go_to(section, 0, 1)
    qtbot.keyClick(section.table, Qt.Key.Key_Delete)
    assert section.table.papers.rowCount() == 1
    assert len(window.session().traveller.stays) == len(ANNA.stays)
    assert window.info.text.text() == told
    qtbot.mouseClick(window.info.button, Qt.MouseButton.LeftButton)
    assert window.session().traveller == ANNA
    assert not window.info.isVisible()


def test_the_button_deletes_the_chosen_row(show: Show, qtbot: QtBot) -> None:
    window = show()
    section = pages_of.papers(window).permits
    assert not section.delete.isEnabled()
    go_to(section, 1, KIND)
    assert section.delete.isEnabled()
    qtbot.mouseClick(section.delete, Qt.MouseButton.LeftButton)
    assert window.session().traveller.permits == (VISA,)
    assert section.table.currentIndex().row() == 0, "the keyboard goes on from where it was"


def test_a_row_to_be_is_deleted_and_had_back(show: Show, qtbot: QtBot) -> None:
    window = show(BARE)
    section = pages_of.papers(window).permits
    choose(section, "visa")
    qtbot.keyClicks(field(), "1.11.2026")
    section.delete_row(0)
    assert not section.table.isVisible()
    assert window.info.text.text() == "Permit deleted."
    qtbot.mouseClick(window.info.button, Qt.MouseButton.LeftButton)
    assert cells(section, 0)[FROM] == "1 Nov 2026"


def test_the_delete_key_while_typing_or_choosing_takes_no_row(show: Show, qtbot: QtBot) -> None:
    window = show()
    at = begin(qtbot, pages_of.papers(window).permits, 0, DAYS)
    qtbot.keyClick(at, Qt.Key.Key_Home)
    qtbot.keyClick(at, Qt.Key.Key_Delete)
    assert at.text() == "0"
    qtbot.keyClick(at, Qt.Key.Key_Escape)
    go_to(pages_of.papers(window).permits, 0, KIND)
    qtbot.keyClick(pages_of.papers(window).permits.table, Qt.Key.Key_F2)
    box = QApplication.focusWidget()
    assert isinstance(box, QComboBox)
    qtbot.keyClick(box, Qt.Key.Key_Delete)
    assert window.session().traveller == ANNA
