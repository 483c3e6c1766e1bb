"""Letters of the timeline: how wide words are, estimated without a font, so that all painters place them alike."""

from __future__ import annotations

from functools import lru_cache

SMALL, NORMAL = 12.0, 13.0  # units of a picture; those of paper come out at 7.5 points and more
_BOLD = 1.05
# How wide a letter of Inter is, in sizes of the letters, rounded up
_WIDTHS = {
    0.29: "ijlI .,:’!·іІ",
    0.34: "t;'|",
    0.4: "fr()[]/",
    0.48: "1-гтғ",
    0.56: "aksvxyzL7–?авзкухьяқұү",
    0.6: "cehnouEFJ5беийнлопсцчэГЕёЁәңөһҒ«»",
    0.64: "bdgpqPRSTZ0234689дръБЗРТУЯ₸",
    0.7: "ABKVXYфАВКХЧЬҰҮҺ≤",
    0.78: "CDGHNOQUмыИЙЛНОПСЦЭӘҚҢӨ",
    0.88: "mwжшщюДФЪЫ",
    1.0: "MW—@%ЖМШЩ",
}
_WIDTH = {letter: width for width, letters in _WIDTHS.items() for letter in letters}
_OTHER = 0.7


@lru_cache(maxsize=4096)
def wide(text: str, size: float, *, bold: bool = False) -> float:
    """Estimate how wide words are in units of the picture, on the broad side."""
    return sum(_WIDTH.get(letter, _OTHER) for letter in text) * size * (_BOLD if bold else 1)
