"""Who the traveller is: taken over field by field, told where it cannot be, undone like everything else."""

from __future__ import annotations

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from kzstay.core.case import Host
from kzstay.i18n import LANGUAGES
from kzstay.ui.widgets.columns import SIDES
from kzstay.ui.window.main_window import MainWindow
from tests.helpers import day, stay, traveller
from tests.ui.conftest import OpenCase
from tests.ui.sessions import show_traveller

ANNA = traveller("DE", stay("2026-11-11"), born="1991-04-12", host="individual")

# Without a screen a list cannot be raised, and says so


def name_country(window: MainWindow, qtbot: QtBot, text: str) -> None:
    field = window.stay.form.citizenship.lineEdit()
    assert field is not None
    window.stay.form.begin()
    field.setFocus()
    field.setText(text)  # the keys of a test know no Cyrillic
    qtbot.keyClick(field, Qt.Key.Key_Return)


def pick(window: MainWindow, box: QComboBox, kind: str) -> None:
    window.stay.form.begin()
    box.setCurrentIndex(box.findData(kind))
    box.activated.emit(box.currentIndex())


def test_the_form_shows_who_the_traveller_is(open_case: OpenCase) -> None:
    window = open_case(ANNA)
    window.stay.form.begin()
    form = window.stay.form
    assert form.name.text() == "Anna Schmidt"
    assert form.citizenship.currentText() == "Germany"
    assert form.passport.currentText() == "ordinary passport"
    assert form.born.text() == "12.04.1991"
    assert form.host.currentText() == "individual"


def test_the_name_is_taken_over_when_the_field_is_left(open_case: OpenCase, qtbot: QtBot) -> None:
    window = open_case(ANNA)
    window.stay.form.begin()
    window.stay.form.name.setFocus()
    window.stay.form.name.selectAll()
    qtbot.keyClicks(window.stay.form.name, "Anne Schmidt ")
    qtbot.keyClick(window.stay.form.name, Qt.Key.Key_Tab)
    assert window.session().traveller.name == "Anne Schmidt"
    assert window.stay.header.name.text() == "Anne Schmidt"
    window.commands.undo.trigger()
    assert window.session().traveller == ANNA


@pytest.mark.parametrize("name", ["native_name", "document"])
def test_what_else_a_passport_has_is_taken_over(open_case: OpenCase, qtbot: QtBot, name: str) -> None:
    window = open_case(ANNA)
    window.stay.form.begin()
    field = getattr(window.stay.form, name)
    field.setFocus()
    field.setText(" Әлия Ким 7 ")  # the keys of a test know no Cyrillic
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert getattr(window.session().traveller, name) == "Әлия Ким 7"
    window.commands.undo.trigger()
    assert window.session().traveller == ANNA
    window.stay.form.begin()  # which Enter has closed
    assert field.text() == ""


@pytest.mark.parametrize(
    ("language", "text", "code"),
    [
        ("en", "stateless person", "XXA"),
        ("ru", "лицо без гражданства", "XXA"),
        ("kk", "азаматтығы жоқ адам", "XXA"),
        ("en", "Kyrgyzstan", "KG"),
        ("en", "kyrgyzstan", "KG"),
        ("ru", "Узбекистан", "UZ"),
        ("ru", "узбекистан", "UZ"),
        ("kk", "Өзбекстан", "UZ"),
        ("en", "UZ", "UZ"),
        ("ru", "kg", "KG"),
    ],
)
def test_a_citizenship_is_typed_by_name_or_by_code(
    open_case: OpenCase, qtbot: QtBot, language: str, text: str, code: str
) -> None:
    window = open_case(ANNA)
    window.commands.by_name[f"language_{language}"].trigger()
    name_country(window, qtbot, text)
    assert window.session().traveller.citizenship == code
    window.commands.undo.trigger()
    assert window.session().traveller.citizenship == "DE"


def test_a_name_that_no_country_has_is_told_and_kept(open_case: OpenCase, qtbot: QtBot) -> None:
    window = open_case(ANNA)
    name_country(window, qtbot, "Atlantis")
    assert window.stay.form.echo.text() == "No country is called “Atlantis”."
    assert window.stay.form.citizenship.currentText() == "Atlantis"
    assert window.session().traveller == ANNA


def test_every_citizenship_stands_in_the_list_in_each_language(open_case: OpenCase) -> None:
    window = open_case(ANNA)
    window.stay.form.begin()
    box = window.stay.form.citizenship
    codes = {code for code, _ in window.session().view.w.countries()}
    for language in ("en", "ru", "kk"):
        window.commands.by_name[f"language_{language}"].trigger()
        assert {box.itemData(row) for row in range(box.count())} == codes | {""}
        assert box.currentData() == "DE"


