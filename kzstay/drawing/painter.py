"""Painter of a scene. Nothing is worked out here, so the window and the report show the same."""

from __future__ import annotations

import math

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen, QPolygonF

from kzstay.drawing.colours import Theme, mixed
from kzstay.drawing.flags import tone as flag_tone
from kzstay.drawing.letters import NORMAL, SMALL
from kzstay.drawing.shapes import (
    BRACKET,
    LANE,
    LANE_HEIGHT,
    NARROW,
    NARROWEST_BAR,
    OPENING,
    OPENING_HEIGHT,
    PERMIT,
    PERMIT_HEIGHT,
    PILL,
    PILL_HEIGHT,
    RULER,
    Bar,
    Bracket,
    Curve,
    Flag,
    Ghost,
    Label,
    Rest,
    Scene,
    Strip,
)
from kzstay.drawing.strokes import Line, fill_under

ROUND, ARROW = 5.0, 4.0
BUBBLE = 46.0  # pixels of height
_FLAGS = {
    "start": Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter,
    "middle": Qt.AlignmentFlag.AlignCenter,
    "end": Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter,
}


def paint(painter: QPainter, scene: Scene, theme: Theme, family: str) -> None:
    """Draw a scene at its own size."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    draw = _Drawing(painter, scene, theme, family)
    draw.ground()
    draw.grid()
    if scene.curve:
        draw.curve(scene.curve)
    if scene.bracket:
        draw.bracket(scene.bracket)
    for strip in scene.permits:
        draw.permit(strip)
    for rest in [*scene.open, *([scene.left] if scene.left else [])]:
        draw.rest(rest)
    for bar in scene.bars:
        draw.bar(bar)
    if scene.ghost:
        draw.ghost(scene.ghost)
    for flag in scene.flags:
        draw.flag(flag)
    draw.today()
    for label in scene.labels:
        draw.label(label)


def paint_pill(painter: QPainter, scene: Scene, theme: Theme, family: str) -> None:
    """Draw the day of reckoning on its pill once more, over what was drawn since."""
    _Drawing(painter, scene, theme, family).pill()


def paint_bubble(
    painter: QPainter,
    lines: tuple[str, str],
    x: float,
    width: float,
    theme: Theme,
    family: str,
    height: float = math.inf,
) -> None:
    """Draw two lines as near to a place as the size allows: under the lane, or over it."""
    font = _font(family, NORMAL)
    metrics = QFontMetricsF(font)
    wide = max(metrics.horizontalAdvance(line) for line in lines) + 24
    middle = min(max(x, wide / 2 + 6), width - wide / 2 - 6)
    below, above = LANE + LANE_HEIGHT + 12, LANE - 6 - BUBBLE
    box = QRectF(middle - wide / 2, below if below + BUBBLE <= height else above, wide, BUBBLE)
    painter.setPen(QPen(QColor(theme.border), 1))
    painter.setBrush(QColor(theme.today))
    painter.drawRoundedRect(box, 6, 6)
    painter.setFont(font)
    painter.setPen(QColor(theme.on_today))
    painter.drawText(box.adjusted(12, 5, -12, -23), Qt.AlignmentFlag.AlignVCenter, lines[0])
    painter.drawText(box.adjusted(12, 23, -12, -5), Qt.AlignmentFlag.AlignVCenter, lines[1])


class _Drawing:
    def __init__(self, painter: QPainter, scene: Scene, theme: Theme, family: str) -> None:
        self.painter = painter
        self.scene = scene
        self.theme = theme
        self.fonts = {(size, False): _font(family, size) for size in (SMALL, NORMAL)}
        self.fonts[NORMAL, True] = _font(family, NORMAL, QFont.Weight.DemiBold)
        past = {"within": theme.within, "close": theme.close, "planned": theme.planned, "unknown": theme.planned}
        self.bars = {(state, planned): QColor(name) for state, name in past.items() for planned in (False, True)}
        self.bars |= {("over", False): QColor(theme.within), ("over", True): QColor(theme.over)}
        self.colours = {
            "text": QColor(theme.text),
            "muted": QColor(theme.muted),
            "within": QColor(theme.within),
            "close": QColor(theme.close),
            "over": QColor(theme.over),
            "on_bar": QColor(theme.on_bar),
            "card": QColor(theme.card),
        }

    # Ground and ruler

    def ground(self) -> None:
        scene = self.scene
        if scene.bracket:
            tint = QRectF(scene.bracket.x, RULER, scene.bracket.width, scene.height - RULER)
            self.painter.fillRect(tint, QColor(self.theme.tint))
        shade = QColor(self.theme.shade)
        inside = QColor(self.theme.shade)
        if scene.bracket:
            inside = QColor(self.theme.shade_in_window)
        for x, width in scene.ruler.free:
            for left, right, colour in _cut(x, x + width, scene.bracket, shade, inside):
                self.painter.fillRect(QRectF(left, RULER, right - left, scene.height - RULER), colour)

    def grid(self) -> None:
        self.painter.setPen(QPen(QColor(self.theme.grid), 1))
        for tick in self.scene.ruler.ticks:
            if not tick.minor and tick.x > 0:
                self.painter.drawLine(QLineF(tick.x, RULER, tick.x, self.scene.height))

    def today(self) -> None:
        painter, theme = self.painter, self.theme
        painter.setPen(QPen(QColor(theme.today), 2))
        for top, bottom in self.scene.now:
            painter.drawLine(QLineF(self.scene.today_x, top, self.scene.today_x, bottom))
        self.pill()

    def pill(self) -> None:
        painter, theme, label = self.painter, self.theme, self.scene.today
        pill = QRectF(label.x, PILL, label.width, PILL_HEIGHT)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.today))
        painter.drawRoundedRect(pill, PILL_HEIGHT / 2, PILL_HEIGHT / 2)
        painter.setFont(self.fonts[SMALL, False])
        painter.setPen(QColor(theme.on_today))
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, label.text)

    def bracket(self, bracket: Bracket) -> None:
        painter, label = self.painter, bracket.label
        painter.setPen(QPen(QColor(self.theme.within), 1.5))
        left, right = bracket.x, bracket.x + bracket.width
        inside = label is not None and left < label.x < right
        gap = (label.x, label.right) if label and inside else (right, right)
        painter.drawLine(QLineF(left, BRACKET, gap[0], BRACKET))
        painter.drawLine(QLineF(gap[1], BRACKET, right, BRACKET))
        for x in (left, right):
            painter.drawLine(QLineF(x, BRACKET, x, BRACKET + 10))

    # Stays

    def bar(self, bar: Bar) -> None:
        painter, theme = self.painter, self.theme
        place = QRectF(bar.x, LANE, bar.width, LANE_HEIGHT)
        colour = self.bars[bar.state, bar.planned]
        if bar.width <= NARROWEST_BAR and bar.index != self.scene.selected:
            # Nothing more could be told on it, and there may be a thousand of them
            painter.fillRect(place, self.colours["over"] if bar.state == "over" else colour)
            return
        hollow = bar.hollow and bar.width > NARROW
        painter.setPen(QPen(colour, 1.6, Qt.PenStyle.DashLine) if hollow else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.card) if hollow else colour)
        inner = place.adjusted(0.8, 0.8, -0.8, -0.8) if hollow else place
        painter.drawRoundedRect(inner, ROUND, ROUND)
        if bar.state == "close":
            self.hatch(place, QColor(theme.on_bar), Qt.BrushStyle.BDiagPattern)
        for left, right, planned in bar.over:
            self.over(QRectF(left, LANE, right - left, LANE_HEIGHT), planned=planned)
        if bar.index == self.scene.selected:
            painter.setPen(QPen(QColor(theme.text), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(place.adjusted(-2.5, -2.5, 2.5, 2.5), ROUND + 2, ROUND + 2)
        self.arrows(bar, theme.planned if hollow else theme.on_bar)

    def arrows(self, bar: Bar, colour: str) -> None:
        """Show that a stay goes on beyond the edge."""
        begun, ends = bar.cut(self.scene.width)
        if not begun and not ends:
            return
        self.painter.setPen(QPen(QColor(colour), 2))
        middle = LANE + LANE_HEIGHT / 2
        for seen, x, step in ((begun, ARROW, 5.0), (ends, self.scene.width - ARROW, -5.0)):
            if seen:
                points = [QPointF(x + step, middle - 6), QPointF(x, middle), QPointF(x + step, middle + 6)]
                self.painter.drawPolyline(QPolygonF(points))

    def over(self, part: QRectF, *, planned: bool) -> None:
        """Mark days over the limit: filled, cross-hatched and outlined; a plan is none of the three."""
        painter, theme = self.painter, self.theme
        colour = QColor(theme.over)
        painter.setPen(QPen(colour, 1.6, Qt.PenStyle.DashLine) if planned else QPen(colour, 2))
        painter.setBrush(QColor(theme.card if planned else mixed(theme.over, theme.card, 0.72)))
        inner = part.adjusted(0.8, 0.8, -0.8, -0.8) if planned and part.width() > NARROW else part
        painter.drawRoundedRect(inner, ROUND, ROUND)
        pattern = Qt.BrushStyle.FDiagPattern if planned else Qt.BrushStyle.DiagCrossPattern
        self.hatch(inner, colour, pattern)

    def hatch(self, place: QRectF, colour: QColor, pattern: Qt.BrushStyle) -> None:
        path = QPainterPath()
        path.addRoundedRect(place, ROUND, ROUND)
        # A pattern has no smooth pixels itself, and with smooth edges takes Qt eight times as long
        self.painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        self.painter.fillPath(path, QBrush(colour, pattern))
        self.painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def rest(self, rest: Rest) -> None:
        place = QRectF(rest.x, LANE + 0.8, rest.width - 0.8, LANE_HEIGHT - 1.6)
        self.painter.setPen(QPen(QColor(self.theme.within), 1.6, Qt.PenStyle.DotLine))
        self.painter.setBrush(QColor(self.theme.card))
        self.painter.drawRoundedRect(place, ROUND, ROUND)

    def permit(self, strip: Strip) -> None:
        """Draw the days of a permit above the stays that it covers."""
        painter, theme = self.painter, self.theme
        left, right = max(strip.x, -4.0), min(strip.x + strip.width, self.scene.width + 4)
        place = QRectF(left, PERMIT, right - left, PERMIT_HEIGHT)
        painter.setPen(QPen(QColor(theme.accent), 1))
        painter.setBrush(QColor(theme.permit))
        painter.drawRoundedRect(place, 3, 3)

    def ghost(self, ghost: Ghost) -> None:
        """Draw a trip in mind over the stays, the days that it breaks, and where it would fit."""
        painter, theme = self.painter, self.theme
        for x, width in ghost.openings:
            band = QRectF(x, OPENING, width, OPENING_HEIGHT)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.within))
            painter.drawRoundedRect(band, 2, 2)
        colour = QColor(theme.accent if ghost.possible else theme.over)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if ghost.history > ghost.width:
            painter.setPen(QPen(QColor(theme.muted), 1.2, Qt.PenStyle.DotLine))
            painter.drawRoundedRect(QRectF(ghost.x, LANE + 8, ghost.history, LANE_HEIGHT - 16), ROUND, ROUND)
        if ghost.width:
            lane = QRectF(ghost.x, LANE + 1, ghost.width, LANE_HEIGHT - 2)
            painter.setPen(QPen(QColor(theme.accent), 1.6, Qt.PenStyle.DashLine))
            painter.setBrush(QColor(mixed(theme.accent, theme.card, 0.88)))
            painter.drawRoundedRect(lane, ROUND, ROUND)
        if ghost.trip is not None:
            place = QRectF(ghost.x, LANE + 5, ghost.trip, LANE_HEIGHT - 10)
            painter.setPen(QPen(colour, 2))
            painter.setBrush(QColor(mixed(colour.name(), theme.card, 0.7)))
            painter.drawRoundedRect(place, ROUND, ROUND)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(theme.over), 2.5))
        for x, width in ghost.breaks:
            painter.drawRoundedRect(QRectF(x, LANE, width, LANE_HEIGHT).adjusted(-3, -3, 3, 3), ROUND, ROUND)

    def flag(self, flag: Flag) -> None:
        painter, theme = self.painter, self.theme
        colour = self.colours[flag_tone(flag.state)]
        painter.setPen(QPen(colour, 1))
        painter.drawLine(QLineF(flag.x, flag.top, flag.x, flag.y))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        if flag.state == "unrecorded":
            # A ring: whether something was done is open
            painter.setPen(QPen(colour, 1.5))
            painter.setBrush(QColor(theme.card))
        if flag.state == "missed":
            painter.drawRect(QRectF(flag.x - 4, flag.y - 4, 8, 8))
        else:
            painter.drawEllipse(QPointF(flag.x, flag.y), 4, 4)

    # The curve

    def curve(self, curve: Curve) -> None:
        painter, theme = self.painter, self.theme
        painter.setBrush(QColor(theme.area))
        fill_under(painter, curve.points, curve.base)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(theme.over), 1.5, Qt.PenStyle.DotLine))
        painter.drawLine(QLineF(0, curve.limit_y, self.scene.width, curve.limit_y))
        pen = QPen(QColor(theme.within), 2)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        line = Line(painter, curve.points)
        line.draw(pen)
        # Above the limit the line says so by weight and colour
        painter.save()
        painter.setClipRect(QRectF(0, 0, self.scene.width, curve.limit_y - 0.5), Qt.ClipOperation.IntersectClip)
        line.draw(QPen(QColor(theme.over), 3))
        painter.restore()

    # Words

    def label(self, label: Label) -> None:
        painter = self.painter
        place = QRectF(label.x, label.y - 10, label.width, 20)
        if label.ground:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.colours[label.ground])
            painter.drawRoundedRect(place.adjusted(-3, 2, 3, -2), ROUND, ROUND)
        painter.setFont(self.fonts[label.size, label.strong])
        painter.setPen(self.colours[label.tone])
        painter.drawText(place, _FLAGS[label.align] | Qt.TextFlag.TextDontClip, label.text)


def _font(family: str, size: float, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    font = QFont(family)
    font.setPixelSize(round(size))
    font.setWeight(weight)
    return font


def _cut(
    left: float, right: float, bracket: Bracket | None, outside: QColor, inside: QColor
) -> list[tuple[float, float, QColor]]:
    """Split a day off where the window that is looked back on begins and ends."""
    if bracket is None:
        return [(left, right, outside)]
    first, last = bracket.x, bracket.x + bracket.width
    pieces = [
        (left, min(right, first), outside),
        (max(left, first), min(right, last), inside),
        (max(left, last), right, outside),
    ]
    return [piece for piece in pieces if piece[1] > piece[0]]
