"""The search of the manual: it finds sections by what people ask, in three languages.

The questions stand in ``manual_questions.toml``.
"""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from kzstay import bundled
from kzstay.core.law import toml
from kzstay.guide.manual import KEYS
from kzstay.guide.usual import usual_words_of_manual
from kzstay.i18n import LANGUAGES, Language
from kzstay.texts import manual, manual_search
from kzstay.texts.words import words

MANUAL = bundled.manual()


class Question(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A question in each language, and the chapter that answers it."""

    chapter: str
    en: str
    ru: str
    kk: str
    unseen: bool = False  # written after the search was tuned


QUESTIONS = msgspec.convert(
    toml.read(Path(__file__).with_name("manual_questions.toml"))["question"], list[Question]
)


def test_each_section_is_found_by_itself_and_the_list_of_keys_as_a_whole() -> None:
    chapters = {
        **manual.chapters(words("en"), manual.usual_key(MANUAL)),
        KEYS: "# Keys\n\n## Here\n\nF1\n\n## There\n\nF2\n",
    }
    found = {document.topic: document for document in manual_search.documents(MANUAL, chapters)}
    assert set(found) == {
        *MANUAL.chapters,
        *(f"{one.id}/{name}" for one in MANUAL.chapter for name in one.sections),
        KEYS,
    }
    assert found["timeline/look"].title == "The timeline: Look at other days"
    assert all(word in found[KEYS].text for word in ("Here", "F1", "There", "F2"))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("question", [one for one in QUESTIONS if not one.unseen], ids=lambda one: one.en)
def test_a_question_finds_its_chapter(question: Question, language: Language) -> None:
    asked = getattr(question, language)
    hits = manual_search.written_index(words(language)).search(asked)
    assert hits, asked
    assert hits[0].topic.partition("/")[0] == question.chapter, (asked, [hit.topic for hit in hits[:3]])


def test_most_of_the_questions_that_nothing_was_tuned_for_find_their_chapter_among_the_first_three() -> None:
    found = missed = 0
    for question in (one for one in QUESTIONS if one.unseen):
        for language in LANGUAGES:
            hits = manual_search.written_index(words(language)).search(getattr(question, language))[:3]
            right = question.chapter in {hit.topic.partition("/")[0] for hit in hits}
            found, missed = found + right, missed + (not right)
    assert found >= 3 * missed, (found, missed)


def test_every_chapter_is_asked_for() -> None:
    assert {question.chapter for question in QUESTIONS} == set(MANUAL.chapters)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("question", ["weather in Paris tomorrow", "рецепт борща", "футбол нәтижелері"])
def test_what_has_nothing_to_do_with_the_program_finds_nothing(question: str, language: Language) -> None:
    assert manual_search.written_index(words(language)).search(question) == []


def test_every_usual_word_leads_somewhere_in_every_language() -> None:
    for row in usual_words_of_manual().usual:
        assert row.topics
        assert all(row.phrases(language) for language in LANGUAGES)
        for name in row.topics:
            assert name == KEYS or MANUAL.place(name)
