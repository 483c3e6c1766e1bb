"""The usual words: which rows a question means, and what the program ships."""

from __future__ import annotations

import pytest

from kzstay import bundled
from kzstay.guide.usual import Asked, Match, Phrases, Row, UsualWords, usual_words
from kzstay.guide.vocabulary import Vocabulary, meant
from kzstay.guide.words import words
from kzstay.i18n import LANGUAGES, Language
from kzstay.texts.guide_search import CONTACTS

USUAL = UsualWords(
    dropped={"en": {"a", "to", "the"}, "ru": {"в"}, "kk": set()},
    faint={"en": {"long", "much"}, "ru": set(), "kk": set()},
    usual=[
        Row(topics=["visa"], en=["visa", "get a visa"], ru=["виза"], kk=["виза"]),
        Row(topics=["limits"], en=["visa run", "long", "how long"], ru=["виза ран"]),
        Row(topics=["ground", "leave"], en=["deport"], ru=["депортация"], also={"en": "expulsion order"}),
        Row(topics=["leave"], en=["deport"]),
        Row(topics=["much"], en=["much long"]),
    ],
)


def matches(question: str) -> list[Match]:
    vocabularies = {language: Vocabulary(language) for language in LANGUAGES}
    phrases = Phrases(USUAL, vocabularies)
    plain = [word for *_, word in words(question) if not USUAL.says_nothing(word)]
    return phrases.matches([Asked(meant(word, vocabularies), USUAL.is_faint(word)) for word in plain])


def topics(question: str) -> set[str]:
    return {topic for match in matches(question) for topic, _ in match.gains()}


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("visa", {"visa"}),
        ("to the visa run", {"limits"}),
        ("run", set[str]()),
        ("run, or visa", {"limits"}),
        ("long", set[str]()),
        ("how long", {"limits"}),
        ("long and much", {"much"}),
        ("ран в визу", {"limits"}),
        ("deportation of a visa", {"ground", "leave", "visa"}),
        ("", set[str]()),
    ],
)
def test_a_phrase_must_be_there_as_a_whole_and_the_longest_one_counts(question: str, found: set[str]) -> None:
    assert topics(question) == found


def test_the_first_topic_gains_more_and_so_does_what_is_rare_sure_and_longer() -> None:
    gains = dict(matches("депортация")[0].gains())
    assert gains["ground"] > gains["leave"]
    strength = {question: matches(question)[0].strength for question in ("visa", "get visa", "deport")}
    assert strength["get visa"] > strength["visa"] > strength["deport"]


def test_a_word_with_an_error_counts_less() -> None:
    assert matches("deporth")[0].strength < matches("deport")[0].strength


@pytest.mark.parametrize(
    ("question", "texts"), [("депортация", ["expulsion order", "deport"]), ("deport", ["expulsion order"])]
)
def test_words_that_mean_the_same_are_told_with_the_own_ones_for_a_question_in_another_language(
    question: str, texts: list[str]
) -> None:
    assert [text for text in matches(question)[0].other_words("en") if text] == texts


def test_telling_words_are_neither_dropped_nor_faint() -> None:
    assert list(USUAL.telling("The long visa to a run", "en")) == ["visa", "run"]


# What the program ships


def test_every_topic_has_usual_words_in_every_language_and_no_other_is_named() -> None:
    named = {topic for names in bundled.guide().groups.values() for topic in names} | {CONTACTS}
    for language in LANGUAGES:
        rows = [row for row in usual_words().usual if row.phrases(language)]
        assert {row.topics[0] for row in rows if row.topics} == named
    assert {topic for row in usual_words().usual for topic in row.topics} == named


def test_every_row_leads_somewhere_and_says_nothing_twice() -> None:
    for row in usual_words().usual:
        assert row.topics or row.also
        for language in LANGUAGES:
            assert len(set(row.phrases(language))) == len(row.phrases(language))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_phrase_has_a_word_that_tells_or_two_that_tell_together(language: Language) -> None:
    usual = usual_words()
    for phrase in (phrase for row in usual.usual for phrase in row.phrases(language)):
        kept = [word for *_, word in words(phrase) if word not in usual.dropped[language]]
        assert len(kept) > 1 or list(usual.telling(phrase, language)), phrase
