"""A value in both readings, written once where they agree."""

from __future__ import annotations

import pytest

from kzstay.core.readings import Reading
from kzstay.texts import readings
from kzstay.texts.words import words

EN = words("en")


@pytest.mark.parametrize(
    ("reading", "usual", "told"),
    [
        (Reading.SAFE, "67", "68 (by the usual count 67)"),
        (Reading.USUAL, "67", "67 (by the strict count 68)"),
        (Reading.SAFE, "68", "68"),
        (Reading.USUAL, "68", "68"),
    ],
)
def test_the_other_reading_is_told_only_where_it_differs(reading: Reading, usual: str, told: str) -> None:
    assert readings.sides(EN, reading, "68", usual) == told


def test_each_reading_has_a_name() -> None:
    assert [readings.name(EN, reading) for reading in Reading] == ["strict count", "usual count"]
