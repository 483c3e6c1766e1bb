"""Days to pixels and back."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from kzstay.drawing.scale import NARROWEST, WIDEST, Scale

DAYS = st.dates(date(1991, 1, 1), date(2199, 12, 31))
SCALES = st.builds(
    lambda day, per_day, width: Scale(day.toordinal(), per_day, width),
    DAYS,
    st.floats(NARROWEST, WIDEST),
    st.floats(200, 4000),
)


@given(SCALES, DAYS)
def test_the_day_at_the_place_of_a_day_is_that_day(scale: Scale, day: date) -> None:
    assert scale.day_at(scale.x_of(day)) == day
    assert scale.day_at(scale.x_of(day) + scale.per_day * 0.99) == day


@given(SCALES, st.floats(0.2, 5), st.floats(0, 1))
def test_zooming_keeps_what_is_under_the_pointer(scale: Scale, factor: float, share: float) -> None:
    about = scale.width * share
    zoomed = scale.zoomed(factor, about)
    if date(1991, 1, 1) < zoomed.first and zoomed.last < date(2199, 12, 31):
        assert abs(zoomed.ordinal_at(about) - scale.ordinal_at(about)) < 1e-3
    assert NARROWEST <= zoomed.per_day <= WIDEST


@given(SCALES, DAYS)
def test_a_day_that_is_wanted_is_seen(scale: Scale, day: date) -> None:
    if scale.width < 3 * scale.per_day + 80:
        return
    x = scale.with_seen(day).x_of(day)
    assert -1e-3 <= x <= scale.width


@given(DAYS, st.integers(10, 3000), st.floats(300, 3000))
def test_fitted_days_fill_the_width(first: date, days: int, width: float) -> None:
    last = first + timedelta(days - 1)
    scale = Scale.showing(first, last, width)
    if NARROWEST < scale.per_day < WIDEST:
        assert scale.x_of(first) == 0
        assert abs(scale.x_of(last + timedelta(1)) - width) < 1e-3
