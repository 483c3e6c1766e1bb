"""The shelf of the timeline: the legend, which stands beside it as long as somebody reads in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from shiboken6 import isValid

from kzstay.guard import guarded

if TYPE_CHECKING:
    from kzstay.ui.timeline.legend import Legend
    from kzstay.ui.timeline.widget import Timeline


@guarded
class Shelf(QObject):
    """What lies ready beside the timeline, in its language and its colours."""

    def __init__(self, timeline: Timeline) -> None:
        super().__init__(timeline)
        self._timeline = timeline
        self._legend: Legend | None = None
        timeline.session().view.retranslated.connect(self.retell)

    def show_legend(self) -> Legend:
        """Show what everything in the picture means; where it is shown already, go there."""
        from kzstay.ui.timeline.legend import Legend  # which nobody waits for at the start

        timeline = self._timeline
        if self._legend is None or not isValid(self._legend):
            # A window of its own: what lies over the timeline itself is told as a part of it
            self._legend = Legend(timeline.window(), timeline.session().view.w, timeline.theme)
        self._legend.show()
        self._legend.raise_()
        self._legend.activateWindow()
        self._legend.list.setFocus()
        return self._legend

    def retell(self) -> None:
        """Say it in another language, or show it in other colours."""
        if self._legend is not None and isValid(self._legend):
            self._legend.tell(self._timeline.session().view.w, self._timeline.theme)
