"""The window against bare Qt in the same run: a frame of a drag, the start to first paint and to the answer."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import date, timedelta
from statistics import median
from time import perf_counter

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QApplication, QWidget

from kzstay.core import editing
from kzstay.core.case import Case, Stay, Traveller
from kzstay.core.editing import Handle
from kzstay.ui.app import open_window

ON = date(2026, 11, 22)
FRAMES = 40
STARTS = 9
SIZE = (1280, 900)


def measure() -> list[tuple[str, float, float]]:
    """List name, our seconds and those of the reference."""
    QStandardPaths.setTestModeEnabled(True)
    app = QApplication.instance() or QApplication(["bench", "-platform", "offscreen"])
    assert isinstance(app, QApplication)
    bare = bare_frame(app)
    rows = [(f"a frame of a drag, {count} stays", drag_frame(app, count), bare) for count in (60, 1000)]
    painted, answered, reference = starts()
    return [
        *rows,
        ("start to the first paint", painted, reference),
        ("start to the answer", answered, reference),
    ]


def traveller(count: int) -> Traveller:
    """Return somebody with stays of ten days every twenty, the last of them now."""
    stays = [
        Stay(entry=ON - timedelta(20 * back + 10), exit=ON - timedelta(20 * back + 1))
        for back in reversed(range(count))
    ]
    return Traveller(name="Bench", citizenship="DE", stays=tuple(stays))


def bare_frame(app: QApplication) -> float:
    """Return how long Qt takes to paint an empty widget of the window's size."""
    widget = QWidget()
    widget.resize(*SIZE)
    widget.show()
    app.processEvents()
    times: list[float] = []
    for _ in range(FRAMES):
        start = perf_counter()
        widget.update()
        app.processEvents()
        times.append(perf_counter() - start)
    widget.close()
    return median(times)


def drag_frame(app: QApplication, count: int) -> float:
    """Return how long one step of a drag takes until it is painted: the answer, the timeline, the overview."""
    window = open_window(today=ON)
    window.resize(*SIZE)
    session = window.session()
    session.change_case(Case(travellers=(traveller(count),)), "bench")
    window.show()
    app.processEvents()
    before, index = session.traveller, count - 1
    times: list[float] = []
    for step in range(FRAMES):
        change = editing.resized(before, index, Handle.EXIT, ON + timedelta(step % 30), ON)
        start = perf_counter()
        window.stay.timeline.pointer.change = change
        session.preview(change)
        app.processEvents()
        times.append(perf_counter() - start)
    window.stay.timeline.pointer.change = None
    session.preview(None)
    session.undo_stack.clear()
    window.close()
    return median(times)


# Each ends at once: what is taken down afterwards is no part of the start
BARE = """
import os
from PySide6.QtWidgets import QApplication, QMainWindow
class Window(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        os._exit(0)
app = QApplication(["bare", "-platform", "offscreen"])
window = Window()
window.resize(1280, 900)
window.show()
app.exec()
"""

OURS = """
import os
from PySide6.QtCore import QStandardPaths
QStandardPaths.setTestModeEnabled(True)
from kzstay.__main__ import main
from kzstay.ui import app
app.{next} = lambda *_: os._exit(0)
main([])
"""
# What the program does next, once its empty window is painted and once the answer is
STAGES = OURS.format(next="begin"), OURS.format(next="complete")


def starts() -> tuple[float, float, float]:
    """Return the median seconds to our first paint, to our answer, and to the paint of a bare window."""
    programs = *STAGES, BARE
    times: dict[str, list[float]] = {program: [] for program in programs}
    # As it is installed: compiled once, by the run that warms up
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environment["QT_QPA_PLATFORM"] = "offscreen"
    for _ in range(STARTS + 1):
        for program, found in times.items():
            start = perf_counter()
            subprocess.run([sys.executable, "-c", program], check=True, env=environment, capture_output=True)
            found.append(perf_counter() - start)
    # The first of each only warms the disk
    painted, answered, bare = (median(times[program][1:]) for program in programs)
    return painted, answered, bare
