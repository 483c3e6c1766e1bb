"""Countries as people type them: each is found by whatever it is called, and none is taken that may be another."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kzstay.core.law import toml
from kzstay.i18n import LANGUAGES, Language
from kzstay.paths import resource
from kzstay.texts import countries
from kzstay.texts.countries import Rank
from kzstay.texts.words import words

RAW = toml.read(resource("imports/countries.toml"))
OWN = json.loads(resource("imports/own_names.json").read_text(encoding="utf-8"))
SHARED = [set(group["states"]) for group in RAW["shared"]]
CODES = [code for code, _ in words("en").countries()]
EN = words("en")


def called(code: str) -> list[str]:
    """List all that a country is called in the data: its names, codes, aliases and own names."""
    names = [words(language).country(code) for language in LANGUAGES]
    return [*names, code, *RAW["states"][code], *OWN.get(code, [])]


def best(language: Language, text: str) -> set[str]:
    found = countries.find(words(language), text)
    return {one.code for one in found if one.rank == found[0].rank}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", CODES)
def test_every_name_code_and_alias_finds_its_country_first(language: Language, code: str) -> None:
    """Among the first are no others but those who share the name."""
    for name in called(code):
        first = best(language, name)
        assert code in first, name
        assert first == {code} or first in SHARED, name


@given(st.sampled_from(LANGUAGES), st.sampled_from(CODES), st.data())
def test_a_beginning_never_gives_a_country_of_another_name(
    language: Language, code: str, data: st.DataObject
) -> None:
    name = words(language).country(code)
    typed = name[: data.draw(st.integers(1, len(name)))]
    taken = countries.meant(words(language), typed)
    assert taken in {None, code} or countries.find(words(language), typed)[0].rank < Rank.BEGINNING
    if typed.strip():
        assert code in {one.code for one in countries.find(words(language), typed)}


@given(st.sampled_from(LANGUAGES), st.text(max_size=12))
def test_nothing_that_is_typed_breaks_the_search_and_the_best_comes_first(language: Language, text: str) -> None:
    found = countries.find(words(language), text)
    assert [one.rank for one in found] == sorted(one.rank for one in found)
    assert len({one.code for one in found}) == len(found)
    taken = countries.meant(words(language), text)
    assert taken is None or taken == found[0].code


@given(st.sampled_from(LANGUAGES), st.sampled_from(CODES), st.sampled_from([str.upper, str.lower, str.title]))
def test_case_and_signs_over_letters_make_no_difference(language: Language, code: str, change: object) -> None:
    name = words(language).country(code)
    assert best(language, change(name)) == best(language, name)  # type: ignore[operator]


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        *(("rus", "RU"), ("uk", "GB"), ("USA", "US"), ("gb", "GB"), ("германия", "DE"), ("Deutschland", "DE")),
        *(("uae", "AE"), ("holland", "NL"), ("англия", "GB"), ("Швеция", "SE"), ("india", "IN"), ("ger", "DE")),
        *(("st lucia", "LC"), ("Bosnia", "BA"), ("antigua and barbuda", "AG"), ("turkiye", "TR"), ("中国", "CN")),
        *(("Казакстан", "KZ"), ("cote divoire", "CI"), ("stateless", "XXA"), ("апатрид", "XXA"), ("DEU", "DE")),
        *(("немецкая", "DE"), ("гражданин Узбекистана", "UZ"), ("kyrgy", "KG"), ("Тайланд", "TH"), ("коре", None)),
        *(("hjccbz", "RU"), ("0fpf0cnfy", "KZ"), ("пукьфтн", "DE")),
        *(("united", None), ("корея", None), ("congo", None), ("nowhere", None), ("", None), ("germny", None)),
    ],
)
def test_what_people_type(typed: str, code: str | None) -> None:
    assert countries.meant(EN, typed) == code


def test_a_name_of_the_window_stands_before_what_it_is_only_a_part_of() -> None:
    assert [one.code for one in countries.find(EN, "rus")][:2] == ["RU", "BY"]
    assert best("en", "guinea") == {"GN"}
    assert [one.code for one in countries.find(EN, "guinea")][1] == "GW"


def test_who_has_no_citizens_comes_last_among_those_that_fit_as_well_and_in_the_list() -> None:
    listed = [code for code, _ in countries.listed(EN)]
    territories = [countries.is_territory(code) for code in listed]
    assert territories == sorted(territories)
    assert sorted(listed) == sorted(CODES)
    assert not countries.is_territory("XXA")
    assert [one.code for one in countries.find(EN, "french")] == ["FR", "GF", "PF", "TF"]
    assert RAW["search"]["territories"] == sorted(set(RAW["search"]["territories"]) & set(CODES))


def test_what_cannot_be_taken_is_told_with_what_may_be_meant() -> None:
    assert countries.not_meant(EN, "united") == (
        "“united” may be more than one country. Choose one: United Arab Emirates; United Kingdom; United States"
    )
    assert countries.not_meant(EN, "germny").endswith("Is it one of these? Germany")
    assert countries.not_meant(EN, "nowhere") == "No country is called “nowhere”."
    assert countries.not_meant(EN, "s").endswith("; …")


def test_each_word_of_the_data_is_of_a_country_that_there_is() -> None:
    assert set(RAW["states"]) == set(CODES)
    assert set(OWN) <= set(CODES)
    assert all(group <= set(CODES) for group in SHARED)
    assert len(RAW["search"]["keys"]["latin"]) == len(RAW["search"]["keys"]["cyrillic"])
