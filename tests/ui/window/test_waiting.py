"""The way to what was typed and cannot be used yet, wherever it stands."""

from __future__ import annotations

from kzstay.ui.session.records.stays import STAYS
from tests.helpers import stay, traveller
from tests.ui.conftest import OpenCase
from tests.ui.sessions import type_day

JULY, PRESENT = stay("2026-07-01", "2026-07-10"), stay("2026-11-11")


ANNA = traveller("DE", JULY, PRESENT)


def test_what_waits_is_shown_to_who_asks_for_it(open_case: OpenCase) -> None:
    boris = traveller("GB", stay("2026-05-01", "2026-05-02"), name="Boris")
    window = open_case(ANNA, boris)
    window.session().show_traveller(1)
    type_day(window.session(), 0, "exit", "soon")
    window.session().show_traveller(0)
    window.tabs.setCurrentIndex(3)
    window.show_waiting()
    assert window.session().traveller_index == 1
    assert window.tabs.currentIndex() == 0
    assert window.stays.currentIndex().row() == 0


def test_of_two_rows_that_wait_the_first_is_shown(open_case: OpenCase) -> None:
    window = open_case(ANNA)
    editing = window.session().editing
    waiting = editing.add(STAYS), editing.add(STAYS)
    for row in waiting:
        assert row is not None
        editing.type(STAYS, row, "entry", "soon")
    window.show_waiting()
    assert window.stays.currentIndex().row() == waiting[0]
