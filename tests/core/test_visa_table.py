"""The law data against the table of every state and passport that was put together from public sources.

``tests/vectors/visa-table.csv`` has a row for each of 198 states and territories and each kind of passport. What
the law data says in the safe reading is what the table says; the few exceptions stand here with their reason.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from datetime import date
from itertools import product
from pathlib import Path
from typing import NamedTuple

import pytest

from kzstay.bundled import countries, law
from kzstay.core.case import PassportKind
from kzstay.core.days import DAY
from kzstay.core.law import Person, cited
from kzstay.core.limits import Limit
from kzstay.core.readings import Both, Reading
from kzstay.core.regimes import limits_of, regime_on, visa_on
from kzstay.core.rows import Need, Regime, VisaRow
from tests.helpers import day

LAW = law()
TABLE = Path(__file__).parents[1] / "vectors" / "visa-table.csv"
TODAY = day("2026-11-22")
SAFE, USUAL = Reading.SAFE, Reading.USUAL
N, S, D = "national", "service", "diplomatic"
LETTERS: dict[str, PassportKind] = {"N": N, "S": S, "D": D}
OFFICIAL: tuple[PassportKind, ...] = (S, D)
ALL: tuple[PassportKind, ...] = (N, S, D)

Shape = tuple[str, int, int | None]
PER_30: Shape = ("per-entry", 30, None)
PER_90: Shape = ("per-entry", 90, None)
GENERAL: Shape = ("rolling", 90, 181)  # 90 in 180 as the safe reading looks back on it
GENERAL_USUAL: Shape = ("rolling", 90, 180)


def rolling(days: int, period: int) -> Shape:
    return ("rolling", days, period)


def forward(days: int, period: int) -> Shape:
    return ("forward", days, period)


class Line(NamedTuple):
    """A line of the table."""

    country: str
    passport: PassportKind
    visa_free: str
    days: int | None
    total: int | None
    period: int | None
    window: str
    basis: str
    in_force: str
    certainty: str

    @property
    def person(self) -> Person:
        return (self.country, self.passport)

    @property
    def regime_known(self) -> bool:
        """Tell whether the table gives days that hold; of a draft it gives days that do not."""
        return self.visa_free == "yes" and self.days is not None

    @property
    def needs(self) -> Need:
        if self.visa_free == "yes":
            return "days-unknown"
        if self.visa_free == "unknown":
            return "unknown"
        return "e-visa" if "e-visa possible" in self.basis or "e-visa list names" in self.basis else "visa"


def number(text: str) -> int | None:
    return int(text) if text else None


def lines() -> Iterator[Line]:
    with TABLE.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            yield Line(
                country=row["country"],
                passport=LETTERS[row["passport"]],
                visa_free=row["visa_free"],
                days=number(row["days_per_entry"]),
                total=number(row["days_per_period"]),
                period=number(row["period_days"]),
                window=row["window"],
                basis=row["basis"],
                in_force=row["in_force_from"],
                certainty=row["certainty"],
            )


LINES = list(lines())


def people(states: str, passports: tuple[PassportKind, ...]) -> set[Person]:
    return set(product(states.split(), passports))


def found(person: Person, entry: date = TODAY, reading: Reading = SAFE) -> Regime | VisaRow:
    """Return the one row that is for a person who enters on a day."""
    regime, visa = regime_on(LAW, *person, entry, reading), visa_on(LAW, *person, entry, reading)
    assert (regime is None) != (visa is None), f"{person} on {entry} has both or neither"
    return regime or visa  # pyright: ignore[reportReturnType]


def regime_of(person: Person, entry: date = TODAY, reading: Reading = SAFE) -> Regime:
    regime = regime_on(LAW, *person, entry, reading)
    assert regime is not None, f"{person} on {entry}"
    return regime


def shape(rule: Limit) -> Shape:
    return (rule.kind, rule.limit, getattr(rule, "period", None))


def limits(country: str, passport: PassportKind, entry: str, reading: Reading = SAFE) -> list[Shape]:
    """List the limits that a person has who enters on a day."""
    regime = regime_of((country, passport), day(entry), reading)
    return [shape(limit.rule) for limit in limits_of(LAW, regime, reading)]


def nothing(country: str, passport: PassportKind, entry: str) -> bool:
    return all(regime_on(LAW, country, passport, day(entry), reading) is None for reading in Reading)


# The table itself


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


# The day on which a regime begins

UNILATERAL = {line.person for line in LINES if line.basis.startswith("D148 para 17")}
OTHER_BEGINNING: dict[Person, tuple[str, str]] = {
    person: (begins, why)
    for those, begins, why in (
        (UNILATERAL, "2022-01-01", "since then 90 in 180 stood beside the 30 days of the list"),
        (people("AM BY KG RU", (N,)), "2018-04-07", "90 days since decree 175 of 06.04.2018"),
        (people("KR", (N,)), "2025-09-06", "a row of its own since the decree of 25.08.2025 named Korea"),
    )
    for person in those
}
FULL_DATE = len("2026-11-22")


@pytest.mark.parametrize(
    "line",
    [line for line in LINES if line.regime_known and len(line.in_force) == FULL_DATE],
    ids=lambda line: f"{line.country}-{line.passport}",
)
def test_a_regime_begins_on_the_day_of_the_table(line: Line) -> None:
    begins, why = OTHER_BEGINNING.get(line.person, (line.in_force, ""))
    regime = regime_of(line.person)
    assert regime.begins == day(begins), why
    assert (line.in_force != begins) == bool(why)


# Days in force that the table lacks and that the texts or the official notices tell
SEEN_SINCE = people("CY", OFFICIAL) | people("LV", (D,)) | people("RS", (N,))  # the days stand below


@pytest.mark.parametrize(
    "line", [line for line in LINES if line.visa_free == "yes"], ids=lambda line: f"{line.country}-{line.passport}"
)
def test_a_row_says_where_the_day_in_force_was_not_seen(line: Line) -> None:
    unseen = not line.in_force and line.person not in SEEN_SINCE
    assert ("force-not-seen" in found(line.person).remarks) == unseen


@pytest.mark.parametrize(
    ("country", "passport", "last_without", "source"),
    [
        ("CY", S, "2011-03-15", "adilet.zan.kz P1100000077: in force 16.03.2011"),
        ("LV", D, "2016-02-03", "likumi.lv/ta/id/281927: in force 04.02.2016"),
        ("RS", N, "2011-05-27", "adilet.zan.kz P1100000306: in force 28.05.2011"),
        ("RU", S, "2000-11-29", "agreement of 30.11.2000"),
        ("GE", N, "2007-06-20", "dereksiz.org: in force 21.06.2007"),
        ("MD", N, "2007-01-04", "dereksiz.org: in force 05.01.2007"),
        ("MN", N, "1995-01-01", "prg.kz 1014308: in force 02.01.1995"),
        ("AL", N, "2023-04-24", "online.zakon.kz 39296443: in force 25.04.2023"),
        ("BR", N, "2016-09-05", "adilet.zan.kz P1600000471: in force 06.09.2016"),
        ("UA", N, "2013-04-03", "zakononline.com.ua 308923: in force 04.04.2013"),
        ("SC", N, "2024-01-05", "sputnik.kz 15.01.2024: in force 06.01.2024"),
        ("MA", N, "2025-03-18", "sputnik.kz 20250319: in force 19.03.2025"),
        ("MA", D, "2019-05-09", "online.zakon.kz 35060347: in force 10.05.2019"),
        ("BE", D, "2017-07-31", "wetten BWBV0006474: in force 01.08.2017"),
        ("KR", D, "2008-12-04", "adilet.zan.kz P080000941_: in force 05.12.2008"),
    ],
)
def test_before_an_agreement_there_is_nothing(
    country: str, passport: PassportKind, last_without: str, source: str
) -> None:
    assert nothing(country, passport, last_without), source
    assert all(limits(country, passport, (day(last_without) + DAY).isoformat(), reading) for reading in Reading)


@pytest.mark.parametrize(
    ("country", "passport", "first_day", "last_day"),
    [
        ("AD", N, "2023-12-31", "2024-11-30"),
        ("KN", N, "2025-01-31", "2026-02-17"),
        ("MV", N, "2022-11-30", "2022-12-31"),
        ("NI", N, "2025-01-31", "2026-02-17"),
        ("SM", N, "2025-01-31", "2026-02-17"),
        ("EC", N, "2016-06-14", "2020-01-01"),
    ],
)
def test_a_window_of_the_passport_index_begins_a_regime_late_in_the_safe_reading(
    country: str, passport: PassportKind, first_day: str, last_day: str
) -> None:
    # The index showed a visa on the first day and none on the last; Ecuador: approved 06.2016, on the list of 2020
    rows = LAW.by_person[country, passport]
    assert [row.begins for row in rows] == [Both(safe=day(last_day), usual=day(first_day))]
    assert limits(country, passport, first_day, USUAL)
    assert regime_on(LAW, country, passport, day(first_day), SAFE) is None


# History: what held when


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


# Conflicts: both sides are carried


def test_a_tajik_has_30_days_in_the_safe_reading_and_90_in_the_usual() -> None:
    # MVD list of 2020 and passport index: 30; agreement of 14.03.2018, en.inform.kz a3477095: up to 90
    assert limits("TJ", N, "2026-11-22") == [PER_30, GENERAL]
    assert limits("TJ", N, "2026-11-22", USUAL) == [PER_90]


def test_an_azerbaijani_has_30_days_in_the_safe_reading_and_90_in_the_usual() -> None:
    # passport index 02.2026 and MVD list of 2020: 30; agreement of 02.10.2009, ilp.kz/en: 90
    assert limits("AZ", N, "2026-11-22") == [PER_30, GENERAL]
    assert limits("AZ", N, "2026-11-22", USUAL) == [PER_90]
    for passport in OFFICIAL:
        assert limits("AZ", passport, "2026-11-22", USUAL) == [PER_90], "the conflict is of ordinary passports"


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


# Treaties that count from the first entry, in both readings


@pytest.mark.parametrize(
    ("country", "passports", "days", "period", "source"),
    [
        ("AD", (N, D), 90, 365, "qazmonitor.com/travel/602"),
        ("AL", ALL, 90, 365, "online.zakon.kz 39296443"),
        ("BG", OFFICIAL, 90, 180, "online.zakon.kz doc_id=30489509: each 6 months from the first day"),
        ("BR", (N,), 30, 365, "adilet.zan.kz P1600000471: from the first entry"),
        ("CH", (D,), 90, 180, "online.zakon.kz 30597151: from the first entry"),
        ("CZ", (D,), 90, 180, "adilet.zan.kz P1200000429: from the first entry"),
        ("DE", (D,), 90, 180, "adilet.zan.kz P100000193_: from entry"),
        ("EE", (D,), 90, 180, "RT II 2010 4 11: counted from arrival"),
        ("GR", (D,), 90, 180, "adilet.zan.kz P1300000382: from the first entry"),
        ("KN", ALL, 90, 365, "astanatimes.com 2024/11"),
        ("LB", OFFICIAL, 30, 180, "adilet.zan.kz P2400001006"),
        ("MA", (N,), 30, 180, "sputnik.kz 20250319: 180 days from entry"),
        ("NI", (N,), 30, 180, "leybook.com/doc/31775"),
        ("PY", OFFICIAL, 90, 180, "bacn.gov.py ley 7155"),
        ("SI", (D,), 90, 180, "adilet.zan.kz P100000216_: from the day of first entry"),
        ("SM", ALL, 90, 180, "online.zakon.kz 38472029"),
        ("UA", ALL, 90, 180, "zakononline.com.ua 308923: from the first crossing"),
    ],
)
def test_a_treaty_that_counts_from_the_first_entry_does_so_in_both_readings(
    country: str, passports: tuple[PassportKind, ...], days: int, period: int, source: str
) -> None:
    for passport, reading in product(passports, Reading):
        told = limits(country, passport, "2026-11-22", reading)
        assert told == [("per-entry", days, None), forward(days, period)], source


def test_only_these_count_from_the_first_entry_in_the_safe_reading() -> None:
    forward_ones = {
        person
        for person in LAW.by_person
        for regime in [regime_on(LAW, *person, TODAY, SAFE)]
        if regime and any(limit.rule.kind == "forward" for limit in limits_of(LAW, regime, SAFE))
    }
    assert forward_ones == (
        people("AL KN SM UA", ALL)
        | people("AD BR MA NI", (N,))
        | people("AD CH CZ DE EE GR SI", (D,))
        | people("BG LB PY", OFFICIAL)
    )


# Remarks


def remarked(remark: str) -> set[Person]:
    """List those whose row of today has a remark."""
    return {line.person for line in LINES if remark in found(line.person).remarks}


def test_a_floor_is_told_where_the_table_uses_one() -> None:
    assert remarked("floor") == {line.person for line in LINES if "floor" in line.basis}


def test_a_floor_cites_its_agreement_and_the_list() -> None:
    for regime in LAW.regimes:
        if "floor" in regime.remarks:
            acts = [cited(article).act for article in regime.articles]
            assert {"D148", "ML"} <= set(acts), regime.id
            only_a_draft = regime.countries in (["IT"], ["RO"])
            assert any(act.startswith("A-") for act in acts) != only_a_draft, regime.id


def test_months_taken_as_days_are_told() -> None:
    # half a year: BG CZ DE EE GR LV PT SI; the month of Türkiye is of the past
    assert remarked("half-year") == people("BG", OFFICIAL) | people("CZ DE EE GR LV PT SI", (D,))
    assert regime_of(("TR", N), day("2025-09-05")).remarks == ["half-year"]


@pytest.mark.parametrize(
    ("remark", "expected", "source"),
    [
        ("tourism", {("AD", N), ("AD", D), ("MA", N)}, "qazmonitor.com/travel/602; online.zakon.kz 32870141"),
        ("short-visits", {("BR", N)}, "adilet.zan.kz P1600000471: tourism and business"),
        ("extension", {("BR", N)}, "adilet.zan.kz P1600000471: one extension by the authorities"),
        ("no-work", {("MV", N)}, "adilet.zan.kz P2200000484: work, study and business excluded"),
        ("days-from-table", {("BR", S), ("BR", D)}, "ernur.kz (mfa.gov.kz list)"),
        ("border-region", {("TM", N)}, "dereksiz.org: the Balkan region"),
    ],
)
def test_a_remark_is_told_of_those_whom_it_concerns(remark: str, expected: set[Person], source: str) -> None:
    assert remarked(remark) == expected, source


# Those without a regime


def test_an_e_visa_is_for_the_states_of_the_egov_list_that_need_a_visa() -> None:
    # egov.kz rk_visa_obtaining (31.01.2025): 109 states, of which 94 are not visa-free; Cuba is one of them
    e_visa = {line.person for line in LINES if getattr(found(line.person), "needs", "") == "e-visa"}
    assert len(e_visa) == 94
    assert ("CU", N) in e_visa
    assert {passport for _, passport in e_visa} == {N}


def test_days_that_were_not_seen_cite_the_agreement_that_was() -> None:
    unseen = [row for row in LAW.visas if row.needs == "days-unknown"]
    assert {country for row in unseen for country in row.countries} == {"BA", "BO", "CU", "EG", "PK", "TJ", "VE"}
    for row in unseen:
        assert any(article.startswith("A-") for article in row.articles), row.id


def test_where_nothing_is_known_no_agreement_is_cited() -> None:
    unknown = [row for row in LAW.visas if row.needs == "unknown"]
    told = {country for row in unknown for country in row.countries}
    assert told >= {"AD", "EG", "LA", "LK", "NI", "PK", "SL", "TG", "ZA"}
    assert len(told) == 99, "these and 90 of which nothing was found"
    for row in unknown:
        assert row.articles == ["ML 6(4)"], row.id
        assert row.certainty == "low", row.id


@pytest.mark.parametrize(
    ("country", "passport", "needs", "begins"),
    [
        ("AG", N, "e-visa", "2025-01-31"),
        ("PK", N, "visa", "2025-01-31"),
        ("TM", N, "visa", "2025-01-31"),
        ("DZ", D, "visa", "2022-09-01"),
        ("VE", S, "days-unknown", "2022-12-30"),
        ("TJ", S, "days-unknown", "2022-01-01"),
        ("BF", D, "unknown", "2022-01-01"),
    ],
)
def test_what_is_known_of_those_without_a_regime_is_known_since_its_source(
    country: str, passport: PassportKind, needs: Need, begins: str
) -> None:
    # egov.kz (31.01.2025); ilp.kz/en (01.09.2022); decree 1123 of 30.12.2022; before, nothing is said
    row = visa_on(LAW, country, passport, day(begins), SAFE)
    assert row is not None
    assert (row.needs, row.begins) == (needs, day(begins))


@pytest.mark.parametrize("reading", Reading)
def test_nobody_has_a_regime_and_needs_a_visa_on_one_day(reading: Reading) -> None:
    assert not set(LAW.by_person) & set(LAW.visas_by_person)
    for person, rows in LAW.visas_by_person.items():
        assert len([row for row in rows if row.in_force(TODAY, reading)]) == 1, person


# Coverage

PAST: dict[str, tuple[Person, str]] = {
    # rows of the past, and a citizen and the day of entry for whom each is
    "unilateral-30-before-pause": (("DE", N), "2019-10-01"),
    "korea": (("KR", N), "2020-01-01"),
    "china-14": (("CN", N), "2023-01-01"),
    "turkiye-month": (("TR", N), "2020-01-01"),
}


def test_every_row_of_the_law_is_for_somebody_of_the_table() -> None:
    today = {found(line.person, reading=reading).id for line in LINES for reading in Reading}
    past = {regime_of(person, day(entry)).id for person, entry in PAST.values()}
    assert past == set(PAST)
    assert today | past == {row.id for row in [*LAW.regimes, *LAW.visas]}
    assert not today & past


def test_the_law_is_for_nobody_outside_the_table() -> None:
    assert set(LAW.by_person) | set(LAW.visas_by_person) == {line.person for line in LINES}
