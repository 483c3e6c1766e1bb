"""Where the program keeps what it remembers."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths


def folder(kind: QStandardPaths.StandardLocation) -> Path:
    """Return the program's own folder of a kind."""
    return Path(QStandardPaths.writableLocation(kind)) / "kzstay"


def settings_path() -> Path:
    """Return where the choices are kept."""
    return folder(QStandardPaths.StandardLocation.GenericConfigLocation) / "settings.json"


def unsaved_path() -> Path:
    """Return where a case is kept that has no file yet."""
    return folder(QStandardPaths.StandardLocation.GenericDataLocation) / "unsaved.kzstay"


def crash_path() -> Path:
    """Return where a crash is written down."""
    return folder(QStandardPaths.StandardLocation.GenericDataLocation) / "crash.log"
