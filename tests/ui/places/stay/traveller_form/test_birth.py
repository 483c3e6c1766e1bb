"""The day of birth in the form: what is none is refused and stays as it was typed."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from kzstay.ui.window.main_window import MainWindow
from tests.helpers import day, stay, traveller
from tests.ui.conftest import OpenCase
from tests.ui.sessions import show_traveller, type_day

ANNA = traveller("DE", stay("2026-11-11"), born="1991-04-12", host="individual")

# Without a screen a list cannot be raised, and says so


def type_born(window: MainWindow, qtbot: QtBot, text: str) -> None:
    window.stay.form.begin()
    window.stay.form.born.setFocus()
    window.stay.form.born.selectAll()
    qtbot.keyClicks(window.stay.form.born, text)
    qtbot.keyClick(window.stay.form.born, Qt.Key.Key_Tab)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("1.2.2027", "The date of birth is in the future."),
        ("01.02.1850", "The year is not between 1900 and 2199."),
        ("31.02.2012", "“31.02.2012” is not a date. Enter it like 15.12.2026."),
    ],
)
def test_a_day_on_which_nobody_was_born_is_refused_and_kept_as_typed(
    open_case: OpenCase, qtbot: QtBot, text: str, reason: str
) -> None:
    window = open_case(ANNA, traveller("GB", name="Boris Brown"))
    type_born(window, qtbot, text)
    form = window.stay.form
    assert window.session().traveller == ANNA
    assert form.echo.text() == reason
    assert form.echo.property("role") == "error"
    assert form.born.property("wrong") is True
    type_day(window.session(), 0, "notified", "12.11.2026")
    show_traveller(window.session(), 1)
    assert (form.born.text(), form.echo.text(), form.born.property("wrong")) == ("", "", False)
    show_traveller(window.session(), 0)
    assert (form.born.text(), form.echo.text(), form.born.property("wrong")) == (text, reason, True)


def test_a_day_of_birth_typed_over_a_mistake_is_taken(open_case: OpenCase, qtbot: QtBot) -> None:
    window = open_case(ANNA)
    type_born(window, qtbot, "1.2.2027")
    type_born(window, qtbot, "1.2.2012")
    assert window.session().traveller.born == day("2012-02-01")
    assert window.stay.form.born.text() == "01.02.2012"
    assert window.stay.form.echo.text() == ""
    assert window.stay.form.born.property("wrong") is False


def test_a_day_of_birth_in_the_future_is_told_while_it_is_typed(open_case: OpenCase, qtbot: QtBot) -> None:
    window = open_case(ANNA)
    window.stay.form.begin()
    window.stay.form.born.setFocus()
    window.stay.form.born.selectAll()
    qtbot.keyClicks(window.stay.form.born, "23.11.2026")
    assert window.stay.form.echo.text() == "The date of birth is in the future."
    assert window.stay.form.born.property("wrong") is True


def test_a_mistake_is_not_taken_over_by_who_moves_up(open_case: OpenCase, qtbot: QtBot) -> None:
    window = open_case(ANNA, traveller("GB", name="Boris Brown"))
    type_born(window, qtbot, "1.2.2027")
    window.controller.remove_traveller()
    assert window.stay.form.born.text() == ""
    window.files.new()
    assert window.stay.form.born.text() == ""


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_an_empty_date_of_birth_shows_how_a_day_is_typed_and_not_a_day(open_case: OpenCase, language: str) -> None:
    window = open_case(traveller("DE"))
    window.commands.by_name[f"language_{language}"].trigger()
    window.stay.form.begin()
    shown = window.stay.form.born.placeholderText()
    assert shown
    assert not any(letter.isdigit() for letter in shown)
