"""The heading of an answer: whom it is about and for which day, in one line whatever the name holds."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kzstay.cli.output import heading
from kzstay.i18n import Language
from kzstay.texts.words import words
from tests.cli.command_line import languages
from tests.helpers import day, plain, traveller

ON = day("2026-11-22")


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("Anna Schmidt", "Anna Schmidt · Germany · service passport · 22 November 2026"),
        ("", "no name entered · Germany · service passport · 22 November 2026"),
        ("\x1b[2J\n", "[2J · Germany · service passport · 22 November 2026"),
    ],
)
def test_a_heading_names_the_person_and_the_day(name: str, told: str) -> None:
    assert plain(heading(words("en"), traveller("DE", name=name, passport="service"), ON)) == told


@languages
def test_a_heading_speaks_the_language_that_was_asked_for(language: Language) -> None:
    w = words(language)
    name, *_, on = heading(w, traveller("DE"), ON).split(" · ")
    assert name == "Anna Schmidt"
    assert on == w.full_day(ON)
    assert w.country("DE") in heading(w, traveller("DE"), ON)


@given(st.text(max_size=40))
def test_no_name_makes_two_lines_of_a_heading(name: str) -> None:
    assert len(heading(words("en"), traveller("DE", name=name), ON).splitlines()) == 1
