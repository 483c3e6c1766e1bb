"""What the chapter Keyboard tells of keys is what the keys do."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtTest import QTest

from kzstay.guide.topics import headings
from kzstay.i18n import LANGUAGES
from kzstay.texts.prose import literal
from kzstay.texts.prose import plain as plain_text
from kzstay.ui.timeline import keys as timeline_keys
from kzstay.ui.timeline.gestures import GESTURES
from kzstay.ui.widgets.letters import plain
from kzstay.ui.window.key_list import TABLES, Group, as_markdown, native
from kzstay.ui.window.main_window import MainWindow
from tests.helpers import stay, traveller
from tests.ui.conftest import OpenCase

ANNA = traveller("DE", stay("2026-07-01", "2026-07-10"), stay("2026-09-20", "2026-10-04"), stay("2026-11-11"))
BORIS = traveller("DE", stay("2026-07-01"), name="Boris")
ROWS = [*timeline_keys.SELECTING, *timeline_keys.ALWAYS, *timeline_keys.EDGE]


@pytest.fixture
def window(open_case: OpenCase) -> MainWindow:
    return open_case(ANNA)


def told(window: MainWindow) -> list[Group]:
    return window.commands.list_keys()


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_command_with_a_key_is_told_with_it(window: MainWindow, language: str) -> None:
    window.commands.by_name[f"language_{language}"].trigger()
    lines = {line for group in told(window) for line in group.lines}
    for action in window.commands.by_name.values():
        if action.shortcuts():
            assert (native(action.shortcuts()), plain(action.text()).removesuffix("…")) in lines
    for button in window.places.rail.buttons.values():
        assert (native([button.shortcut()]), button.text()) in lines


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_chapter_has_each_line_under_its_heading_whatever_signs_are_in_it(
    window: MainWindow, language: str
) -> None:
    window.commands.by_name[f"language_{language}"].trigger()
    groups = told(window)
    chapter = as_markdown(window.session().view.w, groups)
    assert headings(chapter) == [literal(group.title) for group in groups]
    rows = plain_text(chapter).splitlines()
    for line in (line for group in groups for line in group.lines):
        assert f"{line.keys} | {line.text}" in rows


def test_a_step_that_can_be_undone_gives_its_name_to_no_key(window: MainWindow) -> None:
    before = told(window)
    window.session().change_traveller(BORIS, "change-name")
    assert window.commands.undo.text() != "Undo"
    assert told(window) == before


def test_nothing_is_told_twice_in_a_group_and_no_group_is_empty(window: MainWindow) -> None:
    groups = told(window)
    assert len({group.title for group in groups}) == len(groups)
    for group in groups:
        assert group.lines
        assert all(line.keys and line.text for line in group.lines)
        assert len(set(group.lines)) == len(group.lines)


def test_each_key_and_gesture_of_the_timeline_is_told(window: MainWindow) -> None:
    w = window.session().view.w
    lines = {line for group in told(window) for line in group.lines}
    for row in ROWS:
        assert (native([QKeySequence(key) for key in row.told or row.keys]), row.text(w)) in lines
    assert {(how(w), what(w)) for how, what in GESTURES} <= lines


PRESSED = [(row, key) for row in ROWS for key in (row.told or row.keys)]


@pytest.mark.parametrize(("row", "key"), PRESSED, ids=[key for _row, key in PRESSED])
def test_each_key_of_the_timeline_that_is_told_does_something(
    window: MainWindow, row: timeline_keys.Row, key: str
) -> None:
    timeline, session = window.stay.timeline, window.session()
    session.select(1)
    timeline.setFocus()
    timeline.zoom(0.7)
    if row in timeline_keys.EDGE or key == "Esc":
        QTest.keySequence(timeline, QKeySequence("E"))
    before = _state(window)
    QTest.keySequence(timeline, QKeySequence(key))
    if key == "Space":  # held, it lets the mouse pan
        QTest.keyPress(timeline, Qt.Key.Key_Space)
    assert _state(window) != before
    QTest.keyRelease(timeline, Qt.Key.Key_Space)


def _state(window: MainWindow) -> object:
    timeline, session = window.stay.timeline, window.session()
    seen = timeline.scale, timeline.keys.edge, timeline.pointer.space_held, timeline.inspected
    return session.case, session.selection, seen, QGuiApplication.clipboard().text()


@pytest.mark.parametrize("key", [key for keys, _text in TABLES for key in keys if key != "Tab"])
def test_each_key_of_a_table_that_is_told_does_something(window: MainWindow, key: str) -> None:
    table = window.stay.stays
    table.setFocus()
    table.setCurrentIndex(table.stays.index(1, 1))
    before = window.session().case, table.currentIndex().row(), table.currentIndex().column(), table.state()
    QTest.keySequence(table, QKeySequence(key))
    after = window.session().case, table.currentIndex().row(), table.currentIndex().column(), table.state()
    assert after != before
