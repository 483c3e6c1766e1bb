"""Where permits, decisions, open stays and plans meet: each rule in the smallest case that tells it apart."""

from __future__ import annotations

import pytest

from kzstay.core.assess import assess
from kzstay.core.earliest import entry_from
from kzstay.core.plan import Longest, Return, days_back, earliest_entry, longest_stay, openings, trip
from kzstay.core.verdict import Standing
from tests.core.builders import LAW, SAFE, USUAL, coming, expulsion, reckon, ruled, until, visa
from tests.core.duties.duty_finder import find, only
from tests.core.histories import PARTING
from tests.helpers import day, permit, span, stay, traveller

YEAR = ("2026-01-01", "2026-12-31")


def test_a_permit_of_another_stay_is_not_told_of() -> None:
    held = [permit("2026-05-01", "2026-06-30")]
    person = traveller("DE", stay("2026-05-10", "2026-05-20"), stay("2026-11-11"), permits=held)
    assert [duty.stay for duty in find("permit-expiry", person, "2026-11-22")] == [0]


def test_a_day_shared_with_the_stay_before_is_spent_once() -> None:
    person = traveller(
        "PK", stay("2026-01-01", "2026-01-10"), stay("2026-01-10", "2026-02-15"), permits=[visa(*YEAR, days=30)]
    )
    assert until(person, "2026-03-01")[0] == "2026-01-30"


def test_safe_is_not_laxer_where_a_visa_is_used_up() -> None:
    person = traveller(
        "DE", stay("2026-01-01", "2026-01-10"), stay("2026-02-01", "2026-02-25"), permits=[visa(*YEAR, days=10)]
    )
    safe, usual = until(person, "2026-03-01")
    assert safe is None or usual is None or safe <= usual


@pytest.mark.parametrize("on", ["2026-04-20", "2026-08-01"])
def test_safe_counts_what_a_used_up_visa_did_not_cover_also_for_a_planned_stay(on: str) -> None:
    person = traveller(
        "RU",
        stay("2026-01-01", "2026-02-09"),
        stay("2026-03-01", "2026-04-09"),
        stay("2026-05-01", "2026-07-09"),
        permits=[visa("2026-01-01", "2026-04-30", days=40)],
    )
    assert until(person, on)[0] == "2026-06-19"


def test_after_a_visa_that_is_too_short_one_may_come_visa_free() -> None:
    person = traveller("DE", permits=[permit("2026-11-01", "2026-12-10")])
    reckoning = reckon(person, "2026-12-01")
    assert entry_from(reckoning, day("2026-12-01"), 20) == (day("2026-12-11"), 30)
    assert earliest_entry(reckoning, 20, day("2026-12-01")) == day("2026-12-11")


def test_the_next_entry_is_that_of_a_visa_that_begins_later() -> None:
    person = traveller("PK", permits=[permit("2026-12-10", "2026-12-31")])
    assert coming(reckon(person, "2026-12-01")) == (day("2026-12-10"), 22)


def test_a_plan_counts_a_permit_that_follows() -> None:
    person = traveller("DE", permits=[permit("2026-12-20", "2027-05-31", "rvp")])
    reckoning = reckon(person, "2026-11-22")
    assert trip(reckoning, day("2026-12-01"), day("2027-01-31")).lawful
    assert longest_stay(reckoning, day("2026-12-01")) == Longest(182, "permit", 182)


def test_after_a_planned_stay_that_ends_the_present_one_the_days_are_free() -> None:
    person = traveller("RU", stay("2026-01-01"), stay("2026-02-01", "2026-02-10"))
    reckoning = reckon(person, "2026-01-10", USUAL)
    assert trip(reckoning, day("2026-02-15"), day("2026-02-20")).taken is None
    assert days_back(reckoning, day("2026-06-01"), day("2026-10-01"))[-1] == Return(
        1, span("2026-08-01", "2026-08-09")
    )


def test_openings_leave_out_the_stays_on_a_visa() -> None:
    person = traveller("PK", stay("2026-01-10", "2026-01-20"), permits=[permit("2026-01-01", "2026-03-31")])
    reckoning = reckon(person, "2026-01-01")
    found = openings(reckoning, 1, day("2026-01-01"), day("2026-01-31"))
    assert not any(day("2026-01-15") in one for one in found)


