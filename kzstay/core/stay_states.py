"""The state of a stay: planned and possible or not, over the limit, to be left by a day, under a permit."""

from __future__ import annotations

from typing import Literal

from kzstay.core.assess import Assessment, StayAnswer
from kzstay.core.bars import REFUSALS
from kzstay.core.reckoning import Reckoning
from kzstay.core.verdict import Standing

StayState = Literal[
    "unknown",  # no visa-free term is known
    "planned-banned",
    "planned-too-long",
    "planned",
    "planned-after-this",  # the present stay has to end before it
    "planned-impossible",  # not even its first day is lawful
    "over",
    "unrecorded",  # an exit: it may have been too long
    "leave-sooner",  # the present stay, whose planned exit is too late
    "leave",  # the present stay
    "permit",
    "transport",  # its days are outside the count
    "within",
]


StayTone = Literal["within", "close", "over", "planned", "unknown"]


def stay_tone(reckoning: Reckoning, index: int) -> StayTone:
    """Tell which of five states a stay is drawn in."""
    verdict = reckoning.verdict(index)
    if verdict.because is None or (verdict.perhaps_over and not verdict.overstay_days):
        return "unknown"
    if verdict.overstay_days:
        return "over"
    if reckoning.traveller.stays[index].entry > reckoning.on:
        return "planned"
    return "close" if index == reckoning.current and reckoning.standing is Standing.ENDING else "within"


def stay_state(a: Assessment, stay: StayAnswer) -> StayState:
    """Tell how a stay stands on the day of reckoning."""
    until, over = stay.lawful_until.under(a.reading), stay.overstay_days
    if stay.because is None:
        return "unknown"
    if stay.because == "transport":
        return "transport"
    if stay.planned:
        if stay.because in REFUSALS:
            return "planned-banned"
        if over:
            return "planned-too-long"
        if _cuts_short(a, stay):
            return "planned-after-this"
        return "planned" if until else "planned-impossible"
    gone = stay.exit <= a.on if stay.exit else stay.index != a.current
    if over and (gone or until is None or until < a.on):
        return "over"
    if stay.perhaps_over and (gone or until is None or until < a.on):
        return "unrecorded"
    if until and stay.index == a.current and not a.reckoning.resides(stay.index):
        return "leave-sooner" if over or stay.perhaps_over else "leave"
    return "permit" if stay.because == "permit" else "within"


def _cuts_short(a: Assessment, stay: StayAnswer) -> bool:
    """Tell whether a planned stay begins while the present one, which has no exit, may still last."""
    here, until = a.reckoning.open, a.leave_until
    if here is None or until is None or a.reckoning.resides(here):
        return False
    return stay.entry <= until and a.reckoning.history.before_next(here, until) == stay.entry
