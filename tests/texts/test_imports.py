"""Imports in sentences: every question and every answer, in every language."""

from __future__ import annotations

from typing import get_args

import pytest

from kzstay.i18n import LANGUAGES, Language
from kzstay.imports.result import Origin, Question, QuestionCode
from kzstay.texts import imports
from kzstay.texts.words import words
from tests.helpers import day

EN = words("en")
FIRST, LAST = day("2026-03-05"), day("2026-03-28")
languages = pytest.mark.parametrize("language", LANGUAGES)


@languages
@pytest.mark.parametrize("code", get_args(QuestionCode))
def test_every_question_is_asked_whatever_it_knows(code: QuestionCode, language: Language) -> None:
    w = words(language)
    bare = imports.question(w, Question(code=code))
    asked = Question(
        code=code, person="Li {x}", days=(FIRST, LAST), samples=("05/06 {y}",), stays=((FIRST, None),)
    )
    full = imports.question(w, asked)
    assert bare
    assert full
    assert language == "en" or full != imports.question(EN, asked)
    assert "{name}" not in full + bare


def test_a_question_names_the_days_between_which_the_answer_lies() -> None:
    asked = Question(code="missing-exit", days=(FIRST, LAST))
    assert imports.question(EN, asked) == (
        "Two entries follow each other, on 5 Mar 2026 and 28 Mar 2026, and the exit between them is missing. When "
        "was it?"
    )
    assert imports.question(EN, Question(code="missing-entry", days=(LAST,))) == (
        "There is an exit on 28 Mar 2026, and no entry before it. When did this stay begin?"
    )


def test_the_citizenship_is_asked_of_whoever_it_is() -> None:
    told = [
        imports.question(EN, Question(code="citizenship", person=person, samples=samples))
        for person, samples in (("Li", ("Elbonian",)), ("Li", ()), ("", ()))
    ]
    assert told == [
        "“Elbonian” is no country that is known here. What is the citizenship?",
        "What is the citizenship of Li?",
        "No citizenship is given. Of which country is the passport that was shown?",
    ]


ANSWERS: list[tuple[QuestionCode, str, tuple[str, ...]]] = [
    ("dates", "", ("dmy", "mdy", "ymd")),
    ("sense", "", ("here", "away", "other")),
    ("sense", "border", ("here", "away", "other")),
    ("other-state", "", ("yes", "no")),
    ("crossing", "", ("yes", "no")),
    ("same-person", "", ("yes", "no")),
    ("stay-here", "", ("yes", "no")),
    ("blank-name", "", ("same", "unknown")),
    ("transit", "", ("airside", "border")),
    ("gap", "", ("inside", "outside")),
    ("near-border", "", ("inside", "outside")),
    ("overlap", "", ("joined",)),
    ("clash", "", ("keep", "replace", "both")),
    ("permit-clash", "", ("keep", "replace", "both")),
]


@languages
def test_every_answer_has_its_words(language: Language) -> None:
    w = words(language)
    for code, part, values in ANSWERS:
        told = [imports.choice(w, Question(code=code, part=part, values=values), value) for value in values]
        assert not {"", *values} & set(told), code
        assert len(set(told)) == len(values)
    asked = Question(code="overlap", stays=((FIRST, LAST), (LAST, None)))
    assert w.day(FIRST) in imports.choice(w, asked, "first")
    assert w.day(LAST) in imports.choice(w, asked, "second")
    assert imports.choice(w, Question(code="overlap"), "second") == "second"
    assert imports.choice(w, Question(code="encoding"), "cp1251") == "cp1251"


def test_a_day_to_choose_is_spelt_out() -> None:
    assert imports.choice(EN, Question(code="doubtful-day"), "2026-03-05") == EN.long_day(FIRST)
    assert imports.choice(EN, Question(code="doubtful-day"), "soon") == "soon"


def test_an_order_shows_what_the_dates_would_be() -> None:
    asked = Question(
        code="dates",
        samples=("05/06/2026",),
        values=("dmy", "mdy"),
        readings=((day("2026-06-05"),), (day("2026-05-06"),)),
    )
    assert [imports.choice(EN, asked, value) for value in asked.values] == [
        "The day comes first: 5 Jun 2026",
        "The month comes first: 6 May 2026",
    ]


def test_letters_are_shown_as_they_would_be() -> None:
    asked = Question(code="encoding", samples=("Ұ", "Є"), values=("kz1048", "cp1251"))
    assert [imports.choice(EN, asked, value) for value in asked.values] == ["kz1048: Ұ", "cp1251: Є"]


def test_records_of_a_border_are_asked_about_as_such() -> None:
    asked = Question(code="sense", part="border", samples=("1 May Arrival NYC",))
    assert imports.question(EN, asked) == "Of which country are these entries and exits? 1 May Arrival NYC"


def test_a_few_stays_are_listed_and_the_others_counted() -> None:
    stays = tuple((day(f"2026-0{number}-05"), day(f"2026-0{number}-05")) for number in range(1, 6))
    assert imports.stays(EN, stays) == "5 Jan 2026 · 5 Feb 2026 · 5 Mar 2026 and 2 more"
    assert imports.days(EN, (FIRST, LAST)) == "5 Mar 2026 – 28 Mar 2026"
    assert imports.days(EN, (FIRST, None)) == "since 5 Mar 2026"


def test_a_row_is_named_by_its_line_and_its_sheet() -> None:
    assert imports.row(EN, Origin(7)) == "line 7"
    assert imports.row(EN, Origin(7, sheet="Sheet\n1")) == "Sheet 1, row 7"
    assert imports.row(EN, Origin(sheet="Sheet1")) == "Sheet1"
    assert imports.row(EN, Origin()) == ""
