"""The source of an import: a file, or a text that was pasted; read and merged away from what is painted."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import msgspec

from kzstay.core.case import Case, Number, Traveller
from kzstay.imports import encoding, reading, sheets
from kzstay.imports.merging import Merged, Wish, merged, recognised
from kzstay.imports.result import Answers, ImportFileError, Question, Result
from kzstay.ui.window.importing.rows import WHOLE_CODES, Row, rows_of

LARGEST_PASTE = reading.LARGEST


class Source(msgspec.Struct, frozen=True):
    """What is imported: the file of a path, or a text."""

    path: Path | None = None
    text: str = ""

    @property
    def name(self) -> str:
        """Return the name of the file; empty for a text."""
        return self.path.name or str(self.path) if self.path is not None else ""

    def load(self) -> bytes | str:
        """Return what is in it. Raises ImportFileError."""
        if self.path is not None:
            return reading.contents(self.path)
        if len(self.text) > LARGEST_PASTE:
            raise ImportFileError("too-large")
        return self.text


class Task(msgspec.Struct, frozen=True, kw_only=True):
    """What is to be found out.

    ``data`` is what the source held when it was read first, None before that. ``shown`` is the traveller whose
    stays they are where a source names nobody; ``target`` who was chosen, or nought for a new one.
    """

    source: Source
    data: bytes | str | None = None
    today: date
    answers: Answers = Answers()
    case: Case
    shown: Number
    replace: bool = False
    target: Number | None = None


class Found(msgspec.Struct, frozen=True, kw_only=True):
    """What came of it. ``into`` is the traveller that it goes to, None for a new one, or for several."""

    data: bytes | str
    letters: str = ""
    before: Case  # that it was merged into
    result: Result
    merged: Merged
    into: Number | None = None
    questions: tuple[Question, ...] = ()
    rows: tuple[Row, ...] = ()

    @property
    def single(self) -> Traveller | None:
        """Return the only traveller of the source."""
        return self.result.travellers[0] if len(self.result.travellers) == 1 else None


def found(task: Task) -> Found:
    """Read a source and merge it. Raises ImportFileError."""
    data = task.source.load() if task.data is None else task.data
    letters = ""
    if isinstance(data, str):
        result = reading.read_text(data, task.today, task.answers)
    else:
        result = reading.read(data, task.today, task.answers)
        letters = "" if sheets.is_workbook(data) else encoding.decoded(data, task.answers).encoding
    into = _into(task, result)
    wish = Wish(replace=task.replace, into=into, apart=into is None)
    together = merged(task.case, result, task.today, task.answers, wish)
    questions = _questions(task.case, result, together)
    return Found(
        data=data,
        letters=letters,
        before=task.case,
        result=result,
        merged=together,
        into=into,
        questions=questions,
        rows=rows_of(result, together, questions),
    )


def _into(task: Task, result: Result) -> Number | None:
    """Return the traveller to whom a source of one goes: who was chosen, is there already, or is shown."""
    if len(result.travellers) != 1:
        return None
    if task.target is not None:
        return task.target or None
    (came,) = result.travellers
    if (known := recognised(task.case, came)) is not None:
        return known
    return None if came.name or came.native_name or came.document else task.shown


def _order(question: Question) -> tuple[bool, int, str]:
    return question.code not in WHOLE_CODES, question.at.line, question.at.sheet


def _questions(case: Case, result: Result, together: Merged) -> tuple[Question, ...]:
    """List what is open, first what is about the whole; a citizenship that the case knows is not."""
    there = {one.key.number: one for one in case.travellers}
    known: set[str] = set()
    for joined in together.joined:
        came, held = result.travellers[joined.came], there.get(joined.key)
        if held is not None and held.citizenship:
            known.add(came.name or came.document)
    asked = [
        question
        for question in result.questions
        if question.code != "citizenship" or question.samples or question.person not in known
    ]
    return tuple(sorted((*asked, *together.questions), key=_order))
