"""Letters that no font of this computer can draw: found before they are drawn, and left out where all can see it.

A letter without a font would come out as a box or as a bar over the words beside it, and PDF/A forbids the glyph.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import TypeVar, cast

import msgspec
from PySide6.QtGui import QFont, QRawFont, QTextLayout

from kzstay.content.blocks import Block, Facts, Paragraph
from kzstay.export.fonts import font, register_fonts, register_fonts_of_windows
from kzstay.texts import Words, foreign, lettering

_Part = TypeVar("_Part")

OMITTED = "[…]"

_WEIGHTS = QFont.Weight.Normal, QFont.Weight.Medium, QFont.Weight.DemiBold, QFont.Weight.Bold
_OUTLINES = "glyf", "CFF ", "CFF2"
_PICTURES = "CBDT", "sbix", "COLR", "SVG "  # of a font whose signs are coloured, as PDF/A-1 knows no transparency
# Marks and joiners, which stand with the letter before them
_BOUND = {"Mn", "Mc", "Me", "Cf", "Sk"}
# Nobody else knows what is meant by them, whatever a font draws
_NOBODYS = {"Co", "Cn", "Cs"}


def missing(text: str) -> str:
    """Return the letters of a text that no font here can draw, each once, in their order."""
    if all(map(_inter, set(text))):
        return ""
    return "".join(dict.fromkeys(one for one, lacking in _marked(text) if lacking))


def drawable(text: str) -> str:
    """Return a text with each run of letters that no font here can draw left out, a sign in its place."""
    marked = _marked(text)
    found = ""
    waiting = ""  # after a letter left out, what is drawn only if no other such letter follows
    left_out = False
    for one, lacking in marked:
        if lacking:
            found += "" if left_out else OMITTED
            left_out, waiting = True, ""
        elif left_out and one.isspace():
            waiting += one
        elif not left_out or waiting or unicodedata.category(one) not in _BOUND:
            found += waiting + one
            left_out, waiting = False, ""
    return found + waiting


def prepared(blocks: list[Block], w: Words) -> tuple[list[Block], str]:
    """Return blocks that can be drawn, and the letters that were left out, each once.

    Where any were, the last line says what the sign in their place means.
    """
    register_fonts()  # whoever prints from the window has not
    lacking = "".join(dict.fromkeys("".join(map(missing, _strings(blocks)))))
    if not lacking:
        return blocks, ""
    names = lettering.of_names(w)
    told: list[Block] = []
    for block in blocks:
        if isinstance(block, Facts):
            # With a hole in it a name would be another name
            rows = [
                (label, lettering.no_name(w) if label in names and missing(value) else value)
                for label, value in block.rows
            ]
            told.append(changed(Facts(rows)))
        else:
            told.append(changed(block))
    if any(OMITTED in one for one in _strings(told)):
        told.append(Paragraph(lettering.on_paper(w, lacking, OMITTED), muted=True))
    return told, lacking


def _strings(value: object) -> list[str]:
    """List the texts in blocks."""
    if isinstance(value, str):
        return [value]
    return [text for part in _parts(value) for text in _strings(part)]


def _parts(value: object) -> Sequence[object]:
    if isinstance(value, msgspec.Struct):
        return msgspec.structs.astuple(value)
    return cast("Sequence[object]", value) if isinstance(value, list | tuple) else ()


def changed(value: _Part) -> _Part:
    """Return a block, or a part of one, or what is made of blocks, whose texts can be drawn."""
    found: object = value
    if isinstance(value, str):
        found = drawable(value) if missing(value) else value
    elif isinstance(value, list):
        found = [changed(part) for part in cast("list[object]", value)]
    elif isinstance(value, tuple):
        found = tuple(changed(part) for part in cast("tuple[object]", value))
    elif isinstance(value, msgspec.Struct):
        parts = {name: changed(getattr(value, name)) for name in value.__struct_fields__}
        found = msgspec.structs.replace(value, **parts)
    return cast("_Part", found)


def _marked(text: str) -> list[tuple[str, bool]]:
    """Return each letter and whether it is lacking."""
    marked = [(one, not _has(one)) for one in text]
    kept = "".join(one for one, lacking in marked if not lacking)
    if all(map(_inter, kept)) or _whole(kept):
        return marked
    # Each can be drawn, but not beside the others
    return [(one, not _inter(one)) for one in text]


@lru_cache(maxsize=4096)
def _has(letter: str) -> bool:
    """Tell whether a letter alone can be drawn."""
    return _inter(letter) or (unicodedata.category(letter) not in _NOBODYS and _whole(letter))


@lru_cache(maxsize=1)
def _bundled() -> QRawFont:
    return QRawFont.fromFont(font(9))


@lru_cache(maxsize=4096)
def _inter(letter: str) -> bool:
    # What does harm is taken out before it is drawn
    return letter.isspace() or not foreign.clean(letter) or _bundled().supportsCharacter(ord(letter))


def _whole(text: str) -> bool:
    """Tell whether a text can be drawn in each weight that a page uses."""
    register_fonts_of_windows()
    return all(_drawn(text, weight) for weight in _WEIGHTS)


def _drawn(text: str, weight: QFont.Weight) -> bool:
    """Lay a text out as a page would, and tell whether each glyph of it has outlines of a font."""
    wanted = font(9)
    wanted.setWeight(weight)
    layout = QTextLayout(text, wanted)
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(1e6)
    layout.endLayout()
    runs = layout.glyphRuns()
    return all(0 not in run.glyphIndexes() and _embedded(run.rawFont()) for run in runs)


def _embedded(found: QRawFont) -> bool:
    """Tell whether a font draws with outlines of one colour.

    What Qt draws boxes with, where no font knows the script, has no table. It has no name either: Qt ends the
    process when it is asked for that.
    """
    return any(found.fontTable(name) for name in _OUTLINES) and not any(
        found.fontTable(name) for name in _PICTURES
    )
