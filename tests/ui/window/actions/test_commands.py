"""The commands: each named in each language, each with a key of its own."""

from __future__ import annotations

from collections import Counter
from typing import get_args

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu

from kzstay.core import editing
from kzstay.drawing.colours import Appearance
from kzstay.i18n import LANGUAGES
from kzstay.ui.window.main_window import MainWindow
from tests.helpers import stay, traveller
from tests.ui.conftest import OpenCase
from tests.ui.sessions import type_day

ANNA = traveller("DE", stay("2026-09-20", "2026-10-04"), stay("2026-11-11"))


def menus(window: MainWindow) -> list[str]:
    return [action.text() for action in window.menuBar().actions()]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_command_and_menu_has_a_name(open_case: OpenCase, language: str) -> None:
    window = open_case(ANNA)
    window.commands.by_name[f"language_{language}"].trigger()
    assert all(action.text() for action in window.commands.by_name.values())
    assert all(menus(window))
    assert all(menu.title() for menu in window.commands.submenus.values())


def test_menus_and_commands_change_their_language_at_once(open_case: OpenCase) -> None:
    window = open_case(ANNA)
    said: set[str] = set()
    for language in LANGUAGES:
        window.commands.by_name[f"language_{language}"].trigger()
        here = {*menus(window), window.commands.by_name["add_stay"].text(), window.commands.undo.text()}
        # “Файл” is the one word that Russian and Kazakh share
        assert len(here & said) <= 1
        said |= here
    assert menus(window)[0] == "&Файл"


def test_no_two_commands_have_the_same_key(open_case: OpenCase) -> None:
    window = open_case(ANNA)
    keys = Counter(
        sequence.toString(QKeySequence.SequenceFormat.PortableText)
        for action in window.commands.by_name.values()
        for sequence in action.shortcuts()
    )
    assert [key for key, count in keys.items() if count > 1] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_menus_have_the_same_letter(open_case: OpenCase, language: str) -> None:
    window = open_case(ANNA)
    window.commands.by_name[f"language_{language}"].trigger()
    letters = [title[title.index("&") + 1].casefold() for title in menus(window)]
    assert len(set(letters)) == len(letters)


def test_every_command_stands_in_a_menu(open_case: OpenCase) -> None:
    window = open_case(ANNA)
    placed = {action.objectName() for menu in window.menuBar().findChildren(QMenu) for action in menu.actions()}
    named = {action.objectName() for action in window.commands.by_name.values()}
    assert named <= placed


def test_undo_names_the_step(open_case: OpenCase) -> None:
    window = open_case(ANNA)
    session, undo, redo = window.session(), window.commands.undo, window.commands.redo
    assert (undo.text(), undo.isEnabled()) == ("Undo", False)
    assert (redo.text(), redo.isEnabled()) == ("Redo", False)
    type_day(session, 0, "exit", "05.10.2026")
    assert (undo.text(), undo.isEnabled()) == ("Undo: Change exit", True)
    undo.trigger()
    assert (redo.text(), redo.isEnabled()) == ("Redo: Change exit", True)
    assert not undo.isEnabled()
    redo.trigger()
    session.change(editing.removed(session.traveller, 0), "")
    assert undo.text() == "Undo"


def test_a_step_keeps_its_name_while_the_word_for_undo_changes_its_language(open_case: OpenCase) -> None:
    window = open_case(ANNA)
    type_day(window.session(), 0, "exit", "05.10.2026")
    window.preferences.set_language("ru")
    assert window.commands.undo.text().startswith("Отменить")


def test_nothing_to_delete_no_deleting(open_case: OpenCase) -> None:
    window = open_case()
    assert not window.commands.by_name["delete_stay"].isEnabled()
    window.session().change_traveller(ANNA, "Change name")
    assert window.commands.by_name["delete_stay"].isEnabled()


@pytest.mark.parametrize(
    ("group", "names"),
    [
        ("language", ["language_en", "language_ru", "language_kk"]),
        ("appearance", [f"appearance_{look}" for look in get_args(Appearance)]),
        ("reading", ["reading_safe", "reading_usual"]),
    ],
)
def test_one_of_a_group_is_chosen(open_case: OpenCase, group: str, names: list[str]) -> None:
    window = open_case(ANNA)
    assert [action.objectName() for action in window.commands.submenus[group].actions()] == names
    for name in names:
        window.commands.by_name[name].trigger()
        assert [other for other in names if window.commands.by_name[other].isChecked()] == [name]


def test_the_way_of_counting_is_chosen_and_remembered(open_case: OpenCase) -> None:
    window = open_case(traveller("DE", stay("2026-05-20", "2026-06-08"), stay("2026-11-11")))
    assert "26 of 90 days" in window.stay.hero.facts.text()
    window.commands.by_name["reading_usual"].trigger()
    assert "25 of 90 days" in window.stay.hero.facts.text()
    assert open_case(ANNA).session().view.reading == "usual"


def test_looking_about_by_command(open_case: OpenCase) -> None:
    window = open_case(ANNA)
    timeline = window.stay.timeline
    wide = timeline.scale.per_day
    window.commands.by_name["zoom_in"].trigger()
    assert timeline.scale.per_day > wide
    window.commands.by_name["zoom_out"].trigger()
    assert timeline.scale.per_day == pytest.approx(wide)
    window.commands.by_name["show_all"].trigger()
    assert timeline.scale.first < ANNA.stays[0].entry
    window.commands.by_name["show_period"].trigger()
    assert timeline.scale.first < window.session().view.on < timeline.scale.last
