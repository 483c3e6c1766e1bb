"""A row as it is shown: a record with what is typed over it, or what is typed alone."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kzstay.core.case import Case, Key, Permit, Record, Stay, Traveller
from kzstay.ui.session.records.drafts import Draft
from kzstay.ui.session.records.rows import (
    Row,
    goes_along,
    is_only_typed,
    row_of,
    row_to_be,
    shown,
    with_traveller,
    without,
)
from kzstay.ui.session.records.state import State
from tests.files import strategies
from tests.helpers import day, move, permit, stay, traveller

DAY_STAY, LONG_STAY = stay("2026-05-20", "2026-05-20"), stay("2026-05-20", "2026-06-08")


def draft_of(record: Record, **said: Any) -> Draft:  # noqa: ANN401
    """Make a draft in a record."""
    return Draft(traveller=Key().number, list="stays", key=record.key.number, **said)


@given(st.dictionaries(st.sampled_from(["entry", "exit", "note"]), st.text(max_size=4)))
def test_a_row_has_the_kind_and_the_texts_of_its_draft(typed: dict[str, str]) -> None:
    draft = Draft(traveller=Key().number, list="permits", key=Key().number, to_be=True, kind="visa", typed=typed)
    assert row_to_be(draft) == Row(draft.key, "visa", None, typed, draft)
    held = permit("2026-01-01", "2026-02-01", "rvp")
    assert row_of(held, None) == Row(held.key.number, "rvp", held)
    # A kind that was chosen for a record is shown in the place of the one that it has
    assert row_of(held, draft_of(held, kind="residence", typed=typed)).kind == "residence"


@given(st.dictionaries(st.sampled_from(["entry", "exit", "note"]), st.text(max_size=4)))
def test_what_is_typed_elsewhere_keeps_its_order(typed: dict[str, str]) -> None:
    before = dict(typed)
    assert list(without(typed, "exit")) == [field for field in typed if field != "exit"]
    assert typed == before


@given(strategies.travellers)
def test_only_the_traveller_with_that_key_is_changed(who: Traveller) -> None:
    first, second = traveller("GB"), traveller("GB")
    case = Case(travellers=(first, second))
    changed = msgspec.structs.replace(who, key=second.key)
    after = with_traveller(case, changed)
    assert after.travellers[0] is first
    assert after.travellers[1] is changed
    assert shown(State(after, second.key.number)) is changed


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
    untouched = draft_of(DAY_STAY, untouched=True)
    assert goes_along(row_of(DAY_STAY, untouched))
    assert not goes_along(row_of(DAY_STAY, draft_of(DAY_STAY)))
    assert not goes_along(row_of(DAY_STAY, None))
    assert not goes_along(row_of(LONG_STAY, draft_of(LONG_STAY, untouched=True)))
    assert not goes_along(row_to_be(msgspec.structs.replace(untouched, to_be=True)))
