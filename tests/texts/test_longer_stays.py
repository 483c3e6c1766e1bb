from __future__ import annotations

import pytest

from kzstay.bundled import law
from kzstay.core.law.schema import Longer
from kzstay.i18n import LANGUAGES, Language
from kzstay.texts import longer_stays
from kzstay.texts.words import words

EN = words("en")


def test_a_residence_permit_is_given_on_six_grounds() -> None:
    found = dict(longer_stays.brief(EN, law(), "rvp"))
    assert len(found["Grounds, and who asks"].split("; ")) == 6
    assert found["Application"] == "one that is only filed does not stop the count"


def test_of_who_needs_a_visa_no_grounds_are_told() -> None:
    assert longer_stays.grounds(EN, law(), "visa") == ""
    assert [label for label, _ in longer_stays.brief(EN, law(), "visa")] == ["Application"]
    assert "grounds" not in longer_stays.rule(EN, law(), "visa")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("longer", [None, "rvp", "visa"])
def test_the_rule_is_told_in_every_language(language: Language, longer: Longer | None) -> None:
    told = longer_stays.rule(words(language), law(), longer)
    assert told
    assert "{" not in told
