"""Timeline of a report: its size, and which days it shows."""

from __future__ import annotations

from kzstay.content import pictured
from kzstay.core.assess import Assessment
from kzstay.drawing import flags
from kzstay.drawing.scale import Scale
from kzstay.texts import Words

WIDTH, HEIGHT = 790.0, 272.0  # units; on a page as wide as that of the PDF letters of 12 come out at 7.5 points


_DENSEST = 1.75  # units a day, below which a month has no room for its name: no more for words of days ahead


def paper_scale(a: Assessment, width: float, w: Words) -> Scale:
    """Fit the days that a report shows."""
    days = pictured.span(a)
    return flags.roomy(a, Scale.showing(days.first, days.last, width), int(width / _DENSEST), w)
