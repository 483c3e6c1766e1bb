"""The two readings, and what is answered in both."""

from __future__ import annotations

from kzstay.core.readings import Both, Reading


def test_both_readings_of_one_thing() -> None:
    both = Both.of(lambda reading: reading.value)
    assert (both.under(Reading.SAFE), both.under(Reading.USUAL)) == ("safe", "usual")
    assert both.differs
    assert not Both(1, 1).differs
