"""What the rows remark on."""

from __future__ import annotations

import pytest

from kzstay.core.law.loading import Person, cited
from tests.core.builders import LAW
from tests.core.visa_table.table import LINES, OFFICIAL, D, N, S, found, people, regime_of
from tests.helpers import day


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
