"""What is typed as a number of days, and how many may be asked for."""

from __future__ import annotations

import pytest

from kzstay.core.case import LAST_DAY
from kzstay.core.days import DAY
from kzstay.core.plan import most_days, read_days


@pytest.mark.parametrize(("text", "days"), [("1", 1), (" 14 ", 14), ("007", 7), ("999999", 999_999)])
def test_a_number_of_days_is_read(text: str, days: int) -> None:
    assert read_days(text) == days


@pytest.mark.parametrize("text", ["", "0", "-3", "+3", "2.5", "two", "1e3", "١٤", "1" * 5000])
def test_what_is_no_number_of_days_is_not_read(text: str) -> None:
    assert read_days(text) is None


def test_a_trip_ends_in_a_year_that_a_case_may_hold() -> None:
    assert most_days(LAST_DAY) == 1
    assert most_days(LAST_DAY - DAY * 9) == 10
