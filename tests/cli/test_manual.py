"""``kzstay manual``: the list, a chapter, a search, and what is wrong."""

from __future__ import annotations

import pytest

from kzstay import bundled
from kzstay.cli import parser
from kzstay.i18n import LANGUAGES, Language


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_list_names_every_chapter(capsys: pytest.CaptureFixture[str], language: Language) -> None:
    manual = bundled.manual()
    assert parser.main(["manual", "--lang", language]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines] == list(manual.chapters)
    assert [line.endswith(manual.title(line.split()[0], language)) for line in lines] == [True] * len(lines)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("chapter", bundled.manual().chapters)
def test_a_chapter_is_printed_with_its_commands(
    capsys: pytest.CaptureFixture[str], chapter: str, language: Language
) -> None:
    assert parser.main(["manual", chapter, "--lang", language]) == 0
    out = capsys.readouterr().out
    assert out.startswith(bundled.manual().title(chapter, language))
    assert ("    kzstay self-test\n" in out) == (chapter == "command-line")


def test_a_search_names_the_section_and_its_chapter(capsys: pytest.CaptureFixture[str]) -> None:
    assert parser.main(["manual", "--search", "reminders in a calendar", "--lang", "en"]) == 0
    assert capsys.readouterr().out.startswith("Import and export: The formats (exchange)\n  ")
    assert parser.main(["manual", "--search", "qwertz", "--lang", "en"]) == 0
    assert capsys.readouterr().out.startswith("No topic was found.")


def test_an_unknown_chapter_and_an_empty_search_are_bad_input(capsys: pytest.CaptureFixture[str]) -> None:
    assert parser.main(["manual", "timelines", "--lang", "en"]) == 2
    assert "Did you mean “timeline”?" in capsys.readouterr().err
    assert parser.main(["manual", "--search", " ", "--lang", "en"]) == 2
    assert len(capsys.readouterr().err.splitlines()) == 1
