"""Targets: the name of a file that somebody chose, with its suffix, and what it must not take the place of."""

from __future__ import annotations

from pathlib import Path

from kzstay.patterns import pattern
from kzstay.texts import Words, foreign

_NO_NAME = pattern(r'[<>:"/\\|?*.]+')  # of a title what some system takes for no part of a name


def with_suffix(name: str, suffix: str) -> Path:
    """Return the path that a name means; a dot alone is no suffix, as in “Anna 22.11.2026”."""
    return Path(name if name.casefold().endswith(suffix) else name + suffix)


def replaced_unasked(w: Words, name: str, suffix: str) -> str:
    """Say that a suffix makes a name another file, which nobody was asked about; nothing where it does not."""
    path = with_suffix(name, suffix)
    if str(path) == str(Path(name)) or not path.exists():
        return ""
    text = w.gettext("{file} exists already. Choose it in the dialog to replace it.")
    return text.format(file=foreign.file(path))


def as_name(title: str) -> str:
    """Return of a title what every system takes for the name of a file; nothing where that is nothing."""
    return _NO_NAME.sub("", title).strip()
