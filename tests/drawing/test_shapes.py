"""What shapes say of themselves."""

from __future__ import annotations

import pytest

from kzstay.drawing.shapes import Bar, Label


@pytest.mark.parametrize(
    ("x", "width", "cut"),
    [
        (10, 50, (False, False)),
        (-10, 50, (True, False)),
        (60, 50, (False, True)),
        (-10, 200, (True, True)),
        (-10, 15, (False, False)),  # what is left has no room for an arrow
        (95, 50, (False, False)),
    ],
)
def test_a_stay_goes_on_beyond_an_edge(x: float, width: float, cut: tuple[bool, bool]) -> None:
    assert Bar(0, x, width, "within", "20").cut(100) == cut


def test_a_stay_that_counts_for_nothing_is_hollow() -> None:
    assert Bar(0, 0, 9, "planned", "", planned=True).hollow
    assert Bar(0, 0, 9, "unknown", "").hollow
    assert not Bar(0, 0, 9, "close", "").hollow


def test_rooms_meet_where_they_overlap_both_ways() -> None:
    label = Label("words", 10, 50, 40)
    assert label.meets(Label("on it", 45, 52, 20))
    assert not label.meets(Label("beside", 50, 50, 20))
    assert not label.meets(Label("below", 10, 70, 40))
