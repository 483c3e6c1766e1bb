"""The timeline: a lane of stays under a ruler of days, the counted period, and the used days below."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QHelpEvent,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from kzstay.core.days import DAY
from kzstay.core.editing import Change
from kzstay.drawing.colours import LIGHT, Theme
from kzstay.drawing.painter import paint, paint_bubble, paint_pill
from kzstay.drawing.scale import Scale
from kzstay.drawing.scene import LEAST_HEIGHT, bar_place, build, rule, stay_span
from kzstay.drawing.shapes import LANE, LANE_HEIGHT, Ruler, Scene
from kzstay.guard import guarded
from kzstay.texts import Words
from kzstay.ui.session.session import Session
from kzstay.ui.timeline import zooming
from kzstay.ui.timeline.focus import paint_edge, paint_ring
from kzstay.ui.timeline.following import Following
from kzstay.ui.timeline.hints import as_hint
from kzstay.ui.timeline.keys import Keys
from kzstay.ui.timeline.magnified import Magnified
from kzstay.ui.timeline.menu import TimelineMenu
from kzstay.ui.timeline.pointer import Pointer
from kzstay.ui.timeline.shelf import Shelf
from kzstay.ui.timeline.telling import Telling
from kzstay.ui.timeline.voice import Voice
from kzstay.ui.timeline.ways import Ways
from kzstay.ui.widgets.announce import announce

LOOK_AHEAD, LOOK_BACK = timedelta(100), timedelta(20)
MOST_BEHIND = 0.1, 0.67  # of the width: where the day of reckoning stands with its future in sight


@guarded
class Timeline(Magnified):
    """What the stays come to, and the place where they are drawn and dragged."""

    scale_changed = Signal()
    told = Signal()  # there may be something else to tell
    topic_asked = Signal(str)  # of the guide

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._theme: Theme = LIGHT
        self._scale = Scale.showing(session.view.on - timedelta(200), session.view.on + LOOK_AHEAD, 1000)
        self._scene: Scene | None = None
        self._ruled: tuple[Scale, Words, Ruler] | None = None
        self._inspected: date | None = None
        self._fitted = False
        self._ringed = False  # before the first key, and for whoever came by mouse
        self.pointer = Pointer(self)
        self.keys = Keys(self)
        self.ways = Ways(self)
        self.menu = TimelineMenu(self)
        self.telling = Telling(self)
        self.following = Following(self)
        self.shelf = Shelf(self)
        self.voice = Voice(self)
        self.setObjectName("timeline")
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.grabGesture(Qt.GestureType.PinchGesture)
        self.setMinimumHeight(260)
        session.changed.connect(self._refresh)
        session.previewed.connect(self._refresh)
        session.proposed.connect(self._outdate)
        session.selected.connect(self._on_selected)
        self.voice.describe()

    # What others ask

    def session(self) -> Session:
        """Return the session whose stays are shown."""
        return self._session

    def x_of(self, day: date) -> float:
        """Return where a day begins."""
        return self._scale.x_of(day)

    def day_at(self, x: float) -> date:
        """Return the day that holds a place."""
        return self._scale.day_at(x)

    def rect_of(self, index: int) -> QRectF:
        """Return where the bar of a stay is."""
        x, width = bar_place(self._scale, stay_span(self._session.assessment.reckoning, index))
        return QRectF(x, LANE, width, LANE_HEIGHT)

    @property
    def theme(self) -> Theme:
        """Return the colours."""
        return self._theme

    @property
    def scale(self) -> Scale:
        """Return the days that are seen."""
        return self._scale

    def scene(self) -> Scene:
        """Return what is shown."""
        if self._scene is None:
            session, change = self._session, self.pointer.change
            self._scene = build(
                session.assessment,
                self._scale,
                self.height(),
                session.view.w,
                inspected=self._inspected,
                selected=session.selection if change is None else change.index,
                ruler=self._ruler(),
                proposal=session.proposal,
                today=session.view.today,
            )
        return self._scene

    def _ruler(self) -> Ruler:
        """Return the ruler, made anew only for another scale or language."""
        w = self._session.view.w
        if self._ruled is None or self._ruled[:2] != (self._scale, w):
            self._ruled = (self._scale, w, rule(self._session.law, self._scale, w))
        return self._ruled[2]

    # What is looked at

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        self.shelf.retell()
        self.update()

    def look_at(self, scale: Scale) -> None:
        """Show other days."""
        self._scale = scale
        self._fitted = True
        self._outdate()
        self.scale_changed.emit()

    def inspect(self, day: date | None) -> None:
        """Show the counted period of a day instead of that of the day of reckoning."""
        if day != self._inspected:
            self._inspected = day
            self._outdate()

    @property
    def inspected(self) -> date | None:
        """Return the day of which the counted period is shown; None for the day of reckoning."""
        return self._inspected

    def point_at(self, place: QPointF | None) -> None:
        """Tell of what lies at a place, or with None, or outside, of what is chosen."""
        if place is not None and not self.rect().contains(place.toPoint()):
            place = None
        if place != self.telling.place:
            self.telling.place = place
            self.told.emit()

    def show_all(self) -> None:
        """Show every stay and the present."""
        pair = self._session.pair.safe
        spans = [stay_span(pair, index) for index in range(len(pair.traveller.stays))]
        first = min([span.first for span in spans] + [self._session.view.on])
        last = max([span.last for span in spans] + [self._session.view.on + DAY * 30])
        if thought := self._session.proposal:
            first, last = min(first, thought.entry), max(last, thought.exit or thought.last or thought.entry)
        margin = max(DAY * 10, (last - first) // 20)
        self.look_at(Scale.showing(first - margin, last + margin, self.width()))

    def show_period(self) -> None:
        """Show the counted period and some time ahead."""
        session = self._session
        limit = session.pair.safe.counting_limit(session.view.on)
        general = session.law.general.limit.period or 0
        back = timedelta((limit.row.period if limit else None) or general)
        self.look_at(Scale.showing(session.view.on - back - LOOK_BACK, session.view.on + LOOK_AHEAD, self.width()))

    def zoom(self, factor: float, about: float | None = None) -> None:
        """Zoom about a place, by default the day of reckoning if it is seen."""
        if about is None:
            today = self._scale.x_of(self._session.view.on)
            about = today if 0 <= today <= self.width() else self.width() / 2
        self.look_at(self._scale.zoomed(factor, about))

    def see(self, day: date) -> None:
        """Scroll no more than is needed to see a day."""
        self.look_at(self._scale.with_seen(day))

    def see_span(self, first: date, last: date) -> None:
        """Scroll no more than is needed to see some days; where not all have room, the first of them."""
        self.look_at(self._scale.with_seen(last).with_seen(first))

    def show_ahead(self) -> None:
        """Bring the day of reckoning into sight, and what comes after it."""
        x = self._scale.x_of(self._session.view.on)
        if not self.width() * MOST_BEHIND[0] <= x <= self.width() * MOST_BEHIND[1]:
            self.look_at(self._scale.panned(x - self.width() * MOST_BEHIND[1]))

    # What is said

    def say(self, text: str) -> None:
        """Say a sentence to a screen reader."""
        announce(self, text)

    def announce(self, change: Change) -> None:
        """Say what stopped a change; what it has come to is said of every change."""
        if change.blocked:
            w = self._session.view.w
            self._session.message.emit(w.gettext("The stay stops at the neighbouring one."), False)

    def choose(self, index: int) -> None:
        """Choose a stay, and have it read as what the keyboard is at."""
        self._session.select(index)
        self.voice.chosen()

    # Events

    def _outdate(self) -> None:
        self._scene = None
        self.update()
        self.told.emit()

    def _refresh(self) -> None:
        self.voice.describe()
        self.voice.renewed()
        self._outdate()

    def _on_selected(self, _index: int) -> None:
        self.keys.edge = None
        self._outdate()

    def height_of_all(self) -> int:
        """Return the height from which everything that there is to show is shown."""
        return LEAST_HEIGHT

    def sizeHint(self) -> QSize:
        return QSize(900, 310)

    def paintEvent(self, event: QPaintEvent) -> None:
        scene = self.scene()
        painter = self.painter()
        paint(painter, scene, self._theme, self.font().family())
        if self.pointer.change is not None:
            self._paint_bubble(painter, self.pointer.change)
        if self.hasFocus() and self._ringed:
            paint_ring(painter, self, self._theme)
            paint_pill(painter, scene, self._theme, self.font().family())  # which the ring would cut
            paint_edge(painter, self, self._theme)

    def _paint_bubble(self, painter: QPainter, change: Change) -> None:
        """Say beside the pointer what the stay would be and what it comes to."""
        lines = self.telling.of_change(change)
        x, family = self.pointer.place.x(), self.font().family()
        paint_bubble(painter, lines, x, self.width(), self._theme, family, self.height())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._fitted:
            self.show_period()

    def resizeEvent(self, event: QResizeEvent) -> None:
        # As many days on another width
        width = float(self.width())
        self._scale = Scale(self._scale.start, self._scale.per_day * width / self._scale.width, width)
        self._outdate()
        self.scale_changed.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.pointer.press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.pointer.move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.pointer.release(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.pointer.double_click(event)

    def leaveEvent(self, event: QEvent) -> None:
        self.inspect(None)
        self.point_at(None)

    def hideEvent(self, event: QHideEvent) -> None:
        # Another place was gone to by key: the button goes up where nobody tells of it
        self.pointer.cancel()
        super().hideEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        zooming.turn(self, event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        keyed = event.reason() == QContextMenuEvent.Reason.Keyboard
        menu = None if self.pointer.dragging else self.menu.made(None if keyed else QPointF(event.pos()))
        if menu is not None:
            menu.popup(self.ways.below() if keyed else event.globalPos())
        event.accept()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            self._hint(event)
            return True
        if zooming.pinched(self, event):
            return True
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Escape
            and self.pointer.dragging
        ):
            # Esc belongs to a drag before it belongs to anything else
            event.accept()
            return True
        return super().event(event)

    def _hint(self, event: QHelpEvent) -> None:
        """Tell beside the pointer of what lies under it; while something is held a bubble says more."""
        lines = [] if self.pointer.dragging else self.telling.at(QPointF(event.pos()))
        QToolTip.showText(event.globalPos(), as_hint(lines), self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.telling.place is not None:
            # What keys do is told, wherever the mouse was left
            self.inspect(None)
            self.point_at(None)
        if not self._ringed:
            self._ringed = True
            self.update()
        if not self.keys.press(event):
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self.pointer.space_held = False
            self.unsetCursor()
        super().keyReleaseEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        if event.reason() != Qt.FocusReason.ActiveWindowFocusReason:  # which comes back as it went
            self._ringed = event.reason() != Qt.FocusReason.MouseFocusReason
        super().focusInEvent(event)
        if self._session.selection >= 0:
            # After Qt has told that the keyboard is in the list
            QTimer.singleShot(0, self, self.voice.chosen)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.pointer.space_held = False
        self.keys.edge = None
        self.voice.look_away()
        super().focusOutEvent(event)
