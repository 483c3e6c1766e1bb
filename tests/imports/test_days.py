"""A cell read as a day: every way it can be meant, and none that it cannot."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kzstay.i18n import LANGUAGES
from kzstay.imports.days import LONGEST, Written, written
from kzstay.texts.words import words
from tests.helpers import day
from tests.imports.building import TODAY

DAYS = st.dates(date(1991, 1, 1), date(2028, 12, 31))


def sure(cell: object) -> date | None:
    found = written(cell, TODAY)  # type: ignore[arg-type]
    return found.sure if found else None


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("2026-03-05", "2026-03-05"),
        ("2026/3/5", "2026-03-05"),
        ("2026.03.05.", "2026-03-05"),
        ("20260305", "2026-03-05"),
        ("2026年3月5日", "2026-03-05"),
        ("5 марта 2026 г.", "2026-03-05"),
        ("2026 ж. 5 наурыз", "2026-03-05"),
        ("2026 жылғы 5 наурыз", "2026-03-05"),
        ("Thu 5 Mar 2026", "2026-03-05"),
        ("Thursday, 5th March 2026", "2026-03-05"),
        ("Mar 5, 2026", "2026-03-05"),
        ("05-Mar-26", "2026-03-05"),
        ("14 V 2026", "2026-05-14"),
        ("14.XII.2026", "2026-12-14"),
    ],
)
def test_what_leaves_nothing_open_is_one_day(text: str, meant: str) -> None:
    assert sure(text) == day(meant)


@pytest.mark.parametrize(
    "text", ["", "  ", "?", "soon", "31.02.2026", "0/0/2026", "5 Foo 2026", "2026", "5.3.123"]
)
def test_what_is_no_day_is_none(text: str) -> None:
    assert written(text, TODAY) is None


@pytest.mark.parametrize(
    "cell", [None, True, 46145, 46145.5, time(9), timedelta(1), "5 March", "9" * (LONGEST + 1)]
)
def test_a_number_and_a_day_without_its_year_are_none(cell: object) -> None:
    assert sure(cell) is None


def test_figures_may_be_meant_in_more_than_one_order() -> None:
    found = written("05/06/2026", TODAY)
    assert found is not None
    assert found == Written({"dmy": day("2026-06-05"), "mdy": day("2026-05-06")}, "/")
    assert found.sure is None
    assert found.under({"/": "mdy"}) == day("2026-05-06")
    assert found.under({}) == day("2026-06-05")


def test_a_part_above_twelve_is_no_month() -> None:
    found = written("05/14/2026", TODAY)
    assert found is not None
    assert dict(found.by) == {"mdy": day("2026-05-14")}
    assert found.under({"/": "dmy"}) is None


def test_a_year_of_two_figures_comes_no_later_than_in_two_years() -> None:
    years = {text: written(text, TODAY) for text in ("31.12.28", "31.12.29", "31.12.99")}
    assert [found.by["dmy"].year for found in years.values() if found] == [2028, 1929, 1999]


def test_a_birth_is_never_to_come() -> None:
    found = written("31.12.27", TODAY, ahead=0)
    assert found is not None
    assert found.by["dmy"].year == 1927


@given(DAYS)
def test_what_the_window_writes_is_read_in_every_language(one: date) -> None:
    for language in LANGUAGES:
        w = words(language)
        assert sure(w.full_day(one)) == sure(w.long_day(one)) == one
        for figures in (w.numeric_day(one), w.day(one)):
            found = written(figures, TODAY)
            assert found is not None
            assert one in found.by.values()


@given(DAYS)
def test_a_date_is_itself(one: date) -> None:
    assert sure(one) == one
    assert sure(datetime.combine(one, time())) == one
    assert sure(one.isoformat()) == one


# Time stamps become the civil day of Kazakhstan


@pytest.mark.parametrize(
    ("text", "meant", "minutes"),
    [
        ("2026-03-04T19:05:00Z", "2026-03-05", 5),
        ("2026-03-04T18:59:59.999+00:00", "2026-03-04", 23 * 60 + 59),
        ("2026-03-05 01:30 +0600", "2026-03-05", 30),
        ("2026-03-02 10:30", "2026-03-02", 10 * 60 + 30),
        ("2024-02-28T18:30:00Z", "2024-02-29", 30),  # Almaty was six hours ahead
        ("2024-03-01T18:30:00Z", "2024-03-01", 23 * 60 + 30),
        ("1/13/2026 11:55 PM", "2026-01-13", 23 * 60 + 55),
        ("12:05 AM", None, None),
    ],
)
def test_a_moment_is_a_day_and_a_time_of_kazakhstan(text: str, meant: str | None, minutes: int | None) -> None:
    found = written(text, TODAY)
    assert (found is None) == (meant is None)
    if found:
        assert set(found.by.values()) == {day(meant or "")}
        assert found.minutes == minutes


def test_a_moment_of_a_workbook_is_one_too() -> None:
    found = written(datetime(2026, 3, 4, 20, 30, tzinfo=UTC), TODAY)
    assert found == Written({"ymd": day("2026-03-05")}, minutes=90)


@pytest.mark.parametrize(
    "text", ["2026-03-05 25:00", "2026-03-05 10:61", "9999-12-31T23:00Z", "0001-01-01T01:00+09:00"]
)
def test_what_no_clock_shows_is_none(text: str) -> None:
    assert written(text, TODAY) is None


def test_a_moment_beyond_all_dates_is_none() -> None:
    assert written(datetime(9999, 12, 31, 23, tzinfo=UTC), TODAY) is None


@given(st.text(max_size=80))
def test_any_text_is_a_day_or_none(text: str) -> None:
    written(text, TODAY)
    written(text, TODAY, ahead=0)
