"""Mutated and drawn files and arguments for ``kzstay check``, ``plan`` and ``report``, by ``main(argv)``.

Whatever comes in, the program ends with 0, 1 or 2 and never with a traceback. Bad input is one line of bounded
length; nothing that is printed holds a control or direction character; what can be read is the same after it was
written. A failure is kept as ``arguments.json`` and ``input.kzstay``, made smaller as long as it fails alike.
"""

from __future__ import annotations

import contextlib
import faulthandler
import io
import json
import re
import traceback
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any

import msgspec

from kzstay.cli.parser import main
from kzstay.files.codec import CaseFileError, decode, encode
from tests.campaign.processes import Clock, apart, hand_in, kind_of_traceback, side_by_side, take_task
from tests.campaign.random_cases import random_case, written
from tests.campaign.spoiling import ARGUMENTS, DAYS, spoilt_bytes, spoilt_case
from tests.campaign.table import Failure, Table

BATCH = 1000
TOO_SLOW = 60  # seconds for one input
LONGEST = {"err": 600, "out": 4000}  # characters of a line
SMALLER = 400  # tries to make an input smaller
CASE, REPORT = "CASE", "REPORT.pdf"  # stand for the paths of the file and the report
WRITING = "read, written, read again"
ARGUMENTS_FILE, CASE_FILE = "arguments.json", "input.kzstay"
# Controls but the line feed, directions, separators of lines and halves of characters
HARMFUL = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
# “{file}: ” in a message would be a slip of a format
UNFILLED = re.compile(r"\{\w+\}")


class Input(msgspec.Struct, frozen=True):
    """One call of the program."""

    arguments: list[str]
    data: bytes

    def kept(self) -> dict[str, bytes]:
        """Return it as files."""
        return {ARGUMENTS_FILE: json.dumps(self.arguments).encode(), CASE_FILE: self.data}


class Task(msgspec.Struct, frozen=True):
    """A batch of inputs, drawn by its own seed."""

    seed: int
    count: int


class Batch(msgspec.Struct):
    """What a batch came to."""

    runs: dict[str, int]
    codes: dict[int, int]
    failures: list[tuple[str, Failure]]


# What is tried


def drawn(random: Random) -> tuple[str, Input]:
    """Draw one input; return the row of the table that it belongs to."""
    case = random_case(random)
    command = random.choices(("check", "plan", "report"), (600, 390, 2))[0]
    arguments = list(_arguments(random, command))
    kind = random.choices(("realistic", "spoilt case", "spoilt bytes", "spoilt arguments"), (2, 4, 2, 2))[0]
    data = written(case)
    if kind == "spoilt case":
        data = written(spoilt_case(random, case))
    elif kind == "spoilt bytes":
        data = spoilt_bytes(random, data)
    elif kind == "spoilt arguments":
        arguments = _spoilt(random, arguments)
    return f"{command}, {kind}", Input([command, *arguments], data)


def _arguments(random: Random, command: str) -> Iterator[str]:
    yield CASE
    if command == "plan":
        yield from ("--entry", random.choice(DAYS))
        if random.random() < 0.5:
            yield from random.choice((("--days", str(random.randint(1, 200))), ("--exit", random.choice(DAYS))))
    if command == "report":
        yield from ("-o", REPORT)
    yield from ("--on", random.choice(DAYS))
    for option, values in (("--reading", ("safe", "usual")), ("--lang", ("en", "ru", "kk"))):
        if random.random() < 0.5:
            yield from (option, random.choice(values))
    if command != "report" and random.random() < 0.4:
        yield "--json"


def _spoilt(random: Random, arguments: list[str]) -> list[str]:
    """Change, add, leave out or double some arguments."""
    found = list(arguments)
    for _ in range(random.choice((1, 1, 2, 3))):
        place = random.randrange(len(found) + 1)
        match random.choice(("other", "other", "other", "more", "less", "twice")):
            case "other" if place < len(found):
                found[place] = random.choice(ARGUMENTS)
            case "more":
                found[place:place] = random.choice(
                    ([random.choice(ARGUMENTS)], ["--traveller", random.choice(ARGUMENTS)])
                )
            case "less":
                del found[place : place + 1]
            case _:
                found[place:place] = found[max(0, place - 2) : place]
    return found


