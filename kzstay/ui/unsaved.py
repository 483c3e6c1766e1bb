"""Where a case is kept that has no file yet, so that neither a crash nor another case costs it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QLockFile

from kzstay.core.case import Case
from kzstay.files.codec import CaseFileError
from kzstay.files.store import StoreError, open_case, save_case

PLACES = 9  # for so many windows without a file at once


class Unsaved:
    """One file beside the settings, which is no other window's while this one is open.

    ``ours`` while it holds what is open, and not what an earlier run left.
    """

    def __init__(self, first: Path) -> None:
        self._first = first
        self._taken: tuple[Path, QLockFile] | None = None
        self.ours = False

    @property
    def path(self) -> Path:
        """Return the file; it is taken at the first use, where an earlier run left one before a new one."""
        if self._taken is None:
            self._taken = self._take()
        return self._taken[0]

    def _take(self) -> tuple[Path, QLockFile]:
        with suppress(OSError):
            self._first.parent.mkdir(parents=True, exist_ok=True)
        for path in sorted(self._places(), key=lambda place: not place.exists()):
            lock = self._lock(path)
            if lock.tryLock(0) or lock.error() != QLockFile.LockError.LockFailedError:
                return path, lock
        return self._first, self._lock(self._first)

    def _lock(self, path: Path) -> QLockFile:
        lock = QLockFile(f"{path}.lock")
        lock.setStaleLockTime(0)  # however long the window is open; that of a run that is gone does not count
        return lock

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

    def keep(self, case: Case) -> Path | None:
        """Keep a case; return where that of an earlier run, or of another window, went if it stood in the way."""
        aside = None
        # A disk that takes nothing leaves the case in the window, which goes on
        with suppress(StoreError, OSError):
            self.path.parent.mkdir(parents=True, exist_ok=True)
            if self.path.exists() and not self.ours:
                aside = self.set_aside()
            save_case(case, self.path, keep_backup=False)
            self.ours = True
        return aside

    def set_aside(self) -> Path | None:
        """Give the kept case a name of its own and return it."""
        number = 1
        while (aside := self.path.with_stem(f"{self.path.stem}-{number}")).exists():
            number += 1
        with suppress(OSError):
            self.path.rename(aside)
            self.ours = False
            return aside
        return None

    def take_up(self) -> Case | None:
        """Return what an earlier run left. Raises StoreError or CaseFileError for a damaged one, put aside."""
        if not self.path.exists():
            return None
        try:
            case = open_case(self.path).document.case
        except (StoreError, CaseFileError):
            with suppress(OSError):
                self.path.rename(self.path.with_suffix(".broken"))
            raise
        self.ours = True
        return case

    def forget(self) -> None:
        """Drop what is kept of the open case, which has a file now."""
        if self.ours:
            self.path.unlink(missing_ok=True)
            self.ours = False
