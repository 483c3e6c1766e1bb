"""Bars: what keeps a traveller out of Kazakhstan, or has them leave it, whatever the days say."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Literal, get_args

import msgspec

from kzstay.core.case import Ruling
from kzstay.core.law.loading import Law
from kzstay.core.readings import Reading
from kzstay.core.sanctions import (
    ban_of,
    may_have_lapsed,
    stops_expulsion,
    stops_fine,
    to_be_executed,
    unpaid_fines,
)

Refusal = Literal[
    "ban",  # after an expulsion that was carried out
    "expulsion",  # one, or a readmission, that was not carried out yet: nobody can say when its ban will end
    "fine",  # of an earlier stay, that is not paid
]
# What is told in place of a limit where an entry is refused; in the order in which it matters
REFUSALS: tuple[Refusal, ...] = get_args(Refusal)
_ORDER = ("ordered", *REFUSALS)


class Bar(msgspec.Struct, frozen=True):
    """What forbids, and the ruling that it comes of."""

    because: Literal["ordered", "ban", "expulsion", "fine"]
    ruling: int
    until: date | None = None  # the day to leave by, or the last day of a ban; None where none is known
    appealed: date | None = None  # when the complaint was filed that lets it wait
    old: bool = False  # so that it may not be carried out any more


def refusal(rulings: Sequence[Ruling], on: date) -> Refusal | None:
    """Name what refuses every entry from a day on, until something is done. Source: ML 48, LF 22."""
    if to_be_executed(rulings, on):
        return "expulsion"
    return "fine" if unpaid_fines(rulings, on) else None


def bars_of(law: Law, rulings: Sequence[Ruling], on: date, here: date | None) -> list[Bar]:
    """List what forbids on a day, what matters most first; ``here`` is the entry of the present stay."""
    found = [bar for index, ruling in enumerate(rulings) for bar in _of_ruling(law, index, ruling, on, here)]
    return sorted(found, key=lambda bar: (_ORDER.index(bar.because), bar.until or date.max))


def _of_ruling(law: Law, index: int, ruling: Ruling, on: date, here: date | None) -> Iterator[Bar]:
    if ruling.served > on:
        return
    # In the present stay; an expulsion holds also for who came again before it was carried out: LF 22, ML 48
    told = here is not None and (here <= ruling.served or ruling.kind == "expulsion")
    orders = ruling.kind == "shortened" or to_be_executed([ruling], on, ("expulsion",))
    waits = stops_expulsion(ruling, on)
    if told and orders and not waits:
        yield Bar("ordered", index, ruling.leave_by)
    elif to_be_executed([ruling], on):
        yield Bar("expulsion", index, appealed=ruling.appealed if waits else None)
    if unpaid_fines([ruling], on):
        waits = stops_fine(law, ruling, on, Reading.SAFE)
        yield Bar("fine", index, appealed=ruling.appealed if waits else None, old=may_have_lapsed(law, ruling, on))
    ban = ban_of(law, ruling)
    if ban is not None and ruling.executed is not None and ruling.executed <= on <= ban.last:
        yield Bar("ban", index, ban.last)
