"""What a plan says is said in every language."""

from __future__ import annotations

import pytest

from kzstay.core.plan import coming_back, longest_stay, trip
from kzstay.i18n import LANGUAGES, Language
from kzstay.texts import plans
from kzstay.texts.words import words
from tests.helpers import day, traveller
from tests.texts.plans.plan_words import banned, pair
from tests.trips import NEEDED, NEXT, USED_UP


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_is_made_in_every_language(language: Language) -> None:
    w = words(language)
    for who in (NEEDED, NEXT, USED_UP, traveller("PK"), banned(traveller("DE"))):
        reckoning = pair(who).safe
        for entry in (day("2026-12-01"), day("2026-12-15")):
            found, asked = longest_stay(reckoning, entry), trip(reckoning, entry, day("2027-01-20"))
            lines = [
                plans.longest(w, entry, found),
                plans.limited(w, reckoning, entry, found),
                plans.history(w, entry, found),
                plans.facts(w, reckoning, entry),
                plans.basis(w, reckoning, entry, found),
                plans.verdict(w, asked),
                *plans.obstacles(w, reckoning, asked),
                *(plans.returned(w, reckoning, one) for one in coming_back(reckoning, entry)),
            ]
            assert not [line for line in lines if "{" in line]
