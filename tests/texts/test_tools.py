"""Whom a question to a tool is about, and the links that lead to one."""

from __future__ import annotations

import pytest

from kzstay.i18n import LANGUAGES
from kzstay.texts import tools as texts
from kzstay.texts.tools import Asked
from kzstay.texts.words import words


@pytest.mark.parametrize(
    ("question", "link"),
    [
        ("what to bring as a Pakistani", "entry-check/PK/national"),
        ("a German with a service passport", "entry-check/DE/service"),
        ("German diplomat", "entry-check/DE/diplomatic"),
        ("что взять гражданину Пакистана", "entry-check/PK/national"),
        ("служебный паспорт Германия", "entry-check/DE/service"),
        ("Пәкістан азаматы не алып келуі керек", "entry-check/PK/national"),
        ("Uzbekistan", "entry-check/UZ/national"),
        ("Niger", "entry-check/NE/national"),
        ("Nigeria", "entry-check/NG/national"),
        ("can I enter", "entry-check"),
        ("visa table", "visa-table"),
    ],
)
def test_a_question_names_a_state_and_a_passport(question: str, link: str) -> None:
    assert [one.link for one in texts.asked(question)] == [link]


@pytest.mark.parametrize(
    "question", ["", "I overstayed four days and was fined in Almaty", "?" * 5000, "Kazakhstan"]
)
def test_other_questions_name_none(question: str) -> None:
    assert texts.asked(question) == []


def test_a_link_is_read_as_it_was_written() -> None:
    for one in (Asked("visa-table"), Asked("entry-check", "DE", "service"), Asked("entry-check", "PK")):
        assert texts.read_link(one.link) == one
    assert texts.read_link("overstay") is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_tools_are_named_in_every_language(language: str) -> None:
    w = words(language)  # type: ignore[arg-type]
    assert texts.name(w, "entry-check") != texts.name(w, "visa-table")
    assert texts.purpose(w, "entry-check") != texts.purpose(w, "visa-table")
    assert w.country("DE") in texts.title(w, Asked("entry-check", "DE"))
    assert texts.title(w, Asked("visa-table")) == texts.name(w, "visa-table")
