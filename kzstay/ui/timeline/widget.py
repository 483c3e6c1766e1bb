"""The timeline: paints the scene and turns the mouse and the keys into changes of stays."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QColor,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from kzstay.core.days import DAY
from kzstay.texts import answers
from kzstay.ui.session import Session
from kzstay.ui.theme import LIGHT, Theme
from kzstay.ui.timeline import gestures
from kzstay.ui.timeline.gestures import Change, Part
from kzstay.ui.timeline.painter import SMALL, paint
from kzstay.ui.timeline.scale import Scale
from kzstay.ui.timeline.scene import LANE, LANE_HEIGHT, RULER, Scene, bar_place, build, stay_span

EDGE = 8.0  # pixels of an edge that can be taken hold of
TOUCH = 6.0  # above and below the lane
THRESHOLD = 4  # pixels before a press becomes a drag
SCROLL_ZONE, SCROLL_STEP = 20, 12
SNAP = 6.0  # pixels, where days are too narrow to be hit
NARROW_DAY = 1.5
LOOK_AHEAD = timedelta(100)


class Timeline(QWidget):
    """A lane of stays under a ruler of days, with the window that is looked back on and the used days."""

    scale_changed = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._theme: Theme = LIGHT
        self._scale = Scale.showing(session.on - timedelta(200), session.on + LOOK_AHEAD, 1000)
        self._scene: Scene | None = None
        self._inspected: date | None = None
        self._edge: Part | None = None  # chosen with S and E
        self._drag: Callable[[date], Change] | None = None
        self._drag_text = ""
        self._change: Change | None = None
        self._pressed: QPointF | None = None
        self._pointer = QPointF()
        self._pan_from: QPointF | None = None
        self._space = False
        self._scroller = QTimer(self, interval=30)
        self._scroller.timeout.connect(self._scroll)
        self.setObjectName("timeline")
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumHeight(260)
        session.changed.connect(self._refresh)
        session.previewed.connect(self._refresh)
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
        x, width = bar_place(self._scale, stay_span(self._session.pair.under(self._session.reading), index))
        return QRectF(x, LANE, width, LANE_HEIGHT)

    @property
    def scale(self) -> Scale:
        """Return the days that are seen."""
        return self._scale

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        self.update()

    def look_at(self, scale: Scale) -> None:
        """Show other days."""
        self._scale = scale
        self._refresh()
        self.scale_changed.emit()

    # Zooming

    def show_all(self) -> None:
        """Show every stay and the present."""
        pair = self._session.pair.safe
        spans = [stay_span(pair, index) for index in range(len(pair.traveller.stays))]
        first = min([span.first for span in spans] + [self._session.on])
        last = max([span.last for span in spans] + [self._session.on + DAY * 30])
        margin = max(DAY * 10, (last - first) // 20)
        self.look_at(Scale.showing(first - margin, last + margin, self.width()))

    def show_window(self) -> None:
        """Show the window that is looked back on, and some time ahead."""
        on = self._session.on
        limit = self._session.pair.safe.counting_limit(on)
        back = timedelta((limit.row.period if limit else None) or 180)
        self.look_at(Scale.showing(on - back - DAY * 20, on + LOOK_AHEAD, self.width()))

    def zoom(self, factor: float, about: float | None = None) -> None:
        """Zoom about a place, by default the day of reckoning if it is seen."""
        if about is None:
            today = self._scale.x_of(self._session.on)
            about = today if 0 <= today <= self.width() else self.width() / 2
        self.look_at(self._scale.zoomed(factor, about))

    def see(self, day: date) -> None:
        """Scroll no more than is needed to see a day."""
        self.look_at(self._scale.with_seen(day))

    # Painting

    def sizeHint(self) -> QSize:
        return QSize(900, 310)

    def scene(self) -> Scene:
        """Return what is shown."""
        if self._scene is None:
            session = self._session
            self._scene = build(
                session.pair,
                session.reading,
                self._scale,
                self.height(),
                session.w,
                inspected=self._inspected,
                selected=session.selection if self._change is None else self._change.index,
            )
        return self._scene

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint(painter, self.scene(), self._theme, self.font().family())
        if self._change is not None:
            self._paint_bubble(painter, self._change)
        if self.hasFocus() and self._session.selection < 0:
            painter.setPen(QPen(QColor(self._theme.accent), 2))
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))

    def _paint_bubble(self, painter: QPainter, change: Change) -> None:
        """Say beside the pointer what the stay would be and what it comes to."""
        w, theme = self._session.w, self._theme
        verdict = self._session.pair.under(self._session.reading).verdict(change.index)
        stay = change.stays[change.index]
        span = stay_span(self._session.pair.under(self._session.reading), change.index)
        if stay.exit is None:
            first = w.gettext("{entry} – still here").format(entry=w.day(stay.entry))
        else:
            first = f"{w.day(stay.entry)} – {w.day(stay.exit)}"
        first += f" · {answers.days(w, span.days)}"
        if verdict.because is None:
            second = w.gettext("no visa-free term known")
        elif verdict.overstay_days:
            second = w.ngettext("{n} day over", "{n} days over", verdict.overstay_days).format(
                n=verdict.overstay_days
            )
        elif verdict.lawful_until is not None:
            second = w.gettext("lawful until {day}").format(day=w.day(verdict.lawful_until))
        else:
            second = ""
        if change.blocked:
            second += " · " + w.gettext("stops at the neighbouring stay")
        font = self.font()
        font.setPixelSize(SMALL + 1)
        metrics = QFontMetricsF(font)
        width = max(metrics.horizontalAdvance(first), metrics.horizontalAdvance(second)) + 24
        middle = min(max(self._pointer.x(), width / 2 + 6), self.width() - width / 2 - 6)
        box = QRectF(middle - width / 2, LANE + LANE_HEIGHT + 12, width, 46)
        painter.setPen(QPen(QColor(theme.border), 1))
        painter.setBrush(QColor(theme.today))
        painter.drawRoundedRect(box, 6, 6)
        painter.setFont(font)
        painter.setPen(QColor(theme.on_today))
        painter.drawText(box.adjusted(12, 5, -12, -23), Qt.AlignmentFlag.AlignVCenter, first)
        painter.drawText(box.adjusted(12, 23, -12, -5), Qt.AlignmentFlag.AlignVCenter, second)

    def resizeEvent(self, event: QResizeEvent) -> None:
        old = event.oldSize().width()
        width = float(self.width())
        if old > 0:
            self._scale = Scale(self._scale.start, self._scale.per_day * width / old, width)
        else:
            self._scale = Scale.showing(self._scale.first, self._scale.last, width)
        self._refresh()
        self.scale_changed.emit()

    def _refresh(self) -> None:
        self._scene = None
        self._describe()
        self.update()

    def _on_selected(self, index: int) -> None:
        self._edge = None
        if index >= 0 and self._drag is None:
            stay = self._session.traveller.stays[index]
            self._scale = self._scale.with_seen(stay.entry)
            self.scale_changed.emit()
        self._refresh()

    def _describe(self) -> None:
        """Tell a screen reader what the picture tells; the table of stays is its full equivalent."""
        w, a = self._session.w, self._session
        self.setAccessibleName(w.gettext("Timeline of stays"))
        if not a.previewing:
            number, unit = answers.headline(w, a.assessment)
            self.setAccessibleDescription(f"{answers.lead(w, a.assessment)}. {number} {unit}".strip())

    # The mouse

    def hit(self, place: QPointF) -> tuple[int, Part] | None:
        """Return the stay under a place and what of it."""
        if not LANE - TOUCH <= place.y() <= LANE + LANE_HEIGHT + TOUCH:
            return None
        order = [self._session.selection, *reversed(range(len(self._session.traveller.stays)))]
        found: tuple[int, Part] | None = None
        for index in order:
            if index < 0:
                continue
            bar = self.rect_of(index)
            # A bar too narrow for two edges and a body has its handles outside
            inside = EDGE if bar.width() >= 3 * EDGE else 0.0
            outside = EDGE - inside
            x = place.x()
            if bar.left() + inside <= x < bar.right() - inside:
                return index, Part.BODY
            if bar.left() - outside <= x < bar.left() + inside:
                found = found or (index, Part.ENTRY)
            elif bar.right() - inside <= x < bar.right() + outside:
                found = found or (index, Part.EXIT)
        return found

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = event.position()
        self._pointer = place
        panning = event.button() == Qt.MouseButton.MiddleButton or self._space
        if panning or (event.button() == Qt.MouseButton.LeftButton and place.y() < RULER):
            self._pan_from = place
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            return
        if event.button() != Qt.MouseButton.LeftButton:
            return
        self._pressed = place
        found = self.hit(place)
        if found is None:
            self._session.select(-1)
            self._take_hold_of_nothing(self.day_at(place.x()))
        else:
            self._session.select(found[0])
            self._take_hold(*found, self.day_at(place.x()))

    def _take_hold(self, index: int, part: Part, day: date) -> None:
        w, session = self._session.w, self._session
        traveller, on = session.traveller, session.on
        if part is Part.BODY:
            self._drag_text = w.gettext("Move stay")
            self._drag = lambda to: gestures.moved(traveller, index, (self._drawn_to(to) - day).days, on)
            return
        self._drag_text = w.gettext("Change entry") if part is Part.ENTRY else w.gettext("Change exit")
        stay = traveller.stays[index]
        edge = stay.entry if part is Part.ENTRY else gestures.end_of(stay, on)
        # The edge moves by as many days as the pointer, wherever in the zone it was taken hold of
        self._drag = lambda to: gestures.resized(traveller, index, part, self._drawn_to(edge + (to - day)), on)

    def _take_hold_of_nothing(self, anchor: date) -> None:
        traveller, on = self._session.traveller, self._session.on
        self._drag_text = self._session.w.gettext("Add stay")
        self._drag = lambda to: gestures.created(traveller, anchor, self._drawn_to(to), on)

    def _drawn_to(self, day: date) -> date:
        if self._scale.per_day >= NARROW_DAY:
            return day
        return gestures.snapped(day, [self._session.on], SNAP / self._scale.per_day)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = event.position()
        if self._pan_from is not None:
            self.look_at(self._scale.panned(self._pan_from.x() - place.x()))
            self._pan_from = place
            return
        self._pointer = place
        if self._drag is None or self._pressed is None:
            self._hover(place)
            return
        far = (place - self._pressed).manhattanLength() >= THRESHOLD
        if self._change is None and not far:
            return
        self._apply_drag()
        near_edge = place.x() < SCROLL_ZONE or place.x() > self.width() - SCROLL_ZONE
        if near_edge and not self._scroller.isActive():
            self._scroller.start()
        elif not near_edge:
            self._scroller.stop()

    def _apply_drag(self) -> None:
        if self._drag is not None:
            self._change = self._drag(self.day_at(self._pointer.x()))
            self._session.preview(self._change)

    def _scroll(self) -> None:
        left = self._pointer.x() < SCROLL_ZONE
        self.look_at(self._scale.panned(-SCROLL_STEP if left else SCROLL_STEP))
        self._apply_drag()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._pan_from is not None:
            self._pan_from = None
            self._hover(event.position())
            return
        if event.button() != Qt.MouseButton.LeftButton:
            return
        change, text = self._change, self._drag_text
        self._let_go()
        if change is not None:
            self._session.change(change, text)
            self._announce(change)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        place = event.position()
        if event.button() != Qt.MouseButton.LeftButton or place.y() < RULER or self.hit(place):
            return
        day = self.day_at(place.x())
        self._let_go()
        change = gestures.created(self._session.traveller, day, day, self._session.on)
        self._session.change(change, self._session.w.gettext("Add stay"))
        self._announce(change)

    def cancel(self) -> bool:
        """Take a drag back and tell whether there was one."""
        going_on = self._drag is not None
        shown = self._change is not None
        self._let_go()
        if shown:
            self._session.preview(None)
        return going_on

    def _let_go(self) -> None:
        self._scroller.stop()
        self._drag = self._change = self._pressed = None
        self.update()

    def _hover(self, place: QPointF) -> None:
        found = self.hit(place)
        if self._space:
            self.setCursor(Qt.CursorShape.OpenHandCursor)
        elif found is None:
            self.setCursor(Qt.CursorShape.OpenHandCursor if place.y() < RULER else Qt.CursorShape.CrossCursor)
        else:
            body = found[1] is Part.BODY
            self.setCursor(Qt.CursorShape.SizeAllCursor if body else Qt.CursorShape.SizeHorCursor)
        below = place.y() > LANE + LANE_HEIGHT + TOUCH
        self._inspect(self.day_at(place.x()) if below else None)

    def _inspect(self, day: date | None) -> None:
        if day != self._inspected:
            self._inspected = day
            self._scene = None
            self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self._inspect(None)

    def wheelEvent(self, event: QWheelEvent) -> None:
        delta = event.pixelDelta() if not event.pixelDelta().isNull() else event.angleDelta() / 2
        sideways = abs(delta.x()) > abs(delta.y()) or event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if sideways:
            self.look_at(self._scale.panned(-(delta.x() or delta.y())))
        else:
            self.zoom(1.0025 ** _limited(delta).y(), event.position().x())
        event.accept()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QNativeGestureEvent):
            if event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture:
                self.zoom(1 + event.value(), event.position().x())
                return True
        elif event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            # Esc belongs to a drag before it belongs to anything else
            if event.key() == Qt.Key.Key_Escape and self._drag is not None:
                event.accept()
                return True
        return super().event(event)

    # The keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._key(event):
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._space = False
            self.unsetCursor()
        super().keyReleaseEvent(event)

    def focusOutEvent(self, event: QEvent) -> None:  # type: ignore[override]
        self._space = False
        self._edge = None
        self.update()

    def _key(self, event: QKeyEvent) -> bool:
        key, held = event.key(), event.modifiers()
        shift = bool(held & Qt.KeyboardModifier.ShiftModifier)
        if key == Qt.Key.Key_Escape:
            return self._escape()
        if key == Qt.Key.Key_Space:
            self._space = True
            return True
        if key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoom(1.25)
        elif key == Qt.Key.Key_Minus:
            self.zoom(0.8)
        elif key == Qt.Key.Key_0:
            self.show_all()
        elif shift and key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            by = self.width() * 0.9
            self.look_at(self._scale.panned(-by if key == Qt.Key.Key_PageUp else by))
        elif self._edge is None and not held & Qt.KeyboardModifier.AltModifier:
            return self._select_key(key)
        else:
            return self._nudge_key(key, shift)
        return True

    def _escape(self) -> bool:
        if self.cancel():
            return True
        had = self._edge is not None
        self._edge = None
        return had

    def _select_key(self, key: int) -> bool:
        session = self._session
        order = session.traveller.in_order()
        if not order:
            return False
        here = order.index(session.selection) if session.selection in order else None
        if key == Qt.Key.Key_Left:
            session.select(order[max(0, (here if here is not None else len(order)) - 1)])
        elif key == Qt.Key.Key_Right:
            session.select(order[min(len(order) - 1, (here if here is not None else -1) + 1)])
        elif key == Qt.Key.Key_Home:
            session.select(order[0])
        elif key == Qt.Key.Key_End:
            session.select(order[-1])
        elif key in (Qt.Key.Key_S, Qt.Key.Key_E) and here is not None:
            self._edge = Part.ENTRY if key == Qt.Key.Key_S else Part.EXIT
            w = session.w
            self._say(
                w.gettext("Entry chosen: arrows move it")
                if self._edge is Part.ENTRY
                else w.gettext("Exit chosen: arrows move it")
            )
            return True
        else:
            return False
        self._say_selected()
        return True

    def _nudge_key(self, key: int, shift: bool) -> bool:
        session = self._session
        steps = {
            Qt.Key.Key_Left: -7 if shift else -1,
            Qt.Key.Key_Right: 7 if shift else 1,
            Qt.Key.Key_PageUp: -30,
            Qt.Key.Key_PageDown: 30,
        }
        if key in (Qt.Key.Key_S, Qt.Key.Key_E):
            return self._select_key(key)
        if key not in steps or session.selection < 0:
            return False
        traveller, index, w = session.traveller, session.selection, session.w
        stay = traveller.stays[index]
        edge = self._edge
        if edge is None:
            change, text = gestures.moved(traveller, index, steps[key], session.on), w.gettext("Move stay")
        else:
            day = stay.entry if edge is Part.ENTRY else gestures.end_of(stay, session.on)
            change = gestures.resized(traveller, index, edge, day + timedelta(steps[key]), session.on)
            text = w.gettext("Change entry") if edge is Part.ENTRY else w.gettext("Change exit")
        session.change(change, text, merge=True)
        self._edge = edge
        self._announce(change)
        return True

    # What is said

    def _say_selected(self) -> None:
        a = self._session.assessment
        stay = a.stays[self._session.selection]
        w = self._session.w
        self._say(f"{answers.stay_label(w, stay)}: {answers.stay_status(w, a, stay)}")

    def _announce(self, change: Change) -> None:
        if change.blocked:
            self._session.told.emit(self._session.w.gettext("The stay stops at the neighbouring one."), False)
        if self._session.selection >= 0:
            self._say_selected()

    def _say(self, text: str) -> None:
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))
        self.setStatusTip(text)


def _limited(delta: QPoint) -> QPoint:
    """Keep one turn of a fast wheel from leaping over years."""
    return QPoint(delta.x(), max(-240, min(240, delta.y())))
