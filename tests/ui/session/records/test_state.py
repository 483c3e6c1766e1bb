"""The state in which a case is opened."""

from __future__ import annotations

from kzstay.ui.session.records.state import State, beginning
from tests.helpers import case, stay, traveller


def test_a_case_is_opened_with_its_first_traveller_and_nothing_selected_or_typed() -> None:
    twins = [traveller("DE", stay("2026-11-11")) for _ in range(2)]
    state = beginning(case(*twins))
    assert state == State(case(*twins), twins[0].key.number)
    assert state != State(case(*twins), twins[1].key.number), "they say the same, and are two"
    assert (state.selection, state.drafts) == (None, ())
