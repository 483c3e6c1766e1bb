"""Those without a regime: what they need, and how that is known."""

from __future__ import annotations

import pytest

from kzstay.core.case import PassportKind
from kzstay.core.law.regimes import visa_on
from kzstay.core.law.schema import Need
from kzstay.core.readings import Reading
from tests.core.builders import LAW, SAFE
from tests.core.visa_table.table import LINES, TODAY, D, N, S, found
from tests.helpers import day


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
    for person, rows in LAW.visas_by_person.items():
        regimes = LAW.by_person.get(person, [])
        assert len([row for row in [*rows, *regimes] if row.in_force(TODAY, reading)]) == 1, person
        for row in rows:
            for regime in regimes:
                edges = [row.first_entry(reading), row.last_entry(reading), regime.first_entry(reading)]
                for edge in filter(None, edges):
                    assert not (row.in_force(edge, reading) and regime.in_force(edge, reading)), person
