"""What a row of the law says: the rule that it makes, the days on which it holds, and under which reading."""

from __future__ import annotations

import pytest

from kzstay.core.law.schema import LimitRow
from kzstay.core.limits import CalendarYear, Forward, Limit, PerEntry, Rolling


@pytest.mark.parametrize(
    ("row", "rule"),
    [
        (LimitRow("per-entry", 30), PerEntry(30)),
        (LimitRow("rolling", 90, 180), Rolling(90, 181)),
        (LimitRow("forward", 30, 365), Forward(30, 365)),
        (LimitRow("calendar-year", 120), CalendarYear(120)),
    ],
)
def test_a_row_makes_a_rule_and_only_a_rolling_one_looks_further_back(row: LimitRow, rule: Limit) -> None:
    assert row.rule(look_back=1) == rule
    assert row.rule(look_back=1).kind == row.kind


@pytest.mark.parametrize("row", [LimitRow("rolling", 90), LimitRow("forward", 30)])
def test_a_window_needs_a_period(row: LimitRow) -> None:
    with pytest.raises(ValueError, match="needs a period"):
        row.rule()
