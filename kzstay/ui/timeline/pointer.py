"""The mouse on the timeline: what lies under it, and what a press, a drag and a release do."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPointF, Qt, QTimer
from PySide6.QtGui import QMouseEvent

from kzstay.core import editing, snapping
from kzstay.core.case import Key
from kzstay.core.editing import Change, Handle
from kzstay.drawing.shapes import LANE, LANE_HEIGHT, RULER
from kzstay.guard import guarded

if TYPE_CHECKING:
    from kzstay.ui.timeline.widget import Timeline

EDGE = 8.0  # pixels of an edge that can be taken hold of
TOUCH = 6.0  # above and below the lane
THRESHOLD = 4  # pixels before a press becomes a drag
SCROLL_ZONE, SCROLL_STEP, SCROLL_EVERY = 20, 12, 30
SNAP = 6.0  # pixels from which an edge is drawn to a day worth being hit; Alt lets every day be chosen
NARROW_DAY = 1.5  # with less a few pixels are many days, and only that of reckoning draws


@guarded
class Pointer(QObject):
    """One press to its release. ``change`` is what it would do so far, or None."""

    def __init__(self, timeline: Timeline) -> None:
        super().__init__(timeline)
        self._timeline = timeline
        self.change: Change | None = None
        self.place = QPointF()
        self.space_held = False
        self.drawn_to: date | None = None  # what the edge was drawn to, where it would be elsewhere
        self._freely = False
        self.busy = False  # from a press to what its release has come to
        self._marks: list[date] = []
        self._drag: Callable[[date], Change] | None = None
        self._text = ""
        self._pressed: QPointF | None = None
        self._pan_from: QPointF | None = None
        self._scroller = QTimer(self)
        self._scroller.setInterval(SCROLL_EVERY)
        self._scroller.timeout.connect(self._scroll)
        # Whatever else changes the case makes the drag one of a case that is no more
        timeline.session().changed.connect(self._let_go)

    @property
    def dragging(self) -> bool:
        """Tell whether a stay is held."""
        return self._drag is not None

    def hit(self, place: QPointF) -> tuple[int, Handle] | None:
        """Return the stay under a place and what of it."""
        if not LANE - TOUCH <= place.y() <= LANE + LANE_HEIGHT + TOUCH:
            return None
        session = self._timeline.session()
        shown = [bar.index for bar in reversed(self._timeline.scene().bars)]
        if session.selection in shown:
            shown.insert(0, session.selection)
        found: tuple[int, Handle] | None = None
        for index in shown:
            bar = self._timeline.rect_of(index)
            # A bar too narrow for two edges and a body has its handles outside
            inside = EDGE if bar.width() >= 3 * EDGE else 0.0
            outside = EDGE - inside
            x = place.x()
            if bar.left() + inside <= x < bar.right() - inside:
                return index, Handle.BODY
            if bar.left() - outside <= x < bar.left() + inside:
                found = found or (index, Handle.ENTRY)
            elif bar.right() - inside <= x < bar.right() + outside:
                found = found or (index, Handle.EXIT)
        return found

    # Events

    def press(self, event: QMouseEvent) -> None:
        """Take hold of the days, of a stay, or of nothing, which begins a new stay."""
        place, left = event.position(), event.button() == Qt.MouseButton.LeftButton
        self.place = place
        if event.button() == Qt.MouseButton.MiddleButton or (left and (self.space_held or place.y() < RULER)):
            self._pan_from = place
            self._timeline.setCursor(Qt.CursorShape.ClosedHandCursor)
            return
        if not left:
            return
        self._pressed, self.busy = place, True
        found, day = self.hit(place), self._timeline.day_at(place.x())
        self._timeline.session().select(found[0] if found else -1)
        if found is None:
            self._hold_nothing(day)
        else:
            self._hold(*found, day)

    def move(self, event: QMouseEvent) -> None:
        """Pan, drag, or look at what lies under the pointer."""
        place = event.position()
        if self._pan_from is not None:
            self._timeline.look_at(self._timeline.scale.panned(self._pan_from.x() - place.x()))
            self._pan_from = place
            return
        self.place = place
        self._freely = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if self._drag is None or self._pressed is None:
            self.hover(place)
            return
        if self.change is None and (place - self._pressed).manhattanLength() < THRESHOLD:
            return
        self._apply()
        if SCROLL_ZONE <= place.x() <= self._timeline.width() - SCROLL_ZONE:
            self._scroller.stop()
        elif not self._scroller.isActive():
            self._scroller.start()

    def release(self, event: QMouseEvent) -> None:
        """Let go, and make what was shown so."""
        if self._pan_from is not None:
            self._pan_from = None
            self.hover(event.position())
        elif event.button() == Qt.MouseButton.LeftButton:
            self._finish(self.change)
            self.hover(event.position())

    def double_click(self, event: QMouseEvent) -> None:
        """Make a stay of one day where none is."""
        place = event.position()
        if self.dragging:
            # No button goes down twice without going up: it is a second finger on a screen
            self.cancel()
            return
        if event.button() == Qt.MouseButton.LeftButton and place.y() >= RULER and not self.hit(place):
            self.busy = True
            self._hold_nothing(self._timeline.day_at(place.x()))
            assert self._drag is not None
            self._finish(self._drag(self._timeline.day_at(place.x())))

    def cancel(self) -> bool:
        """Take a drag back and tell whether there was one."""
        held, shown = self.dragging, self.change is not None
        self._let_go()
        if shown:
            self._timeline.session().preview(None)
        return held

    def hover(self, place: QPointF) -> None:
        """Show what a press would take hold of, and the window of the day under the pointer."""
        found = self.hit(place)
        if self.space_held or (found is None and place.y() < RULER):
            shape = Qt.CursorShape.OpenHandCursor
        elif found is None:
            shape = Qt.CursorShape.CrossCursor
        else:
            shape = Qt.CursorShape.SizeAllCursor if found[1] is Handle.BODY else Qt.CursorShape.SizeHorCursor
        self._timeline.setCursor(shape)
        below = place.y() > LANE + LANE_HEIGHT + TOUCH
        self._timeline.inspect(self._timeline.day_at(place.x()) if below else None)
        self._timeline.point_at(place)

    # What is held

    def _hold(self, index: int, part: Handle, day: date) -> None:
        session = self._timeline.session()
        traveller, on = session.traveller, session.view.on
        stay = traveller.stays[index]
        self._marks = snapping.marks(traveller, index, on)
        if part is Handle.BODY:
            self._text = "move-stay"
            edges = [stay.entry, *([stay.exit] if stay.exit else [])]
            self._drag = lambda to: editing.moved(traveller, index, self._shifted(edges, (to - day).days), on)
            return
        self._text = "change-entry" if part is Handle.ENTRY else "change-exit"
        edge = stay.entry if part is Handle.ENTRY else editing.end_of(traveller, index, on)
        until = session.assessment.reckoning.verdict(index).lawful_until if part is Handle.EXIT else None
        self._marks += [until] if until else []
        # The edge moves by as many days as the pointer, wherever in its zone it was taken hold of
        self._drag = lambda to: editing.resized(traveller, index, part, self._drawn(edge + (to - day)), on)

    def _hold_nothing(self, anchor: date) -> None:
        session = self._timeline.session()
        traveller, on = session.traveller, session.view.on
        self._text, self._marks = "add-stay", snapping.marks(traveller, None, on)
        key = Key()  # it is one stay from the press to the release
        self._drag = lambda to: editing.created(traveller, anchor, self._drawn(to, self._limit()), on, key)

    def _limit(self) -> date | None:
        """Return the last lawful day of the stay that is being drawn, as it was a moment ago."""
        if self.change is None:
            return None
        return self._timeline.session().assessment.reckoning.verdict(self.change.index).lawful_until

    def _drawn(self, day: date, until: date | None = None) -> date:
        to = [*self._worth_hitting(), *([until] if until else [])]
        found = editing.snapped(day, to, self._within())
        self.drawn_to = found if found != day else None
        return found

    def _shifted(self, edges: list[date], days: int) -> int:
        found = snapping.shifted(edges, days, self._worth_hitting(), self._within())
        hit = next((edge + timedelta(found) for edge in edges if edge + timedelta(found) in self._marks), None)
        self.drawn_to = hit if found != days else None
        return found

    def _worth_hitting(self) -> list[date]:
        if self._freely:
            return []
        on = self._timeline.session().view.on
        return self._marks if self._timeline.scale.per_day >= NARROW_DAY else [on]

    def _within(self) -> float:
        return SNAP / self._timeline.scale.per_day

    def _apply(self) -> None:
        if self._drag is not None:
            self.change = self._drag(self._timeline.day_at(self.place.x()))
            self._timeline.session().preview(self.change)

    def _scroll(self) -> None:
        left = self.place.x() < SCROLL_ZONE
        self._timeline.look_at(self._timeline.scale.panned(-SCROLL_STEP if left else SCROLL_STEP))
        self._apply()

    def _finish(self, change: Change | None) -> None:
        text = self._text
        self._let_go()
        if change is not None:
            self.busy = True
            self._timeline.session().change(change, text)
            self._timeline.announce(change)
        self.busy = False

    def _let_go(self) -> None:
        self._scroller.stop()
        self._drag = self.change = self._pressed = self.drawn_to = None
        self.busy = False
        self._timeline.update()
