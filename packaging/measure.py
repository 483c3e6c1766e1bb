"""The time of the frozen program to its first paint and to the answer, against a bare window of PySide6.

The bare window is frozen in the same run, and the programs are started in turn.
"""

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
ENDS_AT = "KZSTAY_ENDS_AT"  # entry.py looks at it
STAGES = "first paint", "answer"

_BARE = """
import os, sys
from PySide6.QtWidgets import QApplication, QMainWindow
class Window(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        os._exit(0)  # what is taken down afterwards is no part of the start
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


def seconds(started: Path, home: Path, stage: str) -> float:
    """Start a program that ends at a stage and return how long that took."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("XDG_", "QT_", "PYTHON"))}
    homes = dict.fromkeys(("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA"), str(home))
    environment = kept | homes | {ENDS_AT: stage, "QT_QPA_PLATFORM": "offscreen"}
    begun = perf_counter()
    subprocess.run([started], env=environment, stdin=subprocess.DEVNULL, capture_output=True, check=True)
    return perf_counter() - begun


def starts(bundle: Path) -> list[float]:
    """Return the median seconds of a bundle to each stage, and of a bare window to its first paint."""
    ours, plain = program(bundle, "kzstay"), bare()
    runs = [*((ours, stage) for stage in STAGES), (plain, STAGES[0])]
    times: list[list[float]] = [[] for _ in runs]
    with tempfile.TemporaryDirectory() as home:
        for _ in range(STARTS + 1):
            for (started, stage), found in zip(runs, times, strict=True):
                found.append(seconds(started, Path(home), stage))
    # The first of each only warms the disk
    return [median(found[1:]) for found in times]
