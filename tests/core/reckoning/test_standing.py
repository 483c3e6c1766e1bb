"""How one stands on a day, without and under a permit."""

from __future__ import annotations

import pytest

from kzstay.core.case import Permit
from kzstay.core.limit_use import limit_uses
from kzstay.core.next_entry import next_entry
from kzstay.core.verdict import Standing
from tests.core.builders import reckon, until
from tests.core.histories import NINETY
from tests.helpers import day, maybe, permit, stay, traveller


@pytest.mark.parametrize(
    ("on", "standing"),
    [
        ("2026-11-10", Standing.OUTSIDE),
        ("2026-11-11", Standing.LAWFUL),
        ("2026-12-02", Standing.LAWFUL),  # eight days left
        ("2026-12-03", Standing.ENDING),  # seven: sources say seven or fewer
        ("2026-12-10", Standing.ENDING),  # the last lawful day
        ("2026-12-11", Standing.OVERSTAY),
    ],
)
def test_a_stay_runs_from_lawful_over_ending_to_overstay(on: str, standing: Standing) -> None:
    assert reckon(traveller("DE", stay("2026-11-11")), on).standing is standing


def test_who_left_is_outside_from_the_next_day_on() -> None:
    person = traveller("DE", stay("2026-11-11", "2026-11-20"))
    assert reckon(person, "2026-11-20").standing is Standing.LAWFUL
    assert reckon(person, "2026-11-21").standing is Standing.OUTSIDE


def test_who_enters_with_nothing_left_overstays_from_the_first_day() -> None:
    person = traveller("DE", *NINETY, stay("2026-05-10", "2026-05-12"))
    reckoning = reckon(person, "2026-05-10")
    assert reckoning.standing is Standing.OVERSTAY
    assert reckoning.verdict(3).overstay_days == 3


def test_without_a_regime_and_without_a_permit_nothing_is_known() -> None:
    reckoning = reckon(traveller("PK", stay("2026-11-11", "2026-12-31")), "2026-11-22")
    assert reckoning.standing is Standing.NO_REGIME
    verdict = reckoning.verdict(0)
    assert (verdict.regime, verdict.lawful_until, verdict.because, verdict.overstay_days) == (
        None,
        None,
        None,
        0,
    )
    assert limit_uses(reckoning) == []
    assert next_entry(reckoning) is None
    assert reckoning.counting_limit(day("2026-11-22")) is None


def test_days_under_a_permit_are_outside_the_visa_free_count() -> None:
    # 1 January - 31 March on a visa; then the full 90: 21 + 31 + 30 + 8 days
    person = traveller(
        "RU",
        stay("2026-01-01", "2026-03-31"),
        stay("2026-04-10"),
        permits=[permit("2026-01-01", "2026-03-31")],
    )
    assert until(person, "2026-04-10") == ("2026-07-08", "2026-07-08")
    assert limit_uses(reckon(person, "2026-04-09"))[1].used == 0


@pytest.mark.parametrize(
    ("permits", "counted"),
    [
        ([], 31),
        ([permit("2026-01-11", "2026-01-20")], 21),
        ([permit("2025-12-01", "2026-01-10")], 21),
        ([permit("2026-01-22", "2026-05-01")], 21),
        ([permit("2026-01-01", "2026-01-31")], 0),
        ([permit("2026-01-11", "2026-01-20"), permit("2026-01-15", "2026-01-25")], 16),
        ([permit("2026-01-01", "2026-01-01"), permit("2026-01-31", "2026-01-31")], 29),
        ([permit("2026-02-01", "2026-12-31")], 31),
        ([permit("2025-01-01", "2025-12-31")], 31),
    ],
)
def test_of_a_stay_the_days_without_a_permit_count(permits: list[Permit], counted: int) -> None:
    person = traveller("RU", stay("2026-01-01", "2026-01-31"), permits=permits)
    assert reckon(person, "2026-02-10").presence.days_in(day("2026-01-01"), day("2026-01-31")) == counted


@pytest.mark.parametrize(
    ("country", "permits", "last", "because"),
    [
        ("DE", [], "2026-01-30", "per-entry"),
        ("DE", [permit("2026-01-31", "2026-03-31")], "2026-03-31", "permit"),
        ("DE", [permit("2026-01-15", "2026-03-31", "rvp")], "2026-03-31", "permit"),
        ("DE", [permit("2026-02-01", "2026-03-31")], "2026-01-30", "per-entry"),  # a day between
        ("DE", [permit("2025-01-01", "2025-12-31")], "2026-01-30", "per-entry"),  # over by then
        ("PK", [permit("2025-12-01", "2026-02-28")], "2026-02-28", "permit"),
        ("PK", [permit("2026-03-01", "2026-04-30"), permit("2026-01-01", "2026-02-28")], "2026-04-30", "permit"),
        ("PK", [permit("2026-01-02", "2026-02-28")], None, None),  # entered a day too early
    ],
)
def test_a_permit_that_follows_without_a_gap_carries_the_stay_on(
    country: str, permits: list[Permit], last: str | None, because: str | None
) -> None:
    reckoning = reckon(traveller(country, stay("2026-01-01"), permits=permits), "2026-01-01")
    verdict = reckoning.verdict(0)
    assert (verdict.lawful_until, verdict.because) == (maybe(last), because)


def test_under_a_permit_one_stands_by_the_permit() -> None:
    visa, rvp = permit("2026-01-01", "2026-01-31"), permit("2026-01-20", "2026-12-31", "rvp")
    person = traveller("PK", stay("2026-01-01"), permits=[visa, rvp])
    cover = reckon(person, "2026-01-10").history.cover(0)
    assert cover.on(day("2026-01-10")) == visa.until
    assert cover.on(day("2026-01-25")) == rvp.until, "the one that lasts longest"
    assert reckon(person, "2026-01-25").permitted(0) == rvp.until
    assert reckon(person, "2026-12-31").standing is Standing.PERMIT
    assert reckon(person, "2027-01-01").standing is Standing.OVERSTAY
    assert reckon(person, "2027-01-01").verdict(0).overstay_days == 1
    assert cover.on(day("2027-01-01")) is None
    assert reckon(person, "2027-01-01").permitted(0) is None


def test_days_over_are_those_of_a_present_stay_that_has_a_last_day() -> None:
    assert reckon(traveller("DE"), "2026-11-22").over == (0, 0)
    assert reckon(traveller("PK", stay("2026-11-01")), "2026-11-22").over == (0, 0), "no last day is known"
    assert reckon(traveller("DE", stay("2026-11-01")), "2026-12-02").over == (2, 0)
    assert reckon(traveller("FR", stay("2026-04-01"), stay("2026-11-10")), "2026-11-27").over == (0, 18)