@pytest.mark.parametrize("kind", ["national", "service", "diplomatic"])
def test_each_kind_of_passport_can_be_chosen(open_case: OpenCase, kind: str) -> None:
    window = open_case(ANNA)
    pick(window, window.stay.form.passport, kind)
    assert window.session().traveller.passport == kind


def test_a_passport_is_undone(open_case: OpenCase) -> None:
    window = open_case(ANNA)
    pick(window, window.stay.form.passport, "service")
    window.commands.undo.trigger()
    assert window.session().traveller == ANNA
    assert window.stay.form.passport.currentText() == "ordinary passport"


@pytest.mark.parametrize("kind", ["official", "small", "medium", "large"])
def test_each_kind_of_host_can_be_chosen(open_case: OpenCase, kind: str) -> None:
    window = open_case(ANNA)
    pick(window, window.stay.form.host, kind)
    assert window.session().traveller.host == Host(kind=kind)  # type: ignore[arg-type]


def test_the_name_of_a_host_is_taken_over_where_its_kind_is_known(open_case: OpenCase, qtbot: QtBot) -> None:
    window = open_case(ANNA)
    form = window.stay.form
    form.begin()
    form.host_name.setFocus()
    form.host_name.setText(" Айгүл Серікқызы ")  # the keys of a test know no Cyrillic
    qtbot.keyClick(form.host_name, Qt.Key.Key_Return)
    assert window.session().traveller.host == Host(kind="individual", name="Айгүл Серікқызы")
    assert window.session().undo_stack.undoText()
    pick(window, form.host, "small")
    assert window.session().traveller.host == Host(kind="small", name="Айгүл Серікқызы")
    pick(window, form.host, "")
    assert not form.host_name.isEnabled()
    assert form.host_name.text() == ""


def test_a_host_of_another_traveller_is_offered_by_its_name(open_case: OpenCase) -> None:
    hotel = Host(kind="medium", name="Hotel Alatau")
    window = open_case(ANNA, msgspec.structs.replace(ANNA, name="Boris", host=hotel))
    window.stay.form.begin()
    model = window.stay.form.hosts.model()
    assert [model.data(model.index(row, 0)) for row in range(model.rowCount())] == ["Hotel Alatau"]


def test_where_no_host_is_entered_a_name_alone_is_none(open_case: OpenCase) -> None:
    window = open_case(msgspec.structs.replace(ANNA, host=None))
    form = window.stay.form
    form.begin()
    form.host_name.setText("Somebody")
    form.host_name.editingFinished.emit()
    assert window.session().traveller.host is None


def test_a_host_can_be_left_out(open_case: OpenCase) -> None:
    window = open_case(ANNA)
    pick(window, window.stay.form.host, "")
    assert window.session().traveller.host is None
    window.commands.undo.trigger()
    assert window.session().traveller == ANNA


def test_the_day_of_birth_is_typed_and_echoed(open_case: OpenCase, qtbot: QtBot) -> None:
    window = open_case(ANNA)
    window.stay.form.begin()
    window.stay.form.born.setFocus()
    window.stay.form.born.selectAll()
    qtbot.keyClicks(window.stay.form.born, "1.2.2012")
    assert window.stay.form.echo.text() == "Wednesday, 1 February 2012"
    qtbot.keyClick(window.stay.form.born, Qt.Key.Key_Tab)
    assert window.session().traveller.born == day("2012-02-01")


def test_a_day_of_birth_that_does_not_exist_is_told_and_not_taken(open_case: OpenCase, qtbot: QtBot) -> None:
    window = open_case(ANNA)
    window.stay.form.begin()
    window.stay.form.born.setFocus()
    window.stay.form.born.selectAll()
    qtbot.keyClicks(window.stay.form.born, "31.02.2012")
    assert window.stay.form.echo.text() == "“31.02.2012” is not a date. Enter it like 15.12.2026."
    qtbot.keyClick(window.stay.form.born, Qt.Key.Key_Tab)
    assert window.session().traveller == ANNA


def test_a_day_of_birth_can_be_left_out(open_case: OpenCase, qtbot: QtBot) -> None:
    window = open_case(ANNA)
    window.stay.form.begin()
    window.stay.form.born.setFocus()
    window.stay.form.born.clear()
    qtbot.keyClick(window.stay.form.born, Qt.Key.Key_Tab)
    assert window.session().traveller.born is None


def test_the_form_begins_where_something_is_wanting(open_case: OpenCase) -> None:
    window = open_case(traveller("", stay("2026-11-11")))
    window.stay.form.begin()
    assert window.stay.form.citizenship.hasFocus()
    window = open_case()
    window.stay.form.begin()
    assert window.stay.form.name.hasFocus(), "the name comes first, and who types it types it there"
    window = open_case(ANNA)
    window.stay.form.begin()
    assert window.stay.form.name.hasFocus()


