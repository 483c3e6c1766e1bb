"""The worker: finds something out while the window goes on; what is quick is there at once."""

from __future__ import annotations

from collections.abc import Callable
from threading import Thread
from time import monotonic

from PySide6.QtCore import QObject, QTimer, Signal

from kzstay.guard import guarded

AT_ONCE = 0.04  # seconds that nobody notices
PATIENCE = 0.3  # seconds in which nothing need be shown
_LOOK = 20  # milliseconds


class _Work:
    """What one thread does; it knows nothing of Qt, and may be left to itself."""

    def __init__(self, do: Callable[[], object]) -> None:
        self._do = do
        self.outcome: object = None
        self.error: Exception | None = None
        self.thread = Thread(target=self._run, daemon=True)
        self.thread.start()

    def _run(self) -> None:
        try:
            self.outcome = self._do()
        except Exception as error:  # noqa: BLE001 - it is told where it can be
            self.error = error


@guarded
class Worker(QObject):
    """One work at a time: a new one takes the place of the one before, which nobody hears of any more.

    ``done`` with what was found, ``failed`` with an error; ``slow`` when it takes longer than a moment.
    """

    done = Signal(object)
    failed = Signal(object)
    slow = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work: _Work | None = None
        self._begun = 0.0
        self._told = False
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK)
        self._timer.timeout.connect(self._look)

    @property
    def running(self) -> bool:
        """Tell whether something is still being found out."""
        return self._work is not None

    def begin(self, do: Callable[[], object]) -> None:
        """Begin a work."""
        self._work = work = _Work(do)
        self._begun, self._told = monotonic(), False
        work.thread.join(AT_ONCE)
        self._look()
        if self.running:
            self._timer.start()

    def stop(self) -> None:
        """Hear no more of it."""
        self._work = None
        self._timer.stop()

    def _look(self) -> None:
        work = self._work
        if work is None:
            return
        if work.thread.is_alive():
            if not self._told and monotonic() - self._begun >= PATIENCE:
                self._told = True
                self.slow.emit()
            return
        self.stop()
        if work.error is not None:
            self.failed.emit(work.error)
        else:
            self.done.emit(work.outcome)
