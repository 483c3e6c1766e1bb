"""Colours that can be read, by the formula of WCAG 2.2."""

from __future__ import annotations

import pytest

from kzstay.drawing.colours import CONTRAST, CONTRAST_DARK, DARK, LIGHT, Theme, mixed
from tests.drawing.contrast import contrast

THEMES = [LIGHT, DARK, CONTRAST, CONTRAST_DARK]


@pytest.fixture(params=THEMES, ids=lambda theme: theme.name)
def theme(request: pytest.FixtureRequest) -> Theme:
    return request.param


TEXT, SIGN = 4.5, 3.0  # WCAG 1.4.3 and 1.4.11


STRONG = 7.0  # WCAG 1.4.6, for who asks for high contrast


def test_the_formula_is_that_of_wcag() -> None:
    assert contrast("#FFFFFF", "#000000") == pytest.approx(21)
    assert contrast("#FFFFFF", "#0072B2") == pytest.approx(5.19, abs=0.01)


@pytest.mark.parametrize("name", ["text", "muted", "within", "close", "over", "planned"])
@pytest.mark.parametrize("ground", ["card", "window"])
def test_text_and_states_can_be_read(theme: Theme, name: str, ground: str) -> None:
    least = STRONG if theme.name.startswith("contrast") and name in ("text", "muted") else TEXT
    assert contrast(getattr(theme, name), getattr(theme, ground)) >= least


@pytest.mark.parametrize(
    ("words", "ground"),
    [
        ("on_accent", "accent"),
        ("on_bar", "within"),
        ("on_today", "today"),
        ("text", "tint"),
        ("text", "chip"),
        ("muted", "chip"),
        ("within", "tint"),
        ("close", "tint"),
        ("over", "tint"),
        ("muted", "tint"),
        ("on_bar", "close"),
        ("text", "permit"),
        *(
            (words, ground)
            for words in ("muted", "within", "close", "over")
            for ground in ("shade", "shade_in_window")
        ),
    ],
)
def test_words_on_a_coloured_ground_can_be_read(theme: Theme, words: str, ground: str) -> None:
    assert contrast(getattr(theme, words), getattr(theme, ground)) >= TEXT


def test_colours_are_mixed_by_shares() -> None:
    assert mixed("#000000", "#FF8000", 0) == "#000000"
    assert mixed("#000000", "#FF8000", 0.5) == "#804000"
    assert mixed("#000000", "#FF8000", 1) == "#FF8000"


@pytest.mark.parametrize("name", ["accent", "within", "close", "over", "planned", "today"])
def test_lines_and_signs_stand_out(theme: Theme, name: str) -> None:
    assert contrast(getattr(theme, name), theme.card) >= SIGN


def test_borders_stand_out_where_high_contrast_is_asked_for() -> None:
    for theme in (CONTRAST, CONTRAST_DARK):
        assert contrast(theme.border, theme.card) >= SIGN
        assert contrast(theme.grid, theme.card) >= SIGN


@pytest.mark.parametrize("tone", ["within", "close", "over"])
def test_words_on_a_ground_of_their_tone_can_be_read(theme: Theme, tone: str) -> None:
    assert contrast(getattr(theme, tone), theme.ground(tone)) >= TEXT


@pytest.mark.parametrize("tone", ["planned", "close", "over"])
def test_such_a_ground_is_told_by_its_edge_on_both_sides_of_it(theme: Theme, tone: str) -> None:
    for ground in (theme.ground(tone), theme.card, theme.window):
        assert contrast(theme.edge(tone), ground) >= SIGN


@pytest.mark.parametrize("ground", ["card", "window", "chip", "tint"])
def test_what_is_typed_into_or_pressed_has_an_edge_that_is_seen(theme: Theme, ground: str) -> None:
    assert contrast(theme.outline, getattr(theme, ground)) >= SIGN


@pytest.mark.parametrize("ground", ["card", "window", "chip", "tint"])
def test_what_is_chosen_has_a_frame_that_is_seen(theme: Theme, ground: str) -> None:
    assert contrast(theme.accent, getattr(theme, ground)) >= SIGN


def test_every_colour_has_a_rule_here(theme: Theme) -> None:
    words = {"text", "muted", "within", "close", "over", "planned", "on_accent", "on_bar", "on_today"}
    edges_and_grounds = {"outline", "accent", "today", "card", "window", "chip", "tint", "shade"}
    not_told_by_colour = {"border", "line", "area"}  # beside ground, room or curve, except in high contrast
    assert set(theme._fields) - {"name"} == words | edges_and_grounds | not_told_by_colour
