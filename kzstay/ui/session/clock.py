"""The clock: the day goes on while the window is open."""

from __future__ import annotations

import math

from PySide6.QtCore import QObject, QTimer

from kzstay.guard import guarded
from kzstay.today import seconds_to_midnight, today
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
        self._timer.timeout.connect(self.look)
        session.touched.connect(self.look)
        self._wait()

    def look(self) -> None:
        """Let the view go on to the day that it is now."""
        self._session.view.day_changed(today())
        self._wait()

    def _wait(self) -> None:
        self._timer.start(math.ceil(seconds_to_midnight() * 1000) + MARGIN)
