"""What bars entry and invitations, and for how long."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kzstay.core.case import Ruling
from kzstay.core.days import Span
from kzstay.core.sanctions import (
    ban_of,
    bans,
    invitations_stop,
    to_be_executed,
    unpaid_fines,
)
from tests.core.builders import LAW, expulsion, fine
from tests.helpers import day, span

# Bars to entry


@pytest.mark.parametrize(
    ("ruling", "expected", "why"),
    [
        (expulsion("2026-02-01", executed="2026-02-10"), ("2026-02-11", "2031-02-10"), "LF 22"),
        (expulsion("2028-02-01", executed="2028-02-29"), ("2028-03-01", "2033-02-28"), "a leap day"),
        # Law 82-VIII of 16.05.2024: from the execution; before it from the day of the decision
        (expulsion("2024-05-01", executed="2024-05-28"), ("2024-05-29", "2029-05-28"), "the first day of the law"),
        (expulsion("2024-05-01", executed="2024-05-27"), ("2024-05-28", "2029-05-01"), "the day before it"),
        (expulsion("2020-02-29", executed="2020-03-10"), ("2020-03-11", "2025-02-28"), "from a leap day"),
    ],
)
def test_who_was_expelled_may_not_enter_for_five_years(
    ruling: Ruling, expected: tuple[str, str], why: str
) -> None:
    assert ban_of(LAW, ruling) == span(*expected), why


def test_without_an_executed_expulsion_there_is_no_ban() -> None:
    assert ban_of(LAW, expulsion("2026-02-01", "2026-02-10")) is None
    assert ban_of(LAW, fine("2026-02-01", "2026-02-10")) is None
    assert bans(LAW, [fine("2026-02-01"), expulsion("2026-02-01")]) == []


def test_bans_come_in_order() -> None:
    later, sooner = expulsion("2026-02-01", executed="2026-02-10"), expulsion("2019-05-01", executed="2019-05-02")
    assert bans(LAW, [later, fine("2018-01-01"), sooner]) == [
        span("2019-05-03", "2024-05-01"),
        span("2026-02-11", "2031-02-10"),
    ]


@pytest.mark.parametrize(
    ("ruling", "on", "expected"),
    [
        (expulsion("2026-11-02"), "2026-11-01", False),
        (expulsion("2026-11-02"), "2026-11-02", True),
        (expulsion("2026-11-02", executed="2026-11-10"), "2026-11-09", True),
        (expulsion("2026-11-02", executed="2026-11-10"), "2026-11-10", False),
        (fine("2026-11-02"), "2026-11-22", False),
    ],
)
def test_an_expulsion_is_to_be_executed_from_service_on(ruling: Ruling, on: str, expected: bool) -> None:
    assert to_be_executed([fine("2020-01-01"), ruling], day(on)) is expected


@pytest.mark.parametrize(
    ("ruling", "on", "barred"),
    [
        (fine("2026-11-02"), "2026-11-01", False),
        (fine("2026-11-02"), "2026-11-02", True),
        (fine("2026-11-02"), "2029-01-01", True),
        (fine("2026-11-02", "2026-11-10"), "2026-11-09", True),
        (fine("2026-11-02", "2026-11-10"), "2026-11-10", False),
        (expulsion("2026-11-02"), "2026-11-22", False),
    ],
)
def test_a_fine_bars_entry_until_it_is_paid(ruling: Ruling, on: str, barred: bool) -> None:
    # ML 48(7): entry is refused while an earlier administrative penalty is not executed
    assert unpaid_fines([ruling], day(on)) == ([ruling] if barred else [])


# Invitations: not considered of who was held liable twice within twelve calendar months, ML 48, LF 22


@pytest.mark.parametrize(
    ("offences", "expected"),
    [
        ([], None),
        (["2026-05-01"], None),
        (["2026-05-01", "2026-05-01"], ("2026-05-01", "2026-05-01")),
        (["2025-05-01", "2026-05-01"], ("2025-05-01", "2026-05-01")),  # the last day of the twelve months
        (["2025-05-01", "2026-05-02"], None),
        (["2024-02-29", "2025-02-28"], ("2024-02-29", "2025-02-28")),  # ends with the shorter month
        (["2024-02-29", "2025-03-01"], None),
        (["2023-02-28", "2024-02-28"], ("2023-02-28", "2024-02-28")),
        (["2023-02-28", "2024-02-29"], None),
        (["2025-08-31", "2026-08-31"], ("2025-08-31", "2026-08-31")),
        (["2026-03-01", "2021-01-01", "2024-06-01", "2025-03-01"], ("2024-06-01", "2025-03-01")),  # in any order
    ],
)
def test_a_second_offence_within_twelve_months_stops_invitations(
    offences: list[str], expected: tuple[str, str] | None
) -> None:
    assert invitations_stop(LAW, map(day, offences)) == (span(*expected) if expected else None)


@given(st.lists(st.dates(date(2020, 1, 1), date(2027, 12, 31)), max_size=6))
def test_two_offences_stop_invitations_when_the_later_is_no_more_than_a_year_after(offences: list[date]) -> None:
    def a_year_after(first: date) -> date:
        leap = (first.month, first.day) == (2, 29)
        return date(first.year + 1, first.month, 28 if leap else first.day)

    pairs = [
        Span(first, last)
        for i, first in enumerate(sorted(offences))
        for last in sorted(offences)[i + 1 :]
        if last <= a_year_after(first)
    ]
    assert invitations_stop(LAW, offences) == (pairs[0] if pairs else None)
