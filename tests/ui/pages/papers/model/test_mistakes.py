"""A mistake stays where it was typed, with the reason in its row."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from kzstay.core import editing
from kzstay.drawing.colours import DARK, LIGHT
from kzstay.ui.pages.papers.section import Section
from tests.helpers import move, stay
from tests.ui import pages_of
from tests.ui.pages.papers.conftest import Show
from tests.ui.pages.papers.paper_rows import (
    ANNA,
    FROM,
    ON,
    SETTLED,
    STATE,
    TOLD,
    UNTIL,
    begin,
    cells,
    enter,
    field,
)


@pytest.mark.parametrize(
    ("name", "column", "text", "reason"),
    [
        ("permits", UNTIL, "31.10.2026", "It ends before it begins."),
        ("permits", UNTIL, "soon", "“soon” is not a date. Enter it like 15.12.2026."),
        ("permits", FROM, "", "Enter a day here, it cannot be left out."),
        ("rulings", SETTLED, "14.11.2026", "This is before the day on which it was served."),
        ("moves", ON, "01.07.2026", "There is no stay on 1 Jul 2026."),
    ],
)
def test_a_mistake_stays_where_it_was_typed_with_the_reason_in_its_row(
    show: Show, qtbot: QtBot, name: str, column: int, text: str, reason: str
) -> None:
    window = show()
    section: Section = getattr(pages_of.papers(window), name)
    enter(qtbot, section, 0, column, text)
    index = section.table.papers.index(0, column)
    qtbot.waitUntil(lambda: cells(section, 0)[-1] == reason)
    assert index.data() == text
    assert index.data(Qt.ItemDataRole.ForegroundRole) == QColor(LIGHT.over)
    assert window.session().traveller == ANNA
    assert not window.session().undo_stack.canUndo()
    assert begin(qtbot, section, 0, column).text() == text


def test_a_move_is_taken_over_with_the_stay_that_it_waits_for(show: Show, qtbot: QtBot) -> None:
    window = show()
    section, session = pages_of.papers(window).moves, window.session()
    section.begin()
    qtbot.keyClicks(field(), "1.8.2026")
    qtbot.keyClick(field(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: cells(section, 2)[TOLD] == "There is no stay on 1 Aug 2026.")
    session.change(editing.inserted(session.traveller, stay("2026-07-25", "2026-08-10")), "add-stay")
    assert session.traveller.stays[1].moves == (move("2026-08-01"),)
    assert cells(section, 1)[ON] == "1 Aug 2026"
    session.undo_stack.undo()
    assert cells(section, 2)[TOLD] == "There is no stay on 1 Aug 2026.", "it waits again"
    assert session.traveller == ANNA


def test_a_mistake_is_told_in_the_colours_of_the_window(show: Show, qtbot: QtBot) -> None:
    window = show()
    enter(qtbot, pages_of.papers(window).permits, 0, UNTIL, "soon")
    window.preferences.set_appearance("dark")
    index = pages_of.papers(window).permits.table.papers.index(0, UNTIL)
    assert index.data(Qt.ItemDataRole.ForegroundRole) == QColor(DARK.over)
    window.preferences.set_appearance("light")


def test_a_mistake_is_told_in_the_new_language(show: Show, qtbot: QtBot) -> None:
    window = show()
    enter(qtbot, pages_of.papers(window).permits, 0, UNTIL, "soon")
    window.preferences.set_language("ru")
    assert cells(pages_of.papers(window).permits, 0)[STATE] == (
        "«soon» не похоже на дату. Введите, например, 15.12.2026."
    )
