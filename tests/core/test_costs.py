"""What it costs to miss a duty: the sums are those of core/sanctions, here it is which of them fit."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

import pytest

from kzstay.core.assess import assess
from kzstay.core.case import HostKind, Ruling, Traveller
from kzstay.core.costs import Cost, cost_of, next_step, threatening
from kzstay.core.readings import Reading
from tests.core.builders import LAW, SAFE, USUAL, expulsion, fine, ruled
from tests.core.histories import PARTING
from tests.helpers import day, move, permit, stay, traveller


def cost(kind: str, person: Traveller, on: str, reading: Reading = SAFE, place: int = 0) -> Cost | None:
    a = assess(person, day(on), LAW, reading)
    return cost_of(a, [duty for duty in a.duties if duty.kind == kind][place])


def sums(found: Cost | None) -> tuple[list[int], list[int]]:
    """Say what it costs the first time and again, in indexes."""
    assert found is not None
    return [penalty.row.mci for penalty in found.first], [penalty.row.mci for penalty in found.again]


def left(last: str) -> Traveller:
    """Make a German who entered on 11 November 2026 and may stay to 10 December."""
    return traveller("DE", stay("2026-11-11", last))


@pytest.mark.parametrize(
    ("last", "days", "first", "again"),
    [
        ("2026-12-11", 1, [0], [15]),
        ("2026-12-13", 3, [0], [15]),
        ("2026-12-14", 4, [10], [15]),
        ("2026-12-20", 10, [15], [15]),
        ("2026-12-21", 11, [25], [0]),  # again: arrest and expulsion, KoAP 517(7)
    ],
)
def test_an_overstay_costs_what_its_days_cost(last: str, days: int, first: list[int], again: list[int]) -> None:
    for on in ("2026-11-22", "2027-01-10"):  # planned, and done
        found = cost("leave", left(last), on)
        assert found is not None
        assert (found.days, found.repeated) == (days, "no")
        assert sums(found) == (first, again)


def test_of_an_overstay_that_only_threatens_every_step_is_told() -> None:
    found = cost("leave", traveller("DE", stay("2026-11-11")), "2026-11-22")
    assert found is not None
    assert found.days is None
    assert sums(found) == ([0, 10, 15, 25], [15, 0])


def test_the_days_of_an_overstay_follow_the_reading() -> None:
    person = traveller("DE", *PARTING, stay("2026-06-10", "2026-07-09"))
    safe, usual = (cost("leave", person, "2026-08-01", reading, place=3) for reading in (SAFE, USUAL))
    assert safe is not None
    assert usual is not None
    assert (safe.days, usual.days) == (10, None)


def test_the_index_is_that_of_the_year_in_which_somebody_left() -> None:
    person = traveller("DE", stay("2025-12-01", "2026-01-05"))  # thirty days are over on 30 December 2025
    found = cost("leave", person, "2026-02-01")
    assert found is not None
    assert [(penalty.tenge, penalty.exact) for penalty in found.first] == [(64_875, True)]  # 15 x 4 325


@pytest.mark.parametrize(
    ("rulings", "repeated"),
    [
        ([], "no"),
        ([fine("2026-02-01", "2026-02-10")], "part-unknown"),
        ([fine("2025-12-01", "2025-12-11")], "part-unknown"),  # to 11 December 2026, the first day over
        ([fine("2025-12-01", "2025-12-10")], "no"),
        ([expulsion("2020-02-01", executed="2020-02-10")], "no"),
    ],
)
def test_an_offence_within_a_year_of_a_penalty_is_a_repeated_one(rulings: list[Ruling], repeated: str) -> None:
    found = cost("leave", ruled(left("2026-12-21"), *rulings), "2027-01-10")
    assert found is not None
    assert found.repeated == repeated


class Hosted(NamedTuple):
    host: HostKind | None
    first: list[int]
    again: list[int]


@pytest.mark.parametrize(
    "case",
    [
        Hosted("individual", [0], [30]),
        Hosted("official", [10], [40]),
        Hosted("nonprofit", [10], [40]),
        Hosted("small", [10], [40]),
        Hosted("medium", [15], [70]),
        Hosted("large", [20], [100]),
        Hosted(None, [0, 10, 15, 20], [30, 40, 70, 100]),
    ],
)
def test_a_notice_that_was_not_given_costs_the_host(case: Hosted) -> None:
    person = traveller("DE", stay("2026-11-11", moves=[move("2026-11-16")]), host=case.host)
    for place in (0, 1):  # of the arrival and of the change of address
        found = cost("host-notice", person, "2026-11-22", place=place)
        assert sums(found) == (case.first, case.again)
        assert found is not None
        assert (found.days, found.repeated) == (None, "no")


def test_of_an_entry_under_a_ban_no_cost_is_told() -> None:
    # KoAP 517 is of who does not leave in time; to come in spite of a ban is another offence
    banned = expulsion("2026-02-01", executed="2026-02-10")
    assert cost("leave", ruled(left("2026-11-20"), banned), "2026-11-15") is None


def test_past_the_day_of_a_court_it_is_the_ruling_that_is_not_obeyed() -> None:
    # to leave by 15 November; twenty days to 5 December
    found = cost("leave", ruled(left("2026-12-05"), expulsion("2026-11-12", "2026-11-15")), "2026-12-20")
    assert found is not None
    assert (found.days, found.repeated) == (None, "no")
    assert sums(found) == ([5], [])  # KoAP 669(1)


def test_a_permit_that_ran_out_costs_what_an_overstay_costs() -> None:
    person = traveller("PK", stay("2026-01-01", "2026-02-05"), permits=[permit("2026-01-01", "2026-01-31")])
    found = cost("permit-expiry", person, "2026-03-01")
    assert found is not None
    assert found.days == 5
    assert sums(found) == ([10], [15])


@pytest.mark.parametrize("kind", ["registration", "address-change"])
def test_for_a_registration_that_was_missed_no_penalty_is_known(kind: str) -> None:
    # KoAP 517(1) was repealed by Law 292-VI of 27.12.2019, and nothing in its place was found
    person = traveller("RU", stay("2026-07-01", registered="2026-07-02", moves=[move("2026-07-06")]))
    assert cost(kind, person, "2026-07-10") is None


@pytest.mark.parametrize("kind", ["appeal", "fine"])
def test_the_terms_of_a_ruling_cost_nothing_by_themselves(kind: str) -> None:
    assert cost(kind, ruled(traveller("DE"), fine("2026-11-02")), "2026-11-22") is None


def test_what_is_done_again_has_penalties_of_its_own() -> None:
    again = {row.offence: row.again for row in LAW.duties.values() if row.offence}
    assert again == {"overstay": "overstay-again", "host-notice": "host-again", "court-order": None}
    assert set(filter(None, again.values())) <= set(LAW.by_offence)


@pytest.mark.parametrize(
    ("served", "halved"), [(None, True), ("2026-06-03", False), ("2026-06-04", False), ("2026-05-29", True)]
)
def test_half_of_a_fine_is_enough_only_before_a_ruling_on_it(served: str | None, halved: bool) -> None:
    # Lawful until 30 May, left on 4 June: five days over. KoAP 810, 811
    who = traveller("DE", stay("2026-05-01", "2026-06-04"), stay("2026-11-11"))
    who = ruled(who, fine(served)) if served else who
    a = assess(who, day("2026-11-22"), LAW)
    cost = cost_of(a, next(duty for duty in a.duties if duty.kind == "leave" and duty.stay == 0))
    assert cost is not None
    assert bool(cost.halved) is halved


@pytest.mark.parametrize(("born", "minor"), [("2009-06-01", True), ("2008-06-01", False), (None, False)])
def test_of_who_is_16_or_17_it_is_known_that_they_are_minors(born: str | None, minor: bool) -> None:
    a = assess(traveller("DE", stay("2026-10-20"), born=born), day("2026-11-22"), LAW)
    cost = cost_of(a, next(duty for duty in a.duties if duty.kind == "leave"))
    assert cost is not None
    assert (cost.minor, cost.too_young) == (minor, False)


# What comes next


def steps(entry: str, on: str, *rulings: Ruling) -> tuple[date, list[int]] | None:
    a = assess(ruled(traveller("DE", stay(entry)), *rulings), day(on), LAW)
    (leave,) = (duty for duty in a.duties if duty.kind == "leave")
    found = next_step(a, leave)
    return (found.day, [one.mci for one in found.cost.likely]) if found else None


def test_the_day_is_known_on_which_an_overstay_costs_more() -> None:
    # The thirtieth day from 15 October is 13 November: 3 days over reach the 16th, 5 the 18th, 10 the 23rd
    assert steps("2026-10-15", "2026-11-14") == (day("2026-11-17"), [10])
    assert steps("2026-10-15", "2026-11-18") == (day("2026-11-19"), [15])
    assert steps("2026-10-15", "2026-11-23") == (day("2026-11-24"), [25])
    assert steps("2026-10-15", "2026-11-24") is None, "nothing is graver"
    assert steps("2026-10-15", "2026-11-13") is None, "nothing is over yet"


def threats(entry: str | None, on: str) -> set[str]:
    person = traveller("DE", stay(entry)) if entry else traveller("DE")
    return set(threatening(assess(person, day(on), LAW)))


def test_what_may_follow_on_an_overstay_is_as_grave_as_its_days() -> None:
    assert threats("2026-10-15", "2026-11-15") == set(), "a warning bars nothing"
    assert threats("2026-10-15", "2026-11-20") == {"fine"}
    assert threats("2026-10-15", "2026-11-27") == {"fine", "expulsion"}
    assert threats("2026-10-15", "2026-11-10") == set()
    assert threats(None, "2026-11-10") == set()
