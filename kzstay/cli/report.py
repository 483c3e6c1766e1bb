"""``kzstay report``: the stay report, a certificate or a list as a file, in the format that its name asks for."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import cast

from kzstay import bundled
from kzstay.cli.exit_codes import GOOD
from kzstay.cli.input import (
    BadInput,
    add_common,
    day_of_reckoning,
    no_such_traveller,
    nobody,
    one_of,
    read_case,
    same,
)
from kzstay.cli.output import reason
from kzstay.core.assess import Assessment, assess
from kzstay.core.readings import Reading
from kzstay.core.register import by_urgency
from kzstay.display import missing_for_drawing, not_loaded, pyside_silenced
from kzstay.export import formats
from kzstay.export.formats import Format, NothingAhead, WriteCertificate, WriteReport
from kzstay.i18n import LANGUAGES
from kzstay.texts import Words, calendar, foreign, lettering
from kzstay.texts.words import words


def _kinds(listed: Sequence[Format]) -> str:
    return " or ".join(found.kind for found in listed)


HELP = f"write the stay report as a {_kinds(formats.FORMATS)} file"


def add_arguments(parser: ArgumentParser) -> None:
    """Describe the arguments."""
    endings = "|".join(found.suffix for found in formats.FORMATS)
    parser.add_argument("file", type=Path)
    told = "the file to write; the end of its name chooses the format"
    parser.add_argument("-o", "--output", required=True, type=Path, metavar=f"OUT{endings}", help=told)
    instead = parser.add_mutually_exclusive_group()
    instead.add_argument(
        "--certificate",
        action="store_true",
        help=f"a calculation of days instead, one page a traveller ({_kinds(formats.CERTIFICATES)})",
    )
    instead.add_argument(
        "--list",
        action="store_true",
        help=f"a list instead, one line a traveller, whoever has the least time first ({_kinds(formats.LISTS)})",
    )
    parser.add_argument(
        "--second-lang", choices=LANGUAGES, help="second language beside that of --lang, with --certificate"
    )
    parser.add_argument("--traveller", metavar="NAME", help="only this one of several travellers")
    add_common(parser)


def run(options: Namespace) -> int:
    """Write the report, and return the exit code."""
    w = words(options.lang)
    second = _second(options, w)
    listed = _listed(options)
    found = formats.format_of(options.output, listed)
    if found is None:
        raise BadInput(_no_format(options, w, listed))
    assessed = _assessed(options, w)
    write = _writer(found, w)
    if isinstance(found, formats.Certificate):
        write = partial(cast("WriteCertificate", write), second=second)
    try:
        lacking = write(by_urgency(assessed) if options.list else assessed, w, options.output)
    except NothingAhead:
        raise BadInput(calendar.nothing(w, options.output.name)) from None
    except (OSError, ValueError) as error:  # a name may hold what no system takes for one
        raise BadInput(
            w.gettext("{file}: the report could not be written ({reason}).").format(
                file=foreign.file(options.output), reason=reason(w, error)
            )
        ) from None
    if lacking:
        print(lettering.missing(w, lacking), file=sys.stderr)
    return GOOD


def _listed(options: Namespace) -> Sequence[Format]:
    """Return the formats of the document that is asked for."""
    if options.list:
        return formats.LISTS
    return formats.CERTIFICATES if options.certificate else formats.FORMATS


def _second(options: Namespace, w: Words) -> Words | None:
    """Return the other language of a certificate; None where there is none."""
    if options.second_lang is None:
        return None
    if not options.certificate:
        raise BadInput(
            w.gettext("--second-lang: only a calculation of days has two languages. Add --certificate.")
        )
    if options.second_lang == options.lang:
        raise BadInput(w.gettext("--second-lang: choose another language than that of --lang."))
    return words(options.second_lang)


def _no_format(options: Namespace, w: Words, listed: Sequence[Format]) -> str:
    """Say which formats there are."""
    if options.list:
        pattern = w.gettext("{file}: the list is written as {kinds}; give it a name that ends in {endings}.")
    elif options.certificate:
        pattern = w.gettext(
            "{file}: a calculation of days is written as {kinds}; give it a name that ends in {endings}."
        )
    else:
        pattern = w.gettext("{file}: the report is written as {kinds}; give it a name that ends in {endings}.")
    return pattern.format(
        file=foreign.file(options.output),
        kinds=one_of(w, [found.kind for found in listed]),
        endings=one_of(w, [found.suffix for found in listed]),
    )


def _assessed(options: Namespace, w: Words) -> list[Assessment]:
    """Assess whom the report is about."""
    case = read_case(options.file, w)
    if same(options.output, options.file):
        raise BadInput(
            w.gettext("{file}: the report would replace the case. Give the report another name.").format(
                file=foreign.file(options.output)
            )
        )
    if not case.travellers:
        raise BadInput(nobody(w, options.file))
    on, reading = day_of_reckoning(options.on, w), Reading(options.reading)
    found = [
        assess(traveller, on, bundled.law(), reading)
        for traveller in case.travellers
        if options.traveller in (None, traveller.name)
    ]
    if not found:
        raise BadInput(no_such_traveller(w, options.file, options.traveller or ""))
    return found


def _writer(found: Format, w: Words) -> WriteReport:
    """Return what writes a format, with all that it needs."""
    if found.needs_qt and (reason := missing_for_drawing(w)):
        raise BadInput(reason)
    try:
        with pyside_silenced():
            return found.writer()
    except ImportError as error:
        raise BadInput(not_loaded(lambda: w, error)) from None
