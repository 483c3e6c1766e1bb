"""Every row of the table: the days that it gives, and how sure it is."""

from __future__ import annotations

from itertools import product

import pytest

from kzstay.bundled import countries
from kzstay.core.law.loading import Person
from kzstay.core.law.schema import VisaRow
from tests.core.builders import LAW
from tests.core.visa_table.table import ALL, GENERAL, LINES, TODAY, Line, N, Shape, forward, found, limits, rolling


def test_the_table_has_three_passports_for_each_state_and_only_the_ordinary_one_for_hong_kong_and_macao() -> None:
    assert len(LINES) == 590
    assert len({line.country for line in LINES}) == 198
    assert {line.country for line in LINES} <= countries()
    states = {line.country for line in LINES} - {"HK", "MO"}
    assert {line.person for line in LINES} == set(product(states, ALL)) | {("HK", N), ("MO", N)}


# The days


# Where the safe reading here gives less than the table
STRICTER_DAYS: dict[Person, tuple[int, str]] = {
    ("AZ", N): (30, "the index and the ministry's list of 2020 say 30; the agreement, which the table takes, 90"),
}


@pytest.mark.parametrize("line", LINES, ids=lambda line: f"{line.country}-{line.passport}")
def test_a_person_has_what_the_table_says(line: Line) -> None:
    row = found(line.person)
    if isinstance(row, VisaRow):
        assert not line.regime_known
        assert row.needs == line.needs
        return
    assert line.regime_known
    expected: list[Shape] = [("per-entry", STRICTER_DAYS.get(line.person, (line.days, ""))[0] or 0, None)]
    if line.total is None or line.period is None:
        expected.append(GENERAL)  # a treaty that names no window: ML 6(4) for everybody
    elif line.window == "forward":
        expected.append(forward(line.total, line.period))
    else:
        expected.append(rolling(line.total, line.period + 1))  # rolling, or unknown: rolling is the stricter
    assert limits(*line.person, TODAY.isoformat()) == expected


# How sure a row is


LESS_SURE: dict[Person, tuple[str, str]] = {
    ("KR", N): ("medium", "60 days by the agreement, 90 by the decree of 25.08.2025: the conflict is not settled"),
}


@pytest.mark.parametrize("line", LINES, ids=lambda line: f"{line.country}-{line.passport}")
def test_a_row_is_as_sure_as_the_table(line: Line) -> None:
    assert found(line.person).certainty == LESS_SURE.get(line.person, (line.certainty,))[0]


def test_an_exception_is_one_indeed() -> None:
    table = {line.person: line for line in LINES}
    assert all(table[person].days != days for person, (days, _) in STRICTER_DAYS.items())
    assert all(table[person].certainty != certainty for person, (certainty, _) in LESS_SURE.items())


def test_a_row_whose_limits_differ_between_the_readings_is_not_sure() -> None:
    for regime in LAW.regimes:
        assert not any(limit.reading for limit in regime.limits) or regime.certainty != "high", regime.id
