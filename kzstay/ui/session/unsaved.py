"""Unsaved cases: where one is kept that has no file, or one that takes nothing, so that nothing costs it."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import suppress
from itertools import count
from pathlib import Path

import msgspec
from PySide6.QtCore import QLockFile

from kzstay.core.case import Case
from kzstay.files import kept
from kzstay.files.atomic import make_private, move_to_free, remove_stale
from kzstay.files.codec import KEPT_FROM, CaseFileError
from kzstay.files.store import BROKEN, StoreError, open_case, save_case
from kzstay.ui.session import kept_copies

PLACES = 9  # for so many windows without a file at once


class Kept(msgspec.Struct, frozen=True):
    """A case as it was kept, where it lies, and for which file; None where it never had one."""

    case: Case
    place: Path
    origin: Path | None


class Unsaved:
    """One file beside the settings, which is no other window's while this one is open.

    ``ours`` while it holds what is open, and not what an earlier run left.
    """

    def __init__(self, first: Path) -> None:
        self._first = first
        self._taken: tuple[Path, QLockFile] | None = None
        self._last: Case | None = None
        self.ours = False

    @property
    def folder(self) -> Path:
        """Return the folder of the kept cases."""
        return self._first.parent

    @property
    def path(self) -> Path:
        """Return the file; it is taken at the first use, where an earlier run left one before a new one."""
        if self._taken is None:
            self._taken = self._take()
        return self._taken[0]

    def _take(self) -> tuple[Path, QLockFile]:
        with suppress(OSError):
            make_private(self.folder)
        remove_stale(self.folder)
        for path in sorted(self._places(), key=lambda place: not place.exists()):
            lock = lock_of(path)
            if lock.tryLock(0) or lock.error() != QLockFile.LockError.LockFailedError:
                return path, lock
        return self._first, lock_of(self._first)

    def _places(self) -> Iterator[Path]:
        yield self._first
        for name in (*range(2, PLACES + 1), os.getpid()):
            yield self._first.with_stem(f"{self._first.stem}.{name}")

    def let_go(self) -> None:
        """Leave the file to the next run."""
        if self._taken is not None:
            self._taken[1].unlock()
            self._taken = None
        self.ours = False

    def keep(self, case: Case, origin: Path | None = None) -> Path | None:
        """Keep a case, of a file that takes it not; return where an older kept one went that stood in the way.

        Raises StoreError where nothing could be kept; what was kept before is then still there.
        """
        try:
            make_private(self.folder)
            there = self.path.exists()
            if there and self.ours and self._last is case:
                return None
            aside = self.set_aside() if there and not self.ours else None
        except OSError as error:
            raise StoreError("unwritable", self.path, error.strerror or "", number=error.errno or 0) from None
        try:
            save_case(case, self.path, keep_backup=False, kept_from=kept.told(origin))
        except StoreError:
            if aside is not None:
                with suppress(OSError):
                    aside.rename(self.path)  # as if nothing had been tried
            raise
        self.ours, self._last = True, case
        return aside

    def set_aside(self) -> Path:
        """Give the kept case a name of its own and return it. Raises OSError."""
        stem, suffix = self.path.stem, self.path.suffix
        aside = move_to_free(self.path, (f"{stem}-{number}{suffix}" for number in count(1)))
        self.ours = False
        kept_copies.clean(self._first, time.time())
        return aside

    def copies(self) -> list[Kept]:
        """Return the cases that were put by and can be read, the last one first."""
        found: list[Kept] = []
        for place in kept_copies.copies(self._first):
            with suppress(StoreError, CaseFileError):
                found.append(_read(place))
        return found

    def take_up(self) -> Kept | None:
        """Return what an earlier run left. Raises StoreError or CaseFileError for a damaged one, put aside."""
        if not self.path.exists():
            return None
        try:
            found = _read(self.path)
        except (StoreError, CaseFileError):
            stem = self.path.stem
            names = (f"{stem}{BROKEN}" + (f"-{number}" if number > 1 else "") for number in count(1))
            with suppress(OSError):
                move_to_free(self.path, names)
            raise
        self.ours = True
        return found

    def kept_of(self, path: Path) -> Kept | None:
        """Return the last case that was kept for a file, unless another window holds it."""
        with suppress(OSError):
            places = sorted(self.folder.glob(f"{self._first.stem}*{self._first.suffix}"), key=_age, reverse=True)
            for place in places:
                with suppress(StoreError, CaseFileError, OSError):
                    # Most of them were kept for no file at all
                    if KEPT_FROM.encode() in place.read_bytes() and self._is_free(place):
                        found = _read(place)
                        if found.origin is not None and kept.same_file(found.origin, path):
                            return found
        return None

    def _is_free(self, place: Path) -> bool:
        if self._taken is not None and place == self._taken[0]:
            return not self.ours
        lock = lock_of(place)
        if not lock.tryLock(0):
            return lock.error() != QLockFile.LockError.LockFailedError
        lock.unlock()
        return True

    def forget(self) -> None:
        """Drop what is kept of the open case, which has a file now."""
        if self.ours:
            with suppress(OSError):
                self.path.unlink(missing_ok=True)
            self.ours = False


def lock_of(path: Path) -> QLockFile:
    """Return the lock that one window holds on something."""
    lock = QLockFile(f"{path}.lock")
    lock.setStaleLockTime(0)  # however long the window is open; that of a run that is gone does not count
    return lock


def _read(place: Path) -> Kept:
    document = open_case(place).document
    return Kept(document.case, place, kept.origin(document.kept_from))


def _age(place: Path) -> int:
    return place.stat().st_mtime_ns