# What must hold


def failure_of(one: Input, folder: Path, codes: Counter[int] | None = None) -> Failure | None:
    """Call the program and say what is wrong with how it ended or what it said."""
    path = folder / CASE_FILE
    path.write_bytes(one.data)
    report = folder / REPORT
    report.unlink(missing_ok=True)
    paths = {CASE: str(path), REPORT: str(report)}
    out, err = io.StringIO(), io.StringIO()
    try:
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            code = main([paths.get(argument, argument) for argument in one.arguments])
    except SystemExit as ended:
        code = ended.code if isinstance(ended.code, int) else 2
    except BaseException:  # noqa: BLE001 - whatever it is, it is what is looked for
        told = traceback.format_exc()
        return Failure(kind=kind_of_traceback(told) or told[-80:], told=told, kept=one.kept())
    if codes is not None:
        codes[code] += 1
    wrong = wrong_end(code, out.getvalue(), err.getvalue(), as_json="--json" in one.arguments)
    if not wrong and UNFILLED.search(err.getvalue()) and not UNFILLED.search(f"{one.arguments}{one.data!r}"):
        wrong = "a message with a gap"
    asked_for_help = out.getvalue().startswith("usage: ")
    if not wrong and code != 2 and not asked_for_help and one.arguments[0] == "report" and REPORT in one.arguments:
        wrong = "" if report.exists() and report.read_bytes().startswith(b"%PDF") else "no report was written"
    told = f"exit {code}\n{out.getvalue()[:2000]!r}\n{err.getvalue()[:2000]!r}"
    return Failure(kind=wrong, told=told, kept=one.kept()) if wrong else None


def wrong_end(code: int, out: str, err: str, *, as_json: bool) -> str:
    """Say what is wrong with an answer."""
    if code not in (0, 1, 2):
        return f"ended with {code}"
    if code == 2 and out:
        return "bad input, and an answer"
    if code != 2 and err:
        return "an answer, and something on the other stream"
    if code == 2 and err.count("\n") != 1:
        return "bad input told in no or several lines"
    for name, text in (("err", err), ("out", out)):
        if HARMFUL.search(text):
            return f"a harmful character in {name}"
        if not as_json and any(len(line) > LONGEST[name] for line in text.split("\n")):
            return f"a line of {name} without end"
    if code != 2 and as_json and out.startswith("{"):
        try:
            json.loads(out)
        except ValueError:
            return "an answer that is no JSON"
    return ""


def failure_of_writing(data: bytes) -> Failure | None:
    """Say what is wrong with a file that is read, written and read again."""
    kept = {CASE_FILE: data}
    try:
        case = decode(data).case
    except CaseFileError:
        return None
    except Exception:  # noqa: BLE001 - whatever it is, it is what is looked for
        told = traceback.format_exc()
        return Failure(kind=kind_of_traceback(told), told=told, kept=kept)
    again = encode(case)
    if decode(again).case != case:
        return Failure(kind="a case differs after it was written", told=repr(case)[:2000], kept=kept)
    if encode(decode(again).case) != again:
        return Failure(kind="a file differs after it was written twice", told=repr(again)[:2000], kept=kept)
    return None


# Batches


