"""The limits of a day, and what is used of them."""

from __future__ import annotations

from kzstay.core.law.schema import Question, Regime
from kzstay.core.limit_use import LimitUse, StayOrEntry, key, last_by, limit_uses, row_of, stay_or_entry, uses
from kzstay.core.readings import Reading
from kzstay.core.reckoning import Reckoning
from tests.core.builders import both, reckon
from tests.core.histories import NINETY
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


def rows(reckoning: Reckoning, about: StayOrEntry) -> list[tuple[str, str | None, int | None, str]]:
    """Tell of each limit its kind, its last day, what is used of it and the row that it comes from."""
    told: list[tuple[str, str | None, int | None, str]] = []
    for limit, use in uses(reckoning, about):
        last, row = last_by(reckoning, about, limit), row_of(reckoning, about, limit)
        assert key(limit) == (use.kind, use.days, use.period)
        assert isinstance(row, (Regime, Question))
        told.append((use.kind, last.isoformat() if last else None, use.used, row.id))
    return told


def test_a_stay_is_looked_at_on_its_last_day_the_present_one_today_and_an_entry_on_the_day() -> None:
    reckoning = reckon(traveller("DE", stay("2026-05-20", "2026-06-08"), stay("2026-11-11")), "2026-11-22")
    assert stay_or_entry(reckoning, 0) == StayOrEntry(0, day("2026-05-20"), day("2026-06-08"))
    assert stay_or_entry(reckoning, 1) == StayOrEntry(1, day("2026-11-11"), day("2026-11-22"))
    assert stay_or_entry(reckoning, None) == StayOrEntry(None, day("2026-11-22"), day("2026-11-22"))


def test_each_limit_of_a_stay_tells_its_own_last_day_and_where_it_is_from() -> None:
    # 20 + 31 + 31 + 8 days are ninety; by then the spring is more than 181 days ago
    reckoning = reckon(traveller("DE", stay("2026-05-20", "2026-06-08"), stay("2026-11-11")), "2026-11-22")
    assert rows(reckoning, stay_or_entry(reckoning, 1)) == [
        ("per-entry", "2026-12-10", None, "unilateral-30"),
        ("rolling", "2027-02-08", 26, "unilateral-30"),
    ]


def test_nothing_is_left_of_a_limit_that_is_used_up() -> None:
    reckoning = reckon(traveller("DE", *NINETY), "2026-05-02")
    assert rows(reckoning, stay_or_entry(reckoning, None))[1] == ("rolling", None, 90, "unilateral-30")


def test_the_general_limit_beside_a_treaty_comes_of_the_open_question() -> None:
    reckoning = reckon(traveller("GE", stay("2026-11-11")), "2026-11-22")
    about = stay_or_entry(reckoning, 0)
    assert [(kind, name) for kind, _, _, name in rows(reckoning, about)] == [
        ("per-entry", "georgia"),
        ("rolling", "treaty-without-window"),
    ]


def test_without_a_regime_there_is_no_limit_to_tell_of() -> None:
    reckoning = reckon(traveller("PK"), "2026-11-22")
    assert uses(reckoning, stay_or_entry(reckoning, None)) == []
