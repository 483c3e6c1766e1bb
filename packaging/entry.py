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

    from kzstay import __main__ as program

    show = program.open_window
    following = {"first paint": "begin", "answer": "complete", "whole window": "help_screen_readers"}[stage]
    with TemporaryDirectory() as place:  # not the person's own settings and cases

        def show_until(file: Path | None) -> int:
            # All of this is read in by now; to ask for it before would be another start
            from kzstay.ui import app
            from kzstay.ui.system import crash
            from kzstay.ui.system.folders import kept_in

            def end(*_: object, **__: object) -> None:
                crash.forget()
                rmtree(place, ignore_errors=True)  # where something is open Windows does not let it go
                os._exit(0)  # what is taken down afterwards is no part of the start

            setattr(app, following, end)
            with kept_in(Path(place)):
                return show(file)

        program.open_window = show_until
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
