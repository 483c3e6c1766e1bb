"""What the person does with the draft: hints to each paragraph, how it is filed, and why there is none."""

from __future__ import annotations

from typing import get_args

import pytest

from kzstay.core.assess import assess
from kzstay.core.case import Ruling
from kzstay.core.complaint import Point, Refusal, Wait, complaint_of
from kzstay.i18n import LANGUAGES, Language
from kzstay.texts import complaint_hints as hints
from kzstay.texts.words import words
from tests.core.builders import LAW, ruled
from tests.core.test_complaint import ANNA, made
from tests.helpers import day, plain

EN = words("en")


def filed(ruling: Ruling, on: str = "2026-11-18", language: Language = "en") -> dict[str, str]:
    found = complaint_of(assess(ruled(ANNA, ruling), day(on), LAW), 0)
    return {label: plain(text) for label, text in hints.filing(words(language), LAW, found)}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_hint_is_there(language: Language) -> None:
    w = words(language)
    told = [
        hint(w) for hint in (hints.fill_in, hints.choose, hints.check, hints.own_words, hints.attach, hints.sign)
    ]
    told += [hints.refused(w, kind, 2) for kind in get_args(Refusal)]
    told += [hints.worth_of_waiting(w, kind) for kind in get_args(Wait)]
    told += [hints.road(w, row) for row in LAW.complaints.values()]
    told += [hints.if_true(w, Point("no-earlier")), hints.if_true(w, Point("covered", contested=True))]
    told += [hints.if_true(w, Point("covered"))]
    assert len(set(told)) >= len(told) - 2  # some say the same
    assert not [text for text in told if "{" in text or not text]


def test_the_day_to_file_by_is_told_by_both_counts() -> None:
    told = filed(made("fine", "2026-11-11", "517(3)"))
    assert told["File it by"] == ("Friday, 20 November 2026 (by the usual count Monday, 23 November 2026)")
    assert told["Decision, if the police or the Border Service ruled"] == (
        "Days for the decision: 10 by the body above, 15 by the court."
    )
    assert "Stopping the expulsion" not in told


def test_an_expulsion_is_stopped_before_the_day_of_the_court() -> None:
    ruling = made("expulsion", "2026-11-16", "517(4)", leave_by="2026-11-20")
    told = filed(ruling)
    assert told["Stopping the expulsion"].endswith("arrives at the court by 19 Nov 2026.")
    assert told["Decision, if a court ruled"] == "Days for the decision: 10; on request up to 10 more."
    assert "no longer stops" in filed(ruling, "2026-11-20")["Stopping the expulsion"]


def test_a_decision_has_working_days() -> None:
    told = filed(made("readmission", "2026-11-16"))
    assert told["Decision on the complaint"] == "Working days for the decision: 20."
    assert "If something is missing" not in told


def test_a_complaint_that_was_recorded_is_told() -> None:
    told = filed(made("fine", "2026-11-11", "517(3)", appealed="2026-11-17"))
    assert told["Complaint recorded"] == "17 November 2026"


def test_after_the_term_it_is_said_that_a_complaint_is_accepted() -> None:
    told = filed(made("fine", "2026-11-01", "517(3)"))
    assert "still accepted" in told["After the ordinary term"]


@pytest.mark.parametrize(
    ("on", "start"), [("2026-11-20", "Compare"), ("2026-11-21", "By the strict"), ("2026-11-24", "Say why")]
)
def test_what_to_do_about_the_term(on: str, start: str) -> None:
    person = ruled(ANNA, made("fine", "2026-11-11", "517(3)"))
    assert hints.late(EN, complaint_of(assess(person, day(on), LAW), 0)).startswith(start)
