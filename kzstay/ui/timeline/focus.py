"""Where the keyboard is on the timeline: a ring round it, and a mark on the edge that arrows move."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QWidget

from kzstay.core.editing import Handle
from kzstay.drawing.colours import Theme
from kzstay.drawing.painter import paint_bubble
from kzstay.texts import answers

if TYPE_CHECKING:
    from kzstay.ui.timeline.widget import Timeline

RING, CORNER = 2, 6
MARK, BEYOND = 6.0, 5.0  # the width of a mark, and how far it stands out of its bar


def paint_ring(painter: QPainter, widget: QWidget, theme: Theme) -> None:
    """Draw a ring just inside a widget, over what it shows."""
    painter.setPen(QPen(QColor(theme.accent), RING))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(widget.rect().adjusted(2, 2, -2, -2), CORNER, CORNER)


def paint_edge(painter: QPainter, timeline: Timeline, theme: Theme) -> None:
    """Mark the edge that arrows move, and say under it what the stay is and what it comes to."""
    session, edge = timeline.session(), timeline.keys.edge
    if edge is None or session.selection < 0 or timeline.pointer.change is not None:
        return
    bar = timeline.rect_of(session.selection)
    x = bar.left() if edge is Handle.ENTRY else bar.right()
    painter.setPen(QPen(QColor(theme.card), 1))
    painter.setBrush(QColor(theme.accent))
    mark = QRectF(x - MARK / 2, bar.top() - BEYOND, MARK, bar.height() + 2 * BEYOND)
    painter.drawRoundedRect(mark, MARK / 2, MARK / 2)
    w, a = session.view.w, session.assessment
    stay = a.stay(session.selection)
    chosen = w.gettext("Entry chosen: arrows move it")
    if edge is Handle.EXIT:
        chosen = w.gettext("Exit chosen: arrows move it")
    told = f"{answers.stay_label(w, stay)}: {answers.stay_status(w, a, stay)}"
    paint_bubble(painter, (told, chosen), x, timeline.width(), theme, timeline.font().family())
