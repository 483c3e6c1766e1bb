"""The window against bare Qt in the same run: frames of the timeline, the start to first paint and to the answer.

Of frames the slowest but one in twenty is told, which is what a hand feels, in the processor's time, of which
others on the machine take none. By the design a frame of a drag has 8, 10 and 16 ms with 60, 300 and 1,000 stays.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from datetime import date, timedelta
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter, process_time

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QApplication, QWidget

from kzstay.core import editing
from kzstay.core.case import Case, Stay, Traveller
from kzstay.core.editing import Handle
from kzstay.ui.app import open_window

ON = date(2026, 11, 22)
FRAMES = 100
COUNTS = 60, 300, 1000
STARTS = 9
ENOUGH = 60  # seconds for a start that never comes to its end
SIZE = (1280, 900)


def measure() -> list[tuple[str, float, float]]:
    """List name, our seconds and those of the reference."""
    QStandardPaths.setTestModeEnabled(True)
    app = QApplication.instance() or QApplication(["bench", "-platform", "offscreen"])
    assert isinstance(app, QApplication)
    bare = bare_frame(app)
    rows = [row for count in COUNTS for row in frames(app, count, bare)]
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
        start = process_time()
        widget.update()
        app.processEvents()
        times.append(process_time() - start)
    widget.close()
    return slowest(times)


def slowest(times: list[float]) -> float:
    """Return the longest time, but for one in twenty."""
    return sorted(times)[len(times) * 95 // 100]


def frames(app: QApplication, count: int, bare: float) -> list[tuple[str, float, float]]:
    """Measure what moves on the timeline until it is painted, as it opens and with every stay in sight."""
    window = open_window(today=ON)
    window.resize(*SIZE)
    session, timeline = window.session(), window.stay.timeline
    session.change_case(Case(travellers=(traveller(count),)), "bench")
    window.show()
    app.processEvents()
    before, index = session.traveller, count - 1

    def drag(step: int) -> None:
        change = editing.resized(before, index, Handle.EXIT, ON + timedelta(step % 30), ON)
        timeline.pointer.change = change
        session.preview(change)

    moves: dict[str, Callable[[int], object]] = {
        "a drag": drag,
        "a zoom": lambda step: timeline.zoom(1.1 if step // 10 % 2 else 1 / 1.1, SIZE[0] / 2),
        "a pan": lambda step: timeline.look_at(timeline.scale.panned(15 if step // 30 % 2 else -15)),
    }
    found: list[tuple[str, float, float]] = []
    for seen, look in (("", timeline.show_period), (", all seen", timeline.show_all)):
        for name, move in moves.items():
            look()
            times: list[float] = []
            for step in range(FRAMES):
                start = process_time()
                move(step)
                app.processEvents()
                times.append(process_time() - start)
            timeline.pointer.change = None
            session.preview(None)
            found.append((f"a frame of {name}, {count} stays{seen}", slowest(times), bare))
    session.undo_stack.clear()
    window.told_to_end = True
    window.close()
    return found


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
app.{next} = lambda *_, **__: os._exit(0)
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
    with TemporaryDirectory() as home:  # in which no case of another run waits to be taken up
        environment |= dict.fromkeys(("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA", "XDG_DATA_HOME"), home)
        for _ in range(STARTS + 1):
            for program, found in times.items():
                start = perf_counter()
                command = [sys.executable, "-c", program]
                subprocess.run(command, check=True, env=environment, capture_output=True, timeout=ENOUGH)
                found.append(perf_counter() - start)
    # The first of each only warms the disk
    painted, answered, bare = (median(times[program][1:]) for program in programs)
    return painted, answered, bare
