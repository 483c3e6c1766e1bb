"""The timeline as a picture for a report: the same scene, in ink, within its place on the page."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from kzstay.bundled import law
from kzstay.core.assess import assess
from kzstay.core.case import Traveller
from kzstay.core.readings import Reading
from kzstay.drawing.picture import drawing
from kzstay.texts.words import words
from tests.core.histories import PARTING
from tests.helpers import day, permit, stay, traveller

ON = day("2026-11-22")
PAGE = QRect(0, 0, 700, 400)
PLACE = QRectF(60, 40, 560, 300)
PAPER = QColor("#123456")  # a colour that no timeline has

PEOPLE = {
    "nobody's": traveller("DE"),
    "a present stay": traveller("DE", stay("2026-05-20", "2026-06-08"), stay("2026-11-11")),
    "a plan of years ahead": traveller("DE", stay("2029-01-01", "2029-01-20")),
    "stays of long ago": traveller("DE", stay("1999-01-01", "1999-01-20")),
    "no regime": traveller("AF", stay("2026-11-11"), permits=[permit("2026-11-01", "2027-01-01")]),
}


def page_of(who: Traveller, *, on: date = ON, reading: Reading = Reading.SAFE) -> QImage:
    image = QImage(PAGE.size(), QImage.Format.Format_RGB32)
    image.fill(PAPER)
    painter = QPainter(image)
    drawing(assess(who, on, law(), reading), words("en"))(painter, PLACE)
    assert not painter.hasClipping(), "what follows on the page is drawn as if there had been no picture"
    assert painter.transform().isIdentity()
    painter.end()
    return image


@pytest.mark.parametrize("who", PEOPLE.values(), ids=PEOPLE)
def test_a_picture_fills_its_place_and_nothing_beside_it(qapp: QApplication, who: Traveller) -> None:
    image = page_of(who)
    place = PLACE.toRect()
    outside = [
        (x, y)
        for x in range(0, PAGE.width(), 4)
        for y in range(0, PAGE.height(), 4)
        if not place.contains(x, y) and image.pixelColor(x, y) != PAPER
    ]
    assert outside == []
    colours = {image.pixel(x, y) for x in range(60, 620, 4) for y in range(40, 340, 4)}
    assert len(colours) > 1, "there is something in it"


def test_a_picture_shows_the_reading_that_is_asked_for(qapp: QApplication) -> None:
    who = traveller("DE", *PARTING, stay("2026-06-10"))
    safe, usual = (page_of(who, on=day("2026-07-02"), reading=reading) for reading in Reading)
    assert safe != usual


def test_a_plan_far_ahead_is_in_the_picture(qapp: QApplication) -> None:
    bare, planned = page_of(traveller("DE")), page_of(PEOPLE["a plan of years ahead"])
    assert bare != planned
    # What is long over is not: the picture looks back as far as the law does
    assert page_of(PEOPLE["stays of long ago"]) == bare
