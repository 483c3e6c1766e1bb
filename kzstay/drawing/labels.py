"""Labels of the timeline: what is written on its shapes, and where; and today's line between all the words."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from kzstay.drawing.letters import NORMAL, SMALL, wide
from kzstay.drawing.shapes import (
    ARROW,
    BRACKET,
    LANE,
    LANE_HEIGHT,
    PERMIT,
    PERMIT_HEIGHT,
    PILL,
    PILL_HEIGHT,
    Bar,
    Curve,
    Ghost,
    Label,
    Rest,
    Strip,
    Tone,
)
from kzstay.texts import Words

MIDDLE = LANE + LANE_HEIGHT / 2
OVER_LANE = PERMIT + PERMIT_HEIGHT / 2
_ON_SHAPE = 2.0  # between the edge of a shape, or today's line, and the words on it
_BESIDE, _EDGE = 8.0, 2.0
_AIR = 2.0  # between today's line and words that interrupt it
_INWARDS = 0.2, 0.4, 0.6, 0.8  # of the width: where the words of the limit are tried after its ends
_LEAST = wide("1", NORMAL) + 2 * _ON_SHAPE  # on less there is room for no word
_FROM_LIMIT = 10.0  # between the line of the limit and the middle of its words


def today_label(text: str, today_x: float, width: float) -> Label:
    """Return the words of the day of reckoning on their pill, whole as long as the day is in sight."""
    room = wide(text, SMALL) + 16
    x = today_x - room / 2
    if 0 <= today_x <= width:
        x = max(_EDGE, min(x, width - _EDGE - room))
    return Label(text, x, PILL + PILL_HEIGHT / 2, room, align="middle")


def now(labels: Iterable[Label], today_x: float, height: float) -> list[tuple[float, float]]:
    """Return the pieces of today's line: it stops for words that had no other place."""
    gaps = [
        (label.top - _AIR, label.bottom + _AIR)
        for label in labels
        if label.x - _AIR < today_x < label.right + _AIR
    ]
    pieces: list[tuple[float, float]] = []
    top = PILL + PILL_HEIGHT
    for upper, lower in sorted(gaps):
        if upper > top:
            pieces.append((top, upper))
        top = max(top, lower)
    return [*pieces, (top, height)] if top < height else pieces


def of_bar(bar: Bar, width: float, today_x: float, w: Words) -> Label | None:
    """Write the days of a stay on it; of one that goes on beyond the edge, that they are all of them."""
    if bar.width < _LEAST:
        return None
    left, right = bar.x, bar.x + bar.width
    from_, to = max(left, 0.0), min(right, width)
    begun, goes_on = bar.cut(width)
    if begun:
        from_ += ARROW
    if goes_on:
        to -= ARROW
    texts = [bar.label]
    if bar.planned:
        texts.insert(0, w.gettext("{n} planned").format(n=bar.label))
    if begun or goes_on:
        texts.insert(0, w.gettext("{n} in all").format(n=bar.label))
    over_x = right if bar.over_x is None else max(bar.over_x, left)
    tone: Tone = "over" if bar.planned and bar.state == "over" else "text" if bar.hollow else "on_bar"
    for text in texts:
        found = on(from_, min(to, over_x), text, today_x, MIDDLE, NORMAL, strong=not bar.hollow)
        if found:
            # The hatching leaves the number alone
            return replace(found, tone=tone, ground="close" if bar.state == "close" and not bar.hollow else "")
    if bar.over_x is None:
        return None
    # All of the stay is too long, or nearly so
    found = on(max(from_, over_x) + 2, to - 2, bar.label, today_x, MIDDLE, NORMAL, strong=True)
    return replace(found, tone="over", ground="card") if found else None


def on(
    left: float, right: float, text: str, today_x: float, y: float, size: float, *, strong: bool = False
) -> Label | None:
    """Write words in the middle of a shape, on the longer side of today's line; None where they do not fit."""
    room = wide(text, size, bold=strong)
    pieces = [(left, right)]
    if left < today_x < right:
        pieces = [(left, today_x - _AIR), (today_x + _AIR, right)]
        # Today's line stops for words that fit on neither side of it
        pieces = [*sorted(pieces, key=lambda piece: piece[0] - piece[1]), (left, right)]
    for first, last in pieces:
        if last - first >= room + 2 * _ON_SHAPE:
            return Label(text, (first + last - room) / 2, y, room, "text", size, "middle", strong)
    return None


def of_rest(rest: Rest, width: float, today_x: float, *, briefly: bool = True) -> Label | None:
    """Write on the days that a stay may still last how many they are."""
    left, right = max(rest.x, 0.0), min(rest.x + rest.width, width)
    for text in (rest.label, rest.short) if briefly else (rest.label,):
        found = on(left, right, text, today_x, MIDDLE, NORMAL)
        if found:
            return replace(found, tone="within")
    return None


