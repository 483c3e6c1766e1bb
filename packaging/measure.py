"""The time of the frozen program to its first paint and to the answer, and its memory, against a bare window.

The bare window is one of PySide6, frozen in the same run, and the programs are started in turn.
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
ENOUGH = 60  # seconds for a start that never comes to its end
ENDS_AT = "KZSTAY_ENDS_AT"  # entry.py looks at it
STAGES = "first paint", "answer", "whole window"
CLOSED = "closed"  # no stage: the window is closed as by a person, and what it keeps stays

STARTER = """
import os, sys
null = os.open(os.devnull, os.O_RDWR)
program = os.fork()
if not program:
    for stream in range(3):
        os.dup2(null, stream)
    os.execv(sys.argv[1], sys.argv[1:])
print(os.wait4(program, 0)[2].ru_maxrss)
"""

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


def environment(home: Path, stage: str) -> dict[str, str]:
    """Return what a program finds that is to end at a stage, in a home of its own."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("XDG_", "QT_", "PYTHON"))}
    homes = dict.fromkeys(("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA"), str(home))
    return kept | homes | {ENDS_AT: stage, "QT_QPA_PLATFORM": "offscreen"}


def seconds(started: Path, home: Path, stage: str) -> float:
    """Start a program that ends at a stage and return how long that took."""
    found = environment(home, stage)
    begun = perf_counter()
    subprocess.run([started], env=found, stdin=subprocess.DEVNULL, capture_output=True, check=True, timeout=ENOUGH)
    return perf_counter() - begun


def resident(started: Path, home: Path, stage: str) -> float:
    """Start a program that ends at a stage and return the megabytes that it had by then. No Windows tells that."""
    # What starts a program counts with it; so that is done by one that is small
    told = subprocess.run(
        [sys.executable, "-S", "-c", STARTER, started],
        env=environment(home, stage),
        stdout=subprocess.PIPE,
        check=True,
        timeout=ENOUGH,
    )
    return int(told.stdout) / (1e6 if sys.platform == "darwin" else 1e3)


def starts(bundle: Path, plain: Path) -> list[float]:
    """Return the median seconds of a bundle to its first paint and its answer, and of a bare window."""
    ours = program(bundle, "kzstay")
    runs = [(ours, STAGES[0]), (ours, STAGES[1]), (plain, STAGES[0])]
    times: list[list[float]] = [[] for _ in runs]
    with tempfile.TemporaryDirectory() as home:
        for _ in range(STARTS + 1):
            for (started, stage), found in zip(runs, times, strict=True):
                found.append(seconds(started, Path(home), stage))
    # The first of each only warms the disk
    return [median(found[1:]) for found in times]


def memory(bundle: Path, plain: Path) -> list[float]:
    """Return the megabytes of a bundle once all of its window is there, and those of a bare window."""
    with tempfile.TemporaryDirectory() as home:
        runs = (program(bundle, "kzstay"), STAGES[2]), (plain, STAGES[0])
        return [median(resident(started, Path(home), stage) for _ in range(3)) for started, stage in runs]
