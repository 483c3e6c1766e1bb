"""A trip in mind: how long it may last, what limits it, and putting it into the plan."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from kzstay.ui.main_window import PLAN, MainWindow
from tests.helpers import day, stay, traveller
from tests.ui.conftest import OpenCase

OUTSIDE = traveller("DE", stay("2026-09-01", "2026-09-20"))


def ask(window: MainWindow, qtbot: QtBot, text: str) -> None:
    window.tabs.setCurrentIndex(PLAN)
    window.plan.entry.clear()
    qtbot.keyClicks(window.plan.entry, text)


def test_it_begins_with_the_earliest_entry(open_case: OpenCase) -> None:
    plan = open_case(OUTSIDE).plan
    assert plan.earliest.text() == "Next entry possible from Sunday, 22 November 2026"
    assert plan.entry.text() == "22.11.2026"
    assert plan.answer.text() == "Up to 30 days, until Monday, 21 December 2026"
    assert plan.reason.text() == "Limited by the term of one entry."


def test_a_typed_day_is_answered_at_once(open_case: OpenCase, qtbot: QtBot) -> None:
    window = open_case(OUTSIDE)
    ask(window, qtbot, "1 Dec 2026")
    assert window.plan.echo.text() == "Tuesday, 1 December 2026"
    assert window.plan.answer.text() == "Up to 30 days, until Wednesday, 30 December 2026"


def test_a_typed_day_is_kept_when_something_else_changes(open_case: OpenCase, qtbot: QtBot) -> None:
    window = open_case(OUTSIDE)
    ask(window, qtbot, "01.12.2026")
    window.session().type_text(0, "note", "by train")
    assert window.plan.entry.text() == "01.12.2026"


def test_a_later_stay_limits_the_trip_and_is_named(open_case: OpenCase, qtbot: QtBot) -> None:
    # 90 in 180: 60 days are used, 29 of the 30 left are planned for January
    window = open_case(
        traveller(
            "DE",
            stay("2026-08-01", "2026-08-30"),
            stay("2026-09-05", "2026-10-04"),
            stay("2027-01-02", "2027-01-24"),
        )
    )
    ask(window, qtbot, "01.12.2026")
    assert window.plan.answer.text() == "Up to 7 days, until Monday, 7 December 2026"
    assert window.plan.reason.text() == "Limited by a later stay. By history alone it would be 30 days."


def test_a_day_on_which_no_stay_is_possible_says_so(open_case: OpenCase, qtbot: QtBot) -> None:
    window = open_case(
        traveller(
            "DE",
            stay("2026-08-01", "2026-08-30"),
            stay("2026-09-01", "2026-09-30"),
            stay("2026-10-02", "2026-10-31"),
        )
    )
    ask(window, qtbot, "25.11.2026")
    assert window.plan.answer.text() == "No stay is possible from this day"
    assert not window.plan.add.isEnabled()


@pytest.mark.parametrize("text", ["", "soon", "31.06.2027", "31.12.9999", "01.01.0001"])
def test_what_is_no_day_has_no_answer(open_case: OpenCase, qtbot: QtBot, text: str) -> None:
    window = open_case(OUTSIDE)
    ask(window, qtbot, text)
    assert window.plan.answer.text() == ""
    assert not window.plan.add.isEnabled()


def test_without_a_citizenship_it_says_what_to_do_first(open_case: OpenCase) -> None:
    plan = open_case().plan
    assert plan.earliest.text() == "Choose the citizenship, then add the first stay"
    assert plan.answer.text() == ""


def test_the_trip_is_put_into_the_plan_and_taken_back(open_case: OpenCase, qtbot: QtBot) -> None:
    window = open_case(OUTSIDE)
    ask(window, qtbot, "01.12.2026")
    qtbot.mouseClick(window.plan.add, Qt.MouseButton.LeftButton)
    assert window.session().traveller.stays[1] == stay("2026-12-01", "2026-12-30")
    assert window.session().selection == 1
    assert window.plan.entry.text() != "01.12.2026"
    window.commands.undo.trigger()
    assert window.session().traveller == OUTSIDE


def test_the_plan_follows_the_way_of_counting(open_case: OpenCase, qtbot: QtBot) -> None:
    # 26 May to 22 June is in the 180 days before 22 November by the strict count only on its first day
    window = open_case(
        traveller(
            "DE",
            stay("2026-05-26", "2026-06-08"),
            stay("2026-08-01", "2026-08-30"),
            stay("2026-09-05", "2026-10-04"),
            stay("2026-10-10", "2026-10-25"),
        )
    )
    ask(window, qtbot, "22.11.2026")
    strict = window.plan.answer.text()
    window.commands.by_name["reading_usual"].trigger()
    assert window.plan.answer.text() != strict
    assert window.session().traveller.stays[0].entry == day("2026-05-26")
