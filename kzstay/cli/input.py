"""The input of the command line: the common options, cases, days and travellers; and what is wrong with them."""

from __future__ import annotations

from argparse import ArgumentParser
from contextlib import suppress
from datetime import date
from pathlib import Path

from kzstay import bundled
from kzstay.core.case import Case, of_these_years
from kzstay.core.problems import problems
from kzstay.core.readings import Reading
from kzstay.files.codec import CaseFileError
from kzstay.files.store import StoreError, open_case
from kzstay.i18n import LANGUAGES, system_language
from kzstay.imports.suffixes import SUFFIXES
from kzstay.texts import Words, day_echo, foreign, plans
from kzstay.texts import problems as problem_texts
from kzstay.today import today

IMPORT = "kzstay import"


class BadInput(Exception):  # noqa: N818 - what it is, not that it is an error of ours
    """An input that a person can mend; its text is the sentence for them."""


# Options


def add_common(parser: ArgumentParser) -> None:
    """Describe the options of every command that reckons: the day, the reading and the language."""
    parser.add_argument(
        "--on", metavar="DATE", help="day to calculate for, such as 2026-12-15; today in Kazakhstan if left out"
    )
    parser.add_argument(
        "--reading",
        choices=[str(reading) for reading in Reading],
        default="safe",
        help="which side of an open question of the law: the stricter one (safe), or the common one (usual)",
    )
    add_language(parser)


def add_language(parser: ArgumentParser) -> None:
    """Describe the option for the language of what is told."""
    told = "language of the answer; that of the system if left out"
    parser.add_argument("--lang", choices=LANGUAGES, default=system_language(), help=told)


def add_json(parser: ArgumentParser) -> None:
    """Describe the option for other programs."""
    parser.add_argument("--json", action="store_true", help="print JSON for other programs")


# What they name


def read_case(path: Path, w: Words) -> Case:
    """Read a case that can be reckoned. Raises BadInput with the file, the place and the reason."""
    try:
        document = open_case(path).document
    except (StoreError, CaseFileError) as error:
        told = problem_texts.opening(w, error, path.name or str(path))
        if isinstance(error, CaseFileError) and path.suffix.casefold() in SUFFIXES:
            told += " " + w.gettext("“{command}” makes a case of it.").format(command=IMPORT)
        raise BadInput(told) from None
    except ValueError:  # no system takes that for a name
        raise BadInput(problem_texts.opening(w, StoreError("absent", path), path.name)) from None
    if document.newer:
        raise BadInput(problem_texts.too_new(w, path.name))
    if found := problems(document.case, bundled.countries(), today(), bundled.law().part_names):
        first = f"{foreign.file(path)}: {problem_texts.problem(w, found[0], document.case)}"
        more = len(found) - 1
        raise BadInput(
            first + (" " + w.ngettext("And {n} more.", "And {n} more.", more).format(n=more) if more else "")
        )
    return document.case


def day_of_reckoning(text: str | None, w: Words) -> date:
    """Return the day given with ``--on``, else today. Raises BadInput."""
    return today() if text is None else read_day("--on", text, w)


def read_day(option: str, text: str, w: Words) -> date:
    """Read a day that was given with an option, of the years that are reckoned for.

    Raises BadInput with the option and the reason.
    """
    day = w.read_day(text, today())
    if day is None:
        raise BadInput(f"{option}: {day_echo.not_a_day(w, text, today())}")
    if not of_these_years(day):
        raise BadInput(f"{option}: {plans.out_of_years(w)}")
    return day


def same(one: Path, other: Path) -> bool:
    """Tell whether two paths lead to one file that is there."""
    with suppress(OSError, ValueError):  # what is not there is no other file by another name
        return one.samefile(other)
    return False


# What is wrong with them


def nobody(w: Words, path: Path) -> str:
    """Say that a case holds nobody."""
    return w.gettext("{file}: the case holds no traveller.").format(file=foreign.file(path))


def no_such_traveller(w: Words, path: Path, name: str) -> str:
    """Say that a case does not hold the traveller asked for."""
    return w.gettext("{file}: there is no traveller “{name}”.").format(
        file=foreign.file(path), name=foreign.echo(name)
    )


def one_of(w: Words, names: list[str]) -> str:
    """Write a list of which one is to be chosen."""
    *first, last = names
    # Translators: the last two of a list: PDF, HTML or CSV
    return w.gettext("{first} or {last}").format(first=", ".join(first), last=last) if first else last
