from __future__ import annotations

import tomllib
from typing import NamedTuple

import pytest

from kzstay.bundled import law
from kzstay.core.case import PassportKind
from kzstay.core.days import Presence
from kzstay.core.law.regimes import limits_of, regime_on
from kzstay.core.readings import Reading
from kzstay.paths import resource
from tests.helpers import day, maybe, presence

LAW = law()
UNILATERAL = next(regime for regime in LAW.regimes if regime.id == "unilateral-30-before-pause").countries
N, S, D = "national", "service", "diplomatic"


class First(NamedTuple):
    """A first entry: the regime, and the last lawful day with the day of entry as day 1."""

    regime: str
    country: str
    passport: PassportKind
    entry: str
    last: str
    source: str


FIRST = [
    # The decree of 2016: 30 days from 2017, 54 states from September 2019, suspended in April 2020
    First("unilateral-30-before-pause", "DE", N, "2019-09-30", "2019-10-29", "decree 693"),
    First("unilateral-30-before-pause", "JP", N, "2020-04-16", "2020-05-15", "decree 693, last day"),
    First("unilateral-30", "DE", N, "2022-01-01", "2022-01-30", "ambastana.esteri.it (01.2022)"),
    First("unilateral-30", "DE", N, "2023-02-01", "2023-03-02", "28 days of February and two"),
    First("unilateral-30", "DE", N, "2024-02-01", "2024-03-01", "29 days of February and one"),
    First("unilateral-30", "US", N, "2026-12-15", "2027-01-13", "17 days of December and 13"),
    First("unilateral-30-service", "DE", S, "2022-01-01", "2022-01-30", "ilp.kz/en: the list alone"),
    First("unilateral-30-official", "GB", D, "2026-11-22", "2026-12-21", "ilp.kz/en: the list alone"),
    First("emirates", "AE", N, "2018-03-10", "2018-04-08", "kazakhstan.ae protocol"),
    First("emirates-service", "AE", S, "2017-11-03", "2017-12-02", "protocol of 15.01.2017: a floor"),
    First("emirates-diplomatic", "AE", D, "2026-11-22", "2026-12-21", "agreement of 13.05.2010: a floor"),
    First("unilateral-14", "IN", N, "2022-07-08", "2022-07-21", "ustinka.kz 74663, first day"),
    First("unilateral-14", "IN", N, "2026-02-20", "2026-03-05", "9 days of February and 5"),
    First("unilateral-14", "IR", N, "2026-12-25", "2027-01-07", "7 days of December and 7"),
    First("india-official", "IN", S, "2000-12-04", "2001-01-02", "agreement of 17.08.1999, first day"),
    First("india-official", "IN", D, "2026-11-22", "2026-12-21", "agreement of 17.08.1999"),
    First("iran-official", "IR", S, "1993-11-24", "1993-12-23", "adilet.zan.kz O9300000003"),
    First("iran-official", "IR", D, "2026-11-22", "2026-12-21", "adilet.zan.kz O9300000003"),
    First("eaeu", "RU", N, "2018-04-07", "2018-07-05", "24 + 31 + 30 + 5 days"),
    First("eaeu", "RU", N, "2026-01-01", "2026-03-31", "31 + 28 + 31 days"),
    First("eaeu", "BY", N, "2024-01-01", "2024-03-30", "31 + 29 + 30 days"),
    First("eaeu", "AM", N, "2026-11-22", "2027-02-19", "9 + 31 + 31 + 19 days"),
    First("eaeu-official", "RU", S, "2000-11-30", "2001-02-27", "agreement of 30.11.2000, first day"),
    First("eaeu-official", "KG", S, "2026-11-22", "2027-02-19", "agreement of 30.11.2000"),
    First("eaeu-official", "RU", D, "2026-11-22", "2027-02-19", "agreement of 30.11.2000"),
    First("armenia-official", "AM", S, "2008-04-28", "2008-07-26", "dereksiz.org (MFA table), first day"),
    First("armenia-official", "AM", D, "2026-11-22", "2027-02-19", "dereksiz.org (MFA table)"),
    First("pilot-2014", "US", N, "2014-07-15", "2014-07-29", "embkazjp.org 13.06.2014, first day"),
    First("pilot-2014", "GB", N, "2015-07-15", "2015-07-29", "its last day"),
    First("pilot-2014-korea", "KR", N, "2014-11-28", "2014-12-12", "the last day before the agreement"),
    First("pilot-2015", "BE", N, "2015-07-16", "2015-07-30", "newlandchase.com 10.07.2015, first day"),
    First("pilot-2015", "DE", N, "2016-12-31", "2017-01-14", "the last day before decree 838"),
    First("decree-838", "PL", N, "2017-01-01", "2017-01-30", "arlberg-lech.com, first day"),
    First("decree-838", "DE", N, "2019-09-29", "2019-10-28", "the day before decree 693"),
    First("decree-838-emirates", "AE", N, "2018-03-09", "2018-04-07", "the day before the protocol"),
    First("unilateral-30-older", "GB", N, "2022-01-01", "2022-01-30", "qazmonitor.com/news/570"),
    First("thailand", "TH", N, "2024-09-01", "2024-09-30", "astanatimes.com 2024/08"),
    First("vietnam", "VN", N, "2026-11-01", "2026-11-30", "zakon.kz/pravo/6488830"),
    First("russia-180", "RU", N, "2014-03-01", "2014-08-27", "31 + 30 + 31 + 30 + 31 + 27: newtimes.kz 32638"),
    First("belarus-180", "BY", N, "2015-02-01", "2015-07-30", "28 + 31 + 30 + 31 + 30 + 30"),
    First("kyrgyzstan-180", "KG", N, "2023-01-26", "2023-07-24", "6 + 28 + 31 + 30 + 31 + 30 + 24"),
    First("kyrgyzstan", "KG", N, "2023-01-27", "2023-04-26", "5 + 28 + 31 + 26: decree 1146"),
    First("china-14", "CN", N, "2022-07-08", "2022-07-21", "haninnews.info 14.07.2022"),
    First("china-14", "CN", N, "2023-11-09", "2023-11-22", "the last day before the agreement"),
    First("china", "CN", N, "2023-11-10", "2023-12-09", "daryo.uz 10.11.2023, first day"),
    First("china-official", "CN", S, "1994-01-01", "1994-01-30", "kmdinghan.com"),
    First("china-official", "CN", D, "2026-11-22", "2026-12-21", "kmdinghan.com"),
    First("korea", "KR", N, "2014-11-29", "2014-12-28", "daehannews.kr 313959, first day"),
    First("korea", "KR", N, "2025-09-05", "2025-10-04", "kazkorean.kz/?p=5247"),
    First("korea-decree", "KR", N, "2025-09-06", "2025-10-05", "zakon.kz/pravo/6488830"),
    First("korea-official", "KR", S, "2008-12-05", "2009-01-03", "agreement of 04.06.2007: a floor"),
    First("korea-official", "KR", D, "2026-11-22", "2026-12-21", "agreement of 04.06.2007: a floor"),
    First("turkiye-month", "TR", N, "1992-04-01", "1992-04-30", "prg.kz 1020099, first day"),
    First("turkiye-month", "TR", S, "2025-09-05", "2025-10-04", "before the decree in any reading"),
    First("turkiye", "TR", N, "2025-09-08", "2025-12-06", "23 + 31 + 30 + 6 days: zakon.kz 6488830"),
    First("turkiye-official", "TR", D, "2026-11-22", "2027-02-19", "zakon.kz/pravo/6488830"),
    First("uzbekistan", "UZ", N, "2000-07-07", "2000-08-05", "agreement of 07.07.2000"),
    First("uzbekistan", "UZ", N, "2026-11-22", "2026-12-21", "baigenews.kz 146545"),
    First("uzbekistan-official", "UZ", S, "2003-06-26", "2003-07-25", "MFA table of about 2012"),
    First("uzbekistan-official", "UZ", D, "2026-11-22", "2026-12-21", "MFA table of about 2012"),
]


