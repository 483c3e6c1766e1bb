from __future__ import annotations

import itertools
from datetime import date

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kzstay.bundled import law
from kzstay.core.assess import Assessment, assess
from kzstay.core.case import Permit, Ruling, RulingKind, Stay, Traveller
from kzstay.core.days import DAY
from kzstay.core.explain import Contribution, articles_of, contributions, own_limits, questions_of, set_by
from kzstay.core.law.regimes import BoundLimit
from kzstay.core.limit_use import LimitUse, limit_uses
from kzstay.core.readings import Both, Reading
from kzstay.core.reckoning import Reckoning
from tests.core.builders import visa
from tests.core.histories import PARTING
from tests.core.oracle import Stays, at, stays
from tests.helpers import day, permit, span, stay, traveller

LAW = law()


def bound_uses(reckoning: Reckoning) -> list[tuple[BoundLimit, LimitUse]]:
    """Pair the limits of the present stay, or of an entry today, with what is used of them."""
    current = reckoning.current
    regime = reckoning.regime(reckoning.on if current is None else reckoning.traveller.stays[current].entry)
    return list(zip(reckoning.limits(regime), limit_uses(reckoning), strict=True)) if regime else []


def explained(person: Traveller, on: str, reading: Reading = Reading.USUAL) -> list[Contribution]:
    """Tell what each stay gave to the window of the day."""
    reckoning = Reckoning(person, day(on), LAW, reading)
    ((limit, use),) = [pair for pair in bound_uses(reckoning) if pair[1].window]
    assert use.window is not None
    return contributions(reckoning, limit, use.window)


def test_each_stay_gives_the_days_that_lie_in_the_window() -> None:
    # 22 November 2026 less 179 days is 27 May: 13 of the first stay's twenty days are in it
    person = traveller("DE", stay("2026-05-20", "2026-06-08"), stay("2026-11-11"))
    assert explained(person, "2026-11-22") == [
        Contribution(0, span("2026-05-27", "2026-06-08"), 13),
        Contribution(1, span("2026-11-11", "2026-11-22"), 12),
    ]


def test_a_shared_day_is_the_earlier_stays() -> None:
    person = traveller("RU", stay("2026-11-10", "2026-11-12"), stay("2026-11-05", "2026-11-10"))
    assert explained(person, "2026-11-22") == [
        Contribution(1, span("2026-11-05", "2026-11-10"), 6),
        Contribution(0, span("2026-11-11", "2026-11-12"), 2),
    ]


def test_a_stay_under_a_permit_a_planned_and_an_old_one_give_nothing() -> None:
    person = traveller(
        "RU",
        stay("2026-01-01", "2026-01-10"),
        stay("2026-08-01", "2026-08-31"),
        stay("2026-11-20"),
        stay("2026-12-20", "2026-12-25"),
        permits=[permit("2026-07-01", "2026-08-31")],
    )
    assert explained(person, "2026-11-22") == [Contribution(2, span("2026-11-20", "2026-11-22"), 3)]


def test_without_a_regime_there_is_nothing_to_explain() -> None:
    assert bound_uses(Reckoning(traveller("PK", stay("2026-11-20")), day("2026-11-22"), LAW, Reading.SAFE)) == []


def test_the_limits_are_those_of_the_present_stay() -> None:
    # entered on 5 September 2025, before the 90 days of Türkiye
    reckoning = Reckoning(traveller("TR", stay("2025-09-05")), day("2025-09-20"), LAW, Reading.SAFE)
    assert [(limit.row.days, use.days) for limit, use in bound_uses(reckoning)] == [(30, 30), (90, 90)]


@given(stays(), stays(most=2), st.integers(0, 120), st.sampled_from(list(Reading)))
def test_the_parts_are_the_whole(plan: Stays, permits: Stays, offset: int, reading: Reading) -> None:
    person = Traveller(
        name="A",
        citizenship="RU",
        stays=tuple(Stay(entry=first, exit=last) for first, last in plan),
        permits=tuple(Permit(kind="rvp", first=first, until=last) for first, last in permits),
    )
    on: date = at(offset)
    reckoning = Reckoning(person, on, LAW, reading)
    for limit, use in bound_uses(reckoning):
        if use.window:
            parts = contributions(reckoning, limit, use.window)
            assert sum(part.days for part in parts) == use.used
            assert all(0 < part.days <= part.span.days for part in parts)
            ends = [part.span for part in parts]
            assert all(one.last + DAY <= other.first for one, other in itertools.pairwise(ends))


