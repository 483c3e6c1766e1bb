"""The command line: the answers of the window without one.

Exit codes: 0 good; 1 for ``check``, something is overstayed or missed, for ``plan``, the trip asked for is not
possible, for ``self-test``, a part does not work; 2 bad input, an answer that could not be written, or a display
that cannot be opened.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import NoReturn

from kzstay import __version__, bundled
from kzstay.core import agenda
from kzstay.core.assess import Assessment, assess
from kzstay.core.case import Case, Traveller, of_these_years, problems
from kzstay.core.costs import cost_of
from kzstay.core.duties import Duty
from kzstay.core.readings import Reading
from kzstay.export import json as answer_json
from kzstay.files.codec import CaseFileError
from kzstay.files.store import StoreError, open_case
from kzstay.i18n import LANGUAGES, system_language
from kzstay.paths import resource
from kzstay.start import BAD_INPUT, GOOD, UNSOUND, asks_for_window, obstacle, open_window
from kzstay.texts import Words, answers, costs, foreign, plans
from kzstay.texts import duties as duty_texts
from kzstay.texts import problems as problem_texts
from kzstay.texts.words import words
from kzstay.today import today


class BadInput(Exception):  # noqa: N818 - what it is, not that it is an error of ours
    """An input that a person can mend; its text is the sentence for them."""


def main(arguments: Sequence[str]) -> int:
    """Run a command and return the exit code."""
    arguments = list(arguments)
    if asks_for_window(arguments):
        arguments.insert(0, "gui")
    language = system_language()
    try:
        try:
            options = _parser().parse_args(arguments)
            language = getattr(options, "lang", language)
            return options.run(options)
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
        print(told.format(reason=error.strerror), file=sys.stderr)
        return BAD_INPUT


class _Parser(argparse.ArgumentParser):
    """Tell what is wrong with the arguments in one line."""

    def error(self, message: str) -> NoReturn:
        raise BadInput(f"{self.prog}: {foreign.message(message)}")


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="kzstay",
        usage="kzstay [-h] [--version] [FILE | COMMAND ...]",
        description="How long a foreigner may stay in Kazakhstan.",
    )
    parser.add_argument("--version", action="version", version=f"kzstay {__version__}")
    commands = parser.add_subparsers(prog="kzstay", required=True, metavar="COMMAND")

    def command(name: str, run: Callable[[argparse.Namespace], int], about: str) -> argparse.ArgumentParser:
        found = commands.add_parser(name, help=about, description=about)
        found.set_defaults(run=run)
        return found

    gui = command("gui", _gui, "open the window (also without any command)")
    gui.add_argument("file", nargs="?", type=Path)
    check = command("check", _check, "print the answer for every traveller of a case")
    check.add_argument("file", type=Path)
    check.add_argument("--json", action="store_true", help="print JSON for other programs")
    _common(check)
    plan = command("plan", _plan, "say how long a stay may last, and whether a trip is possible")
    plan.add_argument("file", type=Path)
    plan.add_argument("--traveller", metavar="NAME", help="may be left out where the case holds one only")
    plan.add_argument("--entry", required=True, metavar="DATE", help="day of entry, such as 2026-12-15")
    plan.add_argument("--exit", metavar="DATE", help="last day of a trip to be judged")
    plan.add_argument("--days", metavar="N", help="the same as a number of days")
    plan.add_argument("--json", action="store_true", help="print JSON for other programs")
    _common(plan)
    report = command("report", _report, "write the stay report as a PDF file")
    report.add_argument("file", type=Path)
    report.add_argument("-o", "--output", required=True, type=Path, metavar="OUT.pdf")
    report.add_argument("--traveller", metavar="NAME", help="only this one of several travellers")
    _common(report)
    command("self-test", _self_test, "try every part of this copy of kzstay, without a display")
    return parser


def _common(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--on", metavar="DATE", help="day of reckoning, such as 2026-12-15; today if left out")
    parser.add_argument("--reading", choices=[str(reading) for reading in Reading], default="safe")
    parser.add_argument("--lang", choices=LANGUAGES, default=system_language())


# The commands


def _gui(options: argparse.Namespace) -> int:
    reason = obstacle()
    if not reason:
        return open_window(options.file)
    if options.file is None:
        raise BadInput(reason)
    return _answer_instead(options.file, reason)


def _answer_instead(file: Path, reason: str) -> int:
    """Give the answer of ``check`` where no window can be opened, and say why it is that."""
    language = system_language()
    # The window, too, shows the example on the day it was made for
    on = bundled.law().date.isoformat() if _same(file, resource(bundled.EXAMPLE)) else None
    code = _check(argparse.Namespace(file=file, on=on, reading="safe", lang=language, json=False))
    sys.stdout.flush()
    instead = words(language).gettext("Instead of the window, the answer of “kzstay check” is printed.")
    print(instead, reason, file=sys.stderr)  # which may end with a command to copy
    return code


def _check(options: argparse.Namespace) -> int:
    w = words(options.lang)
    case = read_case(options.file, w)
    on, reading = day_of_reckoning(options.on, w), Reading(options.reading)
    law = bundled.law()
    assessed = (assess(traveller, on, law, reading) for traveller in case.travellers)
    if options.json:
        found = list(assessed)
        print(answer_json.text(answer_json.check(found, on, reading, law)))
        return GOOD if all(a.sound for a in found) else UNSOUND
    if not case.travellers:
        print(nobody(w, options.file))
    code = GOOD
    for number, a in enumerate(assessed):  # one at a time, as a case may hold thousands
        print("\n" * (number > 0) + _told(w, a))
        code = code if a.sound else UNSOUND
    return code


def _plan(options: argparse.Namespace) -> int:
    from kzstay.cli.plan import run as run_plan

    return run_plan(options)


def _report(options: argparse.Namespace) -> int:
    w = words(options.lang)
    if options.output.suffix.lower() != ".pdf":
        raise BadInput(
            w.gettext("{file}: the report is written as PDF; give it a name that ends in .pdf.").format(
                file=foreign.file(options.output)
            )
        )
    case = read_case(options.file, w)
    if _same(options.output, options.file):
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
        raise BadInput(
            w.gettext("{file}: there is no traveller “{name}”.").format(
                file=foreign.file(options.file), name=foreign.echo(options.traveller or "")
            )
        )
    from kzstay.display import missing_for_drawing, not_loaded, pyside_silenced

    if reason := missing_for_drawing(w):
        raise BadInput(reason)
    try:
        with pyside_silenced():
            from kzstay.export.report_pdf import write_report
    except ImportError as error:
        raise BadInput(not_loaded(lambda: w, error)) from None
    try:
        write_report(found, w, options.output)
    except (OSError, ValueError) as error:  # a name may hold what no system takes for one
        why = error.strerror if isinstance(error, OSError) else None
        raise BadInput(
            w.gettext("{file}: The report could not be written ({reason}).").format(
                file=foreign.file(options.output), reason=why or foreign.echo(str(error))
            )
        ) from None
    return GOOD


def _same(one: Path, other: Path) -> bool:
    with suppress(OSError, ValueError):  # what is not there is no other file by another name
        return one.samefile(other)
    return False


def nobody(w: Words, path: Path) -> str:
    """Say that a case holds nobody."""
    return w.gettext("{file}: the case holds no traveller.").format(file=foreign.file(path))


def _self_test(options: argparse.Namespace) -> int:
    from kzstay.self_test import run as run_tests

    return run_tests()


# Input


def read_case(path: Path, w: Words) -> Case:
    """Read a case that can be reckoned. Raises BadInput with the file, the place and the reason."""
    try:
        document = open_case(path).document
    except (StoreError, CaseFileError) as error:
        raise BadInput(problem_texts.opening(w, error, path.name)) from None
    except ValueError:  # no system takes that for a name
        raise BadInput(problem_texts.opening(w, StoreError("absent", path), path.name)) from None
    if document.newer:
        raise BadInput(problem_texts.too_new(w, path.name))
    if found := problems(document.case, bundled.countries(), today()):
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
        raise BadInput(f"{option}: {problem_texts.not_a_day(w, text)}")
    if not of_these_years(day):
        raise BadInput(f"{option}: {plans.out_of_years(w)}")
    return day


# Output


def heading(w: Words, traveller: Traveller, on: date) -> str:
    """Say whom an answer is about, and the day that it was reckoned for."""
    told = foreign.name(traveller.name), answers.person(w, traveller), w.full_day(on)
    return " · ".join(filter(None, told))


def _told(w: Words, a: Assessment) -> str:
    number, unit = answers.headline(w, a)
    verdict = ": ".join(filter(None, (answers.standing_of(w, a), f"{number} {unit}".strip())))
    lines = [heading(w, a.traveller, a.on), verdict, answers.lead(w, a)]
    lines += answers.evidence(w, a)
    if a.current is not None and (a.leave_by or a.next_entry):
        lines.append(answers.next_entry(w, a))
    left = agenda.leaving(a)
    lines += [
        f"{answers.stay_label(w, stay)}: "
        + _with_cost(w, a, answers.stay_status(w, a, stay), left.get(stay.index) if stay.overstay_days else None)
        for stay in a.stays
        if stay.overstay_days or stay.planned
    ]
    lines += [_told_duty(w, a, duty) for duty in agenda.told(a)]
    lines += [answers.note(w, note, a) for note in a.notes]
    return "\n  ".join(lines)


def _told_duty(w: Words, a: Assessment, duty: Duty) -> str:
    status = f"{duty_texts.due(w, duty)} · {duty_texts.status(w, bundled.law(), duty)}"
    # What it costs to stay too long is told of the stay
    costly = duty.state == "missed" and duty.who == "host"
    return f"{duty_texts.title(w, a, duty)}: {_with_cost(w, a, status, duty if costly else None)}"


def _with_cost(w: Words, a: Assessment, text: str, duty: Duty | None) -> str:
    cost = cost_of(a, duty) if duty else None
    return f"{text} · {costs.brief(w, cost)}" if cost and cost.first else text