def written(name: str) -> list[dict[str, object]]:
    """Return the regimes of a file."""
    return tomllib.loads(resource(f"law/regimes/{name}.toml").read_text(encoding="utf-8"))["regime"]


def last_day(country: str, passport: PassportKind, entry: str, reading: Reading) -> str:
    """Say the last lawful day of a first stay."""
    regime = regime_on(LAW, country, passport, day(entry), reading)
    assert regime is not None
    ends = [limit.rule.last_lawful(Presence(), day(entry)) for limit in limits_of(LAW, regime, reading)]
    return min(end for end in ends if end).isoformat()


@pytest.mark.parametrize("reading", Reading)
@pytest.mark.parametrize("case", FIRST, ids=lambda case: f"{case.country}-{case.passport}-{case.entry}")
def test_a_first_stay_lasts_as_many_days_as_an_entry_gives(case: First, reading: Reading) -> None:
    regime = regime_on(LAW, case.country, case.passport, day(case.entry), reading)
    assert regime is not None, case.source
    assert regime.id == case.regime, case.source
    assert last_day(case.country, case.passport, case.entry, reading) == case.last, case.source


def test_every_regime_of_the_unilateral_list_and_of_the_union_has_its_case() -> None:
    # those by agreement are held against the table, visa_table/
    mine = {row["id"] for name in ("unilateral", "eaeu") for row in written(name)}
    # Of armenia-90 the readings part on the days, see law_cases
    assert mine - {case.regime for case in FIRST} == {"armenia-90"}


