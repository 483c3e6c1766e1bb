from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kzstay.imports.lines import tokens
from kzstay.imports.ranges import Range, forms, ranged, ranges
from kzstay.texts.words import words
from tests.imports.told import TODAY

SPRING = (date(2026, 3, 5), date(2026, 3, 19))


def found(line: str, year: int = 0) -> list[Range]:
    return ranges(tokens(line, TODAY), TODAY, year)


def days(line: str, year: int = 0) -> list[tuple[date, date | None] | None]:
    return [one.under({}) for one in found(line, year)]


@pytest.mark.parametrize(
    "line",
    [
        "5–19 March 2026",
        "5 - 19 Mar 2026",
        "5 March – 19 March 2026",
        "5 March 2026 – 19 March",
        "March 5–19, 2026",
        "Mar 5 to Mar 19, 2026",
        "March 5, 2026 - March 19, 2026",
        "from 5 March to 19 March 2026",
        "from 5 to 19 March 2026",
        "from 5 to 19 of March 2026",
        "between 5 and 19 March 2026",
        "05.03.2026 — 19.03.2026",
        "05.03 – 19.03.2026",
        "05–19.03.2026",
        "5.3.26-19.3.26",
        "2026-03-05..2026-03-19",
        "2026-03-05 → 2026-03-19",
        "2026-03-05 -> 2026-03-19",
        "2026/03/05 - 2026/03/19",
        "20260305-20260319",
        "05-Mar-2026 until 19-Mar-2026",
        "5 III 2026 – 19 III 2026",
        "с 5 по 19 марта 2026",
        "с 5 марта по 19 марта 2026 года",
        "с 05.03.2026 г. по 19.03.2026 г.",
        "5 марта 2026 г. – 19 марта 2026 г.",
        "между 5 и 19 марта 2026",
        "5 наурыз – 19 наурыз 2026 ж.",
        "2026 жылғы 5–19 наурыз",
        "2026 ж. 5 наурыз – 19 наурыз",
        "2026 жылғы 5 наурыздан 19 наурызға дейін",
        "2026 жылғы 5 наурыз бен 19 наурыз аралығында",
        "2026年3月5日 – 2026年3月19日",
        "05.03.2026 14:30 – 19.03.2026 08:00",
    ],
)
def test_every_way_to_write_a_fortnight_in_spring(line: str) -> None:
    assert days(line) == [SPRING]


@pytest.mark.parametrize(
    ("line", "first", "last"),
    [
        ("28 Dec 2025 – 4 Jan 2026", (2025, 12, 28), (2026, 1, 4)),
        ("28 Dec – 4 Jan 2026", (2025, 12, 28), (2026, 1, 4)),
        ("28 Dec 2025 – 4 Jan", (2025, 12, 28), (2026, 1, 4)),
        ("28.12 – 04.01.2026", (2025, 12, 28), (2026, 1, 4)),
        ("26 Feb–9 Mar 2026", (2026, 2, 26), (2026, 3, 9)),
        ("3 Jun 2026", (2026, 6, 3), (2026, 6, 3)),
    ],
)
def test_over_new_year_and_a_single_day(
    line: str, first: tuple[int, int, int], last: tuple[int, int, int]
) -> None:
    assert days(line) == [(date(*first), date(*last))]


@pytest.mark.parametrize(
    "line",
    [
        "29 Sep 2026 → ?",
        "29 Sep 2026 –",
        "29 Sep 2026 - now",
        "29.09.2026 - по н.в.",
        "since 29 Sep 2026",
        "from 29 September 2026",
        "с 29.09.2026",
        "29 қыркүйек 2026 бастап",
        "29.09.2026 – осы уақытқа дейін",
        "29.09.2026 — сейчас",
    ],
)
def test_an_open_end(line: str) -> None:
    assert days(line) == [(date(2026, 9, 29), None)]


def test_the_year_may_stand_above() -> None:
    assert days("5–19 March", 2026) == [SPRING]
    assert days("5–19 March") == [None]
    assert days("05.03–19.03", 2026) == [SPRING]


def test_several_ranges_in_a_line() -> None:
    assert days("5–19 марта 2026, 3-8 апреля 2026; 3 июня 2026") == [
        SPRING,
        (date(2026, 4, 3), date(2026, 4, 8)),
        (date(2026, 6, 3), date(2026, 6, 3)),
    ]


@pytest.mark.parametrize(
    "line", ["5–19", "tel. 8 701 123 45 67", "5/2", "about 10 to 12 people", "version 1.2.3.4", ""]
)
def test_numbers_are_no_days(line: str) -> None:
    assert days(line) == []


@pytest.mark.parametrize("line", ["31.02.2026 – 05.03.2026", "5 March 2026 – 31 April 2026", "30 Feb 2026"])
def test_a_day_that_is_none_spoils_its_range(line: str) -> None:
    assert days(line) == [None]


def test_figures_between_strokes_leave_their_order_open() -> None:
    (one,) = found("05/03/2026 - 07/03/2026")
    assert one.under({"/": "dmy"}) == (date(2026, 3, 5), date(2026, 3, 7))
    assert one.under({"/": "mdy"}) == (date(2026, 5, 3), date(2026, 7, 3))
    assert len(list(forms([one]))) == 2


@pytest.mark.parametrize(
    "line",
    ["3 or 8 September 2026", "3 или 8 сентября 2026", "03.09.2026 или 08.09.2026", "3 немесе 8 қыркүйек 2026"],
)
def test_a_day_that_may_be_another_one(line: str) -> None:
    (one,) = found(line)
    assert one.first is not None
    assert one.first.doubts({}) == (date(2026, 9, 3), date(2026, 9, 8))


def test_a_whole_cell_is_a_range_or_not() -> None:
    assert ranged("18–25 Jan 2026", TODAY) is not None
    assert ranged("(18–25 Jan 2026)", TODAY) is not None
    assert ranged("18–25 Jan 2026 skiing", TODAY) is None
    assert ranged("3 Jun 2026", TODAY) is None
    assert ranged("x" * 5000, TODAY) is None


@given(st.dates(date(1995, 1, 1), date(2040, 12, 31)), st.integers(0, 300), st.sampled_from(["en", "ru", "kk"]))
def test_what_we_write_ourselves_is_read(first: date, length: int, language: str) -> None:
    last = date.fromordinal(first.toordinal() + length)
    w = words(language)  # type: ignore[arg-type]
    assert days(f"{w.day(first)} – {w.day(last)}") == [(first, last)]


@given(st.text(alphabet="0123456789.-/–→? IVXмартьmayзжынa,orпос()", max_size=80))
def test_any_line_gives_ranges_or_none(line: str) -> None:
    for one in found(line):
        one.under({})
        for end in one.ends:
            end.doubts({})
