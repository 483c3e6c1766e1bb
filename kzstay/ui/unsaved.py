"""Where a case is kept that has no file yet, so that neither a crash nor another case costs it."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from kzstay.core.case import Case
from kzstay.files.codec import CaseFileError
from kzstay.files.store import StoreError, open_case, save_case


class Unsaved:
    """One file beside the settings; ``ours`` while it holds what is open, and not what an earlier run left."""

    def __init__(self, path: Path) -> None:
        self.path = path
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
