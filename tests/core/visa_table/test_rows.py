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


# Where the days here are not those of the table
OTHER_DAYS: dict[Person, tuple[int, str]] = {
    ("TJ", N): (90, "the table's 30 are the days after which one must be registered: trend.az 2879927"),
}


@pytest.mark.parametrize("line", LINES, ids=lambda line: f"{line.country}-{line.passport}")
def test_a_person_has_what_the_table_says(line: Line) -> None:
    row = found(line.person)
    if isinstance(row, VisaRow):
        assert not line.regime_known
        assert row.needs == line.needs
        return
    assert line.regime_known
    expected: list[Shape] = [("per-entry", OTHER_DAYS.get(line.person, (line.days, ""))[0] or 0, None)]
    if line.total is None or line.period is None:
        expected.append(GENERAL)  # a treaty that names no window: ML 6(4) for everybody
    elif line.window == "forward":
        expected.append(forward(line.total, line.period))
        if line.total >= 90:
            expected.append(GENERAL)  # whether it holds beside a period from the first entry is open
    else:
        expected.append(rolling(line.total, line.period + 1))  # rolling, or unknown: rolling is the stricter
    assert limits(*line.person, TODAY.isoformat()) == expected


# How sure a row is


OLDER_LIST = ["CH", "CL", "CZ", "EE", "FI", "FR", "GB", "HR", "PH", "PT", "RO", "SA", "SE", "SG", "SI", "SK", "TH"]
OTHER_CERTAINTY: dict[Person, tuple[str, str]] = {
    ("KR", N): ("medium", "60 days by the agreement, 90 by the decree of 25.08.2025: the conflict is not settled"),
    ("TJ", N): ("medium", "two sources tell the 90 days of the agreement"),
    ("KG", N): ("medium", "who was over 90 in 180 was let in from 2023 to 2024: sarbaz.kz"),
    **{(country, "national"): ("medium", "rests on the list of 2022 and the index") for country in OLDER_LIST},
    **{
        (country, "national"): ("medium", "rests on a page of 31.01.2025")
        for country in ("BD", "EG", "LK", "NG", "NP")
    },
    **{
        ("CN", kind): ("medium", "neither the text nor its day in force was seen")
        for kind in ("service", "diplomatic")
    },
}


@pytest.mark.parametrize("line", LINES, ids=lambda line: f"{line.country}-{line.passport}")
def test_a_row_is_as_sure_as_the_table(line: Line) -> None:
    assert found(line.person).certainty == OTHER_CERTAINTY.get(line.person, (line.certainty,))[0]


def test_an_exception_is_one_indeed() -> None:
    table = {line.person: line for line in LINES}
    assert all(table[person].days != days for person, (days, _) in OTHER_DAYS.items())
    assert all(table[person].certainty != certainty for person, (certainty, _) in OTHER_CERTAINTY.items())


def test_a_row_whose_limits_differ_between_the_readings_is_not_sure() -> None:
    for regime in LAW.regimes:
        assert not any(limit.reading for limit in regime.limits) or regime.certainty != "high", regime.id
