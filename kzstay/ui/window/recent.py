"""The recent files: those that were opened last, and below them the cases that were kept without a file."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Protocol

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from kzstay.texts import Words, foreign
from kzstay.texts.markup import escape
from kzstay.today import local
from kzstay.ui.session.case_file import CaseFile
from kzstay.ui.session.session import Session
from kzstay.ui.session.unsaved import Kept
from kzstay.ui.system.folders import unsaved_path
from kzstay.ui.widgets import theme
from kzstay.ui.window.preferences import Preferences

SHOWN = 8  # of the cases that were kept
NAMES = 2  # of travellers, before the others are only counted
ICON = 18  # pixels


class Opener(Protocol):
    """Who opens a file."""

    def open(self, path: Path) -> bool:
        """Open a file and tell whether it could be."""
        ...


class RecentFiles:
    """Fills the menu of recent files when it is opened."""

    def __init__(self, files: Opener, session: Session, case_file: CaseFile, preferences: Preferences) -> None:
        self._files = files
        self._session = session
        self._file = case_file
        self._preferences = preferences

    def fill(self, menu: QMenu) -> None:
        """List what can be opened again; what is gone stays in sight, as its disk may come back."""
        w = self._session.view.w
        menu.clear()
        menu.setToolTipsVisible(True)
        names = [name for name in self._preferences.settings.recent if not is_kept_copy(Path(name))]
        for name in names:
            self._add_file(menu, Path(name), w)
        found = self._file.copies()[:SHOWN]
        if found:
            menu.addSeparator()
            _add(menu, w.gettext("Kept without a file:"), "save", None)
        for one in found:
            _add(menu, named(w, one), "recent", lambda one=one: self._file.open_copy(one))
        if names:
            menu.addSeparator()
            _add(menu, w.gettext("Clear list"), "clear", self._preferences.forget_files)
        elif not found:
            _add(menu, w.gettext("No recent files"), "recent", None)

    def _add_file(self, menu: QMenu, path: Path, w: Words) -> None:
        name, there = foreign.file(path), is_there(path)
        shown = name if there else w.gettext("{file} (not there)").format(file=name)
        action = _add(menu, shown, "file", (lambda: self._files.open(path)) if there else None)
        action.setToolTip(f"<span>{escape(foreign.clean(str(path)))}</span>")


def _add(menu: QMenu, text: str, sign: str, do: Callable[[], object] | None) -> QAction:
    """Add a line to a menu, grey where it does nothing."""
    sign_of_it = theme.icon(sign, theme.worn().text, ICON)
    action = menu.addAction(sign_of_it, text.replace("&", "&&"))  # a single one would underline a letter
    action.setEnabled(do is not None)
    if do is not None:
        action.triggered.connect(lambda _checked=False: do())
    return action


def is_there(path: Path) -> bool:
    """Tell whether there is something at a path; what cannot be asked is not there."""
    try:
        return path.exists()
    except (OSError, ValueError):
        return False


def is_kept_copy(path: Path) -> bool:
    """Tell whether a file is one that the program has kept for itself."""
    first = unsaved_path()
    return path.parent == first.parent.resolve() and path.name.startswith(first.stem)


def named(w: Words, found: Kept) -> str:
    """Say whose case was kept, of which file, and when."""
    held = [foreign.clean(one.name) or w.gettext("no name entered") for one in found.case.travellers]
    who = ", ".join(held[:NAMES]) + (f" +{len(held) - NAMES}" if len(held) > NAMES else "")
    if found.origin is not None:
        who = f"{foreign.file(found.origin)}: {who}"
    kept_on = local(datetime.fromtimestamp(found.place.stat().st_mtime, UTC)).date()
    return f"{who} · {w.day(kept_on)}"
