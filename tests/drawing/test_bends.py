"""What is left out of a line of counts is not seen."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from kzstay.drawing.bends import DENSE, bends

COUNTS = st.lists(st.integers(0, 9), min_size=2, max_size=60)


def between(one: tuple[int, int], other: tuple[int, int], place: int) -> float:
    """Return where a straight line is."""
    return one[1] + (other[1] - one[1]) * (place - one[0]) / (other[0] - one[0])


@given(COUNTS)
def test_where_days_are_apart_the_line_goes_through_each_count(counts: list[int]) -> None:
    found = list(bends(counts, DENSE))
    assert found[0] == (0, counts[0])
    assert found[-1] == (len(counts) - 1, counts[-1])
    for one, other in pairwise(found):
        for place in range(one[0], other[0] + 1):
            assert abs(between(one, other, place) - counts[place]) < 1e-9


@given(COUNTS, st.integers(3, 12))
def test_where_many_days_are_one_pixel_its_stroke_is_as_long(counts: list[int], days: int) -> None:
    found = dict(bends(counts, 1 / days))
    assert all(counts[place] == count for place, count in found.items())
    assert list(found) == sorted(found)
    step = int(1 / (1 / days))
    for start in range(0, len(counts), step):
        held, kept = (
            counts[start : start + step],
            [found[place] for place in range(start, start + step) if place in found],
        )
        if kept:
            assert (min(kept), max(kept), kept[0], kept[-1]) == (min(held), max(held), held[0], held[-1])
        else:
            # As high all the while, and so is what comes before and after it
            assert {*held, counts[start - 1], counts[start + step]} == {held[0]}


def test_a_line_over_many_years_has_few_points() -> None:
    counts = [day % 30 for day in range(20_000)]
    assert len(list(bends(counts, 0.06))) <= 4 * 20_000 * 0.0625 + 4
