"""Stems and spellings of words in three languages, and how near two words lie."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kzstay.guide.words import distance, forgiven, letters_of, plain, slips_into, spelling, stem, words

LETTERS = st.text("абвшы", max_size=7)


def test_a_text_falls_into_words_and_numbers_with_their_places() -> None:
    text = "I did pay: 90 days, visa-free, it's."
    found = [(text[first:last], word) for first, last, word in words(text)]
    assert [word for _, word in found] == ["i", "did", "pay", "90", "days", "visa", "free", "it's"]
    assert [part.casefold() for part, _ in found] == [word for _, word in found]


@pytest.mark.parametrize("typed", ["Ещё", "ещё", "ЕЩЕ", "еще\u0301", "еще\u0308"])
def test_case_stresses_and_dots_make_no_difference(typed: str) -> None:
    assert plain(typed) == "еще"
    assert [word for *_, word in words(f"({typed})")] == ["еще"]


@pytest.mark.parametrize("typed", ["don't", "Doesn’t", "cant", "can't", "cannot", "HASNT", "not"])
def test_a_verb_that_denies_is_not(typed: str) -> None:
    assert plain(typed) == "not"


@pytest.mark.parametrize("word", ["plant", "grant", "want", "tenant", "went"])
def test_a_word_that_ends_like_one_is_itself(word: str) -> None:
    assert plain(word) == word


def test_a_short_i_is_a_letter_of_its_own() -> None:
    assert plain("Й") == plain("И\u0306") == "й"


@pytest.mark.parametrize(
    ("language", "family"),
    [
        ("en", "registration register registered registers"),
        ("en", "deported deporting deport"),
        ("en", "marriage married marry"),
        ("en", "citizen citizenship citizens"),
        ("ru", "регистрация регистрации регистрироваться регистрирую"),
        ("ru", "депортация депортировали депортирован депортируют"),
        ("ru", "просрочил просрочка просрочена просроченную"),
        ("ru", "работа работать работаю работы"),
        ("ru", "штраф штрафа штрафов штрафы"),
        ("kk", "айыппұл айыппұлды айыппұлдар айыппұлдың айыппұлдарға"),
        ("kk", "жұмыс жұмысқа жұмыстан жұмысым"),
        ("kk", "қонақ қонаққа қонағы қонақтар"),
        ("kk", "үйлену үйленсем үйлендім үйленген"),
        ("kk", "паспорт паспорты паспортым паспортқа"),
        ("kk", "мектеп мектепке мектебі мектептен"),
        ("kk", "тіркелу тіркелуі тіркелді тіркелген"),
    ],
)
def test_endings_are_folded(language: str, family: str) -> None:
    assert len({stem(word, language) for word in family.split()}) == 1


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("en", "visa", "visit"),
        ("ru", "вид", "виза"),
        ("ru", "суд", "сутки"),
        ("kk", "бала", "балық"),
        ("kk", "салық", "сайлау"),
    ],
)
def test_what_only_looks_alike_stays_apart(language: str, one: str, other: str) -> None:
    assert stem(one, language) != stem(other, language)


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_a_number_has_no_endings(language: str) -> None:
    assert stem("183", language) == "183"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("propiska", "прописка"),
        ("registraciya", "регистрация"),
        ("registratsiya", "регистрация"),
        ("deportaciia", "депортация"),
        ("razreshenie", "разрешение"),
        ("zhenitsya", "женится"),
        ("zayavlenie", "заявление"),
        ("jumys", "жұмыс"),
        ("zhumys", "жұмыс"),
        ("jūmys", "жұмыс"),
        ("qonaq", "қонақ"),
        ("şağym", "шағым"),
        ("тиркелу", "тіркелу"),
        ("шагым", "шағым"),
        ("кониль", "көңіл"),
    ],
)
def test_words_typed_without_their_letters_are_spelt_the_same(typed: str, meant: str) -> None:
    assert spelling(plain(typed)) == spelling(plain(meant))


@pytest.mark.parametrize(
    ("one", "other", "edits"),
    [
        ("visa", "visa", 0),
        ("viza", "visa", 1),
        ("visaa", "visa", 1),
        ("vsa", "visa", 1),
        ("vias", "visa", 1),
        ("штарф", "штраф", 1),
        ("", "ab", 2),
        ("abc", "cab", 2),
        ("overstaied", "overstayed", 1),
        ("abcd", "wxyz", 3),
    ],
)
def test_edits_are_counted_up_to_a_bound(one: str, other: str, edits: int) -> None:
    assert distance(one, other, 2) == edits


@pytest.mark.parametrize(
    ("typed", "meant", "whether"),
    [
        ("deportd", "deported", True),
        ("reciept", "receipt", True),
        ("geust", "guest", True),
        ("registraition", "registration", True),
        ("regestration", "registration", True),
        ("deporded", "deported", True),
        ("viset", "visit", True),
        ("match", "march", False),
        ("beach", "teach", False),
        ("beach", "each", False),
        ("picnic", "picked", False),
        ("", "a", False),
    ],
)
def test_a_slip_keeps_the_first_letter_and_in_a_short_word_the_sound(
    typed: str, meant: str, *, whether: bool
) -> None:
    assert slips_into(typed, meant) is whether


@given(LETTERS, LETTERS, st.integers(0, 2))
def test_a_distance_has_no_direction_and_a_bound(one: str, other: str, most: int) -> None:
    edits = distance(one, other, most)
    assert edits == distance(other, one, most) <= most + 1
    assert (edits == 0) == (one == other)


@given(LETTERS, LETTERS)
def test_near_words_have_almost_the_same_letters(one: str, other: str) -> None:
    edits = distance(one, other, 2)
    assert edits > 2 or (letters_of(one) ^ letters_of(other)).bit_count() <= 2 * edits


@pytest.mark.parametrize(
    ("word", "errors"), [("visa", 0), ("стран", 1), ("страница", 1), ("процедура", 2), ("12345", 0)]
)
def test_long_words_may_have_more_errors(word: str, errors: int) -> None:
    assert forgiven(word) == errors
