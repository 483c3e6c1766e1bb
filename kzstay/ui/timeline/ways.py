"""Ways from the timeline into the guide: of the flag or the stay under the pointer, or of all that is chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF
from PySide6.QtWidgets import QMenu

from kzstay import bundled
from kzstay.drawing.shapes import Flag
from kzstay.drawing.under import on_flag
from kzstay.guide import leads
from kzstay.texts import guide as guide_texts

if TYPE_CHECKING:
    from kzstay.ui.timeline.widget import Timeline


class Ways:
    """What leads into the guide; the timeline tells where somebody asked."""

    def __init__(self, timeline: Timeline) -> None:
        self._timeline = timeline

    def flag_at(self, place: QPointF) -> Flag | None:
        """Return the flag under a place: its stem, its sign or its words."""
        return next((flag for flag in self._timeline.scene().flags if on_flag(flag, place.x(), place.y())), None)

    def topics(self, place: QPointF | None) -> list[str]:
        """List the topics of what is under a place; without one those of the chosen stay and of every flag."""
        session = self._timeline.session()
        flag = self.flag_at(place) if place is not None else None
        if flag is not None:
            return [flag.topic]
        hit = self._timeline.pointer.hit(place) if place is not None else None
        a = session.assessment
        index = hit[0] if hit else session.selection if session.selection >= 0 else a.current
        verdict = leads.of_verdict(a, index) if a.traveller.citizenship else None
        flags = [] if hit else [one.topic for one in self._timeline.scene().flags]
        return list(dict.fromkeys(filter(None, (verdict, *flags))))

    def fill(self, menu: QMenu, place: QPointF | None) -> None:
        """Offer these topics in a menu."""
        for topic in self.topics(place):
            action = menu.addAction(self._name(topic).replace("&", "&&"))
            action.triggered.connect(lambda _checked=False, topic=topic: self._timeline.topic_asked.emit(topic))

    def below(self) -> QPoint:
        """Return where a menu that was asked for by key stands: under the chosen stay, or in the middle."""
        timeline = self._timeline
        selected = timeline.session().selection
        middle = QPointF(timeline.rect().center())
        place = timeline.rect_of(selected).bottomLeft() if selected >= 0 else middle
        seen = QPointF(min(max(place.x(), 0.0), timeline.width() - 1.0), place.y())
        return timeline.to_screen(seen)

    def _name(self, topic: str) -> str:
        return guide_texts.read_more(self._timeline.session().view.w, bundled.guide(), topic)
