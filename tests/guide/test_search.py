"""The search: what it finds among a few stand-ins, and whether the guide answers the questions that people ask.

The questions stand in ``questions.toml``; they were written before the search was tuned.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kzstay import bundled
from kzstay.core.law import toml
from kzstay.guide.search import Document, Hit, Index
from kzstay.guide.usual import Row, UsualWords
from kzstay.guide.words import words as words_of
from kzstay.i18n import LANGUAGES, Language
from kzstay.texts import guide as guide_texts
from kzstay.texts import prose
from kzstay.texts.words import words

USUAL = UsualWords(
    dropped={"en": {"the", "a", "of", "i"}, "ru": {"на"}, "kk": {"ма"}},
    faint={"en": {"much"}, "ru": set(), "kk": set()},
    usual=[
        Row(topics=["late", "nowhere"], en=["visa ran out", "out of time"], ru=["просрочка"], kk=["кешігу"]),
        Row(en=["ticket"], ru=["билет"], kk=["билет"], also={"en": "fine", "ru": "штраф"}),
        Row(topics=["nowhere"], en=["moon"], ru=["луна"], kk=["ай"]),
    ],
)
ENGLISH = [
    Document("fine", "Paying a fine", "Pay the fine at once.\nIt is half then. The bank takes a fee of its own."),
    Document("late", "I stayed too long", "Leave now.\n\nWhat it costs\nThe fine grows by the day, says art. 5."),
    Document("guest", "I have a guest", "1. Tell the police of your guest.\n2. Keep the receipt."),
]
RUSSIAN = [
    Document("fine", "Оплатить штраф", "Штраф платят семь дней."),
    Document("late", "Я остался слишком долго", "Выезжайте сразу."),
]


def found(question: str, documents: list[Document] = ENGLISH, language: str = "en") -> list[Hit]:
    return Index(documents, language, USUAL).search(question)


def topics(question: str, documents: list[Document] = ENGLISH, language: str = "en") -> list[str]:
    return [hit.topic for hit in found(question, documents, language)]


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("the fine", "fine"),
        ("FINES!", "fine"),
        ("guets", "guest"),  # letters in the wrong order
        ("recieptt", "guest"),  # two errors in a long word
        ("reciept", "guest"),
        ("my visa ran out of time", "late"),
        ("ticket", "fine"),
        ("билет", "fine"),
        ("просрочка", "late"),
        ("prosrochka", "late"),
        ("кешігу", "late"),
        ("keshigu", "late"),
    ],
)
def test_the_right_topic_comes_first(question: str, first: str) -> None:
    assert topics(question)[0] == first


@pytest.mark.parametrize("question", ["штрафы", "shtraf", "билет", "ticket", "штарф"])
def test_a_russian_text_is_found_in_either_alphabet(question: str) -> None:
    assert topics(question, RUSSIAN, "ru") == ["fine"]


@pytest.mark.parametrize("question", ["", " ", "the of", "much", "?!…", "zebra", "ай", "\0\ud800", "́"])
def test_where_nothing_is_found_the_list_is_empty(question: str) -> None:
    assert found(question) == []


def test_without_topics_nothing_is_found() -> None:
    assert Index([], "en").search("visa") == []
    assert [hit.excerpt for hit in found("guest", [Document("guest", "Guest", "")])] == [""]


def test_more_of_the_words_are_better_and_the_title_counts_more() -> None:
    assert topics("police guest receipt")[0] == "guest"
    assert topics("fine")[:2] == ["fine", "late"]
    hits = found("fine")
    assert hits[0].score > hits[1].score > 0


def test_there_are_no_more_than_were_asked_for() -> None:
    assert len(Index(ENGLISH, "en", USUAL).search("fine", most=1)) == 1


def test_the_excerpt_is_the_sentence_that_tells_with_its_words_marked() -> None:
    hit = found("costs of a fine grows")[0]
    assert (hit.topic, hit.title) == ("late", "I stayed too long")
    assert hit.excerpt == "The fine grows by the day, says art. 5."
    assert [hit.excerpt[first:last] for first, last in hit.marks] == ["fine", "grows"]


def test_the_number_of_a_step_stays_with_it() -> None:
    assert found("receipt")[0].excerpt == "2. Keep the receipt."


def test_the_excerpt_takes_along_what_follows_in_the_paragraph() -> None:
    assert found("half")[0].excerpt == "It is half then. The bank takes a fee of its own."


@pytest.mark.parametrize("place", [0, 40, 90])
def test_a_long_sentence_is_cut_round_its_word(place: int) -> None:
    sentence = " ".join("police" if number == place else "word" for number in range(91))
    hit = found("police", [Document("guest", "Guest", sentence)])[0]
    assert [hit.excerpt[first:last] for first, last in hit.marks] == ["police"]
    assert len(hit.excerpt) < 230
    assert hit.excerpt.startswith("… ") == (place > 0)
    assert hit.excerpt.endswith(" …") == (place < 90)
    assert "word" in hit.excerpt.split()


def test_a_word_without_end_is_cut_too() -> None:
    assert len(found("guest", [Document("guest", "Guest", "x" * 3000)])[0].excerpt) < 230


@given(st.text(max_size=60))
def test_whatever_is_typed_gives_topics_in_order_with_marks_at_words(question: str) -> None:
    hits = Index(ENGLISH, "en", USUAL).search(question)
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)
    for hit in hits:
        assert {(first, last) for first, last, _ in words_of(hit.excerpt)} >= set(hit.marks)


def test_ten_thousand_letters_are_a_question_too() -> None:
    assert topics("fine " * 2000)[0] == "fine"
    assert found("x" * 10_000) == []
    assert isinstance(found(" ".join(f"слово{number}" for number in range(3000))), list)


# The guide itself


class Question(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    lang: Language
    ask: str
    topics: list[str]
    held: bool = False


QUESTIONS = msgspec.convert(toml.read(Path(__file__).with_name("questions.toml"))["question"], list[Question])
TUNED = [question for question in QUESTIONS if not question.held]
HELD = [question for question in QUESTIONS if question.held]


@cache
def guide(language: Language) -> Index:
    w, law, whole = words(language), bundled.law(), bundled.guide()
    texts = {topic.id: prose.plain(guide_texts.filled(w, law, whole, topic)) for topic in whole.topics.values()}
    return Index([Document(name, whole.title(name, language), text) for name, text in texts.items()], language)


def place(question: Question) -> int:
    """Return at which place the first of the right topics comes, from 0; 99 is nowhere."""
    hits = [hit.topic for hit in guide(question.lang).search(question.ask)]
    return min((hits.index(topic) for topic in question.topics if topic in hits), default=99)


def test_the_questions_are_many_in_each_language_and_a_third_is_held() -> None:
    for language in LANGUAGES:
        of_language = [question for question in QUESTIONS if question.lang == language]
        assert len(of_language) >= 25
        assert sum(question.held for question in of_language) * 3 >= len(of_language)
    named = {topic for names in bundled.guide().groups.values() for topic in names}
    assert {topic for question in QUESTIONS for topic in question.topics} == named


def test_every_topic_is_searched() -> None:
    for language in LANGUAGES:
        index = guide(language)
        for name in (name for names in bundled.guide().groups.values() for name in names):
            title = bundled.guide().title(name, language)
            assert name in [hit.topic for hit in index.search(title)][:2], title


@pytest.mark.parametrize("question", TUNED, ids=lambda question: question.lang)
def test_the_guide_answers_what_people_ask(question: Question) -> None:
    assert place(question) < 2, question.ask


def test_the_guide_answers_questions_that_nobody_tuned_it_for() -> None:
    assert sum(place(question) < 2 for question in HELD) >= 0.8 * len(HELD)
