"""How long a stay may be, and why no longer."""

from __future__ import annotations

import pytest

from kzstay.core.case import Ruling, Traveller
from kzstay.core.plan import Longest, longest_stay
from kzstay.texts import law as law_texts
from kzstay.texts import plans
from tests.core.builders import expulsion, readmission, ruled
from tests.helpers import day, permit, plain, stay, traveller
from tests.texts.plans.plan_words import EN, banned, pair
from tests.trips import NEEDED, NEXT, USED_UP

LF = "Law on the Legal Status of Foreigners"


def told(who: Traveller, entry: str) -> list[str]:
    """Say how long and why no longer."""
    reckoning, first = pair(who).safe, day(entry)
    found = longest_stay(reckoning, first)
    lines = (
        plans.longest(EN, first, found),
        plans.limited(EN, reckoning, first, found),
        plans.history(EN, first, found),
    )
    return [plain(line) for line in lines if line]


@pytest.mark.parametrize(
    ("who", "entry", "lines"),
    [
        (
            traveller("DE"),
            "2026-12-01",
            ["Up to 30 days, until Wednesday, 30 December 2026", "Limited by the term of one entry."],
        ),
        (
            NEEDED,
            "2026-12-01",
            [
                "Up to 7 days, until Monday, 7 December 2026",
                "Limited by your stay of 2 Jan 2027 – 24 Jan 2027: it needs the days.",
                "Without your later stays: up to 30 days, until 30 December 2026.",
            ],
        ),
        (
            NEXT,
            "2026-12-01",
            [
                "Up to 10 days, until Thursday, 10 December 2026",
                "Limited by your next stay, which begins on Friday, 11 December 2026.",
                "Without your later stays: up to 30 days, until 30 December 2026.",
            ],
        ),
        (
            USED_UP,
            "2026-11-25",
            ["No stay can begin on this day", "Limited by the days allowed in the rolling period."],
        ),
        (
            NEXT,
            "2026-12-15",
            ["No stay can begin on this day", "This day lies within your stay of 11 Dec 2026 – 20 Dec 2026."],
        ),
        (
            traveller("DE", stay("2026-11-11")),
            "2026-12-01",
            [
                "No stay can begin on this day",
                (
                    "Your stay of 11 Nov 2026 has no exit yet, so it is taken to last as long as it may. "
                    "Enter its exit to plan what follows."
                ),
            ],
        ),
        (
            traveller("PK"),
            "2026-12-01",
            ["No stay can begin on this day", "A visa is needed for this citizenship and passport."],
        ),
        (
            traveller("PK", permits=[permit("2026-12-01", "2026-12-31")]),
            "2026-12-22",
            [
                "Up to 10 days, until Thursday, 31 December 2026",
                "Limited by the term or the days of the permit.",
            ],
        ),
        (
            banned(traveller("DE")),
            "2026-12-01",
            ["No stay can begin on this day", "Entry is banned to the end of 10 March 2031"],
        ),
    ],
)
def test_the_longest_stay_is_told_with_what_limits_it(who: Traveller, entry: str, lines: list[str]) -> None:
    assert told(who, entry) == lines


def test_a_later_stay_that_needs_something_else_than_days_is_named_too() -> None:
    reckoning = pair(NEEDED).safe
    assert (
        plans.limited(EN, reckoning, day("2026-12-01"), Longest(3, "permit", 30, 2))
        == "Limited by your stay of 2 Jan 2027 – 24 Jan 2027: it has to remain lawful."
    )


def test_the_usual_count_is_told_where_it_gives_another_stay() -> None:
    entry = day("2026-12-01")
    strict = Longest(15, "rolling", 15)
    assert plans.usual(EN, entry, strict, strict) == ""
    assert (
        plain(plans.usual(EN, entry, strict, Longest(16, "rolling", 16)))
        == "By the usual count: up to 16 days, until 16 December 2026."
    )
    assert plans.usual(EN, entry, None, None) == ""
    assert plans.usual(EN, entry, strict, None) == "By the usual count no stay can begin on this day."


