"""Sentences on letters that no font has."""

from __future__ import annotations

import unicodedata

from kzstay.texts import Words

_MOST = 12  # letters that are named
_SEEN = "L", "N", "P", "S"  # categories of what shows by itself


def no_name(w: Words) -> str:
    """Say why a name is not given in its own script."""
    return w.gettext("left out: no font of the computer that wrote this page can draw it")


def on_paper(w: Words, letters: str, sign: str) -> str:
    """Say on a page what stands in the place of letters; there they can only be named by their codes."""
    text = w.gettext(
        "{sign} stands for letters that no font of the computer that wrote this page can draw. Their codes in "
        "Unicode: {codes}"
    )
    return text.format(sign=sign, codes=_listed(letters, shown=False))


def missing(w: Words, letters: str) -> str:
    """Tell the person which letters were left out of a file; nothing where none was."""
    if not letters:
        return ""
    text = w.gettext(
        "No font of this computer can draw these letters, so the file does not have them: {letters}. Install a "
        "font that has them, or choose another kind of file than PDF."
    )
    return text.format(letters=_listed(letters, shown=True))


def _listed(letters: str, *, shown: bool) -> str:
    names = [_named(letter, shown=shown) for letter in letters[:_MOST]]
    return ", ".join(names) + (", …" if len(letters) > _MOST else "")


def _named(letter: str, *, shown: bool) -> str:
    """Return a letter, or its code where it would not show."""
    seen = shown and unicodedata.category(letter)[0] in _SEEN
    return letter if seen else f"U+{ord(letter):04X}"
