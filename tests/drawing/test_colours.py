"""Colours that can be read, by the formula of WCAG 2.2."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor

from kzstay.drawing.colours import CONTRAST, CONTRAST_DARK, DARK, LIGHT, Theme, mixed

THEMES = [LIGHT, DARK, CONTRAST, CONTRAST_DARK]


@pytest.fixture(params=THEMES, ids=lambda theme: theme.name)
def theme(request: pytest.FixtureRequest) -> Theme:
    return request.param


TEXT, SIGN = 4.5, 3.0  # WCAG 1.4.3 and 1.4.11


STRONG = 7.0  # WCAG 1.4.6, for who asks for high contrast


def luminance(colour: str) -> float:
    def linear(channel: float) -> float:
        return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4

    named = QColor(colour)
    return 0.2126 * linear(named.redF()) + 0.7152 * linear(named.greenF()) + 0.0722 * linear(named.blueF())


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


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
