"""The argument parser, and ``main``: a command is run, and what goes wrong is told in one line."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import NoReturn, cast

from kzstay import __version__
from kzstay.cli.commands import COMMANDS, asks_for_window, command
from kzstay.cli.exit_codes import BAD_INPUT, GOOD
from kzstay.cli.input import BadInput
from kzstay.i18n import Language, system_language
from kzstay.texts import Words, foreign
from kzstay.texts.problems import of_system
from kzstay.texts.words import words


def main(arguments: Sequence[str]) -> int:
    """Run a command and return the exit code."""
    arguments = list(arguments)
    language = system_language()
    try:
        try:
            if asks_for_window(arguments):
                _refuse_unknown(arguments, words(language))
                arguments.insert(0, "gui")
            options = make_parser().parse_args(arguments)
            language = cast("Language", getattr(options, "lang", language))
            return command(options.command).run(options)
        finally:
            print(end="", flush=True)  # a reader who has gone shows here, not while Python ends
    except BadInput as error:
        print(error, file=sys.stderr)
        return BAD_INPUT
    except OSError as error:
        if error.errno is None or error.filename is not None:  # it is not of the output
            raise
        # What is left to be written would be tried again while Python ends
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if isinstance(error, BrokenPipeError):  # who reads only the first lines has read enough
            return GOOD
        told = words(language).gettext("The answer could not be written ({reason}).")
        print(told.format(reason=of_system(words(language), error.errno, error.strerror or "")), file=sys.stderr)
        return BAD_INPUT


def _refuse_unknown(arguments: Sequence[str], w: Words) -> None:
    """Refuse what is followed by more, as only a command is, and is neither one nor a file."""
    if len(arguments) > 1 and not Path(arguments[0]).suffix and not Path(arguments[0]).exists():
        told = [w.gettext("There is no command “{name}”.").format(name=foreign.echo(arguments[0]))]
        told += [
            w.gettext("Did you mean “{name}”?").format(name=near)
            for near in get_close_matches(arguments[0], COMMANDS, n=1)
        ]
        raise BadInput(" ".join([*told, w.gettext("“kzstay --help” lists them all.")]))


class _Parser(argparse.ArgumentParser):
    """Tell what is wrong with the arguments in one line."""

    def error(self, message: str) -> NoReturn:
        raise BadInput(f"{self.prog}: {foreign.message(message)}")


def make_parser() -> argparse.ArgumentParser:
    """Make the parser of the whole command line, which the manual page and the completion are written from too."""
    parser = _Parser(
        prog="kzstay",
        usage="kzstay [-h] [--version] [FILE | COMMAND ...]",
        description="How long a foreigner may stay in Kazakhstan.",
    )
    parser.add_argument("--version", action="version", version=f"kzstay {__version__}")
    listed = parser.add_subparsers(prog="kzstay", required=True, dest="command", metavar="COMMAND")
    for name in COMMANDS:
        about = command(name).HELP
        command(name).add_arguments(listed.add_parser(name, help=about, description=about))
    return parser
