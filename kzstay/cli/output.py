"""The output of the command line: what more than one command prints."""

from __future__ import annotations

from datetime import date

from kzstay.core.case import Traveller
from kzstay.texts import Words, answers, foreign


def heading(w: Words, traveller: Traveller, on: date) -> str:
    """Say whom an answer is about, and the day that it was reckoned for."""
    named = foreign.name(traveller.name) or w.gettext("no name entered")
    told = named, answers.person(w, traveller), w.full_day(on)
    return " · ".join(filter(None, told))
