"""Travellers with something to plan, and how they are reckoned with."""

from __future__ import annotations

from kzstay.bundled import law
from kzstay.core.assess import reckon
from kzstay.core.case import Ruling, Traveller
from kzstay.core.readings import Both
from kzstay.core.reckoning import Reckoning
from kzstay.texts.words import words
from tests.helpers import day, stay, traveller

EN = words("en")
ON = day("2026-11-22")
# 90 in 180: 60 days are used, 23 of the 30 left are planned for January
NEEDED = traveller(
    "DE", stay("2026-08-01", "2026-08-30"), stay("2026-09-05", "2026-10-04"), stay("2027-01-02", "2027-01-24")
)
USED_UP = traveller(
    "DE", stay("2026-08-01", "2026-08-30"), stay("2026-09-01", "2026-09-30"), stay("2026-10-02", "2026-10-31")
)
NEXT = traveller("DE", stay("2026-12-11", "2026-12-20"))


def plain(text: str) -> str:
    return text.replace("\N{NO-BREAK SPACE}", " ")


def pair(who: Traveller) -> Both[Reckoning]:
    return reckon(who, ON, law())


def banned(who: Traveller) -> Traveller:
    ruling = Ruling(kind="expulsion", served=day("2026-03-01"), executed=day("2026-03-10"))
    return Traveller(name=who.name, citizenship=who.citizenship, rulings=(ruling,))
