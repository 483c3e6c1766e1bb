"""The colours of a page can be told apart by who sees little: contrast as WCAG 2.2 has it, 1.4.3 and 1.4.11."""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256

import pytest

from kzstay.drawing.colours import CONTRAST, CONTRAST_DARK, DARK, LIGHT, Theme
from kzstay.export.page_style import policy, sheet

THEMES = [LIGHT, DARK, CONTRAST, CONTRAST_DARK]
# What stands in words on what
WORDS = [
    *(("text", ground) for ground in ("card", "tint", "area")),
    *(("muted", ground) for ground in ("card", "tint")),
    *(("accent", ground) for ground in ("card", "tint")),
    *((state, "card") for state in ("within", "close", "over", "planned")),
    ("within", "tint"),
    ("on_bar", "within"),
    ("on_bar", "close"),
    ("on_today", "today"),
]


def light(colour: str) -> float:
    shares = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    low, high = sorted((light(one), light(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
@pytest.mark.parametrize(("words", "ground"), WORDS)
def test_words_can_be_read_on_their_ground(theme: Theme, words: str, ground: str) -> None:
    assert contrast(getattr(theme, words), getattr(theme, ground)) >= 4.5


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
@pytest.mark.parametrize("line", ["within", "close", "over", "planned", "accent"])
def test_shapes_can_be_seen(theme: Theme, line: str) -> None:
    assert contrast(getattr(theme, line), theme.card) >= 3


def test_every_colour_that_is_used_is_set_in_every_appearance() -> None:
    used = {part.partition(")")[0] for part in sheet().split("var(--")[1:]} - {"tone", "flag"}
    for theme in THEMES:
        assert used <= {name.replace("_", "-") for name in theme._fields}
    for name in used:
        assert sheet().count(f"--{name}: #") == len(THEMES)


def test_braces_close() -> None:
    assert sheet().count("{") == sheet().count("}")


def test_the_policy_allows_this_style_and_nothing_else() -> None:
    digest = b64encode(sha256(sheet().encode()).digest()).decode()
    assert policy() == (f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'")


def test_the_sheet_loads_nothing() -> None:
    assert "url(" not in sheet()
    assert "@import" not in sheet()
    assert "</" not in sheet()
