"""The claim of a window on the file that is open in it, by which others notice that they have the same one."""

from __future__ import annotations

import hashlib
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QLockFile

from kzstay.files import kept
from kzstay.files.atomic import make_private
from kzstay.ui.session.unsaved import lock_of


class Claim:
    """One lock for one file, in a folder of the program's own: a person's folders are for the person's files.

    Without such a folder nothing is known of other windows.
    """

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder and folder / "open"
        self._lock: QLockFile | None = None

    def take(self, path: Path) -> bool:
        """Let the others know that this window has a file; tell whether no other one has it."""
        self.release()
        lock = self._lock_for(path)
        if lock is None:
            return True
        if lock.tryLock(0):
            self._lock = lock
            return True
        return lock.error() != QLockFile.LockError.LockFailedError

    def release(self) -> None:
        """Have no file any more."""
        if self._lock is not None:
            self._lock.unlock()
            self._lock = None

    def is_elsewhere(self, path: Path) -> bool:
        """Tell whether another window has a file that this one has not."""
        lock = self._lock_for(path)
        if lock is None:
            return False
        if lock.tryLock(0):
            lock.unlock()
            return False
        return lock.error() == QLockFile.LockError.LockFailedError

    def _lock_for(self, path: Path) -> QLockFile | None:
        if self._folder is None:
            return None
        with suppress(OSError):
            make_private(self._folder)
        name = kept.name_of(path).encode(errors="surrogatepass")
        return lock_of(self._folder / hashlib.sha256(name).hexdigest()[:16])
