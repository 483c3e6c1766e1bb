"""A change of the address that was registered: five working days, ML 6(5); order 923, from 1 July 2026.

Safe: a working day of the change is the first; usual: counting starts the next day, as Civil Code 173 has it.
"""

from __future__ import annotations

import pytest

from tests.core.duties.duty_finder import due, find, only, states
from tests.helpers import day, move, permit, stay, traveller


@pytest.mark.parametrize(
    ("moved", "safe", "usual", "why"),
    [
        ("2026-11-16", "2026-11-20", "2026-11-23", "Monday"),
        ("2026-11-20", "2026-11-26", "2026-11-27", "Friday"),
        ("2026-11-21", "2026-11-27", "2026-11-27", "Saturday"),
        ("2026-07-03", "2026-07-10", "2026-07-13", "Friday before Capital Day, Monday 6 July"),
        ("2026-12-14", "2026-12-21", "2026-12-22", "Independence Day is Wednesday 16 December"),
        ("2026-07-01", "2026-07-08", "2026-07-09", "the first day of order 923"),
    ],
)
def test_a_new_address_is_told_within_five_working_days(moved: str, safe: str, usual: str, why: str) -> None:
    person = traveller("RU", stay("2026-06-01", registered="2026-06-02", moves=[move(moved)]))
    assert due("address-change", person, moved) == (safe, usual), why
    found = only("address-change", person, moved)
    assert (found.since, found.stay, found.who) == (day(moved), 0, "traveller")


def test_before_order_923_nothing_was_told_and_an_entry_is_no_change() -> None:
    person = traveller(
        "RU", stay("2026-06-01", registered="2026-06-02", moves=[move("2026-06-30")]), stay("2026-09-01")
    )
    assert find("address-change", person, "2026-09-02") == []


@pytest.mark.parametrize(
    ("on", "told", "expected"),
    [
        # moved on Monday 16 November: due on Friday 20 (safe) or Monday 23 (usual)
        ("2026-11-20", None, ("open", "open")),
        ("2026-11-21", None, ("unrecorded", "open")),
        ("2026-11-24", None, ("unrecorded", "unrecorded")),
        ("2026-12-01", "2026-11-20", ("done", "done")),
        ("2026-12-01", "2026-11-23", ("done-late", "done")),
        ("2026-12-01", "2026-11-24", ("done-late", "done-late")),
    ],
)
def test_a_change_is_open_done_late_or_not_recorded(on: str, told: str | None, expected: tuple[str, str]) -> None:
    person = traveller("RU", stay("2026-11-11", registered="2026-11-12", moves=[move("2026-11-16", told)]))
    assert states("address-change", person, on) == expected


def test_each_change_is_told_of_also_by_who_has_a_permit_and_registered() -> None:
    person = traveller(
        "PK",
        stay("2026-11-02", registered="2026-11-03", moves=[move("2026-11-16", "2026-11-17"), move("2026-11-23")]),
        permits=[permit("2026-11-01", "2027-10-31", "rvp")],
    )
    found = find("address-change", person, "2026-11-22")
    assert [(duty.since, duty.state) for duty in found] == [
        (day("2026-11-16"), "done"),
        (day("2026-11-23"), "open"),
    ]
    assert len(find("host-notice", person, "2026-11-22")) == 3, "the host tells of the arrival too"


@pytest.mark.parametrize(
    ("moved", "told"),
    [("2026-08-02", 0), ("2026-08-03", 0), ("2026-08-04", 1), ("2026-08-20", 1), ("2026-08-21", 0)],
)
def test_a_change_of_address_belongs_to_the_days_of_its_stay_from_its_registration_on(
    moved: str, told: int
) -> None:
    person = traveller("RU", stay("2026-08-03", "2026-08-20", registered="2026-08-04", moves=[move(moved)]))
    assert len(find("address-change", person, "2026-09-01")) == told


@pytest.mark.parametrize("country", ["DE", "RU", "PK"])
def test_who_has_not_registered_registers_nothing_anew(country: str) -> None:
    # ML 6(5), second part: of the address that was declared at registration
    person = traveller(country, stay("2026-08-03", moves=[move("2026-08-10")]))
    assert find("address-change", person, "2026-08-11") == []
    assert len(find("host-notice", person, "2026-08-11")) == 2, "the new host tells of the arrival all the same"


def test_a_registration_dated_before_the_entry_is_none() -> None:
    person = traveller("RU", stay("2026-08-03", registered="2026-08-01", moves=[move("2026-08-10")]))
    assert find("address-change", person, "2026-08-11") == []
