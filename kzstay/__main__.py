"""The entry point, also of ``python -m kzstay``: the window, or a command."""

from __future__ import annotations

import gc
import os
import signal
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from kzstay.cli.commands import asks_for_window
from kzstay.start import obstacle, open_window

INTERRUPTED = 128 + signal.SIGINT


def run() -> NoReturn:
    """Run the program with the arguments of the process."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            # A console of another encoding shows a question mark rather than a traceback
            stream.reconfigure(errors="replace")  # type: ignore[union-attr]
    arguments = sys.argv[1:]
    if os.name == "posix" and (asks_for_window(arguments) or arguments[0] == "gui"):
        # Until the window closes by itself there is nothing to lose, and Python would end with a traceback
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    try:
        sys.exit(main(arguments))
    except KeyboardInterrupt:
        _end_by_interrupt()


def _end_by_interrupt() -> NoReturn:
    """End as a program does that was told to by Ctrl+C."""
    if os.name == "posix":
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        os.kill(os.getpid(), signal.SIGINT)
    sys.exit(INTERRUPTED)


def main(arguments: Sequence[str]) -> int:
    """Open the window where no more than a file is named and one can be, else run the command; return the code."""
    if asks_for_window(arguments) and len(arguments) <= 1:
        # What a start makes stays: to look through it for what went would only delay the answer
        gc.disable()
        try:
            if not obstacle():
                return open_window(Path(arguments[0]) if arguments else None)
        finally:
            gc.enable()
    from kzstay.cli.parser import main as run_command

    return run_command(arguments)


if __name__ == "__main__":
    run()
