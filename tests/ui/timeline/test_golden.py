"""The timeline as a picture, in each theme.

``pytest --update-golden`` takes the pictures of today for right; look at them before they are committed.
"""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from kzstay import bundled
from kzstay.core.assess import reckon
from kzstay.core.readings import Reading
from kzstay.texts.words import words
from kzstay.ui.colours import DARK, LIGHT, Theme
from kzstay.ui.theme import load_fonts
from kzstay.ui.timeline.painter import paint
from kzstay.ui.timeline.scale import Scale
from kzstay.ui.timeline.scene import build
from tests.helpers import day, stay, traveller

GOLDEN = Path(__file__).parent.parent.parent / "golden"
WIDTH, HEIGHT = 1000, 310
# Every state of a stay is in the picture: within, over, ending and open, planned, planned for too long
EVERY_STATE = traveller(
    "DE",
    stay("2026-06-01", "2026-06-20"),
    stay("2026-07-10", "2026-08-14"),
    stay("2026-10-30"),
    stay("2026-12-20", "2027-01-25"),
    stay("2027-02-10", "2027-02-16"),
)


def picture(theme: Theme) -> QImage:
    pair = reckon(EVERY_STATE, day("2026-11-22"), bundled.law())
    scale = Scale.showing(day("2026-05-15"), day("2027-03-01"), WIDTH)
    scene = build(pair, Reading.SAFE, scale, HEIGHT, words("en"), selected=2)
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
    image.fill(theme.card)
    painter = QPainter(image)
    paint(painter, scene, theme, "Inter")
    painter.end()
    return image


def differing(one: QImage, other: QImage) -> int:
    """Count the pixels that a person could tell apart."""
    first = one.convertToFormat(QImage.Format.Format_Grayscale8)
    second = other.convertToFormat(QImage.Format.Format_Grayscale8)
    pairs = zip(bytes(first.constBits()), bytes(second.constBits()), strict=True)
    return sum(abs(a - b) > 24 for a, b in pairs)


@pytest.mark.skipif(sys.platform != "linux", reason="letters are drawn a little differently elsewhere")
@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
def test_the_timeline_looks_as_it_did(qapp: QApplication, theme: Theme, request: pytest.FixtureRequest) -> None:
    load_fonts()
    image, path = picture(theme), GOLDEN / f"timeline-{theme.name}.png"
    if request.config.getoption("--update-golden"):
        image.save(str(path))
    golden = QImage(str(path))
    assert (golden.width(), golden.height()) == (WIDTH, HEIGHT)
    assert differing(image, golden) < WIDTH * HEIGHT // 500
