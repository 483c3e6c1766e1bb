"""A long line in pieces covers what it would cover as one shape."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPdfWriter, QPen, QPolygonF
from PySide6.QtWidgets import QApplication

from kzstay.drawing.strokes import FEW, Line, fill_under

WIDTH, HEIGHT, BASE = 600, 120, 110.0
LONG = [(x * 7.3, 30.0 + 40 * (x // 3 % 2)) for x in range(80)]
SHORT = LONG[:FEW]


def painted(draw: object) -> QImage:
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(QColor("black"))
    draw(painter)  # type: ignore[operator]
    assert painter.renderHints() & QPainter.RenderHint.Antialiasing
    painter.end()
    return image


def dark(image: QImage) -> set[tuple[int, int]]:
    """Return the pixels that are black."""
    return {(x, y) for x in range(WIDTH) for y in range(HEIGHT) if image.pixelColor(x, y).lightness() < 64}


def as_one(painter: QPainter, points: list[tuple[float, float]]) -> None:
    painter.setPen(QPen(QColor("black"), 2))
    painter.drawPolyline(QPolygonF([QPointF(*point) for point in points]))


def test_the_line_covers_what_one_shape_would(qapp: QApplication) -> None:
    pieces = dark(painted(lambda painter: Line(painter, LONG).draw(QPen(QColor("black"), 2))))
    one = dark(painted(lambda painter: as_one(painter, LONG)))
    assert pieces
    # But for a pixel here and there where two pieces meet
    assert len(pieces ^ one) < len(LONG)


def test_there_is_no_gap_in_what_lies_under_it(qapp: QApplication) -> None:
    under = dark(painted(lambda painter: fill_under(painter, LONG, BASE)))
    path = QPainterPath(QPointF(LONG[0][0], BASE))
    for x, y in LONG:
        path.lineTo(x, y)
    path.lineTo(LONG[-1][0], BASE)
    for x in range(2, int(LONG[-1][0]) - 2):
        for y in range(HEIGHT):
            if path.contains(QRectF(x - 1, y - 1, 3, 3)):
                assert (x, y) in under


@pytest.mark.parametrize("points", [SHORT, LONG[:2]])
def test_a_short_line_is_one_shape(qapp: QApplication, points: list[tuple[float, float]]) -> None:
    found = painted(lambda painter: Line(painter, points).draw(QPen(QColor("black"), 2)))
    assert found == painted(lambda painter: as_one(painter, points))


def test_on_paper_all_of_it_is_one_shape(qapp: QApplication, tmp_path: Path) -> None:
    sizes: list[int] = []
    for points in (LONG[:2], LONG):
        file = tmp_path / f"{len(points)}.pdf"
        writer = QPdfWriter(str(file))
        writer.setPdfVersion(QPdfWriter.PdfVersion.PdfVersion_A1b)
        painter = QPainter(writer)
        Line(painter, points).draw(QPen(QColor("black"), 2))
        fill_under(painter, points, BASE)
        painter.end()
        sizes.append(file.stat().st_size)
    assert sizes[1] - sizes[0] < 3_000  # pieces would bring a stroke each
