"""Legend: a small piece of the picture for each thing that is drawn, painted as the picture paints it."""

from __future__ import annotations

import msgspec
from msgspec.structs import replace
from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QPainter

from kzstay.drawing.colours import Theme
from kzstay.drawing.labels import today_label
from kzstay.drawing.painter import paint
from kzstay.drawing.shapes import (
    BRACKET,
    LANE,
    LANE_HEIGHT,
    OPENING,
    OPENING_HEIGHT,
    PERMIT,
    PERMIT_HEIGHT,
    PILL,
    PILL_HEIGHT,
    Bar,
    Bracket,
    Curve,
    Flag,
    Ghost,
    Rest,
    Ruler,
    Scene,
    Strip,
)
from kzstay.texts.timeline import Part

SIZE = QSizeF(76.0, 44.0)  # of a piece, in units of the picture
_LEFT, _WIDTH = 6.0, 64.0
_SCENE = Scene(
    width=SIZE.width(),
    height=260,
    ruler=Ruler([], [], [], []),
    bars=[],
    left=None,
    open=[],
    permits=[],
    ghost=None,
    today_x=-100,
    today=today_label("", -100, 0),
    now=[],
    bracket=None,
    curve=None,
    flags=[],
    labels=[],
    selected=-1,
)


class Piece(msgspec.Struct, frozen=True):
    """A part of a scene about a height."""

    scene: Scene
    middle: float


def piece(part: Part) -> Piece:
    """Return what stands for a part of the picture."""
    lane = LANE + LANE_HEIGHT / 2
    if part in _BARS:
        return Piece(replace(_SCENE, bars=[_BARS[part]]), lane)
    if part in _GHOSTS:
        middle = OPENING + OPENING_HEIGHT / 2 if part == "openings" else lane
        return Piece(replace(_SCENE, ghost=_GHOSTS[part]), middle)
    if part in _FLAGS:
        middle = LANE + LANE_HEIGHT + 14
        return Piece(replace(_SCENE, flags=[Flag(38, middle - 16, middle + 8, "", _FLAGS[part])]), middle)
    return _others()[part]


_BARS: dict[str, Bar] = {
    "within": Bar(0, _LEFT, _WIDTH, "within", ""),
    "close": Bar(0, _LEFT, _WIDTH, "close", ""),
    "over": Bar(0, _LEFT, _WIDTH, "over", "", over_x=_LEFT + 26),
    "planned": Bar(0, _LEFT, _WIDTH, "planned", "", planned=True),
    "planned-over": Bar(0, _LEFT, _WIDTH, "over", "", over_x=_LEFT + 26, planned=True, come_x=0),
}
_NO_TRIP = Ghost(x=_LEFT, width=0, history=0, trip=None, possible=True, label="", short="", breaks=[], openings=[])
_GHOSTS: dict[str, Ghost] = {
    "trip": replace(_NO_TRIP, width=_WIDTH, trip=_WIDTH - 18),
    "trip-impossible": replace(_NO_TRIP, trip=_WIDTH, possible=False),
    "history": replace(_NO_TRIP, history=_WIDTH),
    "breaks": replace(_NO_TRIP, breaks=[(_LEFT, _WIDTH)]),
    "openings": replace(_NO_TRIP, openings=[(_LEFT, _WIDTH)]),
}
_FLAGS = {"due": "open", "unrecorded": "unrecorded", "missed": "missed", "done": "done"}


def _others() -> dict[str, Piece]:
    left, right = _LEFT, _LEFT + _WIDTH
    curve = Curve([(left, 240), (left + 24, 222), (left + 44, 222), (right, 234)], 244, 200, 0, "")
    over = Curve([(left, 224), (left + 24, 206), (right, 206)], 244, 216, 0, "")
    rest, strip = Rest(left, _WIDTH, "", ""), Strip(left, _WIDTH, "")
    lane = LANE + LANE_HEIGHT / 2
    stripes = [(left, 14.0), (left + 26, 14.0), (left + 52, 14.0)]
    return {
        "left": Piece(replace(_SCENE, left=rest), lane),
        "permit": Piece(replace(_SCENE, permits=[strip]), PERMIT + PERMIT_HEIGHT / 2),
        "period": Piece(replace(_SCENE, bracket=Bracket(left, _WIDTH, ("",))), BRACKET + 12),
        "free": Piece(replace(_SCENE, ruler=Ruler([], stripes, [], [])), lane),
        "used": Piece(replace(_SCENE, curve=curve), 228),
        "limit": Piece(replace(_SCENE, curve=replace(curve, points=[(-50, 250), (-40, 250)])), curve.limit_y),
        "used-over": Piece(replace(_SCENE, curve=over), 222),
        "reckoned": Piece(
            replace(_SCENE, today_x=38, now=[(18.0, 60.0)], today=today_label("  ", 38, SIZE.width())),
            PILL + PILL_HEIGHT / 2 + 8,
        ),
    }


def paint_piece(painter: QPainter, part: Part, theme: Theme, family: str) -> None:
    """Draw what stands for a part at the origin, no larger than its size."""
    found = piece(part)
    painter.save()
    painter.setClipRect(QRectF(0, 0, SIZE.width(), SIZE.height()))
    painter.translate(0, SIZE.height() / 2 - found.middle)
    paint(painter, found.scene, theme, family)
    painter.restore()
