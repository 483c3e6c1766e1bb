"""Long lines and what lies under them, as pieces where they are painted in pixels.

There the time for one shape grows with the square of its points: 5 ms for a hundred of them, where as many lines
of their own take 0.2. On paper it stays one shape: pieces would be seen where they meet.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QLineF, QPointF, Qt
from PySide6.QtGui import QPaintEngine, QPainter, QPen, QPolygonF

FEW = 24  # points of a line that is quickly painted as one shape
PIECE = 8  # of a piece of an area

Points = Sequence[tuple[float, float]]


class Line:
    """A line through points, which may be drawn more than once: its pieces are made for all of them."""

    def __init__(self, painter: QPainter, points: Points) -> None:
        self._painter = painter
        self._pieces = _in_pieces(painter, points)
        self._lines = [QLineF(*one, *other) for one, other in pairwise(points)] if self._pieces else []
        self._whole = QPolygonF() if self._pieces else QPolygonF([QPointF(*point) for point in points])

    def draw(self, pen: QPen) -> None:
        """Draw it with a pen."""
        if not self._pieces:
            self._painter.setPen(pen)
            self._painter.drawPolyline(self._whole)
            return
        pen = QPen(pen)
        pen.setCapStyle(Qt.PenCapStyle.SquareCap)  # closes the joints
        self._painter.setPen(pen)
        self._painter.drawLines(self._lines)


def fill_under(painter: QPainter, points: Points, base: float) -> None:
    """Fill what lies between a line that goes to the right and a level, with the painter's brush."""
    painter.setPen(Qt.PenStyle.NoPen)
    if not _in_pieces(painter, points):
        painter.drawPolygon(_area(points, base))
        return
    smooth = bool(painter.renderHints() & QPainter.RenderHint.Antialiasing)
    # The line covers its edge; smoothed, the pieces would leave gaps between them
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    for start in range(0, len(points) - 1, PIECE):
        painter.drawPolygon(_area(points[start : start + PIECE + 1], base))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=smooth)


def _area(points: Points, base: float) -> QPolygonF:
    ends = (points[-1][0], base), (points[0][0], base)
    return QPolygonF([QPointF(*point) for point in (*points, *ends)])


def _in_pieces(painter: QPainter, points: Points) -> bool:
    return len(points) > FEW and painter.paintEngine().type() == QPaintEngine.Type.Raster
