"""Write resources/imports/outline.json: the border of Kazakhstan, thinned out, from Natural Earth.

Its one argument is ``countries-10m.json`` of the npm package world-atlas 2.0.2, which holds the borders of Natural
Earth 4.1.0 at 1:10 million.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

TARGET = Path(__file__).resolve().parents[2] / "resources" / "imports" / "outline.json"
STATE = "Kazakhstan"  # its outer ring goes round Baikonur too, which Natural Earth has apart
THINNED_KM = 1.0  # how far a point that is left out may lie from the line
SOURCE = "Natural Earth 4.1.0, Admin 0 countries, 1:10 million, by way of the npm package world-atlas 2.0.2"
LICENCE = "public domain"
# The sea before its coast, drawn wide by hand: who works on a platform there is in Kazakhstan, who crosses it may
# not be, and the border between has no line that a phone would know
WATERS = [
    [49.6, 46.5], [49.4, 45.4], [49.2, 44.4], [49.6, 42.6], [51.2, 41.7], [52.6, 41.7], [54.2, 44.6], [54.2, 47.4],
    [49.6, 47.0],
]  # fmt: skip

Point = tuple[float, float]


def rings(topology: dict[str, Any]) -> list[list[Point]]:
    """Return the outer rings of the state as longitudes and latitudes."""
    arcs = [_degrees(arc, topology["transform"]) for arc in topology["arcs"]]
    found: list[list[Point]] = []
    for shape in topology["objects"]["countries"]["geometries"]:
        if shape["properties"]["name"] != STATE:
            continue
        polygons = shape["arcs"] if shape["type"] == "MultiPolygon" else [shape["arcs"]]
        found += [_joined(polygon[0], arcs) for polygon in polygons]
    return found


def _degrees(arc: list[list[int]], transform: dict[str, list[float]]) -> list[Point]:
    (across, up), (west, south) = transform["scale"], transform["translate"]
    x = y = 0
    points: list[Point] = []
    for dx, dy in arc:
        x, y = x + dx, y + dy
        points.append((x * across + west, y * up + south))
    return points


def _joined(indexes: list[int], arcs: list[list[Point]]) -> list[Point]:
    ring: list[Point] = []
    for index in indexes:
        points = arcs[index] if index >= 0 else arcs[~index][::-1]
        ring += points[1:] if ring else points
    return ring


def thinned(points: list[Point], apart: float) -> list[Point]:
    """Leave out the points that lie within ``apart`` kilometres of the line without them (Douglas and Peucker)."""
    kept = {0, len(points) - 1}
    open_parts = [(0, len(points) - 1)]
    while open_parts:
        first, last = open_parts.pop()
        between = range(first + 1, last)
        if not between:
            continue
        farthest = max(between, key=lambda at: _distance(points[at], points[first], points[last]))
        if _distance(points[farthest], points[first], points[last]) > apart:
            kept.add(farthest)
            open_parts += [(first, farthest), (farthest, last)]
    return [points[at] for at in sorted(kept)]


def _distance(point: Point, one: Point, other: Point) -> float:
    """Return the kilometres from a point to a line, on a plane that is true at the latitudes of Kazakhstan."""
    across, up = 74.0, 111.2
    px, py = (point[0] - one[0]) * across, (point[1] - one[1]) * up
    dx, dy = (other[0] - one[0]) * across, (other[1] - one[1]) * up
    length = dx * dx + dy * dy
    along = min(1.0, max(0.0, (px * dx + py * dy) / length)) if length else 0.0
    return ((px - along * dx) ** 2 + (py - along * dy) ** 2) ** 0.5


def render(topology: dict[str, Any]) -> str:
    """Return the text of the file."""
    parts = [[[round(x, 3), round(y, 3)] for x, y in thinned(ring, THINNED_KM)] for ring in rings(topology)]
    largest = [ring for ring in parts if len(ring) > 3]
    about = {"source": SOURCE, "licence": LICENCE, "thinned_km": THINNED_KM, "rings": largest, "waters": WATERS}
    return json.dumps(about, separators=(",", ":")) + "\n"


if __name__ == "__main__":
    TARGET.write_text(
        render(json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))), encoding="utf-8", newline="\n"
    )
