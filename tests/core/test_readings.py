"""The two readings, and what is answered in both."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kzstay.core.readings import Both, Reading


def test_both_readings_of_one_thing() -> None:
    both = Both.of(lambda reading: reading.value)
    assert (both.under(Reading.SAFE), both.under(Reading.USUAL)) == ("safe", "usual")
    assert both.differs
    assert not Both(1, 1).differs


def test_the_stricter_reading_comes_first() -> None:
    # whoever goes through the readings tells the strict side first, and the file of a person names them so
    assert [reading.value for reading in Reading] == ["safe", "usual"]


@given(st.integers(), st.integers())
def test_what_is_asked_under_a_reading_is_that_side(safe: int, usual: int) -> None:
    answers = {Reading.SAFE: safe, Reading.USUAL: usual}
    both = Both.of(answers.__getitem__)
    assert {reading: both.under(reading) for reading in Reading} == answers
    assert both == Both(safe, usual)
    assert both.differs is (safe != usual)
