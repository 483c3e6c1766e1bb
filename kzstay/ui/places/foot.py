"""The foot of the places: room for what is said there, taken so that what is over it moves as little as may be."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QSplitter, QStackedWidget

from kzstay.guard import guarded
from kzstay.ui.places.frame import Places
from kzstay.ui.widgets.theme import scaled

LEAST_TIMELINE = 120  # pixels that the timeline keeps in a low window, where the pages can give no more


@guarded
class Foot(QObject):
    """Takes room at the foot of all places, beside the rail: of the calculator from its pages first."""

    def __init__(self, places: Places) -> None:
        super().__init__(places)
        self._places = places
        self._taken = 0
        self._given = 0  # of it by the timeline, as the least that it needs

    def take(self, height: int) -> None:
        """Keep so many pixels free; nought gives them back."""
        stack = self._places.findChild(QStackedWidget, "", Qt.FindChildOption.FindDirectChildrenOnly)
        if height == self._taken or stack is None:
            return
        stay = self._places.stay
        splitter, inner = stay.findChild(QSplitter, "splitter"), stay.layout()
        sizes = splitter.sizes() if splitter is not None else []
        least = stay.timeline.minimumHeight() + self._given
        self._given = max(0, min(height, least - scaled(LEAST_TIMELINE)))
        stay.timeline.setMinimumHeight(least - self._given)
        self._taken = height
        stack.setContentsMargins(0, 0, 0, height)
        if splitter is not None and inner is not None and stay.isVisible():
            for layout in (stack.layout(), inner):
                if layout is not None:
                    layout.activate()
            room = splitter.height() - splitter.handleWidth()
            splitter.setSizes([sizes[0], max(0, room - sizes[0])])
