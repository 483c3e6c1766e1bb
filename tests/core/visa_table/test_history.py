"""History: what held when."""

from __future__ import annotations

import pytest

from kzstay.core.case import PassportKind
from kzstay.core.law.regimes import limits_of
from kzstay.core.readings import Reading
from tests.core.builders import LAW, SAFE, USUAL
from tests.core.visa_table.table import (
    ALL,
    GENERAL,
    GENERAL_USUAL,
    PER_30,
    PER_90,
    D,
    N,
    S,
    forward,
    limits,
    nothing,
    regime_of,
    rolling,
    shape,
)
from tests.helpers import day


def test_a_chinese_had_14_days_until_9_november_2023_and_has_30_since_the_10th() -> None:
    # ustinka.kz 74663; agreement of 17.05.2023, in force 10.11.2023: en.inform.kz a4097696
    assert limits("CN", N, "2023-11-09") == [("per-entry", 14, None), rolling(42, 181)]
    assert limits("CN", N, "2023-11-10") == [PER_30, rolling(90, 181)]
    assert nothing("CN", N, "2022-07-07")


def test_macao_has_14_days_since_24_october_2024() -> None:
    # agreement of 09.04.2024: astanatimes.com 2024/10
    assert nothing("MO", N, "2024-10-23")
    assert limits("MO", N, "2024-10-24") == [("per-entry", 14, None), GENERAL]
    assert limits("MO", N, "2024-10-24", USUAL) == [("per-entry", 14, None)]


@pytest.mark.parametrize("passport", ALL)
def test_turkiye_had_a_month_and_has_90_days_since_september_2025(passport: PassportKind) -> None:
    # prg.kz 1020099; decree of 25.08.2025, zakon.kz/pravo/6488830: by calculation from 6 to 8 September
    assert limits("TR", passport, "2025-09-05") == [PER_30, GENERAL]
    assert limits("TR", passport, "2025-09-07") == [PER_30, GENERAL]
    assert limits("TR", passport, "2025-09-07", USUAL) == [PER_90, GENERAL_USUAL]
    assert limits("TR", passport, "2025-09-08") == [PER_90, GENERAL]


def test_a_moroccan_has_30_days_in_180_from_the_first_entry_since_19_march_2025() -> None:
    # agreement of 26.09.2024: online.zakon.kz 32870141, sputnik.kz 20250319
    assert nothing("MA", N, "2025-03-18")
    for reading in Reading:
        assert limits("MA", N, "2025-03-19", reading) == [PER_30, forward(30, 180)]


def test_an_official_of_a_listed_state_has_the_list_where_no_agreement_is_known() -> None:
    # D148 para 17, as of 2022: ambastana.esteri.it (01.2022)
    assert nothing("GB", D, "2021-12-31")
    assert limits("GB", D, "2022-01-01") == limits("FR", S, "2022-01-01") == [PER_30, GENERAL]


def test_the_look_back_of_hungary_counts_since_the_protocol_that_spells_it_out() -> None:
    # protocol of 28.02.2018: adilet.zan.kz P1800000086
    window = limits_of(LAW, regime_of(("HU", D)), SAFE)[1]
    assert (shape(window.rule), window.begins) == (GENERAL, day("2018-02-28"))
