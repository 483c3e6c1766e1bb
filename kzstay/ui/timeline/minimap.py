"""The overview strip: all stays, and a frame round the days that the timeline shows."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QEvent, QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QWidget

from kzstay.drawing.colours import LIGHT, Theme
from kzstay.drawing.scale import Scale
from kzstay.guard import guarded
from kzstay.ui.timeline.magnified import Magnified
from kzstay.ui.timeline.widget import WHEEL, Timeline
from kzstay.ui.widgets.theme import scaled

HEIGHT = 50
LANE, LANE_HEIGHT = 10.0, 10.0
MARGIN = timedelta(60)
BACK, AHEAD = timedelta(730), timedelta(180)


@guarded
class Minimap(Magnified):
    """The whole history in a strip; dragging the frame moves the timeline."""

    def __init__(self, timeline: Timeline, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._timeline = timeline
        self._theme: Theme = LIGHT
        self._grabbed: float | None = None
        self._held: Scale | None = None
        self.setObjectName("minimap")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setFixedHeight(scaled(HEIGHT))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        session = timeline.session()
        timeline.scale_changed.connect(self.update)
        session.changed.connect(self.update)
        session.previewed.connect(self.update)
        session.view.retranslated.connect(self._translate)
        self._translate()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(900, HEIGHT)

    def _translate(self) -> None:
        self.setAccessibleName(self._timeline.session().view.w.gettext("Overview of all stays"))

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
        past, planned = self._places(scale)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.within))
        for place in past:
            painter.drawRoundedRect(place, 2, 2)
        painter.setPen(QPen(QColor(theme.planned), 1, Qt.PenStyle.DashLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for place in planned:
            painter.drawRoundedRect(place, 2, 2)
        painter.setPen(QPen(QColor(theme.accent if self.hasFocus() else theme.text), 1.6))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(self.frame(), 6, 6)

    def _places(self, scale: Scale) -> tuple[list[QRectF], list[QRectF]]:
        """Return where the stays are, the planned ones apart; what falls on the same pixels is drawn once."""
        session = self._timeline.session()
        runs: tuple[list[list[float]], list[list[float]]] = ([], [])
        today, start, per_day = session.view.on.toordinal(), scale.start, scale.per_day
        for first, last in session.pair.usual.history.ordinals:
            left, right = (first - start) * per_day, (last + 1 - start) * per_day
            found = runs[first > today]
            if found and 0 <= left - found[-1][1] < 1:
                found[-1][1] = right
            else:
                found.append([left, right])
        past, planned = (
            [QRectF(left, LANE, max(2.0, right - left), LANE_HEIGHT) for left, right in found] for found in runs
        )
        return past, planned

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
