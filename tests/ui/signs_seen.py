"""How well an icon is seen on a ground."""

from __future__ import annotations

from PySide6.QtGui import QColor, QIcon, QImage, QPainter

from tests.drawing.contrast import contrast


def seen(sign: QIcon, ground: str, size: int = 18, state: QIcon.State = QIcon.State.Off) -> float:
    """Return the contrast of what is drawn best; 1 where nothing is."""
    picture = QImage(size, size, QImage.Format.Format_RGB32)
    picture.fill(QColor(ground))
    painter = QPainter(picture)
    painter.drawPixmap(0, 0, sign.pixmap(size, QIcon.Mode.Normal, state))
    painter.end()
    colours = {picture.pixelColor(x, y).name() for x in range(size) for y in range(size)}
    return max(contrast(colour, ground) for colour in colours)