def test_who_is_told_to_choose_the_citizenship_goes_there_past_the_name(open_case: OpenCase) -> None:
    window = open_case()
    window.stay.header.person.click()
    assert window.stay.form.citizenship.hasFocus()
    window.stay.form.hide()
    window.session().change_traveller(ANNA, "change-name")
    window.stay.header.person.click()
    assert window.stay.form.name.hasFocus()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", [960, 1280, 1800])
def test_how_a_day_of_birth_is_typed_is_read_whole(open_case: OpenCase, language: str, width: int) -> None:
    window = open_case()
    window.commands.by_name[f"language_{language}"].trigger()
    window.resize(width, 720)
    window.stay.form.begin()
    QApplication.processEvents()
    born = window.stay.form.born
    margins, letters = born.textMargins(), born.fontMetrics()
    room = born.width() - margins.left() - margins.right()
    assert letters.horizontalAdvance(born.placeholderText()) + SIDES <= room


def test_the_first_stay_is_typed_while_the_citizenship_is_asked_for_beside_it(
    open_case: OpenCase, qtbot: QtBot
) -> None:
    window = open_case()
    window.stay.empty.add.click()
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    assert field.objectName() == "edit_entry"
    assert window.stay.form.isVisible()
    qtbot.keyClicks(field, "1.11.2026")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.session().traveller.stays == (stay("2026-11-01", "2026-11-01"),))
    assert window.stay.hero.lead.text() == "Choose the citizenship"
    window.stay.header.person.click()
    assert window.stay.form.isVisible(), "a click on “Choose citizenship” does not take it away"


def test_the_form_is_closed_with_its_button(open_case: OpenCase, qtbot: QtBot) -> None:
    window = open_case(ANNA)
    window.stay.form.begin()
    qtbot.mouseClick(window.stay.form.done, Qt.MouseButton.LeftButton)
    assert not window.stay.form.isVisible()


def test_the_form_follows_the_traveller(open_case: OpenCase) -> None:
    window = open_case(ANNA, traveller("GB", name="Boris Brown", passport="diplomatic"))
    window.stay.form.begin()
    show_traveller(window.session(), 1)
    assert window.stay.form.citizenship.currentText() == "United Kingdom"
    assert window.stay.form.passport.currentText() == "diplomatic passport"
    assert window.stay.form.born.text() == ""


def test_the_first_stay_asks_who_the_traveller_is(open_case: OpenCase) -> None:
    window = open_case()
    window.stay.empty.add.click()
    assert window.stay.form.isVisible()
    assert not window.stay.empty.isVisible()


def test_enter_goes_on_to_the_citizenship_and_closes_once_that_is_chosen(
    open_case: OpenCase, qtbot: QtBot
) -> None:
    window = open_case()
    form = window.stay.form
    form.begin()
    qtbot.keyClicks(form.name, "Greta")
    qtbot.keyClick(form.name, Qt.Key.Key_Return)
    assert window.session().traveller.name == "Greta"
    assert form.citizenship.hasFocus()
    form.citizenship.edit.setText("holland")
    qtbot.keyClick(form.citizenship.edit, Qt.Key.Key_Return)
    assert window.session().traveller.citizenship == "NL"
    assert form.citizenship.currentText() == "Netherlands"
    form.name.setFocus()
    qtbot.keyClick(form.name, Qt.Key.Key_Return)
    assert form.isHidden()


def test_enter_does_not_close_over_what_cannot_be_used(open_case: OpenCase, qtbot: QtBot) -> None:
    window = open_case(ANNA)
    form = window.stay.form
    form.begin()
    name_country(window, qtbot, "korea")
    assert form.echo.text() == "“korea” may be more than one country. Choose one: North Korea; South Korea"
    qtbot.keyClick(form.name, Qt.Key.Key_Return)
    assert form.isVisible()
    assert form.citizenship.currentText() == "korea"
    assert window.session().traveller == ANNA, "no country is taken that may be another"


def test_esc_closes_and_keeps_what_was_typed(open_case: OpenCase, qtbot: QtBot) -> None:
    window = open_case(ANNA)
    window.stay.form.begin()
    window.stay.form.name.selectAll()
    qtbot.keyClicks(window.stay.form.name, "Anne")
    qtbot.keyClick(window.stay.form.name, Qt.Key.Key_Escape)
    assert window.stay.form.isHidden()
    assert window.session().traveller.name == "Anne"


def test_without_a_citizenship_it_is_asked_for(open_case: OpenCase) -> None:
    window = open_case()
    window.stay.form.begin()
    assert window.stay.form.echo.text().startswith("Citizenship")
    assert window.stay.form.echo.property("role") == "muted"
