"""Proposal, a trip in mind, as the Plan page works it out and the timeline draws it."""

from __future__ import annotations

from datetime import date

import msgspec

from kzstay.core.days import Span


class Proposal(msgspec.Struct, frozen=True, kw_only=True):
    """A trip that is thought of, and what was found of it."""

    entry: date
    exit: date | None = None  # of the trip asked for
    last: date | None = None  # of the longest stay over the whole plan
    history: date | None = None  # of the longest stay by history alone
    breaks: tuple[int, ...] = ()  # later stays that the trip would make unlawful
    openings: tuple[Span, ...] = ()  # days of entry from which a trip of as many days fits
