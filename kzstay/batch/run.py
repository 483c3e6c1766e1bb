"""Run: a whole table is answered, and the result put in its place once it is whole."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import nullcontext
from pathlib import Path
from typing import BinaryIO

import msgspec

from kzstay import bundled
from kzstay.batch.answers import Answers, Order, Refusal, Result
from kzstay.batch.form import Form, Head, any_length, head_of
from kzstay.batch.messages import Work
from kzstay.batch.pieces import SIZE, Piece, pieces
from kzstay.batch.repeats import Repeats
from kzstay.batch.source import Changed, opened, read, state_of
from kzstay.batch.target import destination, taken_out, write_header, write_rows
from kzstay.batch.workers import answered
from kzstay.core.summary import Summary
from kzstay.texts import batch as texts
from kzstay.texts.words import words

_HEAD = 1 << 16  # bytes in which the header is
_WORTH_IT = 1 << 22  # bytes for which it is worth to start a process
_SHOWN = 20  # refusals that are told without a file for them

Told = Callable[[int, int | None, int], None]  # hears the bytes that are done, of how many, and the travellers


class Files(msgspec.Struct, frozen=True):
    """Where the tables are; None for standard input and output, and for errors that are not written."""

    table: Path | None
    result: Path | None
    errors: Path | None


class Outcome(msgspec.Struct):
    """What was done, in travellers."""

    unused: list[str]  # columns
    answered: int = 0
    refused: int = 0
    unsound: int = 0
    refusals: int = 0  # rows of the table of errors
    first: list[Refusal] = []

    @property
    def usable(self) -> bool:
        """Tell whether the result is worth to be written."""
        return self.answered > 0 or not self.refused


class _NobodyAnswered(Exception):  # noqa: N818 - what came of it
    """No result is written, so that the old one stays."""


def run(files: Files, ask: Callable[[Form], Order], jobs: int | None, told: Told, size: int = SIZE) -> Outcome:
    """Answer a table; ``jobs`` is how many processes share the work, as many as it is worth for None.

    Where nobody could be answered the errors alone are written. Raises NotUtf8, NoHeader, Endless, Changed, Gone,
    NotRead and NotWritten; nothing is written then.
    """
    with any_length(), opened(files.table) as table:
        held = read(table, _HEAD)
        head = head_of(held)
        work = _Run(files, table, head, ask(head.form), told)
        with destination(files.errors) if files.errors else nullcontext() as errors:
            try:
                with destination(files.result) as result:
                    work.do(held[head.start :], jobs, size, result, errors)
            except _NobodyAnswered:
                pass
        return work.outcome


class _Run:
    """The work on one table."""

    def __init__(self, files: Files, table: BinaryIO, head: Head, order: Order, told: Told) -> None:
        self.outcome = Outcome(head.unused)
        self._files = files
        self._table = table
        self._head = head
        self._order = order
        self._told = told
        # What is no file can be read once, by one, and is not as it was before
        self._state = state_of(table) if files.table is not None and files.table.is_file() else None
        self._repeats = Repeats()

    def do(self, held: bytes, jobs: int | None, size: int, result: BinaryIO, errors: BinaryIO | None) -> None:
        """Do it, and write the two tables."""
        head, outcome = self._head, self.outcome
        whole = self._state and self._state[1]
        write_header(result, head.form, Summary.__struct_fields__)
        write_header(errors, head.form, Refusal.__struct_fields__)
        cut = pieces(self._table, held, head.start, head.line, head.form, size)
        for piece, found in self._answers(cut, jobs, size):
            result.write(found.rows)
            self._refuse(errors, found.refusals)
            self._repeats.add(found.hashes, found.lines)
            outcome.answered += found.answered
            outcome.unsound += found.unsound
            self._told(piece.end, whole, len(self._repeats))
        if self._state is not None and state_of(self._table) != self._state:
            raise Changed
        self._without_repeats(result, errors)
        outcome.refused = len(self._repeats) - outcome.answered
        if not outcome.usable:
            raise _NobodyAnswered

    def _answers(self, cut: Iterable[Piece], jobs: int | None, size: int) -> Iterator[tuple[Piece, Result]]:
        if self._files.table is not None and self._state is not None and sys.executable:
            length = self._state[1]
            if jobs is None:
                jobs = min(os.cpu_count() or 1, length // _WORTH_IT + 1)
            if (jobs := min(jobs, length // size + 1)) > 1:
                work = Work(str(self._files.table.resolve()), self._state, self._order)
                yield from answered(cut, work, jobs)
                return
        answers = Answers(self._order, bundled.law(), bundled.countries())
        for piece in cut:
            yield piece, answers.answer(piece)

    def _refuse(self, errors: BinaryIO | None, refusals: list[Refusal]) -> None:
        outcome = self.outcome
        outcome.refusals += len(refusals)
        outcome.first += refusals[: _SHOWN - len(outcome.first)]
        write_rows(errors, self._head.form, map(msgspec.structs.astuple, refusals))

    def _without_repeats(self, result: BinaryIO, errors: BinaryIO | None) -> None:
        """Take the answers away of whose rows do not stand together: each was made of a part of the stays."""
        pairs = self._repeats.found()
        if not pairs:
            return
        w = words(self._order.language)
        numbers = self._repeats.answers(place for pair in pairs for place in pair)
        names = taken_out(result, self._head.form, set(numbers.values()))
        self.outcome.answered -= len(names)
        known = {place: names[number] for place, number in numbers.items()}
        for first, again in pairs:
            name = known.get(again) or known.get(first, "")
            reason = texts.comes_back(w, self._repeats.line(first))
            self._refuse(errors, [Refusal(self._repeats.line(again), name, "traveller", name, reason)])
