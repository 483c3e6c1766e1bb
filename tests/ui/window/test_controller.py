"""The way to what was typed and cannot be used yet, wherever it stands."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QTableView

from kzstay.ui.session.editing import Editing
from kzstay.ui.session.records.lists import RecordList
from kzstay.ui.session.records.papers import PERMITS, RULINGS
from kzstay.ui.session.records.person import PERSON
from kzstay.ui.session.records.stays import STAYS
from tests.helpers import stay, traveller
from tests.ui.conftest import OpenCase
from tests.ui.sessions import type_day

ANNA = traveller("DE", stay("2026-07-01", "2026-07-10"), stay("2026-11-11"))


def test_what_waits_is_shown_to_who_asks_for_it(open_case: OpenCase) -> None:
    boris = traveller("GB", stay("2026-05-01", "2026-05-02"), name="Boris")
    window = open_case(ANNA, boris)
    window.session().show_traveller(1)
    type_day(window.session(), 0, "exit", "soon")
    window.session().show_traveller(0)
    window.stay.show_page("plan")
    window.controller.show_waiting()
    assert window.session().traveller_index == 1
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
