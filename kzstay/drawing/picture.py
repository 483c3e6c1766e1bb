"""Picture of the timeline for a report: the same scene, in ink."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from kzstay.core.assess import Assessment
from kzstay.core.days import DAY
from kzstay.drawing.colours import LIGHT
from kzstay.drawing.painter import paint
from kzstay.drawing.scale import Scale
from kzstay.drawing.scene import build, stay_span
from kzstay.texts import Words

WORDS = 35  # days after the last one, so that the words of its flags lie beside it and not across today


def drawing(a: Assessment, w: Words) -> Callable[[QPainter, QRectF], None]:
    """Return what draws the stays of a traveller into a rectangle of a page."""

    def draw(painter: QPainter, place: QRectF) -> None:
        reckoning = a.reckoning
        limit = reckoning.counting_limit(reckoning.on)
        back = DAY * ((limit.row.period if limit else None) or reckoning.law.general.limit.period or 0)
        spans = [stay_span(reckoning, index) for index in range(len(reckoning.traveller.stays))]
        last = max([span.last for span in spans if span.last > reckoning.on], default=reckoning.on)
        first = reckoning.on - back - DAY * 10
        scale = Scale.showing(first, max(last, reckoning.on + DAY * 45) + DAY * WORDS, place.width())
        painter.save()
        painter.translate(place.topLeft())
        painter.setClipRect(QRectF(0, 0, place.width(), place.height()))
        paint(painter, build(a, scale, place.height(), w), LIGHT, "Inter")
        painter.restore()

    return draw
