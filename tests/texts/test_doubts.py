from __future__ import annotations

import pytest

from kzstay.bundled import law
from kzstay.core.assess import assess
from kzstay.i18n import LANGUAGES, Language
from kzstay.texts.doubts import conflict, doubts
from kzstay.texts.words import words
from tests.helpers import day, stay, traveller

EN = words("en")


def told(citizenship: str, language: Language = "en") -> list[str]:
    return doubts(words(language), assess(traveller(citizenship, stay("2026-11-11")), day("2026-11-22"), law()))


def test_of_a_rule_that_is_certain_only_what_a_stay_is_for_is_told() -> None:
    (purpose,) = told("DE")
    assert purpose.startswith("It is for business, private visits and tourism. It allows no work.")


def test_certainty_and_what_the_sources_part_on_are_told() -> None:
    parting, certainty = told("KR")
    assert "Sources differ: " in parting
    assert certainty == "Certainty of this rule: medium."
    assert told("MN")[-1] == "Certainty of this rule: medium."


def test_the_need_of_a_visa_has_its_certainty_too() -> None:
    (row,) = [one for one in law().visas if one.certainty != "high"][:1]
    who = traveller(row.countries[0], stay("2026-11-11"), passport=row.passports[0])
    assert any("Certainty" in text for text in doubts(EN, assess(who, day("2026-11-22"), law())))


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_parting_is_told_in_every_language(language: Language) -> None:
    parting = [text for row in law().regimes if (text := conflict(words(language), row))]
    assert parting
    assert all("{" not in text for text in parting)
