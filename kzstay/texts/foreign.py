"""Foreign text: what a file, a path or an argument brings, made harmless before it is shown anywhere.

Control characters would move the cursor of a terminal, give it another title or break a line of a PDF, marks of
direction would turn the words around them, and a line break would forge a sentence of the program.
"""

from __future__ import annotations

from pathlib import PurePath

from kzstay.patterns import pattern

ECHO = 60  # characters of an argument or a value that is told back
NAME = 160  # of the name of a person or a file
MESSAGE = 240  # of another program's sentence, such as one about arguments
REMARK = 500  # of a note in a report

_ELLIPSIS = "…"
_SUFFIX = 12  # characters kept of the end of a file's name, so that its kind is seen
# Whatever begins another line, or stands for a tab
_BREAKS = pattern("[\t-\r\x1c-\x1f\x85\u2028\u2029]")
_HARMFUL = pattern(
    "[\x00-\x1f\x7f-\x9f"  # control characters
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u206f"  # direction
    "\ufeff\ufff9-\ufffc"  # notes between lines, and the place of a picture
    "\ufffe\uffff"  # no characters, which no XML may hold
    "\ud800-\udfff]"  # halves of a character, which no encoding has
)
_HALVES = pattern("[\ud800-\udfff]")


def clean(text: str) -> str:
    """Return a text of any length without what does harm; a line break or a tab becomes a space."""
    return _HARMFUL.sub("", _BREAKS.sub(" ", text))


def echo(text: str) -> str:
    """Return an argument or a value on one line, cut to 60 characters."""
    return _cut(text, ECHO)


def name(text: str) -> str:
    """Return the name of a person on one line, cut to 160 characters."""
    return _cut(text, NAME)


def remark(text: str) -> str:
    """Return what somebody noted on one line, cut to 500 characters."""
    return _cut(text, REMARK)


def message(text: str) -> str:
    """Return another program's sentence on one line; one too long loses its middle, up to 240 characters."""
    return _without_middle(text, MESSAGE, MESSAGE // 2)


def file(path: PurePath | str) -> str:
    """Return the name of a file on one line, cut to 160 characters before its ending.

    Bytes that are no text in the encoding of the system show as replacement characters.
    """
    own = path if isinstance(path, str) else path.name or str(path)
    return _without_middle(_HALVES.sub("\N{REPLACEMENT CHARACTER}", own), NAME, _SUFFIX)


def _cut(text: str, most: int) -> str:
    looked_at = text[: most * 10]  # a text of any length is not gone through to its end
    line = _one_line(looked_at)
    return line if len(line) <= most and looked_at == text else line[: most - 1].rstrip() + _ELLIPSIS


def _without_middle(text: str, most: int, end: int) -> str:
    line = _one_line(text)
    return line if len(line) <= most else line[: most - end - 1] + _ELLIPSIS + line[-end:]


def _one_line(text: str) -> str:
    return " ".join(clean(text).split())
