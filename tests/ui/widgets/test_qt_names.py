"""What Qt leaves without a name has one, in every language."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QCalendarWidget, QLineEdit, QTabBar, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from kzstay.i18n import LANGUAGES, Language
from kzstay.texts.words import words
from kzstay.ui.widgets import qt_names


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_button_that_empties_a_field_has_a_name(qtbot: QtBot, language: Language) -> None:
    field, w = QLineEdit(), words(language)
    qtbot.addWidget(field)
    field.addAction(QAction("Search", field), QLineEdit.ActionPosition.LeadingPosition)
    field.setClearButtonEnabled(True)
    qt_names.name_clear_button(field, w)
    named = [button.accessibleName() for button in field.findChildren(QToolButton)]
    assert sorted(named) == ["", w.gettext("Clear the field")], "any other sign has a name of its own"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_buttons_that_scroll_tabs_speak_the_language(qtbot: QtBot, language: Language) -> None:
    bar, w = QTabBar(), words(language)
    qtbot.addWidget(bar)
    qt_names.name_scroll_buttons(bar, w)
    named = {button.accessibleName() for button in bar.findChildren(QToolButton)}
    assert named == {w.gettext("Scroll left"), w.gettext("Scroll right")}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_calendar_and_its_buttons_have_names(qtbot: QtBot, language: Language) -> None:
    calendar, w = QCalendarWidget(), words(language)
    qtbot.addWidget(calendar)
    qt_names.name_calendar(calendar, w)
    names = [
        calendar.findChild(QWidget, f"qt_calendar_{name}").accessibleName()  # type: ignore[union-attr]
        for name in ("prevmonth", "calendarview", "nextmonth")
    ]
    assert names == [w.gettext("Previous month"), w.gettext("Calendar"), w.gettext("Next month")]
