"""The details of the chosen stay: its kind, the passport that was shown, and where the border was crossed."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from kzstay.i18n import LANGUAGES
from kzstay.ui.pages.stays.details import StayDetails
from kzstay.ui.pages.stays.model import NOTE
from kzstay.ui.widgets.stops import is_stop, stops_of
from kzstay.ui.window.main_window import MainWindow
from tests.ui import pages_of
from tests.ui.conftest import OpenCase
from tests.ui.pages.stays.stay_rows import ANNA, FIRST, SECOND, shown


def details(window: MainWindow, row: int = FIRST) -> StayDetails:
    """Open the details of a stay."""
    page = pages_of.stays(window)
    page.table.setCurrentIndex(page.table.stays.index(row, NOTE))
    if not page.details_button.isChecked():
        page.details_button.click()
    return page.details


def pick(box: QComboBox, code: str) -> None:
    box.setCurrentIndex(box.findData(code))
    box.activated.emit(box.currentIndex())


def write(qtbot: QtBot, field: QLineEdit, text: str) -> None:
    field.setFocus()
    field.selectAll()
    qtbot.keyClick(field, Qt.Key.Key_Delete)
    qtbot.keyClicks(field, text)
    qtbot.keyClick(field, Qt.Key.Key_Return)


def country(qtbot: QtBot, form: StayDetails, text: str) -> None:
    field = form.citizenship.lineEdit()
    assert field is not None
    field.setFocus()
    field.setText(text)  # by keys a list would be raised, which wants a screen
    qtbot.keyClick(field, Qt.Key.Key_Return)


def test_the_details_are_there_when_they_are_asked_for(open_case: OpenCase) -> None:
    window = open_case(ANNA)
    page = pages_of.stays(window)
    assert not page.details.isVisible()
    form = details(window)
    assert form.isVisible()
    assert form.kind.currentText() == "visit"
    assert form.citizenship.currentText() == ""
    page.details_button.click()
    assert not form.isVisible()


def test_tab_comes_from_the_table_to_the_details_and_on_to_the_buttons(open_case: OpenCase) -> None:
    window = open_case(ANNA)
    form, page = details(window), pages_of.stays(window)
    stops = [stop for stop in stops_of(window) if is_stop(stop)]
    first = stops.index(page.table)
    fields = [form.kind, form.citizenship, form.passport, form.checkpoint, form.exit_checkpoint]
    assert stops[first + 1 : first + 8] == [*fields, page.add_button, page.details_button]


def test_a_kind_is_chosen_and_told_in_the_table(open_case: OpenCase) -> None:
    window = open_case(ANNA)
    form = details(window)
    pick(form.kind, "transport")
    assert window.session().traveller.stays[FIRST].kind == "transport"
    assert shown(window, FIRST, NOTE) == "transport (driver or crew)"
    assert window.commands.undo.text() == "Undo: Change kind of stay"
    window.commands.undo.trigger()
    assert window.session().traveller == ANNA
    assert form.kind.currentData() == "visit"


def test_another_passport_is_entered_and_its_term_holds(open_case: OpenCase, qtbot: QtBot) -> None:
    window = open_case(ANNA)
    form = details(window)
    country(qtbot, form, "Russia")
    pick(form.passport, "service")
    held = window.session().traveller.stays[FIRST]
    assert (held.citizenship, held.passport) == ("RU", "service")
    assert shown(window, FIRST, NOTE) == "Russia · service passport"
    verdict = window.session().assessment.reckoning.verdict(FIRST)
    assert verdict.regime is not None
    assert verdict.regime.id == "eaeu-official"
    country(qtbot, form, "")
    held = window.session().traveller.stays[FIRST]
    assert (held.citizenship, held.passport) == (None, None), "the passport goes with its citizenship"


def test_a_passport_without_its_citizenship_waits_and_says_what_is_wanted(
    open_case: OpenCase, qtbot: QtBot
) -> None:
    window = open_case(ANNA)
    form = details(window)
    pick(form.passport, "diplomatic")
    assert form.echo.text() == "Enter the citizenship that goes with this passport."
    assert form.passport.property("wrong") is True
    assert form.passport.currentData() == "diplomatic"
    assert window.session().traveller == ANNA
    country(qtbot, form, "KR")
    held = window.session().traveller.stays[FIRST]
    assert (held.citizenship, held.passport) == ("KR", "diplomatic")
    assert not form.echo.isVisible()


def test_what_no_country_is_called_is_kept_and_told(open_case: OpenCase, qtbot: QtBot) -> None:
    window = open_case(ANNA)
    form = details(window)
    country(qtbot, form, "Atlantis")
    assert form.echo.text() == "No country is called “Atlantis”."
    assert form.citizenship.currentText() == "Atlantis"
    assert window.session().traveller == ANNA
    details(window, SECOND)
    assert form.citizenship.currentText() == ""
    assert form.echo.text() == ""
    details(window, FIRST)
    assert form.citizenship.currentText() == "Atlantis"


def test_checkpoints_are_typed(open_case: OpenCase, qtbot: QtBot) -> None:
    window = open_case(ANNA)
    form = details(window)
    write(qtbot, form.checkpoint, "Almaty")
    write(qtbot, form.exit_checkpoint, "Qorday")
    held = window.session().traveller.stays[FIRST]
    assert (held.checkpoint, held.exit_checkpoint) == ("Almaty", "Qorday")
    assert shown(window, FIRST, NOTE) == "Almaty · Qorday"
    window.commands.undo.trigger()
    assert form.exit_checkpoint.text() == ""


def test_of_no_stay_there_is_nothing_to_enter(open_case: OpenCase) -> None:
    window = open_case(ANNA)
    form = details(window)
    window.session().select(-1)
    assert not form.kind.isEnabled()
    pick(form.kind, "transit")
    assert window.session().traveller == ANNA


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_field_has_a_name_and_its_choices_in_the_language(open_case: OpenCase, language: str) -> None:
    window = open_case(ANNA)
    form = details(window)
    window.commands.by_name[f"language_{language}"].trigger()
    names = [field.accessibleName() for field in (form.kind, form.citizenship, form.passport, form.checkpoint)]
    assert len(set(names)) == 4
    assert all(names)
    assert all(form.kind.itemText(row) for row in range(form.kind.count()))
