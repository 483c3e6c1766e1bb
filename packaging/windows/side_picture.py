"""The picture at the side of the installer's last page: the icon of the program on its own colour."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

import project

ICON = project.ROOT / "resources" / "icons" / "kzstay.svg"
SIZE = 328, 628  # twice what NSIS shows at 96 dots an inch
BACKGROUND = "#e8f1fa"  # the blue of the icon, nearly white


def write(path: Path) -> Path:
    """Write the picture as NSIS reads it, to a path that ends in .bmp, and return the path."""
    width, height = SIZE
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor(BACKGROUND))
    painter = QPainter(image)
    side = width * 0.44
    QSvgRenderer(str(ICON)).render(painter, QRectF((width - side) / 2, height * 0.14, side, side))
    painter.end()
    # 24 bits: fewer show the icon in other colours
    if not image.convertToFormat(QImage.Format.Format_RGB888).save(str(path)):
        raise project.BuildError(f"{path} could not be written")
    return path
