"""What columns, ways, states and months are called."""

from __future__ import annotations

import pytest

from kzstay.bundled import countries
from kzstay.i18n import LANGUAGES
from kzstay.imports.vocabulary import country_codes, folded, month, months, vocabulary, year_words
from kzstay.texts.words import words


def test_case_signs_and_spaces_make_no_difference() -> None:
    assert folded("  Passport_No. ") == folded("passport no") == "passport no"
    assert folded("Дата\N{NO-BREAK SPACE}въезда:") == "дата въезда"


def test_every_head_means_one_thing_and_every_pair_is_of_heads() -> None:
    known = vocabulary()
    meanings = set(known.heads.values())
    assert all(pair.first in meanings and pair.last in meanings for pair in known.pair)
    assert (known.heads["дата въезда"], known.heads["кеткен күні"]) == ("entry", "exit")


def test_ways_are_into_the_country_or_out_of_it() -> None:
    ways = vocabulary().directions
    assert [ways[folded(word)] for word in ("ВЪЕЗД", "Arrival", "КІРУ", "入境")] == [True] * 4
    assert [ways[folded(word)] for word in ("ВЫЕЗД", "Departure", "ШЫҒУ", "出境")] == [False] * 4


@pytest.mark.parametrize(
    ("word", "number"),
    [
        ("March", 3),
        ("марта", 3),
        ("март", 3),
        ("наурыз", 3),
        ("Sept", 9),
        ("V", 5),
        ("сент.", 9),
        ("мая", 5),
        ("қыр", 9),
    ],
)
def test_a_month_is_known_by_its_name_in_each_language(word: str, number: int) -> None:
    assert month(word) == number


@pytest.mark.parametrize("word", ["ju", "ма", "ма.", "", "monday", "q"])
def test_what_two_months_begin_with_is_none(word: str) -> None:
    assert month(word) is None


def test_every_name_of_a_month_is_of_one_month() -> None:
    assert set(months().values()) == set(range(1, 13))


def test_every_state_is_known_by_its_name_in_each_language() -> None:
    codes = country_codes()
    for language in LANGUAGES:
        assert all(codes[folded(name)] == code for code, name in words(language).countries())
    assert {codes[code.casefold()] for code in countries()} == countries()


def test_a_year_may_have_its_word_beside_it() -> None:
    assert {"г", "жылғы"} <= year_words()
