"""Flags: each day has its words, no line goes through them, and a day to leave comes first."""

from __future__ import annotations

from hypothesis import given

from kzstay.drawing.flags import roomy, tone
from kzstay.drawing.letters import wide
from kzstay.drawing.paper import HEIGHT, WIDTH, paper_scale
from kzstay.drawing.scale import Scale
from kzstay.drawing.scene import build
from kzstay.drawing.shapes import BARE_FLAG, FLAG, FLAG_STEP, Scene
from kzstay.texts.words import words
from tests.drawing.anybody import LANGUAGES, ON, answered, scenes
from tests.helpers import day, stay, traveller

PRESENT = traveller("RU", stay("2026-11-20"))  # a notice, a registration and the day to leave lie ahead


@given(scenes())
def test_no_stem_goes_through_the_words_of_a_flag(scene: Scene) -> None:
    for flag in scene.flags:
        for other in scene.flags:
            label = other.label
            if label and flag is not other:
                assert not (label.x < flag.x < label.right and flag.y > label.top), (flag, other)


@given(scenes())
def test_rows_are_filled_from_above(scene: Scene) -> None:
    rows = {flag.y for flag in scene.flags if flag.label}
    assert rows == {FLAG + FLAG_STEP * row for row in range(len(rows))}
    assert all(flag.y == BARE_FLAG for flag in scene.flags if not flag.label)


def test_in_a_report_days_ahead_have_their_words_in_full_in_every_language() -> None:
    for language in LANGUAGES:
        w, a = words(language), answered(PRESENT)
        flags = build(a, paper_scale(a, WIDTH, w), HEIGHT, w).flags
        assert len(flags) == 3
        assert all(wide(flag.text, 12) > 100 for flag in flags), language


def test_room_is_made_for_words_as_long_as_days_are_not_too_narrow() -> None:
    a, w = answered(traveller("DE", stay("2026-11-11", notified="2026-11-12"))), words("ru")
    scale = Scale.showing(day("2026-05-16"), day("2027-02-10"), WIDTH)
    more = roomy(a, scale, 450, w)
    assert more.first == scale.first
    assert more.last > scale.last
    (leave,) = [flag for flag in build(a, more, HEIGHT, w).flags if flag.state == "open"]
    assert not leave.before
    assert roomy(a, scale, 271, w) == scale


def test_words_that_have_room_nowhere_are_the_day_alone_or_none() -> None:
    scale = Scale.showing(ON, day("2027-03-01"), 120)
    flags = build(answered(PRESENT), scale, HEIGHT, words("en")).flags
    assert [flag.text for flag in flags if flag.text]
    assert all(wide(flag.text, 12) < 60 for flag in flags)


def test_states_have_their_colours() -> None:
    assert [tone(state) for state in ("open", "unrecorded", "missed", "done")] == [
        "close",
        "close",
        "over",
        "muted",
    ]
