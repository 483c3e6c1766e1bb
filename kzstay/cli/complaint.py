"""``kzstay complaint``: a draft of a complaint against a ruling, as DOCX or PDF."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from kzstay import bundled
from kzstay.cli.exit_codes import GOOD
from kzstay.cli.input import (
    BadInput,
    day_of_reckoning,
    no_such_traveller,
    nobody,
    one_of,
    read_case,
    same,
)
from kzstay.cli.output import reason
from kzstay.core.assess import Assessment, assess
from kzstay.core.case import Case, Traveller
from kzstay.core.complaint import refusal
from kzstay.display import missing_for_drawing, not_loaded, pyside_silenced
from kzstay.export import complaint as export
from kzstay.i18n import CASE_LANGUAGES, LANGUAGES, system_language
from kzstay.texts import Words, complaint_hints, foreign, lettering, papers
from kzstay.texts.words import words

HELP = f"draft a complaint against a ruling as a {' or '.join(found.kind for found in export.FORMATS)} file"


def add_arguments(parser: ArgumentParser) -> None:
    """Describe the arguments."""
    spoken = system_language()
    endings = "|".join(found.suffix for found in export.FORMATS)
    parser.add_argument("file", type=Path)
    parser.add_argument("--ruling", required=True, metavar="N", help="which ruling: 1 is the first of the case")
    told = "the file to write; the end of its name chooses the format"
    parser.add_argument("-o", "--output", required=True, type=Path, metavar=f"OUT{endings}", help=told)
    parser.add_argument("--traveller", metavar="NAME", help="may be left out where one only has rulings")
    parser.add_argument(
        "--on", metavar="DATE", help="day to calculate for, such as 2026-12-15; today in Kazakhstan if left out"
    )
    parser.add_argument(
        "--lang",
        choices=CASE_LANGUAGES,
        default=spoken if spoken in CASE_LANGUAGES else CASE_LANGUAGES[0],
        help="language of the complaint",
    )
    parser.add_argument("--explain", choices=LANGUAGES, default=spoken, help="language of the explanation")


def run(options: Namespace) -> int:
    """Write the draft, and return the exit code."""
    w, output = words(options.explain), options.output
    found = export.format_of(output)
    if found is None:
        raise BadInput(_no_format(w, output))
    case = read_case(options.file, w)
    if same(output, options.file):
        raise BadInput(
            w.gettext("{file}: the complaint would replace the case. Give the complaint another name.").format(
                file=foreign.file(output)
            )
        )
    traveller = _whose(w, options.file, case, options.traveller)
    number = _number(w, options.file, traveller, options.ruling)
    a = assess(traveller, day_of_reckoning(options.on, w), bundled.law())
    if reason := refusal(a, number):
        raise BadInput(f"{foreign.file(options.file)}: {complaint_hints.refused(w, reason, number + 1)}")
    if found.needs_qt and (lacking := missing_for_drawing(w)):
        raise BadInput(lacking)
    _write(a, number, w, options)
    return GOOD


def _write(a: Assessment, number: int, w: Words, options: Namespace) -> None:
    try:
        with pyside_silenced():
            lacking = export.write_complaint(a, number, words(options.lang), w, options.output)
    except ImportError as error:
        raise BadInput(not_loaded(lambda: w, error)) from None
    except (OSError, ValueError) as error:  # a name may hold what no system takes for one
        raise BadInput(
            w.gettext("{file}: the complaint could not be written ({reason}).").format(
                file=foreign.file(options.output), reason=reason(w, error)
            )
        ) from None
    if lacking:
        print(lettering.missing(w, lacking), file=sys.stderr)


def _whose(w: Words, path: Path, case: Case, name: str | None) -> Traveller:
    """Return the traveller who complains. Raises BadInput."""
    if not case.travellers:
        raise BadInput(nobody(w, path))
    if name is not None:
        named = next((one for one in case.travellers if one.name == name), None)
        if named is None:
            raise BadInput(no_such_traveller(w, path, name))
        return named
    ruled = [one for one in case.travellers if one.rulings]
    if len(ruled) > 1:
        raise BadInput(
            w.gettext("{file}: more than one traveller has rulings. Name one with --traveller: {names}").format(
                file=foreign.file(path), names=", ".join(foreign.echo(one.name) for one in ruled)
            )
        )
    return ruled[0] if ruled else case.travellers[0]


def _number(w: Words, path: Path, traveller: Traveller, text: str) -> int:
    """Return which ruling is meant, from nought. Raises BadInput."""
    file = foreign.file(path)
    if not traveller.rulings:
        raise BadInput(
            w.gettext("{file}: no ruling is entered, so there is nothing to complain of.").format(file=file)
        )
    held = [
        f"{place}: {papers.ruling(w, one.kind)}, {w.day(one.served)}"
        for place, one in enumerate(traveller.rulings, 1)
    ]
    places = {str(place): place - 1 for place in range(1, len(held) + 1)}
    if text not in places:
        raise BadInput(
            w.gettext("{file}: there is no ruling {number}. The rulings are {rulings}.").format(
                file=file, number=foreign.echo(text), rulings=foreign.remark("; ".join(held))
            )
        )
    return places[text]


def _no_format(w: Words, output: Path) -> str:
    """Say which formats there are."""
    return w.gettext("{file}: the complaint is written as {kinds}; give it a name that ends in {endings}.").format(
        file=foreign.file(output),
        kinds=one_of(w, [found.kind for found in export.FORMATS]),
        endings=one_of(w, [found.suffix for found in export.FORMATS]),
    )
