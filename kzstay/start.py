"""The start of the window, with nothing read in that could delay it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kzstay.texts import Words


def obstacle() -> str:
    """Return why no window can be opened and how to mend it, or nothing where one can."""
    from kzstay.display import missing_display, not_loaded, pyside_silenced

    if reason := missing_display(_words):
        return reason
    try:
        with pyside_silenced():
            from kzstay.ui.system.enumerations import make_quickly
            from kzstay.ui.system.features import import_plainly

            import_plainly()
            make_quickly()
            import kzstay.ui.app  # noqa: F401 - what it needs is looked for
    except ImportError as error:
        return not_loaded(_words, error)
    return ""


def open_window(file: Path | None, *, fresh: bool = False) -> int:
    """Show the window until it is closed; return the exit code.

    With no file it goes on with the one that was open last, unless it is to be a ``fresh`` one.
    """
    from kzstay.ui.app import run as run_window

    return run_window(file, fresh=fresh)


def _words() -> Words:
    from kzstay.i18n import system_language
    from kzstay.texts.words import words

    return words(system_language())
