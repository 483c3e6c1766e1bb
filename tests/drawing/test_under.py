"""What lies at a place of the picture."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kzstay.drawing.proposal import Proposal
from kzstay.drawing.scale import Scale
from kzstay.drawing.scene import build
from kzstay.drawing.shapes import BRACKET, LANE, LANE_HEIGHT, OPENING, PERMIT, RULER, Scene
from kzstay.drawing.under import under
from kzstay.texts.words import words
from tests.drawing.anybody import ON, answered, scenes
from tests.helpers import day, permit, span, stay, traveller

EN = words("en")
MIDDLE = LANE + LANE_HEIGHT / 2
SCALE = Scale.showing(day("2026-05-20"), day("2027-02-28"), 1200)
ANNA = traveller(
    "DE",
    stay("2026-09-01", "2026-09-20"),
    stay("2026-11-11"),
    stay("2027-01-08"),
    permits=[permit("2026-06-01", "2026-07-01")],
)
TRIP = Proposal(entry=day("2026-12-12"), last=day("2026-12-20"), openings=(span("2026-12-12", "2026-12-14"),))


def shown() -> Scene:
    return build(answered(ANNA), SCALE, 310, EN, proposal=TRIP)


def at(on: str, y: float) -> tuple[str, int]:
    found = under(shown(), SCALE.x_of(day(on)) + SCALE.per_day / 2, y)
    return found.kind, found.number


@pytest.mark.parametrize(
    ("on", "y", "kind", "number"),
    [
        ("2026-09-10", MIDDLE, "stay", 0),
        ("2026-11-15", MIDDLE, "stay", 1),
        ("2026-11-30", MIDDLE, "left", 1),
        ("2027-01-20", MIDDLE, "open", 2),
        ("2026-12-15", MIDDLE, "trip", -1),
        ("2026-12-13", OPENING + 2, "openings", 0),
        ("2026-06-10", PERMIT + 4, "permit", 0),
        ("2026-06-10", BRACKET, "period", -1),
        ("2026-10-15", MIDDLE, "day", -1),
        ("2026-10-15", 250, "day", -1),
        ("2026-10-15", 30, "nothing", -1),
        ("2026-11-23", 9, "reckoned", -1),
    ],
)
def test_each_part_is_found_where_it_is_drawn(on: str, y: float, kind: str, number: int) -> None:
    assert at(on, y) == (kind, number)


def test_the_line_of_the_limit_is_found_along_all_of_it() -> None:
    curve = shown().curve
    assert curve is not None
    assert under(shown(), 10, curve.limit_y + 4).kind == "limit"
    assert under(shown(), 1190, curve.limit_y - 4).kind == "limit"
    assert under(shown(), 10, curve.limit_y + 9).kind == "day"


def test_a_bar_too_narrow_to_be_hit_is_found_from_beside_it() -> None:
    who = traveller("DE", stay("2026-09-01", "2026-09-01"), stay("2026-09-20", "2026-09-20"))
    scale = Scale.showing(ON - timedelta(2000), ON + timedelta(400), 1000)
    scene = build(answered(who), scale, 310, EN)
    for index, on in enumerate(("2026-09-01", "2026-09-20")):
        beside = scale.x_of(day(on)) + (-2 if index == 0 else 5)
        assert under(scene, beside, MIDDLE).number == index


@given(scenes())
def test_every_flag_is_found_by_its_sign_and_by_its_words(scene: Scene) -> None:
    for flag in scene.flags:
        found = under(scene, flag.x, flag.y)
        assert found.kind == "flag"
        # Of two on one day either is found, and the other by its own words
        assert scene.flags[found.number].told
        if flag.label:
            words_ = under(scene, flag.label.x + flag.label.width / 2, flag.label.y)
            assert words_.kind == "flag"


@given(scenes(), st.floats(0, 1), st.floats(0, 1))
def test_under_the_ruler_there_is_always_something_to_tell(scene: Scene, right: float, down: float) -> None:
    y = RULER + down * (scene.height - RULER)
    assert under(scene, right * scene.width, y).kind != "nothing"
