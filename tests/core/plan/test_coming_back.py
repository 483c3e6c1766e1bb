"""Days that come back to a rolling limit, one by one."""

from __future__ import annotations

from kzstay.core.plan import Return, days_back
from kzstay.core.readings import Reading
from kzstay.core.reckoning import Reckoning
from tests.core.builders import LAW
from tests.helpers import day, permit, span, stay, traveller


def test_days_come_back_one_by_one_with_the_stay_that_gave_them() -> None:
    # 1 January and 180 days are 30 June; 1 March and 180 days are 28 August
    person = traveller("DE", stay("2026-03-01", "2026-03-10"), stay("2026-01-01", "2026-01-30"))
    reckoning = Reckoning(person, day("2026-04-01"), LAW, Reading.USUAL)
    assert days_back(reckoning, day("2026-04-01"), day("2026-12-31")) == [
        Return(1, span("2026-06-30", "2026-07-29")),
        Return(0, span("2026-08-28", "2026-09-06")),
    ]
    assert days_back(reckoning, day("2026-07-29"), day("2026-08-29")) == [
        Return(1, span("2026-07-29", "2026-07-29")),
        Return(0, span("2026-08-28", "2026-08-29")),
    ]
    safe = Reckoning(person, day("2026-04-01"), LAW, Reading.SAFE)
    assert days_back(safe, day("2026-04-01"), day("2026-07-02")) == [Return(1, span("2026-07-01", "2026-07-02"))]


def test_days_of_the_present_stay_come_back_as_if_it_were_used_up() -> None:
    # here since 1 January 2026 to 30 January at most
    reckoning = Reckoning(traveller("DE", stay("2026-01-01")), day("2026-01-10"), LAW, Reading.USUAL)
    assert days_back(reckoning, day("2026-01-10"), day("2026-12-31")) == [
        Return(0, span("2026-06-30", "2026-07-29"))
    ]


def test_days_under_a_permit_and_a_day_shared_come_back_once_or_never() -> None:
    person = traveller(
        "RU",
        stay("2026-01-01", "2026-01-20"),
        stay("2026-01-20", "2026-01-31"),
        permits=[permit("2026-01-05", "2026-01-10", "rvp")],
    )
    reckoning = Reckoning(person, day("2026-02-10"), LAW, Reading.USUAL)
    assert days_back(reckoning, day("2026-02-10"), day("2026-12-31")) == [
        Return(0, span("2026-06-30", "2026-07-03")),
        Return(0, span("2026-07-10", "2026-07-19")),
        Return(1, span("2026-07-20", "2026-07-30")),
    ]


def test_a_period_from_the_first_entry_gives_no_day_back() -> None:
    # By the strict reading the general limit, which looks back, holds beside it
    reckoning = Reckoning(traveller("UA", stay("2026-01-01", "2026-01-20")), day("2026-02-10"), LAW, Reading.USUAL)
    assert days_back(reckoning, day("2026-02-10"), day("2026-12-31")) == []
