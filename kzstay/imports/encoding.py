"""Encoding: the letters of a file, told by its bytes; where two alphabets fit, a question too.

A mark at the beginning says it, and UTF-8 shows itself: no other text passes for it. What is neither was written
by an older Windows, DOS or Mac, and the letters themselves tell which: words of one script, no capital after a
small letter, no signs that no name has. Of the two code pages of Kazakhstan only Kazakh letters tell, and where no
word that we know has one, a name might be of either: that is asked.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from itertools import pairwise

import msgspec

from kzstay.imports.result import Answers, ImportFileError, Question
from kzstay.imports.vocabulary import folded, vocabulary

CODE_PAGES = ("cp1251", "kz1048", "cp866", "mac_cyrillic", "cp1252")
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_LOOKED_AT = 200_000  # bytes of lines that are no ASCII, by which the code page is told
_SHOWN = 120  # characters of a line that is shown
_FEW, _MANY = 0.02, 0.1  # shares of the even or odd bytes of a text in UTF-16 that are nought
_CONTROLS = re.compile("[\x00-\x08\x0e-\x19\x1b-\x1f\x7f]")
_MOST_CONTROLS = 0.01  # of the characters of a text
_WORD = re.compile(r"[^\W\d_]+")
_CELL = re.compile(r"[;,\t|\r\n\"]+")
_RUSSIAN = frozenset("абвгдежзийклмнопрстуфхцчшщъыьэюяё")
_KAZAKH = _RUSSIAN | frozenset("әғқңөұүһі")


class Decoded(msgspec.Struct, frozen=True):
    """A text, what it was written in, and what is open about that."""

    text: str
    encoding: str
    questions: tuple[Question, ...] = ()


def decoded(data: bytes, answers: Answers) -> Decoded:
    """Return the text of a file. Raises ImportFileError where it is none."""
    found = _marked(data) or _wide(data) or _unicode(data) or _of_code_page(data, answers)
    controls = len(_CONTROLS.findall(found.text))
    if "\0" in found.text or controls > max(3, len(found.text) * _MOST_CONTROLS):
        raise ImportFileError("not-text")
    return found


def _marked(data: bytes) -> Decoded | None:
    """Decode what begins with the mark of its encoding."""
    for mark, name in _MARKS:
        if data.startswith(mark):
            try:
                return Decoded(data.decode(name), name)
            except UnicodeDecodeError:
                raise ImportFileError("not-text") from None
    return None


def _wide(data: bytes) -> Decoded | None:
    """Decode UTF-16 without a mark: its figures and signs have every other byte nought, on one side."""
    if b"\0" not in data:
        return None
    begun = data[: _LOOKED_AT // 2 * 2]
    even, odd = (part.count(0) / max(1, len(part)) for part in (begun[::2], begun[1::2]))
    name = "utf-16-le" if odd > _MANY and even < _FEW else "utf-16-be" if even > _MANY and odd < _FEW else ""
    if not name:
        raise ImportFileError("not-text")
    try:
        return Decoded(data.decode(name), name)
    except UnicodeDecodeError:
        raise ImportFileError("not-text") from None


def _unicode(data: bytes) -> Decoded | None:
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        return None


# Code pages


def _of_code_page(data: bytes, answers: Answers) -> Decoded:
    """Decode what an older system wrote, in the likeliest code page or in the one that was chosen."""
    telling = list(_telling(data))
    fitting = [name for name in CODE_PAGES if _fits(data, name)]
    if not fitting:
        raise ImportFileError("not-text")
    fitting.sort(key=lambda name: -_likelihood(b"\n".join(telling).decode(name, errors="replace"), name))
    best = fitting[0]
    question = _question(telling, fitting)
    chosen = answers.encoding or answers.to(question)
    if chosen in fitting:
        return Decoded(data.decode(chosen), chosen)
    asked = _is_open(telling, best, fitting)
    return Decoded(data.decode(best), best, (question,) if asked else ())


def _telling(data: bytes) -> Iterator[bytes]:
    """Yield the first lines that hold more than ASCII."""
    size = 0
    for line in data.splitlines():
        if not line.isascii():
            yield line[:_LOOKED_AT]
            size += len(line)
        if size > _LOOKED_AT:
            return


def _fits(data: bytes, name: str) -> bool:
    try:
        data.decode(name)
    except UnicodeDecodeError:
        return False
    return True


def _likelihood(text: str, name: str) -> float:
    """Return how much a text looks like one that somebody wrote, by its letters that are no ASCII."""
    score = 0.0
    for word in _WORD.findall(text):
        strange = [letter for letter in word if not letter.isascii()]
        if not strange:
            continue
        if name == "cp1252":
            score += 1 if len(strange) * 2 <= len(word) else -len(strange)
            continue
        known = sum(1 for letter in strange if letter.casefold() in _KAZAKH)
        score += known - 2 * (len(strange) - known)
        if len(strange) < len(word):  # two scripts in a word
            score -= 2
        score -= sum(1 for one, other in pairwise(word) if one.islower() and other.isupper())
    signs = sum(
        1 for letter in text if not letter.isascii() and not letter.isalpha() and letter not in "№«»–—’“”„… "
    )
    return score - 2 * signs


def _is_open(telling: list[bytes], best: str, fitting: list[str]) -> bool:
    """Tell whether a name or a note has letters that are others in the other code page of Kazakhstan."""
    pair = ("cp1251", "kz1048")
    if best not in pair or any(name not in fitting for name in pair):
        return False
    here, there = (b"\n".join(telling).decode(name) for name in pair)
    differing = [
        (one, other)
        for one, other in zip(_CELL.split(here), _CELL.split(there), strict=False)
        if one != other and _WORD.search(one)
    ]
    if not differing:
        return False
    proved = {name for cells in differing for name, cell in zip(pair, cells, strict=True) if _is_known(cell)}
    return proved != {best}


def _is_known(cell: str) -> bool:
    return folded(cell) in vocabulary().heads


def _question(telling: list[bytes], fitting: list[str]) -> Question:
    """Ask which letters are meant, by the first line in which they differ."""
    line = next((line for line in telling if len({line.decode(name) for name in fitting}) == len(fitting)), b"")
    line = line or next(iter(telling), b"")
    samples = tuple(" ".join(line.decode(name).split())[:_SHOWN] for name in fitting)
    return Question(code="encoding", samples=samples, values=tuple(fitting))
