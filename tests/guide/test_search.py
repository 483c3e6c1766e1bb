"""The search: what it finds among a few stand-ins, and whether the guide answers the questions that people ask.

The questions stand in ``questions.toml``, written before the search was tuned, and ``unseen.toml``, written after.
"""

from __future__ import annotations

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
from kzstay.texts import guide_search
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


def test_the_more_of_a_question_nobody_knows_the_more_must_be_found() -> None:
    assert topics("bank")[0] == "fine"
    assert topics("bank of the moon river") == []
    assert topics("visa ran out on the moon river")[0] == "late"


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


def _asked(name: str) -> list[Question]:
    return msgspec.convert(toml.read(Path(__file__).with_name(name))["question"], list[Question])


QUESTIONS = _asked("questions.toml")
TUNED = [question for question in QUESTIONS if not question.held]
HELD = [question for question in QUESTIONS if question.held]
UNSEEN = _asked("unseen.toml")


def guide(language: Language) -> Index:
    return guide_search.index(words(language))


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
    assert {topic for question in UNSEEN for topic in question.topics} <= named | {guide_search.CONTACTS}


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


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_guide_answers_what_somebody_else_asked_later(language: Language) -> None:
    asked = [question for question in UNSEEN if question.lang == language and not question.held]
    assert [question.ask for question in asked if place(question) >= 2] == []
    assert sum(place(question) == 0 for question in asked) >= 0.95 * len(asked)


def test_the_guide_answers_most_of_what_nobody_changed_it_for() -> None:
    asked = [question for question in UNSEEN if question.held]
    assert sum(place(question) < 2 for question in asked) >= 0.75 * len(asked)


NOTHING_TO_DO = {
    "en": "reset, pizza, asdf, qwerty, banana, football, who won the match, nice beach, bitcoin price, hjkl,"
    "tomato, weather tomorrow, how to fix a bicycle, dinosaur, birthday cake, yoga, lottery numbers",
    "ru": "пицца, сброс, привет, фывапролд, футбол, погода завтра, музыка, шахматы, как приготовить плов, любовь,"
    "сбросить пароль, помидор, починить велосипед, торт на день рождения, слон, кроссворд, ячсм, рыбалка",
    "kk": "пицца, футбол, мысық, музыка, қасқыр, шахмат, махаббат, фывафыва, қызанақ, велосипед жөндеу, сурет,"
    "матч есебі, құлаққап, жұлдызнама, тіс пастасы, шоколад, домбыра, ән мәтіні",
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_has_nothing_to_do_with_the_guide_finds_nothing(language: Language) -> None:
    found = {asked: guide(language).search(asked)[:1] for asked in NOTHING_TO_DO[language].split(",")}
    assert {asked: hits[0].topic for asked, hits in found.items() if hits} == {}


@pytest.mark.parametrize(
    ("language", "asked"),
    [("en", "registr"), ("en", "overst"), ("ru", "депорт"), ("ru", "регист"), ("kk", "шағымд")],
)
def test_a_word_that_is_still_being_typed_is_found(language: Language, asked: str) -> None:
    assert guide(language).search(asked)
