"""Form: how a table of crossings is written, and what its columns are; its header alone says so."""

from __future__ import annotations

import csv
from collections.abc import Generator, Iterable, Iterator, Sequence
from contextlib import contextmanager
from io import StringIO
from itertools import repeat

import msgspec

COLUMNS = ("traveller", "citizenship", "passport", "born", "entry", "exit", "notified", "registered")
NEEDED = (
    "traveller",
    "citizenship",
    "entry",
    "exit",
)  # an exit that is left out by mistake would change every answer
MARK = b"\xef\xbb\xbf"  # by which Excel knows UTF-8
SEPARATORS = ",", ";"
_OTHER_MARKS = b"\xff\xfe", b"\xfe\xff"
_LONGEST = (1 << 31) - 1  # of a field, more than a piece has: what Windows takes for the most
_STRAY = {"errors": "surrogateescape"}  # what is no text is told of where the rows are read

Person = tuple[
    str, str, str, str
]  # the name, the citizenship, the passport and the day of birth, as one is told apart


class NotUtf8(Exception):  # noqa: N818 - what the table is
    """Bytes that are no UTF-8, and in which line they are."""

    def __init__(self, line: int) -> None:
        super().__init__(line)
        self.line = line


class NoHeader(Exception):  # noqa: N818 - what is missing
    """The first row does not name the columns: those that are missing, and those that are there twice."""

    def __init__(self, missing: Sequence[str], twice: Sequence[str] = ()) -> None:
        super().__init__(missing, twice)
        self.missing = missing
        self.twice = twice


class Form(msgspec.Struct, frozen=True):
    """How a table is written; the answers are written alike."""

    mark: bool
    separator: str
    width: int
    places: tuple[int, ...]  # of each of the columns; behind the last one for a column that is not there

    def person(self, record: Sequence[str]) -> Person:
        """Return who a row is about."""
        cells = [*record[: self.width], *[""] * (self.width + 1 - len(record)), ""]  # beyond them is nothing
        return person_of(*[cells[place] for place in self.places[:4]])

    def holds(self, record: Sequence[str]) -> bool:
        """Tell whether there is anything in a row; one of which nothing is left belongs to nobody."""
        return any(record[: self.width])


class Head(msgspec.Struct, frozen=True):
    """What the header says, and where the rows begin."""

    form: Form
    unused: list[str]
    start: int  # in bytes
    line: int


@contextmanager
def any_length() -> Generator[None]:
    """Read fields of any length meanwhile: one that is too long is told of by the row, as whatever is wrong."""
    limit = csv.field_size_limit(_LONGEST)
    try:
        yield
    finally:
        csv.field_size_limit(limit)


def person_of(name: str, citizenship: str, passport: str, born: str) -> Person:
    """Return what a traveller is told by: all rows say the same, but for spaces, capital and small letters."""
    return name.strip(), citizenship.strip().upper(), passport.strip().lower(), born.strip()


def head_of(data: bytes) -> Head:
    """Read the header from the first bytes of a table. Raises NotUtf8 and NoHeader."""
    mark = data.startswith(MARK)
    body = data[len(MARK) :] if mark else data
    found = [_header(body, separator) for separator in SEPARATORS]
    names, end, line, separator = max(found, key=lambda one: len(set(one[0]) & set(COLUMNS)))
    if data.startswith(_OTHER_MARKS) or b"\0" in body[:end] or not _is_text(body[:end]):
        raise NotUtf8(1)
    missing = [name for name in NEEDED if name not in names]
    twice = [name for name in COLUMNS if names.count(name) > 1]
    if missing or twice:
        raise NoHeader(missing, twice)
    places = tuple(names.index(name) if name in names else len(names) for name in COLUMNS)
    unused = [name for name in names if name and name not in COLUMNS]
    return Head(Form(mark, separator, len(names), places), unused, end + len(MARK) * mark, 1 + line)


def records(data: bytes, separator: str) -> Iterator[tuple[int, int, list[str]]]:
    """Yield the rows of a piece of a table, each with the bytes and the lines up to its end.

    Lines end as in any system. What is no text is kept in a form of its own.
    """
    size = 0

    def lines() -> Iterator[str]:
        nonlocal size
        for line in StringIO(data.decode("utf-8", **_STRAY), newline=""):
            size += len(line.encode("utf-8", **_STRAY))
            yield line

    reader = csv.reader(lines(), delimiter=separator)
    for record in reader:
        yield size, reader.line_num, record


def rows(text: str, separator: str) -> Iterable[tuple[int, list[str]]]:
    """Give the rows of a text, each with the lines before it; lines end as in any system.

    Where nothing is in quotation marks a line is a row, and only to be parted.
    """
    if '"' in text:
        return _parsed(text, separator)
    if "\r" in text:
        text = text.replace("\r\n", "\n")
        if "\r" in text:  # the end of a line alone
            return _parsed(text, separator)
    lines = text.split("\n")
    if not lines[-1]:
        lines.pop()  # what follows the last end of a line
    return enumerate(map(str.split, lines, repeat(separator)))


def _parsed(text: str, separator: str) -> Iterator[tuple[int, list[str]]]:
    before, reader = 0, csv.reader(StringIO(text, newline=""), delimiter=separator)
    for record in reader:
        yield before, record
        before = reader.line_num


def _is_text(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _header(body: bytes, separator: str) -> tuple[list[str], int, int, str]:
    end, lines, record = next(records(body, separator), (0, 0, list[str]()))
    return [name.strip().lower() for name in record], end, lines, separator
