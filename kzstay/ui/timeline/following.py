"""The view follows: what is added, changed, planned or opened is brought into sight, no further than is needed."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from kzstay.core.case import Number
from kzstay.drawing.scene import stay_span
from kzstay.guard import guarded

if TYPE_CHECKING:
    from kzstay.ui.timeline.widget import Timeline

Chosen = tuple[Number, date, date | None]  # a stay, its entry and its exit


@guarded
class Following(QObject):
    """Looks where something happens, unless the hand that does it is on the timeline."""

    def __init__(self, timeline: Timeline) -> None:
        super().__init__(timeline)
        self._timeline = timeline
        session = timeline.session()
        self._traveller = session.state.traveller
        self._on = session.view.on
        self._chosen: Chosen | None = None
        self._asked: tuple[date, date | None] | None = None  # the days of the trip in mind
        session.changed.connect(self._on_changed)
        session.selected.connect(self._on_selected)
        session.proposed.connect(self._on_proposed)

    def _on_changed(self) -> None:
        session = self._timeline.session()
        if session.state.traveller != self._traveller:
            # How near one looked at somebody says nothing of another
            self._traveller = session.state.traveller
            self._chosen = self._now()
            self._timeline.show_period()
        elif session.view.on != self._on and not self._seen(session.view.on):
            self._timeline.show_ahead()
        self._on = session.view.on
        self._follow()

    def _seen(self, day: date) -> bool:
        return 0 <= self._timeline.x_of(day) <= self._timeline.width()

    def _on_selected(self, _index: int) -> None:
        self._follow()

    def _follow(self) -> None:
        """See the chosen stay where it is another one, or on other days."""
        before, self._chosen = self._chosen, self._now()
        if self._chosen is not None and self._chosen != before and not self._timeline.pointer.busy:
            session = self._timeline.session()
            span = stay_span(session.assessment.reckoning, session.selection)
            self._timeline.see_span(span.first, span.last)

    def _now(self) -> Chosen | None:
        session = self._timeline.session()
        index = session.selection
        if index < 0:
            return None
        stay = session.traveller.stays[index]
        return stay.key.number, stay.entry, stay.exit

    def _on_proposed(self) -> None:
        """See a trip that is asked for; what a drag of stays makes of its longest days moves nothing."""
        thought = self._timeline.session().proposal
        asked = None if thought is None else (thought.entry, thought.exit)
        if thought is not None and asked != self._asked:
            leaving = thought.exit or thought.last or thought.entry
            self._timeline.see_span(thought.entry, max(thought.entry, leaving))
        self._asked = asked
