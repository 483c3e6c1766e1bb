"""The keys of the commands, pressed: each does its command once, where it is meant to and nowhere else."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kzstay.files.store import save_case
from kzstay.ui.app import open_window
from kzstay.ui.pages.registry import PAGES
from kzstay.ui.window.actions import Actions
from kzstay.ui.window.main_window import MainWindow
from tests.helpers import case, permit, stay, traveller
from tests.ui.conftest import TODAY, OpenCase
from tests.ui.sessions import type_text

Key = QKeySequence.StandardKey
ANNA = traveller(
    "DE", stay("2026-09-20", "2026-10-04"), stay("2026-11-11"), permits=[permit("2026-01-01", "2026-02-01")]
)
HERE = {"delete_stay"}  # acts where stays are, and not in the whole window
# What the systems hold for the commands of the window; the keys of keyboards that have one for a command are apart
SCHEMES: dict[str, dict[QKeySequence.StandardKey, list[str]]] = {
    "Windows": {
        Key.New: ["Ctrl+N"],
        Key.Open: ["Ctrl+O"],
        Key.Print: ["Ctrl+P"],
        Key.Save: ["Ctrl+S"],
        Key.Quit: [],
        Key.Paste: ["Ctrl+V", "Shift+Ins"],
        Key.Undo: ["Ctrl+Z", "Alt+Backspace"],
        Key.Redo: ["Ctrl+Y", "Alt+Shift+Backspace", "Ctrl+Shift+Z"],
        Key.ZoomIn: ["Ctrl++"],
        Key.ZoomOut: ["Ctrl+-"],
    },
    "X11": {
        Key.New: ["Ctrl+N"],
        Key.Open: ["Ctrl+O"],
        Key.Print: ["Ctrl+P"],
        Key.Save: ["Ctrl+S"],
        Key.Quit: ["Ctrl+Q"],
        Key.Paste: ["Ctrl+V", "Shift+Ins", "F18"],
        Key.Undo: ["Ctrl+Z", "F14"],
        Key.Redo: ["Ctrl+Shift+Z"],
        Key.ZoomIn: ["Ctrl++", "Ctrl+="],
        Key.ZoomOut: ["Ctrl+-"],
    },
    "macOS": {
        Key.New: ["Ctrl+N"],
        Key.Open: ["Ctrl+O"],
        Key.Print: ["Ctrl+P"],
        Key.Save: ["Ctrl+S"],
        Key.Quit: ["Ctrl+Q"],
        Key.Paste: ["Ctrl+V"],
        Key.Undo: ["Ctrl+Z"],
        Key.Redo: ["Ctrl+Shift+Z"],
        Key.ZoomIn: ["Ctrl++"],
        Key.ZoomOut: ["Ctrl+-"],
    },
}


def typed(action: QAction) -> list[QKeySequence]:
    """List the keys of a command that every keyboard has."""
    return [sequence for sequence in action.shortcuts() if _first(sequence).key() < Qt.Key.Key_Back]


def _first(sequence: Any) -> QKeyCombination:  # noqa: ANN401 - the stubs leave out that it has places
    return sequence[0]


def press(sequence: QKeySequence | str) -> None:
    """Press keys where the focus is."""
    at = QApplication.focusWidget()
    assert at is not None
    QTest.keySequence(at, QKeySequence(sequence))


@pytest.fixture
def alone(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    """A window whose commands nobody uses after this test."""
    save_case(case(ANNA), tmp_path / "case.kzstay")
    window = open_window(tmp_path / "case.kzstay", today=TODAY)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.activateWindow()
    yield window
    window.close()


def only_counted(window: MainWindow) -> Counter[str]:
    """Let every command be enabled and do nothing but be counted."""
    pressed: Counter[str] = Counter()
    for name, action in window.commands.by_name.items():
        action.triggered.disconnect()
        action.triggered.connect(lambda _checked=False, name=name: pressed.update([name]))
        action.setEnabled(True)
    return pressed


@pytest.mark.parametrize("page", [page.name for page in PAGES])
def test_each_key_of_each_command_does_it_once_on_every_page(alone: MainWindow, page: str) -> None:
    alone.stay.show_page(page)
    alone.stay.tabs.tabBar().setFocus()
    pressed = only_counted(alone)
    done = {}
    for name, action in alone.commands.by_name.items():
        for sequence in typed(action):
            pressed.clear()
            press(sequence)
            done[name, sequence.toString()] = dict(pressed)
    assert {"undo", "redo", "save", "keys"} <= {name for name, _key in done}
    assert done == {(name, key): {} if name in HERE else {name: 1} for name, key in done}


def test_step_by_step_back_and_forth_by_key(open_case: OpenCase) -> None:
    window = open_case(ANNA)
    session = window.session()
    type_text(session, 0, "note", "by train")
    changed = session.case
    press("Ctrl+Z")
    assert session.case.travellers == (ANNA,)
    press("Ctrl+Y")
    assert session.case == changed


@pytest.mark.parametrize("scheme", SCHEMES.values(), ids=SCHEMES)
def test_under_the_keys_of_no_system_two_commands_share_one_or_one_has_it_twice(
    alone: MainWindow, monkeypatch: pytest.MonkeyPatch, scheme: dict[QKeySequence.StandardKey, list[str]]
) -> None:
    def bindings(key: QKeySequence.StandardKey) -> list[QKeySequence]:
        return [QKeySequence(text) for text in scheme[key]]

    monkeypatch.setattr(QKeySequence, "keyBindings", bindings)
    parts = alone.controller, alone.files, alone.importing, alone.preferences, alone.places, alone.newer
    commands = Actions(alone, alone.session(), *parts)
    keys = Counter(sequence.toString() for action in commands.by_name.values() for sequence in action.shortcuts())
    assert keys["Ctrl+Y"] == 1
    assert keys["Ctrl+D"] == 0
    assert [key for key, count in keys.items() if count > 1] == []


# Delete, where the focus is


@pytest.fixture
def window(open_case: OpenCase) -> MainWindow:
    """A window in which a stay has been chosen."""
    window = open_case(ANNA)
    window.session().select(0)
    return window


@pytest.mark.parametrize(
    ("page", "name"),
    [
        ("stays", "traveller_passport"),
        ("stays", "qt_tabwidget_tabbar"),
        ("stays", "minimap"),
        ("stays", "export_report"),
        ("duties", "duties_table"),
        ("papers", "permits"),
        ("plan", "edit_plan_entry"),
        ("why", "why"),
    ],
)
def test_delete_elsewhere_leaves_the_stays_alone(window: MainWindow, page: str, name: str) -> None:
    window.stay.form.show()
    window.stay.show_page(page)
    at = window.findChild(QWidget, name)
    assert isinstance(at, QWidget)
    at.setFocus()
    assert QApplication.focusWidget() is at
    press("Del")
    assert window.session().traveller.stays == ANNA.stays


def test_delete_on_the_timeline_deletes_the_chosen_stay(window: MainWindow) -> None:
    window.stay.timeline.setFocus()
    press("Del")
    assert window.session().traveller.stays == ANNA.stays[1:]


@pytest.mark.parametrize("at", ["timeline", "stays"])
def test_the_key_that_people_take_for_a_copy_deletes_nothing(window: MainWindow, at: str) -> None:
    getattr(window.stay, at).setFocus()
    press("Ctrl+D")
    assert all(one in window.session().traveller.stays for one in ANNA.stays)


def test_the_menu_shows_the_key_and_deletes_wherever_the_focus_is(window: MainWindow) -> None:
    command = window.commands.by_name["delete_stay"]
    assert command.shortcut().toString() == "Del"
    window.stay.tabs.tabBar().setFocus()
    command.trigger()
    assert window.session().traveller.stays == ANNA.stays[1:]
