"""What is written on the timeline: in sight, apart, and with no line through it."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given

from kzstay.drawing import labels
from kzstay.drawing.letters import NORMAL, SMALL, wide
from kzstay.drawing.shapes import (
    LANE,
    LANE_HEIGHT,
    NARROWEST_BAR,
    RULER,
    Bar,
    Curve,
    Ghost,
    Label,
    Rest,
    Scene,
    Strip,
)
from kzstay.texts.words import words
from tests.drawing.anybody import scenes

EN = words("en")


@given(scenes())
def test_todays_line_goes_through_no_words(scene: Scene) -> None:
    for label in scene.labels:
        if label.x < scene.today_x < label.right:
            assert not any(top < label.bottom and bottom > label.top for top, bottom in scene.now), label


@given(scenes())
def test_words_stand_apart_and_in_sight(scene: Scene) -> None:
    for one, other in combinations(scene.labels, 2):
        assert not one.meets(other), (one, other)
    assert all(label.x >= 0 and label.right <= scene.width for label in scene.labels)


@given(scenes())
def test_no_line_passes_under_words_unless_their_plate_hides_it(scene: Scene) -> None:
    """On the ruler no line begins; on a shape its ground hides what is behind; elsewhere words have a plate."""
    for label in scene.labels:
        on_shape = LANE <= label.y <= LANE + LANE_HEIGHT or (label.y == labels.OVER_LANE and not label.ground)
        assert label.bottom <= RULER or on_shape or label.ground == "card", label


@given(scenes())
def test_the_line_of_the_days_used_passes_by_the_words_of_flags(scene: Scene) -> None:
    if scene.curve:
        top = min(y for _, y in scene.curve.points)
        assert all(flag.label.bottom <= top for flag in scene.flags if flag.label)


@given(scenes())
def test_the_pill_is_whole_as_long_as_its_day_is_in_sight(scene: Scene) -> None:
    if 0 <= scene.today_x <= scene.width:
        assert scene.today.x >= 0
        assert scene.today.right <= scene.width


@given(scenes())
def test_what_is_planned_bears_its_days_wherever_there_is_room_on_it(scene: Scene) -> None:
    written = {label.text for label in scene.labels}
    for bar in scene.bars:
        room = wide(bar.label, NORMAL, bold=True) + 30
        whole = bar.x >= 0 and bar.x + bar.width <= scene.width
        if bar.planned and whole and bar.width > room and not scene.ghost:
            assert any(bar.label in text for text in written), bar


@given(scenes())
def test_days_that_are_left_are_drawn_beneath_no_stay_that_is_planned(scene: Scene) -> None:
    if scene.left:
        begin, end = scene.left.x, scene.left.x + max(scene.left.width, NARROWEST_BAR) - NARROWEST_BAR
        assert not any(bar.planned and bar.x < end and begin < bar.x + bar.width for bar in scene.bars)


@given(scenes())
def test_the_window_that_is_looked_back_on_always_says_what_is_used(scene: Scene) -> None:
    bracket = scene.bracket
    if bracket and bracket.x + bracket.width > 0 and bracket.x < scene.width:
        assert bracket.label is not None
        assert bracket.label.text in bracket.texts


def test_the_line_of_today_stops_for_words() -> None:
    across, beside = Label("across", 90, 100, 40), Label("beside", 120, 150, 40)
    first, second = labels.now([across, beside], 100, 200)
    assert first == (18, across.top - 2)
    assert second == (across.bottom + 2, 200)
    assert labels.now([Label("at the foot", 90, 198, 40)], 100, 200)[-1][1] < 195


@pytest.mark.parametrize(
    ("bar", "text", "tone", "ground"),
    [
        (Bar(0, 20, 100, "within", "34"), "34", "on_bar", ""),
        (Bar(0, 20, 100, "close", "34"), "34", "on_bar", "close"),
        (Bar(0, 20, 100, "planned", "34", planned=True), "34 planned", "text", ""),
        (Bar(0, 20, 50, "planned", "34", planned=True), "34", "text", ""),
        (Bar(0, 20, 100, "over", "34", over_x=70, planned=True), "34", "over", ""),
        # All of it is too long: the number stands on the hatching
        (Bar(0, 20, 100, "over", "34", over_x=20), "34", "over", "card"),
        (Bar(0, -50, 150, "within", "86"), "86 in all", "on_bar", ""),
        (Bar(0, -50, 90, "within", "86"), "86", "on_bar", ""),
        (Bar(0, 250, 150, "within", "86"), "86", "on_bar", ""),
    ],
)
def test_a_stay_has_its_number(bar: Bar, text: str, tone: str, ground: str) -> None:
    label = labels.of_bar(bar, 300, 1000, EN)
    assert label is not None
    assert (label.text, label.tone, label.ground) == (text, tone, ground)


def test_a_number_that_has_no_room_is_left_out() -> None:
    assert labels.of_bar(Bar(0, 20, 9, "within", "3"), 300, 1000, EN) is None
    assert labels.of_bar(Bar(0, 20, 9, "over", "3", over_x=20), 300, 1000, EN) is None


def test_words_on_a_shape_stand_on_the_longer_side_of_todays_line() -> None:
    strip = Strip(20, 300, "visa until 10 Jan")
    before, after = labels.of_strip(strip, 400, 250), labels.of_strip(strip, 400, 80)
    assert before is not None
    assert after is not None
    assert before.right < 250
    assert after.x > 80
    # On neither side is room: the line stops for them
    across = labels.of_strip(Strip(20, 130, "visa until 10 Jan"), 400, 85)
    assert across is not None
    assert across.x < 85 < across.right


def test_the_days_that_a_stay_may_last_are_said_as_far_as_there_is_room() -> None:
    rests = [Rest(10, width, "up to 30 days", "≤ 30") for width in (150, 50, 20)]
    found = [labels.of_rest(rest, 400, 5) for rest in rests]
    assert [label.text if label else None for label in found] == ["up to 30 days", "≤ 30", None]


def test_what_is_used_is_said_within_the_bracket_or_beside_it_shorter_step_by_step() -> None:
    texts = ("181 days · 26 May – 22 Nov · 20 used, 70 free", "20 used, 70 free")
    long, short = (wide(text, SMALL) for text in texts)
    within, briefly, right, left, anyhow = (
        labels.of_bracket(x, extent, texts, width)
        for x, extent, width in (
            (100, long + 60, 700),
            (100, short + 40, 700),
            (100, 50, 700),
            (640, 50, 700),
            (0, short, short + 5),
        )
    )
    assert within is not None
    assert briefly is not None
    assert right is not None
    assert left is not None
    assert (within.text, briefly.text, right.text, left.text) == (texts[0], texts[1], texts[0], texts[0])
    assert right.x == 158
    assert left.right == 632
    # Where there is no room at all the line gives way, and the figures stay
    assert anyhow is not None
    assert anyhow.text == texts[1]
    assert labels.of_bracket(-500, 100, texts, 700) is None


def test_a_trip_in_mind_says_how_long_it_is() -> None:
    ghost = Ghost(
        x=20, width=90, history=0, trip=None, possible=True, label="9 days?", short="9?", breaks=[], openings=[]
    )
    label = labels.of_ghost(ghost, 400, 5)
    assert label is not None
    assert label.text == "9 days?"


def test_the_limit_is_named_where_the_line_of_the_days_used_is_not() -> None:
    low = Curve([(0, 276), (700, 276)], 276, 207, 90, "limit 90")
    assert labels.of_curve(low, 700, []).x == 8
    crossed = Curve([(0, 195), (200, 195), (250, 260), (700, 260)], 276, 207, 90, "limit 90")
    assert labels.of_curve(crossed, 700, []).align == "end"
    # A line that passes the height of the words further on is not in their way
    rising = Curve([(0, 276), (300, 190), (700, 190)], 276, 207, 90, "limit 90")
    assert labels.of_curve(rising, 700, []).align == "start"
    flag = Label("words of a flag", 0, 197, 300)
    assert labels.of_curve(low, 700, [flag]).align == "end"
    both = [flag, Label("words of another", 500, 197, 190)]
    below = labels.of_curve(low, 700, both)
    assert below.y > 207
    # Where days used are coloured they have a ground of their own
    assert below.ground == "card"
    # Between words at both ends of its line it stands further inwards
    walls = [Label("", 0, 197, 240), Label("", 440, 197, 260), Label("", 0, 217, 700)]
    assert 240 < labels.of_curve(low, 700, walls).x < 440
