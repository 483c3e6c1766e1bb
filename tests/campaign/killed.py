"""The program that ``kill`` kills: started as a person starts it, with a hand that edits, and a log of it.

A line of the log is the time, what happened, and for a state of the case its digest:

``begun`` the process runs; ``opened`` the window is whole and shows this; ``edit`` an edit begins; ``edited`` it
is done and the case is this, ``same`` it is done and changed nothing; ``turn`` the loop has turned; ``writing``,
``moving`` and ``moved`` a file is made durable and put in its place.
"""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path
from time import monotonic, sleep

import msgspec

from tests.campaign.processes import take_task

TURN = 100  # milliseconds
MOST_STAYS = 12


class Life(msgspec.Struct, frozen=True):
    """How one run of the program goes."""

    seed: int
    file: str | None
    log: str
    pause: float  # milliseconds between two edits, on average
    slow: float  # seconds that a disk takes for a file
    saving: float  # how often an edit is followed by a save
    edits: int = 10_000


class Log:
    """What happened when, written at once."""

    def __init__(self, path: str) -> None:
        self._file = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)

    def __call__(self, what: str, digest: str = "-") -> None:
        os.write(self._file, f"{monotonic():.3f} {what} {digest}\n".encode())


def slow_down(log: Log, slow: float) -> None:
    """Log each file that is written, and let the disk take its time."""
    fsync, replace = os.fsync, os.replace

    def slow_fsync(file: int) -> None:
        log("writing")
        sleep(slow)
        fsync(file)

    def slow_replace(source: str, target: str) -> None:
        log("moving")
        sleep(slow / 2)
        replace(source, target)
        log("moved")
        sleep(slow / 2)

    os.fsync, os.replace = slow_fsync, slow_replace  # type: ignore[assignment]


def main() -> None:
    """Run the program."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # as it does itself before it loads anything
    life, _ = take_task(Life)
    log = Log(life.log)
    slow_down(log, life.slow)
    sys.argv = ["kzstay", *([life.file] if life.file else [])]
    from kzstay.__main__ import run
    from kzstay.ui import app

    complete = app.complete

    def completed(window: app.MainWindow, *, seen_only: bool = False) -> None:
        from tests.campaign.killed_hand import Hand

        complete(window, seen_only=seen_only)
        Hand(window, life, log).begin()

    app.complete = completed
    log("begun")
    run()


if __name__ == "__main__":
    assert Path(sys.argv[1]).is_dir()
    main()
