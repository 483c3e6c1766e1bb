"""Colours that can be read, by the formula of WCAG 2.2, and signs that are drawn."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QGuiApplication
from PySide6.QtWidgets import QApplication

from kzstay.drawing.colours import CONTRAST, CONTRAST_DARK, DARK, LIGHT, Theme
from kzstay.paths import resource
from kzstay.ui.widgets import theme as themes
from tests.helpers import stay, traveller
from tests.ui.conftest import OpenCase

THEMES = [LIGHT, DARK, CONTRAST, CONTRAST_DARK]
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


@pytest.fixture(params=THEMES, ids=lambda theme: theme.name)
def theme(request: pytest.FixtureRequest) -> Theme:
    return request.param


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
    ],
)
def test_words_on_a_coloured_ground_can_be_read(theme: Theme, words: str, ground: str) -> None:
    assert contrast(getattr(theme, words), getattr(theme, ground)) >= TEXT


@pytest.mark.parametrize("name", ["accent", "within", "close", "over", "planned", "today"])
def test_lines_and_signs_stand_out(theme: Theme, name: str) -> None:
    assert contrast(getattr(theme, name), theme.card) >= SIGN


def test_borders_stand_out_where_high_contrast_is_asked_for() -> None:
    for theme in (CONTRAST, CONTRAST_DARK):
        assert contrast(theme.border, theme.card) >= SIGN


@pytest.mark.parametrize("name", sorted(path.stem for path in resource("icons").glob("*.svg")))
def test_every_icon_is_drawn_in_its_colour(qapp: QApplication, name: str) -> None:
    picture = themes.icon(name, "#A3123F", 20).pixmap(20, 20).toImage()
    seen = [
        picture.pixelColor(x, y)
        for x in range(picture.width())
        for y in range(picture.height())
        if picture.pixelColor(x, y).alpha() > 200
    ]
    assert seen


@pytest.mark.parametrize("appearance", ["light", "dark"])
def test_the_appearance_is_taken_at_once_and_everywhere(open_case: OpenCase, appearance: str) -> None:
    window = open_case(traveller("DE", stay("2026-11-11")))
    window.commands.by_name[f"appearance_{appearance}"].trigger()
    theme = {"light": LIGHT, "dark": DARK}[appearance]
    assert QGuiApplication.palette().window().color() == QColor(theme.window)
    picture = window.grab().toImage()
    corner = window.stay.hero.mapTo(window, window.stay.hero.rect().center())
    assert picture.pixelColor(
        corner.x(), window.stay.hero.mapTo(window, window.stay.hero.rect().topLeft()).y() + 8
    ) == QColor(theme.card)


def test_the_style_sheet_leaves_no_colour_unfilled(theme: Theme) -> None:
    assert "$" not in themes._style_sheet(theme)


@pytest.mark.parametrize("part", ["lead", "unit", "number"])
def test_the_first_window_wears_the_bundled_font_like_every_other(open_case: OpenCase, part: str) -> None:
    hero = open_case(traveller("DE", stay("2026-11-11"))).stay.hero
    assert getattr(hero, part).font().family() == QApplication.font().family()
