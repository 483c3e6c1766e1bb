"""Pieces: a table cut where a traveller begins, so that each piece can be answered by itself.

Where no quotation mark is in sight, each line is a row; where one is, the rows are read as the answers read them:
a quoted name may hold a line break. A piece is the same whoever answers it, so the answers are too.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

import msgspec

from kzstay.batch.form import Form, Person, records
from kzstay.batch.source import read

SIZE = 1 << 20  # bytes of a piece, about two thousand travellers
LARGEST = 1 << 25  # no traveller has so many rows: a quotation mark is not closed
_LOOK = 1 << 16  # bytes in which the next traveller is looked for first


class Endless(Exception):  # noqa: N818 - what the row is
    """No traveller begins in very many bytes after a line."""

    def __init__(self, line: int) -> None:
        super().__init__(line)
        self.line = line


class Piece(msgspec.Struct, frozen=True):
    """Some travellers of a table."""

    start: int  # in bytes
    line: int  # of its first row, in the whole table
    data: bytes  # nothing once it is answered
    end: int  # in bytes


def pieces(stream: BinaryIO, held: bytes, start: int, line: int, form: Form, size: int = SIZE) -> Iterator[Piece]:
    """Yield the pieces of a table from a byte and a line on; ``held`` is what was read of it already.

    Raises Endless and NotRead.
    """
    wanted = size + _LOOK
    while True:
        held += read(stream, wanted - len(held))
        cut = None if len(held) < wanted else _cut(held, size, form)
        if cut is None and len(held) >= wanted:
            if wanted > LARGEST:
                raise Endless(line + _last_row(held, form))
            wanted *= 2
            continue
        if not held:
            return
        data, held = (held, b"") if cut is None else (held[:cut], held[cut:])
        yield Piece(start, line, data, start + len(data))
        start, line, wanted = start + len(data), line + lines_in(data), size + _LOOK


def lines_in(data: bytes) -> int:
    """Count the lines of a piece, of whatever system they are."""
    return data.count(b"\n") + data.count(b"\r") - data.count(b"\r\n")


def _cut(held: bytes, size: int, form: Form) -> int | None:
    """Return where the first traveller begins behind so many bytes; None where none does in what is held."""
    begin = 0 if b'"' in held[:size] else held.rfind(b"\n", 0, size) + 1
    look = max(size - begin, 0) + _LOOK
    while True:
        if (cut := _change(held[begin : begin + look], size - begin, form)) is not None:
            return begin + cut
        if begin + look >= len(held):
            return None
        look *= 4


def _last_row(held: bytes, form: Form) -> int:
    """Return in which line the last row begins, counted from nought."""
    before = last = 0
    for _, lines, _ in records(held, form.separator):
        last, before = before, lines
    return last


def _change(data: bytes, size: int, form: Form) -> int | None:
    """Return where the first row behind so many bytes begins that is about another one than that before it."""
    before: Person | None = None
    begin = 0
    for end, _, record in records(data, form.separator):
        if end >= len(data):
            return None  # who it is about may be cut off
        if not form.holds(record):
            continue
        person = form.person(record)
        if before is not None and person != before and begin >= size:
            return begin
        before, begin = person, end
    return None
