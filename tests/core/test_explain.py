from __future__ import annotations

import itertools
from datetime import date

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from kzstay.bundled import law
from kzstay.core.assess import assess
from kzstay.core.case import Permit, Ruling, RulingKind, Stay, Traveller
from kzstay.core.days import DAY
from kzstay.core.explain import Contribution, articles_of, contributions
from kzstay.core.law.regimes import BoundLimit
from kzstay.core.limit_use import LimitUse, limit_uses
from kzstay.core.readings import Reading
from kzstay.core.reckoning import Reckoning
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
