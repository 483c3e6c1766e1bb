"""The manual in words: what it quotes is there, its links lead somewhere, and its search answers questions."""

from __future__ import annotations

import re
from pathlib import Path

import msgspec
import pytest
from PySide6.QtWidgets import QApplication

from kzstay import bundled
from kzstay.cli.commands import COMMANDS
from kzstay.core.law import toml
from kzstay.guide import manual as shelf
from kzstay.guide import topics
from kzstay.guide.manual import KEYS
from kzstay.i18n import LANGUAGES, TRANSLATED, Language, catalog
from kzstay.texts import manual as texts
from kzstay.texts.words import words
from tests.documents import Reader, commands, followed, of_kzstay

MANUAL, LAW, GUIDE = bundled.manual(), bundled.law(), bundled.guide()
USUAL = texts.usual_key(MANUAL)
QUOTED = sorted(
    {
        name.removeprefix("ui ")
        for chapter in MANUAL.chapters
        for name in topics.placeholders(MANUAL.text(chapter, "en"))
        if name.startswith("ui ")
    }
)


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


@pytest.mark.parametrize("name", QUOTED)
def test_what_is_quoted_of_the_window_is_a_message_of_every_catalog(name: str) -> None:
    """A catalog gives back what it does not know: a label that has changed would be quoted as it was."""
    context, _, message = name.rpartition("|")
    for language in TRANSLATED:
        known = catalog(language)
        said = known.pgettext(context, message) if context else known.gettext(message)
        assert said != message, language


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_placeholder_means_something_and_every_link_leads_somewhere(language: Language) -> None:
    found = texts.chapters(words(language), USUAL)
    assert list(found) == list(MANUAL.chapters)
    for text in found.values():
        assert "{" not in text
        for name in shelf.leads_to(text):
            assert name == KEYS or MANUAL.place(name)
        for name in topics.leads_to(text):
            assert name in GUIDE.topics


@pytest.mark.parametrize("language", LANGUAGES)
def test_who_follows_the_commands_of_the_manual_gets_what_it_says(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    qapp: QApplication,
    language: Language,
) -> None:
    reader = Reader(tmp_path, capsys, monkeypatch, language)
    for text in texts.chapters(words(language), USUAL).values():
        assert followed(reader, of_kzstay(text)) == {}
    assert reader.windows == [None, Path("trips.kzstay")]
    left = {path.suffix for path in tmp_path.iterdir()}
    assert left >= {".pdf", ".html", ".xlsx", ".ics", ".docx", ".csv", ".kzstay"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_command_of_the_program_is_told(language: Language) -> None:
    text = MANUAL.text("command-line", language)
    told = {word for command in commands(text) for word in command.text.split()}
    told |= set(re.findall(r"`([a-z-]+)`", text))
    assert set(COMMANDS) - {"gui"} <= told


def test_a_label_is_quoted_as_it_is_read() -> None:
    assert texts.label(words("en"), "Save as…") == "Save as"
    assert texts.label(words("en"), "&File") == "File"
    assert texts.label(words("en"), "tab|Stays") == "Stays"
    assert texts.label(words("ru"), "tab|Stays") == "Периоды"


def test_what_means_nothing_is_no_placeholder() -> None:
    for wrong in ("{see nothing}", "{guide nothing}", "{n nothing.days}"):
        with pytest.raises(KeyError):
            texts.filled(words("en"), LAW, GUIDE, MANUAL, wrong, USUAL)


def test_a_number_of_the_law_is_filled_in_as_in_the_guide() -> None:
    filled = texts.filled(words("en"), LAW, GUIDE, MANUAL, "{n host-notice.working_days} days", USUAL)
    assert filled == f"{topics.number(LAW, None, 'host-notice.working_days')} days"


def test_each_section_is_found_by_itself_and_the_list_of_keys_as_a_whole() -> None:
    chapters = {**texts.chapters(words("en"), USUAL), KEYS: "# Keys\n\n## Here\n\nF1\n\n## There\n\nF2\n"}
    found = {document.topic: document for document in texts.documents(MANUAL, chapters)}
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
    hits = texts.written_index(words(language)).search(asked)
    assert hits, asked
    assert hits[0].topic.partition("/")[0] == question.chapter, (asked, [hit.topic for hit in hits[:3]])


def test_most_of_the_questions_that_nothing_was_tuned_for_find_their_chapter_among_the_first_three() -> None:
    found = missed = 0
    for question in (one for one in QUESTIONS if one.unseen):
        for language in LANGUAGES:
            hits = texts.written_index(words(language)).search(getattr(question, language))[:3]
            right = question.chapter in {hit.topic.partition("/")[0] for hit in hits}
            found, missed = found + right, missed + (not right)
    assert found >= 3 * missed, (found, missed)


def test_every_chapter_is_asked_for() -> None:
    assert {question.chapter for question in QUESTIONS} == set(MANUAL.chapters)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("question", ["weather in Paris tomorrow", "рецепт борща", "футбол нәтижелері"])
def test_what_has_nothing_to_do_with_the_program_finds_nothing(question: str, language: Language) -> None:
    assert texts.written_index(words(language)).search(question) == []


def test_a_chapter_that_is_not_there_is_told_with_a_near_one() -> None:
    w = words("en")
    assert texts.unknown(w, "time", "timeline").startswith("There is no chapter “time”. Did you mean “timeline”?")
    assert texts.unknown(w, "x", None) == "There is no chapter “x”. “kzstay manual” lists them all."
