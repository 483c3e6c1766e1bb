"""How the trip that is asked for stands, and why."""

from __future__ import annotations

import pytest

from kzstay.core.case import Traveller
from kzstay.core.plan import Breach, trip
from kzstay.texts import plans
from tests.helpers import day, permit, plain, stay, traveller
from tests.texts.plans.plan_words import EN, banned, pair
from tests.trips import NEEDED, NEXT, USED_UP


def judged(who: Traveller, entry: str, leaving: str) -> list[str]:
    """Say how a trip stands and why."""
    reckoning = pair(who).safe
    found = trip(reckoning, day(entry), day(leaving))
    lines = [plans.verdict(EN, found), *plans.obstacles(EN, reckoning, found), plans.shared(EN, reckoning, found)]
    return [plain(line) for line in lines if line]


@pytest.mark.parametrize(
    ("who", "entry", "leaving", "lines"),
    [
        (
            NEEDED,
            "2026-12-01",
            "2026-12-07",
            ["By the days, the trip of 7 days, 1 Dec 2026 – 7 Dec 2026, is possible."],
        ),
        (NEEDED, "2026-12-01", "2026-12-01", ["By the days, the trip of 1 day, 1 Dec 2026, is possible."]),
        (
            NEEDED,
            "2026-12-01",
            "2026-12-12",
            [
                "The trip of 12 days, 1 Dec 2026 – 12 Dec 2026, is not possible.",
                "Your stay of 2 Jan 2027 – 24 Jan 2027 would no longer be lawful from 20 January 2027 on.",
            ],
        ),
        (
            traveller("DE"),
            "2026-12-01",
            "2027-01-02",
            [
                "The trip of 33 days, 1 Dec 2026 – 2 Jan 2027, is not possible.",
                "It is 3 days too long: the last lawful day is 30 December 2026 (the term of one entry).",
            ],
        ),
        (
            NEXT,
            "2026-12-01",
            "2026-12-12",
            [
                "The trip of 12 days, 1 Dec 2026 – 12 Dec 2026, is not possible.",
                "It overlaps your stay of 11 Dec 2026 – 20 Dec 2026.",
            ],
        ),
        (
            NEXT,
            "2026-12-15",
            "2026-12-16",
            [
                "The trip of 2 days, 15 Dec 2026 – 16 Dec 2026, is not possible.",
                "This day lies within your stay of 11 Dec 2026 – 20 Dec 2026.",
            ],
        ),
        (
            NEXT,
            "2026-12-01",
            "2026-12-11",
            [
                "By the days, the trip of 11 days, 1 Dec 2026 – 11 Dec 2026, is possible.",
                "You leave and come back on one day, 11 December 2026: your next stay begins then.",
            ],
        ),
        (
            USED_UP,
            "2026-11-25",
            "2026-11-26",
            [
                "The trip of 2 days, 25 Nov 2026 – 26 Nov 2026, is not possible.",
                "The limit is already used up on the day of entry (the days allowed in the rolling period).",
            ],
        ),
        (
            traveller("PK"),
            "2026-12-01",
            "2026-12-02",
            [
                "The trip of 2 days, 1 Dec 2026 – 2 Dec 2026, is not possible.",
                "A visa is needed for this citizenship and passport.",
            ],
        ),
        (
            banned(traveller("DE")),
            "2026-12-01",
            "2026-12-02",
            [
                "The trip of 2 days, 1 Dec 2026 – 2 Dec 2026, is not possible.",
                "Entry is banned to the end of 10 March 2031",
            ],
        ),
    ],
)
def test_a_trip_is_judged_with_every_reason(who: Traveller, entry: str, leaving: str, lines: list[str]) -> None:
    assert judged(who, entry, leaving) == lines


def test_a_trip_that_the_usual_count_allows_is_said_to_be() -> None:
    reckoning = pair(traveller("DE")).safe
    found = trip(reckoning, day("2026-12-01"), day("2027-01-02"))
    assert plans.obstacles(EN, reckoning, found, by_usual=True)[-1] == "By the usual count it is possible."


def test_a_later_stay_without_a_visa_free_term_is_no_worse_for_a_trip() -> None:
    """The February stay needs a visa with or without the trip in December."""
    who = traveller("PK", stay("2027-02-01", "2027-02-10"), permits=[permit("2026-12-01", "2026-12-31")])
    assert judged(who, "2026-12-05", "2026-12-10") == [
        "By the days, the trip of 6 days, 5 Dec 2026 – 10 Dec 2026, is possible."
    ]


def test_a_broken_stay_without_an_exit_is_named_by_its_entry() -> None:
    reckoning = pair(traveller("DE", stay("2026-12-11"))).safe
    broken = Breach(0, day("2026-12-11"), day("2026-12-11"), "stay")
    assert plans.broken(EN, reckoning, broken) == "It overlaps your stay of 11 Dec 2026."
