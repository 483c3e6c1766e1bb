"""Outcomes: what became of the answer by a step, or by another day, in a line to be heard."""

from __future__ import annotations

from kzstay.core.assess import Assessment
from kzstay.texts import answers, readings
from kzstay.texts.steps import step
from kzstay.texts.words import Words

# Whoever leaves a field knows what was typed there, and these change no answer
QUIET = (
    "change-name",
    "change-native-name",
    "change-document",
    "change-note",
    "change-checkpoint",
    "change-exit-checkpoint",
)
MOVED = "move-stay", "change-entry", "change-exit"  # the days of the stay say it
TOLD_ALREADY = ("delete-", "remove-")  # by the sentence that offers to have it back
OF_STAY = "-stay", "-entry", "-exit", "-notice", "-registration"


def told(w: Words, a: Assessment, code: str, how: str, stay: int | None) -> str:
    """Say what was done or taken back, how the stay that it was about stands now, and the answer.

    ``code`` is of the step, and ``how`` it was gone: done, undone or redone. Empty where nobody needs to hear it.
    """
    if how == "done" and code in QUIET:
        return ""
    named = step(w, code)
    if how == "done" and (code.startswith(TOLD_ALREADY) or (stay is not None and code in MOVED)):
        named = ""
    elif how != "done":
        pattern = w.gettext("Undone: {step}") if how == "undone" else w.gettext("Done again: {step}")
        named = pattern.format(step=named)
    about = "" if stay is None or not code.endswith(OF_STAY) else _of_stay(w, a, stay)
    return sentences(named, about, answers.in_short(w, a))


def of_day(w: Words, a: Assessment) -> str:
    """Say for which day it is calculated now, and what the answer is on it."""
    return sentences(
        w.gettext("Calculated for {day}").format(day=w.long_day(a.on)),
        answers.in_short(w, a),
    )


def of_reading(w: Words, a: Assessment) -> str:
    """Say how it is counted now, and what the answer is by that."""
    return sentences(readings.title(w, a.reading), answers.in_short(w, a))


def _of_stay(w: Words, a: Assessment, index: int) -> str:
    stay = a.stay(index)
    return f"{answers.stay_label(w, stay)}: {answers.stay_status(w, a, stay)}"


def sentences(*parts: str) -> str:
    """Set parts behind one another, each with one full stop; empty ones say nothing."""
    return " ".join(part if part.endswith((".", "!", "?", "…")) else f"{part}." for part in parts if part)
