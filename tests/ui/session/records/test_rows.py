"""A row as it is shown: a record with what is typed over it, or what is typed alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kzstay.core.case import Case, Permit, Stay, Traveller
from kzstay.core.days import DAY
from kzstay.ui.session.records.drafts import Draft
from kzstay.ui.session.records.rows import (
    Row,
    followed,
    goes_along,
    is_only_typed,
    row_of,
    with_traveller,
    without,
)
from kzstay.ui.session.undo import State
from tests.files import strategies
from tests.helpers import day, move, permit, stay, traveller

START = day("2026-01-01")
DAY_STAY, LONG_STAY = stay("2026-05-20", "2026-05-20"), stay("2026-05-20", "2026-06-08")


def state_of(stays: tuple[Stay, ...], selection: int = -1) -> State:
    return State(Case(travellers=(traveller("GB"), traveller("DE", *stays))), traveller=1, selection=selection)


@given(st.dictionaries(st.sampled_from(["entry", "exit", "note"]), st.text(max_size=4)))
def test_a_row_has_the_kind_and_the_texts_of_its_draft(typed: dict[str, str]) -> None:
    draft = Draft(0, "permits", None, "visa", typed)
    assert row_of(None, draft) == Row("visa", None, typed, draft)
    held = permit("2026-01-01", "2026-02-01", "rvp")
    assert row_of(held, None) == Row("rvp", held)
    # A kind that was chosen for a record is shown in the place of the one that it has
    assert row_of(held, Draft(0, "permits", 0, "residence", typed)).kind == "residence"


@given(st.dictionaries(st.sampled_from(["entry", "exit", "note"]), st.text(max_size=4)))
def test_what_is_typed_elsewhere_keeps_its_order(typed: dict[str, str]) -> None:
    before = dict(typed)
    assert list(without(typed, "exit")) == [field for field in typed if field != "exit"]
    assert typed == before


@given(strategies.travellers)
def test_only_the_shown_traveller_is_changed(who: Traveller) -> None:
    state = state_of(())
    after = with_traveller(state, who)
    assert after.travellers == (state.case.travellers[0], who)


@given(st.integers(1, 6), st.data())
def test_the_selected_stay_is_followed_by_others_put_in_or_taken_out(count: int, data: st.DataObject) -> None:
    stays = tuple(Stay(entry=START + DAY * n, exit=START + DAY * n) for n in range(count))
    selection = data.draw(st.integers(0, count - 1))
    taken = data.draw(st.integers(0, count - 1))
    added = (*stays[:taken], stay("2020-01-01", "2020-01-01"), *stays[taken:])
    before = state_of(stays, selection)
    assert added[followed(before, state_of(added))] is stays[selection]
    fewer = (*stays[:taken], *stays[taken + 1 :])
    found = followed(before, state_of(fewer))
    if taken == selection:
        assert found == -1
    else:
        assert fewer[found] is stays[selection]


@pytest.mark.parametrize("selection", [-1, 3])
def test_where_none_is_selected_none_is_followed(selection: int) -> None:
    stays = (DAY_STAY,)
    assert followed(state_of(stays, selection), state_of(stays)) == -1


@pytest.mark.parametrize(
    ("record", "only"),
    [
        (LONG_STAY, True),
        (stay("2026-05-20", note="by train", notified="2026-05-21", registered="2026-05-22"), True),
        (stay("2026-05-20", moves=[move("2026-05-25")]), False),
        (Stay(entry=day("2026-05-20"), checkpoint="Almaty"), False),
        (Stay(entry=day("2026-05-20"), unknown={"visa_no": 7}), False),
        (Permit(kind="visa", first=day("2026-05-20"), until=day("2026-05-21")), False),
        (None, False),
    ],
)
def test_a_stay_goes_back_into_its_row_only_where_the_row_shows_all_of_it(record: Stay, only: bool) -> None:
    assert is_only_typed(record) is only


def test_an_exit_goes_along_until_somebody_touches_it_or_sets_it_apart() -> None:
    untouched = Draft(0, "stays", 0, untouched=True)
    assert goes_along(row_of(DAY_STAY, untouched))
    assert not goes_along(row_of(DAY_STAY, Draft(0, "stays", 0)))
    assert not goes_along(row_of(DAY_STAY, None))
    assert not goes_along(row_of(LONG_STAY, untouched))
    assert not goes_along(row_of(None, untouched))
