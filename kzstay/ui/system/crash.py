"""Crashes, and errors that nobody caught: keep the case, say what happened, and tell of it at the next start."""

from __future__ import annotations

import faulthandler
import os
import sys
import traceback
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import Protocol, TextIO

from PySide6.QtWidgets import QApplication

from kzstay import __version__
from kzstay.files.atomic import make_private
from kzstay.texts import Words
from kzstay.ui.system.folders import crash_path

Keep = Callable[[], object]
Tell = Callable[[str], object]
Place = tuple[type[BaseException], tuple[tuple[str, int | None], ...]]


class Teller(Protocol):
    """Where a person is told something, and may do something about it."""

    def tell(self, text: str, caution: bool, button: str = "", do: Callable[[], object] | None = None) -> None:
        """Say a sentence."""
        ...

    def also(
        self, text: str, caution: bool = False, button: str = "", do: Callable[[], object] | None = None
    ) -> None:
        """Say one thing more."""
        ...

    @property
    def offering(self) -> bool:
        """Tell whether something is offered already."""
        ...


_file: TextIO | None = None
_told: set[Place] = set()  # what is painted or measured goes wrong again and again


def watch(keep: Keep, tell: Tell) -> str:
    """Write crashes of this run down, those of Qt too, and return what the run before left.

    Where an error comes up to Qt, ``keep`` keeps the case and ``tell`` shows the person what is handed to it.
    """
    global _file
    _told.clear()
    path = crash_path()
    earlier = ""
    with suppress(OSError):
        if path.exists():
            earlier = path.read_text(encoding="utf-8", errors="replace").strip()
        make_private(path.parent)
        _file = _private(path)
        faulthandler.enable(_file)
    sys.excepthook = partial(_on_exception, keep, tell)
    return earlier


def _private(path: Path) -> TextIO:
    """Open a file anew for its owner alone: what went wrong may name a person."""
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    if os.name == "posix":
        os.fchmod(handle, 0o600)  # one that an earlier version made
    return os.fdopen(handle, "w", encoding="utf-8", errors="replace")


def forget() -> None:
    """Leave nothing behind: the run ends as it should, whatever the system's own dialogs had to say meanwhile."""
    global _file
    if _file is not None:
        with suppress(OSError, ValueError):
            faulthandler.disable()
            _file.truncate(0)
            _file.close()
        _file = None


def tell_now(info: Teller, w: Words, details: str) -> None:
    """Say in the window that something has gone wrong."""
    info.tell(
        w.gettext("Something went wrong inside kzstay. The case was kept; go on, or start again."),
        True,
        w.gettext("Copy details"),
        lambda: _copy(details),
    )


def tell_of(info: Teller, w: Words, earlier: str) -> None:
    """Say in the window that the run before ended badly."""
    if earlier and not info.offering:  # what it offers already is of this run
        info.also(
            w.gettext("kzstay ended unexpectedly last time. The case was kept."),
            True,
            w.gettext("Copy details"),
            lambda: _copy(earlier),
        )


def _copy(details: str) -> None:
    QApplication.clipboard().setText(f"kzstay {__version__}\n{details}")


def _on_exception(
    keep: Keep, tell: Tell, kind: type[BaseException], error: BaseException, trace: TracebackType | None
) -> None:
    if issubclass(kind, KeyboardInterrupt):
        sys.__excepthook__(kind, error, trace)
        return
    place = kind, tuple((frame.filename, frame.lineno) for frame in traceback.extract_tb(trace))
    if place in _told:
        return
    _told.add(place)
    report = "".join(traceback.format_exception(kind, error, trace))
    print(report, file=sys.stderr)
    if _file is not None:
        with suppress(OSError, ValueError):
            _file.write(report)
            _file.flush()
    # The window may not be there yet, or be what is broken
    with suppress(Exception):
        keep()
    with suppress(Exception):
        tell(report)
