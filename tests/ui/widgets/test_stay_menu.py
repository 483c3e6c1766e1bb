"""One menu of stays for every place: what it offers follows what may be done, and each act tells what it did."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu, QWidget
from pytestqt.qtbot import QtBot

from kzstay.core.case import Case, Number
from kzstay.i18n import LANGUAGES, Language
from kzstay.ui.session.session import Session
from kzstay.ui.session.view import View
from kzstay.ui.widgets.stay_menu import StayMenu
from tests.helpers import stay, traveller
from tests.ui.conftest import TODAY

ANNA = traveller("DE", stay("2026-05-20", "2026-06-08", notified="2026-05-21"), stay("2026-11-11"))
NOBODY = traveller("GB", name="")


class Over:
    """A menu over a widget, with what it told."""

    def __init__(self, qtbot: QtBot, language: Language = "en") -> None:
        self.session = Session(View(TODAY, language))
        self.session.become(Case(travellers=(ANNA, NOBODY)))
        self.widget = QWidget()
        qtbot.addWidget(self.widget)
        self.stays = StayMenu(self.session, self.widget)
        self.keys = [one.key.number for one in ANNA.stays]
        self.told: list[str] = []
        self.stays.done.connect(lambda text, _undo: self.told.append(text))
        self.session.message.connect(lambda text, _caution: self.told.append(text))

    def menu(self, keys: list[Number]) -> QMenu:
        menu = QMenu(self.widget)
        self.stays.fill(menu, keys)
        return menu

    def texts(self, keys: list[Number]) -> list[str]:
        return [action.text() for action in self.menu(keys).actions() if action.text()]


@pytest.fixture
def over(qtbot: QtBot) -> Over:
    return Over(qtbot)


def test_of_several_stays_it_has_what_several_can_have(over: Over) -> None:
    assert over.texts(over.keys) == [
        "Host's notice was given on 22 Nov 2026",
        "Move 2 stays to another traveller",
        "Copy 2 rows",
        "Delete 2 stays",
    ]


def test_of_none_it_has_nothing(over: Over) -> None:
    assert over.texts([]) == []
    assert over.texts([Number(0)]) == []


def test_what_cannot_be_done_is_there_and_grey(over: Over) -> None:
    enabled = {action.text(): action.isEnabled() for action in over.menu([over.keys[1]]).actions()}
    assert not enabled["Duplicate"], "what has no end has no length"
    assert enabled["Delete the stay"]


def test_everybody_else_may_take_a_stay(over: Over) -> None:
    menu = over.menu(over.keys[:1])
    inner = next(below for action in menu.actions() if isinstance(below := action.menu(), QMenu))
    assert [action.text() for action in inner.actions() if action.text()] == ["traveller 2", "A new traveller"]


def test_each_act_says_what_it_did(over: Over) -> None:
    over.stays.record("notified", over.keys)
    over.stays.copy(over.keys)
    assert QGuiApplication.clipboard().text().startswith("Entry\tExit")
    over.stays.duplicate(over.keys[0])
    over.stays.hand_over(over.keys[:1], None)
    over.stays.remove(over.keys[1:])
    assert over.told == [
        "1 notice recorded for 22 November 2026.",
        "2 stays copied. They can be pasted into a spreadsheet, or here.",
        "Stay duplicated: 9–28 Jun. Type its own days.",
        "1 stay moved to a new traveller.",
        "Stay deleted.",
    ]


def test_what_is_asked_for_is_told_by_key(over: Over) -> None:
    asked: list[tuple[object, object]] = []
    over.stays.edit_asked.connect(lambda key, field: asked.append((key, field)))
    over.stays.plan_asked.connect(lambda on: asked.append(("plan", on)))
    for action in over.menu(over.keys[:1]).actions():
        if action.text().startswith(("Change", "Write", "Split")):
            action.trigger()
    assert asked == [(over.keys[0], "entry"), (over.keys[0], "note"), (over.keys[0], "exit")]


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_speaks_the_language_of_the_window(qtbot: QtBot, language: Language) -> None:
    there = Over(qtbot, language)
    texts = there.texts(there.keys)
    assert len(set(texts)) == len(texts)
    if language != "en":
        assert not set(texts) & set(Over(qtbot).texts(there.keys))
