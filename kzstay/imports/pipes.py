"""Pipes: the rows of a table between upright strokes, as notes are kept, put as lines of a text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import msgspec

from kzstay.imports.places import named_state
from kzstay.imports.result import Person
from kzstay.imports.vocabulary import folded, vocabulary

_RULE = re.compile(r"\|?(?:\s*:?-+:?\s*\|)+(?:\s*:?-+:?\s*)?")


class Piped(msgspec.Struct, frozen=True):
    """A line of a text, or a row put as one, with what its columns say besides."""

    text: str
    count: int | None = None
    state: str = ""
    person: Person | None = None


def piped(lines: Sequence[str]) -> Iterator[tuple[int, Piped]]:
    """Yield the lines of a text with their numbers; heads of tables and rules under them are left out."""
    heads: list[str] = []
    for number, written in enumerate(lines, 1):
        if not written.lstrip().startswith("|"):
            heads = []
            yield number, Piped(written)
        elif _RULE.fullmatch(written.strip()):
            continue
        elif number < len(lines) and _RULE.fullmatch(lines[number].strip()):
            heads = [vocabulary().heads.get(folded(cell), "") for cell in _cells(written)]
        else:
            yield number, _row(_cells(written), heads)


def _cells(written: str) -> list[str]:
    return [cell.strip() for cell in written.strip().strip("|").split("|")]


def _row(cells: Sequence[str], heads: Sequence[str]) -> Piped:
    """Return a row as a line: the days of a pair of columns as a range, all else as notes."""
    told = dict(zip(heads, cells, strict=False))
    count, state, name = told.get("days", ""), told.get("country", ""), told.get("name", "")
    pair = next((pair for pair in vocabulary().pair if pair.first in told and pair.last in told), None)
    apart = {"days", "country", "name"} | ({pair.first, pair.last} if pair else set[str]())
    left = [cell for at, cell in enumerate(cells) if cell and (at >= len(heads) or heads[at] not in apart)]
    if pair:
        left.insert(0, f"{told[pair.first]} – {told[pair.last] or '?'}")
    return Piped(
        text=" · ".join(left),
        count=int(count) if count.isdecimal() else None,
        state=named_state(state),
        person=Person(name=name) if name else None,
    )