@pytest.mark.parametrize(
    ("who", "entry", "expected"),
    [
        (NEEDED, "2026-12-01", "30 days from the day of entry · 60 of 90 days used in 180 days"),
        (traveller("PK"), "2026-12-01", ""),
        (traveller("PK", permits=[permit("2026-12-01", "2026-12-31")]), "2026-12-01", ""),
        (NEXT, "2026-12-15", ""),
    ],
)
def test_the_limits_are_told_with_what_is_used_of_them(who: Traveller, entry: str, expected: str) -> None:
    assert plans.facts(EN, pair(who).safe, day(entry)) == expected


@pytest.mark.parametrize(
    ("who", "entry", "begin"),
    [
        (NEEDED, "2026-12-01", "Law on Migration of Population, art. 6, para. 4; "),
        (traveller("DE"), "2026-12-01", "Law on Migration of Population, art. 6, para. 4; "),
        (traveller("PK"), "2026-12-01", "Government Decree 148"),
        (banned(traveller("DE")), "2026-12-01", "Law on the Legal Status of Foreigners"),
        (ruled(traveller("DE"), readmission("2026-11-20")), "2026-12-01", f"{LF}, art. 22"),
        (ruled(traveller("DE"), expulsion("2026-11-20")), "2026-12-01", f"{LF}, art. 22"),
    ],
)
def test_the_law_is_cited_with_how_certain_it_is(who: Traveller, entry: str, begin: str) -> None:
    reckoning, first = pair(who).safe, day(entry)
    cited = plain(plans.basis(EN, reckoning, first, longest_stay(reckoning, first)))
    assert cited.startswith(begin)
    assert "Certainty: " in cited


@pytest.mark.parametrize(
    ("who", "entry"),
    [
        (NEXT, "2026-12-01"),  # another stay is in the way, which no act says
        (NEXT, "2026-12-15"),
        (traveller("PK", permits=[permit("2026-12-01", "2026-12-31")]), "2026-12-01"),
    ],
)
def test_no_law_is_cited_where_it_is_not_the_law_that_limits(who: Traveller, entry: str) -> None:
    reckoning, first = pair(who).safe, day(entry)
    assert plans.basis(EN, reckoning, first, longest_stay(reckoning, first)) == ""


def test_the_general_limit_is_cited_where_a_treaty_names_no_period() -> None:
    """90 days a treaty gives without a window: by the strict count the general 90 in 180 holds too."""
    who = traveller("IN", stay("2026-08-01", "2026-08-30"), stay("2026-09-01", "2026-10-30"), passport="service")
    reckoning, entry = pair(who).safe, day("2026-11-25")
    found = longest_stay(reckoning, entry)
    assert found is not None
    assert found.because == "rolling"
    general = plain(plans.basis(EN, reckoning, entry, found))
    assert general != plain(plans.basis(EN, reckoning, entry, Longest(30, "per-entry", 30)))


def test_a_stay_that_nothing_is_known_of_has_no_law() -> None:
    reckoning = pair(traveller("PK")).safe
    assert plans.basis(EN, reckoning, day("2026-12-01"), Longest(0, "rolling", 0)) == ""


@pytest.mark.parametrize(
    ("country", "question", "articles"),
    [
        ("UA", "first-entry-window", "Protocol with Ukraine"),
        ("TR", None, "Government Decree 148"),
        ("GE", "treaty-without-window", "Law on Migration"),
    ],
)
def test_a_limit_that_holds_by_an_open_question_is_told_with_it(
    country: str, question: str | None, articles: str
) -> None:
    # sixty days of 180, in two periods by the treaty with Ukraine, so that the general limit decides
    stays = [stay("2026-02-01", "2026-02-02"), stay("2026-07-10", "2026-08-08"), stay("2026-09-01", "2026-09-30")]
    reckoning, entry = pair(traveller(country, *stays)).safe, day("2026-12-01")
    found = longest_stay(reckoning, entry)
    assert found is not None
    assert (found.days, found.because) == (30, "rolling")
    told = plans.basis(EN, reckoning, entry, found)
    assert articles in told
    assert told.endswith("Certainty: medium." if question else "Certainty: high.")
    assert question is None or told.startswith(law_texts.question(EN, question))


def test_before_the_day_of_an_order_is_entered_no_entry_is_told_of() -> None:
    cut = Ruling(kind="shortened", served=day("2026-11-20"))
    assert told(ruled(traveller("RU", stay("2026-10-01")), cut), "2027-01-10") == [
        "No stay can begin on this day",
        "The next entry cannot be told before the day to leave by is entered",
    ]
