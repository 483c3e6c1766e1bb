"""The store of case files: the previous version as a backup, and no surprise from other programs."""

from __future__ import annotations

import errno
import hashlib
import os
from contextlib import suppress
from pathlib import Path
from typing import Literal, NamedTuple

import msgspec

from kzstay.core.case import Case
from kzstay.files.atomic import beside, copy_aside, target_of, write_protected, write_whole
from kzstay.files.codec import CaseFileError, Document, decode, encode

LARGEST = 16 * 2**20  # bytes; a thousand stays take about a hundred thousand
BACKUP = ".bak"
BROKEN = ".broken"

StoreCode = Literal["absent", "folder", "too-large", "unreadable", "unwritable", "changed", "protected"]


class Stamp(NamedTuple):
    """The state of a file: what tells at a glance that it may be another, and a hash that tells for certain."""

    modified: int  # nanoseconds
    size: int
    changed: int  # nanoseconds; no program can set it back
    inode: int
    digest: bytes


class StoreError(Exception):
    """A file that could not be read or written: a code, and the system's own reason with its number."""

    def __init__(self, code: StoreCode, path: Path, reason: str = "", size: int = 0, number: int = 0) -> None:
        super().__init__(code, str(path), reason)
        self.code: StoreCode = code
        self.path = path
        self.reason = reason
        self.size = size
        self.number = number


class Opened(msgspec.Struct, frozen=True):
    """A document, and the state of its file when it was read."""

    document: Document
    stamp: Stamp


def open_case(path: Path) -> Opened:
    """Read a case file. Raises StoreError where it cannot be read, CaseFileError where it is no case."""
    data, stamp = _read(path)
    return Opened(decode(data), stamp)


def save_case(
    case: Case, path: Path, *, known: Stamp | None = None, keep_backup: bool = True, kept_from: str = ""
) -> Stamp:
    """Write a case so that at every moment either the old or the new file is whole; return its new state.

    ``known`` is the state in which the caller last saw the file: where another program has changed it since,
    StoreError("changed") is raised and nothing is written. ``keep_backup`` leaves the previous version beside it;
    what is no case takes no backup's place and is put aside as ``.broken``. A write-protected file is left as it
    is, with StoreError("protected"). ``kept_from`` goes with a case that is kept aside.
    """
    try:
        path = target_of(path)
        if path.exists() and not path.is_file():
            # A device or a pipe is neither replaced nor read to its end
            number = errno.EISDIR if path.is_dir() else errno.EINVAL
            raise OSError(number, os.strerror(number))
        if write_protected(path):
            raise StoreError("protected", path)
        if known is not None and path.exists() and _is_another(path, known):
            raise StoreError("changed", path)
        if keep_backup and path.exists():
            _keep_before(path)
        data = encode(case, kept_from)
        write_whole(path, data)
        return _stamp(path.stat(), data)
    except OSError as error:
        raise StoreError("unwritable", path, error.strerror or "", number=error.errno or 0) from None


def changed_since(path: Path, known: Stamp) -> bool:
    """Tell whether another program has changed a file; one that is gone or cannot be read was not changed."""
    with suppress(StoreError, OSError):
        status = path.stat()
        # At a glance first: this is asked whenever a person comes back to the window
        if _glance(status) != known[:-1]:
            return _read(path)[1].digest != known.digest
    return False


def backup_of(path: Path) -> Path | None:
    """Return the backup beside a file if it can be opened."""
    with suppress(StoreError, CaseFileError, OSError, ValueError):
        backup = beside(target_of(path), BACKUP)
        open_case(backup)
        return backup
    return None


def _read(path: Path) -> tuple[bytes, Stamp]:
    try:
        if path.is_dir():
            raise StoreError("folder", path)
        size = path.stat().st_size
        if size > LARGEST:
            raise StoreError("too-large", path, size=size)
        with path.open("rb") as file:
            # What is no plain file tells no size
            data = file.read(LARGEST + 1)
            status = os.fstat(file.fileno())
        if len(data) > LARGEST:
            raise StoreError("too-large", path, size=len(data))
        return data, _stamp(status, data)
    except FileNotFoundError:
        raise StoreError("absent", path) from None
    except ValueError:
        # No file has such a name: a null in it, or half a character
        raise StoreError("absent", path) from None
    except OSError as error:
        raise StoreError("unreadable", path, error.strerror or "", number=error.errno or 0) from None


def _is_another(path: Path, known: Stamp) -> bool:
    if path.stat().st_size != known.size:
        return True
    # A copy that keeps length and time looks the same, and one that was only touched is: the content tells
    return hashlib.sha256(path.read_bytes()).digest() != known.digest


def _keep_before(path: Path) -> None:
    """Keep what a save is about to replace: a case as the backup, anything else where it replaces nothing."""
    backup = beside(path, BACKUP)
    try:
        data, _ = _read(path)
        decode(data)
    except (StoreError, CaseFileError):
        data = path.read_bytes()
        if data.strip():
            copy_aside(path, data, BROKEN)
        return
    if not backup.is_symlink() and write_protected(backup):
        raise StoreError("protected", backup)
    write_whole(backup, data)


def _glance(status: os.stat_result) -> tuple[int, int, int, int]:
    return status.st_mtime_ns, status.st_size, status.st_ctime_ns, status.st_ino


def _stamp(status: os.stat_result, data: bytes) -> Stamp:
    return Stamp(*_glance(status), hashlib.sha256(data).digest())
