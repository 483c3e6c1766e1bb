"""Each step, each day and each way of counting says once what became of the answer."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from kzstay.core.readings import Reading
from kzstay.ui.window.main_window import MainWindow
from tests.helpers import stay, traveller
from tests.ui import pages_of
from tests.ui.conftest import TODAY, OpenCase
from tests.ui.heard import Ear
from tests.ui.sessions import type_text

ANNA = traveller("DE", stay("2026-09-20", "2026-10-04"), stay("2026-11-11"))
LEAVE = "18 days left. Leave by Thursday, 10 December 2026."


@pytest.fixture
def window(open_case: OpenCase) -> MainWindow:
    return open_case(ANNA)


@pytest.fixture
def ear(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> Ear:
    ear = Ear(monkeypatch)
    ear.since()
    return ear


def press(window: MainWindow, qtbot: QtBot, key: Qt.Key, held: Qt.KeyboardModifier) -> None:
    qtbot.keyClick(window.stay.timeline, key, held)


ALT, NONE = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.NoModifier


def test_a_stay_that_is_moved_says_its_days_and_the_answer(window: MainWindow, ear: Ear, qtbot: QtBot) -> None:
    window.session().select(1)
    press(window, qtbot, Qt.Key.Key_Left, ALT)
    assert ear.since() == [
        "10 Nov 2026 – still here: leave by 9 Dec 2026. 17 days left. Leave by Wednesday, 9 December 2026."
    ]


def test_undo_and_redo_say_what_they_did(window: MainWindow, ear: Ear, qtbot: QtBot) -> None:
    window.session().select(0)
    window.commands.by_name["delete_stay"].trigger()
    assert ear.since() == ["Stay deleted: 20 Sep 2026 – 4 Oct 2026", LEAVE]
    window.commands.undo.trigger()
    assert ear.since() == [f"Undone: Delete stay. 20 Sep 2026 – 4 Oct 2026: within limits. {LEAVE}"]
    window.commands.redo.trigger()
    assert ear.since() == [f"Done again: Delete stay. {LEAVE}"]


def test_where_nothing_can_be_taken_back_nothing_is_said(window: MainWindow, ear: Ear) -> None:
    window.session().undo()
    window.session().redo()
    assert ear.since() == []


def test_another_day_says_the_answer_on_it(window: MainWindow, ear: Ear) -> None:
    window.session().view.set_day(TODAY + timedelta(1))
    assert ear.since() == [
        "Calculated for Monday, 23 November 2026. 17 days left. Leave by Thursday, 10 December 2026."
    ]
    window.session().view.set_day(TODAY)


def test_another_count_says_the_answer_by_it(window: MainWindow, ear: Ear) -> None:
    window.session().view.set_reading(Reading.USUAL)
    (said,) = ear.since()
    assert said.startswith("Usual count. ")
    window.session().view.set_reading(Reading.SAFE)
    assert ear.since() == [f"Strict count. {LEAVE}"]


def test_another_language_says_nothing(window: MainWindow, ear: Ear) -> None:
    window.session().view.set_language("ru")
    assert ear.since() == []


def test_a_trip_that_is_added_to_the_plan_says_so(window: MainWindow, ear: Ear, qtbot: QtBot) -> None:
    window.stay.show_page("plan")
    ear.since()
    qtbot.mouseClick(pages_of.plan(window).add, Qt.MouseButton.LeftButton)
    bar, said = ear.since()
    assert bar.startswith("Added to the plan: ")
    assert said.startswith("Add stay. ")
    assert said.endswith(LEAVE)


def test_a_typed_day_says_what_became_of_the_answer(window: MainWindow, ear: Ear) -> None:
    window.session().select(1)
    type_text(window.session(), 1, "entry", "9.11.2026")
    assert ear.since()[-1].endswith("16 days left. Leave by Tuesday, 8 December 2026.")


def test_a_note_says_nothing(window: MainWindow, ear: Ear) -> None:
    type_text(window.session(), 1, "note", "by train")
    assert ear.since() == []


def test_a_case_that_is_opened_says_nothing_of_a_step_before(window: MainWindow, ear: Ear) -> None:
    type_text(window.session(), 1, "entry", "9.11.2026")
    window.session().become(window.session().blank_case())
    assert [said for said in ear.since() if "days left" in said] == []
