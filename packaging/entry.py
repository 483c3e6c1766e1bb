"""The programs of the bundle: what ``kzstay`` is in an installed package."""

from __future__ import annotations

import os
import sys

from kzstay.__main__ import run
from kzstay.batch import WORKER

ENDS_AT = "KZSTAY_ENDS_AT"  # packaging/measure.py takes the time until then
CLOSED = "closed"  # there packaging/portable.py looks at what is kept where


def run_until(stage: str) -> None:
    """Run the program until its empty window is painted, the answer in it, or all is there; leave no trace."""
    from pathlib import Path
    from shutil import rmtree
    from tempfile import TemporaryDirectory

    from kzstay.ui import app
    from kzstay.ui.system import crash
    from kzstay.ui.system.folders import kept_in

    with TemporaryDirectory() as place, kept_in(Path(place)):  # not the person's own settings and cases

        def end(*_: object, **__: object) -> None:
            crash.forget()
            rmtree(place, ignore_errors=True)  # where something is open Windows does not let it go
            os._exit(0)  # what is taken down afterwards is no part of the start

        # What the program does next
        setattr(
            app, {"first paint": "begin", "answer": "complete", "whole window": "help_screen_readers"}[stage], end
        )
        run()


def run_and_close() -> None:
    """Run the program, and close its window as a person does once all is there: what it keeps then stays."""
    from PySide6.QtCore import QTimer

    from kzstay.ui import app

    last = app.help_screen_readers

    def close(window: app.MainWindow) -> None:
        last(window)
        QTimer.singleShot(0, window, window.close)

    setattr(app, "help_screen_readers", close)  # noqa: B010 - the last of a start, which looks it up by its name
    run()


if __name__ == "__main__":
    if sys.argv[1:] == [WORKER]:  # one of the processes of a batch, which reads in no more than it needs
        from kzstay.batch.worker import serve

        serve()
    if os.environ.get(ENDS_AT) == CLOSED:
        run_and_close()
    if ENDS_AT in os.environ:
        run_until(os.environ[ENDS_AT])
    run()