def test_a_day_set_by_a_ruling_cites_what_that_kind_of_ruling_rests_on() -> None:
    person = traveller("DE", stay("2026-11-01"))
    told: dict[RulingKind, list[str]] = {"shortened": ["LF 27", "ML 9(8)"], "expulsion": ["LF 28", "KoAP 916"]}
    for kind, articles in told.items():
        ruling = Ruling(kind=kind, served=day("2026-11-09"), leave_by=day("2026-11-16"))
        ordered = msgspec.structs.replace(person, rulings=(ruling,))
        assert articles_of(assess(ordered, day("2026-11-12"), LAW), 0) == articles


# What sets a day, and where the readings part

HELD = [visa("2026-10-01", "2026-12-31", days=30)]
VISITS = stay("2026-10-01", "2026-10-10"), stay("2026-11-11")
PARTED = traveller("DE", *PARTING, stay("2026-06-10"))


def found(person: Traveller, on: str = "2026-11-22") -> Assessment:
    return assess(person, day(on), LAW)


def test_each_reading_names_what_sets_the_last_day_of_a_stay() -> None:
    a = found(PARTED, "2026-07-02")
    assert set_by(a, 3) == Both("rolling", "per-entry")
    assert set_by(a, 0) == Both("per-entry", "per-entry")
    assert set_by(found(traveller("PK", stay("2026-11-20"))), 0) == Both(None, None)


def test_a_last_day_cites_the_articles_of_what_sets_it() -> None:
    assert articles_of(found(PARTED, "2026-07-02"), 3) == ["ML 6(4)", "D148 17"]
    on_a_visa = found(traveller("PK", *VISITS, permits=HELD))
    assert articles_of(on_a_visa, 1) == LAW.duties["permit-expiry"].articles
    driver = found(traveller("RU", stay("2026-11-01", kind="transport")))
    assert articles_of(driver, 0) == LAW.transport.articles
    assert articles_of(found(traveller("PK", stay("2026-11-20"))), 0) == []


def test_limits_of_which_the_sources_differ_are_told_of_each_reading() -> None:
    own = own_limits(found(traveller("KR", stay("2026-11-11"))), 0)
    assert [(limit.kind, limit.days) for limit in own.safe] == [("rolling", 60)]
    assert [(limit.kind, limit.days) for limit in own.usual] == [("rolling", 90)]
    assert own_limits(found(traveller("DE", stay("2026-11-11"))), 0) == Both([], [])


@pytest.mark.parametrize(
    ("person", "on", "questions"),
    [
        (traveller("DE", stay("2026-11-11")), "2026-11-22", ["rolling-look-back"]),
        (traveller("GE", stay("2026-11-11")), "2026-11-22", ["treaty-without-window"]),
        (traveller("UA", stay("2026-11-11")), "2026-11-22", ["first-entry-window"]),
        # Since when days count in the half year is open, which matters to who was here before
        (traveller("DE", stay("2023-02-10")), "2023-03-01", ["rolling-look-back"]),
        (
            traveller("DE", stay("2023-02-10"), stay("2022-12-01", "2022-12-20")),
            "2023-03-01",
            ["rolling-look-back", "days-before-limit"],
        ),
        (traveller("PK", stay("2026-11-11")), "2026-11-22", []),
    ],
)
def test_the_open_questions_of_a_stay_are_those_that_bear_on_its_days(
    person: Traveller, on: str, questions: list[str]
) -> None:
    assert questions_of(found(person, on), 0) == questions


def test_the_days_of_a_visa_are_open_only_of_a_stay_that_they_cover_otherwise() -> None:
    a = found(traveller("PK", *VISITS, permits=HELD))
    assert [questions_of(a, index) for index in (0, 1, None)] == [[], ["visa-days"], []]
