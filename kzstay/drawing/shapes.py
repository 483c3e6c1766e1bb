"""Shapes of the timeline: plain numbers and words, for whoever paints them."""

from __future__ import annotations

from typing import Literal

import msgspec

from kzstay.core.stay_states import StayTone
from kzstay.drawing.letters import SMALL
from kzstay.drawing.ticks import Tick

PILL, PILL_HEIGHT = 1.0, 17.0
RULER = 44.0
BRACKET = 57.0
PERMIT, PERMIT_HEIGHT = 68.0, 15.0
LANE, LANE_HEIGHT = 86.0, 36.0
OPENING, OPENING_HEIGHT = 125.0, 5.0
FLAG, FLAG_STEP, BARE_FLAG = 146.0, 17.0, 133.0
CURVE = 168.0  # no part of the curve is above it; more flags push it down
BOTTOM = 14.0
NARROWEST_BAR = 3.0
NARROW = 6.0  # with less a bar has no inside
ARROW = 12.0  # the room of the sign that a stay goes on beyond the edge

Tone = Literal["text", "muted", "within", "close", "over", "on_bar"]


class Label(msgspec.Struct, frozen=True):
    """Words and the room for them; no line crosses it."""

    text: str
    x: float  # of the left edge of the room
    y: float  # of the middle
    width: float
    tone: Tone = "text"
    size: float = SMALL
    align: Literal["start", "middle", "end"] = "start"
    strong: bool = False
    # The plate under the words: of a bar's colour on its hatching, of the card's where lines and stripes pass
    ground: Literal["", "close", "card"] = ""

    @property
    def right(self) -> float:
        """Return the right edge of the room."""
        return self.x + self.width

    @property
    def top(self) -> float:
        """Return the upper edge of the room."""
        return self.y - 0.5 * self.size

    @property
    def bottom(self) -> float:
        """Return the lower edge of the room."""
        return self.y + 0.5 * self.size

    def meets(self, other: Label) -> bool:
        """Tell whether two rooms overlap."""
        across = self.x < other.right and other.x < self.right
        return across and self.top < other.bottom and other.top < self.bottom


class Bar(msgspec.Struct, frozen=True):
    """A stay on the lane."""

    index: int
    x: float
    width: float
    state: StayTone
    label: str
    over_x: float | None = None  # from here on the stay is over the limit
    planned: bool = False
    come_x: float | None = None  # up to here days over the limit have come; None where all of them have

    @property
    def over(self) -> list[tuple[float, float, bool]]:
        """List the parts over the limit, from and to, and whether they are only planned."""
        if self.over_x is None:
            return []
        left, right = max(self.over_x, self.x), self.x + self.width
        middle = right if self.come_x is None else min(max(self.come_x, left), right)
        return [part for part in ((left, middle, False), (middle, right, True)) if part[1] > part[0]]

    @property
    def hollow(self) -> bool:
        """Tell whether no day of it was counted: a plan, or a stay of which no limit is known."""
        return self.planned or self.state == "unknown"

    def cut(self, width: float) -> tuple[bool, bool]:
        """Tell whether the stay goes on beyond the left edge of a picture, and beyond the right one."""
        return self.x < 0 and self.x + self.width > ARROW, self.x + self.width > width and self.x < width - ARROW


class Rest(msgspec.Struct, frozen=True):
    """The days that a stay may still last."""

    x: float
    width: float
    label: str
    short: str  # where there is little room
    stay: int = -1


class Strip(msgspec.Struct, frozen=True):
    """The days of a permit, on a lane of its own above the stays."""

    x: float
    width: float
    label: str
    permit: int = -1


class Ghost(msgspec.Struct, frozen=True, kw_only=True):
    """A trip in mind: how long it may last, how long it is meant to, and what it breaks."""

    x: float
    width: float  # of the longest stay over the whole plan; nought where none is possible
    history: float  # the width by history alone
    trip: float | None  # the width of the trip asked for
    possible: bool
    label: str
    short: str  # where there is little room
    breaks: list[tuple[float, float]]
    openings: list[tuple[float, float]]


class Flag(msgspec.Struct, frozen=True):
    """A day on which a duty falls due or was done."""

    x: float
    top: float
    y: float
    text: str
    state: str
    before: bool = False  # the words stand to the left
    told: str = ""  # in full, to who points at it
    topic: str = ""  # of the guide, that tells more of it
    label: Label | None = None


class Bracket(msgspec.Struct, frozen=True):
    """The window that is looked back on from the day looked at."""

    x: float
    width: float
    texts: tuple[str, ...]  # from the whole of it to what always has room
    label: Label | None = None  # None where nothing of it is in sight

    @property
    def text(self) -> str:
        """Return the whole of what it says."""
        return self.texts[0]


class Curve(msgspec.Struct, frozen=True):
    """Used days against the limit."""

    points: list[tuple[float, float]]
    base: float
    limit_y: float
    limit: int
    label: str


class Ruler(msgspec.Struct, frozen=True):
    """What a scale alone says: the ruler, and the days off as x and width. A drag leaves it as it is."""

    ticks: list[Tick]
    free: list[tuple[float, float]]
    months: list[Label]
    days: list[Label]
    year: Label | None = None  # where no name has room for it


class Scene(msgspec.Struct, frozen=True, kw_only=True):
    """Everything to be painted."""

    width: float
    height: float
    ruler: Ruler
    bars: list[Bar]
    left: Rest | None
    open: list[Rest]  # the days that a planned stay without an end may last
    permits: list[Strip]
    ghost: Ghost | None
    today_x: float
    today: Label
    now: list[tuple[float, float]]  # the pieces of today's line, from and to, between the words
    bracket: Bracket | None
    curve: Curve | None
    flags: list[Flag]
    labels: list[Label]  # all words but those of today
    selected: int
