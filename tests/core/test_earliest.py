"""The earliest entry by history."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from kzstay.core.case import Traveller
from kzstay.core.earliest import entry_from
from kzstay.core.readings import Reading
from tests.core.builders import coming, reckon
from tests.core.histories import NINETY, THREE_FORTNIGHTS
from tests.helpers import day, permit, stay, traveller


class Entry(NamedTuple):
    person: Traveller
    on: str
    safe: tuple[str, int] | None
    usual: tuple[str, int] | None
    why: str


ENTRIES = [
    Entry(traveller("DE"), "2026-11-22", ("2026-11-22", 30), ("2026-11-22", 30), "nothing used"),
    Entry(
        traveller("DE", *NINETY),
        "2026-05-01",
        ("2026-07-01", 30),
        ("2026-06-30", 30),
        "1 January leaves the window",
    ),
    Entry(traveller("DE", *NINETY[:2]), "2026-03-12", ("2026-03-12", 30), ("2026-03-12", 30), "60 used, 30 left"),
    Entry(
        traveller("DE", stay("2026-11-11", "2026-11-20")),
        "2026-11-15",
        ("2026-11-21", 30),
        ("2026-11-21", 30),
        "the day after the planned exit",
    ),
    Entry(
        traveller("DE", stay("2026-11-11")),
        "2026-11-22",
        ("2026-12-11", 30),
        ("2026-12-11", 30),
        "the day after the last lawful one",
    ),
    Entry(
        traveller("DE", stay("2026-11-11")),
        "2026-12-20",
        ("2026-12-21", 30),
        ("2026-12-21", 30),
        "overstayed: the day after today",
    ),
    Entry(
        traveller("DE", stay("2026-12-01", "2026-12-10")),
        "2026-12-01",
        ("2026-12-11", 30),
        ("2026-12-11", 30),
        "not on a day of presence",
    ),
    Entry(
        traveller("RU", stay("2026-01-01")),
        "2026-01-10",
        ("2026-07-01", 90),
        ("2026-06-30", 90),
        "used up to 31 March; 1 January leaves 180 days on 30 June",
    ),
    Entry(
        traveller("IN", *THREE_FORTNIGHTS, passport="service"),
        "2026-03-10",
        ("2026-03-15", 30),
        ("2026-03-15", 30),
        "a treaty of 30 days an entry, 42 of 90 days used",
    ),
    Entry(
        traveller("PK", stay("2026-11-11"), permits=[permit("2026-11-01", "2026-12-31")]),
        "2026-11-22",
        None,
        None,
        "needs a visa",
    ),
]


@pytest.mark.parametrize("case", ENTRIES, ids=lambda case: case.why)
def test_the_next_entry_is_the_first_day_that_allows_one(case: Entry) -> None:
    for reading, expected in zip(Reading, (case.safe, case.usual), strict=True):
        found = coming(reckon(case.person, case.on, reading))
        assert found == (expected and (day(expected[0]), expected[1])), case.why


def test_an_entry_for_so_many_days_waits_until_they_fit() -> None:
    # 60 of 90 used until 11 March; 30 days fit at once, and a German entry never gives more
    reckoning = reckon(traveller("DE", *NINETY[:2]), "2026-03-12", Reading.USUAL)
    assert entry_from(reckoning, day("2026-03-12"), 30) == (day("2026-03-12"), 30)
    assert entry_from(reckoning, day("2026-03-12"), 31) is None
    # A Russian one gives 90. 40 days fit when ten of January have left by the last of them: 10 January leaves
    # on 9 July, day 40 of a stay from 31 May. It may then go on until all thirty have left, on 29 July
    reckoning = reckon(traveller("RU", *NINETY[:2]), "2026-03-12", Reading.USUAL)
    assert entry_from(reckoning, day("2026-03-12"), 30) == (day("2026-03-12"), 30)
    assert entry_from(reckoning, day("2026-03-12"), 40) == (day("2026-05-31"), 60)


def test_a_laxer_regime_that_comes_is_not_passed_over() -> None:
    # China: 42 days used by 2 November 2023. Under 14 / 42 the first of September leaves in March, but from
    # 10 November the agreement gives 30 days and counts nothing before itself
    china = traveller(
        "CN", stay("2023-09-01", "2023-09-14"), stay("2023-10-01", "2023-10-14"), stay("2023-10-20", "2023-11-02")
    )
    for reading in Reading:
        assert coming(reckon(china, "2023-11-03", reading)) == (day("2023-11-10"), 30)
    # Korea: 60 used by 4 July 2025; from 6 September the usual reading allows 90 days
    korea = traveller("KR", stay("2025-05-01", "2025-05-30"), stay("2025-06-05", "2025-07-04"))
    assert coming(reckon(korea, "2025-08-01", Reading.USUAL)) == (day("2025-09-06"), 30)
    assert coming(reckon(korea, "2025-08-01", Reading.SAFE)) == (day("2025-10-29"), 30)


@pytest.mark.parametrize(
    ("person", "days", "on", "safe", "usual"),
    [
        # Türkiye: 30 days an entry, and 90 from 6 (usual) or 8 September 2025 (safe), zakon.kz 6488830
        (traveller("TR"), 31, "2025-08-20", ("2025-09-08", 90), ("2025-09-06", 90)),
        (traveller("TR"), 30, "2025-08-20", ("2025-08-20", 30), ("2025-08-20", 30)),
        (traveller("TR"), 91, "2025-08-20", None, None),
        # China: 14 days an entry, and 30 from 10 November 2023, daryo.uz 10.11.2023
        (traveller("CN"), 20, "2023-11-01", ("2023-11-10", 30), ("2023-11-10", 30)),
    ],
)
def test_a_stay_that_is_too_long_for_one_regime_waits_for_the_next(
    person: Traveller, days: int, on: str, safe: tuple[str, int] | None, usual: tuple[str, int] | None
) -> None:
    for reading, expected in zip(Reading, (safe, usual), strict=True):
        found = entry_from(reckon(person, on, reading), day(on), days)
        assert found == (expected and (day(expected[0]), expected[1]))


# Permits that begin or end


def test_the_next_entry_is_that_of_a_visa_that_begins_later() -> None:
    person = traveller("PK", permits=[permit("2026-12-10", "2026-12-31")])
    assert coming(reckon(person, "2026-12-01")) == (day("2026-12-10"), 22)
    assert entry_from(reckon(person, "2026-12-01"), day("2026-12-01"), 23) is None
    # visa-free nothing is left before 1 July 2026, see NINETY; the visa begins sooner
    german = traveller("DE", *NINETY, permits=[permit("2026-06-10", "2026-12-31")])
    assert coming(reckon(german, "2026-05-01")) == (day("2026-06-10"), 205)


def test_after_a_permit_that_is_too_short_one_may_come_visa_free() -> None:
    reckoning = reckon(traveller("DE", permits=[permit("2026-11-01", "2026-12-10")]), "2026-12-01")
    assert entry_from(reckoning, day("2026-12-01"), 10) == (day("2026-12-01"), 10)
    assert entry_from(reckoning, day("2026-12-01"), 20) == (day("2026-12-11"), 30)
    assert entry_from(reckoning, day("2026-12-01"), 31) is None


def test_visa_free_days_may_run_into_a_permit() -> None:
    # thirty days from 1 December would end on the 30th; the permit goes on to the end of May
    person = traveller("DE", permits=[permit("2026-12-20", "2027-05-31", "rvp")])
    reckoning = reckon(person, "2026-11-22")
    assert reckoning.binding(day("2026-12-01")) == (day("2027-05-31"), "permit")
    assert entry_from(reckoning, day("2026-12-01"), 60) == (day("2026-12-01"), 182)


def test_an_entry_is_not_found_where_the_law_ends() -> None:
    # The waiver was suspended on 17 April 2020: what is asked for after it has no answer
    reckoning = reckon(traveller("DE", stay("2020-04-01", "2020-04-20")), "2020-04-10")
    assert entry_from(reckoning, day("2020-04-10")) is None