def batch(task: Task, folder: Path, *, watched: bool = False) -> Batch:
    """Try a batch of inputs; the one that is tried lies in the folder. ``watched`` ends a process that hangs."""
    random, runs, codes = Random(task.seed), Counter[str](), Counter[int]()
    failures: list[tuple[str, Failure]] = []
    for _ in range(task.count):
        row, one = drawn(random)
        (folder / ARGUMENTS_FILE).write_bytes(one.kept()[ARGUMENTS_FILE])
        if watched:
            faulthandler.dump_traceback_later(TOO_SLOW, exit=True)
        runs.update((row, WRITING))
        if failure := failure_of(one, folder, codes):
            failures.append((row, failure))
        if failure := failure_of_writing(one.data):
            failures.append((WRITING, failure))
    faulthandler.cancel_dump_traceback_later()
    return Batch(runs, codes, failures)


def smaller(failure: Failure, folder: Path) -> Failure:
    """Return the failure with as small an input as can be found."""
    if ARGUMENTS_FILE not in failure.kept:
        return failure
    best = failure

    def try_it(arguments: list[str], data: bytes) -> bool:
        nonlocal best, left
        left -= 1
        found = failure_of(Input(arguments, data), folder)
        if left > 0 and found and found.kind == failure.kind and found.size < best.size:
            best = found
            return True
        return False

    left, before = SMALLER, -1
    while left > 0 and best.size != before:
        before = best.size
        arguments = json.loads(best.kept[ARGUMENTS_FILE])
        for count in (2, 1):
            for place in range(len(arguments) - count, 0, -1):
                shorter = arguments[:place] + arguments[place + count :]
                if try_it(shorter, best.kept[CASE_FILE]):
                    arguments = shorter
        for data in _shorter(best.kept[CASE_FILE]):
            if try_it(arguments, data):
                break
    return best


def _shorter(data: bytes) -> Iterator[bytes]:
    """Yield shorter files: without a part of the document, or without some bytes."""
    with contextlib.suppress(ValueError, RecursionError):
        raw = json.loads(data)
        for place in sorted(_places(raw), key=len):
            copy = json.loads(data)
            part: Any = copy
            for step in place[:-1]:
                part = part[step]
            del part[place[-1]]
            yield written(copy)
    size = len(data) // 2
    while size:
        for start in range(0, len(data), size):
            yield data[:start] + data[start + size :]
        size //= 2


def _places(raw: Any, here: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:  # noqa: ANN401
    parts = raw.items() if isinstance(raw, dict) else enumerate(raw) if isinstance(raw, list) else ()
    return [place for step, part in parts for place in ((*here, step), *_places(part, (*here, step)))]


# The campaign


def campaign(table: Table, clock: Clock, runs: int, jobs: int) -> None:
    """Try so many inputs, batch by batch in processes of their own."""
    seeds = Random(table.seed)
    tasks = (Task(seeds.getrandbits(32), min(BATCH, runs - done)) for done in range(0, runs, BATCH))
    codes: Counter[int] = Counter()
    for _, ended in side_by_side(tasks, lambda task: apart("fuzz", task), jobs, clock):
        if ended.found is None:
            table.ran("batches that did not end")
            failure = Failure(kind=ended.crash, told=ended.errors, kept=ended.left)
            table.failed("batches that did not end", failure)
            continue
        found = msgspec.json.decode(ended.found, type=Batch)
        codes.update(found.codes)
        for row, count in found.runs.items():
            table.ran(row, count)
        for row, failure in found.failures:
            if table.failed(row, failure):
                with TemporaryDirectory() as folder:
                    table.keep(smaller(failure, Path(folder)))
    table.figures["exit codes"] = ", ".join(f"{code}: {count:,}" for code, count in sorted(codes.items()))


def replay(folder: Path) -> list[Failure]:
    """Do again what is kept in a folder."""
    data = (folder / CASE_FILE).read_bytes()
    found = [failure_of_writing(data)]
    if (folder / ARGUMENTS_FILE).exists():
        with TemporaryDirectory() as own:
            one = Input(json.loads((folder / ARGUMENTS_FILE).read_bytes()), data)
            found.append(failure_of(one, Path(own)))
    return [failure for failure in found if failure]


if __name__ == "__main__":
    given, own_folder = take_task(Task)
    hand_in(own_folder, batch(given, own_folder, watched=True))
