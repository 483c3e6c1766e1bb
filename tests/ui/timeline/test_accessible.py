"""A screen reader finds the stays on the timeline."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import msgspec
import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from kzstay.ui.timeline.accessible import MinimapAccess, StayAccess, TimelineAccess
from kzstay.ui.timeline.minimap import Minimap
from kzstay.ui.timeline.widget import Timeline
from kzstay.ui.window.main_window import MainWindow
from tests.helpers import day, stay, traveller
from tests.ui.conftest import OpenCase
from tests.ui.sessions import show_traveller

Text, Role = QAccessible.Text, QAccessible.Role
ANNA = traveller("DE", stay("2026-09-20", "2026-10-04"), stay("2026-11-11"))
BORIS = traveller("GB", stay("2026-11-01", "2026-11-05"), name="Boris Brown")


def asked(window: MainWindow) -> QAccessibleInterface:
    return QAccessible.queryAccessibleInterface(window.stay.timeline)


def test_each_stay_is_an_item_with_its_days_its_standing_and_its_place(open_case: OpenCase) -> None:
    window = open_case(ANNA)
    access = asked(window)
    assert access.role() == Role.List
    assert access.childCount() == 2
    first, second = access.child(0), access.child(1)
    assert first.text(Text.Name) == "20 Sep 2026 – 4 Oct 2026"
    assert first.text(Text.Description).startswith("within limits; Host's notice")
    assert second.text(Text.Description).startswith("leave by 10 Dec 2026; Host's notice")
    place = window.stay.timeline.mapToGlobal(window.stay.timeline.rect_of(0).toAlignedRect().topLeft())
    assert first.rect().topLeft() == place


def test_the_picture_is_told_in_a_sentence(open_case: OpenCase) -> None:
    window = open_case(traveller("DE", stay("2026-11-11")))
    assert window.stay.timeline.accessibleName() == "Timeline of stays"
    assert window.stay.timeline.accessibleDescription() == "18 days left. Leave by Thursday, 10 December 2026"


def test_the_selected_stay_is_marked(open_case: OpenCase) -> None:
    window = open_case(traveller("DE", stay("2026-11-11")))
    access = asked(window)
    assert not access.child(0).state().selected
    window.session().select(0)
    assert access.child(0).state().selected


def test_each_item_knows_its_list_and_its_place_in_it(open_case: OpenCase) -> None:
    access = asked(open_case(ANNA))
    for index in range(2):
        item = access.child(index)
        assert access.indexOfChild(item) == index
        assert item.parent().role() == Role.List
        assert (item.role(), item.childCount(), item.child(0)) == (Role.ListItem, 0, None)
        assert item.childAt(0, 0) is None
        assert item.indexOfChild(item) == -1
        item.setText(Text.Name, "another")
        assert item.text(Text.Name) != "another"
        assert item.text(Text.Help) == ""
    assert access.child(2) is None
    assert access.child(-1) is None


def test_a_stay_out_of_sight_says_so(open_case: OpenCase) -> None:
    window = open_case(traveller("DE", stay("2020-01-01", "2020-01-05"), stay("2026-11-11")))
    old, present = asked(window).child(0), asked(window).child(1)
    assert old.state().offscreen
    assert not present.state().offscreen
    window.stay.timeline.see(day("2020-01-03"))
    assert not old.state().offscreen
    assert present.state().offscreen


def test_the_invitation_to_begin_is_among_what_there_is(open_case: OpenCase) -> None:
    window = open_case()
    access = asked(window)
    assert access.childCount() == 1
    card = access.child(0)
    assert card.object() is window.stay.empty
    assert access.indexOfChild(card) == 0
    names = [card.child(index).text(Text.Name) for index in range(card.childCount())]
    assert {"Add your first stay", "Open example"} <= set(names)
    window.session().change_traveller(BORIS, "change-name")
    assert [access.child(index).role() for index in range(access.childCount())] == [Role.ListItem]
    assert access.indexOfChild(card) == -1


def test_an_item_that_is_gone_meanwhile_is_nothing_and_nowhere(open_case: OpenCase) -> None:
    window = open_case(ANNA, BORIS)
    access = asked(window)
    kept = access.child(1)
    show_traveller(window.session(), 1)
    assert not kept.isValid()
    assert kept.text(Text.Name) == kept.text(Text.Description) == ""
    assert kept.rect() == QRect()
    assert kept.state().invalid
    assert access.indexOfChild(kept) == -1
    show_traveller(window.session(), 0)
    assert kept.isValid()
    assert kept.text(Text.Name) == "11 Nov 2026 – still here"


def test_an_item_is_the_same_stay_when_another_comes_before_it(open_case: OpenCase) -> None:
    window = open_case(ANNA)
    access, session = asked(window), window.session()
    kept = access.child(1)
    session.select(1)
    session.change_traveller(
        msgspec.structs.replace(
            session.traveller, stays=(stay("2026-05-01", "2026-05-02"), *session.traveller.stays)
        ),
        "add-stay",
    )
    assert kept.text(Text.Name) == "11 Nov 2026 – still here"
    assert access.indexOfChild(kept) == 2
    assert access.child(2) is kept
    assert kept.state().selected
    session.undo()
    assert access.indexOfChild(kept) == 1


def test_a_timeline_that_is_gone_has_nothing_in_it(open_case: OpenCase) -> None:
    timeline = Timeline(open_case(ANNA).session())
    access = TimelineAccess(timeline)
    item = StayAccess(access, access.stays()[0].key.number)
    assert item.isValid()
    delete(timeline)
    assert access.childCount() == 0
    assert access.child(0) is None
    assert (item.isValid(), item.text(Text.Name), item.rect()) == (False, "", QRect())


# A program of its own: in this one somebody has asked before

PROGRAM = """
import json, sys
from datetime import date
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication

