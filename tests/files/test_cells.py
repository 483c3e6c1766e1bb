"""No text of a table is a formula, and each can be read back as it was."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kzstay.files.cells import GUARDED, guarded, unguarded


@pytest.mark.parametrize("text", ["=1+1", "+7 701", "-1", "@a", "\tx", "'=1", "''=1"])
def test_what_begins_like_a_formula_is_guarded(text: str) -> None:
    assert guarded(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "Anna", "'", "O'Brien", "'n", "1=1"])
def test_what_does_not_stays_as_it_is(text: str) -> None:
    assert guarded(text) == unguarded(text) == text


@given(st.text(alphabet="'=+-@ab\t", max_size=6))
def test_it_is_read_back_as_it_was(text: str) -> None:
    assert unguarded(guarded(text)) == text
    assert guarded(text)[:1] not in GUARDED
