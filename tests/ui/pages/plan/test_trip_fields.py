"""The fields of a trip: one drives the other, and what cannot be used is said beside it."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from tests.helpers import stay, traveller
from tests.trips import OUTSIDE
from tests.ui.conftest import OpenCase
from tests.ui.sessions import type_text
from tests.ui.trip_typing import ask, fields_of, retype, shown, text_of

# One drives the other


def test_the_days_give_the_exit(open_case: OpenCase, qtbot: QtBot) -> None:
    plan = ask(open_case(OUTSIDE), qtbot, "01.12.2026", days="10")
    assert fields_of(plan) == ("01.12.2026", "10", "10.12.2026")
    assert plan.verdict.text() == "By the days, the trip of 10 days, 1 Dec 2026 – 10 Dec 2026, is possible."


def test_the_exit_gives_the_days(open_case: OpenCase, qtbot: QtBot) -> None:
    plan = ask(open_case(OUTSIDE), qtbot, "01.12.2026", leaving="10.12.2026")
    assert fields_of(plan) == ("01.12.2026", "10", "10.12.2026")


def test_what_was_typed_last_stays_when_the_entry_moves(open_case: OpenCase, qtbot: QtBot) -> None:
    window = open_case(OUTSIDE)
    plan = ask(window, qtbot, "01.12.2026", days="10")
    ask(window, qtbot, "05.12.2026")
    assert fields_of(plan) == ("05.12.2026", "10", "14.12.2026")
    retype(qtbot, plan.fields.leaving, "12.12.2026")
    ask(window, qtbot, "06.12.2026")
    assert fields_of(plan) == ("06.12.2026", "7", "12.12.2026")


@pytest.mark.parametrize("field", ["days", "leaving"])
def test_clearing_either_field_asks_for_no_trip(open_case: OpenCase, qtbot: QtBot, field: str) -> None:
    plan = ask(open_case(OUTSIDE), qtbot, "01.12.2026", days="10")
    retype(qtbot, getattr(plan.fields, field), "")
    assert fields_of(plan) == ("01.12.2026", "", "")
    assert text_of(plan.verdict) == ""


# What cannot be used


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("", "Type a date, such as 22.11.2026"),
        ("soon", "“soon” is not a date. Enter it like 15.12.2026."),
        ("31.06.2027", "“31.06.2027” is not a date. Enter it like 15.12.2026."),
        ("31.12.9999", "The year is not between 1991 and 2199."),
        ("01.01.0001", "The year is not between 1991 and 2199."),
    ],
)
def test_what_is_no_day_has_no_answer_and_stays(open_case: OpenCase, qtbot: QtBot, text: str, note: str) -> None:
    plan = ask(open_case(OUTSIDE), qtbot, text)
    assert plan.fields.entry.edit.text() == text
    assert plan.fields.entry.note.text() == note
    assert plan.fields.entry.note.property("role") == ("error" if text else "muted")
    assert text_of(plan.answer) == ""
    assert not plan.add.isEnabled()


@pytest.mark.parametrize(
    ("days", "note"),
    [
        ("two", "Enter a number of days, such as 14."),
        ("0", "Enter a number of days, such as 14."),
        ("-4", "Enter a number of days, such as 14."),
        ("999999", "The year is not between 1991 and 2199."),
    ],
)
def test_what_is_no_number_of_days_is_said_beside_it_and_stays(
    open_case: OpenCase, qtbot: QtBot, days: str, note: str
) -> None:
    plan = ask(open_case(OUTSIDE), qtbot, "01.12.2026", days=days)
    assert fields_of(plan) == ("01.12.2026", days, "")
    assert text_of(plan.fields.days.note) == note
    assert plan.fields.days.edit.property("wrong") is True
    assert text_of(plan.verdict) == ""
    assert plan.answer.text().startswith("Up to 30 days")


@pytest.mark.parametrize(
    ("leaving", "note"),
    [
        ("later", "“later” is not a date. Enter it like 15.12.2026."),
        ("30.11.2026", "The exit is before the entry."),
        ("01.12.2200", "The year is not between 1991 and 2199."),
    ],
)
def test_an_exit_that_cannot_be_used_is_said_beside_it_and_stays(
    open_case: OpenCase, qtbot: QtBot, leaving: str, note: str
) -> None:
    plan = ask(open_case(OUTSIDE), qtbot, "01.12.2026", leaving=leaving)
    assert fields_of(plan) == ("01.12.2026", "", leaving)
    assert text_of(plan.fields.leaving.note) == note
    assert text_of(plan.verdict) == ""


def test_an_exit_before_the_entry_is_right_again_when_the_entry_is(open_case: OpenCase, qtbot: QtBot) -> None:
    window = open_case(OUTSIDE)
    ask(window, qtbot, "01.12.2026", leaving="30.11.2026")
    plan = ask(window, qtbot, "25.11.2026")
    assert fields_of(plan) == ("25.11.2026", "6", "30.11.2026")
    assert plan.fields.leaving.note.text() == "Monday, 30 November 2026"
    assert plan.fields.leaving.edit.property("wrong") is False


def test_what_is_typed_is_kept_when_something_else_changes(open_case: OpenCase, qtbot: QtBot) -> None:
    window = open_case(OUTSIDE)
    plan = ask(window, qtbot, "01.12.2026", days="two")
    type_text(window.session(), 0, "note", "by train")
    window.preferences.set_language("ru")
    window.stay.show_page("duties")
    window.stay.show_page("plan")
    assert fields_of(plan) == ("01.12.2026", "two", "")


# The end of the present stay

HERE = traveller("RU", stay("2026-07-01", "2026-08-19"), stay("2026-11-02"))


def test_a_stay_that_goes_on_is_said_to_be_taken_to_end_and_its_end_may_be_chosen(
    open_case: OpenCase, qtbot: QtBot
) -> None:
    plan = ask(open_case(HERE), qtbot, "20.12.2026", days="20")
    assert plan.fields.away.edit.isVisible()
    assert plan.fields.away.edit.placeholderText() == "11.12.2026"
    assert plan.beside.text().startswith("This assumes that you leave on Friday, 11 December 2026")
    assert "is not possible" in plan.verdict.text()
    retype(qtbot, plan.fields.away, "30.11.2026")
    assert plan.beside.text().startswith("This assumes that you leave on Monday, 30 November 2026")
    assert plan.answer.text() == "Up to 61 days, until Thursday, 18 February 2027"
    assert "is possible" in plan.verdict.text()


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("01.11.2026", "The exit is before the entry."),
        ("21.12.2026", "The entry is before the day on which the present stay is taken to end."),
        ("soon", "“soon” is not a date. Enter it like 15.12.2026."),
    ],
)
def test_an_end_that_cannot_be_is_said_beside_it_and_changes_nothing(
    open_case: OpenCase, qtbot: QtBot, text: str, note: str
) -> None:
    plan = ask(open_case(HERE), qtbot, "20.12.2026")
    retype(qtbot, plan.fields.away, text)
    assert plan.fields.away.note.text() == note
    assert plan.beside.text().startswith("This assumes that you leave on Friday, 11 December 2026")


def test_who_is_outside_or_has_an_exit_is_asked_for_no_end(open_case: OpenCase, qtbot: QtBot) -> None:
    assert not ask(open_case(OUTSIDE), qtbot, "20.12.2026").fields.away.edit.isVisible()
    left = traveller("RU", stay("2026-11-02", "2026-11-30"))
    assert not ask(open_case(left), qtbot, "20.12.2026").fields.away.edit.isVisible()


def test_a_trip_in_mind_is_of_one_traveller_alone(open_case: OpenCase, qtbot: QtBot) -> None:
    window = open_case(OUTSIDE, traveller("DE", name="Boris"))
    plan = shown(window)
    retype(qtbot, plan.fields.entry, "1 Dec 2027")
    retype(qtbot, plan.fields.days, "12")
    retype(qtbot, plan.more.first, "2 Jan 2028")
    session = window.session()
    session.show(session.case.travellers[1].key.number)
    assert fields_of(plan) == ("22.11.2026", "", "")
    assert plan.more.first.edit.text() == ""
    retype(qtbot, plan.fields.entry, "1 Dec 2027")
    window.files.new()
    assert plan.fields.entry.edit.text() == ""
