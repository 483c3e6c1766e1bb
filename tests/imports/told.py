"""What a source says, in short: who has which stays, what was refused and left, what is asked."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from kzstay.imports.reading import read
from kzstay.imports.result import Answers, Question, QuestionCode, Result

TODAY = date(2026, 11, 26)


def told(source: str | bytes, **answers: object) -> Result:
    """Read a source on the day of all these tests."""
    data = source.encode() if isinstance(source, str) else source
    return read(data, TODAY, Answers(**answers))  # type: ignore[arg-type]


def stays(result: Result, traveller: int = 0) -> list[tuple[str, str | None]]:
    """Return the days of the stays of one traveller."""
    if not result.travellers:
        return []
    found = result.travellers[traveller].stays
    return [(stay.entry.isoformat(), stay.exit.isoformat() if stay.exit else None) for stay in found]


def asked(result: Result, code: QuestionCode) -> list[Question]:
    """Return the questions of one kind."""
    return [question for question in result.questions if question.code == code]


def refused(result: Result) -> list[tuple[str, int, str]]:
    """Return what was refused: the reason, the line, and what stands there."""
    return [(one.code, one.at.line, one.value) for one in result.refused]


def left(result: Result, code: str) -> list[tuple[int, str]]:
    """Return what was left out for one reason: the line, and what is told of it."""
    return [(one.at.line, one.value) for one in result.left if one.code == code]


def days(question: Question) -> list[tuple[str, str | None]]:
    """Return the stays that hang on a question."""
    return [(first.isoformat(), last.isoformat() if last else None) for first, last in question.stays]


def source(name: str) -> bytes:
    """Return a file of ``sources``."""
    return (Path(__file__).parent / "sources" / name).read_bytes()
