"""How long a stay may last beside what is planned."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kzstay.core.case import Stay, Traveller
from kzstay.core.days import DAY
from kzstay.core.plan import Longest, can_begin, longest_stay
from kzstay.core.readings import Reading
from kzstay.core.reckoning import Reckoning
from tests.core.builders import LAW, reckon
from tests.core.oracle import RollingOracle, days_of, longest_beside_later
from tests.core.oracle import longest_stay as plain_longest
from tests.helpers import day, permit, stay, traveller

SPRING = stay("2026-03-01", "2026-05-20")  # 31 + 30 + 20 = 81 days


@pytest.mark.parametrize(
    ("person", "on", "entry", "expected"),
    [
        (traveller("DE"), "2026-11-22", "2026-12-01", Longest(30, "per-entry", 30)),
        (traveller("RU", SPRING), "2025-12-31", "2026-01-01", Longest(9, "rolling", 90, 0)),
        # 1 December takes one of the nine
        (
            traveller("RU", SPRING, stay("2025-12-01", "2025-12-01")),
            "2025-12-31",
            "2026-01-10",
            Longest(8, "rolling", 89, 0),
        ),
        (
            traveller("DE", stay("2026-01-11", "2026-01-15")),
            "2025-12-31",
            "2026-01-01",
            Longest(10, "stay", 30, 0),
        ),
        # 30 + 30 days are planned: all thirty are free, and one more would not be
        (
            traveller("DE", stay("2026-03-01", "2026-03-30"), stay("2026-04-05", "2026-05-04")),
            "2025-12-31",
            "2026-01-01",
            Longest(30, "per-entry", 30),
        ),
        # a tenth day breaks both: on 30 June 1 January counts no more, but the day itself does; the first is named
        (
            traveller("RU", SPRING, stay("2026-06-30", "2026-06-30")),
            "2025-12-31",
            "2026-01-01",
            Longest(9, "rolling", 90, 0),
        ),
        # the next stay begins as the thirty days end: the term is what binds
        (
            traveller("DE", stay("2026-01-31", "2026-02-05")),
            "2025-12-31",
            "2026-01-01",
            Longest(30, "per-entry", 30),
        ),
        # a stay on a visa uses no day, but is a stay all the same
        (
            traveller("RU", stay("2026-01-11", "2026-02-10"), permits=[permit("2026-01-01", "2026-12-31")]),
            "2025-12-31",
            "2026-01-01",
            Longest(10, "stay", 365, 0),
        ),
        # 30 + 30 + 1 days are planned, so one of the thirty is taken; all but the last break nothing
        (
            traveller(
                "DE",
                stay("2026-03-01", "2026-03-30"),
                stay("2026-04-05", "2026-05-04"),
                stay("2026-05-10", "2026-05-10"),
            ),
            "2025-12-31",
            "2026-01-01",
            Longest(29, "rolling", 30, 2),
        ),
        # 81 days used: nine are left
        (traveller("RU", SPRING), "2026-06-01", "2026-06-01", Longest(9, "rolling", 9)),
        # 81 + 9 days used
        (
            traveller("RU", SPRING, stay("2026-06-01", "2026-06-09")),
            "2026-06-10",
            "2026-06-10",
            Longest(0, "rolling", 0),
        ),
        (traveller("RU", SPRING), "2026-01-01", "2026-03-01", None),  # in a stay already
        (
            traveller("DE", stay("2026-11-11")),
            "2026-11-22",
            "2026-12-09",
            None,
        ),  # the present one may last so long
        (traveller("PK"), "2026-11-22", "2026-12-01", None),
    ],
)
def test_a_plan_is_limited_by_history_and_by_what_is_planned_later(
    person: Traveller, on: str, entry: str, expected: Longest | None
) -> None:
    assert longest_stay(Reckoning(person, day(on), LAW, Reading.USUAL), day(entry)) == expected


@settings(max_examples=15)  # the reference is slow
@given(
    st.lists(st.tuples(st.integers(1, 60), st.integers(1, 45)), min_size=1, max_size=8),
    st.integers(0, 300),
    st.sampled_from([("DE", 30, 90), ("RU", 90, 90), ("IN", 14, 42)]),
)
def test_a_plan_leaves_every_later_stay_its_days(
    gaps: list[tuple[int, int]], offset: int, regime: tuple[str, int, int]
) -> None:
    country, per_entry, in_window = regime
    plan: list[tuple[date, date]] = []
    free = day("2024-01-01")
    for gap, length in gaps:
        # No stay is longer than one entry allows: what is unlawful by that alone needs no days
        plan.append((free + DAY * gap, free + DAY * (gap + min(length, per_entry) - 1)))
        free = plan[-1][1] + DAY
    person = traveller(country, *(Stay(entry=first, exit=last) for first, last in plan))
    reckoning = Reckoning(person, day("2024-01-01"), LAW, Reading.USUAL)
    entry, days, oracle = day("2024-01-01") + DAY * offset, days_of(plan), RollingOracle(in_window, 180)
    found = longest_stay(reckoning, entry)
    if entry in days:
        # Leaving and coming back on one day is possible, in the midst of a stay nothing is
        inside = any(first <= entry < last for first, last in plan)
        assert (found is None) == inside
        return
    history = min(per_entry, plain_longest(oracle, days, entry))
    assert found is not None
    assert found.history_only == history
    assert found.days == min(per_entry, longest_beside_later(oracle, days, entry))
    assert (found.stay is not None) == (found.days < history)


@pytest.mark.parametrize(
    ("who", "begins"),
    [
        (traveller("DE"), True),
        (traveller("KZ"), True),
        (traveller("PK"), False),
        (traveller("RU", stay("2026-06-15", "2026-09-12")), False),  # all ninety days are used
        (traveller("DE", stay("2026-11-20", "2026-12-05")), False),  # in the midst of a stay
    ],
)
def test_a_stay_can_begin_where_days_or_a_passport_allow_it(who: Traveller, begins: bool) -> None:
    reckoning, entry = reckon(who, "2026-11-18"), day("2026-11-25")
    assert can_begin(reckoning, entry, longest_stay(reckoning, entry)) is begins
