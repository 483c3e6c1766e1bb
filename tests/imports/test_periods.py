"""A column of periods in a table that names people."""

from __future__ import annotations

import pytest

from kzstay.imports.reading import read_text
from kzstay.imports.result import Answers, Result
from tests.imports.building import TODAY, days_of

SAID = Answers(citizenship="DE")


def people(*periods: str, separator: str = ";") -> Result:
    rows = [f"{name}{separator}{period}" for name, period in zip(("Li", "Wei", "Ann"), periods, strict=False)]
    return read_text("\n".join([f"Name{separator}Period", *rows]), TODAY, SAID)


@pytest.mark.parametrize(
    ("period", "first", "last"),
    [
        ("18.01.2026–25.01.2026", "2026-01-18", "2026-01-25"),
        ("18.01.2026 - 25.01.2026", "2026-01-18", "2026-01-25"),
        ("18–25 Jan 2026", "2026-01-18", "2026-01-25"),
        ("28 Dec 2025 – 4 Jan 2026", "2025-12-28", "2026-01-04"),
        ("2026-01-18 – 2026-01-25", "2026-01-18", "2026-01-25"),
        ("3 Jun 2026", "2026-06-03", "2026-06-03"),
        ("29 Sep 2026 → ?", "2026-09-29", None),
    ],
)
def test_each_person_has_the_stay_of_the_row(period: str, first: str, last: str | None) -> None:
    found = people(period, "26.02.2026 - 09.03.2026")
    assert [one.name for one in found.travellers] == ["Li", "Wei"]
    assert days_of(found) == [(first, last)]
    assert days_of(found, 1) == [("2026-02-26", "2026-03-09")]
    assert found.whole


def test_day_and_month_are_settled_for_the_whole_column() -> None:
    found = people("01/18/2026 - 01/25/2026", "02/03/2026 - 02/05/2026")
    assert days_of(found, 1) == [("2026-02-03", "2026-02-05")]
    (question,) = people("01/02/2026 - 01/03/2026").questions
    assert question.code == "dates"


def test_what_is_no_period_is_refused_with_its_row() -> None:
    found = people("18–25 Jan 2026", "soon")
    assert [(one.code, one.at.line, one.value) for one in found.refused] == [("no-date", 3, "soon")]
    assert days_of(found) == [("2026-01-18", "2026-01-25")]


def test_without_names_the_rows_are_lines() -> None:
    found = read_text("Trip;Dates\nSkiing;18–25 Jan 2026\nWork;3–9 Mar 2026", TODAY, SAID)
    assert days_of(found) == [("2026-01-18", "2026-01-25"), ("2026-03-03", "2026-03-09")]
