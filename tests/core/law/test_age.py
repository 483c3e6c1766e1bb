"""The age of the law data: counted from the day on which it was gathered, and told after so many days."""

from __future__ import annotations

from datetime import date, timedelta

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kzstay.core.law.age import OldRow
from tests.core.builders import LAW

rows = st.tuples(st.integers(0, 900), st.integers(1, 900)).map(lambda two: OldRow(two[0], sum(two)))
days = st.dates(date(1991, 12, 16), date(2150, 12, 31))


@given(rows, days, days)
def test_law_data_is_old_exactly_when_more_days_have_passed_than_the_row_has(
    row: OldRow, collected: date, on: date
) -> None:
    passed = (on - collected).days
    assert row.days(collected, on) == (passed if passed > row.over_days else None)


@given(rows, days, st.integers(-1, 1))
def test_from_the_day_of_the_row_on_the_words_are_strong(row: OldRow, collected: date, beside: int) -> None:
    on = collected + timedelta(row.strong_days + beside)
    passed = row.days(collected, on)
    assert (passed is not None and row.strong(passed)) == (beside >= 0)


@given(rows, days)
def test_for_a_day_before_it_was_gathered_no_law_data_is_old(row: OldRow, collected: date) -> None:
    assert row.days(collected, collected) is None
    assert row.days(collected, collected - timedelta(10_000)) is None


def test_the_law_says_so_after_half_a_year_and_in_strong_words_after_a_year() -> None:
    # The finding: over 180 days, strong words from 365
    assert LAW.old == OldRow(over_days=180, strong_days=365)


@pytest.mark.parametrize("wrong", [{"over_days": 365, "strong_days": 365}, {"over_days": -1, "strong_days": 365}])
def test_strong_words_before_any_others_are_no_row(wrong: dict[str, int]) -> None:
    with pytest.raises(msgspec.ValidationError, match="strong_days comes after"):
        msgspec.convert(wrong, OldRow)
