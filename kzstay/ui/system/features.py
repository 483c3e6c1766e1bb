"""The features of PySide6 that a module can ask for, which nobody here does."""

from __future__ import annotations

import builtins

import PySide6.QtCore  # noqa: F401 - which puts an import of its own in place


def import_plainly() -> None:
    """Have PySide6 no longer look at every import.

    It looks for ``from __feature__``, and has the source of each module searched for that.
    """
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
