"""The state of a paper: how a permit, a ruling or a change of address stands on the day of reckoning."""

from __future__ import annotations

from datetime import date
from typing import Literal

import msgspec

from kzstay.core.assess import Assessment
from kzstay.core.case import Move, Permit, Ruling, early_record
from kzstay.core.duties import Duty
from kzstay.core.sanctions import ban_of

Tone = Literal["good", "near", "bad", "quiet"]
Code = Literal[
    "permit-not-yet",
    "permit-ended",
    "permit-valid",
    "fine-paid",
    "fine-not-paid",
    "fine-missed",
    "fine-due",
    "fine-appealed",
    "fine-lapsed",
    "warning-appeal",
    "warning-given",
    "expulsion-executed",
    "expulsion-banned",
    "expulsion-open",
    "expulsion-left",
    "expulsion-leave",
    "expulsion-appealed",
    "shortened-leave",
    "shortened-left",
    "shortened-over",
    "shortened-open",
    "readmission-open",
    "move-outside",
    "move-told",
    "move-told-late",
    "move-untold",
    "move-unrecorded",
    "move-due",
]


class PaperState(msgspec.Struct, frozen=True):
    """How a paper stands, how much that matters, and the day that goes with it."""

    code: Code
    tone: Tone
    day: date | None = None


def permit_state(on: date, held: Permit) -> PaperState:
    """Tell whether a permit holds on a day."""
    if on < held.first:
        return PaperState("permit-not-yet", "quiet")
    if on > held.until:
        return PaperState("permit-ended", "quiet")
    return PaperState("permit-valid", "good")


def ruling_state(a: Assessment, index: int) -> PaperState:
    """Tell what a ruling still asks for, or what it bars."""
    found = a.traveller.rulings[index]
    tell = {
        "warning": _warning,
        "fine": _fine,
        "expulsion": _expulsion,
        "shortened": _shortened,
        "readmission": _readmission,
    }[found.kind]
    return tell(a, index, found)


def _warning(a: Assessment, index: int, found: Ruling) -> PaperState:
    """Nothing is to be done after a warning; while its term runs one may complain."""
    duty = _duty_of(a.ruling_duties, "appeal", ruling=index)
    if duty is not None and duty.state == "open":
        last = duty.due.under(a.reading)
        return PaperState("warning-appeal", "quiet", last if a.on <= last else duty.due.usual)
    return PaperState("warning-given", "quiet")


def _fine(a: Assessment, index: int, found: Ruling) -> PaperState:
    if found.paid and found.paid <= a.on:
        return PaperState("fine-paid", "good")
    duty = _duty_of(a.ruling_duties, "fine", ruling=index)
    if duty is None:
        return PaperState("fine-not-paid", "near")
    if duty.reason == "appealed":
        return PaperState("fine-appealed", "near", found.appealed)
    if duty.reason == "may-have-lapsed":
        return PaperState("fine-lapsed", "near")
    day = duty.due.under(a.reading)
    return PaperState("fine-missed", "bad", day) if duty.state == "missed" else PaperState("fine-due", "near", day)


def _expulsion(a: Assessment, index: int, found: Ruling) -> PaperState:
    if found.executed and found.executed <= a.on:
        return _banned(a, found)
    if found.leave_by is None:
        return PaperState("expulsion-open", "near")
    duty = _duty_of(a.ruling_duties, "depart", ruling=index)
    if duty is not None and duty.state in ("done", "done-late"):
        return PaperState("expulsion-left", "quiet")
    if duty is not None and duty.reason == "appealed":
        return PaperState("expulsion-appealed", "near", found.appealed)
    return PaperState("expulsion-leave", "bad" if a.on > found.leave_by else "near", found.leave_by)


def _banned(a: Assessment, found: Ruling) -> PaperState:
    ban = ban_of(a.law, found)
    if ban is None or a.on > ban.last:
        return PaperState("expulsion-executed", "quiet")
    return PaperState("expulsion-banned", "bad", ban.last)


def _shortened(a: Assessment, index: int, found: Ruling) -> PaperState:
    if found.leave_by is None:
        return PaperState("shortened-open", "near")
    stay = next((stay for stay in a.stays if a.reckoning.history.ruling(stay.index) is found), None)
    if stay is not None and stay.exit and stay.exit <= a.on:
        return PaperState("shortened-left", "quiet")
    if a.on > found.leave_by:
        # Of somebody of whom no stay is entered it is not known whether they are still here
        return PaperState("shortened-over", "quiet" if stay is None else "bad", found.leave_by)
    return PaperState("shortened-leave", "near", found.leave_by)


def _readmission(a: Assessment, index: int, found: Ruling) -> PaperState:
    if found.executed and found.executed <= a.on:
        return _banned(a, found)
    return PaperState("readmission-open", "near")


def move_state(a: Assessment, stay: int, found: Move) -> PaperState:
    """Tell whether the host's notice of a change of address is given."""
    held = a.traveller.stays[stay]
    if not held.entry <= found.on <= (held.exit or date.max):
        return PaperState("move-outside", "near")
    duty = _duty_of(a.stay_duties(stay), "host-notice", since=found.on)
    if found.notified and found.notified <= a.on and not early_record(found, found.notified):
        late = duty is not None and duty.state == "done-late"
        return PaperState("move-told-late", "near") if late else PaperState("move-told", "good")
    if duty is None:
        return PaperState("move-untold", "quiet")
    if duty.state == "unrecorded":
        return PaperState("move-unrecorded", "near")
    return PaperState("move-due", "near", duty.due.under(a.reading))


def _duty_of(
    duties: list[Duty], kind: str, *, ruling: int | None = None, since: date | None = None
) -> Duty | None:
    found = (duty for duty in duties if (duty.kind, duty.ruling) == (kind, ruling) and since in (None, duty.since))
    return next(found, None)
