"""The overview strip: all stays, and a frame round the days that the timeline shows."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Literal, NamedTuple

from PySide6.QtCore import QEvent, QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFont,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from kzstay.core.assess import Assessment
from kzstay.core.case import Number
from kzstay.drawing.colours import LIGHT, Theme
from kzstay.drawing.scale import Scale
from kzstay.guard import guarded
from kzstay.texts import answers
from kzstay.ui.timeline.focus import paint_ring
from kzstay.ui.timeline.magnified import Magnified
from kzstay.ui.timeline.widget import Timeline
from kzstay.ui.timeline.zooming import WHEEL
from kzstay.ui.widgets.announce import describe
from kzstay.ui.widgets.theme import scaled

HEIGHT = 50
LANE, LANE_HEIGHT = 10.0, 10.0
Kind = Literal["within", "planned", "over", "planned-over"]
HIGHER: dict[Kind, float] = {"within": 0.0, "planned": 0.0, "over": 3.0, "planned-over": 3.0}
MARGIN = timedelta(60)
BACK, AHEAD = timedelta(730), timedelta(180)


class Part(NamedTuple):
    """Days of a stay, as ordinals."""

    stay: Number
    kind: Kind
    first: int
    last: int


@guarded
class Minimap(Magnified):
    """The whole history in a strip; dragging the frame moves the timeline."""

    def __init__(self, timeline: Timeline, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._timeline = timeline
        self._theme: Theme = LIGHT
        self._grabbed: float | None = None
        self._held: Scale | None = None
        self._known: list[Part] | None = None
        self.setObjectName("minimap")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setFixedHeight(scaled(HEIGHT))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        session = timeline.session()
        timeline.scale_changed.connect(self._on_scale)
        session.changed.connect(self._forget)
        session.previewed.connect(self.update)
        session.view.retranslated.connect(self._translate)
        self._translate()

    def _forget(self) -> None:
        self._known = None
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(900, HEIGHT)

    def _translate(self) -> None:
        self.setAccessibleName(self._timeline.session().view.w.gettext("Overview of all stays"))
        self._describe()

    def _describe(self) -> None:
        """Tell which days the frame is round."""
        w, shown = self._timeline.session().view.w, self._timeline.scale
        describe(self, answers.span_label(w, shown.first, shown.last))

    def _on_scale(self) -> None:
        self.update()
        if self.hasFocus():
            self._describe()

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._describe()
        super().focusInEvent(event)

    @property
    def share(self) -> float:
        """Return where in the strip the middle of the frame is, from 0 to 100."""
        return round(100 * self.frame().center().x() / max(1, self.width()), 1)

    def go_to(self, share: float) -> None:
        """Show the days in a place of the strip, from 0 to 100."""
        self._centre_on(share / 100 * self.width())

    def scale(self) -> Scale:
        """Return the days of the strip: three years at least, every stay, and what the timeline shows."""
        if self._held is not None:
            return self._held
        session = self._timeline.session()
        shown = self._timeline.scale
        days = session.pair.usual.history.ordinals
        firsts = [session.view.on - BACK, shown.first, *(date.fromordinal(min(days)[0]) for _ in days[:1])]
        lasts = [session.view.on + AHEAD, shown.last, *(date.fromordinal(max(days)[1]) for _ in days[:1])]
        return Scale.showing(min(firsts) - MARGIN, max(lasts) + MARGIN, self.width())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = self.painter()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, scale = self._theme, self.scale()
        self._paint_years(painter, scale)
        for kind, places in self.places(scale).items():
            self._paint_stays(painter, kind, places)
        painter.setPen(QPen(QColor(theme.text), 1.6))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(self.frame(), 6, 6)
        if self.hasFocus():
            paint_ring(painter, self, theme)

    def _paint_stays(self, painter: QPainter, kind: Kind, places: list[QRectF]) -> None:
        """Draw days as they are drawn in the timeline; those over the limit stand out by their height too."""
        colour = QColor(getattr(self._theme, {"planned-over": "over"}.get(kind, kind)))
        if kind.startswith("planned"):
            painter.setPen(QPen(colour, 1, Qt.PenStyle.DashLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
        else:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour)
        for place in places:
            painter.drawRoundedRect(place, 2, 2)

    def places(self, scale: Scale) -> dict[Kind, list[QRectF]]:
        """Return where days of each kind are; what falls on the same pixels is drawn once."""
        runs: dict[Kind, list[list[float]]] = {"within": [], "planned": [], "over": [], "planned-over": []}
        start, per_day = scale.start, scale.per_day
        for part in self._parts():
            left, right = (part.first - start) * per_day, (part.last + 1 - start) * per_day
            found = runs[part.kind]
            if found and 0 <= left - found[-1][1] < 1:
                found[-1][1] = right
            else:
                found.append([left, right])
        return {
            kind: [
                QRectF(left, LANE - HIGHER[kind], max(2.0, right - left), LANE_HEIGHT + 2 * HIGHER[kind])
                for left, right in found
            ]
            for kind, found in runs.items()
        }

    def _parts(self) -> list[Part]:
        """List the days of all stays; while one is dragged the others are taken as they were before."""
        session, change = self._timeline.session(), self._timeline.pointer.change
        a = session.assessment
        if self._known is None or (session.previewing and change is None):
            self._known = [part for index in range(len(a.traveller.stays)) for part in _parts(a, index)]
        if change is None:
            return self._known
        others = [part for part in self._known if part.stay != change.about]
        return [*others, *_parts(a, change.index)]

    def frame(self) -> QRectF:
        """Return where the frame round the shown days is."""
        scale, shown = self.scale(), self._timeline.scale
        left = scale.x_at(shown.ordinal_at(0))
        right = scale.x_at(shown.ordinal_at(shown.width))
        return QRectF(left, 3, max(12.0, right - left), LANE + LANE_HEIGHT + 4).intersected(
            QRectF(1, 0, self.width() - 2, HEIGHT)
        )

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        self.setFixedHeight(scaled(HEIGHT))

    def _paint_years(self, painter: QPainter, scale: Scale) -> None:
        font = QFont(self.font())
        font.setPixelSize(11)
        painter.setFont(font)
        step = 1 if scale.per_day * 365 > 40 else 5
        for year in range(scale.first.year, scale.last.year + 1):
            if year % step:
                continue
            x = scale.x_of(date(year, 1, 1))
            painter.setPen(QPen(QColor(self._theme.line), 1))
            painter.drawLine(QLineF(x, 4, x, HEIGHT - 8))
            painter.setPen(QColor(self._theme.muted))
            painter.drawText(QPointF(x + 4, HEIGHT - 8), str(year))

    def _centre_on(self, x: float) -> None:
        shown = self._timeline.scale
        middle = self.scale().ordinal_at(x)
        days = shown.width / shown.per_day
        self._timeline.look_at(shown.panned((middle - days / 2 - shown.start) * shown.per_day))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        x = event.position().x()
        frame = self.frame()
        # The strip stands still while the frame is dragged, though the frame may leave it
        self._held = self.scale()
        if not frame.contains(event.position()):
            self._centre_on(x)
            frame = self.frame()
        self._grabbed = x - frame.center().x()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._grabbed is not None:
            self._centre_on(event.position().x() - self._grabbed)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._grabbed = self._held = None
        self.update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        self._timeline.zoom(WHEEL ** (event.angleDelta().y() / 2))
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        by = {Qt.Key.Key_Left: -0.2, Qt.Key.Key_Right: 0.2}.get(Qt.Key(event.key()))
        if by is None:
            super().keyPressEvent(event)
        else:
            shown = self._timeline.scale
            self._timeline.look_at(shown.panned(by * shown.width))


def _parts(a: Assessment, index: int) -> Iterator[Part]:
    """Yield the days of a stay, those over the limit apart."""
    reckoning = a.reckoning
    stay, verdict, last = a.traveller.stays[index], reckoning.verdict(index), reckoning.end(index).toordinal()
    first, until = stay.entry.toordinal(), last
    planned = stay.entry > a.on
    if verdict.overstay_days:
        until = min(last, verdict.lawful_until.toordinal() if verdict.lawful_until else first - 1)
    if until >= first:
        yield Part(stay.key.number, "planned" if planned else "within", first, until)
    come = min(last, max(until, a.on.toordinal()))  # what is over the limit on days to come has not happened
    if until < come and not planned:
        yield Part(stay.key.number, "over", until + 1, come)
    if (begin := until if planned else come) < last:
        yield Part(stay.key.number, "planned-over", begin + 1, last)
