"""Painter of a scene. Nothing is worked out here, so the window and the report show the same."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen, QPolygonF

from kzstay.drawing.colours import Theme
from kzstay.drawing.scene import (
    BRACKET,
    LANE,
    LANE_HEIGHT,
    OPENING,
    OPENING_HEIGHT,
    PERMIT,
    PERMIT_HEIGHT,
    RULER,
    Bar,
    Bracket,
    Curve,
    Flag,
    Ghost,
    Scene,
    Strip,
)

TINY, SMALL, NORMAL = 10, 12, 13
ROUND = 5.0


def paint(painter: QPainter, scene: Scene, theme: Theme, family: str) -> None:
    """Draw a scene at its own size."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    draw = _Drawing(painter, scene, theme, family)
    draw.ground()
    draw.grid()
    if scene.curve:
        draw.curve(scene.curve)
    draw.ruler()
    if scene.bracket:
        draw.bracket(scene.bracket)
    for strip in scene.permits:
        draw.permit(strip)
    if scene.left:
        draw.left(scene.left)
    for bar in scene.bars:
        draw.bar(bar)
    if scene.ghost:
        draw.ghost(scene.ghost)
    for flag in scene.flags:
        draw.flag(flag)
    draw.today()


def paint_bubble(
    painter: QPainter, lines: tuple[str, str], x: float, width: float, theme: Theme, family: str
) -> None:
    """Draw two lines under the lane, as near to a place as the width allows."""
    font = _font(family, NORMAL)
    metrics = QFontMetricsF(font)
    wide = max(metrics.horizontalAdvance(line) for line in lines) + 24
    middle = min(max(x, wide / 2 + 6), width - wide / 2 - 6)
    box = QRectF(middle - wide / 2, LANE + LANE_HEIGHT + 12, wide, 46)
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
        self.fonts = {size: _font(family, size) for size in (TINY, SMALL, NORMAL)}
        self.bold = _font(family, NORMAL, QFont.Weight.DemiBold)

    # Ground and ruler

    def ground(self) -> None:
        scene = self.scene
        if scene.bracket:
            tint = QRectF(scene.bracket.x, RULER, scene.bracket.width, scene.height - RULER)
            self.painter.fillRect(tint, QColor(self.theme.tint))
        shade = QColor(self.theme.shade)
        inside = QColor(self.theme.shade)
        if scene.bracket:
            inside = _mixed(self.theme.tint, self.theme.text, 0.04)
        for x, width in scene.ruler.free:
            for left, right, colour in _cut(x, x + width, scene.bracket, shade, inside):
                self.painter.fillRect(QRectF(left, RULER, right - left, scene.height - RULER), colour)

    def grid(self) -> None:
        self.painter.setPen(QPen(QColor(self.theme.line), 1))
        for tick in self.scene.ruler.ticks:
            if not tick.minor and tick.x > 0:
                self.painter.drawLine(QLineF(tick.x, RULER, tick.x, self.scene.height))

    def ruler(self) -> None:
        theme = self.theme
        rows = [[tick for tick in self.scene.ruler.ticks if tick.minor is minor] for minor in (False, True)]
        base = 24.0 if rows[1] else 33.0
        pill = self.pill()
        for number, tick in enumerate(rows[0]):
            font = self.bold if tick.strong else self.fonts[NORMAL]
            follows = rows[0][number + 1].x if number + 1 < len(rows[0]) else self.scene.width + 8
            width = QFontMetricsF(font).horizontalAdvance(tick.label)
            # A month that began off the screen keeps its name in sight as long as there is room; none is cut
            x = min(max(8.0, tick.x + 8), follows - width - 8)
            if x < 0 or (x < tick.x and tick.x > 0) or (x < pill.right() + 4 and x + width > pill.left() - 4):
                continue
            self.text(QPointF(x, base), tick.label, theme.text if tick.strong else theme.muted, font)
        for tick in rows[1]:
            self.text(QPointF(tick.x + 3, RULER - 3), tick.label, theme.muted, self.fonts[SMALL])

    def today(self) -> None:
        painter, theme, x = self.painter, self.theme, self.scene.today_x
        painter.setPen(QPen(QColor(theme.today), 2))
        painter.drawLine(QLineF(x, 34, x, self.scene.height))
        pill = self.pill()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.today))
        painter.drawRoundedRect(pill, 10, 10)
        self.centred(pill, self.scene.today, theme.on_today, self.fonts[SMALL])

    def pill(self) -> QRectF:
        """Return where today is named; no month is named there."""
        width = QFontMetricsF(self.fonts[SMALL]).horizontalAdvance(self.scene.today) + 20
        return QRectF(self.scene.today_x - width / 2, 18, width, 20)

    def bracket(self, bracket: Bracket) -> None:
        painter = self.painter
        painter.setPen(QPen(QColor(self.theme.within), 1.5))
        left, right = bracket.x, bracket.x + bracket.width
        metrics = QFontMetricsF(self.fonts[SMALL])
        width = metrics.horizontalAdvance(bracket.text) + 12
        seen = max(left, 0.0), min(right, self.scene.width)
        middle = (seen[0] + seen[1]) / 2
        fits = seen[1] - seen[0] > width + 16
        gap = (middle - width / 2, middle + width / 2) if fits else (right, right)
        painter.drawLine(QLineF(left, BRACKET, gap[0], BRACKET))
        painter.drawLine(QLineF(gap[1], BRACKET, right, BRACKET))
        for x in (left, right):
            painter.drawLine(QLineF(x, BRACKET, x, BRACKET + 10))
        if fits:
            box = QRectF(gap[0], BRACKET - 9, width, 18)
            self.centred(box, bracket.text, self.theme.within, self.fonts[SMALL])

    # Stays

    def bar(self, bar: Bar) -> None:
        painter, theme = self.painter, self.theme
        place = QRectF(bar.x, LANE, bar.width, LANE_HEIGHT)
        colour = QColor(
            {
                "within": theme.within,
                "close": theme.close,
                "over": theme.over if bar.planned else theme.within,
                "planned": theme.planned,
                "unknown": theme.planned,
            }[bar.state]
        )
        hollow = bar.planned or bar.state == "unknown"
        painter.setPen(QPen(colour, 1.6, Qt.PenStyle.DashLine) if hollow else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.card) if hollow else colour)
        inner = place.adjusted(0.8, 0.8, -0.8, -0.8) if hollow and bar.width > 4 else place
        painter.drawRoundedRect(inner, ROUND, ROUND)
        if bar.state == "close":
            self.hatch(place, QColor(theme.on_bar), Qt.BrushStyle.BDiagPattern)
        if bar.over_x is not None:
            self.over(place, max(bar.over_x, bar.x))
        if bar.index == self.scene.selected:
            painter.setPen(QPen(QColor(theme.text), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(place.adjusted(-2.5, -2.5, 2.5, 2.5), ROUND + 2, ROUND + 2)
        text = theme.over if bar.planned and bar.state == "over" else theme.text if hollow else theme.on_bar
        within = QRectF(place)
        if bar.over_x is not None:
            within.setRight(max(bar.over_x, bar.x))
        width = QFontMetricsF(self.bold).horizontalAdvance(bar.label) + 6
        if width < within.width():
            if bar.state == "close":
                # The hatching leaves the number alone
                ground = QRectF(0, 0, width + 4, 20)
                ground.moveCenter(within.center())
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(colour)
                painter.drawRoundedRect(ground, ROUND, ROUND)
            self.centred(within, bar.label, text, self.fonts[NORMAL] if hollow else self.bold)

    def over(self, place: QRectF, x: float) -> None:
        """Mark the part of a stay that is over the limit: filled, cross-hatched and outlined."""
        painter, theme = self.painter, self.theme
        part = QRectF(x, place.top(), place.right() - x, place.height())
        painter.setPen(QPen(QColor(theme.over), 2))
        painter.setBrush(_mixed(theme.over, theme.card, 0.72))
        painter.drawRoundedRect(part, ROUND, ROUND)
        self.hatch(part, QColor(theme.over), Qt.BrushStyle.DiagCrossPattern)

    def hatch(self, place: QRectF, colour: QColor, pattern: Qt.BrushStyle) -> None:
        path = QPainterPath()
        path.addRoundedRect(place, ROUND, ROUND)
        self.painter.fillPath(path, QBrush(colour, pattern))

    def left(self, bar: Bar) -> None:
        place = QRectF(bar.x, LANE + 0.8, bar.width - 0.8, LANE_HEIGHT - 1.6)
        self.painter.setPen(QPen(QColor(self.theme.within), 1.6, Qt.PenStyle.DotLine))
        self.painter.setBrush(QColor(self.theme.card))
        self.painter.drawRoundedRect(place, ROUND, ROUND)
        if QFontMetricsF(self.fonts[NORMAL]).horizontalAdvance(bar.label) + 4 < place.width():
            self.centred(place, bar.label, self.theme.within, self.fonts[NORMAL])

    def permit(self, strip: Strip) -> None:
        """Draw the days of a permit above the stays that it covers."""
        painter, theme = self.painter, self.theme
        left, right = max(strip.x, -4.0), min(strip.x + strip.width, self.scene.width + 4)
        place = QRectF(left, PERMIT, right - left, PERMIT_HEIGHT)
        painter.setPen(QPen(QColor(theme.accent), 1))
        painter.setBrush(_mixed(theme.accent, theme.card, 0.82))
        painter.drawRoundedRect(place, 3, 3)
        if QFontMetricsF(self.fonts[TINY]).horizontalAdvance(strip.label) + 8 < place.width():
            self.centred(place, strip.label, theme.text, self.fonts[TINY])

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
            painter.setBrush(_mixed(theme.accent, theme.card, 0.88))
            painter.drawRoundedRect(lane, ROUND, ROUND)
        width = ghost.width
        if ghost.trip is not None:
            width = ghost.trip
            place = QRectF(ghost.x, LANE + 5, width, LANE_HEIGHT - 10)
            painter.setPen(QPen(colour, 2))
            painter.setBrush(_mixed(colour.name(), theme.card, 0.7))
            painter.drawRoundedRect(place, ROUND, ROUND)
        box = QRectF(ghost.x, LANE, width, LANE_HEIGHT)
        if QFontMetricsF(self.fonts[NORMAL]).horizontalAdvance(ghost.label) + 6 < width:
            self.centred(box, ghost.label, theme.text, self.fonts[NORMAL])
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(theme.over), 2.5))
        for x, width in ghost.breaks:
            painter.drawRoundedRect(QRectF(x, LANE, width, LANE_HEIGHT).adjusted(-3, -3, 3, 3), ROUND, ROUND)

    def flag(self, flag: Flag) -> None:
        painter, theme = self.painter, self.theme
        colours = {"open": theme.close, "unrecorded": theme.close, "missed": theme.over}
        colour = colours.get(flag.state, theme.muted)
        painter.setPen(QPen(QColor(colour), 1))
        painter.drawLine(QLineF(flag.x, flag.top, flag.x, flag.y))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colour))
        if flag.state == "unrecorded":
            # A ring: whether something was done is open
            painter.setPen(QPen(QColor(colour), 1.5))
            painter.setBrush(QColor(theme.card))
        if flag.state == "missed":
            painter.drawRect(QRectF(flag.x - 4, flag.y - 4, 8, 8))
        else:
            painter.drawEllipse(QPointF(flag.x, flag.y), 4, 4)
        metrics = QFontMetricsF(self.fonts[SMALL])
        width = metrics.horizontalAdvance(flag.text)
        x = flag.x - 8 - width if flag.before else flag.x + 8
        self.text(QPointF(x, flag.y + 4), flag.text, colour, self.fonts[SMALL])

    # The curve

    def curve(self, curve: Curve) -> None:
        painter, theme = self.painter, self.theme
        line = QPolygonF([QPointF(x, y) for x, y in curve.points])
        area = QPolygonF(line)
        area.append(QPointF(curve.points[-1][0], curve.base))
        area.append(QPointF(curve.points[0][0], curve.base))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.area))
        painter.drawPolygon(area)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(theme.over), 1.5, Qt.PenStyle.DotLine))
        painter.drawLine(QLineF(0, curve.limit_y, self.scene.width, curve.limit_y))
        self.text(QPointF(8, curve.limit_y - 6), curve.label, theme.over, self.fonts[SMALL])
        pen = QPen(QColor(theme.within), 2)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.drawPolyline(line)
        # Above the limit the line says so by weight and colour
        painter.save()
        painter.setClipRect(QRectF(0, 0, self.scene.width, curve.limit_y - 0.5), Qt.ClipOperation.IntersectClip)
        painter.setPen(QPen(QColor(theme.over), 3))
        painter.drawPolyline(line)
        painter.restore()

    # Words

    def text(self, at: QPointF, text: str, colour: str, font: QFont) -> None:
        self.painter.setFont(font)
        self.painter.setPen(QColor(colour))
        self.painter.drawText(at, text)

    def centred(self, place: QRectF, text: str, colour: str, font: QFont) -> None:
        self.painter.setFont(font)
        self.painter.setPen(QColor(colour))
        self.painter.drawText(place, Qt.AlignmentFlag.AlignCenter, text)


def _font(family: str, size: int, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    font = QFont(family)
    font.setPixelSize(size)
    font.setWeight(weight)
    return font


def _mixed(colour: str, other: str, share: float) -> QColor:
    one, two = QColor(colour), QColor(other)
    return QColor.fromRgbF(
        one.redF() * (1 - share) + two.redF() * share,
        one.greenF() * (1 - share) + two.greenF() * share,
        one.blueF() * (1 - share) + two.blueF() * share,
    )


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
