"""However a table is cut, its answers and its errors are the same, to the byte."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kzstay.batch import pieces as module
from tests.batch.tables import answered, cells, table

# People who come one after another and again, rows of nobody, and rows that are more or less than they should be
PEOPLE = [
    "A,DE,,",
    "A ,de,,",
    '"A\nB",DE,,',
    '"A""",KZ,national,',
    "=A,RU,,1990-05-01",
    "B,XX,,",
    " ,,,",
    "\0,DE,,",
]
DAYS = ["2026-01-01,2026-01-05", "2026-03-01,", ",", "x,", "2026-01-01,2025-01-01", "2026-11-11,,,,,y", '2026-1"']
ROWS = [f"{person},{days}" for person in PEOPLE for days in DAYS]
NOBODY = ["", ",,,,,,,", ",,,,,,,,,", ",,,,,,,,x", '"",', "  "]
ENDS = ["\n", "\r\n", "\r"]


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_LOOK", 16)


def both(text: str, size: int) -> None:
    with TemporaryDirectory() as place:
        whole, parts = answered(Path(place), text), answered(Path(place), text, size=size)
    assert parts == whole


@given(
    st.lists(st.sampled_from(ROWS) | st.sampled_from(NOBODY), max_size=30), st.sampled_from(ENDS), st.booleans()
)
def test_a_table_is_the_same_in_pieces(rows: list[str], end: str, ended: bool) -> None:
    text = end.join(table(*rows).splitlines()) + end * ended
    both(text, 1)
    both(text, 100)


@given(st.lists(st.sampled_from(["A", '"A\n"', ""]).map(lambda name: f"{name},DE,2026-11-11,,,B"), max_size=30))
def test_what_is_beyond_the_last_column_is_of_no_other(rows: list[str]) -> None:
    both(table(*rows, header="traveller,citizenship,entry,exit"), 1)


def test_a_row_of_nobody_between_those_of_a_traveller_divides_nothing() -> None:
    stays = "2026-01-01,2026-01-05,,\n,,,,,,,", "2026-03-01,2026-03-05,,"
    rows = [f"T{number},DE,,,{stay}" for number in range(9) for stay in stays]
    with TemporaryDirectory() as place:
        outcome, _, _ = answered(Path(place), table(*rows), size=1)
    assert (outcome.answered, outcome.refused) == (9, 0)


def test_who_has_neither_name_nor_country_is_told_of_also_where_a_table_begins() -> None:
    with TemporaryDirectory() as place:
        outcome, _, errors = answered(Path(place), table(",,,,2026-01-01,2026-01-05,,", "A,DE,,,,,,"))
    assert (outcome.answered, outcome.refused) == (1, 1)
    assert [(row["line"], row["field"]) for row in cells(errors)] == [("2", "traveller"), ("2", "citizenship")]
