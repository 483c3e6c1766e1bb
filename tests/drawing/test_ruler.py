"""Names on the ruler: they have room, today's line does not go through them, and a year is always there."""

from __future__ import annotations

import re
from datetime import timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kzstay import bundled
from kzstay.drawing.labels import today_label
from kzstay.drawing.ruler import beside_pill, beside_today, rule
from kzstay.drawing.scale import Scale
from kzstay.drawing.shapes import Label, Ruler
from kzstay.drawing.ticks import LEVELS
from kzstay.texts.words import words
from tests.drawing.anybody import LANGUAGES, ON
from tests.helpers import day

WORKS = bundled.law().calendar.is_working


def ruled(first: str, per_day: float, width: float = 790, language: str = "en") -> Ruler:
    return rule(Scale(day(first).toordinal(), per_day, width), words(language), WORKS)  # pyright: ignore[reportArgumentType]


@given(
    st.sampled_from(LANGUAGES),
    st.integers(0, 1500),
    st.floats(0.08, 60),
    st.floats(300, 1800),
)
def test_a_year_is_always_on_the_ruler_and_no_name_on_another(
    language: str, shift: int, per_day: float, width: float
) -> None:
    first = (ON + timedelta(shift)).isoformat()
    found = ruled(first, per_day, width, language)
    months = found.months
    assert any(re.search(r"\d{4}", label.text) for label in [*months, *filter(None, [found.year])])
    assert all(one.right < other.x for one, other in pairwise(months))
    assert all(label.x >= 0 and label.right <= width for label in months)


@given(
    st.sampled_from(LANGUAGES),
    st.integers(0, 1500),
    st.floats(LEVELS[2].per_day, 60),
    st.floats(360, 1800),
    st.floats(0, 1),
)
def test_every_month_whose_days_are_in_sight_is_named_wherever_today_is(
    language: str, shift: int, per_day: float, width: float, today: float
) -> None:
    found = ruled((ON + timedelta(shift)).isoformat(), per_day, width, language)
    ends = [*(tick.x for tick in found.ticks if not tick.minor), width]
    whole = [(left, right) for left, right in pairwise(ends) if left >= 0 and right - left >= 27 * per_day]
    names = beside_today(found.months, today * width, width)
    assert len(names) == len(found.months)
    for left, right in whole:
        assert any(left <= label.x < right for label in names), (left, right, names)


@pytest.mark.parametrize(
    ("first", "per_day", "names"),
    [
        ("2026-05-16", 2.9, ["May", "Jun 2026", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec", "Jan 2027"]),
        ("2026-05-02", 2.9, ["May 2026", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec", "Jan 2027"]),
        # Where months are narrow, January is named by its year
        ("2026-08-01", 1.75, ["Aug", "Sep", "Oct", "Nov", "Dec", "2027", "Feb", "Mar", "Apr"]),
    ],
)
def test_months_keep_their_names_where_they_are_narrow(first: str, per_day: float, names: list[str]) -> None:
    assert [label.text for label in ruled(first, per_day).months][: len(names)] == names


def test_where_no_name_has_room_for_the_year_it_stands_over_them_beside_the_pill() -> None:
    found = ruled("2026-07-20", 1.75, 200, "ru")
    assert [label.text for label in found.months] == ["авг", "сент", "окт"]
    assert found.year is not None
    assert found.year.text == "2026"
    pill = today_label("22.11.2026", 20, 200)
    assert beside_pill(found.year, pill).x > pill.right
    assert beside_pill(found.year, today_label("22.11.2026", 150, 200)) == found.year


def test_a_name_on_todays_line_moves_to_the_right_of_it() -> None:
    row = [Label("Nov", 10, 30, 25), Label("Dec", 100, 30, 25)]
    assert [label.x for label in beside_today(row, 20, 200)] == [25, 100]
    assert [label.x for label in beside_today(row, 110, 200)] == [10, 115]
    # No room before the next name, or before the edge
    assert beside_today([row[0], Label("Dec", 50, 30, 25)], 30, 200)[0].x == 10
    assert beside_today(row, 110, 130) == row
    assert beside_today(row, 70, 200) == row
