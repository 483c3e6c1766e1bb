"""What became of the answer is said in whole sentences, each with one full stop."""

from __future__ import annotations

import pytest

from kzstay import bundled
from kzstay.core.assess import Assessment, assess
from kzstay.core.case import Traveller
from kzstay.core.readings import Reading
from kzstay.i18n import LANGUAGES, Language
from kzstay.texts import outcomes
from kzstay.texts.steps import step
from kzstay.texts.words import words
from tests.helpers import day, stay, traveller

W = words("en")


def assessed(person: Traveller, on: str, reading: Reading = Reading.SAFE) -> Assessment:
    return assess(person, day(on), bundled.law(), reading)


ANNA = traveller("DE", stay("2026-09-20", "2026-10-04"), stay("2026-11-11"))
A = assessed(ANNA, "2026-11-22")
ANSWER = "18 days left. Leave by Thursday, 10 December 2026."


def test_a_step_taken_back_is_named_with_the_answer_that_is_there_again() -> None:
    assert outcomes.told(W, A, "delete-stay", "undone", None) == f"Undone: Delete stay. {ANSWER}"
    assert outcomes.told(W, A, "delete-stay", "redone", None) == f"Done again: Delete stay. {ANSWER}"


def test_a_stay_that_was_moved_is_told_by_its_days() -> None:
    told = outcomes.told(W, A, "move-stay", "done", 0)
    assert told == f"20 Sep 2026 – 4 Oct 2026: within limits. {ANSWER}"


def test_a_stay_that_was_added_is_told_as_one() -> None:
    assert outcomes.told(W, A, "add-stay", "done", 0).startswith("Add stay. 20 Sep 2026 – 4 Oct 2026: ")


def test_what_the_bar_says_is_not_said_twice() -> None:
    assert outcomes.told(W, A, "delete-stay", "done", None) == ANSWER


@pytest.mark.parametrize("code", outcomes.QUIET)
def test_whoever_types_a_name_hears_nothing_of_the_answer_but_by_taking_it_back(code: str) -> None:
    assert outcomes.told(W, A, code, "done", None) == ""
    assert step(W, code) in outcomes.told(W, A, code, "undone", None)


def test_a_step_about_no_stay_tells_of_none() -> None:
    assert outcomes.told(W, A, "add-permit", "done", 0) == f"Add permit. {ANSWER}"


def test_another_day_and_another_count_come_first() -> None:
    assert outcomes.of_day(W, A) == f"Calculated for Sunday, 22 November 2026. {ANSWER}"
    usual = assessed(ANNA, "2026-11-22", Reading.USUAL)
    assert outcomes.of_reading(W, usual).startswith("Usual count. ")


def test_where_nobody_is_chosen_it_says_what_to_do_first() -> None:
    assert outcomes.of_day(W, assessed(traveller(""), "2026-11-22")).endswith(
        "Choose the citizenship, then add the first stay."
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sentence_ends_twice(language: Language) -> None:
    w = words(language)
    for code in ("move-stay", "add-permit", "delete-stay"):
        for how in ("done", "undone", "redone"):
            told = outcomes.told(w, A, code, how, 1)
            assert ".." not in told
            assert told.endswith(".")


def test_what_is_empty_says_nothing() -> None:
    assert outcomes.sentences("", "One", "Two.", "", "Three…") == "One. Two. Three…"
    assert outcomes.sentences() == ""
