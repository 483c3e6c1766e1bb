"""Places: which airports and posts are Kazakhstan's, and whether a point is in it, by a coarse outline."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from functools import lru_cache
from math import cos, hypot, radians
from typing import Any, Literal, TypeAlias

import msgspec

from kzstay.core.law import toml
from kzstay.imports.states import state_of
from kzstay.imports.vocabulary import country_codes, folded, vocabulary
from kzstay.paths import resource

Where: TypeAlias = Literal["inside", "near", "outside"]
Point: TypeAlias = tuple[float, float]  # longitude, latitude

NEAR_KM = 5.0  # the outline is true to about two; what lies nearer to it than this is not decided by it
_GRID = 100  # points of one hundredth of a degree, about a kilometre, are taken for one
_DEGREE_KM = 111.2
_AIRPORT_CODE = re.compile(r"[A-Z]{3}")
_SHORTEST_NAME = 4  # of a state that is looked for among other words: a code may be any word


class Places(msgspec.Struct, frozen=True):
    """The rows of ``resources/imports/places.toml``; names are folded."""

    airports: Mapping[str, str]  # a code, or a former one: the code
    towns: Mapping[str, str]  # the name of the town of an airport: its code
    posts: frozenset[str]
    kinds: tuple[str, ...]  # words beside a name, the longest first
    zones: Mapping[str, str]  # the code of an airport abroad: the zone of its clocks


@lru_cache(maxsize=1)
def places() -> Places:
    """Return the places that are known, read once."""
    raw = toml.read(resource("imports/places.toml"))
    return Places(
        airports={code: code for code in raw["airport"]} | raw["airport_before"],
        towns={folded(name): code for code, names in raw["airport"].items() for name in names},
        posts=frozenset(folded(name) for name in raw["posts"]["names"]),
        kinds=tuple(sorted(map(folded, raw["posts"]["kinds"]), key=len, reverse=True)),
        zones={code: zone for zone, codes in raw["abroad"].items() for code in codes},
    )


@lru_cache(maxsize=4096)
def airport(name: str) -> str:
    """Return the code of an airport of Kazakhstan by its code or its town; empty for any other place."""
    known = places()
    if (code := name.strip().upper()) in known.airports:
        return known.airports[code]
    return known.towns.get(_bare(name), "")


def is_code(name: str) -> bool:
    """Tell whether something has the form of a code of an airport."""
    return _AIRPORT_CODE.fullmatch(name.strip()) is not None


def zone_abroad(code: str) -> str:
    """Return the name of the time zone of an airport abroad; empty where it is not known."""
    return places().zones.get(code.strip().upper(), "")


def is_abroad(name: str) -> bool:
    """Tell whether something is the code of an airport that is none of Kazakhstan's."""
    return is_code(name) and not airport(name) and folded(name) not in vocabulary().kazakhstan | places().posts


@lru_cache(maxsize=4096)
def is_crossing(name: str) -> bool:
    """Tell whether a name is that of an airport, a post or a port at which the border of Kazakhstan is crossed."""
    return bool(airport(name)) or _bare(name) in places().posts or folded(name) in places().posts


@lru_cache(maxsize=4096)
def named_state(text: str) -> str:
    """Return the code of a state that a text names, KZ before any other; empty where it names none.

    A code counts where nothing else stands there. Towns of Kazakhstan name it too.
    """
    if airport(text):  # before its code is taken for one of a state
        return "KZ"
    if (code := state_of(text)) is not None:
        return code
    phrases = _phrases(folded(text))
    if any(phrase in vocabulary().kazakhstan or phrase in places().towns for phrase in phrases):
        return "KZ"
    return next((country_codes()[phrase] for phrase in phrases if phrase in country_codes()), "")


def _phrases(whole: str) -> list[str]:
    """List runs of up to four words, the longest first."""
    words = whole.split()[:40]
    runs = [words[at : at + length] for length in (4, 3, 2, 1) for at in range(len(words) - length + 1)]
    return [phrase for run in runs if len(phrase := " ".join(run)) >= _SHORTEST_NAME]


def _bare(name: str) -> str:
    """Return a name without the words that tell what kind of place it is."""
    whole = folded(name)
    for kind in places().kinds:
        whole = whole.removesuffix(f" {kind}").removeprefix(f"{kind} ").strip()
    return whole


# Points of the map


@lru_cache(maxsize=1)
def _outline() -> tuple[list[list[Point]], list[Point]]:
    """Return the rings of the state, and that of the sea before it."""
    raw: dict[str, Any] = json.loads(resource("imports/outline.json").read_text(encoding="utf-8"))
    return [[(x, y) for x, y in ring] for ring in raw["rings"]], [(x, y) for x, y in raw["waters"]]


def where(latitude: float, longitude: float) -> Where:
    """Tell where a point is, in degrees: near is what lies by the border, or out on the sea before the coast."""
    west, south, east, north = _bounds()
    margin = 0.2
    if not (west - margin < longitude < east + margin and south - margin < latitude < north + margin):
        return "outside"
    return _placed(round(latitude * _GRID), round(longitude * _GRID))


@lru_cache(maxsize=1)
def _bounds() -> tuple[float, float, float, float]:
    rings, waters = _outline()
    points = [point for ring in (*rings, waters) for point in ring]
    across, up = [x for x, _ in points], [y for _, y in points]
    return min(across), min(up), max(across), max(up)


@lru_cache(maxsize=200_000)
def _placed(latitude: int, longitude: int) -> Where:
    point = longitude / _GRID, latitude / _GRID
    rings, waters = _outline()
    inside = any(_within(point, ring) for ring in rings)
    if any(_is_near(point, ring) for ring in rings):
        # On the coast there is no other side than the sea
        return "inside" if inside and _within(point, waters) else "near"
    if inside:
        return "inside"
    return "near" if _within(point, waters) else "outside"


def _within(point: Point, ring: list[Point]) -> bool:
    x, y = point
    within = False
    for (x1, y1), (x2, y2) in zip(ring, ring[1:] + ring[:1], strict=True):
        if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
            within = not within
    return within


def _is_near(point: Point, ring: list[Point]) -> bool:
    x, y = point
    across = _DEGREE_KM * cos(radians(y))
    for (x1, y1), (x2, y2) in zip(ring, ring[1:] + ring[:1], strict=True):
        ax, ay, dx, dy = (x1 - x) * across, (y1 - y) * _DEGREE_KM, (x2 - x1) * across, (y2 - y1) * _DEGREE_KM
        length = dx * dx + dy * dy
        along = min(1.0, max(0.0, -(ax * dx + ay * dy) / length)) if length else 0.0
        if hypot(ax + along * dx, ay + along * dy) < NEAR_KM:
            return True
    return False
