"""How a permit, a ruling or a change of address stands on the day of reckoning."""

from __future__ import annotations

from datetime import date
from typing import Literal

import msgspec

from kzstay.core.assess import Assessment
from kzstay.core.case import Move, Permit, Ruling, early_record
from kzstay.core.duties import Duty
from kzstay.core.law.loading import Law
from kzstay.core.sanctions import ban_of
from kzstay.texts.words import Words

Tone = Literal["good", "near", "bad", "quiet"]


class PaperState(msgspec.Struct, frozen=True):
    """A word or two, and how much they matter."""

    text: str
    tone: Tone


def permit(w: Words, on: date, held: Permit) -> PaperState:
    """Tell whether a permit holds on a day."""
    if on < held.first:
        return PaperState(w.pgettext("permit", "not yet valid"), "quiet")
    if on > held.until:
        return PaperState(w.pgettext("permit", "ended"), "quiet")
    return PaperState(w.pgettext("permit", "valid"), "good")


def ruling(w: Words, law: Law, a: Assessment, index: int) -> PaperState:
    """Tell what a ruling still asks for, or what it bars."""
    found = a.traveller.rulings[index]
    return _fine(w, a, index, found) if found.kind == "fine" else _expulsion(w, law, a, index, found)


def _fine(w: Words, a: Assessment, index: int, found: Ruling) -> PaperState:
    if found.paid and found.paid <= a.on:
        return PaperState(w.pgettext("ruling", "paid"), "good")
    duty = _duty_of(a, "fine", ruling=index)
    if duty is None:
        return PaperState(w.pgettext("ruling", "not paid"), "near")
    day = w.day(duty.due.under(a.reading))
    if duty.state == "missed":
        return PaperState(w.gettext("not paid by {day}").format(day=day), "bad")
    return PaperState(w.gettext("to be paid by {day}").format(day=day), "near")


def _expulsion(w: Words, law: Law, a: Assessment, index: int, found: Ruling) -> PaperState:
    if found.executed and found.executed <= a.on:
        ban = ban_of(law, found)
        if ban is None or a.on > ban.last:
            return PaperState(w.pgettext("ruling", "executed"), "quiet")
        return PaperState(w.gettext("no entry until {day}").format(day=w.day(ban.last)), "bad")
    if found.leave_by is None:
        return PaperState(w.pgettext("ruling", "not executed"), "near")
    duty = _duty_of(a, "depart", ruling=index)
    if duty is not None and duty.state in ("done", "done-late"):
        return PaperState(w.pgettext("ruling", "left"), "quiet")
    tone: Tone = "bad" if a.on > found.leave_by else "near"
    return PaperState(w.gettext("leave by {day}").format(day=w.day(found.leave_by)), tone)


def move(w: Words, a: Assessment, stay: int, found: Move) -> PaperState:
    """Tell whether the host's notice of a change of address is given."""
    held = a.traveller.stays[stay]
    if not held.entry <= found.on <= (held.exit or date.max):
        return PaperState(w.gettext("outside its stay"), "near")
    duty = _duty_of(a, "host-notice", stay=stay, since=found.on)
    if found.notified and not early_record(found, found.notified):
        late = duty is not None and duty.state == "done-late"
        given = w.pgettext("move", "notice given late") if late else w.pgettext("move", "notice given")
        return PaperState(given, "near" if late else "good")
    if duty is None:
        return PaperState("", "quiet")
    if duty.state == "missed":
        return PaperState(w.pgettext("move", "no notice recorded"), "bad")
    return PaperState(w.gettext("notice by {day}").format(day=w.day(duty.due.under(a.reading))), "near")


def _duty_of(
    a: Assessment, kind: str, *, stay: int | None = None, ruling: int | None = None, since: date | None = None
) -> Duty | None:
    return next(
        (
            duty
            for duty in a.duties
            if (duty.kind, duty.stay, duty.ruling) == (kind, stay, ruling) and since in (None, duty.since)
        ),
        None,
    )


def wanted(w: Words, fields: list[str]) -> str:
    """Say what has to be typed before a row is a paper."""
    if fields == ["first", "until"]:
        return w.gettext("Enter from when until when it is valid.")
    return {
        "first": w.gettext("Enter the day from which it is valid."),
        "until": w.gettext("Enter the day until which it is valid."),
        "served": w.gettext("Enter the day on which it was served."),
        "on": w.gettext("Enter the day of the change."),
    }[fields[0]]
