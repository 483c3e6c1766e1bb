"""Who the traveller is, as the one row of a list: read by name or code, and told of the day of birth alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kzstay.i18n import LANGUAGES, Language
from kzstay.texts.words import words
from kzstay.ui.session.records.person import PERSON
from tests.helpers import day, stay, traveller

EN = words("en")
TODAY = day("2026-11-22")
LANGUAGE = st.sampled_from(LANGUAGES)


def country(text: str, language: Language = "en") -> object:
    return PERSON.read(words(language), "citizenship", text, TODAY)


@given(LANGUAGE, st.data())
def test_a_country_is_read_by_its_name_and_by_its_code_in_any_case(
    language: Language, data: st.DataObject
) -> None:
    code, name = data.draw(st.sampled_from(words(language).countries()))
    found = country(name, language)
    # Two that are called alike by their letters are one country to who types the name
    assert found == next(
        code for code, other in words(language).countries() if other.casefold() == name.casefold()
    )
    assert country(code.lower(), language) == country(code, language) is not None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("germ", "DE"),
        ("Kyrgy", "KG"),
        ("united", None),  # Kingdom, States, Emirates: a beginning that several have
        ("nowhere", None),
        ("", ""),
    ],
)
def test_a_beginning_is_enough_where_no_other_country_has_it(text: str, found: str | None) -> None:
    assert country(text) == found


def test_what_no_country_is_called_is_told() -> None:
    assert "nowhere" in PERSON.unread(EN, "citizenship", "nowhere", TODAY)
    assert PERSON.unread(EN, "citizenship", "nowhere", TODAY) != PERSON.unread(EN, "born", "nowhere", TODAY)


@pytest.mark.parametrize(("text", "born"), [("1.5.88", "1988-05-01"), ("1.5.26", "2026-05-01"), ("", None)])
def test_a_day_of_birth_lies_behind(text: str, born: str | None) -> None:
    assert PERSON.read(EN, "born", text, TODAY) == (day(born) if born else None)


def test_a_citizenship_is_written_by_its_name() -> None:
    assert PERSON.typed(EN, traveller("DE"), "citizenship") == "Germany"
    assert PERSON.typed(EN, traveller(""), "citizenship") == ""
    assert PERSON.typed(EN, traveller("DE", born="1988-05-01"), "born") == "01.05.1988"


def test_only_the_day_of_birth_is_found_fault_with() -> None:
    # What else a file holds was looked at when it was opened; here nobody could mend it
    overlapping = traveller("", stay("2026-01-01", "2026-01-09"), stay("2026-01-08", "2026-01-20"))
    assert list(PERSON.problems(overlapping, overlapping.key.number, TODAY)) == []
    unborn = traveller("DE", born="2027-02-01")
    assert [problem.code for problem in PERSON.problems(unborn, unborn.key.number, TODAY)] == ["born-later"]


def test_the_row_is_the_traveller_who_goes_as_a_whole_and_from_no_list() -> None:
    one, other = traveller("DE", stay("2026-01-01")), traveller("GB", name="Boris Brown")
    assert PERSON.records(one) == [one]
    assert PERSON.put(one, other) is other
    assert PERSON.removed(one, one.key.number) is one
