"""Registration: by the 30th day, regimes of more than 30 days, entries from 1 July 2026.

Safe: the day of entry is the first (order 923, kt.kz 26.11.2025); usual: the 30th day after crossing (ML 6(5)).
"""

from __future__ import annotations

import pytest

from kzstay.core.case import PassportKind, Stay
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
        ("RU", "national", "2026-06-30", "order 923 is in force from 1 July 2026"),
        ("DE", "national", "2026-07-01", "30 days an entry"),
        ("UZ", "national", "2026-07-01", "30 days an entry by the treaty"),
        ("CN", "national", "2026-07-01", "30 days an entry"),
        ("CN", "service", "2026-07-01", "30 days an entry"),
        ("KR", "national", "2026-07-01", "30 days an entry"),
        ("IN", "national", "2026-07-01", "14 days an entry"),
        ("PK", "national", "2026-07-01", "no regime"),
    ],
)
def test_nobody_else_registers(country: str, passport: PassportKind, entry: str, why: str) -> None:
    assert find("registration", traveller(country, stay(entry), passport=passport), entry) == [], why


def test_on_a_visa_without_a_regime_nothing_is_said_of_registration() -> None:
    person = traveller("PK", stay("2026-07-01"), permits=[permit("2026-07-01", "2026-12-31")])
    assert find("registration", person, "2026-07-10") == []


@pytest.mark.parametrize(
    ("on", "plan", "expected"),
    [
        # entered on 1 July: due on 30 July (safe) or 31 July (usual)
        ("2026-07-30", stay("2026-07-01"), ("open", "open")),
        ("2026-07-31", stay("2026-07-01"), ("missed", "open")),
        ("2026-08-01", stay("2026-07-01"), ("missed", "missed")),
        ("2026-07-20", stay("2026-07-01", registered="2026-07-15"), ("done", "done")),
        ("2026-08-20", stay("2026-07-01", registered="2026-07-31"), ("done-late", "done")),
        ("2026-08-20", stay("2026-07-01", registered="2026-08-01"), ("done-late", "done-late")),
        # 30 days in all, 1 to 30 July, are not more than 30; 31 days are
        ("2026-07-10", stay("2026-07-01", "2026-07-01"), ("waived", "waived")),
        ("2026-07-10", stay("2026-07-01", "2026-07-30"), ("waived", "waived")),
        ("2026-07-10", stay("2026-07-01", "2026-07-31"), ("open", "open")),
        ("2026-08-20", stay("2026-07-01", "2026-07-31"), ("missed", "missed")),
        ("2026-07-20", stay("2026-07-01", "2026-07-20", registered="2026-07-05"), ("done", "done")),
    ],
)
def test_registration_is_open_done_missed_or_waived_for_a_short_stay(
    on: str, plan: Stay, expected: tuple[str, str]
) -> None:
    person = traveller("RU", plan)
    assert states("registration", person, on) == expected
    assert only("registration", person, on).reason == ("short-stay" if expected[0] == "waived" else None)


def test_registration_is_waived_under_a_permit() -> None:
    person = traveller("RU", stay("2026-07-01"), permits=[permit("2026-06-01", "2026-12-31", "rvp")])
    found = only("registration", person, "2026-09-01")
    assert (found.state, found.reason) == ("waived", "permit")


def test_who_stayed_longer_than_the_days_of_registration_missed_it_though_gone() -> None:
    assert only("registration", traveller("RU", stay("2026-07-01", "2026-08-15")), "2026-09-01").state == "missed"


@pytest.mark.parametrize(
    ("first", "until"),
    [
        ("2026-06-20", "2026-07-10"),  # entered on it, ended before the day
        ("2026-07-20", "2026-12-31"),  # began before the day came
    ],
)
def test_a_permit_on_the_day_of_entry_or_on_the_last_day_waives_registration(first: str, until: str) -> None:
    person = traveller("RU", stay("2026-07-01"), permits=[permit(first, until, "rvp")])
    found = only("registration", person, "2026-07-05")
    assert (found.state, found.reason) == ("waived", "permit")


def test_a_registration_dated_before_the_entry_counts_for_nothing() -> None:
    early, untold = (
        traveller("RU", stay("2026-07-01", registered="2026-06-30")),
        traveller("RU", stay("2026-07-01")),
    )
    for on in ("2026-07-02", "2026-08-15"):
        assert find("registration", early, on) == find("registration", untold, on)
    assert states("registration", early, "2026-08-15") == ("missed", "missed")
