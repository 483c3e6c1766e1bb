"""What is said of a table, in every language."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kzstay.core.case import Case
from kzstay.core.problems import Problem
from kzstay.i18n import LANGUAGES, Language
from kzstay.texts import Words
from kzstay.texts import batch as texts
from kzstay.texts.words import words
from tests.helpers import stay, traveller

W = words("en")
SENTENCES: list[Callable[[Words], str]] = [
    texts.no_name,
    texts.no_text,
    texts.no_country,
    texts.no_day,
    texts.no_entry,
    texts.out_of_years,
    texts.too_many_fields,
    texts.worker_gone,
    lambda w: texts.no_passport(w, ["national"]),
    lambda w: texts.comes_back(w, 3),
    lambda w: texts.no_jobs(w, "x", 9),
    lambda w: texts.not_utf8(w, "in.csv", 3),
    lambda w: texts.no_header(w, "in.csv", ["entry"], []),
    lambda w: texts.no_header(w, "in.csv", [], ["entry"]),
    lambda w: texts.endless(w, "in.csv", 3),
    lambda w: texts.changed(w, "in.csv"),
    lambda w: texts.replaces(w, "in.csv"),
    lambda w: texts.not_read(w, "in.csv", "x"),
    lambda w: texts.not_written(w, "in.csv", "x"),
    lambda w: texts.unused(w, "in.csv", ["x"]),
    lambda w: texts.nobody(w, "in.csv"),
    lambda w: texts.none_usable(w, "in.csv"),
]


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_is_a_sentence_in_its_language(language: Language) -> None:
    w = words(language)
    for sentence in SENTENCES:
        said = sentence(w)
        assert said[-1] in ".?"
        assert "{" not in said
        assert language == "en" or said != sentence(W)


def test_a_day_that_is_echoed_does_no_harm() -> None:
    said = texts.refused(W, "a\nb.csv", 3, "entry", "=\x1b[31m" + "x" * 200, "Why.")
    assert said.startswith("a b.csv, line 3, entry “=[31mxx")
    assert len(said) < 120
    assert texts.refused(W, "in.csv", 3, "", "more", "Why.") == "in.csv, line 3, “more”: Why."


@pytest.mark.parametrize(
    ("seconds", "said"), [(9.4, "9 seconds"), (61, "1 minute"), (7300, "2 hours"), (3599, "60 minutes")]
)
def test_how_long_it_takes_is_told_in_round_numbers(seconds: float, said: str) -> None:
    assert texts.progress(W, 12_345, 0.129, seconds) == f"12\N{NO-BREAK SPACE}345 travellers · 12 % · {said} left"


def test_of_a_pipe_nobody_knows_how_long_it_takes() -> None:
    assert texts.progress(W, 1, None, None) == "1 traveller"


def test_who_was_not_answered_is_counted() -> None:
    assert texts.refused_in_all(W, 1, more=False, errors=None) == "1 traveller was not answered."
    assert "--errors" in texts.refused_in_all(W, 2, more=True, errors=None)


def test_a_problem_names_its_field_and_the_other_line() -> None:
    case = Case(
        travellers=(traveller("DE", stay("2026-01-01", "2025-01-01"), stay("2026-01-01"), born="2026-05-05"),)
    )

    def told(**problem: int | str) -> tuple[str, str, str]:
        return texts.problem(W, Problem(traveller=0, **problem), case, [5, 9])  # type: ignore[arg-type]

    assert told(code="exit-before-entry", stay=0)[:2] == ("exit", "2025-01-01")
    assert told(code="overlap", stay=1, other=0)[:2] == ("entry", "2026-01-01")
    assert "line 5" in told(code="overlap", stay=1, other=0)[2]
    assert told(code="born-after-entry", stay=0, value="2026-05-05")[:2] == ("born", "2026-05-05")
    assert told(code="year", value="1890-01-01")[:2] == ("born", "1890-01-01")
