"""The air round a place: less of it where the window is low, as in the calculator."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from kzstay.guard import guarded
from kzstay.ui.places.stay.place import LOW
from kzstay.ui.widgets.theme import scaled

LESS = 2  # times


@guarded
class Air(QObject):
    """Keeps the margins of a place and the distances of its parts, halved as long as there is little height."""

    def __init__(self, place: QWidget) -> None:
        super().__init__(place)
        self._layout = place.layout()
        assert self._layout is not None
        self._margins, self._spacing = self._layout.contentsMargins(), self._layout.spacing()

    def fit(self, height: int) -> None:
        """Take the height that is seen of the place, in pixels."""
        layout, low = self._layout, height < scaled(LOW)
        assert layout is not None
        layout.setContentsMargins(self._margins / LESS if low else self._margins)
        layout.setSpacing(self._spacing // LESS + 1 if low else self._spacing)
