"""The output of the command line: what more than one command prints."""

from __future__ import annotations

from datetime import date

from kzstay.core.case import Traveller
from kzstay.texts import Words, answers, foreign
from kzstay.texts import problems as problem_texts


def heading(w: Words, traveller: Traveller, on: date) -> str:
    """Say whom an answer is about, and the day that it was reckoned for."""
    named = foreign.name(traveller.name) or w.gettext("no name entered")
    told = named, answers.person(w, traveller), w.full_day(on)
    return " · ".join(filter(None, told))


def reason(w: Words, error: OSError | ValueError) -> str:
    """Say why a file could not be written: in the words of the program, else in the system's."""
    why = problem_texts.of_writing(w, error) if isinstance(error, OSError) else None
    return why or foreign.echo(str(error))
