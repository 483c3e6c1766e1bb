"""The day goes on while the window is open."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from kzstay.guard import guarded
from kzstay.today import seconds_to_midnight, today

if TYPE_CHECKING:
    from kzstay.ui.session.session import Session

MARGIN = 50  # milliseconds, by which a timer may come too early


@guarded
class Clock(QObject):
    """Wakes a session at midnight, and whenever it is asked to."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.day_changed)
        session.touched.connect(self.day_changed)
        self._wait()

    def day_changed(self) -> None:
        """Let the session go on to the day that it is now."""
        self._session.day_changed(today())
        self._wait()

    def _wait(self) -> None:
        self._timer.start(math.ceil(seconds_to_midnight() * 1000) + MARGIN)
