"""How those who plan are reckoned with, and how what is said to them is read."""

from __future__ import annotations

from kzstay.bundled import law
from kzstay.core.assess import reckon
from kzstay.core.case import Ruling, Traveller
from kzstay.core.readings import Both
from kzstay.core.reckoning import Reckoning
from kzstay.texts.words import words
from tests.helpers import day

EN = words("en")
ON = day("2026-11-22")


def pair(who: Traveller) -> Both[Reckoning]:
    return reckon(who, ON, law())


def banned(who: Traveller) -> Traveller:
    ruling = Ruling(kind="expulsion", served=day("2026-03-01"), executed=day("2026-03-10"))
    return Traveller(name=who.name, citizenship=who.citizenship, rulings=(ruling,))
