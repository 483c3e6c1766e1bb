"""What follows from an offence: expected are the sums and terms of the codes, as facts and leaflets tell them."""

from __future__ import annotations

import dataclasses
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from kzstay.core.case import HostKind
from kzstay.core.law.schema import Offence
from kzstay.core.sanctions import (
    index_of,
    penalties,
)
from tests.core.builders import LAW
from tests.helpers import day

NOW = day("2026-11-22")
Told = tuple[str, int]  # what is done, and the sum in indexes


def told(offence: Offence, days: int | None = None, host: HostKind | None = None) -> list[Told]:
    found = penalties(LAW, offence, NOW, days=days, host=host)
    return [(penalty.row.outcome, penalty.row.mci) for penalty in found]


# The traveller: KoAP 517 as of 09.01.2026

WARNING, TEN, FIFTEEN = ("warning", 0), ("fine", 10), ("fine", 15)
COURT = ("fine-or-expulsion", 25)


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (1, WARNING),
        (3, WARNING),  # 517(3)(1): up to three days
        (4, TEN),  # 517(3)(2): more than three, up to five
        (5, TEN),
        (6, FIFTEEN),  # 517(3)(3): more than five, up to ten
        (10, FIFTEEN),
        (11, COURT),  # 517(4): more than ten
        (365, COURT),
    ],
)
def test_an_overstay_costs_by_its_days(days: int, expected: Told) -> None:
    assert told("overstay", days) == [expected]


@pytest.mark.parametrize(
    ("days", "expected", "arrest"),
    [
        (1, ("fine-or-expulsion", 15), 0),  # 517(6): part 3 again within a year
        (10, ("fine-or-expulsion", 15), 0),
        (11, ("arrest-and-expulsion", 0), 15),  # 517(7): part 4 again, up to fifteen days
    ],
)
def test_an_overstay_again_goes_to_court(days: int, expected: Told, arrest: int) -> None:
    (found,) = penalties(LAW, "overstay-again", NOW, days=days)
    assert ((found.row.outcome, found.row.mci), found.row.arrest_days, found.row.by) == (expected, arrest, "court")


def test_the_police_decide_up_to_ten_days_and_a_court_beyond() -> None:
    # KoAP 685 and 684
    found = penalties(LAW, "overstay", NOW)
    assert [penalty.row.by for penalty in found] == ["police", "police", "police", "court"]


def test_of_an_overstay_that_threatens_every_step_is_told() -> None:
    assert told("overstay") == [WARNING, TEN, FIFTEEN, COURT]


@given(st.integers(1, 1000), st.sampled_from(["overstay", "overstay-again"]))
def test_no_overstay_has_two_penalties_or_none(days: int, offence: Offence) -> None:
    assert len(penalties(LAW, offence, NOW, days=days)) == 1


# The host: KoAP 518 as of 09.01.2026


@pytest.mark.parametrize(
    ("offence", "host", "expected"),
    [
        ("host-notice", "individual", ("warning", 0)),
        ("host-notice", "official", ("fine", 10)),
        ("host-notice", "nonprofit", ("fine", 10)),
        ("host-notice", "small", ("fine", 10)),
        ("host-notice", "medium", ("fine", 15)),
        ("host-notice", "large", ("fine", 20)),
        ("host-housing", "individual", ("fine", 25)),
        ("host-housing", "official", ("fine", 40)),
        ("host-housing", "nonprofit", ("fine", 40)),
        ("host-housing", "small", ("fine", 40)),
        ("host-housing", "medium", ("fine", 55)),
        ("host-housing", "large", ("fine", 75)),
        ("host-again", "individual", ("fine", 30)),
        ("host-again", "official", ("fine", 40)),
        ("host-again", "nonprofit", ("fine", 40)),
        ("host-again", "small", ("fine", 40)),
        ("host-again", "medium", ("fine", 70)),
        ("host-again", "large", ("fine", 100)),
    ],
)
def test_a_host_pays_by_kind(offence: Offence, host: HostKind, expected: Told) -> None:
    assert told(offence, host=host) == [expected]


def test_of_a_host_of_no_known_kind_every_kind_is_told() -> None:
    assert [sum_ for _, sum_ in told("host-notice")] == [0, 10, 15, 20]
    assert [sum_ for _, sum_ in told("host-again")] == [30, 40, 70, 100]


# Indexes and tenge


@pytest.mark.parametrize(
    ("year", "tenge"),
    [
        (2021, 2917),
        (2022, 3063),
        (2023, 3450),
        (2024, 3692),
        (2025, 3932),
        (2026, 4325),
    ],  # lada.kz 30.11.2025, kt.kz
)
def test_the_index_is_that_of_the_year_of_the_offence(year: int, tenge: int) -> None:
    found, exact = index_of(LAW, date(year, 6, 1))
    assert (found.tenge, exact) == (tenge, True)
    for edge in (date(year, 1, 1), date(year, 12, 31)):
        (penalty,) = penalties(LAW, "overstay", edge, days=4)
        assert (penalty.tenge, penalty.exact) == (10 * tenge, True)


@pytest.mark.parametrize(("year", "tenge"), [(2010, 2651), (2019, 2651), (2027, 4325), (2040, 4325)])
def test_for_a_year_of_no_known_index_the_nearest_is_taken_and_said_to_be_so(year: int, tenge: int) -> None:
    found, exact = index_of(LAW, date(year, 6, 1))
    assert (found.tenge, exact) == (tenge, False)


def test_the_index_of_2020_changed_on_the_first_of_april() -> None:
    # 16news.kz 10.04.2020
    assert index_of(LAW, date(2020, 3, 31)) == (LAW.indexes[0], True)
    assert (LAW.indexes[0].tenge, index_of(LAW, date(2020, 4, 1))[0].tenge) == (2651, 2778)


@pytest.mark.parametrize(
    ("days", "tenge"),
    [(3, 0), (4, 43_250), (10, 64_875), (11, 108_125)],  # KoAP 517 at 4 325 a piece
)
def test_an_overstay_of_2026_in_tenge(days: int, tenge: int) -> None:
    assert [penalty.tenge for penalty in penalties(LAW, "overstay", NOW, days=days)] == [tenge]


def test_before_the_part_was_in_force_nothing_is_told() -> None:
    # KoAP 517 was made anew by Law 292-VI of 27.12.2019
    assert penalties(LAW, "overstay", day("2020-01-10"), days=5) == []
    assert len(penalties(LAW, "overstay", day("2020-01-11"), days=5)) == 1


def test_an_offence_is_judged_by_the_row_of_its_day() -> None:
    old = [replace(row, ends=day("2026-06-30")) for row in LAW.penalties]
    new = [replace(row, begins=day("2026-07-01"), mci=row.mci * 2) for row in LAW.penalties]
    changed = dataclasses.replace(LAW, penalties=[*old, *new])

    def indexes(on: str) -> list[int]:
        return [penalty.row.mci for penalty in penalties(changed, "overstay", day(on), days=4)]

    assert (indexes("2026-06-30"), indexes("2026-07-01")) == ([10], [20])
