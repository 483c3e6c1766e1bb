"""The table of visas: every state with every passport, by the rows of the law."""

from __future__ import annotations

from kzstay.bundled import countries
from kzstay.core.readings import Reading
from kzstay.core.visa_table import KINDS, PASSPORTS, TableRow, visa_table
from tests.core.builders import LAW
from tests.helpers import day

ROWS = {(row.country, row.passport): row for row in visa_table(LAW, day("2026-11-27"), Reading.SAFE)}


def test_the_table_has_every_state_but_one_with_every_passport() -> None:
    states = {country for country, _ in ROWS}
    assert len(ROWS) == len(states) * len(PASSPORTS)
    assert "KZ" not in states
    assert states <= countries() | {"XXA"}
    assert {row.kind for row in ROWS.values()} == set(KINDS)


def test_a_regime_is_told_by_its_limits_that_of_an_entry_first() -> None:
    germany = ROWS["DE", "service"]
    assert (germany.kind, germany.days, germany.certainty) == ("visa-free", 30, "medium")
    assert [limit.kind for limit in germany.limits] == ["per-entry", "rolling"]
    assert germany.since == day("2022-01-01")


def test_a_visa_is_told_by_what_is_needed() -> None:
    pakistan, nigeria = ROWS["PK", "national"], ROWS["NG", "national"]
    assert (pakistan.kind, pakistan.need, pakistan.days, pakistan.limits) == ("visa", "visa", 0, [])
    assert (nigeria.kind, nigeria.need, nigeria.since) == ("visa", "e-visa", day("2025-01-31"))


def test_what_is_not_known_has_no_first_day() -> None:
    assert (ROWS["PK", "service"].kind, ROWS["PK", "service"].since) == ("unsure", None)
    assert ROWS["PK", "diplomatic"].need == "days-unknown"


def test_a_day_of_which_nothing_is_known() -> None:
    found = visa_table(LAW, day("1990-01-01"), Reading.USUAL)
    assert {row.row for row in found if row.country == "DE"} == {None}
    row = TableRow("DE", "national", None, Reading.SAFE)
    assert (row.kind, row.need, row.since, row.certainty) == ("unsure", "unknown", None, None)
