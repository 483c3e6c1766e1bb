"""The timeline: a lane of stays under a ruler of days, the counted period, and the used days below."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFocusEvent,
    QHelpEvent,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QShowEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from kzstay.core.days import DAY
from kzstay.core.editing import Change
from kzstay.drawing.colours import LIGHT, Theme
from kzstay.drawing.painter import paint, paint_bubble
from kzstay.drawing.scale import Scale
from kzstay.drawing.scene import bar_place, build, rule, stay_span
from kzstay.drawing.shapes import LANE, LANE_HEIGHT, Ruler, Scene
from kzstay.guard import guarded
from kzstay.texts import Words, answers
from kzstay.ui.session.session import Session
from kzstay.ui.timeline.keys import Keys
from kzstay.ui.timeline.magnified import Magnified
from kzstay.ui.timeline.pointer import Pointer
from kzstay.ui.timeline.ways import Ways
from kzstay.ui.widgets.announce import announce

LOOK_AHEAD, LOOK_BACK = timedelta(100), timedelta(20)
FASTEST_WHEEL = 240  # of one turn, so that it never leaps over years
WHEEL = 1.0025  # zoom for each unit of the wheel


@guarded
class Timeline(Magnified):
    """What the stays come to, and the place where they are drawn and dragged."""

    scale_changed = Signal()
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
        self._ringed = False  # who came by keyboard is shown where they are
        self.pointer = Pointer(self)
        self.keys = Keys(self)
        self.ways = Ways(self)
        self.setObjectName("timeline")
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumHeight(260)
        session.changed.connect(self._refresh)
        session.previewed.connect(self._refresh)
        session.proposed.connect(self._outdate)
        session.selected.connect(self._on_selected)
        self._describe()

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

    def show_all(self) -> None:
        """Show every stay and the present."""
        pair = self._session.pair.safe
        spans = [stay_span(pair, index) for index in range(len(pair.traveller.stays))]
        first = min([span.first for span in spans] + [self._session.view.on])
        last = max([span.last for span in spans] + [self._session.view.on + DAY * 30])
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

    # What is said

    def say(self, text: str) -> None:
        """Say a sentence to a screen reader."""
        announce(self, text)

    def say_selected(self) -> None:
        """Say what the selected stay is and how it stands."""
        w, a, index = self._session.view.w, self._session.assessment, self._session.selection
        if index >= 0:
            self.say(f"{answers.stay_label(w, a.stay(index))}: {answers.stay_status(w, a, a.stay(index))}")

    def announce(self, change: Change) -> None:
        """Say what a change has come to."""
        if change.blocked:
            w = self._session.view.w
            self._session.message.emit(w.gettext("The stay stops at the neighbouring one."), False)
        self.say_selected()

    def _describe(self) -> None:
        """Tell a screen reader what the picture tells; the table of stays is its full equivalent."""
        session = self._session
        if not session.previewing:
            self.setAccessibleName(session.view.w.gettext("Timeline of stays"))
            number, unit = answers.headline(session.view.w, session.assessment)
            self.setAccessibleDescription(
                f"{answers.lead(session.view.w, session.assessment)} · {number} {unit}".strip(" ·")
            )

    # Events

    def _outdate(self) -> None:
        self._scene = None
        self.update()

    def _refresh(self) -> None:
        self._describe()
        self._outdate()

    def _on_selected(self, index: int) -> None:
        self.keys.edge = None
        if index >= 0 and not self.pointer.dragging and not self.underMouse():
            self.see(self._session.traveller.stays[index].entry)
        self._outdate()

    def sizeHint(self) -> QSize:
        return QSize(900, 310)

    def paintEvent(self, event: QPaintEvent) -> None:
        scene = self.scene()
        painter = self.painter()
        paint(painter, scene, self._theme, self.font().family())
        if self.pointer.change is not None:
            self._paint_bubble(painter, self.pointer.change)
        if self._ringed and self._session.selection < 0:
            painter.setPen(QPen(QColor(self._theme.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self.rect().adjusted(2, 2, -2, -2), 6, 6)

    def _paint_bubble(self, painter: QPainter, change: Change) -> None:
        """Say beside the pointer what the stay would be and what it comes to."""
        session, w = self._session, self._session.view.w
        reckoning = session.assessment.reckoning
        span = stay_span(reckoning, change.index)
        label = answers.stay_label(w, session.assessment.stay(change.index))
        first = f"{label} · {answers.days(w, span.days)}"
        second = answers.verdict(w, reckoning.verdict(change.index))
        if change.blocked:
            second += " · " + w.gettext("stops at the neighbouring stay")
        paint_bubble(
            painter, (first, second), self.pointer.place.x(), self.width(), self._theme, self.font().family()
        )

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

    def hideEvent(self, event: QHideEvent) -> None:
        # Another place was gone to by key: the button goes up where nobody tells of it
        self.pointer.cancel()
        super().hideEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        delta = event.pixelDelta() if not event.pixelDelta().isNull() else event.angleDelta() / 2
        if abs(delta.x()) > abs(delta.y()) or event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.look_at(self._scale.panned(-(delta.x() or delta.y())))
        else:
            self.zoom(WHEEL ** _limited(delta).y(), event.position().x())
        event.accept()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        keyed = event.reason() == QContextMenuEvent.Reason.Keyboard
        menu = None if self.pointer.dragging else self.ways.menu(None if keyed else QPointF(event.pos()))
        if menu is not None:
            menu.popup(self.ways.below() if keyed else event.globalPos())
        event.accept()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), self.ways.hint(QPointF(event.pos())), self)
            return True
        if (
            isinstance(event, QNativeGestureEvent)
            and event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture
        ):
            self.zoom(1 + event.value(), event.position().x())
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

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.keys.press(event):
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self.pointer.space_held = False
            self.unsetCursor()
        super().keyReleaseEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._ringed = event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._ringed = False
        self.pointer.space_held = False
        self.keys.edge = None
        super().focusOutEvent(event)


def _limited(delta: QPoint) -> QPoint:
    return QPoint(delta.x(), max(-FASTEST_WHEEL, min(FASTEST_WHEEL, delta.y())))
