"""The limits of a day, and what is used of them."""

from __future__ import annotations

from kzstay.core.limit_use import LimitUse, limit_uses
from kzstay.core.readings import Reading
from tests.core.builders import both, reckon
from tests.helpers import day, span, stay, traveller


def test_limits_tell_what_is_used_and_in_which_window() -> None:
    person = traveller("DE", stay("2026-05-20", "2026-06-08"), stay("2026-11-11"))
    safe, usual = both(person, "2026-11-22").safe, both(person, "2026-11-22").usual
    # 22 November less 180 days is 26 May: 14 days are left of the spring, and twelve of November; 26
    assert limit_uses(safe) == [
        LimitUse("per-entry", 30),
        LimitUse("rolling", 90, 180, 26, 64, span("2026-05-26", "2026-11-22")),
    ]
    assert limit_uses(usual) == [
        LimitUse("per-entry", 30),
        LimitUse("rolling", 90, 180, 25, 65, span("2026-05-27", "2026-11-22")),
    ]


def test_limits_of_a_later_day_take_the_present_stay_as_used_up() -> None:
    # 11 November to 10 December are 30 days; the spring has left by 6 December
    person = traveller("DE", stay("2026-05-20", "2026-06-08"), stay("2026-11-11"))
    rolling = limit_uses(reckon(person, "2026-11-22"), day("2026-12-31"))[1]
    assert (rolling.used, rolling.remaining) == (30, 60)


def test_limits_of_who_is_outside_are_those_of_an_entry_on_the_day() -> None:
    person = traveller("TR", stay("2025-08-01", "2025-08-20"))
    kinds = [(use.kind, use.days) for use in limit_uses(reckon(person, "2025-09-05"))]
    assert kinds == [("per-entry", 30), ("rolling", 90)]
    kinds = [(use.kind, use.days) for use in limit_uses(reckon(person, "2025-09-08"))]
    assert kinds == [("per-entry", 90), ("rolling", 90)]
    assert limit_uses(reckon(person, "2025-09-08"))[1].used == 20


def test_the_timeline_draws_the_rolling_limit() -> None:
    reckoning = reckon(traveller("DE"), "2026-11-22", Reading.USUAL)
    limit = reckoning.counting_limit(day("2026-11-22"))
    assert limit is not None
    assert (limit.row.days, limit.row.period, limit.begins) == (90, 180, day("2023-01-27"))
    treaty = reckon(traveller("IN", passport="service"), "2026-11-22", Reading.USUAL)
    assert treaty.counting_limit(day("2026-11-22")) is None