@pytest.mark.parametrize("country", UNILATERAL)
def test_each_of_the_54_states_has_30_days(country: str) -> None:
    # zakon.kz/pravo/6488830 (28.08.2025); 20 days of November and ten
    for reading in Reading:
        assert last_day(country, N, "2026-11-11", reading) == "2026-12-10"


@pytest.mark.parametrize("passport", [S, D])
@pytest.mark.parametrize("country", UNILATERAL)
def test_an_official_passport_of_the_54_states_never_has_less(country: str, passport: PassportKind) -> None:
    # D148 para 17 speaks of citizens; an agreement may give more
    for reading in Reading:
        assert last_day(country, passport, "2026-11-11", reading) >= "2026-12-10"


@pytest.mark.parametrize(
    ("entry", "safe", "usual"),
    [
        ("2025-09-05", "2025-10-04", "2025-10-04"),
        ("2025-09-06", "2025-10-05", "2025-12-04"),
        ("2025-09-07", "2025-10-06", "2025-12-05"),
        ("2025-09-08", "2025-12-06", "2025-12-06"),
    ],
)
def test_the_90_days_of_turkiye_begin_between_6_and_8_september(entry: str, safe: str, usual: str) -> None:
    # ten days after the publication of the decree of 25.08.2025, whose day was not seen
    assert last_day("TR", N, entry, Reading.SAFE) == safe
    assert last_day("TR", N, entry, Reading.USUAL) == usual


@pytest.mark.parametrize(
    ("country", "passport", "entry", "why"),
    [
        ("DE", N, "2014-07-14", "the day before the pilot"),
        ("PL", N, "2016-12-31", "the day before decree 838"),
        ("OM", N, "2019-09-29", "the day before decree 693"),
        ("DE", N, "2020-04-17", "the waiver was suspended in April 2020"),
        ("DE", N, "2021-12-31", "still suspended"),
        ("DE", S, "2021-12-31", "still suspended"),
        ("IN", N, "2022-07-07", "the day before the waiver"),
        ("IN", S, "2000-12-03", "the day before the agreement"),
        ("IR", D, "1993-11-23", "the day before the memorandum"),
        ("RU", N, "2012-06-06", "before what is known"),
        ("BY", N, "2015-01-28", "before what is known"),
        ("KG", N, "2012-07-04", "before what is known"),
        ("AM", N, "2008-04-27", "before what is known"),
        ("RU", S, "2000-11-29", "the day before the agreement"),
        ("AM", D, "2008-04-27", "the day before the agreement"),
        ("AE", S, "2017-11-02", "the day before the protocol"),
        ("CN", N, "2022-07-07", "the day before the waiver"),
        ("CN", S, "1993-12-31", "before the agreement"),
        ("KR", N, "2014-07-14", "the day before the pilot"),
        ("KR", D, "2008-12-04", "the day before the agreement"),
        ("TR", N, "1992-03-31", "the day before the agreement"),
        ("UZ", N, "2000-07-06", "before the agreement"),
        ("UZ", S, "2003-06-25", "before what is known"),
        ("PK", N, "2026-11-22", "needs a visa"),
        ("KZ", N, "2026-11-22", "no foreigner"),
        ("", N, "2026-11-22", "no citizenship"),
    ],
)
def test_where_the_law_gives_nothing_there_is_no_regime(
    country: str, passport: PassportKind, entry: str, why: str
) -> None:
    for reading in Reading:
        assert regime_on(LAW, country, passport, day(entry), reading) is None, why


# The limits of each regime: kind, days, period as looked back on, and the first day that counts

PER_30 = ("per-entry", 30, None, None)


def per_entry(days: int) -> tuple[str, int, None, None]:
    return ("per-entry", days, None, None)


def rolling(days: int, period: int, begins: str) -> tuple[str, int, int, str]:
    return ("rolling", days, period, begins)


