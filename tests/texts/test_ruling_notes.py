"""What is said of a complaint that was filed, and of days of a ruling that are still to come."""

from __future__ import annotations

import pytest

from kzstay.bundled import law
from kzstay.core.assess import assess
from kzstay.core.case import Ruling, RulingKind
from kzstay.i18n import LANGUAGES, Language
from kzstay.texts import answers, ruling_notes
from kzstay.texts.words import words
from tests.core.builders import ruled
from tests.helpers import day, plain, stay, traveller

FILED = "2026-11-26"


def told(
    kind: RulingKind = "expulsion",
    leave_by: str | None = None,
    appealed: str | None = None,
    *,
    served: str = "2026-11-10",
    paid: str | None = None,
    language: Language = "en",
) -> list[str]:
    decided = Ruling(
        kind=kind,
        served=day(served),
        leave_by=day(leave_by) if leave_by else None,
        appealed=day(appealed) if appealed else None,
        paid=day(paid) if paid else None,
    )
    a = assess(
        ruled(traveller("DE", stay("2026-09-20", notified="2026-09-21")), decided), day("2026-11-27"), law()
    )
    w = words(language)
    return [plain(answers.note(w, note, a)) for note in a.notes if note.code in ruling_notes.CODES]


def test_a_complaint_that_came_too_late_stops_nothing() -> None:
    (text,) = told(leave_by="2026-11-25", appealed=FILED)
    assert text.startswith("The complaint of 26 Nov 2026 came too late to stop the expulsion")
    assert "before 25 Nov 2026" in text
    assert "art. 834, part 4" in text
    assert text.endswith("The order holds.")


def test_after_the_ordinary_term_it_is_said_how_sure_it_is() -> None:
    first, second = told(leave_by="2026-12-10", appealed=FILED)
    assert "after the ordinary term, but before 10 Dec 2026" in first
    assert first.endswith("Certainty: medium.")
    assert second == (
        "The complaint of 26 Nov 2026 stops the expulsion alone, until it is decided. The overstay goes on."
    )


def test_without_the_day_of_the_court_it_is_asked_for() -> None:
    (text,) = told(appealed="2026-11-13")
    assert "Enter that day" in text


@pytest.mark.parametrize(("kind", "leave_by"), [("shortened", "2026-12-05"), ("readmission", None)])
def test_a_decision_is_followed_until_its_body_says_otherwise(kind: RulingKind, leave_by: str | None) -> None:
    (text,) = told(kind, leave_by, FILED)
    assert "art. 96, part 1" in text or "art. 96, para. 1" in text
    assert text.endswith("Certainty: low.")


def test_a_day_to_come_is_said_to_be_left_out() -> None:
    found = [
        *told("fine", served="2026-12-01"),
        *told("fine", paid="2026-12-01"),
        *told("fine", appealed="2026-12-01"),
    ]
    assert [text.split(" dated 1 Dec 2026")[0] for text in found] == [
        "The decision",
        "The payment",
        "The complaint",
    ]
    assert all("counts for nothing" in text for text in found)


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_told_in_each_language(language: Language) -> None:
    (text,) = told(leave_by="2026-11-25", appealed=FILED, language=language)
    assert "{" not in text
    assert (text == told(leave_by="2026-11-25", appealed=FILED)[0]) == (language == "en")
