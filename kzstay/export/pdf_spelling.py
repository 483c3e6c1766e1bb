"""What a glyph of a PDF file is copied out as: the letters that were typed, not the form that they took there.

Qt names each glyph by the one character that has it: an Arabic letter by its form at the start of a word, as
nobody types it, and a glyph of the bundled fonts that is drawn for several letters by a character of private use.
"""

from __future__ import annotations

import json
import re
import unicodedata
from functools import lru_cache

from kzstay.paths import resource

_RANGES = re.compile(rb"(?<=beginbfrange\n).*?(?=endbfrange)", re.DOTALL)
_RANGE = re.compile(rb"<(\w+)> <(\w+)> (?:<(\w+)>|\[([^]]*)\])")
_FORMS = re.compile("[\ufb00-\ufdff\ufe70-\ufeff]+")


def spelt(table: bytes) -> bytes:
    """Return the table of a font, a CMap as Qt writes it, with each glyph as the letters that it stands for."""
    return _RANGES.sub(lambda found: _RANGE.sub(_line, found[0]), table)


def _line(found: re.Match[bytes]) -> bytes:
    first, last, start, listed = found.groups()
    if start is None:
        codes = [int(code.strip(b"<>"), 16) for code in listed.split()]
    else:
        codes = [int(start, 16) + step for step in range(int(last, 16) - int(first, 16) + 1)]
    texts = list(map(_letters, codes))
    if all(len(text) == 1 and ord(text) == code for text, code in zip(texts, codes, strict=True)):
        return found[0]
    values = b" ".join(b"<%s>" % text.encode("utf-16-be").hex().upper().encode() for text in texts)
    return b"<%s> <%s> [%s]" % (first, last, values)


def _letters(code: int) -> str:
    letter = chr(code)
    return _spellings().get(letter) or typed(letter)


def typed(text: str) -> str:
    """Return a text with letters in place of their forms at the start, in the middle or at the end of a word."""
    return _FORMS.sub(lambda found: unicodedata.normalize("NFKC", found[0]).lstrip(" ") or found[0], text)


@lru_cache(maxsize=1)
def _spellings() -> dict[str, str]:
    """Return what the bundled fonts draw with each of their glyphs that stand for several letters."""
    table = json.loads((resource("fonts") / "scripts" / "spelling.json").read_text(encoding="utf-8"))
    return {chr(int(code, 16)): typed(text) for code, text in table.items()}
