"""The programs of the bundle: what ``kzstay`` is in an installed package."""

from __future__ import annotations

import os
import sys

from kzstay.__main__ import run
from kzstay.batch import WORKER

ENDS_AT = "KZSTAY_ENDS_AT"  # packaging/measure.py takes the time until then


def run_until(stage: str) -> None:
    """Run the program until its empty window is painted, the answer in it, or all is there; leave no trace."""
    from pathlib import Path
    from shutil import rmtree
    from tempfile import TemporaryDirectory

    from kzstay.ui import app
    from kzstay.ui.system.folders import kept_in

    with TemporaryDirectory() as place, kept_in(Path(place)):  # not the person's own settings and cases

        def end(*_: object, **__: object) -> None:
            rmtree(place)
            os._exit(0)  # what is taken down afterwards is no part of the start

        # What the program does next
        setattr(
            app, {"first paint": "begin", "answer": "complete", "whole window": "help_screen_readers"}[stage], end
        )
        run()


if __name__ == "__main__":
    if sys.argv[1:] == [WORKER]:  # one of the processes of a batch, which reads in no more than it needs
        from kzstay.batch.worker import serve

        serve()
    if ENDS_AT in os.environ:
        run_until(os.environ[ENDS_AT])
    run()
