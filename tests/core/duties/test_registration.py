"""Registration: by the 30th day, regimes of more than 30 days, entries from 1 July 2026.

Safe: the day of entry is the first (order 923, kt.kz 26.11.2025); usual: the 30th day after crossing (ML 6(5)).
"""

from __future__ import annotations

from typing import Literal

import pytest

from kzstay.core.case import PassportKind, Stay, Traveller
from kzstay.core.duties import open_questions
from tests.core.builders import SAFE, USUAL
from tests.core.duties.duty_finder import due, find, only, states
from tests.helpers import permit, stay, traveller


@pytest.mark.parametrize(
    ("country", "passport", "entry", "safe", "usual"),
    [
        ("RU", "national", "2026-07-01", "2026-07-30", "2026-07-31"),
        ("BY", "service", "2026-07-02", "2026-07-31", "2026-08-01"),
        ("KG", "national", "2026-12-15", "2027-01-13", "2027-01-14"),  # over the year's end
        ("AM", "national", "2028-02-01", "2028-03-01", "2028-03-02"),  # over a leap day
        ("AM", "national", "2027-02-01", "2027-03-02", "2027-03-03"),  # over none
        ("TR", "national", "2026-07-15", "2026-08-13", "2026-08-14"),
    ],
)
def test_who_may_stay_longer_than_30_days_registers_by_the_30th(
    country: str, passport: PassportKind, entry: str, safe: str, usual: str
) -> None:
    person = traveller(country, stay(entry), passport=passport)
    assert due("registration", person, entry) == (safe, usual)


@pytest.mark.parametrize(
    ("country", "passport", "entry", "why"),
    [
        ("DE", "national", "2026-07-01", "30 days an entry"),
        ("CN", "national", "2026-07-01", "30 days an entry"),
        ("CN", "service", "2026-07-01", "30 days an entry"),
        ("KR", "national", "2026-07-01", "30 days an entry"),
        ("IN", "national", "2026-07-01", "14 days an entry"),
        ("PK", "national", "2026-07-01", "no regime"),
    ],
)
def test_nobody_else_registers(country: str, passport: PassportKind, entry: str, why: str) -> None:
    assert find("registration", traveller(country, stay(entry), passport=passport), entry) == [], why


@pytest.mark.parametrize(
    ("country", "held", "entry", "why"),
    [
        ("PK", ("2026-07-01", "2026-12-31", "visa"), "2026-07-01", "a visa of half a year, and no regime"),
        ("DE", ("2026-07-01", "2026-08-29", "visa"), "2026-07-01", "a visa of 60 days"),
        ("RU", ("2026-06-01", "2026-12-31", "rvp"), "2026-07-01", "a residence permit"),
        ("RU", ("2026-06-20", "2026-07-10", "rvp"), "2026-07-01", "entered on one, ended before the day"),
        ("RU", ("2026-07-20", "2026-12-31", "rvp"), "2026-07-01", "one that began before the day came"),
        ("UZ", None, "2026-07-01", "30 days an entry by the treaty; one.uz 27401 names it"),
        ("RU", None, "2026-06-15", "entered before order 923"),
    ],
)
def test_of_whom_it_is_open_the_strict_reading_says_to_ask(
    country: str, held: tuple[str, str, Literal["visa", "rvp"]] | None, entry: str, why: str
) -> None:
    person = traveller(country, stay(entry), permits=[permit(*held)] if held else [])
    assert states("registration", person, "2026-07-05") == ("open", "waived"), why
    for reading, reason in ((SAFE, "ask"), (USUAL, "not-asked")):
        found = only("registration", person, "2026-07-05", reading)
        assert (found.reason, found.certainty) == (reason, "medium"), why
        assert open_questions(person, found)[0] == "registration-bound"


