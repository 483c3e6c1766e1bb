"""What is typed as a number of days, and is none."""

from __future__ import annotations

from kzstay.texts import plans
from tests.texts.plans.plan_words import EN


def test_what_is_no_number_is_quoted() -> None:
    assert plans.not_a_number_of_days(EN, "two") == "“two” is not a number of days. Enter it like 14."
