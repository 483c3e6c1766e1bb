"""Titles of duties: what stands over all that is said of one."""

from __future__ import annotations

from kzstay.core.assess import Assessment
from kzstay.core.duties import Duty
from kzstay.texts import duties
from kzstay.texts.words import Words


def title_alone(w: Words, a: Assessment, duty: Duty) -> str:
    """Name a duty where it stands alone: what it is for, and its day."""
    parts = [duties.title(w, a, duty)]
    if duty.ruling is None and duty.move is None:
        parts.append(duties.cause(w, a, duty))
    # Translators: {day} is such as “10 Dec 2026”, behind the name of a duty and what it is for
    parts.append(w.gettext("by {day}").format(day=duties.due(w, duty)))
    return " · ".join(filter(None, parts))
