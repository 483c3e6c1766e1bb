"""The legend shows each thing as the picture does, and each otherwise than the others."""

from __future__ import annotations

from typing import get_args

import pytest
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from kzstay.drawing.colours import CONTRAST, CONTRAST_DARK, DARK, LIGHT, Theme
from kzstay.drawing.legend import SIZE, paint_piece, piece
from kzstay.texts.timeline import Part

PARTS: tuple[Part, ...] = get_args(Part)
GREY = dict.fromkeys(
    ("within", "close", "over", "planned", "muted", "accent", "today", "tint", "area"), LIGHT.text
)


def painted(part: Part, theme: Theme) -> bytes:
    image = QImage(SIZE.toSize(), QImage.Format.Format_RGB888)
    image.fill(theme.card)
    painter = QPainter(image)
    paint_piece(painter, part, theme, "Inter")
    painter.end()
    return bytes(image.constBits())


def empty(theme: Theme) -> bytes:
    image = QImage(SIZE.toSize(), QImage.Format.Format_RGB888)
    image.fill(theme.card)
    return bytes(image.constBits())


@pytest.mark.parametrize("theme", [LIGHT, DARK, CONTRAST, CONTRAST_DARK], ids=lambda theme: theme.name)
def test_no_two_parts_look_alike(qapp: QApplication, theme: Theme) -> None:
    found = {part: painted(part, theme) for part in PARTS}
    assert len({*found.values(), empty(theme)}) == len(PARTS) + 1


def test_nor_do_they_to_who_sees_no_colours(qapp: QApplication) -> None:
    """But for a duty that is done, which has the dot of one that falls due, and its words."""
    grey = LIGHT._replace(**GREY)
    parts: list[Part] = [part for part in PARTS if part not in ("done", "trip-impossible")]
    assert len({painted(part, grey) for part in parts}) == len(parts)


def test_what_is_painted_later_is_not_hemmed_in(qapp: QApplication) -> None:
    image = QImage(SIZE.toSize(), QImage.Format.Format_RGB888)
    painter = QPainter(image)
    paint_piece(painter, "within", LIGHT, "Inter")
    assert not painter.hasClipping()
    painter.end()


@pytest.mark.parametrize("part", PARTS)
def test_each_piece_has_room_for_what_it_shows(part: Part) -> None:
    found = piece(part)
    assert SIZE.height() / 2 <= found.middle <= found.scene.height - SIZE.height() / 2 or part == "reckoned"
