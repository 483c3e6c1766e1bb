"""Treaties that count from the first entry, in both readings."""

from __future__ import annotations

from itertools import product

import pytest

from kzstay.core.case import PassportKind
from kzstay.core.law.regimes import limits_of, regime_on
from kzstay.core.readings import Reading
from tests.core.builders import LAW, SAFE
from tests.core.visa_table.table import ALL, GENERAL, OFFICIAL, TODAY, D, N, forward, limits, people


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
        # Whether the general limit holds beside so many days is open; the strict reading says that it does
        beside = [GENERAL] if days >= 90 and reading is SAFE else []
        assert told == [("per-entry", days, None), forward(days, period), *beside], source


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
