"""Told: what is said of one person on a topic, and the pieces that several topics say."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from kzstay.core import agenda
from kzstay.core.assess import Assessment
from kzstay.core.duties import Duty
from kzstay.core.notes import NoteCode
from kzstay.core.verdict import Standing
from kzstay.texts import Words, answers, beside, entries
from kzstay.texts import person as texts


class Told(NamedTuple):
    """What is told, and the day and the stay that the timeline is to show."""

    lines: list[str]
    day: date | None = None
    stay: int | None = None
    pressing: bool = False


def by_duties(w: Words, a: Assessment, found: Iterable[Duty]) -> Told | None:
    """Tell duties in their order, what helps to act on the first one behind it."""
    listed = agenda.in_order(a, found)
    if not listed:
        return None
    first = listed[0]
    lines = [texts.duty(w, a, duty, listed) for duty in listed]
    lines[1:1] = helps_with(w, a, first)
    return Told(lines, first.done or first.due.under(a.reading), first.stay, any(one.neglected for one in listed))


def helps_with(w: Words, a: Assessment, duty: Duty) -> list[str]:
    """Tell what helps to act on a duty."""
    return [texts.fact(w, fact) for fact in beside.brief(w, a, duty)]


def of_kinds(a: Assessment, *kinds: str) -> list[Duty]:
    """List the duties of some kinds that are worth reading."""
    return [duty for duty in agenda.listed(a) if duty.kind in kinds]


def after_rulings(a: Assessment, *kinds: str) -> list[Duty]:
    """List the duties of some kinds that rulings brought about."""
    return [duty for duty in a.ruling_duties if duty.kind in kinds]


def noted(w: Words, a: Assessment, *codes: NoteCode) -> list[str]:
    """Tell the notes of some codes."""
    return [answers.note(w, note, a) for note in a.notes if note.code in codes]


def together(*parts: Told | None) -> Told | None:
    """Tell several things one after another; what is shown is the first that has a day."""
    found = [part for part in parts if part is not None and any(part.lines)]
    if not found:
        return None
    dated = next((part for part in found if part.day), found[0])
    lines = [line for part in found for line in part.lines]
    return Told(lines, dated.day, dated.stay, any(part.pressing for part in found))


def forbidden(w: Words, a: Assessment) -> Told | None:
    """Tell what forbids."""
    told = entries.bars(w, a)
    return Told(told, a.bars[0].until or a.on, None, pressing=True) if told else None


def answered(w: Words, a: Assessment) -> Told:
    """Tell until when the present stay may last, or from when one may come."""
    if a.current is None:
        return Told([answers.lead(w, a)], a.next_entry.day if a.next_entry else a.on)
    pressing = a.standing is Standing.OVERSTAY or bool(a.bars)
    return Told([answers.lead(w, a)], a.day_to_leave or a.on, a.current, pressing)


def visa_free(a: Assessment) -> bool:
    """Tell whether somebody is here on a visa-free term."""
    return a.current is not None and a.limits_bind and a.regime is not None
