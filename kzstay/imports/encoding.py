"""Encoding: the letters of a file, told by its bytes; where two alphabets fit, a question too."""

from __future__ import annotations

import msgspec

from kzstay.imports.result import Answers, Question


class Decoded(msgspec.Struct, frozen=True):
    """A text, what it was written in, and what is open about that."""

    text: str
    encoding: str
    questions: tuple[Question, ...] = ()


def decoded(data: bytes, answers: Answers) -> Decoded:
    """Return the text of a file. Raises ImportFileError where it is none."""
    if answers.encoding:
        return Decoded(data.decode(answers.encoding, errors="replace"), answers.encoding)
    try:
        return Decoded(data.decode("utf-8-sig"), "utf-8")
    except UnicodeDecodeError:
        return Decoded(data.decode("cp1251", errors="replace"), "cp1251")
