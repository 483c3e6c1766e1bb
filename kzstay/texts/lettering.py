"""Sentences on letters that no font has."""

from __future__ import annotations

import unicodedata

from kzstay.texts import Words

_MOST = 8  # letters that are named
_SEEN = "L", "N", "P", "S"  # categories of what shows by itself


def of_names(w: Words) -> tuple[str, str]:
    """Return what the names of a person stand beside in a list of facts."""
    return w.gettext("Name"), w.gettext("Name in its own script")


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
        "The file lacks letters that no font of this computer can draw: {letters}. Install a font that has them, "
        "or choose another kind of file than PDF."
    )
    return text.format(letters=_listed(letters, shown=True))


def _listed(letters: str, *, shown: bool) -> str:
    names = [_named(letter, shown=shown) for letter in letters[:_MOST]]
    return ", ".join(names) + (", …" if len(letters) > _MOST else "")


def _named(letter: str, *, shown: bool) -> str:
    """Return a letter by its code in Unicode, and itself where whoever reads it may have a font."""
    code = f"U+{ord(letter):04X}"
    return f"{letter} ({code})" if shown and unicodedata.category(letter)[0] in _SEEN else code
