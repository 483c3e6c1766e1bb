"""Conflicts between the sources: both sides are carried."""

from __future__ import annotations

import pytest

from kzstay.core.case import PassportKind
from tests.core.builders import USUAL
from tests.core.visa_table.table import (
    ALL,
    GENERAL,
    OFFICIAL,
    PER_30,
    PER_90,
    D,
    N,
    Shape,
    forward,
    limits,
    regime_of,
    rolling,
)


@pytest.mark.parametrize("country", ["AZ", "TJ"])
def test_the_thirty_days_of_some_lists_are_those_after_which_one_is_registered(country: str) -> None:
    # en.inform.kz a3477095, trend.az 2879927: registered for up to 90; MVD list of 2020 and the index print 30
    assert limits(country, N, "2026-11-22") == [PER_90, GENERAL]
    assert limits(country, N, "2026-11-22", USUAL) == [PER_90]
    assert "thirty-on-lists" in regime_of((country, N)).remarks


@pytest.mark.parametrize("passport", ALL)
def test_the_seychelles_have_30_in_180_in_the_safe_reading_and_90_in_the_usual(passport: PassportKind) -> None:
    # zakon.kz 6414776 prints the text: 30 in each 180; the ministry's briefing, sputnik.kz 15.01.2024: 90
    assert limits("SC", passport, "2026-11-22") == [PER_30, rolling(30, 181)]
    assert limits("SC", passport, "2026-11-22", USUAL) == [PER_30, rolling(90, 180)]


def test_korea_has_60_in_180_in_the_safe_reading_and_90_in_the_usual_since_the_decree() -> None:
    # kazkorean.kz/?p=5247; zakon.kz/pravo/6488830 (28.08.2025)
    assert limits("KR", N, "2026-11-22") == [PER_30, rolling(60, 181)]
    assert limits("KR", N, "2026-11-22", USUAL) == [PER_30, rolling(90, 180)]
    assert limits("KR", N, "2025-09-05", USUAL) == [PER_30, rolling(60, 180)]


@pytest.mark.parametrize(
    ("country", "passport", "days", "total", "period", "source"),
    [
        ("AR", N, 30, 30, 365, "ilp.kz/en: 30 within a year"),
        *(("EC", passport, 30, 30, 180, "adilet.zan.kz P1300001089") for passport in ALL),
        *(("CO", passport, 90, 90, 180, "adilet.zan.kz P2000000335") for passport in OFFICIAL),
        ("LV", D, 90, 90, 180, "likumi.lv/ta/id/281946: 90 in half a year"),
        ("PT", D, 90, 90, 180, "dre.tretas.org/dre/313219: 90 per half year"),
        *(("RW", passport, 30, 30, 180, "online.zakon.kz doc_id=36553437") for passport in OFFICIAL),
    ],
)
def test_a_total_whose_direction_is_not_known_looks_back_in_the_safe_reading_and_forward_in_the_usual(
    country: str, passport: PassportKind, days: int, total: int, period: int, source: str
) -> None:
    per_entry: Shape = ("per-entry", days, None)
    assert limits(country, passport, "2026-11-22") == [per_entry, rolling(total, period + 1)], source
    assert limits(country, passport, "2026-11-22", USUAL) == [per_entry, forward(total, period)], source
