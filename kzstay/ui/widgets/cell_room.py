"""Room for the cells of a table: what words need in one line or in two, and how columns share what there is."""

from __future__ import annotations

import math
from collections.abc import Iterable

from PySide6.QtGui import QFontMetrics

CELL, BESIDE_SIGN = 32, 22  # pixels beside the words of a cell, and of a sign before them
TWO_LINES = 54  # pixels of height of a row with two lines in it


def one_line(letters: QFontMetrics, texts: Iterable[str]) -> int:
    """Return the width of the longest text."""
    return max(map(letters.horizontalAdvance, texts), default=0)


def two_lines(letters: QFontMetrics, texts: Iterable[str]) -> int:
    """Return the least width in which each text has room in two lines, broken between words."""
    # Advances are rounded, and what fits to the pixel may go on in a third line
    return max((_broken(letters, text) + 1 for text in texts), default=0)


def longest_word(letters: QFontMetrics, texts: Iterable[str]) -> int:
    """Return the least width in which no word is broken, however many lines there are."""
    return max((letters.horizontalAdvance(word) for text in texts for word in text.split(" ")), default=0)


def _broken(letters: QFontMetrics, text: str) -> int:
    words = text.split(" ")
    ways = ((" ".join(words[:at]), " ".join(words[at:])) for at in range(1, len(words)))
    widths = (max(map(letters.horizontalAdvance, way)) for way in ways)
    return min(widths, default=letters.horizontalAdvance(text))


def shared(wanted: dict[int, int], least: dict[int, int], room: int, first: Iterable[int] = ()) -> dict[int, int]:
    """Return the widths of columns; where there is too little room each gives a like part of what it can spare.

    Those of ``first`` give way before the others do.
    """
    widths = dict(wanted)
    for columns in ([column for column in first if column in wanted], list(wanted)):
        over = sum(widths.values()) - room
        slack = sum(widths[column] - least[column] for column in columns)
        if over > 0 and slack > 0:
            part = min(1.0, over / slack)
            for column in columns:
                widths[column] -= math.ceil((widths[column] - least[column]) * part)
    return widths
