"""The menu over the timeline: what may be done to the stay or the day there, and the ways into the guide."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF
from PySide6.QtWidgets import QMenu

from kzstay.core import editing
from kzstay.texts import stay_acts as texts
from kzstay.ui.widgets.letters import Menu
from kzstay.ui.widgets.stay_menu import StayMenu

if TYPE_CHECKING:
    from kzstay.ui.timeline.widget import Timeline


class TimelineMenu:
    """The timeline tells where somebody asked; ``stays`` is what may be done to any stays."""

    def __init__(self, timeline: Timeline) -> None:
        self._timeline = timeline
        self.stays = StayMenu(timeline.session(), timeline)

    def made(self, place: QPointF | None) -> QMenu | None:
        """Make the menu of a place, or of the chosen stay; None where nothing may be done."""
        timeline = self._timeline
        session, menu = timeline.session(), Menu(timeline)
        menu.setObjectName("timeline_menu")
        flag = timeline.ways.flag_at(place) if place is not None else None
        day = timeline.day_at(place.x()) if place is not None else None
        if flag is None:
            index = self._index(place)
            if index >= 0:
                session.select(index)
                self.stays.fill(menu, [session.traveller.stays[index].key.number], day)
            else:
                self._fill_day(menu, day or session.view.on)
        menu.addSeparator()
        timeline.ways.fill(menu, place)
        if menu.isEmpty():
            menu.deleteLater()
            return None
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    def _index(self, place: QPointF | None) -> int:
        if place is None:
            return self._timeline.session().selection
        hit = self._timeline.pointer.hit(place)
        return hit[0] if hit else -1

    def _fill_day(self, menu: QMenu, day: date) -> None:
        """List what may be done with a day on which no stay was pointed at."""
        w = self._timeline.session().view.w
        menu.addAction(texts.add_on(w, day)).triggered.connect(lambda: self.add(day))
        menu.addAction(texts.plan_from(w, day)).triggered.connect(lambda: self.stays.plan_asked.emit(day))

    def add(self, day: date) -> None:
        """Add a stay of one day, and begin to type when it ends."""
        session = self._timeline.session()
        if session.refuses_change():
            return
        change = editing.created(session.traveller, day, day, session.view.on)
        session.change(change, "add-stay")
        if change.about is not None:
            self.stays.edit_asked.emit(change.about, "exit")
