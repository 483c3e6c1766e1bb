"""A table is cut where a traveller begins, and never within a row."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import BinaryIO, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kzstay.batch import pieces as module
from kzstay.batch.form import head_of, records
from kzstay.batch.pieces import Endless, Piece, lines_in, pieces
from tests.batch.tables import many, table


def cut(data: bytes, size: int) -> list[Piece]:
    head = head_of(data)
    stream = BytesIO(data)
    held = stream.read(head.start)[head.start :]
    return list(pieces(cast("BinaryIO", stream), held, head.start, head.line, head.form, size))


def check_all(data: bytes, size: int) -> list[Piece]:
    """Check that nothing is lost, that each traveller is in one piece, and that lines go on."""
    head, found = head_of(data), cut(data, size)
    assert b"".join(piece.data for piece in found) == data[head.start :]
    place, line, before = head.start, head.line, None
    for piece in found:
        assert (piece.start, piece.line, piece.end) == (place, line, place + len(piece.data))
        people = [head.form.person(record) for *_, record in records(piece.data, head.form.separator)]
        assert before is None or people[0] != before
        place, line, before = piece.end, line + lines_in(piece.data), people[-1]
    return found


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_LOOK", 64)


@pytest.mark.parametrize("size", [1, 100, 1000, 5000, 1 << 20])
def test_pieces_hold_whole_travellers(size: int) -> None:
    found = check_all(many(60).encode(), size)
    assert len(found) > 1 or size == 1 << 20


def test_without_a_quotation_mark_each_line_is_a_row() -> None:
    text = table(*(f"T{number // 3},DE,,,2026-01-0{number % 3 + 1},,," for number in range(300)))
    assert len(check_all(text.encode(), 500)) > 10
    assert len(check_all(text.replace("\n", "\r\n").encode(), 500)) > 10


def test_a_line_break_in_a_name_is_no_end_of_a_row() -> None:
    rows = [f'"A\nB,DE\n{number}",DE,,,2026-01-01,,,' for number in range(100)]
    assert len(check_all(table(*rows).encode(), 200)) > 10


def test_a_quotation_mark_within_a_text_is_a_letter() -> None:
    rows = [
        f'O"Brien {number},DE,,,2026-01-01,,,' if number == 3 else f'"A\n{number}",DE,,,,,,'
        for number in range(99)
    ]
    assert len(check_all(table(*rows).encode(), 200)) > 5


def test_a_piece_grows_with_a_traveller_of_many_rows() -> None:
    rows = ["A,DE,,,2026-01-01,,,"] * 500 + [f"B{number},DE,,,2026-01-01,,," for number in range(999)]
    found = check_all(table(*rows).encode(), 100)
    assert found[0].data.count(b"\n") >= 500
    assert len(found) > 9


def test_a_mark_that_is_never_closed_is_told_of(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "LARGEST", 2000)
    rows = ["A,DE,,,,,,"] * 10 + ['"B,DE,,,,,,'] + [f"C{number},DE,,,,,," for number in range(900)]
    with pytest.raises(Endless) as told:
        cut(table(*rows).encode(), 50)
    assert told.value.line == 12


def test_what_was_read_already_comes_first() -> None:
    data = table("A,DE,,,,,,", "B,DE,,,,,,").encode()
    head = head_of(data)

    def from_middle() -> Iterator[Piece]:
        stream = BytesIO(data[head.start + 5 :])
        held = data[head.start : head.start + 5]
        return pieces(cast("BinaryIO", stream), held, head.start, head.line, head.form)

    assert [piece.data for piece in from_middle()] == [data[head.start :]]
    assert cut(data[: head.start], 10) == []


@given(
    st.lists(st.tuples(st.sampled_from("ABC"), st.sampled_from(["x", 'x"y', "x\ny", "x\ry", "ü"])), max_size=40)
)
def test_any_rows_are_cut_well(rows: list[tuple[str, str]]) -> None:
    text = [f'"{name}","{note.replace(chr(34), chr(34) * 2)}",,' for name, note in rows]
    check_all(table(*text, header="traveller,citizenship,entry,exit").encode(), 30)
