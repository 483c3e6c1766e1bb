"""The place People: who is in it, what is done to them, and how one comes there and goes on."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kzstay.i18n import LANGUAGES, Language
from kzstay.ui.places.people import place as module
from kzstay.ui.session.register import AT_ONCE
from kzstay.ui.window.main_window import MainWindow
from tests.helpers import plain, stay, traveller
from tests.ui.conftest import OpenCase
from tests.ui.places.people.people_place import (
    ANNA,
    EVERYBODY,
    IVAN,
    OMAR,
    URGENT,
    WEI,
    choose,
    chosen,
    go,
    names,
    people,
    place_of,
    settle,
    type_in,
)

CTRL = Qt.KeyboardModifier.ControlModifier


def read_only(window: MainWindow) -> None:
    window.session().read_only = True


def test_everybody_is_there_the_most_urgent_first(open_case: OpenCase) -> None:
    assert names(go(open_case(*EVERYBODY))) == URGENT


def test_the_head_names_the_file_how_many_they_are_and_the_day(open_case: OpenCase) -> None:
    place = go(open_case(*EVERYBODY))
    assert plain(place.about.text()) == "case.kzstay · 6 travellers · calculated for 22 November 2026"


def test_it_is_reached_by_key(open_case: OpenCase, qtbot: QtBot) -> None:
    window = open_case(ANNA, IVAN)
    QTest.keySequence(window.stay.timeline, "Ctrl+2")
    qtbot.waitUntil(lambda: window.places.current == "people")


def test_the_first_time_the_keyboard_is_in_the_list_and_later_where_it_was(open_case: OpenCase) -> None:
    window = open_case(ANNA, IVAN)
    place = place_of(window)
    place._begun = False
    window.places.show_place("people")
    assert QApplication.focusWidget() is place.table
    place.filters.field.setFocus()
    window.places.show_place("stay")
    window.places.show_place("people")
    assert QApplication.focusWidget() is place.filters.field


@pytest.mark.parametrize("way", ["enter", "double click", "button"])
def test_a_traveller_opens_in_stay(open_case: OpenCase, way: str) -> None:
    window = open_case(*EVERYBODY)
    place = go(window)
    choose(place, "Wei Zhang")
    place.table.setFocus()
    if way == "enter":
        QTest.keyClick(place.table, Qt.Key.Key_Return)
    elif way == "button":
        place.acts.open.click()
    else:
        at = place.table.visualRect(place.table.currentIndex()).center()
        QTest.mouseClick(place.table.viewport(), Qt.MouseButton.LeftButton, pos=at)
        QTest.mouseDClick(place.table.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert window.places.current == "stay"
    assert window.session().traveller.name == "Wei Zhang"
    window.places.show_place("people")
    assert chosen(place) == ["Wei Zhang"], "the place keeps what was shown in it"


def test_several_are_removed_in_one_step_and_had_back_in_one(open_case: OpenCase) -> None:
    window = open_case(*EVERYBODY)
    session, place = window.session(), go(window)
    choose(place, "Wei Zhang", "Ivan Petrov", "Li Na")
    place.table.setFocus()
    QTest.keyClick(place.table, Qt.Key.Key_Delete)
    assert names(place) == ["Omar Haddad", "Emre Kaya", "Anna Schmidt"]
    assert session.undo_stack.count() == 1
    assert window.info.text.text() == "3 travellers removed."
    window.info.button.click()
    assert names(place) == URGENT
    assert session.case.travellers == EVERYBODY
    assert chosen(place) == ["Wei Zhang", "Ivan Petrov", "Li Na"]
    session.redo()
    assert names(place) == ["Omar Haddad", "Emre Kaya", "Anna Schmidt"]


def test_of_one_it_is_said_that_one_is_gone_and_the_keyboard_is_at_the_next(open_case: OpenCase) -> None:
    window = open_case(*EVERYBODY)
    place = go(window)
    choose(place, "Wei Zhang")
    place.acts.remove.click()
    assert window.info.text.text() == "Traveller removed."
    assert place.table.current() == place.model.keys[names(place).index("Anna Schmidt")]


def test_who_is_shown_in_stay_stays_so_unless_gone(open_case: OpenCase) -> None:
    window = open_case(*EVERYBODY)
    session, place = window.session(), go(window)
    session.show(session.case.travellers[2].key.number)
    choose(place, "Li Na")
    place.remove_chosen()
    assert session.traveller.name == "Ivan Petrov"
    choose(place, "Ivan Petrov", "Emre Kaya")
    place.remove_chosen()
    assert session.traveller.name == "Anna Schmidt"


def test_when_all_are_removed_the_place_invites_anew(open_case: OpenCase) -> None:
    window = open_case(ANNA, IVAN)
    place = go(window)
    place.table.selectAll()
    place.remove_chosen()
    assert window.session().blank
    assert place.invitation.isVisible()
    assert not place.table.isVisible()
    window.session().undo()
    assert not place.invitation.isVisible()
    assert names(place) == ["Anna Schmidt", "Ivan Petrov"]


def test_copies_stand_behind_in_the_case_and_are_chosen(open_case: OpenCase) -> None:
    window = open_case(*EVERYBODY)
    session, place = window.session(), go(window)
    choose(place, "Wei Zhang", "Ivan Petrov")
    place.table.setFocus()
    QTest.keyClick(place.table, Qt.Key.Key_D, CTRL)
    told = [one.name for one in session.case.travellers]
    assert told[2:4] == ["Ivan Petrov", "Ivan Petrov (copy)"]
    assert told[5:7] == ["Wei Zhang", "Wei Zhang (copy)"]
    assert sorted(chosen(place)) == ["Ivan Petrov (copy)", "Wei Zhang (copy)"]
    assert session.undo_stack.count() == 1
    copies = [one for one in session.case.travellers if one.name.endswith("(copy)")]
    assert [one.stays for one in copies] == [IVAN.stays, WEI.stays]
    assert len({one.key.number for one in session.case.travellers}) == 8
    window.info.button.click()
    assert session.case.travellers == EVERYBODY


@pytest.mark.parametrize("act", ["remove", "duplicate"])
def test_a_file_for_reading_only_keeps_its_people(open_case: OpenCase, act: str) -> None:
    window = open_case(ANNA, IVAN)
    place = go(window)
    read_only(window)
    place.table.selectAll()
    (place.remove_chosen if act == "remove" else place.duplicate_chosen)()
    assert names(place) == ["Anna Schmidt", "Ivan Petrov"]
    assert "reading only" in window.info.text.text()
    window.session().read_only = False


def test_with_nobody_chosen_the_commands_say_what_to_do_first(open_case: OpenCase) -> None:
    window = open_case(ANNA, IVAN)
    go(window)
    window.commands.by_name["remove_traveller"].trigger()
    assert window.info.text.text() == "Choose travellers in the list first."
    assert len(window.session().case.travellers) == 2


def test_the_commands_of_the_window_are_about_who_is_chosen_here(open_case: OpenCase) -> None:
    window = open_case(*EVERYBODY)
    place = go(window)
    choose(place, "Wei Zhang")
    window.commands.by_name["remove_traveller"].trigger()
    assert "Wei Zhang" not in names(place)
    choose(place, "Ivan Petrov")
    window.commands.by_name["edit_traveller"].trigger()
    assert window.places.current == "stay"
    assert window.session().traveller.name == "Ivan Petrov"
    assert window.stay.form.isVisible()


def test_somebody_is_added_and_asked_who_it_is(open_case: OpenCase) -> None:
    window = open_case(ANNA, IVAN)
    place = go(window)
    place.add.click()
    assert window.places.current == "stay"
    assert window.stay.form.isVisible()
    assert len(window.session().case.travellers) == 3
    window.places.show_place("people")
    assert names(place)[-1] == "New traveller"


def choose_no_file(monkeypatch: pytest.MonkeyPatch, asked: list[object]) -> None:
    """Close the dialog that asks for a file at once, and keep that it was there."""

    def choose(*_said: object) -> tuple[str, str]:
        asked.append("import")
        return "", ""

    monkeypatch.setattr("PySide6.QtWidgets.QFileDialog.getOpenFileName", choose)


def test_what_others_do_is_asked_for(open_case: OpenCase, monkeypatch: pytest.MonkeyPatch) -> None:
    window = open_case(*EVERYBODY)
    place = go(window)
    asked: list[object] = []
    choose_no_file(monkeypatch, asked)
    place._requests.list_wanted.connect(asked.append)
    place.bring.click()
    type_in(place, "china")
    place.export.click()
    told = {one.key.number: one.name for one in window.session().case.travellers}
    assert asked[0] == "import"
    assert [told[key] for key in asked[1]] == ["Wei Zhang", "Li Na"]  # type: ignore[attr-defined]


@pytest.mark.fresh_window
def test_where_nothing_is_entered_the_place_says_what_it_is_for(
    open_case: OpenCase, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_case()
    window.places.show_place("people")
    place = place_of(window)
    assert place.invitation.isVisible()
    assert QApplication.focusWidget() is place.invitation.add
    assert not any(part.isVisible() for part in (place.table, place.filters, place.acts, place.export))
    assert plain(place.about.text()) == "Untitled case · calculated for 22 November 2026"
    asked: list[object] = []
    choose_no_file(monkeypatch, asked)
    place.invitation.bring.click()
    assert asked == ["import"]
    place.invitation.add.click()
    assert window.places.current == "stay"
    assert window.stay.form.isVisible()


def test_how_many_are_found_is_said_aloud(open_case: OpenCase, monkeypatch: pytest.MonkeyPatch) -> None:
    place = go(open_case(*EVERYBODY))
    told: list[str] = []
    monkeypatch.setattr(module, "announce", lambda _part, text: told.append(text))
    type_in(place, "china")
    place.filters.chips["outside"].click()
    place.filters.every.click()
    assert told == ["2 travellers of 6", "1 traveller of 6", "2 travellers of 6"]


def test_where_nobody_is_found_there_is_a_way_back(open_case: OpenCase) -> None:
    place = go(open_case(*EVERYBODY))
    type_in(place, "nobody at all")
    assert place.nobody.isVisible()
    assert place.table.viewport().rect().contains(place.nobody.geometry())
    place.nobody.every.click()
    assert not place.nobody.isVisible()
    assert names(place) == URGENT
    assert QApplication.focusWidget() is place.table


def test_ctrl_f_leads_to_the_search(open_case: OpenCase) -> None:
    window = open_case(*EVERYBODY)
    place = go(window)
    place.table.setFocus()
    QTest.keySequence(place.table, "Ctrl+F")
    assert QApplication.focusWidget() is place.filters.field


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_speaks_the_language_of_the_window_shown_before_or_after(
    open_case: OpenCase, language: Language
) -> None:
    window = open_case(*EVERYBODY)
    place = go(window)
    window.preferences.set_language(language)
    w = window.session().view.w
    assert place.title.text() == window.places.rail.buttons["people"].text() == w.gettext("People")
    assert place.export.text() == w.gettext("Export list")
    assert place.acts.remove.text() == w.gettext("Remove")
    assert names(place) == URGENT
    assert place.table.accessibleName() == w.gettext("Travellers")


def test_an_edit_is_seen_when_one_comes_back(open_case: OpenCase) -> None:
    window = open_case(OMAR, ANNA)
    place = go(window)
    window.places.show_place("stay")
    window.session().remove_traveller("remove-traveller")
    window.session().add_traveller(traveller("GB", stay("2026-11-01"), name="Boris Brown"), "add-traveller")
    window.places.show_place("people")
    assert names(place) == ["Boris Brown", "Anna Schmidt"]


def test_another_case_is_another_list(open_case: OpenCase, tmp_path: Path) -> None:
    window = open_case(*EVERYBODY)
    place = go(window)
    window.files.open_example()
    assert [one.name for one in window.session().case.travellers] == names(place)


def test_of_a_large_case_nobody_is_assessed_before_it_is_seen(open_case: OpenCase, qtbot: QtBot) -> None:
    crowd = people(AT_ONCE + 1700)
    window = open_case(*crowd)
    place = place_of(window)
    before = place.register.worked_out
    window.places.show_place("people")
    assert place.register.worked_out == before, "nothing is worked out before it is shown"
    assert place.model.rowCount() == len(crowd)
    assert place.model.index(0, 0).data() == "Traveller 0"
    settle(place, qtbot)
    assert place.register.worked_out == before + len(crowd)
    assert names(place)[0] == "Traveller 39"  # here for the most days, and the first of all who are


@pytest.mark.parametrize("size", [(948, 690), (1280, 900)], ids=["small", "large"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_head_says_what_it_has_room_for(
    open_case: OpenCase, language: Language, size: tuple[int, int]
) -> None:
    window = open_case(*EVERYBODY)
    window.preferences.set_language(language)
    place = go(window)
    window.resize(*size)
    for _ in range(3):
        QApplication.processEvents()
    told = place.about
    assert told.isHidden() or told.sizeHint().width() <= told.width()
    assert place.about.toolTip().startswith("case.kzstay")
    assert place.acts.told.isHidden() or place.acts.told.sizeHint().width() <= place.acts.told.width()
