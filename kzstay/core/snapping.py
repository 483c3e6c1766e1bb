"""Soft snap: the days to which an edge of a stay is drawn while the mouse has it, so that they are easily hit."""

from __future__ import annotations

from datetime import date

from kzstay.core.case import Traveller
from kzstay.core.history import StayHistory


def marks(traveller: Traveller, index: int | None, on: date) -> list[date]:
    """List the days worth being hit: that of reckoning, the edges of the other stays, the ends of permits."""
    history = StayHistory(traveller, on)
    found = {on, *(permit.until for permit in traveller.permits)}
    for other, stay in enumerate(traveller.stays):
        if other != index:
            found |= {stay.entry, history.end(other)}
    return sorted(found)


def shifted(edges: list[date], days: int, to: list[date], within: float) -> int:
    """Draw a move by some days to where an edge is on a day worth being hit, no more than so many days away."""
    moves = [(mark - edge).days for edge in edges for mark in to]
    nearest = min(moves, key=lambda move: abs(move - days), default=days)
    return nearest if abs(nearest - days) <= within else days
