"""The window with many stays: how long it takes to open, to take an edit, and to draw a frame of a drag."""

from __future__ import annotations

import resource
import sys
from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import perf_counter

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kzstay.ui.app import open_window
from tests.campaign.growth import Measure, Took, case_for
from tests.campaign.hands import moved_to
from tests.campaign.processes import hand_in, take_task
from tests.campaign.random_cases import ON

TIMES = 9


def main() -> None:
    """Measure the window on so many stays."""
    stays, folder = take_task(int)
    path = Path(folder) / "case.kzstay"
    path.write_bytes(case_for(Measure("window", stays)))
    app = QApplication(["kzstay"])
    begun = perf_counter()
    took: dict[str, float] = {}

    def milliseconds(name: str, do: Callable[[int], object], times: int = 1) -> None:
        each: list[float] = []
        for number in range(times):
            start = perf_counter()
            do(number)
            app.processEvents()
            each.append((perf_counter() - start) * 1000)
        took[name] = median(each)

    # What is read in only once is no matter of the stays
    open_window(today=ON).close()
    milliseconds("open", lambda _: open_window(path, today=ON))
    window = next(one for one in app.topLevelWidgets() if one.isVisible() and hasattr(one, "session"))
    session, timeline = window.session(), window.stay.timeline  # type: ignore[attr-defined]
    session.select(session.traveller.in_order()[-1])
    alt = Qt.KeyboardModifier.AltModifier
    keys = Qt.Key.Key_Right, Qt.Key.Key_Left
    milliseconds("edit", lambda number: QTest.keyClick(timeline, keys[number % 2], alt), TIMES)
    place = timeline.rect_of(session.selection).center().toPoint()
    QTest.mousePress(timeline, Qt.MouseButton.LeftButton, pos=place)
    milliseconds("frame", lambda number: moved_to(timeline, place + QPoint(20 + 6 * number, 0)), TIMES)
    assert session.previewing, "the drag did not begin"
    QTest.mouseRelease(timeline, Qt.MouseButton.LeftButton, pos=place)
    unit = 2**20 if sys.platform == "darwin" else 2**10
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit
    hand_in(folder, Took(perf_counter() - begun, peak, 0, took))


if __name__ == "__main__":
    main()
