"""The manual in words: what it quotes is there, its links lead somewhere, and its commands run."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from kzstay import bundled
from kzstay.cli.commands import COMMANDS
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


def test_a_chapter_that_is_not_there_is_told_with_a_near_one() -> None:
    w = words("en")
    assert texts.unknown(w, "time", "timeline").startswith("There is no chapter “time”. Did you mean “timeline”?")
    told = "“kzstay manual” lists them all, “kzstay manual --search” looks for words."
    assert texts.unknown(w, "x", None) == f"There is no chapter “x”. {told}"
