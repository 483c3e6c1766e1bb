"""The page of the stays: what is understood of a typed day, what is left out, and the way to one more."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from kzstay.i18n import LANGUAGES
from kzstay.texts import answers
from kzstay.ui.pages.stays.model import EXIT
from tests.helpers import day
from tests.ui import pages_of
from tests.ui.conftest import OpenCase
from tests.ui.pages.stays.stay_rows import ANNA, FIRST, SECOND, begin
from tests.ui.sessions import type_day


def test_the_echo_says_in_words_what_is_being_typed(open_case: OpenCase, qtbot: QtBot) -> None:
    window = open_case(ANNA)
    field = begin(qtbot, window, FIRST, EXIT)
    assert field.text() == "08.06.2026"
    assert pages_of.stays(window).echo.text() == "Monday, 8 June 2026"
    field.clear()
    assert pages_of.stays(window).echo.text() == "Empty: still in Kazakhstan, or no end planned"
    qtbot.keyClicks(field, "9.6.2026")
    assert pages_of.stays(window).echo.text() == "Tuesday, 9 June 2026"
    assert pages_of.stays(window).echo.property("role") == "muted"
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: pages_of.stays(window).echo.text() == "")
    assert window.session().traveller == ANNA


def test_what_is_no_date_is_said_at_once_and_the_field_turns_red(open_case: OpenCase, qtbot: QtBot) -> None:
    window = open_case(ANNA)
    field = begin(qtbot, window, FIRST, EXIT)
    field.clear()
    qtbot.keyClicks(field, "31.06.2026")
    assert pages_of.stays(window).echo.text() == "“31.06.2026” is not a date. Enter it like 15.12.2026."
    assert pages_of.stays(window).echo.property("role") == "error"
    assert field.property("wrong") is True
    qtbot.keyClick(field, Qt.Key.Key_Backspace)


def test_a_row_that_counts_for_nothing_is_told_of_with_its_reason(open_case: OpenCase, qtbot: QtBot) -> None:
    window = open_case(ANNA)
    page = pages_of.stays(window)
    assert page.echo.text() == ""
    type_day(window.session(), FIRST, "exit", "soon")
    assert page.echo.text() == "1 change is not used yet"
    page.table.setCurrentIndex(page.table.stays.index(FIRST, EXIT))
    assert page.echo.text() == "1 change is not used yet. “soon” is not a date. Enter it like 15.12.2026."
    assert page.echo.property("role") == "error"
    page.table.setCurrentIndex(page.table.stays.index(SECOND, EXIT))
    assert page.echo.text() == "1 change is not used yet"
    window.session().undo_stack.clear()
    type_day(window.session(), FIRST, "exit", "8.6.2026")
    assert page.echo.text() == ""


def test_what_is_being_typed_has_the_line_before_what_is_left_out(open_case: OpenCase, qtbot: QtBot) -> None:
    window = open_case(ANNA)
    type_day(window.session(), FIRST, "exit", "soon")
    field = begin(qtbot, window, SECOND, EXIT)
    assert pages_of.stays(window).echo.text() == "Sunday, 4 October 2026"
    window.session().view.set_day(day("2026-11-23"))
    assert pages_of.stays(window).echo.text() == "Sunday, 4 October 2026"
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: pages_of.stays(window).echo.text().startswith("1 change is not used yet"))


def test_the_button_under_the_table_begins_a_stay(open_case: OpenCase) -> None:
    window = open_case(ANNA)
    pages_of.stays(window).add_button.click()
    assert len(window.stay.stays.stays.rows) == len(ANNA.stays) + 1
    assert isinstance(QApplication.focusWidget(), QLineEdit)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_speaks_the_language_of_the_window(open_case: OpenCase, language: str) -> None:
    window = open_case(ANNA)
    type_day(window.session(), FIRST, "exit", "soon")
    window.commands.by_name[f"language_{language}"].trigger()
    w = window.session().view.w
    assert pages_of.stays(window).add_button.text() == w.gettext("Add stay")
    assert pages_of.stays(window).echo.text() == answers.left_out(w, 0, 1)
