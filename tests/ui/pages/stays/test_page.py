"""The page of the stays: what is understood of a typed day, what is left out, and the way to one more."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from kzstay.ui.pages.stays.model import EXIT
from tests.ui.conftest import OpenCase
from tests.ui.pages.stays.stay_rows import ANNA, FIRST, begin


def test_the_echo_says_in_words_what_is_being_typed(open_case: OpenCase, qtbot: QtBot) -> None:
    window = open_case(ANNA)
    field = begin(qtbot, window, FIRST, EXIT)
    assert field.text() == "08.06.2026"
    assert window.stays_page.echo.text() == "Monday, 8 June 2026"
    field.clear()
    assert window.stays_page.echo.text() == "Empty: still in Kazakhstan, or no end planned"
    qtbot.keyClicks(field, "9.6.2026")
    assert window.stays_page.echo.text() == "Tuesday, 9 June 2026"
    assert window.stays_page.echo.property("role") == "muted"
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: window.stays_page.echo.text() == "")
    assert window.session().traveller == ANNA


def test_what_is_no_date_is_said_at_once_and_the_field_turns_red(open_case: OpenCase, qtbot: QtBot) -> None:
    window = open_case(ANNA)
    field = begin(qtbot, window, FIRST, EXIT)
    field.clear()
    qtbot.keyClicks(field, "31.06.2026")
    assert window.stays_page.echo.text() == "“31.06.2026” is not a date. Enter it like 15.12.2026."
    assert window.stays_page.echo.property("role") == "error"
    assert field.property("wrong") is True
    qtbot.keyClick(field, Qt.Key.Key_Backspace)
