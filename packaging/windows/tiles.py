"""The pictures of an MSIX package: the icon of the program and that of a case, in the sizes that Windows asks for.

One file of each is named plainly. The others bear what they are for in their names; Windows finds them by an
index, ``resources.pri``, which ``makepri`` makes of the folder.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

import project
from project import BuildError

ICON = project.ROOT / "resources" / "icons" / "kzstay.svg"
CASE = project.PACKAGING / "icons" / "case.svg"
# The picture, its side in pixels at 100 percent, and how much of that the icon takes
TILES = {
    "Square44x44Logo": (ICON, 44, 1.0),
    "Square150x150Logo": (ICON, 150, 0.5),
    "StoreLogo": (ICON, 50, 1.0),
    "Case": (CASE, 44, 1.0),
}
SCALES = 200, 400  # percent
BARS = 16, 24, 32, 48, 256  # pixels in the bar of tasks and in lists, without a plate behind


def sizes() -> dict[str, tuple[Path, int, float]]:
    """Return what is drawn, how large and how much of it is filled, by the name of the file."""
    found = {f"{name}.png": tile for name, tile in TILES.items()}
    for name, (source, side, part) in TILES.items():
        found |= {f"{name}.scale-{scale}.png": (source, side * scale // 100, part) for scale in SCALES}
    found |= {f"Square44x44Logo.targetsize-{side}_altform-unplated.png": (ICON, side, 1.0) for side in BARS}
    return found


def write(folder: Path) -> None:
    """Draw all of them into a folder. Raises BuildError."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, (source, side, part) in sizes().items():
        image = QImage(side, side, QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        edge = side * (1 - part) / 2
        QSvgRenderer(str(source)).render(painter, QRectF(edge, edge, side * part, side * part))
        painter.end()
        if not image.save(str(folder / name)):
            raise BuildError(f"{name} could not be written")
