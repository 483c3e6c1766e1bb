"""Letters without a screen: Qt started where no application runs, and the bundled fonts made known to it."""

from __future__ import annotations

import os
import sys
from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QLoggingCategory
from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication

from kzstay.display import SILENCE, offscreen
from kzstay.export.html import FAMILIES, FAMILIES_OF_WINDOWS
from kzstay.paths import resource

_FILES_OF_WINDOWS = "malgun.ttf", "msyh.ttc", "YuGothR.ttc", "Nirmala.ttf", "Nirmala.ttc"

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


@lru_cache(maxsize=1)
def register_fonts_of_windows() -> None:
    """Make known to Qt what Windows has for large scripts: without a window it knows the bundled fonts alone.

    They are many megabytes, so that it is done only for a text that needs them.
    """
    if sys.platform == "win32" and QGuiApplication.platformName() == "offscreen":
        folder = Path(os.environ.get("WINDIR", "C:/Windows")) / "Fonts"
        for file in filter(Path.is_file, (folder / name for name in _FILES_OF_WINDOWS)):
            QFontDatabase.addApplicationFont(str(file))


def font(points: float) -> QFont:
    """Return the font of the pages in a size."""
    found = QFont([*FAMILIES, *FAMILIES_OF_WINDOWS])
    found.setPointSizeF(points)
    return found