when, path = sys.argv[1], sys.argv[2] or None
app = QApplication([])
QAccessible.setActive(when == "first")
from kzstay.ui.app import open_window

window = open_window(path, today=date(2026, 11, 22))

def tree(access):
    children = [access.child(index) for index in range(access.childCount())]
    return [access.role().name, access.text(QAccessible.Text.Name), [tree(child) for child in children]]

def tell():
    print(json.dumps(tree(QAccessible.queryAccessibleInterface(window.stay.timeline))), flush=True)

tell()
if when == "meanwhile":
    QAccessible.setActive(True)
for _ in range(5):
    app.processEvents()
tell()
"""


def told(when: str, path: Path | str, tmp_path: Path) -> list[Any]:
    """Ask in a fresh program for the timeline, before its loop turns and after."""
    env = os.environ | {"XDG_CONFIG_HOME": str(tmp_path), "XDG_DATA_HOME": str(tmp_path), "LANGUAGE": "en"}
    ran = subprocess.run(
        [sys.executable, "-c", PROGRAM, when, str(path)], env=env, capture_output=True, text=True, check=False
    )
    assert ran.returncode == 0, ran.stderr
    return [json.loads(line) for line in ran.stdout.splitlines()]


def test_a_screen_reader_that_was_there_first_finds_a_list_from_the_beginning(
    open_case: OpenCase, tmp_path: Path
) -> None:
    open_case(ANNA).close()
    before, after = told("first", tmp_path / "case.kzstay", tmp_path)
    assert before == after
    role, _name, children = before
    assert role == "List"
    assert [child[0] for child in children] == ["ListItem", "ListItem"]


def test_in_an_empty_case_it_finds_the_way_to_begin(tmp_path: Path) -> None:
    for role, _name, children in told("first", "", tmp_path):
        assert role == "List"
        (card,) = children
        assert sum(child[0] == "Button" for child in card[2]) == 3


def test_one_that_comes_while_the_window_opens_finds_it_soon(open_case: OpenCase, tmp_path: Path) -> None:
    open_case(ANNA).close()
    _before, after = told("meanwhile", tmp_path / "case.kzstay", tmp_path)
    assert after[0] == "List"
    assert len(after[2]) == 2


# What one can do with it


def test_pressing_a_stay_chooses_it_and_the_keyboard_is_there(open_case: OpenCase) -> None:
    window = open_case(ANNA)
    access = asked(window)
    item = access.child(1)
    press = item.actionInterface()
    assert press.actionNames() == ["Press"]
    assert press.keyBindingsForAction("Press") == []
    window.stay.hero.facts.setFocus()
    press.doAction("Fly")
    assert window.session().selection == -1
    press.doAction("Press")
    assert window.session().selection == 1
    assert item.state().focused
    assert access.focusChild() is item
    assert item.textInterface() is None


def test_its_value_is_how_long_it_is(open_case: OpenCase) -> None:
    access = asked(open_case(ANNA))
    assert [access.child(place).text(Text.Value) for place in range(2)] == ["15 days", "12 days"]


def test_where_the_keyboard_is_elsewhere_no_stay_has_it(open_case: OpenCase) -> None:
    window = open_case(ANNA)
    access = asked(window)
    window.session().select(1)
    window.stay.hero.facts.setFocus()
    assert access.focusChild() is None
    assert not access.child(1).state().focused
    assert access.child(1).state().focusable


def test_the_keyboard_in_the_invitation_is_found_there(open_case: OpenCase) -> None:
    window = open_case()
    window.stay.empty.add.setFocus()
    found = asked(window).focusChild()
    assert found is not None
    assert found.object() is window.stay.empty.add


# The overview


def test_the_overview_is_a_scroll_bar_with_the_days_that_are_seen(open_case: OpenCase, qtbot: QtBot) -> None:
    window = open_case(ANNA)
    minimap = window.stay.minimap
    minimap.show()
    minimap.setFocus()
    access = QAccessible.queryAccessibleInterface(minimap)
    assert (access.role(), access.text(Text.Name)) == (Role.ScrollBar, "Overview of all stays")
    value = access.valueInterface()
    assert (value.minimumValue(), value.maximumValue(), value.minimumStepSize()) == (0, 100, 1)
    before, days = value.currentValue(), access.text(Text.Value)
    qtbot.keyClick(minimap, Qt.Key.Key_Right)
    assert value.currentValue() > before
    assert access.text(Text.Value) == access.text(Text.Description) != days
    value.setCurrentValue(30)
    assert value.currentValue() == pytest.approx(30, abs=3)
    assert access.actionInterface() is not None


def test_an_overview_that_is_gone_says_nothing(open_case: OpenCase) -> None:
    minimap = Minimap(open_case(ANNA).stay.timeline)
    access = MinimapAccess(minimap)
    delete(minimap)
    assert (access.currentValue(), access.text(Text.Value)) == (0, "")
    access.setCurrentValue(50)