LIMITS = {
    # regime: (safe, usual); the safe reading looks back 181 days, kz-rules 1.2
    "unilateral-30-before-pause": ([PER_30], [PER_30]),  # it ended before the general limit began
    "unilateral-30": (
        [PER_30, rolling(90, 181, "2022-01-01")],
        [PER_30, rolling(90, 180, "2023-01-27")],
    ),
    "unilateral-30-official": (
        [PER_30, rolling(90, 181, "2022-01-01")],
        [PER_30, rolling(90, 180, "2023-01-27")],
    ),
    "unilateral-30-service": (
        [PER_30, rolling(90, 181, "2022-01-01")],
        [PER_30, rolling(90, 180, "2023-01-27")],
    ),
    "emirates-diplomatic": ([PER_30, rolling(90, 181, "2023-01-27")], [PER_30, rolling(90, 180, "2023-01-27")]),
    "emirates-service": ([PER_30, rolling(90, 181, "2023-01-27")], [PER_30, rolling(90, 180, "2023-01-27")]),
    "emirates": ([PER_30, rolling(90, 181, "2023-01-27")], [PER_30, rolling(90, 180, "2023-01-27")]),
    "unilateral-14": (
        [per_entry(14), rolling(42, 181, "2022-07-08")],
        [per_entry(14), rolling(42, 180, "2022-07-08")],
    ),
    # treaties that name no window: the general 90 in 180 in the safe reading only
    "india-official": ([PER_30, rolling(90, 181, "2023-01-27")], [PER_30]),
    "iran-official": ([PER_30, rolling(90, 181, "2023-01-27")], [PER_30]),
    "china-official": ([PER_30, rolling(90, 181, "2023-01-27")], [PER_30]),
    "eaeu": (
        [per_entry(90), rolling(90, 181, "2023-01-27")],
        [per_entry(90), rolling(90, 180, "2023-01-27")],
    ),
    "eaeu-official": (
        [per_entry(90), rolling(90, 181, "2023-01-27")],
        [per_entry(90), rolling(90, 180, "2023-01-27")],
    ),
    "armenia-official": (
        [per_entry(90), rolling(90, 181, "2023-01-27")],
        [per_entry(90), rolling(90, 180, "2023-01-27")],
    ),
    "china-14": (
        [per_entry(14), rolling(42, 181, "2022-07-08")],
        [per_entry(14), rolling(42, 180, "2022-07-08")],
    ),
    "china": ([PER_30, rolling(90, 181, "2023-11-10")], [PER_30, rolling(90, 180, "2023-11-10")]),
    "korea": ([PER_30, rolling(60, 181, "2014-11-29")], [PER_30, rolling(60, 180, "2014-11-29")]),
    "korea-decree": ([PER_30, rolling(60, 181, "2014-11-29")], [PER_30, rolling(90, 180, "2014-11-29")]),
    "korea-official": ([PER_30, rolling(90, 181, "2023-01-27")], [PER_30, rolling(90, 180, "2023-01-27")]),
    "turkiye-month": ([PER_30, rolling(90, 181, "2023-01-27")], [PER_30, rolling(90, 180, "2023-01-27")]),
    "turkiye": (
        [per_entry(90), rolling(90, 181, "2023-01-27")],
        [per_entry(90), rolling(90, 180, "2023-01-27")],
    ),
    "turkiye-official": (
        [per_entry(90), rolling(90, 181, "2023-01-27")],
        [per_entry(90), rolling(90, 180, "2023-01-27")],
    ),
    "uzbekistan": ([PER_30, rolling(90, 181, "2023-01-27")], [PER_30, rolling(90, 180, "2023-01-27")]),
    "uzbekistan-official": (
        [PER_30, rolling(90, 181, "2023-01-27")],
        [PER_30, rolling(90, 180, "2023-01-27")],
    ),
}


@pytest.mark.parametrize("name", LIMITS)
def test_a_regime_has_these_limits(name: str) -> None:
    regime = next(regime for regime in LAW.regimes if regime.id == name)
    for reading, expected in zip(Reading, LIMITS[name], strict=True):
        assert [
            (limit.rule.kind, limit.rule.limit, getattr(limit.rule, "period", None), limit.begins)
            for limit in limits_of(LAW, regime, reading)
        ] == [(kind, days, period, maybe(begins)) for kind, days, period, begins in expected]


def test_the_row_of_a_limit_tells_the_period_of_the_law_and_not_the_longer_look_back() -> None:
    regime = regime_on(LAW, "DE", N, day("2026-11-22"), Reading.SAFE)
    assert regime is not None
    assert [limit.row.period for limit in limits_of(LAW, regime, Reading.SAFE)] == [None, 180]


def test_the_safe_window_reaches_the_180_days_before_the_entry() -> None:
    # Korean Consulate General, 16.06.2025: for an entry on 1 July 2025 look at 2 January to 30 June
    regime = regime_on(LAW, "KR", N, day("2025-07-01"), Reading.SAFE)
    assert regime is not None
    rule = limits_of(LAW, regime, Reading.SAFE)[1].rule
    entry = day("2025-07-01")
    assert rule.longest_stay(presence(("2025-01-02", "2025-03-02")), entry) == 0, "60 days looked at"
    assert rule.longest_stay(presence(("2025-01-01", "2025-03-01")), entry) == 60, "59 of them"
