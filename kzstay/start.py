"""The start of the window, with nothing read in that could delay it."""

from __future__ import annotations

import signal
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kzstay.texts import Words

COMMANDS = ("gui", "check", "plan", "report", "self-test")
GOOD, UNSOUND, BAD_INPUT = 0, 1, 2


def asks_for_window(arguments: Sequence[str]) -> bool:
    """Tell whether arguments begin with no command."""
    return not arguments or (arguments[0] not in COMMANDS and not arguments[0].startswith("-"))


def open_window(file: Path | None) -> int:
    """Show the window until it is closed, or say why that cannot be; return the exit code."""
    from kzstay.display import missing_display

    if reason := missing_display(_words):
        print(reason, file=sys.stderr)
        return BAD_INPUT
    # Reading Qt in takes a while; Ctrl+C ends it as it ends any program, for there is nothing to save yet
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    from kzstay.ui.app import run as run_window

    return run_window(file)


def _words() -> Words:
    from kzstay.i18n import system_language
    from kzstay.texts.words import words

    return words(system_language())
