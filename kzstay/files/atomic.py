"""Whole writes: at every moment either the old or the new file is there, and what a broken run left is removed."""

from __future__ import annotations

import errno
import hashlib
import os
import time
from collections.abc import Generator, Iterable
from contextlib import contextmanager, suppress
from itertools import count
from pathlib import Path
from stat import S_ISREG
from typing import BinaryIO

from kzstay.patterns import pattern

LONGEST_NAME = 255  # bytes, where the file system does not tell; none in use allows more
STALE = 3600  # seconds after which a temporary file is nobody's any more
_PREFIX, _SUFFIX = ".kzstay-", ".tmp"
_RANDOM = 4  # bytes of a name, each of two letters
# Its own, and those of versions that put the whole name in
_OURS = pattern(r"\.(kzstay-|.+\.kzstay(\.bak)?\.|settings\.json\.)[a-z0-9_]{8}\.tmp")


def write_whole(path: Path, data: bytes) -> None:
    """Write a file so that at every moment either the old or the new one is whole. Raises OSError.

    What can be kept of the old one is kept: mode, owner, extended attributes. Another hard link to it goes on
    holding the old version: to write through a link is to have a moment without a whole file. A write-protected
    file is left as it is, with a PermissionError.
    """
    with replacing(path) as file:
        file.write(data)


def create(path: str, flags: int) -> int:
    """Open a new file that is for its owner alone, as ``open`` asks for it. Raises OSError."""
    return os.open(path, flags, 0o600)


@contextmanager
def replacing(path: Path) -> Generator[BinaryIO]:
    """Give a file to write that takes the place of another once all is written, as ``write_whole`` does.

    Where that is left by an exception the old file stays, and nothing else. Raises OSError.
    """
    old = None
    with suppress(FileNotFoundError):
        # A link is replaced by a file: who wants what it stands for asks for that
        old = None if path.is_symlink() else path.stat()
    if old is not None and write_protected(path):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
    # The name of the file may be as long as a name can be: it is no part of this one. It is known before the file
    # is there, so that who is told to end in between leaves none behind
    temporary = path.parent / f"{_PREFIX}{os.urandom(_RANDOM).hex()}{_SUFFIX}"
    try:
        with open(temporary, "x+b", opener=create) as file:
            yield file
            file.flush()
            if old is not None:
                _resemble(temporary, path, old)
            os.fsync(file.fileno())
        # A new file is private; one that others may read stays readable for them
        temporary.chmod(0o600 if old is None else _mode(temporary, old))
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    _sync_folder(path.parent)


def write_protected(path: Path) -> bool:
    """Tell whether a file is there that may not be written, though it could be replaced. Raises OSError."""
    # Who may do everything is stopped by no mode, and still meant it
    return path.is_file() and (not path.stat().st_mode & 0o222 or not os.access(path, os.W_OK))


def beside(path: Path, suffix: str) -> Path:
    """Return where something stands that belongs to a file: its name and a suffix, as far as a name goes."""
    if len(os.fsencode(path.name + suffix)) <= _longest_name(path.parent):
        return path.with_name(path.name + suffix)
    # Two long names that begin alike are still two
    mark = "~" + hashlib.sha256(os.fsencode(path.name)).hexdigest()[:8]
    return path.with_name(fitting(path.stem, mark + path.suffix + suffix, path.parent))


def fitting(stem: str, end: str, folder: Path) -> str:
    """Return a name of two parts that a folder can hold, the first cut where it is too long."""
    room = _longest_name(folder) - len(os.fsencode(end))
    while stem and len(os.fsencode(stem)) > room:
        stem = stem[:-1]
    return stem + end


def copy_aside(path: Path, data: bytes, suffix: str) -> Path:
    """Write what a file held beside it under a suffix, where it takes no other's place. Raises OSError."""
    aside = _first_free(beside(path, suffix if n == 1 else f"{suffix}-{n}") for n in count(1))
    try:
        write_whole(aside, data)
    except BaseException:
        aside.unlink(missing_ok=True)
        raise
    return aside


def move_to_free(path: Path, names: Iterable[str]) -> Path:
    """Give a file the first of some names that no other has yet, and return it. Raises OSError."""
    free = _first_free(path.with_name(name) for name in names)
    try:
        path.replace(free)
    except BaseException:
        free.unlink(missing_ok=True)
        raise
    return free


def target_of(path: Path) -> Path:
    """Return the file that a symbolic link stands for: the link itself is kept. Raises OSError for a circle."""
    if not path.is_symlink():
        return path
    with suppress(FileNotFoundError):
        # A link to nothing yet is written where it points; one that goes in a circle points nowhere
        path.stat()
    return path.resolve()


def remove_stale(folder: Path) -> None:
    """Remove the temporary files that a run left which was ended in the middle of a write."""
    now = time.time()
    with suppress(OSError):
        for path in folder.glob(f".*{_SUFFIX}"):
            with suppress(OSError):
                status = path.lstat()
                if _OURS.fullmatch(path.name) and S_ISREG(status.st_mode) and now - status.st_mtime > STALE:
                    path.unlink()


def make_private(folder: Path) -> None:
    """Make a folder of the program's own, which is for its owner alone. Raises OSError."""
    folder.mkdir(parents=True, exist_ok=True)
    if os.name == "posix":
        with suppress(OSError):
            folder.chmod(0o700)


def _first_free(paths: Iterable[Path]) -> Path:
    """Take the first path at which nothing is: that a file could be made there is what tells it."""
    for path in paths:
        with suppress(FileExistsError):
            os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
            return path
    raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST))


def _resemble(new: Path, path: Path, old: os.stat_result) -> None:
    """Give a new file the owner and the attributes of the one that it replaces, as far as that is allowed."""
    if os.name != "posix":
        return
    if (old.st_uid, old.st_gid) != (os.geteuid(), new.stat().st_gid):
        with suppress(OSError):
            os.chown(new, -1, old.st_gid)
        with suppress(OSError):
            os.chown(new, old.st_uid, -1)
    if hasattr(os, "listxattr"):  # Linux; Python has none on macOS
        with suppress(OSError):
            for name in os.listxattr(path):
                with suppress(OSError):
                    os.setxattr(new, name, os.getxattr(path, name))


def _mode(new: Path, old: os.stat_result) -> int:
    mode = old.st_mode & 0o777
    if new.stat().st_gid != old.st_gid:
        # What the one group was allowed is not for another; everybody's rights are theirs too
        mode = mode & ~0o070 | (mode & 0o007) << 3
    return mode


def _sync_folder(path: Path) -> None:
    if os.name == "posix":
        # The new file is in its place already; not every file system can do more
        with suppress(OSError):
            folder = os.open(path, os.O_RDONLY)
            try:
                os.fsync(folder)
            finally:
                os.close(folder)


def _longest_name(folder: Path) -> int:
    if hasattr(os, "pathconf"):
        with suppress(OSError, ValueError):
            longest = os.pathconf(folder, "PC_NAME_MAX")
            if longest > 0:
                return longest
    return LONGEST_NAME
