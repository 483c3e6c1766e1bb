"""Letters without a screen: Qt started where no application runs, and the bundled fonts made known to it."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QLoggingCategory
from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication

from kzstay.display import SILENCE, offscreen
from kzstay.export.html import FAMILIES
from kzstay.paths import resource

_kept: list[QGuiApplication] = []


def ensure_application() -> None:
    """Start Qt without a display where no application runs yet; one that does run is left as it is."""
    if QGuiApplication.instance() is None:
        QLoggingCategory.setFilterRules(SILENCE)
        # Qt ends with the last reference to its application
        _kept.append(QGuiApplication(offscreen()))


@lru_cache(maxsize=1)
def register_fonts() -> None:
    """Make the bundled fonts known to Qt, whatever fonts the system has."""
    for file in sorted(resource("fonts").rglob("*.ttf")):
        QFontDatabase.addApplicationFont(str(file))


def font(points: float) -> QFont:
    """Return the font of the pages in a size."""
    found = QFont(FAMILIES)
    found.setPointSizeF(points)
    return found
