"""Rows on complaints: by each road, what the code asks of a complaint and of whoever decides it."""

from datetime import date
from typing import Literal

import msgspec

from kzstay.core.law.schema import Row

ComplaintRoad = Literal[
    "court",  # to the higher court, through the court that ruled
    "body",  # to the body above that which ruled, or to the specialised court
    "decision",  # to the body above that which decided, where the decision is no penalty
]
ComplaintPart = Literal[
    "addressed",
    "contents",
    "copies",
    "mended",
    "grounds",
    "outcomes",
    "term",
    "late",
    "waits",
    "stops",
    "decided",
    "language",
    "translation",
    "file",
    "defender",
]


class ComplaintRow(Row, frozen=True, kw_only=True):
    """What a complaint that goes one road must hold, and what becomes of it; a nought is not told by the law."""

    id: str
    road: ComplaintRoad
    copies: int = 0
    passed_on: int = 0  # days in which it is passed on with the file
    decided: int = 0  # days in which it is decided; by the body, where a court may be gone to in its stead
    decided_by_court: int = 0
    decided_working: int = 0  # the same in working days
    longer: int = 0  # days that the decision may be put off
    cites: dict[ComplaintPart, list[str]]  # the articles by which each part of the draft is written
    begins: date = msgspec.field(name="from")

    @property
    def cited(self) -> list[str]:
        """List every article that the draft cites."""
        ours = (article for articles in self.cites.values() for article in articles)
        return list(dict.fromkeys([*self.articles, *ours]))
