"""Imports: begun in the window as a person does, and answered."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from kzstay.ui.window.importing.cards import Card
from kzstay.ui.window.importing.dialog import ImportDialog
from kzstay.ui.window.importing.model import STATE
from kzstay.ui.window.main_window import MainWindow
from tests.helpers import stay, traveller

ANNA = traveller("DE", stay("2026-03-01", "2026-03-10"), stay("2026-05-20", "2026-06-08"), stay("2026-11-11"))
BORIS = traveller("GB", stay("2026-11-01", "2026-11-05"), name="Boris Brown")
# Two that come in, one that is there, one over another that is there, and one that is no day
TABLE = """name;citizenship;entry;exit;note
Anna Schmidt;DE;2026-02-01;2026-02-10;first
Anna Schmidt;DE;2026-05-20;2026-06-08;
Anna Schmidt;DE;2026-03-05;2026-03-20;
Anna Schmidt;DE;32.13.2026;2026-08-09;
Anna Schmidt;DE;2026-08-01;2026-08-09;
"""
UNNAMED = "entry,exit\n2026-02-01,2026-02-10\n2026-08-01,2026-08-09\n"
OPEN_ORDER = "entry,exit\n03/04/2026,05/04/2026\n"
SEVERAL = """name,citizenship,entry,exit
Clara Maier,AT,2026-02-01,2026-02-10
Boris Brown,GB,2026-08-01,2026-08-09
"""


def written(folder: Path, text: str, name: str = "list.csv") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def opened(window: MainWindow, qtbot: QtBot, path: Path) -> ImportDialog:
    """Import a file, and return the dialog once it shows what came of it."""
    window.importing.import_file(path)
    return shown(window, qtbot)


def pasted(window: MainWindow, qtbot: QtBot, text: str) -> ImportDialog:
    window.importing.import_text(text)
    return shown(window, qtbot)


def shown(window: MainWindow, qtbot: QtBot) -> ImportDialog:
    dialog = window.importing.dialog
    assert dialog is not None
    settle(dialog, qtbot)
    qtbot.waitUntil(dialog.isVisible)
    qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


def settle(dialog: ImportDialog, qtbot: QtBot) -> None:
    """Wait until all is read."""
    qtbot.waitUntil(lambda: not dialog.worker.running, timeout=10_000)


def gone(window: MainWindow) -> bool:
    """Tell whether no dialog is open."""
    return not any(part.isVisible() for part in window.findChildren(ImportDialog))


def states(dialog: ImportDialog) -> list[str]:
    """Read what becomes of each row that is seen."""
    model = dialog.preview.model
    return [model.index(row, STATE).data() for row in range(model.rowCount())]


def card(dialog: ImportDialog, code: str) -> Card:
    """Return the question of a kind."""
    return next(card for card in dialog.cards.cards.values() if card.question.code == code)


def choose(dialog: ImportDialog, qtbot: QtBot, code: str, value: str) -> None:
    """Choose an answer, or with an empty one leave it open."""
    asked = card(dialog, code)
    (radio,) = (radio for radio in asked.radios if radio.objectName() == f"answer_{value or 'open'}")
    radio.click()
    settle(dialog, qtbot)


def type_answer(dialog: ImportDialog, qtbot: QtBot, code: str, text: str) -> None:
    """Type an answer, and go on with Enter."""
    field = card(dialog, code).findChild(QLineEdit)
    assert field is not None
    field.setFocus()
    field.selectAll()
    QTest.keyClick(field, Qt.Key.Key_Delete)
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Qt.Key.Key_Return)
    settle(dialog, qtbot)


def days(window: MainWindow, person: int = 0) -> list[tuple[str, str | None]]:
    held = window.session().case.travellers[person].stays
    return [(one.entry.isoformat(), one.exit.isoformat() if one.exit else None) for one in held]


def copy(text: str) -> None:
    QApplication.clipboard().setText(text)
