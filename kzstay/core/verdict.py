"""Verdict: how long one stay may last, and how a traveller stands on a day."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

import msgspec

from kzstay.core.law.schema import Regime


class Standing(StrEnum):
    """How a traveller stands on a day."""

    OUTSIDE = "outside"
    LAWFUL = "lawful"
    ENDING = "ending"
    OVERSTAY = "overstay"
    ORDERED = "ordered"  # told to leave, by a court or by the police
    PERMIT = "permit"
    NO_REGIME = "no-regime"
    BARRED = "barred"  # outside, and entry is refused


class Verdict(msgspec.Struct, frozen=True):
    """How long one stay may last, and by what."""

    regime: Regime | None
    lawful_until: date | None  # None where not even the day of entry is lawful, or no day is set
    # The kind of limit that binds, "permit", "ruling", "prolongation" or a refusal; "transport" sets no day
    because: str | None
    overstay_days: int
    # More days over if a stay whose exit is not recorded went on to the next entry, which nobody knows
    perhaps_over: int = 0
