"""What a person can have done: the way to what waits, adding and deleting, and taking back."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit, QTableView

from kzstay.ui.session.editing import Editing
from kzstay.ui.session.records.lists import RecordList
from kzstay.ui.session.records.papers import PERMITS, RULINGS
from kzstay.ui.session.records.person import PERSON
from kzstay.ui.session.records.stays import STAYS
from tests.helpers import case, stay, traveller
from tests.ui.conftest import OpenCase
from tests.ui.sessions import show_traveller, shown_place, type_day, type_text

ANNA = traveller("DE", stay("2026-07-01", "2026-07-10"), stay("2026-11-11"))


# The way to what was typed and cannot be used yet, wherever it stands


def test_what_waits_is_shown_to_who_asks_for_it(open_case: OpenCase) -> None:
    boris = traveller("GB", stay("2026-05-01", "2026-05-02"), name="Boris")
    window = open_case(ANNA, boris)
    show_traveller(window.session(), 1)
    type_day(window.session(), 0, "exit", "soon")
    show_traveller(window.session(), 0)
    window.stay.show_page("plan")
    window.controller.show_waiting()
    assert shown_place(window.session()) == 1
    assert window.stay.page == "stays"
    assert window.stay.stays.currentIndex().row() == 0


def test_of_two_rows_that_wait_the_first_is_shown(open_case: OpenCase) -> None:
    window = open_case(ANNA)
    editing = Editing(window.session())
    waiting = editing.add(STAYS), editing.add(STAYS)
    for row in waiting:
        assert row is not None
        editing.type(STAYS, row, "entry", "soon")
    window.controller.show_waiting()
    assert window.stay.stays.currentIndex().row() == waiting[0]


@pytest.mark.parametrize(("listed", "kind", "field"), [(PERMITS, "visa", "days"), (RULINGS, "fine", "served")])
def test_a_paper_that_waits_is_shown_on_its_page(
    open_case: OpenCase, listed: RecordList, kind: str, field: str
) -> None:
    window = open_case(ANNA)
    editing = Editing(window.session())
    row = editing.add(listed, kind)
    assert row is not None
    editing.type(listed, row, field, "soon")
    window.controller.show_waiting()
    assert window.stay.page == "papers"
    table = window.stay.tabs.findChild(QTableView, listed.name)
    assert table is not None
    assert table.hasFocus()
    assert table.currentIndex().row() == row


def test_what_waits_of_the_person_is_shown_in_the_form(open_case: OpenCase) -> None:
    window = open_case(ANNA)
    Editing(window.session()).type(PERSON, 0, "born", "soon")
    window.controller.show_waiting()
    assert window.stay.form.isVisible()


def test_an_empty_row_is_nothing_that_waits(open_case: OpenCase) -> None:
    window = open_case(ANNA)
    Editing(window.session()).add(PERMITS, "visa")
    window.stay.show_page("law")
    window.controller.show_waiting()
    assert window.stay.page == "law"


# Adding, deleting and taking back


def test_who_adds_a_stay_for_a_blank_traveller_is_asked_who_it_is_beside_the_days(open_case: OpenCase) -> None:
    window = open_case()
    window.stay.show_page("law")
    window.controller.add_stay()
    assert window.stay.page == "stays"
    assert window.stay.form.isVisible()
    cell = QApplication.focusWidget()
    assert isinstance(cell, QLineEdit)
    assert window.stay.stays.isAncestorOf(cell)


def test_without_a_chosen_stay_nothing_is_deleted(open_case: OpenCase) -> None:
    window = open_case(ANNA)
    window.session().select(-1)
    window.controller.delete_stay()
    for row in (-1, 2, 99):
        window.controller.delete_row(row)
    assert window.session().traveller == ANNA
    assert not window.info.isVisible()


@pytest.mark.parametrize("name", ["delete_stay", "remove_traveller", "add_stay"])
def test_of_a_file_for_reading_only_nothing_goes_and_it_is_said_why(open_case: OpenCase, name: str) -> None:
    window = open_case(ANNA)
    session = window.session()
    session.select(0)
    session.read_only = True
    getattr(window.controller, name)()
    session.read_only = False
    assert session.case == case(ANNA)
    assert session.state.drafts == ()
    assert window.info.text.text() == "The file is open for reading only. Save it under another name."
    assert not window.info.button.isVisible(), "there is nothing to have back"


def test_undo_has_back_what_the_bar_offers_and_then_the_step_before(open_case: OpenCase) -> None:
    """A row to be is in no step: without the bar, undo would take back the note and leave the row deleted."""
    window = open_case(ANNA)
    session, editing = window.session(), Editing(window.session())
    type_text(session, 0, "note", "by train")
    row = editing.add(STAYS)
    assert row is not None
    editing.type(STAYS, row, "note", "to come")
    window.controller.delete_row(row)
    assert len(editing.rows(STAYS)) == 2
    window.controller.undo()
    assert len(editing.rows(STAYS)) == 3
    assert session.traveller.stays[0].note == "by train"
    window.controller.undo()
    assert session.traveller == ANNA


def test_what_is_being_typed_is_taken_over_and_the_field_kept(open_case: OpenCase) -> None:
    window = open_case(ANNA)
    window.stay.form.begin()
    field = window.stay.form.findChild(QLineEdit, "traveller_name")
    assert field is not None
    field.setFocus()
    field.setText("Anne Schmidt")
    window.controller.finish_typing()
    assert window.session().traveller.name == "Anne Schmidt"
    assert QApplication.focusWidget() is field


def test_a_traveller_begun_in_an_empty_case_is_the_one_that_is_there(open_case: OpenCase) -> None:
    window = open_case()
    window.controller.add_traveller()
    assert len(window.session().case.travellers) == 1
    window = open_case(ANNA)
    window.controller.add_traveller()
    assert len(window.session().case.travellers) == 2
