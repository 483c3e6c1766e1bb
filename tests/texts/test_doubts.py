from __future__ import annotations

import pytest

from kzstay.bundled import law
from kzstay.core.assess import assess
from kzstay.core.case import STATELESS
from kzstay.i18n import LANGUAGES, Language
from kzstay.texts.doubts import conflict, doubts
from kzstay.texts.words import words
from tests.helpers import day, permit, stay, traveller

EN = words("en")


def told(citizenship: str, language: Language = "en") -> list[str]:
    return doubts(words(language), assess(traveller(citizenship, stay("2026-11-11")), day("2026-11-22"), law()))


def test_of_a_rule_that_is_certain_only_its_purpose_is_told() -> None:
    (purpose,) = told("DE")
    assert purpose.startswith("It is for business, private visits and tourism. It allows no work. ")
    assert "For work without a permit: fine of 25 MCI" in purpose
    assert told("RU") == []


def test_certainty_and_what_the_sources_part_on_are_told() -> None:
    parting, certainty = told("EC")
    assert "Sources differ: 30 days in each 180 days by the strict count" in parting
    assert certainty == "Certainty of the visa-free term: medium."
    lists, certainty = told("TJ")
    assert lists.startswith("Some lists print a shorter term.")
    assert certainty == "Certainty of the visa-free term: medium."


def test_what_is_open_is_told_where_it_bears_on_the_answer() -> None:
    assert any("begins with the first entry" in text for text in told("UA"))
    assert not any("begins with the first entry" in text for text in told("BR"))


def test_the_need_of_a_visa_has_its_certainty_too() -> None:
    (row,) = [one for one in law().visas if one.certainty != "high"][:1]
    who = traveller(row.countries[0], stay("2026-11-11"), passport=row.passports[0])
    assert any("Certainty" in text for text in doubts(EN, assess(who, day("2026-11-22"), law())))


def test_the_rule_is_that_of_the_passport_that_was_shown() -> None:
    who = traveller("DE", stay("2026-11-11", citizenship="MN"))
    assert doubts(EN, assess(who, day("2026-11-22"), law())) == told("MN")


def test_of_who_lives_here_no_term_is_told_and_so_no_doubt_of_it() -> None:
    who = traveller("KR", stay("2026-03-01"), permits=[permit("2024-01-10", "2034-01-09", "residence")])
    assert doubts(EN, assess(who, day("2026-11-22"), law())) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_parting_is_told_in_every_language(language: Language) -> None:
    parting = [text for row in law().regimes if (text := conflict(words(language), row))]
    assert parting
    assert all("{" not in text for text in parting)


def test_the_certificate_of_a_stateless_person_is_told_of_once() -> None:
    a = assess(traveller(STATELESS, stay("2026-11-01")), day("2026-11-22"), law())
    assert not any("certificate" in text for text in doubts(EN, a))
    assert any(note.code == "stateless" for note in a.notes)
