"""``kzstay gui``: the window, and where none can be opened, the answer of ``check`` for a file that was named."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from kzstay import bundled
from kzstay.cli import check
from kzstay.cli.input import BadInput, same
from kzstay.i18n import system_language
from kzstay.paths import resource
from kzstay.start import obstacle, open_window
from kzstay.texts.words import words

HELP = "open the window (also without any command)"


def add_arguments(parser: ArgumentParser) -> None:
    """Describe the arguments."""
    parser.add_argument("file", nargs="?", type=Path)
    parser.add_argument("--new", action="store_true", help="begin with an empty case, not with the last one")


def run(options: Namespace) -> int:
    """Show the window until it is closed, or answer without one; return the exit code."""
    reason = obstacle()
    if not reason:
        return open_window(options.file, fresh=options.new)
    if options.file is None:
        raise BadInput(reason)
    return _answer_instead(options.file, reason)


def _answer_instead(file: Path, reason: str) -> int:
    """Give the answer of ``check`` where no window can be opened, and say why it is that."""
    language = system_language()
    # The window, too, shows the example on the day it was made for
    on = bundled.law().collected.isoformat() if same(file, resource(bundled.EXAMPLE)) else None
    code = check.run(Namespace(file=file, on=on, reading="safe", lang=language, json=False))
    sys.stdout.flush()
    instead = words(language).gettext("Instead of the window, the answer of “kzstay check” is printed.")
    print(instead, reason, file=sys.stderr)  # which may end with a command to copy
    return code
