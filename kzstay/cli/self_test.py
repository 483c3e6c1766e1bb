"""``kzstay self-test``: every part of this copy is tried, also those of the window, without a display."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from kzstay.cli.exit_codes import GOOD, UNSOUND

HELP = "try every part of this copy of kzstay, without a display"


def add_arguments(parser: ArgumentParser) -> None:
    """Describe no arguments: all of it is tried."""


def run(options: Namespace) -> int:
    """Try every part, and return the exit code."""
    from kzstay.self_test import run as broken_parts

    return UNSOUND if broken_parts() else GOOD
