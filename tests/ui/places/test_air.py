"""The air round a place: a low window has less of it, and each place as much as the calculator."""

from __future__ import annotations

import pytest

from tests.helpers import stay, traveller
from tests.ui.conftest import OpenCase

ANNA = traveller("DE", stay("2026-11-11"))


@pytest.mark.parametrize("height", [540, 900])
def test_what_places_begin_with_stands_under_each_other_on_any_height(open_case: OpenCase, height: int) -> None:
    window = open_case(ANNA)
    window.resize(1280, height)
    lefts = set()
    for name in ("stay", "people", "guide", "contacts"):
        window.places.show_place(name)
        layout = window.places.place(name).layout()
        assert layout is not None
        lefts.add(layout.contentsMargins().left())
    assert len(lefts) == 1
    window.places.show_place("stay")


def test_the_air_comes_back_with_the_height(open_case: OpenCase) -> None:
    window = open_case(ANNA)
    window.places.show_place("people")
    layout = window.places.place("people").layout()
    assert layout is not None
    margins = []
    for height in (900, 540, 900):
        window.resize(1280, height)
        margins.append((layout.contentsMargins(), layout.spacing()))
    assert margins[0] == margins[2]
    assert margins[1][0].top() < margins[0][0].top()
    assert margins[1][1] < margins[0][1]
