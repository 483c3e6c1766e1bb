"""Separators: a text cut into rows and cells, in each way in which it may be meant.

``csv`` reads the cells. What would make it swallow a whole file is looked after here: a quote that nothing closes,
and lines that nobody typed.
"""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import islice

import msgspec

from kzstay.imports.days import written
from kzstay.imports.grid import SHOWN, Grid, Row
from kzstay.imports.result import Origin, Refused
from kzstay.imports.vocabulary import folded, vocabulary

SEPARATORS = (";", "\t", ",", "|")
LONGEST_LINE = 100_000  # characters; one that is longer was typed by nobody
MOST_CELLS = 1_000
LINES_OF_ROW = 100  # that one row may have, in quoted cells
STRAY_QUOTES = 20  # after so many the quotes of a file are no quotes
_LOOKED_AT = 200  # rows by which the separator is told
_NEW_LINE = re.compile(r"\r\n|\r|\n")
_NAMED = re.compile(r"sep=(.)", re.IGNORECASE)  # what Excel takes for an order
_RULE = re.compile(r"\s*:?-+:?\s*")  # below the heads of a table in Markdown
_GAP = re.compile(r"\t| {2,}")


class Cut(msgspec.Struct, frozen=True):
    """A text cut at one separator, and the lines that are none of a table."""

    grid: Grid
    refused: tuple[Refused, ...] = ()


def cuts(text: str, today: date) -> Iterator[Cut]:
    """Yield a text cut at each separator, the likeliest first: rows of one length, whose cells mean something."""
    lines = _NEW_LINE.split(text.removeprefix("\N{ZERO WIDTH NO-BREAK SPACE}"))
    named = _NAMED.fullmatch(lines[0].strip()) if lines else None
    if named:
        lines[0] = ""
        yield _cut(lines, named[1])
        return
    scores = {sign: _score(lines, sign, today) for sign in SEPARATORS}
    for sign in sorted(SEPARATORS, key=lambda one: scores[one], reverse=True):
        if scores[sign]:
            yield _cut(lines, sign)
    if not any(scores.values()) and _score(lines, "", today):
        yield _cut(lines, "")


def _score(lines: Sequence[str], sign: str, today: date) -> float:
    """Return how likely a separator is; nought where it makes no table."""
    rows = [row for row in islice(_rows(lines, sign, []), _LOOKED_AT) if any(cell.strip() for cell in row.cells)]
    lengths = Counter(len(row.cells) for row in rows if len(row.cells) > 1)
    if not lengths:
        return 0
    length, alike = lengths.most_common(1)[0]
    cells = [str(cell) for row in rows if len(row.cells) == length for cell in row.cells]
    telling = sum(1 for cell in cells if folded(cell) in vocabulary().heads or written(cell, today))
    return alike / len(rows) * (telling + 0.01 * len(cells)) / max(1, alike)


def _cut(lines: Sequence[str], sign: str) -> Cut:
    refused: list[Refused] = []
    return Cut(Grid(tuple(_rows(lines, sign, refused))), tuple(refused))


GUARDED, GUARD = frozenset("=+-@\t\r\0"), "'"  # as our own tables are written, see kzstay.export.csv


def _unguarded(cell: str) -> str:
    """Take the sign away that keeps a text from being a formula."""
    return cell[1:] if cell.startswith(GUARD) and cell.lstrip(GUARD)[:1] in GUARDED else cell


class _TextRow(Row, frozen=True):
    """A row whose cells are texts."""

    cells: tuple[str, ...]


def _rows(lines: Sequence[str], sign: str, refused: list[Refused]) -> Iterator[_TextRow]:
    """Yield the rows with the line on which each begins; ``refused`` takes those that are none."""
    found = _quoted(lines, sign, refused) if sign in (";", ",", "\t") else _plain(lines, sign, refused)
    for row in found:
        if len(row.cells) > MOST_CELLS:
            refused.append(_refused("columns", row.line, sign.join(row.cells), str(len(row.cells))))
        else:
            yield row


def _refused(code: str, line: int, text: str, value: str) -> Refused:
    known = "too-long" if code == "too-long" else "columns"
    shown = text[:SHOWN]
    return Refused(code=known, at=Origin(line, f"{shown[:-1]}…" if len(text) > SHOWN else shown), value=value)


def _plain(lines: Sequence[str], sign: str, refused: list[Refused]) -> Iterator[_TextRow]:
    """Yield rows of a table in Markdown, and of columns with gaps between them, where there is no sign."""
    for number, line in enumerate(lines, 1):
        if len(line) > LONGEST_LINE:
            refused.append(_refused("too-long", number, line, str(len(line))))
            continue
        cells = _GAP.split(line.strip()) if not sign else line.strip().split(sign)
        if sign and len(cells) > 2 and not cells[0].strip() and not cells[-1].strip():
            cells = cells[1:-1]
        if sign and all(_RULE.fullmatch(cell) for cell in cells):
            continue
        yield _TextRow(number, tuple(cell.strip() for cell in cells))


class _Runaway(Exception):  # noqa: N818 - nobody but this module sees it
    """A quote that nothing closes."""


class _Feed:
    """Lines for ``csv``, so many for a row at most."""

    def __init__(self, lines: Sequence[str], start: int, refused: list[Refused]) -> None:
        self._lines, self._refused = lines, refused
        self.next = start
        self.begun = start

    def __iter__(self) -> Iterator[str]:
        while self.next < len(self._lines):
            if self.next - self.begun >= LINES_OF_ROW:
                raise _Runaway
            line = self._lines[self.next]
            self.next += 1
            if len(line) > LONGEST_LINE:
                self._refused.append(_refused("too-long", self.next, line, str(len(line))))
                line = ""
            yield f"{line}\n"


def _quoted(lines: Sequence[str], sign: str, refused: list[Refused]) -> Iterator[_TextRow]:
    """Yield rows as ``csv`` reads them; a line with a quote that nothing closes is read as it stands."""
    start = stray = 0
    while start < len(lines) and stray < STRAY_QUOTES:
        known = len(refused)
        feed = _Feed(lines, start, refused)
        try:
            for cells in csv.reader(feed, delimiter=sign, strict=True):
                last = feed.next >= len(lines)
                if last and feed.next - feed.begun > 1 and _open(lines[feed.begun : feed.next]):
                    raise _Runaway
                yield _TextRow(feed.begun + 1, tuple(map(_unguarded, cells)))
                feed.begun = feed.next
        except (_Runaway, csv.Error):
            del refused[known + sum(1 for one in refused[known:] if one.at.line <= feed.begun) :]
            line = lines[feed.begun]
            if len(line) <= LONGEST_LINE:
                whole = line.count('"') % 2 == 0
                cells = next(csv.reader([line], delimiter=sign)) if whole else line.split(sign)
                yield _TextRow(feed.begun + 1, tuple(cells))
            stray += feed.next - feed.begun > 1
            start = feed.begun + 1
        else:
            return
    for row in _plain(lines[start:], sign, refused):
        yield _TextRow(start + row.line, row.cells)


def _open(lines: Sequence[str]) -> bool:
    """Tell whether a row at the end of the file has a quote that nothing closes."""
    return sum(line.count('"') for line in lines) % 2 == 1
