"""Reading: a file or a pasted text, told by what it holds and not by its name, and read as what it is.

A reader takes what it knows and answers None for what is none of its own; the next one is asked then.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from kzstay.files.codec import CaseFileError, decode
from kzstay.imports import calendar, encoding, records, sheets, tables, text
from kzstay.imports.assembling import assembled
from kzstay.imports.result import Answers, Evidence, ImportFileError, Question, Result

LARGEST = 64 * 2**20  # bytes


def read_file(path: Path, today: date, answers: Answers) -> Result:
    """Read a file. Raises ImportFileError where nothing can be made of it.

    ``today`` is what years of two figures are told by; nothing is reckoned.
    """
    return read(contents(path), today, answers)


def contents(path: Path) -> bytes:
    """Return what a file holds, whole, as it was at one moment. Raises ImportFileError."""
    try:
        if not path.exists():
            raise ImportFileError("absent")
        if not path.is_file():
            raise ImportFileError("folder")
        before = path.stat()
        if before.st_size > LARGEST:
            raise ImportFileError("too-large")
        data = path.read_bytes()
        after = path.stat()
    except OSError as error:
        raise ImportFileError("unreadable", error.strerror or str(error), error.errno or 0) from None
    except ValueError:  # no system takes that for a name
        raise ImportFileError("absent") from None
    if (before.st_mtime_ns, before.st_size) != (after.st_mtime_ns, after.st_size) or len(data) != after.st_size:
        raise ImportFileError("changed")
    return data


def read(data: bytes, today: date, answers: Answers) -> Result:
    """Read what a file holds. Raises ImportFileError where nothing can be made of it."""
    if sheets.is_workbook(data):
        return assembled(_some(sheets.evidence(data, today, answers)), answers)
    decoded = encoding.decoded(data, answers)
    return read_text(decoded.text, today, answers, decoded.questions)


def read_text(written: str, today: date, answers: Answers, asked: Sequence[Question] = ()) -> Result:
    """Read a text, of a file or pasted; ``asked`` is what is open about its letters. Raises ImportFileError."""
    if not written.strip():
        raise ImportFileError("empty")
    own = _case(written)
    found = [own] if own else _first(written, today, answers)
    letters = Evidence(kind="text", questions=tuple(asked))
    return assembled([*_some(found), letters], answers)


def _first(written: str, today: date, answers: Answers) -> list[Evidence]:
    """Return what the first reader says that knows the shape."""
    for reader in (calendar.evidence, records.evidence, tables.evidence, text.evidence):
        if (found := reader(written, today, answers)) is not None:
            return [found]
    return []


def _some(found: list[Evidence]) -> list[Evidence]:
    """Return what was found. Raises ImportFileError where there is nothing, not even a row that is refused."""
    if not any(one.says_something for one in found):
        raise ImportFileError("unknown")
    return found


def _case(written: str) -> Evidence | None:
    """Return the travellers of a case of our own; None where it is none."""
    if not written.lstrip("\N{ZERO WIDTH NO-BREAK SPACE} \t\r\n").startswith("{"):
        return None
    try:
        document = decode(written.encode(errors="replace"))
    except CaseFileError:
        return None
    return Evidence(kind="case", travellers=document.case.travellers)
