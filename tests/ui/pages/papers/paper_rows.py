"""Somebody with papers of every kind, and how the rows of the Papers page are read and typed."""

from __future__ import annotations

import msgspec
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from kzstay.core.case import Permit, Ruling
from kzstay.ui.pages.papers.section import Section
from tests.helpers import day, move, permit, stay, traveller

VISA = Permit(kind="visa", first=day("2026-11-01"), until=day("2027-01-30"), days=60, entries=2)
RVP = permit("2025-01-10", "2026-01-09", "rvp")
FINE = Ruling(kind="fine", served=day("2026-11-15"))
EXPULSION = Ruling(kind="expulsion", served=day("2019-05-02"), executed=day("2019-05-10"))
BARE = traveller(
    "DE", stay("2026-05-20", "2026-06-08", notified="2026-05-21"), stay("2026-11-11", notified="2026-11-12")
)
ANNA = msgspec.structs.replace(
    BARE,
    stays=(
        msgspec.structs.replace(BARE.stays[0], moves=(move("2026-05-28", "2026-05-29"),)),
        msgspec.structs.replace(BARE.stays[1], moves=(move("2026-11-20"),)),
    ),
    permits=(VISA, RVP),
    rulings=(FINE, EXPULSION),
)
KIND, FROM, UNTIL, DAYS, PERIOD, ENTRIES, STATE = range(7)
SERVED, PART, LEAVE_BY, APPEALED, SETTLED, RULED = range(1, 7)
ON, STAY, NOTIFIED, TOLD = range(4)


def cells(section: Section, row: int) -> list[str]:
    model = section.table.papers
    return [model.index(row, column).data() for column in range(model.columnCount())]


def field() -> QLineEdit:
    found = QApplication.focusWidget()
    assert isinstance(found, QLineEdit)
    return found


def go_to(section: Section, row: int, column: int) -> None:
    section.table.setFocus()
    section.table.setCurrentIndex(section.table.papers.index(row, column))


def begin(qtbot: QtBot, section: Section, row: int, column: int) -> QLineEdit:
    go_to(section, row, column)
    qtbot.keyClick(section.table, Qt.Key.Key_F2)
    return field()


def enter(qtbot: QtBot, section: Section, row: int, column: int, text: str) -> None:
    """Type a text into a cell and press Enter."""
    at = begin(qtbot, section, row, column)
    at.selectAll()
    qtbot.keyClick(at, Qt.Key.Key_Delete)
    qtbot.keyClicks(at, text)
    qtbot.keyClick(at, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not isinstance(QApplication.focusWidget(), QLineEdit))


def choose(section: Section, kind: str) -> None:
    """Add a row of a kind, as the menu of the button does."""
    next(action for action in section.kinds.actions() if action.data() == kind).trigger()
