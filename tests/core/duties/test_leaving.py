"""Leaving by the last lawful day, and leaving or extending before a permit ends: ML 6(4)."""

from __future__ import annotations

from datetime import date

import pytest

from tests.core.builders import USUAL, expulsion, ruled
from tests.core.duties.duty_finder import due, duties, find, german, only
from tests.core.histories import NINETY, PARTING
from tests.helpers import day, permit, stay, traveller


@pytest.mark.parametrize(
    ("on", "left", "state"),
    [
        ("2026-11-11", None, "open"),
        ("2026-12-10", None, "open"),
        ("2026-12-11", None, "missed"),
        ("2026-11-22", "2026-12-05", "open"),
        ("2026-12-05", "2026-12-05", "done"),
        ("2027-01-01", "2026-12-10", "done"),
        ("2027-01-01", "2026-12-11", "done-late"),
        ("2026-12-15", "2026-12-20", "missed"),  # has not left yet
        ("2026-11-01", None, "open"),  # planned
    ],
)
def test_who_leaves_by_the_last_lawful_day_has_done_it(on: str, left: str | None, state: str) -> None:
    found = only("leave", german(left), on)
    assert (found.due.safe, found.due.usual) == (day("2026-12-10"), day("2026-12-10"))
    assert found.state == state
    assert found.done == (day(left) if left and left <= on else None)


def test_leaving_falls_due_in_two_readings() -> None:
    person = traveller("DE", *PARTING, stay("2026-06-10"))
    found = [duty for duty in duties(person, "2026-07-01") if duty.kind == "leave" and duty.stay == 3]
    assert [(d.due.safe, d.due.usual, d.state) for d in found] == [
        (day("2026-06-29"), day("2026-07-09"), "missed")
    ]
    usual = [d for d in duties(person, "2026-07-01", USUAL) if d.kind == "leave" and d.stay == 3]
    assert usual[0].state == "open"


def test_who_had_nothing_left_was_to_leave_at_once() -> None:
    person = traveller("DE", *NINETY, stay("2026-05-10"))
    found = [duty for duty in duties(person, "2026-05-11") if duty.kind == "leave" and duty.stay == 3]
    assert [(d.due.safe, d.due.usual, d.state) for d in found] == [
        (day("2026-05-10"), day("2026-05-10"), "missed")
    ]


def test_who_has_a_permit_leaves_when_it_ends() -> None:
    person = traveller("PK", stay("2026-11-11"), permits=[permit("2026-11-01", "2026-12-31")])
    assert due("leave", person, "2026-11-22") == ("2026-12-31", "2026-12-31")
    assert only("leave", person, "2026-11-22").articles == ("ML 6(4)", "KoAP 517(3)", "KoAP 517(4)")


def test_a_last_day_of_stay_is_not_moved_from_a_weekend() -> None:
    assert date(2026, 12, 20).weekday() == 6
    assert due("leave", traveller("DE", stay("2026-11-21")), "2026-11-22") == ("2026-12-20", "2026-12-20")


# A permit that ends


@pytest.mark.parametrize(
    ("on", "left", "state", "reason"),
    [
        ("2026-11-22", None, "open", None),
        ("2026-12-31", None, "open", None),
        ("2027-01-01", None, "missed", None),
        ("2026-11-22", "2026-12-20", "open", None),  # means to leave
        ("2026-12-19", "2026-12-20", "open", None),
        ("2026-12-20", "2026-12-20", "waived", "left-in-time"),
        ("2027-01-10", "2026-12-31", "waived", "left-in-time"),
        ("2027-01-10", "2027-01-01", "done-late", None),
        ("2026-10-01", None, "open", None),  # planned
    ],
)
def test_who_has_a_permit_leaves_or_extends_it_before_it_ends(
    on: str, left: str | None, state: str, reason: str | None
) -> None:
    person = traveller("PK", stay("2026-11-11", left), permits=[permit("2026-11-01", "2026-12-31")])
    found = only("permit-expiry", person, on)
    assert (found.since, found.due.safe, found.due.usual) == (
        day("2026-11-11"),
        day("2026-12-31"),
        day("2026-12-31"),
    )
    assert (found.state, found.reason) == (state, reason)


def test_permits_that_follow_one_another_end_once() -> None:
    held = [permit("2026-11-01", "2026-11-30"), permit("2026-12-01", "2027-05-31", "rvp")]
    person = traveller("PK", stay("2026-11-11"), permits=held)
    assert due("permit-expiry", person, "2026-11-22") == ("2027-05-31", "2027-05-31")
    assert only("permit-expiry", person, "2026-11-22").since == day("2026-11-11")
    # once the second has begun it is the second that is told of
    assert only("permit-expiry", person, "2026-12-22").since == day("2026-12-01")


def test_a_permit_that_began_during_the_stay_is_told_of_once_it_has_begun() -> None:
    person = traveller("DE", stay("2026-11-11"), permits=[permit("2026-12-01", "2027-05-31", "rvp")])
    assert find("permit-expiry", person, "2026-11-22") == []
    found = only("permit-expiry", person, "2026-12-01")
    assert (found.since, found.due.safe) == (day("2026-12-01"), day("2027-05-31"))


# By a court or under a ban


def test_by_a_ruling_one_leaves_on_the_day_that_the_court_set() -> None:
    person = ruled(traveller("DE", stay("2026-11-01")), expulsion("2026-11-10", "2026-11-15"))
    assert due("leave", person, "2026-11-12") == ("2026-11-15", "2026-11-15")
    assert only("leave", person, "2026-11-16").state == "missed"
    assert find("longer", person, "2026-11-12") == [], "a residence permit is no way out of it"


def test_who_entered_under_a_ban_was_to_leave_at_once() -> None:
    person = ruled(traveller("DE", stay("2026-11-01")), expulsion("2025-11-10", executed="2025-11-15"))
    assert due("leave", person, "2026-11-12") == ("2026-11-01", "2026-11-01")
    assert only("leave", person, "2026-11-12").state == "missed"
    assert find("longer", person, "2026-11-12") == []


def test_a_permit_that_begins_after_a_gap_does_not_carry_the_end_of_another_on() -> None:
    # one day, a day without, then the next permit: 5 January is the end of the first
    papers = [permit("2026-01-05", "2026-01-05", "rvp"), permit("2026-01-07", "2026-02-01", "rvp")]
    person = traveller("PK", stay("2026-01-05"), permits=papers)
    assert due("permit-expiry", person, "2026-01-05") == ("2026-01-05", "2026-01-05")
