"""What a word of a question may mean."""

from __future__ import annotations

import pytest

from kzstay.guide.vocabulary import BEGUN, ERROR, SHARES, SPELT, Term, Vocabulary, languages_of, meant

WORDS = {
    "en": "deportation visa overstay marriage",
    "ru": "депортация виза прописка суд",
    "kk": "тіркелу виза сот қонақ",
}


@pytest.fixture
def vocabularies() -> dict[str, Vocabulary]:
    found = {language: Vocabulary(language) for language in WORDS}
    for language, text in WORDS.items():
        for word in text.split():
            assert found[language].add(word)[0] == language
    return found


@pytest.mark.parametrize(
    ("word", "terms", "weight"),
    [
        ("deported", {("en", "deport")}, 1.0),
        ("визу", {("ru", "виз")}, 1.0),
        ("қонаққа", {("kk", "қонақ")}, 1.0),
        ("propiska", {("ru", "пропис")}, SPELT),
        ("тиркелу", {("kk", "тіркел")}, SPELT),
        ("viza", {("ru", "виз"), ("kk", "виза")}, SPELT),
        ("overstai", {("en", "overstay")}, SPELT),
        ("mariage", {("en", "marri")}, SPELT),
        ("marrige", {("en", "marri")}, ERROR),
        ("проиписка", {("ru", "пропис")}, ERROR),
        ("deprtaton", {("en", "deport")}, ERROR**2),
        ("overs", {("en", "overstay")}, BEGUN),
        ("депор", {("ru", "депорт")}, BEGUN),
        ("deportees", {("en", "deport"), ("ru", "депорт")}, SHARES),
        ("over", set[Term](), 0),
        ("овершто", set[Term](), 0),
        ("oversee", set[Term](), 0),
        ("суб", set[Term](), 0),
        ("aubergine", set[Term](), 0),
        ("12", set[Term](), 0),
    ],
)
def test_a_word_is_what_it_says_or_what_is_nearest(
    vocabularies: dict[str, Vocabulary], word: str, terms: set[Term], weight: float
) -> None:
    assert meant(word, vocabularies) == dict.fromkeys(terms, weight)


def test_numbers_belong_to_every_language() -> None:
    assert [languages_of(word) for word in ("90", "visa", "виза", "қонақ")] == [
        ("en", "ru", "kk"),
        ("en",),
        ("ru", "kk"),
        ("ru", "kk"),
    ]
