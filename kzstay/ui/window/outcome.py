"""Outcomes: after each step, and after another day or way of counting, it is said what became of the answer.

Eyes see it in the answer above the timeline; this says the same.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from kzstay.core.readings import Reading
from kzstay.guard import guarded
from kzstay.texts import outcomes
from kzstay.ui.session.session import Session
from kzstay.ui.widgets.announce import announce


@guarded
class Outcome(QObject):
    """Says it once, when all that belongs to a step is done and what the bar says of it was said."""

    def __init__(self, window: QWidget, session: Session) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._told: Callable[[], str] | None = None
        self._looked_at = self._look()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._say)
        session.stepped.connect(self._on_step)
        session.view.changed.connect(self._on_look)
        session.opened.connect(self._timer.stop)

    def _look(self) -> tuple[date, Reading]:
        return self._session.view.on, self._session.view.reading

    def _on_step(self, code: str, how: str) -> None:
        session = self._session
        self._tell(lambda: outcomes.told(session.view.w, session.assessment, code, how, self._stay()))

    def _on_look(self) -> None:
        session, before = self._session, self._looked_at
        self._looked_at = self._look()
        if before[0] != self._looked_at[0]:
            self._tell(lambda: outcomes.of_day(session.view.w, session.assessment))
        elif before != self._looked_at:
            self._tell(lambda: outcomes.of_reading(session.view.w, session.assessment))

    def _tell(self, told: Callable[[], str]) -> None:
        self._told = told
        self._timer.start()

    def _say(self) -> None:
        if self._told is None or self._session.previewing:
            return
        told, self._told = self._told(), None
        if told:
            announce(self._window, told)

    def _stay(self) -> int | None:
        """Return which stay is chosen, as it is the one that a step was about."""
        index = self._session.selection
        return None if index < 0 else index