def test_the_next_entry_is_no_day_of_a_planned_stay_on_a_visa() -> None:
    person = traveller(
        "DE",
        stay("2026-01-05", "2026-01-08"),
        stay("2026-01-09", "2026-01-12"),
        permits=[permit("2026-01-01", "2026-03-31")],
    )
    assert coming(reckon(person, "2026-01-06")) == (day("2026-01-13"), 78)


@pytest.mark.parametrize("executed", ["2024-05-10", "2024-06-01"])
def test_the_ban_of_a_decision_before_the_law_of_2024_has_its_end(executed: str) -> None:
    person = ruled(traveller("DE"), expulsion("2024-05-01", executed=executed))
    bars = [bar.because for bar in assess(person, day("2026-11-22"), LAW).bars]
    assert bars == ["ban"]
    assert find("ban-end", person, "2026-11-22") != []


def test_a_ban_holds_also_with_a_permit() -> None:
    person = ruled(
        traveller("DE", stay("2026-01-10", "2026-01-20"), permits=[permit("2025-12-01", "2026-12-31", "rvp")]),
        expulsion("2025-06-01", executed="2025-06-05"),
    )
    found = assess(person, day("2026-01-15"), LAW)
    assert found.stays[0].because == "ban"
    assert found.stays[0].overstay_days == 11
    assert found.standing is Standing.OVERSTAY


def test_of_two_visas_the_one_is_used_that_lasts_longest_and_the_other_is_left() -> None:
    single = visa("2026-01-01", "2026-03-31", entries=1)
    other = visa("2026-02-01", "2026-04-30", entries=1)
    person = traveller(
        "PK", stay("2026-02-05", "2026-02-08"), stay("2026-03-05", "2026-03-08"), permits=[single, other]
    )
    assert until(person, "2026-03-15") == ("2026-03-31", "2026-03-31")


def test_a_stay_of_one_day_on_the_day_of_entry_is_no_overlap() -> None:
    reckoning = reckon(
        traveller(
            "DE",
            stay("2026-01-10", "2026-01-10"),
        ),
        "2026-01-01",
    )
    assert trip(reckoning, day("2026-01-10"), day("2026-01-12")).lawful
    two = reckon(traveller("DE", stay("2026-01-10", "2026-01-10"), stay("2026-03-01", "2026-03-02")), "2026-01-01")
    assert longest_stay(two, day("2026-01-10")) == Longest(30, "per-entry", 30)


def test_a_departure_to_come_is_not_done() -> None:
    person = ruled(traveller("DE", stay("2026-11-01")), expulsion("2026-11-02", "2026-11-15", "2026-11-14"))
    assert only("depart", person, "2026-11-10").state == "open"


def test_a_present_stay_on_a_visa_is_taken_to_be_used_up_too() -> None:
    person = traveller("PK", stay("2026-01-01"), permits=[visa(*YEAR, days=30)])
    assert longest_stay(reckon(person, "2026-01-05", SAFE), day("2026-02-01")) in (None, Longest(0, "permit", 0))


def test_the_earliest_entry_is_one_whose_trip_is_lawful_and_no_day_before_is() -> None:
    from kzstay.core.days import DAY

    person = traveller("DE", *PARTING, stay("2026-06-10"))
    reckoning = reckon(person, "2026-06-20", SAFE)  # to 29 June (safe) or 9 July (usual)
    found = earliest_entry(reckoning, 1, day("2026-06-20"))
    tried = day("2026-06-20")
    while not trip(reckoning, tried, tried).lawful or tried in reckoning.projected:
        tried += DAY
    assert found == tried
    first = day("2026-06-30")
    assert trip(reckoning, first, first).lawful == (found == first)


def test_the_earliest_entry_may_run_into_a_permit() -> None:
    # 88 of 90 days used; 8 and 9 April are the two that are left, and the permit begins on the 10th
    person = traveller("RU", stay("2026-01-01", "2026-03-29"), permits=[permit("2026-04-10", "2026-12-31", "rvp")])
    reckoning = reckon(person, "2026-04-01", USUAL)
    assert trip(reckoning, day("2026-04-08"), day("2026-04-17")).lawful
    assert earliest_entry(reckoning, 10, day("2026-04-01")) == day("2026-04-08")
