from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kzstay.imports.lines import line_words, made, tokens
from tests.imports.told import TODAY


def kinds(line: str) -> list[tuple[str, str]]:
    return [(token.kind, token.text) for token in tokens(line, TODAY)]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("18–25 Jan 2026", [("bare", "18"), ("link", "–"), ("day", "25 Jan 2026")]),
        # A hyphen before figures is a dash, unless one stands before the month too
        ("26 Feb-19 Mar 2026", [("day", "26 Feb"), ("link", "-"), ("day", "19 Mar 2026")]),
        ("05-Mar-26 to 19-Mar-26", [("day", "05-Mar-26"), ("link", "to"), ("day", "19-Mar-26")]),
        ("2026-03-05..2026-03-19", [("day", "2026-03-05"), ("link", ".."), ("day", "2026-03-19")]),
        ("14 V 2026", [("day", "14 V 2026")]),
        ("с 5 по 19 марта 2026 г.", [("since", "с"), ("bare", "5"), ("link", "по"), ("day", "19 марта 2026 г.")]),
        ("29 Sep 2026 → ?", [("day", "29 Sep 2026"), ("link", "→"), ("open", "?")]),
        ("5.10.2026 - по н.в.", [("day", "5.10.2026"), ("link", "-"), ("open", "по н.в.")]),
        ("31.02.2026", [("no-day", "31.02.2026")]),
        ("March 5th, 2026", [("day", "March 5th, 2026")]),
        ("2026年3月5日", [("day", "2026年3月5日")]),
        ("2026-03-05T14:30:00Z", [("day", "2026-03-05T14:30:00Z")]),
        ("5 March 2026 14:30", [("day", "5 March 2026 14:30")]),
        ("2026 жылғы 5 наурыздан", [("day", "2026 жылғы 5 наурыздан")]),
        ("1\t2026-05-01", [("bare", "1"), ("day", "2026-05-01")]),
        ("ABC123", [("word", "ABC"), ("word", "123")]),
    ],
)
def test_a_line_is_taken_apart(line: str, expected: list[tuple[str, str]]) -> None:
    assert kinds(line) == expected


def test_a_month_of_one_letter_needs_its_year() -> None:
    assert ("day", "5 I") not in kinds("on day 5 I went")


def test_figures_by_a_stroke_with_a_question_mark_are_two_days() -> None:
    assert [kind for kind, _ in kinds("03/08?")] == ["bare", "or", "bare"]


def test_a_day_by_its_parts_may_be_none() -> None:
    assert made(2026, 2, 28) == date(2026, 2, 28)
    assert made(2026, 2, 30) is None


def test_words_are_small() -> None:
    assert all(word == word.casefold() for word in line_words().link | line_words().unclear | line_words().person)


@given(st.text(max_size=200) | st.text(alphabet="0123456789.-/–→? IVXмартьmayзжынa,", max_size=80))
def test_any_line_is_taken_apart_from_end_to_end(line: str) -> None:
    found = tokens(line, TODAY)
    assert [token.start for token in found] == sorted(token.start for token in found)
    assert all(token.end <= len(line) for token in found)
