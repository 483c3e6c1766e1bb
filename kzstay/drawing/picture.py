"""Picture of the timeline for a report: the same scene, in ink."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from kzstay.core.assess import Assessment
from kzstay.drawing.colours import LIGHT
from kzstay.drawing.painter import paint
from kzstay.drawing.paper import paper_scale
from kzstay.drawing.scene import build
from kzstay.texts import Words


def drawing(a: Assessment, w: Words) -> Callable[[QPainter, QRectF], None]:
    """Return what draws the stays of a traveller into a rectangle of a page."""

    def draw(painter: QPainter, place: QRectF) -> None:
        scale = paper_scale(a, place.width(), w)
        painter.save()
        painter.translate(place.topLeft())
        painter.setClipRect(QRectF(0, 0, place.width(), place.height()))
        paint(painter, build(a, scale, place.height(), w), LIGHT, "Inter")
        painter.restore()

    return draw
