"""``kzstay example``: an example case as a file of one's own, to try the other commands on."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from kzstay.bundled import EXAMPLES, law
from kzstay.cli.exit_codes import GOOD
from kzstay.cli.input import BadInput, add_language
from kzstay.files.store import StoreError, open_case, save_case
from kzstay.paths import resource
from kzstay.texts import Words, examples, foreign
from kzstay.texts import problems as problem_texts
from kzstay.texts.words import words

HELP = "write an example case, to try the other commands on"


def add_arguments(parser: ArgumentParser) -> None:
    """Describe the arguments."""
    parser.add_argument("file", nargs="?", type=Path, metavar="OUT.kzstay")
    parser.add_argument("--name", choices=EXAMPLES, default=EXAMPLES[0], help="which one; %(default)s if left out")
    parser.add_argument("--list", action="store_true", help="list the examples")
    add_language(parser)


def run(options: Namespace) -> int:
    """Write an example or list all of them, and return the exit code."""
    w = words(options.lang)
    if options.list or options.file is None:
        width = max(map(len, EXAMPLES))
        for name in EXAMPLES:
            print(f"{name.ljust(width)}  {examples.about(w, name)}")
        return GOOD
    _write(w, options.name, options.file)
    told = w.gettext("{file}: {example}. Its dates are made for {day}.")
    about = examples.about(w, options.name)
    print(told.format(file=foreign.file(options.file), example=about, day=w.full_day(law().collected)))
    return GOOD


def _write(w: Words, name: str, path: Path) -> None:
    """Write an example where nothing is yet. Raises BadInput."""
    try:
        if path.exists() or path.is_symlink():
            told = w.gettext("{file} exists already. Give the example another name.")
            raise BadInput(told.format(file=foreign.file(path)))
        save_case(open_case(resource(f"examples/{name}.kzstay")).document.case, path)
    except StoreError as error:
        raise BadInput(problem_texts.saving(w, error)) from None
    except ValueError:  # no system takes that for a name
        raise BadInput(problem_texts.saving(w, StoreError("unwritable", path))) from None
