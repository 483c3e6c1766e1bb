"""The time of the frozen program to its first paint, against a bare window of PySide6 frozen in the same run."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median
from time import perf_counter

import project

STARTS = 9
ENDS_EARLY = "KZSTAY_ENDS_WITH_FIRST_PAINT"  # entry.py looks at it

_BARE = """
import sys
from PySide6.QtWidgets import QApplication, QMainWindow
class Window(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        QApplication.quit()
app = QApplication(sys.argv)
window = Window()
window.resize(1280, 900)
window.show()
sys.exit(app.exec())
"""


def bare() -> Path:
    """Freeze a bare window, as PyInstaller does it by itself, and return its program."""
    place = project.WORK / "bare"
    place.mkdir(parents=True, exist_ok=True)
    source = place / "bare.py"
    source.write_text(_BARE, encoding="utf-8")
    project.python(
        *("-m", "PyInstaller", "--noconfirm", "--log-level", "ERROR", "--windowed"),
        *("--distpath", place / "dist", "--workpath", place, "--specpath", place, source),
    )
    return program(place / "dist" / ("bare.app" if sys.platform == "darwin" else "bare"), "bare")


def program(bundle: Path, name: str) -> Path:
    """Return the file to start of a bundle."""
    if sys.platform == "darwin":
        return bundle / "Contents" / "MacOS" / name
    return bundle / (f"{name}.exe" if sys.platform == "win32" else name)


def seconds(started: Path, home: Path) -> float:
    """Start a program that ends with its first paint and return how long that took."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("XDG_", "QT_", "PYTHON"))}
    homes = dict.fromkeys(("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA"), str(home))
    environment = kept | homes | {ENDS_EARLY: "1", "QT_QPA_PLATFORM": "offscreen"}
    begun = perf_counter()
    subprocess.run([started], env=environment, stdin=subprocess.DEVNULL, capture_output=True, check=True)
    return perf_counter() - begun


def starts(bundle: Path) -> tuple[float, float]:
    """Return the median seconds of the starts of a bundle and of a bare window, in turn."""
    programs = program(bundle, "kzstay"), bare()
    times: tuple[list[float], list[float]] = [], []
    with tempfile.TemporaryDirectory() as home:
        for _ in range(STARTS + 1):
            for started, found in zip(programs, times, strict=True):
                found.append(seconds(started, Path(home)))
    # The first of each only warms the disk
    return median(times[0][1:]), median(times[1][1:])
