"""Pasting: whether a text is what one cell holds, or a list of stays."""

from __future__ import annotations

from datetime import date

LONGEST = 200  # characters of one line that may be a range of days and no note


def is_list(text: str, today: date) -> bool:
    """Tell whether a text is more than one cell: several lines or cells, or a range of days."""
    text = text.strip()
    if "\n" in text or "\t" in text or "\r" in text:
        return True
    if not text or len(text) > LONGEST or not any(letter.isdigit() for letter in text):
        return False
    # Which is read in where somebody pastes
    from kzstay.imports.reading import read_text
    from kzstay.imports.result import Answers, ImportFileError

    try:
        found = read_text(text, today, Answers())
    except ImportFileError:
        return False
    # A day alone is read as one on which somebody came and went
    return any(stay.exit and stay.exit > stay.entry for one in found.travellers for stay in one.stays)
