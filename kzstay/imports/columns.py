"""Columns: what the heads of a table mean, and which two of its columns make a stay.

A head alone means little: ``Departure`` is an exit beside ``Arrival``, and an entry beside ``Return``. So the days
are told by pairs, and a pair has a sense:

- ``here``: the days between its two columns are days in Kazakhstan; the first is the entry, the last the exit. A
  trip from home to Kazakhstan and back is of this kind too: its day of departure is the entry.
- ``away``: the days between are days outside Kazakhstan; the first is an exit and the last an entry. Only what
  lies between two such rows is a stay, and when the first one began is not said.
- ``ask``: only the person knows.

A column that names the state of each row settles that, and so does a head that names Kazakhstan.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Literal

import msgspec

from kzstay.imports.days import Cell, written
from kzstay.imports.grid import Grid, Row, said
from kzstay.imports.result import Order
from kzstay.imports.slots import Reader
from kzstay.imports.vocabulary import Pair, folded, vocabulary

LONGEST_HEAD = 80  # characters
_INTO = frozenset({"entry", "arrival", "start"})  # that begin a stay wherever their head names the state
_TITLE_ROWS = 100  # that may stand above the first heads
DATED = frozenset({"entry", "exit", "arrival", "departure", "return", "out", "in", "start", "end", "date"})
_PARTS = re.compile(r"[\n/|()\[\]]+")
_PATTERN = re.compile(r"\b([dmyдмгкаж]{1,4})[./\- ]+([dmyдмгкаж]{1,4})[./\- ]+([dmyдмгкаж]{1,4})\b", re.IGNORECASE)
_LETTERS = {"d": "d", "д": "d", "к": "d", "m": "m", "м": "m", "а": "m", "y": "y", "г": "y", "ж": "y"}
_ORDERS: dict[str, Order] = {"dmy": "dmy", "mdy": "mdy", "ymd": "ymd"}
_BEFORE_A_NAME = frozenset({"in", "into", "to", "from", "of", "for", "в", "во", "из", "на", "по", "the"})
_NAMES = ("казахстан", "қазақстан", "kazakhstan")


class Head(msgspec.Struct, frozen=True):
    """A head: its column, its words, and what they mean, empty where nobody knows."""

    index: int
    text: str
    meaning: str = ""
    here: bool = False  # it names Kazakhstan
    order: Order | None = None  # of day and month, that it tells


class Block(msgspec.Struct, frozen=True):
    """Rows below one row of heads, and the rows above it that belong to no table."""

    grid: Grid
    heads: tuple[Head, ...]
    row: Row | None  # the heads themselves; None where there are none
    rows: tuple[Row, ...]
    above: tuple[Row, ...] = ()
    by: dict[str, tuple[Head, ...]] = {}  # the heads by what they mean

    def __post_init__(self) -> None:
        meanings = {head.meaning for head in self.heads}
        by = {meaning: tuple(head for head in self.heads if head.meaning == meaning) for meaning in meanings}
        msgspec.structs.force_setattr(self, "by", by)

    def head(self, *meanings: str) -> Head | None:
        """Return the first column of one of these meanings."""
        return next((self.by[meaning][0] for meaning in meanings if meaning in self.by), None)

    def text(self, row: Row, *meanings: str) -> str:
        """Return what a row says in the first of these columns that says something."""
        for meaning in meanings:
            for head in self.by.get(meaning, ()):
                if told := said(at(row, head.index)):
                    return told
        return ""


class Dates(msgspec.Struct, frozen=True):
    """The columns that tell of a stay: its first day, its last one where there is such a column, and the sense."""

    first: Head | None
    last: Head | None
    sense: Literal["here", "away", "ask"]
    sure: bool = False  # that they are about Kazakhstan


def at(row: Row, index: int) -> Cell:
    """Return a cell of a row; None where it ends before."""
    return row.cells[index] if index < len(row.cells) else None


def head_of(index: int, cell: Cell) -> Head:
    """Return what a head means."""
    text = said(cell)
    if not isinstance(cell, str) or not text or len(text) > LONGEST_HEAD:
        return Head(index, text[:LONGEST_HEAD])
    return Head(index, text, *_told(cell))


@lru_cache(maxsize=4096)
def _told(text: str) -> tuple[str, bool, Order | None]:
    """Return what a head means, whether it names Kazakhstan, and the order of day and month that it tells."""
    plain, order = _without_pattern(text)
    meaning, here = _meaning(plain)
    if not meaning:
        known = {one for part in _PARTS.split(plain) if (one := _meaning(part))[0]}
        if len({one[0] for one in known}) == 1:
            meaning, here = sorted(known)[-1]
    return meaning, here, order


def _without_pattern(text: str) -> tuple[str, Order | None]:
    """Take the pattern of a date out of a head, such as DD.MM.YYYY, and return the order that it tells."""
    match = _PATTERN.search(text)
    letters = "".join(_LETTERS[part[0].casefold()] for part in match.groups()) if match else ""
    if match is None or letters not in _ORDERS:
        return text, None
    return f"{text[: match.start()]} {text[match.end() :]}", _ORDERS[letters]


def _meaning(text: str) -> tuple[str, bool]:
    """Return what words mean, and whether they name Kazakhstan besides."""
    known, words = vocabulary(), folded(text)
    if words in known.heads:
        return known.heads[words], False
    parts = words.split()
    rest = [part for part in parts if part not in known.kazakhstan and not part.startswith(_NAMES)]
    if len(rest) == len(parts):
        return "", False
    while rest and rest[-1] in _BEFORE_A_NAME:
        rest.pop()
    return known.heads.get(" ".join(rest), ""), True


def blocks(grid: Grid, reader: Reader) -> list[Block]:
    """Return the tables of a grid, each with its heads; none where it has no heads."""
    starts: list[tuple[int, tuple[Head, ...]]] = []
    for number, row in enumerate(grid.rows):
        if starts and sum(map(_may_be_head, row.cells)) < 2:
            continue
        if not starts and number >= _TITLE_ROWS:
            break
        if heads := _heads(row, grid.rows[number + 1 : number + 4], reader):
            starts.append((number, heads))
    return _between(grid, starts)


def _between(grid: Grid, starts: Sequence[tuple[int, tuple[Head, ...]]]) -> list[Block]:
    """Cut a grid at its rows of heads; one that says the same again is no cut."""
    found: list[Block] = []
    above = grid.rows[: starts[0][0]] if starts else ()
    for place, (number, heads) in enumerate(starts):
        end = starts[place + 1][0] if place + 1 < len(starts) else len(grid.rows)
        rows = grid.rows[number + 1 : end]
        title = _title(rows) if end < len(grid.rows) else ()
        rows = rows[: len(rows) - len(title)]
        if found and _same(found[-1].heads, heads) and not any(said(cell) for row in above for cell in row.cells):
            found[-1] = msgspec.structs.replace(found[-1], rows=found[-1].rows + rows)
        else:
            found.append(Block(grid, heads, grid.rows[number], rows, above))
        above = title
    return found


def _same(one: tuple[Head, ...], other: tuple[Head, ...]) -> bool:
    return [(head.index, head.meaning) for head in one] == [(head.index, head.meaning) for head in other]


def _title(rows: Sequence[Row]) -> tuple[Row, ...]:
    """Return the rows at the end of a table that are the title of the next one: those of one cell."""
    kept = len(rows)
    while kept and sum(1 for cell in rows[kept - 1].cells if said(cell)) < 2:
        kept -= 1
    return tuple(rows[kept:])


@lru_cache(maxsize=1)
def _first_words() -> frozenset[str]:
    return frozenset(word.split()[0] for word in vocabulary().heads if word)


def _may_be_head(cell: Cell) -> bool:
    """Tell whether a cell begins as a head does, which is soon seen of thousands of rows."""
    if not isinstance(cell, str) or not 0 < len(cell) <= LONGEST_HEAD or cell[0].isdigit():
        return False
    words = cell.casefold().replace("_", " ").split(None, 1)
    return bool(words) and words[0].strip("#№*().,:") in _first_words() and bool(_told(cell)[0])


def _heads(row: Row, following: Sequence[Row], reader: Reader) -> tuple[Head, ...]:
    """Return the heads of a row; none where it has none: two that are known, or one of days and a day below it."""
    heads = tuple(head_of(index, cell) for index, cell in enumerate(row.cells))
    meanings = {head.meaning for head in heads} - {""}
    if not meanings or any(written(cell, reader.today) for cell in row.cells):
        return ()
    if len(meanings) > 1:
        return heads
    head = next(head for head in heads if head.meaning)
    below = (at(other, head.index) for other in following)
    return heads if head.meaning in DATED and any(written(cell, reader.today) for cell in below) else ()


def dates_of(block: Block, reader: Reader) -> Dates | None:
    """Return which columns tell of stays; None where none do."""
    for pair in vocabulary().pair:
        first, last = block.head(pair.first), block.head(pair.last)
        if first and last and _dated(block, first, reader) and _dated(block, last, reader, empty=True):
            return _paired(block, pair, first, last, reader)
    if (first := block.head("entry", "arrival")) and _dated(block, first, reader):
        return Dates(first, None, "here", first.here)
    if (last := block.head("exit")) and _dated(block, last, reader):
        return Dates(None, last, "here", last.here)
    return None


def _paired(block: Block, pair: Pair, first: Head, last: Head, reader: Reader) -> Dates:
    # A departure that names Kazakhstan may be one from it or to it
    sure = (first.here or last.here) and pair.first in _INTO
    # Who writes the departure first, and never the other way round, tells of journeys that begin with it
    turned = pair.first == "arrival" and last.index < first.index and not sure
    # And who writes `in` before `out` may tell of days in the country that lie between
    turned = turned or (pair.sense == "ask" and not _runs(block, first, last, reader))
    if turned and _runs(block, last, first, reader):
        return Dates(last, first, "ask")
    return Dates(first, last, "here" if sure else pair.sense, sure)


def _dated(block: Block, head: Head, reader: Reader, *, empty: bool = False) -> bool:
    """Tell whether a column holds days, for the most part."""
    cells = [at(row, head.index) for row in block.rows]
    told = [cell for cell in cells if said(cell)]
    if not told:
        return empty and bool(block.rows)
    days = sum(1 for cell in told if reader.may_be_day(cell))
    return days * 2 >= len(told)


def _runs(block: Block, first: Head, last: Head, reader: Reader) -> bool:
    """Tell whether no row has a day in one column that comes after that in another, in whatever order it is."""
    both = 0
    for row in block.rows:
        one, other = (written(at(row, head.index), reader.today) for head in (first, last))
        if one and other:
            both += 1
            if min(one.by.values()) > max(other.by.values()):
                return False
    return both > 0
