"""``kzstay batch``: a table with the crossings of many travellers, answered with one row for each."""

from __future__ import annotations

import signal
import sys
import time
from argparse import ArgumentParser, Namespace
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

from kzstay import bundled
from kzstay.batch.answers import Order
from kzstay.batch.form import COLUMNS, Form, NoHeader, NotUtf8
from kzstay.batch.pieces import Endless
from kzstay.batch.run import Files, Outcome
from kzstay.batch.run import run as answer
from kzstay.batch.source import Changed, NotRead
from kzstay.batch.target import NotWritten
from kzstay.batch.workers import Gone
from kzstay.cli.exit_codes import GOOD, UNSOUND
from kzstay.cli.input import BadInput, add_common, day_of_reckoning, same
from kzstay.cli.output import reason
from kzstay.core.readings import Reading
from kzstay.texts import Words, law_age
from kzstay.texts import batch as texts
from kzstay.texts.problems import of_system
from kzstay.texts.words import words
from kzstay.today import today

HELP = "answer a CSV file with the crossings of many travellers, one row for each"
_PIPE = "-"
_MOST_JOBS = 256
_SAID = NotUtf8, NoHeader, Endless, Changed, NotRead, NotWritten, Gone
_WORDS = "SIGTERM", "SIGHUP", "SIGBREAK"  # to end; the second where a terminal is closed, the third of Windows
_OFTEN = 0.2  # seconds between two words on how far the work is


def add_arguments(parser: ArgumentParser) -> None:
    """Describe the arguments."""
    parser.add_argument(
        "file",
        metavar="IN.csv",
        help=f"columns {','.join(COLUMNS)}; the rows of a traveller together; - for standard input",
    )
    parser.add_argument("-o", "--output", required=True, metavar="OUT.csv", help="- for standard output")
    parser.add_argument("--errors", type=Path, metavar="ERR.csv", help="the rows that could not be used, and why")
    parser.add_argument(
        "--jobs", metavar="N", help="processes that share the work; as many as there are processors if left out"
    )
    add_common(parser)


def run(options: Namespace) -> int:
    """Answer the table, and return the exit code."""
    w = words(options.lang)
    files = Files(
        None if options.file == _PIPE else Path(options.file),
        None if options.output == _PIPE else Path(options.output),
        options.errors,
    )
    _apart(w, files)
    on, day, reading = day_of_reckoning(options.on, w), today(), Reading(options.reading)

    def ask(form: Form) -> Order:
        return Order(form, on, day, reading, options.lang)

    progress = _Progress(w)
    with _ended_in_order():
        try:
            outcome = answer(files, ask, _jobs(w, options.jobs), progress.tell)
        except _SAID as error:
            raise BadInput(_said(w, files, error)) from None
        finally:
            progress.clear()
    return _told(w, files, outcome, law_age.told(w, bundled.law(), on))


def _apart(w: Words, files: Files) -> None:
    """See to it that no table is written over another one. Raises BadInput."""
    named = [path for path in (files.table, files.result, files.errors) if path is not None]
    for place, path in enumerate(named):
        if any(same(path, other) or path.absolute() == other.absolute() for other in named[:place]):
            raise BadInput(texts.replaces(w, path))


def _jobs(w: Words, text: str | None) -> int | None:
    """Read how many processes are to share the work; None where nobody says so. Raises BadInput."""
    if text is None:
        return None
    if not (text.isascii() and text.isdecimal() and 0 < int(text) <= _MOST_JOBS):
        raise BadInput(texts.no_jobs(w, text, _MOST_JOBS))
    return int(text)


def _said(w: Words, files: Files, error: Exception) -> str:
    """Say why there is no answer."""
    file = _PIPE if files.table is None else files.table
    match error:
        case NotUtf8():
            return texts.not_utf8(w, file, error.line)
        case NoHeader():
            return texts.no_header(w, file, error.missing, error.twice)
        case Endless():
            return texts.endless(w, file, error.line)
        case Changed():
            return texts.changed(w, file)
        case NotRead():
            system = error.error
            return texts.not_read(w, file, of_system(w, system.errno or 0, system.strerror or ""))
        case NotWritten():
            return texts.not_written(w, error.path, reason(w, error.error))
        case _:
            return texts.worker_gone(w)


def _told(w: Words, files: Files, outcome: Outcome, old: str) -> int:
    """Tell what is to be known beside the result, and return the exit code."""
    file = _PIPE if files.table is None else files.table
    lines = [texts.unused(w, file, outcome.unused)] if outcome.unused else []
    if outcome.refused and files.errors is None:
        lines += [texts.refused(w, file, one.line, one.field, one.value, one.reason) for one in outcome.first]
    if outcome.refused:
        lines.append(texts.refused_in_all(w, outcome.refused, outcome.refusals > len(outcome.first), files.errors))
    if not outcome.answered and not outcome.refused:
        lines.append(texts.nobody(w, file))
    if old and outcome.answered:
        lines.append(old)
    print("".join(f"{line}\n" for line in lines), end="", file=sys.stderr)
    if not outcome.usable:
        raise BadInput(texts.none_usable(w, file))
    return UNSOUND if outcome.refused or outcome.unsound else GOOD


class _Progress:
    """A line on a terminal that tells how far the work is."""

    def __init__(self, w: Words) -> None:
        self._w = w
        self._shown = sys.stderr.isatty()
        self._began = self._last = time.monotonic()
        self._width = 0

    def tell(self, done: int, whole: int | None, travellers: int) -> None:
        """Tell it, where the last word is some time ago."""
        now = time.monotonic()
        if not self._shown or now < self._last + _OFTEN:
            return
        self._last = now
        share = min(done / whole, 1) if whole else None
        left = (now - self._began) * (1 - share) / share if share else None
        text = texts.progress(self._w, travellers, share, left)
        print(f"\r{text.ljust(self._width)}", end="", file=sys.stderr, flush=True)
        self._width = len(text)

    def clear(self) -> None:
        """Take the line away."""
        if self._width:
            print(f"\r{' ' * self._width}\r", end="", file=sys.stderr, flush=True)
            self._width = 0


@contextmanager
def _ended_in_order() -> Generator[None]:
    """Leave nothing behind where the system tells the program to end, as it does where Ctrl+C is pressed."""

    def end(number: int, frame: FrameType | None) -> None:
        sys.exit(128 + number)

    known = [getattr(signal, word) for word in _WORDS if hasattr(signal, word)]
    before = {word: signal.getsignal(word) for word in known}
    try:
        for word in known:
            if before[word] is not signal.SIG_IGN:  # as nohup has it
                signal.signal(word, end)
    except ValueError:  # not in the main thread, to which signals go
        yield
        return
    try:
        yield
    finally:
        for word, handler in before.items():
            signal.signal(word, handler)
