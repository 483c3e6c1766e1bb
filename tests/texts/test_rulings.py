from __future__ import annotations

from typing import get_args

import msgspec
import pytest

from kzstay.bundled import law
from kzstay.core.assess import assess
from kzstay.core.case import Ruling, RulingKind, Traveller
from kzstay.i18n import LANGUAGES, Language
from kzstay.texts import rulings
from kzstay.texts.words import words
from tests.helpers import day, plain, stay, traveller

EN = words("en")


def ruled(*rulings: Ruling) -> Traveller:
    return msgspec.structs.replace(traveller("DE", stay("2026-11-01")), rulings=rulings)


def told(ruling: Ruling, on: str, kind: str) -> dict[str, str]:
    """Say what is remarked on a duty after a ruling of somebody who entered on 1 November 2026."""
    a = assess(ruled(ruling), day(on), law())
    (duty,) = [one for one in a.duties if one.kind == kind]
    return {label: plain(text) for label, text in rulings.remarks(EN, law(), duty)}


def expulsion(leave_by: str | None = None, appealed: str | None = None) -> Ruling:
    return Ruling(
        kind="expulsion",
        served=day("2026-11-20"),
        leave_by=day(leave_by) if leave_by else None,
        appealed=day(appealed) if appealed else None,
    )


# Stopping an expulsion: KoAP 834(4)


def test_it_is_said_by_when_a_complaint_stops_an_expulsion() -> None:
    assert told(expulsion("2026-11-25"), "2026-11-21", "appeal") == {
        "Stopping the expulsion": (
            "A complaint stops the expulsion only if it arrives at the court before 25 Nov 2026, the day of "
            "departure that the court set."
        )
    }


def test_without_the_day_of_the_court_it_is_asked_for() -> None:
    text = told(expulsion(), "2026-11-21", "appeal")["Stopping the expulsion"]
    assert text.endswith("Enter that day.")


def test_where_no_day_is_left_it_is_said() -> None:
    text = told(expulsion("2026-11-20"), "2026-11-20", "appeal")["Stopping the expulsion"]
    assert text == "The court's day leaves no day on which a complaint would stop the expulsion."


def test_of_a_complaint_that_was_filed_it_is_not_said_again() -> None:
    assert told(expulsion("2026-11-25", "2026-11-23"), "2026-11-24", "appeal") == {}


# After the ordinary term: KoAP 832(2), 829-4(3); APPK 92(3)


@pytest.mark.parametrize(
    ("ruling", "kind", "article"),
    [
        (expulsion(), "appeal", "832"),
        (Ruling(kind="fine", served=day("2026-11-20"), part="517(3)"), "appeal", "829-4"),
        (Ruling(kind="shortened", served=day("2026-11-20")), "complaint", "92"),
    ],
)
def test_a_late_complaint_is_still_accepted(ruling: Ruling, kind: str, article: str) -> None:
    text = told(ruling, "2027-03-01", kind)["After the ordinary term"]
    assert text.startswith("A complaint in your favour is still accepted")
    assert f"art. {article}" in text


def test_of_what_stops_an_expulsion_nothing_is_accepted_late() -> None:
    assert told(expulsion("2026-11-25"), "2026-11-26", "suspend") == {}


# While a complaint is looked at, and long after a ruling


def test_what_waits_says_how_the_decision_is_entered() -> None:
    found = told(expulsion("2026-11-25", "2026-11-23"), "2026-11-30", "depart")
    assert found["Once the complaint is decided"].startswith(
        "If the complaint is turned down, delete the day of the complaint"
    )


def test_a_decision_of_the_police_says_what_a_complaint_does() -> None:
    ruling = Ruling(kind="shortened", served=day("2026-11-20"), leave_by=day("2026-11-25"))
    assert list(told(ruling, "2026-11-21", "complaint")) == ["Stopping the decision"]


def test_an_old_fine_is_never_told_as_cleared() -> None:
    text = told(Ruling(kind="fine", served=day("2025-03-03")), "2026-11-22", "fine")["An old ruling"]
    assert "within 12 months" in text
    assert text.endswith("Entry may be refused all the same: ask before you travel.")


def test_of_a_stay_there_is_no_remark() -> None:
    a = assess(ruled(), day("2026-11-22"), law())
    assert not [fact for duty in a.duties for fact in rulings.remarks(EN, law(), duty)]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", get_args(RulingKind))
def test_every_remark_can_be_told(kind: RulingKind, language: Language) -> None:
    w = words(language)
    for appealed in (None, day("2026-11-22")):
        ruling = Ruling(kind=kind, served=day("2026-11-20"), leave_by=day("2026-11-25"), appealed=appealed)
        for on in ("2026-11-22", "2026-12-24", "2028-06-01"):
            a = assess(ruled(ruling), day(on), law())
            facts = [fact for duty in a.duties for fact in rulings.remarks(w, law(), duty)]
            assert all(text and "{" not in text for fact in facts for text in fact)


# After the ordinary term and before the court's day: KoAP 832(2), 834(4)


def test_it_is_said_that_a_late_complaint_may_still_stop_an_expulsion() -> None:
    found = told(expulsion("2026-12-20"), "2026-12-10", "suspend")
    text = found["After the ordinary term"]
    assert "before 20 Dec 2026, the day that the court set" in text
    assert text.endswith("certainty medium.")


def test_in_the_ordinary_term_alone_nothing_of_it_is_said() -> None:
    assert told(expulsion("2026-11-25"), "2026-11-21", "suspend") == {}


def test_a_complaint_against_a_decision_is_best_filed_before_the_day_to_leave() -> None:
    cut = Ruling(kind="shortened", served=day("2026-11-20"), leave_by=day("2026-12-05"))
    text = told(cut, "2026-11-21", "complaint")["Stopping the decision"]
    assert "Certainty: low." in text
    assert text.endswith("File it before 5 Dec 2026, the day to leave.")