@pytest.mark.parametrize(
    ("person", "why"),
    [
        (
            traveller("PK", stay("2026-07-01"), permits=[permit("2026-07-01", "2026-07-30")]),
            "30 days are not more",
        ),
        (traveller("RU", stay("2026-06-15", "2026-06-30")), "left before the order"),
        (traveller("RU", stay("2026-06-15", "2026-07-14")), "30 days in all"),
        (traveller("DE", stay("2026-06-15")), "30 days an entry"),
        (
            traveller("RU", stay("2026-06-15"), permits=[permit("2026-06-01", "2026-12-31", "rvp")]),
            "on a permit before the order",
        ),
        (traveller("UZ", stay("2026-07-01", "2026-07-20")), "a short stay"),
        (traveller("UZ", stay("2026-07-01", "2026-08-05")), "gone"),
    ],
)
def test_who_has_nothing_to_ask_is_told_nothing(person: Traveller, why: str) -> None:
    assert find("registration", person, "2026-09-01") == [], why


def test_who_was_here_when_the_order_came_has_its_first_day_at_least() -> None:
    person = traveller("RU", stay("2026-05-10"))
    assert due("registration", person, "2026-07-01") == ("2026-07-01", "2026-07-01")
    assert states("registration", person, "2026-07-02") == ("unrecorded", "waived")


def test_who_lives_here_permanently_is_registered_at_home() -> None:
    person = traveller("RU", stay("2026-07-01"), permits=[permit("2026-06-01", "2036-05-31", "residence")])
    found = only("registration", person, "2026-07-05")
    assert (found.state, found.reason) == ("waived", "permit")


@pytest.mark.parametrize(
    ("on", "plan", "expected"),
    [
        # entered on 1 July: due on 30 July (safe) or 31 July (usual)
        ("2026-07-30", stay("2026-07-01"), ("open", "open")),
        ("2026-07-31", stay("2026-07-01"), ("unrecorded", "open")),
        ("2026-08-01", stay("2026-07-01"), ("unrecorded", "unrecorded")),
        ("2026-07-20", stay("2026-07-01", registered="2026-07-15"), ("done", "done")),
        ("2026-08-20", stay("2026-07-01", registered="2026-07-31"), ("done-late", "done")),
        ("2026-08-20", stay("2026-07-01", registered="2026-08-01"), ("done-late", "done-late")),
        # 30 days in all, 1 to 30 July, are not more than 30; 31 days are
        ("2026-07-10", stay("2026-07-01", "2026-07-01"), ("waived", "waived")),
        ("2026-07-10", stay("2026-07-01", "2026-07-30"), ("waived", "waived")),
        ("2026-07-10", stay("2026-07-01", "2026-07-31"), ("open", "open")),
        ("2026-08-20", stay("2026-07-01", "2026-07-31"), ("unrecorded", "unrecorded")),
        ("2026-07-20", stay("2026-07-01", "2026-07-20", registered="2026-07-05"), ("done", "done")),
    ],
)
def test_registration_is_open_done_not_recorded_or_waived_for_a_short_stay(
    on: str, plan: Stay, expected: tuple[str, str]
) -> None:
    person = traveller("RU", plan)
    assert states("registration", person, on) == expected
    assert only("registration", person, on).reason == ("short-stay" if expected[0] == "waived" else None)


def test_of_who_stayed_longer_than_the_days_of_registration_nothing_is_recorded() -> None:
    person = traveller("RU", stay("2026-07-01", "2026-08-15"))
    assert only("registration", person, "2026-09-01").state == "unrecorded"


def test_a_registration_dated_before_the_entry_counts_for_nothing() -> None:
    early, untold = (
        traveller("RU", stay("2026-07-01", registered="2026-06-30")),
        traveller("RU", stay("2026-07-01")),
    )
    for on in ("2026-07-02", "2026-08-15"):
        assert find("registration", early, on) == find("registration", untold, on)
    assert states("registration", early, "2026-08-15") == ("unrecorded", "unrecorded")
