"""What a plan says, the same for the window and the command line."""

from __future__ import annotations

from datetime import date

import pytest

from kzstay.bundled import law
from kzstay.core.assess import reckon
from kzstay.core.case import Ruling, Traveller
from kzstay.core.days import Span
from kzstay.core.plan import Breach, Longest, earliest_entry, longest_stay, openings, trip
from kzstay.core.readings import Both
from kzstay.core.reckoning import Reckoning
from kzstay.i18n import LANGUAGES, Language
from kzstay.texts import plans
from kzstay.texts.words import words
from tests.helpers import day, permit, span, stay, traveller

EN = words("en")
ON = day("2026-11-22")
# 90 in 180: 60 days are used, 23 of the 30 left are planned for January
NEEDED = traveller(
    "DE", stay("2026-08-01", "2026-08-30"), stay("2026-09-05", "2026-10-04"), stay("2027-01-02", "2027-01-24")
)
USED_UP = traveller(
    "DE", stay("2026-08-01", "2026-08-30"), stay("2026-09-01", "2026-09-30"), stay("2026-10-02", "2026-10-31")
)
NEXT = traveller("DE", stay("2026-12-11", "2026-12-20"))


def plain(text: str) -> str:
    return text.replace("\N{NO-BREAK SPACE}", " ")


def pair(who: Traveller) -> Both[Reckoning]:
    return reckon(who, ON, law())


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


def judged(who: Traveller, entry: str, leaving: str) -> list[str]:
    """Say how a trip stands and why."""
    reckoning = pair(who).safe
    found = trip(reckoning, day(entry), day(leaving))
    lines = [plans.verdict(EN, found), *plans.obstacles(EN, reckoning, found), plans.shared(EN, reckoning, found)]
    return [plain(line) for line in lines if line]


def banned(who: Traveller) -> Traveller:
    ruling = Ruling(kind="expulsion", served=day("2026-03-01"), executed=day("2026-03-10"))
    return Traveller(name=who.name, citizenship=who.citizenship, rulings=(ruling,))


