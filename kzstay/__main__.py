"""Where the program begins, also with ``python -m kzstay``: with the window, or with a command."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from kzstay.start import asks_for_window, open_window


def run() -> NoReturn:
    """Run the program with the arguments of the process."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            # A console of another encoding shows a question mark rather than a traceback
            stream.reconfigure(errors="replace")  # type: ignore[union-attr]
    sys.exit(main(sys.argv[1:]))


def main(arguments: Sequence[str]) -> int:
    """Open the window where no more than a file is named, else run the command; return the exit code."""
    if asks_for_window(arguments) and len(arguments) <= 1:
        return open_window(Path(arguments[0]) if arguments else None)
    from kzstay.cli import main as run_command

    return run_command(arguments)


if __name__ == "__main__":
    run()
