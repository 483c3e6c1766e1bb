"""The list of commands: one is a line here, and a module of this folder with its name.

Nothing is imported here, as the window waits for it: whether one of them is asked for decides what is read in.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol, cast

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

COMMANDS = (
    "gui",
    "check",
    "plan",
    "report",
    "complaint",
    "import",
    "batch",
    "guide",
    "contacts",
    "manual",
    "example",
    "self-test",
)


class Command(Protocol):
    """What the module of a command offers."""

    HELP: str  # one line, in English as all help

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Describe the arguments."""
        ...

    def run(self, options: Namespace) -> int:
        """Do it, and return the exit code."""
        ...


def asks_for_window(arguments: Sequence[str]) -> bool:
    """Tell whether arguments begin with no command."""
    return not arguments or (arguments[0] not in COMMANDS and not arguments[0].startswith("-"))


def module_of(name: str) -> str:
    """Return the name of the module of a command; one that is a word of Python has a stroke behind it."""
    from keyword import iskeyword

    return f"{__package__}.{name.replace('-', '_')}{'_' * iskeyword(name)}"


def command(name: str) -> Command:
    """Return a command, read in when it is asked for."""
    from importlib import import_module

    return cast("Command", import_module(module_of(name)))
