"""What is written on a scene: every word with a place of its own, on the shape, beside it or above it."""

from __future__ import annotations

from collections.abc import Iterator

from kzstay.drawing import labels
from kzstay.drawing import ruler as rulers
from kzstay.drawing.shapes import Bar, Ghost, Label, Rest, Scene, Tone
from kzstay.texts import Words

MOST_ABOVE = 40  # shapes without room for their words: of more no number would be told from the next


def written(scene: Scene, w: Words) -> list[Label]:
    """Place the words on all that is in sight; none of two stands where the other does."""
    width, today_x = scene.width, scene.today_x
    found = [label for label in _fixed(scene) if label is not None]
    without: list[Bar | Rest | Ghost] = []
    for shape in _on_lane(scene):
        label = None if _covered(scene, shape) else _of(shape, width, today_x, w)
        if label is None:
            without.append(shape)
        else:
            found.append(label)
    found += [flag.label for flag in scene.flags if flag.label]
    if len(without) > MOST_ABOVE:
        without = [shape for shape in without if not isinstance(shape, Bar)]
    taken = labels.Taken(found, scene.permits, today_x)
    for shape in sorted(without, key=_worth):
        label = _above(shape, taken, width)
        if label is None and isinstance(shape, Rest) and not _covered(scene, shape):
            label = labels.of_rest(shape, width, today_x)
        if label is not None:
            found.append(label)
    if scene.curve:
        found.append(labels.of_curve(scene.curve, width, [flag.label for flag in scene.flags if flag.label]))
    return found


def _fixed(scene: Scene) -> Iterator[Label | None]:
    """Yield the words over the lane."""
    width, today_x = scene.width, scene.today_x
    yield from rulers.beside_today(scene.ruler.months, today_x, width)
    yield from rulers.beside_today(scene.ruler.days, today_x, width)
    if scene.ruler.year:
        yield rulers.beside_pill(scene.ruler.year, scene.today)
    if scene.bracket:
        yield scene.bracket.label
    for strip in scene.permits:
        yield labels.of_strip(strip, width, today_x)


def _on_lane(scene: Scene) -> Iterator[Bar | Rest | Ghost]:
    if scene.left:
        yield scene.left
    yield from scene.bars
    yield from scene.open
    if scene.ghost:
        yield scene.ghost


def _of(shape: Bar | Rest | Ghost, width: float, today_x: float, w: Words) -> Label | None:
    if isinstance(shape, Bar):
        return labels.of_bar(shape, width, today_x, w)
    if isinstance(shape, Rest):
        return labels.of_rest(shape, width, today_x, briefly=False)
    return labels.of_ghost(shape, width, today_x)


def _covered(scene: Scene, shape: Bar | Rest | Ghost) -> bool:
    """Tell whether a trip in mind is drawn over a stay."""
    ghost = scene.ghost
    if ghost is None or isinstance(shape, Ghost):
        return False
    right = ghost.x + max(ghost.width, ghost.history, ghost.trip or 0.0)
    return ghost.x < shape.x + shape.width and shape.x < right


def _worth(shape: Bar | Rest | Ghost) -> int:
    """Rate who has the room over the lane first: the days that are left, what is in mind, what went wrong."""
    if isinstance(shape, Bar):
        return 2 if shape.state == "over" else 3
    return 0 if isinstance(shape, Rest) else 1


def _above(shape: Bar | Rest | Ghost, taken: labels.Taken, width: float) -> Label | None:
    """Write above the lane what is planned, over the limit or left to stay; days long past need no such word."""
    texts, tone = (shape.label,), _tone(shape)
    if isinstance(shape, Bar):
        if not shape.planned and shape.state != "over":
            return None
    elif isinstance(shape, Ghost):
        texts = tuple(filter(None, (shape.label, shape.short)))
    extent = max(shape.width, shape.trip or 0.0) if isinstance(shape, Ghost) else shape.width
    for text in texts:
        if label := labels.over_lane(text, shape.x, shape.x + extent, tone, taken, width):
            return label
    return None


def _tone(shape: Bar | Rest | Ghost) -> Tone:
    if isinstance(shape, Rest):
        return "within"
    return "over" if isinstance(shape, Bar) and shape.state == "over" else "text"
