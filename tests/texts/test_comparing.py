"""What differs, in sentences: both versions are named, and nothing is told by a code."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kzstay.core.case import Case
from kzstay.core.comparing import compare
from kzstay.i18n import LANGUAGES, Language
from kzstay.texts import comparing
from kzstay.texts.words import words
from tests.files import strategies
from tests.helpers import case, stay, traveller

EN = words("en")
ANNA = traveller("DE", stay("2026-05-20", "2026-06-08"), stay("2026-11-11"))


def sentences(here: Case, there: Case, language: Language = "en") -> list[str]:
    w = words(language)
    return [
        line.replace("\N{NO-BREAK SPACE}", " ") for one in compare(here, there) for line in comparing.lines(w, one)
    ]


def test_a_stay_is_named_by_its_days_with_what_each_side_says() -> None:
    other = traveller("DE", stay("2026-05-20", "2026-06-10", note="by bus"))
    assert sentences(case(ANNA), case(other)) == [
        "Stay, 20 May 2026 – 8 Jun 2026. Exit: here 8 Jun 2026, in the file 10 Jun 2026",
        "Stay, 20 May 2026 – 8 Jun 2026. Note: here nothing, in the file by bus",
        "Stay, 11 Nov 2026 – still here: in this window only",
    ]


def test_who_somebody_is_is_told_in_words() -> None:
    other = msgspec.structs.replace(ANNA, passport="service", citizenship="FR")
    assert sentences(case(ANNA), case(other)) == [
        "Citizenship: here Germany, in the file France",
        "Passport: here ordinary passport, in the file service passport",
    ]


def test_a_traveller_is_on_one_side_only() -> None:
    (found,) = compare(case(), case(ANNA))
    assert (comparing.who(EN, found), *comparing.lines(EN, found)) == (
        "Anna Schmidt",
        "This traveller is in the file only.",
    )
    assert sentences(case(ANNA), case()) == ["This traveller is in this window only."]


@settings(max_examples=40)
@given(st.sampled_from(LANGUAGES), strategies.cases, strategies.cases)
def test_whatever_differs_can_be_said_in_every_language(language: Language, one: Case, other: Case) -> None:
    for line in sentences(one, other, language):
        assert line
        assert "None" not in line


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_heading_names_the_file_and_nothing_that_differs_is_said(language: Language) -> None:
    assert "anna.kzstay" in comparing.heading(words(language), "anna.kzstay")
    assert comparing.same(words(language)).endswith(".")
