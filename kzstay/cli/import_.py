"""``kzstay import``: a table, a list or a calendar of another program as a case."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import get_args

from kzstay.cli.exit_codes import GOOD, UNSOUND
from kzstay.cli.input import BadInput, add_json, add_language, no_such_traveller, same
from kzstay.core.case import Case
from kzstay.export import import_json
from kzstay.export import json as answer_json
from kzstay.files.store import StoreError, save_case
from kzstay.imports import reading
from kzstay.imports.result import Answers, ImportFileError, Order, Result, Sense
from kzstay.texts import Words, countries, foreign, import_rows, imports
from kzstay.texts import problems as problem_texts
from kzstay.texts.words import words
from kzstay.today import today

HELP = "make a case of a table, a list, a calendar or a log of another program"
STANDARD_INPUT = Path("-")


def add_arguments(parser: ArgumentParser) -> None:
    """Describe the arguments."""
    parser.add_argument(
        "file",
        type=Path,
        metavar="IN",
        help="CSV, text, XLSX, XLS, ODS, ICS or JSON; - for text from standard input",
    )
    parser.add_argument("-o", "--output", required=True, type=Path, metavar="OUT.kzstay", help="the case to write")
    parser.add_argument("--traveller", metavar="NAME", help="whose stays they are; of several, only this one")
    parser.add_argument("--citizenship", metavar="CC", help="two letters, where the file names none")
    parser.add_argument("--dates", choices=get_args(Order), help="order of day, month and year where it is open")
    parser.add_argument("--days", choices=get_args(Sense), help="whether the days are in Kazakhstan or outside it")
    add_json(parser)
    add_language(parser)


def run(options: Namespace) -> int:
    """Read, write what is sure, and tell what is not; return the exit code."""
    w = words(options.lang)
    if same(options.output, options.file):
        raise BadInput(
            w.gettext("{file}: the case would replace what is read. Give it another name.").format(
                file=foreign.file(options.output)
            )
        )
    found = _read(options, w)
    if not found.questions and not any(one.name or one.document or one.stays for one in found.travellers):
        raise BadInput(_nothing(w, found, options))
    _write(options.output, Case(travellers=found.travellers), w)
    if options.json:
        print(answer_json.text(import_json.document(found, w)))
    else:
        print("\n".join(_told(w, found, options.output)))
    return GOOD if found.whole else UNSOUND


def _read(options: Namespace, w: Words) -> Result:
    """Read the source. Raises BadInput where nothing can be made of it."""
    answers = Answers(
        dates=options.dates,
        days=options.days,
        traveller=options.traveller or "",
        citizenship=_country(options.citizenship, w),
    )
    name = _name(options)
    try:
        if options.file == STANDARD_INPUT:
            data = sys.stdin.buffer.read(reading.LARGEST + 1)
            if len(data) > reading.LARGEST:
                raise ImportFileError("too-large")
            return reading.read(data, today(), answers)
        return reading.read_file(options.file, today(), answers)
    except ImportFileError as error:
        raise BadInput(import_rows.source_error(w, error, name)) from None


def _name(options: Namespace) -> str:
    return "" if options.file == STANDARD_INPUT else options.file.name or str(options.file)


def _nothing(w: Words, found: Result, options: Namespace) -> str:
    """Say why nothing came of a source that was read: the first row that says it."""
    if found.refused:
        told = _at(imports.row(w, found.refused[0].at), import_rows.refused(w, found.refused[0]))
    elif options.traveller:
        return no_such_traveller(w, options.file, options.traveller)
    elif found.left:
        told = _at(imports.row(w, found.left[0].at), import_rows.left(w, found.left[0]))
    else:
        return import_rows.source_error(w, ImportFileError("unknown"), _name(options))
    return f"{foreign.file(_name(options))}: {told}" if _name(options) else told


def _country(text: str | None, w: Words) -> str:
    """Return the code of a state that was named with ``--citizenship``. Raises BadInput."""
    if text is None:
        return ""
    code = countries.meant(w, text)
    if code is None:
        raise BadInput(f"--citizenship: {countries.not_meant(w, text)}")
    return code


def _write(path: Path, case: Case, w: Words) -> None:
    try:
        save_case(case, path)
    except StoreError as error:
        raise BadInput(problem_texts.saving(w, error)) from None
    except ValueError:  # no system takes that for a name
        raise BadInput(problem_texts.saving(w, StoreError("unwritable", path))) from None


def _told(w: Words, found: Result, path: Path) -> list[str]:
    """Say what came of it: counts, then each row that is refused, and each question with its candidates."""
    lines = [f"{foreign.file(path)}: {import_rows.summary(w, found)}"]
    for refused in found.refused:
        lines.append("  " + _at(imports.row(w, refused.at), import_rows.refused(w, refused)))
        lines.append("    " + foreign.remark(refused.at.text))
    for asked in found.questions:
        lines.append("  " + _at(imports.row(w, asked.at), imports.question(w, asked)))
        lines += [f"    – {imports.choice(w, asked, value)}" for value in asked.values]
    lines += ["  " + _at(imports.row(w, left.at), import_rows.left(w, left)) for left in found.left]
    return lines


def _at(place: str, text: str) -> str:
    return f"{place}: {text}" if place else text
