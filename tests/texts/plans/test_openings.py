"""When a trip fits."""

from __future__ import annotations

import pytest

from kzstay.core.case import Traveller
from kzstay.core.days import Span
from kzstay.core.plan import earliest_entry, openings
from kzstay.texts import plans
from tests.helpers import day, plain, span, traveller
from tests.texts.plans.plan_words import EN, ON, pair
from tests.trips import NEXT


def test_the_earliest_entry_is_told_with_the_days_asked_for() -> None:
    assert plain(plans.earliest(EN, day("2027-01-25"), 12)) == (
        "Earliest entry for a trip of 12 days: Monday, 25 January 2027"
    )
    assert plain(plans.earliest(EN, day("2027-01-25"))) == "Earliest entry: Monday, 25 January 2027"


def test_a_trip_that_never_fits_is_said_not_to() -> None:
    reckoning = pair(traveller("DE")).safe
    assert earliest_entry(reckoning, 31, ON) is None
    assert plans.earliest(EN, None, 31) == "No entry allows a trip of 31 days."
    assert plans.earliest(EN, None) == "No later day allows an entry either."


@pytest.mark.parametrize(
    ("who", "days", "between", "expected"),
    [
        (
            traveller("DE"),
            10,
            span("2026-12-01", "2026-12-20"),
            "A trip of 10 days fits if you enter between 1 December 2026 and 11 December 2026.",
        ),
        (
            traveller("DE"),
            20,
            span("2026-12-01", "2026-12-20"),
            "A trip of 20 days fits if you enter on 1 December 2026.",
        ),
        (traveller("DE"), 21, span("2026-12-01", "2026-12-20"), "No trip of 21 days fits between these days."),
        (
            NEXT,
            10,
            span("2026-12-01", "2026-12-31"),
            (
                "A trip of 10 days fits if you enter on one of these days: "
                "1 Dec 2026 – 2 Dec 2026, 21 Dec 2026 – 22 Dec 2026."
            ),
        ),
        (traveller("PK"), 1, span("2026-12-01", "2026-12-31"), "No trip of 1 day fits between these days."),
    ],
)
def test_openings_are_told_by_the_days_of_entry(who: Traveller, days: int, between: Span, expected: str) -> None:
    found = openings(pair(who).safe, days, between.first, between.last)
    assert plain(plans.openings(EN, found, days)) == expected