def of_strip(strip: Strip, width: float, today_x: float) -> Label | None:
    """Write on a permit what it is."""
    left, right = max(strip.x, 0.0), min(strip.x + strip.width, width)
    return on(left, right, strip.label, today_x, PERMIT + PERMIT_HEIGHT / 2, SMALL)


def of_ghost(ghost: Ghost, width: float, today_x: float) -> Label | None:
    """Write on a trip in mind how long it is."""
    room = ghost.width if ghost.trip is None else ghost.trip
    left, right = max(ghost.x, 0.0), min(ghost.x + room, width)
    for text in filter(None, (ghost.label, ghost.short)):
        if found := on(left, right, text, today_x, MIDDLE, NORMAL):
            return found
    return None


def over_lane(text: str, left: float, right: float, tone: Tone, taken: Taken, width: float) -> Label | None:
    """Write above a shape what has no room on it; None where other words or a permit are in the way."""
    room = wide(text, SMALL)
    from_, to = max(left, 0.0), min(right, width)
    if to <= from_:
        return None
    label = Label(text, (from_ + to - room) / 2, OVER_LANE, room, tone, align="middle", ground="card")
    today_x = taken.today_x
    # Where today's line would run through them they stand beside it, on the side of the shape first
    for x in (label.x, today_x + _BESIDE, today_x - _BESIDE - room):
        moved = replace(label, x=max(_EDGE, min(x, width - _EDGE - room)))
        near = moved.x - _BESIDE < to and moved.right + _BESIDE > from_
        if near and not taken.holds(moved):
            return moved
    return None


class Taken:
    """The room that words and permits have taken, and today's line, which stops for none that is put between."""

    def __init__(self, labels: list[Label], strips: list[Strip], today_x: float) -> None:
        self.labels = labels
        self._strips = strips
        self.today_x = today_x

    def holds(self, label: Label) -> bool:
        """Tell whether something is where words would stand."""
        if label.x - _AIR < self.today_x < label.right + _AIR:
            return True
        if any(
            strip.x < label.right + _BESIDE and label.x - _BESIDE < strip.x + strip.width for strip in self._strips
        ):
            return True
        around = replace(label, x=label.x - _BESIDE, width=label.width + 2 * _BESIDE)
        return any(around.meets(other) for other in self.labels)


def of_bracket(x: float, extent: float, texts: tuple[str, ...], width: float) -> Label | None:
    """Write what is used in the line of the bracket, shorter by steps where it is narrow, or beside it."""
    left, right = max(x, 0.0), min(x + extent, width)
    if right <= left:
        return None
    for text in texts:
        room = wide(text, SMALL) + 8
        if right - left > room + 20:
            return Label(text, (left + right - room) / 2, BRACKET, room, "within", align="middle", ground="card")
    for text in texts:
        room = wide(text, SMALL)
        if right + _BESIDE + room <= width - _EDGE:
            return Label(text, right + _BESIDE, BRACKET, room, "within", ground="card")
        if left - _BESIDE - room >= _EDGE:
            return Label(text, left - _BESIDE - room, BRACKET, room, "within", align="end", ground="card")
    # The line gives way to the words, never the other way round
    room = wide(texts[-1], SMALL)
    middle = max(_EDGE, min((left + right - room) / 2, width - _EDGE - room))
    return Label(texts[-1], middle, BRACKET, room, "within", align="middle", ground="card")


def of_curve(curve: Curve, width: float, others: list[Label]) -> Label:
    """Write what the limit is over or under its line, where the line of the days used and other words are not."""
    room = wide(curve.label, SMALL)
    above, below = curve.limit_y - _FROM_LIMIT, curve.limit_y + _FROM_LIMIT
    places: list[Label] = []
    for y in (above, below):
        places.append(Label(curve.label, _BESIDE, y, room, "over", ground="card"))
        places.append(Label(curve.label, width - _BESIDE - room, y, room, "over", align="end", ground="card"))
    middle = [width * share - room / 2 for share in _INWARDS]
    places += [Label(curve.label, x, y, room, "over", ground="card") for y in (above, below) for x in middle]
    for place in places:
        if not _crossed(curve, place) and not any(place.meets(other) for other in others):
            return place
    return places[0]


def _crossed(curve: Curve, label: Label) -> bool:
    """Tell whether the line of the days used runs where words are."""
    one = curve.points[0]
    for other in curve.points[1:]:
        if one[0] >= label.right:
            return False
        if other[0] > label.x:
            ends = [_height(one, other, x) for x in (max(one[0], label.x), min(other[0], label.right))]
            if min(ends) < label.bottom and max(ends) > label.top:
                return True
        one = other
    return False


def _height(one: tuple[float, float], other: tuple[float, float], x: float) -> float:
    """Return where a line between two points is at a place."""
    return one[1] + (other[1] - one[1]) * (x - one[0]) / (other[0] - one[0]) if other[0] > one[0] else one[1]
