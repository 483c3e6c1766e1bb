"""A wrong day is told with its field while it stands there, and said once somebody goes on; in whichever field."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from kzstay.ui.pages.stays.model import DAYS, ENTRY
from kzstay.ui.places.people.mark_done import MarkDone
from kzstay.ui.window.main_window import MainWindow
from tests.helpers import stay, traveller
from tests.ui import pages_of
from tests.ui.conftest import OpenCase
from tests.ui.heard import Ear
from tests.ui.places.guide.guide_place import entry
from tests.ui.places.people.people_place import go
from tests.ui.window.exporting.open_dialogs import opened

ANNA = traveller("DE", stay("2026-09-20", "2026-10-04"), stay("2026-11-11"), host="individual")
WRONG, DAY, ECHO = "32.13", "11.11.2026", "Wednesday, 11 November 2026"


def in_table(window: MainWindow) -> QLineEdit:
    table = window.stay.stays
    table.setFocus()
    table.edit_field(1, "entry")
    (edit,) = (part for part in table.findChildren(QLineEdit) if part.isVisible())
    assert table.currentIndex().column() == ENTRY
    return edit


def in_form(window: MainWindow) -> QLineEdit:
    window.stay.form.begin()
    return window.stay.form.born


def in_picker(window: MainWindow) -> QLineEdit:
    window.stay.header.day.click()
    return window.stay.header.picker.edit


def in_plan(window: MainWindow) -> QLineEdit:
    window.stay.show_page("plan")
    return pages_of.plan(window).fields.entry.edit


def in_search_of_plan(window: MainWindow) -> QLineEdit:
    window.stay.show_page("plan")
    return pages_of.plan(window).more.first.edit


def in_check(window: MainWindow) -> QLineEdit:
    return entry(window).fields.entry


def in_export(window: MainWindow) -> QLineEdit:
    return opened(window).choices.day


def at_desk(window: MainWindow) -> QLineEdit:
    go(window).desk.mark()
    (dialog,) = (part for part in window.findChildren(MarkDone) if part.isVisible())
    return dialog.day


FIELDS: list[Callable[[MainWindow], QLineEdit]] = [
    in_table,
    in_form,
    in_picker,
    in_plan,
    in_search_of_plan,
    in_check,
    in_export,
    at_desk,
]


@pytest.mark.parametrize("go_to", FIELDS)
def test_a_wrong_day_is_told_with_the_field_and_said_on_going_on(
    open_case: OpenCase, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, go_to: Callable[[MainWindow], QLineEdit]
) -> None:
    window = open_case(ANNA)
    field = go_to(window)
    field.setFocus()
    field.selectAll()
    QApplication.processEvents()
    ear = Ear(monkeypatch)
    qtbot.keyClicks(field, WRONG)
    told = field.accessibleDescription()
    assert "is not a date" not in told, "whoever is still typing hears no error with each key"
    qtbot.waitUntil(lambda: WRONG in field.accessibleDescription())
    told = field.accessibleDescription()
    assert ear.since() == [], "nobody is interrupted"
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert ear.since() == [told], "once, and in the same words"


@pytest.mark.parametrize("go_to", FIELDS)
def test_whoever_goes_on_at_once_hears_the_reason_at_once(
    open_case: OpenCase, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, go_to: Callable[[MainWindow], QLineEdit]
) -> None:
    field = go_to(open_case(ANNA))
    field.setFocus()
    field.selectAll()
    QApplication.processEvents()
    ear = Ear(monkeypatch)
    qtbot.keyClicks(field, WRONG)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    (said,) = ear.since()
    assert WRONG in said


@pytest.mark.parametrize("go_to", FIELDS)
def test_a_day_is_told_in_words_with_the_field(
    open_case: OpenCase, qtbot: QtBot, go_to: Callable[[MainWindow], QLineEdit]
) -> None:
    field = go_to(open_case(ANNA))
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, DAY)
    assert field.accessibleDescription() == ECHO


def test_a_day_of_other_years_is_refused_in_words(
    open_case: OpenCase, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    field = in_picker(open_case(ANNA))
    field.selectAll()
    qtbot.keyClicks(field, "1.1.1066")
    ear = Ear(monkeypatch)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    (said,) = ear.since()
    assert said == field.accessibleDescription()
    assert field.isVisible()


def test_a_country_that_is_none_is_said(
    open_case: OpenCase, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    form = open_case(ANNA).stay.form
    form.begin()
    edit = form.citizenship.lineEdit()
    assert edit is not None
    form.citizenship.setFocus()
    edit.selectAll()
    qtbot.keyClicks(edit, "Atlantis")
    ear = Ear(monkeypatch)
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    (said,) = ear.since()
    assert "Atlantis" in said
    assert form.citizenship.accessibleDescription() == edit.accessibleDescription() == said


def days_in_table(window: MainWindow) -> QLineEdit:
    table = window.stay.stays
    table.setFocus()
    table.edit(table.stays.index(0, DAYS))
    (edit,) = (part for part in table.findChildren(QLineEdit) if part.isVisible())
    return edit


def test_days_that_are_typed_in_a_cell_are_told_as_the_day_that_they_come_to(
    open_case: OpenCase, qtbot: QtBot
) -> None:
    field = days_in_table(open_case(ANNA))
    assert field.accessibleName() == "Days"
    assert field.accessibleDescription(), "what it is for, before anything is typed"
    field.selectAll()
    qtbot.keyClicks(field, "20")
    assert "9 October 2026" in field.accessibleDescription()
    field.clear()
    assert "sets the exit" in field.accessibleDescription()


def test_a_number_of_days_that_is_none_is_said(
    open_case: OpenCase, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_case(ANNA)
    window.stay.show_page("plan")
    field = pages_of.plan(window).fields.days.edit
    ear = Ear(monkeypatch)
    qtbot.keyClicks(field, "many")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert ear.since() == [field.accessibleDescription()]
