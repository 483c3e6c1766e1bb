"""The programs of the bundle: what ``kzstay`` is in an installed package."""

from __future__ import annotations

import os

from kzstay.cli import run


def end_with_first_paint() -> None:
    """Let the program end once the timeline is painted; packaging/measure.py takes the time of that."""
    from PySide6.QtWidgets import QApplication

    from kzstay.ui.timeline.widget import Timeline

    painted = Timeline.paintEvent

    def paint(self: Timeline, event: object) -> None:
        painted(self, event)  # type: ignore[arg-type]
        QApplication.quit()

    Timeline.paintEvent = paint  # type: ignore[method-assign]


if __name__ == "__main__":
    if "KZSTAY_ENDS_WITH_FIRST_PAINT" in os.environ:
        end_with_first_paint()
    run()
