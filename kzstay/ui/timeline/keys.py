"""The keys on the timeline: everything that the mouse does, by whole days."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from kzstay.core import editing
from kzstay.core.days import DAY
from kzstay.core.editing import Handle

if TYPE_CHECKING:
    from kzstay.ui.timeline.widget import Timeline

WEEK, MONTH = 7, 30  # days that one key moves an edge or a stay by
SCREEN = 0.9


class Keys:
    """Which key does what. ``edge`` is the edge of the selected stay that arrows move, or None."""

    def __init__(self, timeline: Timeline) -> None:
        self._timeline = timeline
        self.edge: Handle | None = None

    def press(self, event: QKeyEvent) -> bool:
        """Do what a key says and tell whether it said anything."""
        key, held = Qt.Key(event.key()), event.modifiers()
        shift = bool(held & Qt.KeyboardModifier.ShiftModifier)
        if key == Qt.Key.Key_Escape:
            return self._escape()
        if bool(held & Qt.KeyboardModifier.ControlModifier) and self._inspect(key, shift):
            return True
        if self._look(key, shift):
            if key != Qt.Key.Key_Space:
                self._timeline.voice.say_days()
            return True
        if self.edge is None and not held & Qt.KeyboardModifier.AltModifier:
            return self._select(key)
        return self._choose_edge(key) or self._nudge(key, shift)

    def _escape(self) -> bool:
        if self._timeline.pointer.cancel():
            return True
        had, self.edge = self.edge is not None or self._timeline.voice.looking, None
        self._timeline.voice.look_away()
        return had

    def _inspect(self, key: Qt.Key, shift: bool) -> bool:
        """Look at the counted period of the day before or after, as the pointer under the lane does."""
        by = {Qt.Key.Key_Left: -DAY, Qt.Key.Key_Right: DAY}.get(key)
        if by is not None:
            self._timeline.voice.look(by * WEEK if shift else by)
        return by is not None

    def _look(self, key: Qt.Key, shift: bool) -> bool:
        timeline = self._timeline
        if key == Qt.Key.Key_Space:
            timeline.pointer.space_held = True
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            timeline.zoom(1.25)
        elif key == Qt.Key.Key_Minus:
            timeline.zoom(0.8)
        elif key == Qt.Key.Key_0:
            timeline.show_all()
        elif shift and key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            by = timeline.width() * SCREEN
            timeline.look_at(timeline.scale.panned(-by if key == Qt.Key.Key_PageUp else by))
        else:
            return False
        return True

    def _select(self, key: Qt.Key) -> bool:
        session = self._timeline.session()
        order = session.traveller.in_order()
        if not order:
            return False
        here = order.index(session.selection) if session.selection in order else None
        places = {
            Qt.Key.Key_Left: max(0, (len(order) if here is None else here) - 1),
            Qt.Key.Key_Right: min(len(order) - 1, (-1 if here is None else here) + 1),
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: len(order) - 1,
        }
        if key in places:
            self._timeline.choose(order[places[key]])
            return True
        return here is not None and self._choose_edge(key)

    def _choose_edge(self, key: Qt.Key) -> bool:
        w = self._timeline.session().view.w
        if key == Qt.Key.Key_S:
            self.edge = Handle.ENTRY
            self._timeline.say(w.gettext("Entry chosen: arrows move it"))
        elif key == Qt.Key.Key_E:
            self.edge = Handle.EXIT
            self._timeline.say(w.gettext("Exit chosen: arrows move it"))
        else:
            return False
        return True

    def _nudge(self, key: Qt.Key, shift: bool) -> bool:
        session = self._timeline.session()
        steps = {
            Qt.Key.Key_Left: -WEEK if shift else -1,
            Qt.Key.Key_Right: WEEK if shift else 1,
            Qt.Key.Key_PageUp: -MONTH,
            Qt.Key.Key_PageDown: MONTH,
        }
        if key not in steps or session.selection < 0:
            return False
        traveller, index, edge = session.traveller, session.selection, self.edge
        if edge is None:
            change, text = editing.moved(traveller, index, steps[key], session.view.on), "move-stay"
        else:
            stay = traveller.stays[index]
            day = stay.entry if edge is Handle.ENTRY else editing.end_of(traveller, index, session.view.on)
            change = editing.resized(traveller, index, edge, day + timedelta(steps[key]), session.view.on)
            text = "change-entry" if edge is Handle.ENTRY else "change-exit"
        session.change(change, text, merge=True)
        self._timeline.see(change.stays[index].entry)
        self._timeline.announce(change)
        return True
