"""Keeping case files: atomic writes, the previous version as a backup, and no surprise from other programs."""

from __future__ import annotations

import os
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import Literal

import msgspec

from kzstay.core.case import Case
from kzstay.files.codec import CaseFileError, Document, decode, encode

LARGEST = 16 * 2**20  # bytes; a thousand stays take about a hundred thousand
BACKUP = ".bak"

StoreCode = Literal["absent", "folder", "too-large", "unreadable", "unwritable", "changed"]
Stamp = tuple[int, int]


class StoreError(Exception):
    """A file that could not be read or written: a code, and the system's own reason."""

    def __init__(self, code: StoreCode, path: Path, reason: str = "", size: int = 0) -> None:
        super().__init__(code, str(path), reason)
        self.code: StoreCode = code
        self.path = path
        self.reason = reason
        self.size = size


class Opened(msgspec.Struct, frozen=True):
    """A document, and the state of its file when it was read."""

    document: Document
    stamp: Stamp


def open_case(path: Path) -> Opened:
    """Read a case file. Raises StoreError where it cannot be read, CaseFileError where it is no case."""
    try:
        if path.is_dir():
            raise StoreError("folder", path)
        stamp = _stamp(path)
        if stamp[1] > LARGEST:
            raise StoreError("too-large", path, size=stamp[1])
        with path.open("rb") as file:
            # What is no plain file tells no size
            data = file.read(LARGEST + 1)
        if len(data) > LARGEST:
            raise StoreError("too-large", path, size=len(data))
        return Opened(decode(data), stamp)
    except FileNotFoundError:
        raise StoreError("absent", path) from None
    except OSError as error:
        raise StoreError("unreadable", path, error.strerror or "") from None


def save_case(case: Case, path: Path, *, known: Stamp | None = None, keep_backup: bool = True) -> Stamp:
    """Write a case so that at every moment either the old or the new file is whole; return its new state.

    ``known`` is the state in which the caller last saw the file: where another program has changed it since,
    StoreError("changed") is raised and nothing is written. ``keep_backup`` leaves the previous version beside it.
    """
    try:
        path = _target(path)
        if known is not None and path.exists() and _stamp(path) != known:
            raise StoreError("changed", path)
        if keep_backup and path.exists():
            write_whole(_backup(path), path.read_bytes())
        write_whole(path, encode(case))
        return _stamp(path)
    except OSError as error:
        raise StoreError("unwritable", path, error.strerror or "") from None


def backup_of(path: Path) -> Path | None:
    """Return the backup beside a file if it can be opened."""
    with suppress(StoreError, CaseFileError, OSError):
        backup = _backup(_target(path))
        open_case(backup)
        return backup
    return None


def write_whole(path: Path, data: bytes) -> None:
    """Write a file so that at every moment either the old or the new one is whole. Raises OSError."""
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".tmp", dir=path.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        # A new file is private; one that others may read stays readable for them
        temporary.chmod(path.stat().st_mode & 0o777 if path.exists() else 0o600)
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    if os.name == "posix":
        # The new file is in its place already; not every file system can do more
        with suppress(OSError):
            folder = os.open(path.parent, os.O_RDONLY)
            try:
                os.fsync(folder)
            finally:
                os.close(folder)


def _target(path: Path) -> Path:
    """Return the file that a symbolic link stands for: the link itself is kept. Raises OSError for a circle."""
    if not path.is_symlink():
        return path
    with suppress(FileNotFoundError):
        # A link to nothing yet is written where it points; one that goes in a circle points nowhere
        path.stat()
    return path.resolve()


def _backup(path: Path) -> Path:
    return path.with_name(path.name + BACKUP)


def _stamp(path: Path) -> Stamp:
    status = path.stat()
    return status.st_mtime_ns, status.st_size
