"""How wide words are taken to be, against the font that draws them."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFont, QFontMetricsF
from PySide6.QtWidgets import QApplication

from kzstay.drawing.letters import NORMAL, SMALL, wide
from kzstay.ui.widgets.theme import load_fonts

SAID = [
    "leave or obtain a visa by 10 Dec",
    "181 days · 26 May – 22 Nov · 13 used, 77 free",
    "выезд или разрешение: не позднее 20 дек.",
    "приостановить выдворение жалобой: не позднее 30 нояб.",
    "хабарлама: 12 қар., орындалды",
    "2027 ж. қаң",
    "258",
]


@pytest.mark.parametrize("text", SAID)
@pytest.mark.parametrize(("size", "bold"), [(SMALL, False), (NORMAL, False), (NORMAL, True)])
def test_words_are_taken_to_be_a_little_wider_than_they_are(
    qapp: QApplication, text: str, size: float, *, bold: bool
) -> None:
    load_fonts()
    font = QFont("Inter")
    font.setPixelSize(round(size))
    font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    real = QFontMetricsF(font).horizontalAdvance(text)
    assert real <= wide(text, size, bold=bold) <= real * 1.09


def test_a_letter_that_nobody_measured_has_its_room() -> None:
    assert wide("中", SMALL) > wide("n", SMALL)