# How long, and why no longer


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
                "By history alone: up to 30 days, until 30 December 2026.",
            ],
        ),
        (
            NEXT,
            "2026-12-01",
            [
                "Up to 10 days, until Thursday, 10 December 2026",
                "Limited by your next stay, which begins on Friday, 11 December 2026.",
                "By history alone: up to 30 days, until 30 December 2026.",
            ],
        ),
        (
            USED_UP,
            "2026-11-25",
            ["No stay is possible from this day", "Limited by the days of the period that is looked back on."],
        ),
        (
            NEXT,
            "2026-12-15",
            ["No stay is possible from this day", "This day lies within your stay of 11 Dec 2026 – 20 Dec 2026."],
        ),
        (
            traveller("DE", stay("2026-11-11")),
            "2026-12-01",
            [
                "No stay is possible from this day",
                (
                    "Your stay of 11 Nov 2026 has no exit yet, so it is taken to last as long as it may. "
                    "Enter its exit to plan what follows."
                ),
            ],
        ),
        (
            traveller("PK"),
            "2026-12-01",
            ["No stay is possible from this day", "A visa is needed for this citizenship and passport."],
        ),
        (
            traveller("PK", permits=[permit("2026-12-01", "2026-12-31")]),
            "2026-12-22",
            ["Up to 10 days, until Thursday, 31 December 2026", "Limited by the end of the permit."],
        ),
        (
            banned(traveller("DE")),
            "2026-12-01",
            ["No stay is possible from this day", "An entry ban holds to the end of 10 March 2031."],
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
    assert plans.usual(EN, entry, strict, None) == "By the usual count no stay is possible."


@pytest.mark.parametrize(
    ("who", "entry", "expected"),
    [
        (NEEDED, "2026-12-01", "30 days from the day of entry · 60 of 90 days used in 180"),
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


# The trip asked for


@pytest.mark.parametrize(
    ("who", "entry", "leaving", "lines"),
    [
        (
            NEEDED,
            "2026-12-01",
            "2026-12-07",
            ["The trip of 7 days, 1 Dec 2026 – 7 Dec 2026, is possible."],
        ),
        (NEEDED, "2026-12-01", "2026-12-01", ["The trip of 1 day, 1 Dec 2026, is possible."]),
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
                "The trip of 11 days, 1 Dec 2026 – 11 Dec 2026, is possible.",
                "You leave and come back on one day, 11 December 2026: your next stay begins then.",
            ],
        ),
        (
            USED_UP,
            "2026-11-25",
            "2026-11-26",
            [
                "The trip of 2 days, 25 Nov 2026 – 26 Nov 2026, is not possible.",
                "The day of entry is over the limit already (the days of the period that is looked back on).",
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
                "An entry ban holds to the end of 10 March 2031.",
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
        "The trip of 6 days, 5 Dec 2026 – 10 Dec 2026, is possible."
    ]


def test_a_broken_stay_without_an_exit_is_named_by_its_entry() -> None:
    reckoning = pair(traveller("DE", stay("2026-12-11"))).safe
    broken = Breach(0, day("2026-12-11"), day("2026-12-11"), "stay")
    assert plans.broken(EN, reckoning, broken) == "It overlaps your stay of 11 Dec 2026."


# When it fits


def test_the_earliest_entry_is_told_with_the_days_asked_for() -> None:
    assert plain(plans.earliest(EN, day("2027-01-25"), 12)) == (
        "Earliest entry for a trip of 12 days: Monday, 25 January 2027"
    )
    assert plain(plans.earliest(EN, day("2027-01-25"))) == "Earliest entry: Monday, 25 January 2027"


def test_a_trip_that_never_fits_is_said_not_to() -> None:
    reckoning = pair(traveller("DE")).safe
    assert earliest_entry(reckoning, 31, ON) is None
    assert plans.earliest(EN, None, 31) == "No entry allows a trip of 31 days."
    assert plans.earliest(EN, None) == "No later entry is possible either."


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


# Days that come back


def test_days_come_back_in_order_with_the_stay_that_gave_them() -> None:
    reckoning = pair(NEEDED).usual
    back = plans.coming_back(reckoning, day("2026-12-01"))
    assert [plain(plans.returned(EN, reckoning, one)) for one in back] == [
        "28 Jan – 26 Feb: 30 days of your stay of 1 Aug – 30 Aug",
        "4 Mar – 2 Apr: 30 days of your stay of 5 Sep – 4 Oct",
    ]
    assert plain(plans.returned_later(EN, back)) == "and 60 more days until 2 Apr 2027"


def test_a_single_day_comes_back_on_one_day() -> None:
    reckoning = pair(traveller("DE", stay("2026-08-01", "2026-08-01"))).usual
    (back,) = plans.coming_back(reckoning, day("2026-12-01"))
    assert plain(plans.returned(EN, reckoning, back)) == "28 Jan: 1 day of your stay of 1 Aug"


def test_no_day_comes_back_where_no_limit_looks_back() -> None:
    assert plans.coming_back(pair(traveller("PK")).safe, day("2026-12-01")) == []


# What is typed


@pytest.mark.parametrize(("text", "days"), [("1", 1), (" 14 ", 14), ("007", 7), ("999999", 999_999)])
def test_a_number_of_days_is_read(text: str, days: int) -> None:
    assert plans.read_days(text) == days


@pytest.mark.parametrize("text", ["", "0", "-3", "+3", "2.5", "two", "1e3", "١٤", "1" * 5000])
def test_what_is_no_number_of_days_is_not_read(text: str) -> None:
    assert plans.read_days(text) is None


def test_a_trip_ends_in_a_year_that_a_case_may_hold() -> None:
    assert plans.most_days(date(2199, 12, 31)) == 1


def test_what_is_no_number_is_quoted() -> None:
    assert plans.not_a_number_of_days(EN, "two") == "“two” is not a number of days. Enter it like 14."


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_is_made_in_every_language(language: Language) -> None:
    w = words(language)
    for who in (NEEDED, NEXT, USED_UP, traveller("PK"), banned(traveller("DE"))):
        reckoning = pair(who).safe
        for entry in (day("2026-12-01"), day("2026-12-15")):
            found, asked = longest_stay(reckoning, entry), trip(reckoning, entry, day("2027-01-20"))
            lines = [
                plans.longest(w, entry, found),
                plans.limited(w, reckoning, entry, found),
                plans.history(w, entry, found),
                plans.facts(w, reckoning, entry),
                plans.basis(w, reckoning, entry, found),
                plans.verdict(w, asked),
                *plans.obstacles(w, reckoning, asked),
                *(plans.returned(w, reckoning, one) for one in plans.coming_back(reckoning, entry)),
            ]
            assert not [line for line in lines if "{" in line]
