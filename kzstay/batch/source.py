"""Source: a table that is read, and whether it is the same file in the same state all the while."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

State = tuple[int, int, int]


class Changed(Exception):  # noqa: N818 - what the table is
    """Another program wrote the table while it was read."""


class NotRead(Exception):  # noqa: N818 - what the table was
    """The system would not read a table."""

    def __init__(self, error: OSError) -> None:
        super().__init__(error)
        self.error = error


@contextmanager
def opened(path: Path | None) -> Generator[BinaryIO]:
    """Open a table; None for standard input. Raises NotRead."""
    if path is None:
        if sys.stdin is None:  # it was closed  # pyright: ignore[reportUnnecessaryComparison]
            raise NotRead(OSError(errno.EBADF, os.strerror(errno.EBADF)))
        yield sys.stdin.buffer
        return
    try:
        table = path.open("rb")
    except OSError as error:
        raise NotRead(error) from None
    except ValueError:  # no system takes that for a name
        raise NotRead(FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT))) from None
    with table:
        yield table


def read(stream: BinaryIO, count: int) -> bytes:
    """Read so many bytes; fewer at the end alone, also from a pipe. Raises NotRead."""
    try:
        return stream.read(count) if count > 0 else b""
    except OSError as error:
        raise NotRead(error) from None


def state_of(stream: BinaryIO) -> State:
    """Return what of an open file tells that it was not written since."""
    status = os.fstat(stream.fileno())
    return status.st_ino, status.st_size, status.st_mtime_ns
