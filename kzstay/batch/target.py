"""Target: the tables that are written, each whole or not at all."""

from __future__ import annotations

import csv
import errno
import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Collection, Generator, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from io import StringIO
from pathlib import Path
from typing import BinaryIO, cast

from kzstay.batch.form import MARK, Form
from kzstay.files.atomic import replacing, target_of
from kzstay.files.cells import guarded, unguarded

RETURN = "\r"
Write = Callable[[Iterable[object]], object]


class NotWritten(Exception):  # noqa: N818 - what the table was
    """The system would not write a table."""

    def __init__(self, path: Path, error: OSError | ValueError) -> None:
        super().__init__(path, error)
        self.path = path
        self.error = error


def destination(path: Path | None) -> AbstractContextManager[BinaryIO]:
    """Give a file to write and to read, which takes its place once it is whole; None for standard output.

    Raises NotWritten, or OSError for standard output.
    """
    return _printed() if path is None else _put(path)


@contextmanager
def _printed() -> Generator[BinaryIO]:
    if sys.stdout is None:  # it was closed  # pyright: ignore[reportUnnecessaryComparison]
        raise NotWritten(Path("-"), OSError(errno.EBADF, os.strerror(errno.EBADF)))
    with _temporary() as file:
        yield file
        file.seek(0)
        shutil.copyfileobj(file, sys.stdout.buffer)


@contextmanager
def _put(path: Path) -> Generator[BinaryIO]:
    try:
        if not path.exists() or path.is_file():
            with replacing(target_of(path)) as file:
                yield file
            return
        with path.open("wb") as device, _temporary() as file:  # a pipe or a device, which nothing may replace
            yield file
            file.seek(0)
            shutil.copyfileobj(file, device)
    except (OSError, ValueError) as error:  # a name may hold what no system takes for one
        raise NotWritten(path, error) from None


def _temporary() -> AbstractContextManager[BinaryIO]:
    return cast("AbstractContextManager[BinaryIO]", tempfile.TemporaryFile())


def write_header(file: BinaryIO | None, form: Form, names: Sequence[str]) -> None:
    """Write the names of the columns, the same in every language."""
    if file is not None and form.mark:
        file.write(MARK)
    write_rows(file, form, [names])


def write_rows(file: BinaryIO | None, form: Form, rows: Iterable[Sequence[object]]) -> None:
    """Write rows as the table is written that was read; no text of it becomes a formula."""
    if file is None:
        return
    written = StringIO(newline="")
    plain, marked = writers(written, form)
    for row in rows:
        cells = [guarded(cell) if isinstance(cell, str) else cell for cell in row]
        write = marked if any(isinstance(cell, str) and RETURN in cell for cell in cells) else plain
        write(cells)
    file.write(written.getvalue().encode("utf-8"))


def writers(file: StringIO, form: Form) -> tuple[Write, Write]:
    """Return what writes a row, and what writes one of which a text holds a carriage return.

    Up to Python 3.12 the standard library puts none in quotation marks where lines end in another way, and what
    follows it would be a row of its own, a formula perhaps.
    """
    plain, marked = (
        csv.writer(file, delimiter=form.separator, lineterminator="\n", quoting=quoting).writerow
        for quoting in (csv.QUOTE_MINIMAL, csv.QUOTE_ALL)
    )
    return plain, marked


def taken_out(result: BinaryIO, form: Form, numbers: Collection[int]) -> dict[int, str]:
    """Take some of the answers, counted from nought, out of a table; return whose they are."""
    names: dict[int, str] = {}
    with _temporary() as kept:
        result.seek(0)
        for number, row in enumerate(_rows(result), -1):  # the header is none of them
            if number in numbers:
                cells = next(csv.reader(StringIO(row.decode("utf-8"), newline=""), delimiter=form.separator))
                names[number] = unguarded(cells[0])
            else:
                kept.write(row)
        result.seek(0)
        result.truncate()
        kept.seek(0)
        shutil.copyfileobj(kept, result)
    return names


def _rows(result: BinaryIO) -> Iterator[bytes]:
    """Yield the rows of a table that was written here: within quotation marks one may go on in the next line."""
    row = b""
    for line in result:
        row += line
        if row.count(b'"') % 2 == 0:
            yield row
            row = b""
