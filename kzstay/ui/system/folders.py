"""Folders of the program: where it keeps what it remembers."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path

from PySide6.QtCore import QStandardPaths

from kzstay.ui.system import portable

_elsewhere: ContextVar[Path | None] = ContextVar("elsewhere", default=None)


@contextmanager
def kept_in(place: Path) -> Generator[None]:
    """Keep settings, cases and crashes under a place of one's own, apart from the person's."""
    before = _elsewhere.set(place)
    try:
        yield
    finally:
        _elsewhere.reset(before)


def folder(kind: QStandardPaths.StandardLocation) -> Path:
    """Return the program's own folder of a kind."""
    if place := _elsewhere.get():
        return place / kind.name
    return portable.place() or usual(kind)


def usual(kind: QStandardPaths.StandardLocation) -> Path:
    """Return where the system has the program keep things of a kind."""
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
