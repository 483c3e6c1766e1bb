"""The table of visas in words, and how a state is found in it."""

from __future__ import annotations

import pytest

from kzstay.core.readings import Reading
from kzstay.core.visa_table import KINDS, PASSPORTS, TableRow, visa_table
from kzstay.i18n import LANGUAGES
from kzstay.texts import visa_table as texts
from kzstay.texts.words import words
from tests.core.builders import LAW
from tests.helpers import day, plain

EN = words("en")
DAY = day("2026-11-27")
ROWS = {(row.country, row.passport): row for row in visa_table(LAW, DAY, Reading.SAFE)}


def row(country: str) -> TableRow:
    return ROWS[country, "national"]


def test_a_row_says_what_is_needed_and_for_how_long() -> None:
    assert texts.cells(EN, ROWS["DE", "service"], short=True) == [
        "Germany", "service", "no visa", "30 · 90 in 180", "1 Jan 2022", "medium",
    ]  # fmt: skip
    assert texts.days(EN, row("DE")) == "30 an entry · 90 in each 180"
    assert texts.days(EN, row("AL")) == "90 an entry · 90 in 365 from the first entry"
    assert texts.days(EN, row("AL"), short=True) == "90 · 90 in 365 ahead"
    assert [texts.need(EN, row(code)) for code in ("PK", "NG")] == ["visa", "electronic visa"]
    assert texts.need(EN, ROWS["PK", "diplomatic"]) == "days not found: ask"
    assert texts.need(EN, ROWS["PK", "service"]) == "not known: ask"
    assert texts.cells(EN, TableRow("DE", "national", None, Reading.SAFE), short=False)[-2:] == ["", ""]


def test_who_hears_a_row_hears_a_sentence() -> None:
    assert texts.spoken(EN, row("DE")) == "Germany · ordinary passport, no visa, 30 an entry · 90 in each 180"
    assert texts.spoken(EN, row("PK")) == "Pakistan · ordinary passport, visa"


@pytest.mark.parametrize(
    ("typed", "country"),
    [
        ("germ", "DE"), ("DE", "DE"), ("de", "DE"), ("Герм", "DE"), ("германия", "DE"), ("Пәкіс", "PK"),
        ("united king", "GB"), ("  ", "FR"), ("côte", "CI"), ("ivoire", "CI"),
    ],
)  # fmt: skip
def test_a_state_is_found_by_its_names_and_its_code(typed: str, country: str) -> None:
    assert texts.matches(row(country), typed)


@pytest.mark.parametrize("typed", ["zz", "Germany x", "<beta>", "%", "." * 10_000, "\x00"])
def test_what_names_no_state_finds_none_or_all(typed: str) -> None:
    assert sum(texts.matches(one, typed) for one in ROWS.values()) in (0, len(ROWS))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_row_is_written_in_every_language(language: str) -> None:
    w = words(language)  # type: ignore[arg-type]
    assert len(texts.header(w)) == 6
    for one in ROWS.values():
        cells = texts.cells(w, one, short=False)
        assert all(cells[:3])
        assert "{" not in "".join(cells)
    assert len({texts.kind(w, kind) for kind in KINDS}) == len(KINDS)
    assert len({texts.passport(w, kind) for kind in PASSPORTS}) == len(PASSPORTS)
    assert texts.name(w)
    assert texts.caution(w)
    assert "2026" in plain(texts.lead(w, DAY))
