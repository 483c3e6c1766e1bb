"""Where every word of a scene stands."""

from __future__ import annotations

from datetime import timedelta

from kzstay.drawing.labels import MIDDLE, OVER_LANE
from kzstay.drawing.proposal import Proposal
from kzstay.drawing.scale import Scale
from kzstay.drawing.scene import build
from kzstay.drawing.shapes import Label
from kzstay.drawing.written import MOST_ABOVE
from kzstay.texts.words import words
from tests.drawing.anybody import ON, answered
from tests.helpers import permit, stay, traveller

EN = words("en")
HERE = traveller("DE", stay("2026-11-11"))


def labels(
    who: object = HERE, days: int = 300, proposal: Proposal | None = None, *, width: float = 1000
) -> list[Label]:
    scale = Scale.showing(ON - timedelta(days), ON + timedelta(100), width)
    return build(answered(who), scale, 310, EN, proposal=proposal).labels  # pyright: ignore[reportArgumentType]


def of(text: str, found: list[Label]) -> Label:
    (label,) = [label for label in found if label.text == text]
    return label


def test_days_that_are_left_say_so_on_their_frame_or_above_it() -> None:
    assert of("18 left", labels()).y == MIDDLE
    assert of("18 left", labels(days=900)).y == OVER_LANE


def test_a_plan_that_is_narrow_bears_its_days_above_it() -> None:
    plan = traveller("DE", stay("2027-01-10", "2027-01-12"))
    assert of("3", labels(plan)).y == OVER_LANE
    # Where a permit is drawn there, the narrow plan has a word to who points at it alone
    covered = traveller("DE", stay("2027-01-10", "2027-01-12"), permits=[permit("2026-11-01", "2027-06-01")])
    assert "3" not in [label.text for label in labels(covered)]


def test_short_stays_of_the_past_that_went_well_need_no_word_above_them() -> None:
    assert "2" not in [label.text for label in labels(traveller("DE", stay("2026-05-10", "2026-05-11")))]


def test_a_stay_under_a_trip_in_mind_says_nothing_through_it() -> None:
    thought = Proposal(entry=ON + timedelta(3), last=ON + timedelta(30), exit=ON + timedelta(30))
    found = labels(proposal=thought)
    assert of("18 left", found).y == OVER_LANE
    assert of("28 days?", found).y == MIDDLE


def test_a_short_trip_in_mind_has_its_days_too() -> None:
    thought = Proposal(entry=ON + timedelta(40), last=ON + timedelta(42), exit=ON + timedelta(42))
    assert "3 days?" in [label.text for label in labels(proposal=thought)]


def test_where_plans_stand_close_no_number_is_set_beside_another_ones() -> None:
    plans = [ON + timedelta(10 + 12 * number) for number in range(MOST_ABOVE + 10)]
    who = traveller("DE", *(stay(on.isoformat(), on.isoformat()) for on in plans))
    scale = Scale.showing(ON - timedelta(300), plans[-1] + timedelta(30), 1000)
    found = build(answered(who), scale, 310, EN).labels
    assert not [label for label in found if label.y == OVER_LANE]
