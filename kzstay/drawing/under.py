"""What lies at a place of a scene: for who points at it, and for what is told of it."""

from __future__ import annotations

from typing import Literal

import msgspec

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
    RULER,
    Flag,
    Label,
    Scene,
)

Kind = Literal[
    "flag", "openings", "trip", "stay", "left", "open", "permit", "period", "reckoned", "limit", "day", "nothing"
]
NEAR_FLAG = 8.0  # about a sign and a stem
NEAR_LINE = 5.0
NEAR_BAR = 4.0  # beside a bar, which may be very narrow
LINE = 16.0  # the height of words


class Under(msgspec.Struct, frozen=True):
    """A part of the picture, and which of its kind where there are several."""

    kind: Kind
    number: int = -1


def under(scene: Scene, x: float, y: float) -> Under:
    """Return what is pointed at: signs and words before shapes, shapes before lines, lines before the day."""
    for number, flag in enumerate(scene.flags):
        if on_flag(flag, x, y):
            return Under("flag", number)
    found = _in_lane(scene, x, y) or _over_lane(scene, x, y)
    if found is None and scene.curve and abs(y - scene.curve.limit_y) <= NEAR_LINE:
        return Under("limit")
    if found is None:
        return Under("day") if y >= RULER else Under("nothing")
    return found


def on_flag(flag: Flag, x: float, y: float) -> bool:
    """Tell whether a place is on the stem, the sign or the words of a flag."""
    stem = abs(x - flag.x) <= NEAR_FLAG and flag.top <= y <= flag.y + NEAR_FLAG
    label = flag.label
    return stem or (label is not None and _on_words(label, x, y))


def _in_lane(scene: Scene, x: float, y: float) -> Under | None:
    ghost = scene.ghost
    if ghost and OPENING - 2 <= y <= OPENING + OPENING_HEIGHT + 2:
        for number, (left, width) in enumerate(ghost.openings):
            if left <= x <= left + width:
                return Under("openings", number)
    if not LANE <= y <= LANE + LANE_HEIGHT:
        return None
    if ghost and ghost.x <= x <= ghost.x + max(ghost.width, ghost.trip or 0.0):
        return Under("trip")
    near = [(max(bar.x - x, x - bar.x - bar.width, 0.0), bar.index) for bar in scene.bars]
    distance, index = min(near, default=(NEAR_BAR + 1, -1))
    if not distance:
        return Under("stay", index)
    if scene.left and scene.left.x <= x <= scene.left.x + scene.left.width:
        return Under("left", scene.left.stay)
    for rest in scene.open:
        if rest.x <= x <= rest.x + rest.width:
            return Under("open", rest.stay)
    return Under("stay", index) if distance <= NEAR_BAR else None


def _over_lane(scene: Scene, x: float, y: float) -> Under | None:
    bracket = scene.bracket
    if y <= PILL + PILL_HEIGHT:
        return Under("reckoned") if scene.today.x <= x <= scene.today.right else None
    if bracket and bracket.label and _on_words(bracket.label, x, y):
        return Under("period")
    if bracket and abs(y - BRACKET) <= NEAR_LINE and bracket.x <= x <= bracket.x + bracket.width:
        return Under("period")
    if PERMIT <= y <= PERMIT + PERMIT_HEIGHT:
        for strip in scene.permits:
            if strip.x <= x <= strip.x + strip.width:
                return Under("permit", strip.permit)
    return None


def _on_words(label: Label, x: float, y: float) -> bool:
    return label.x <= x <= label.right and abs(y - label.y) <= LINE / 2
