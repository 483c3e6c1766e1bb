"""Titles of duties: what stands over all that is said of one."""

from __future__ import annotations

from kzstay.core import agenda
from kzstay.core.agenda import Urgency
from kzstay.core.assess import Assessment
from kzstay.core.duties import Duty
from kzstay.texts import duties
from kzstay.texts.words import Words


def state_now(w: Words, a: Assessment, duty: Duty) -> str:
    """Write the state of a duty on the day; of one that is open, that what it is for is still to come."""
    if agenda.urgency(duty, a.on) is Urgency.COMING:
        # Translators: the state of a duty that nobody can do before a planned stay begins
        return w.pgettext("duty", "not yet")
    return duties.status(w, a.law, duty)


def title_alone(w: Words, a: Assessment, duty: Duty) -> str:
    """Name a duty where it stands alone: what it is for, and its day."""
    parts = [duties.title(w, a, duty)]
    if duty.ruling is None and duty.move is None:
        parts.append(duties.cause(w, a, duty))
    # Translators: {day} is such as “10 Dec 2026”, behind the name of a duty and what it is for
    parts.append(w.gettext("by {day}").format(day=duties.short_due(w, duty)))
    return " · ".join(filter(None, parts))
