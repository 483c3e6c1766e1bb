"""The timeline as SVG: the scene as shapes and words, without Qt and without a colour.

Each shape names its class, so that the style sheet of the page gives the colours of light, dark and paper. The
fonts are those of whoever reads the page: how wide words are is estimated, on the broad side.
A writer of its own, and not Qt's: that needs a display's libraries, and writes its colours into each shape.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from kzstay.core.assess import Assessment
from kzstay.drawing.scene import (
    BRACKET,
    LANE,
    LANE_HEIGHT,
    PERMIT,
    PERMIT_HEIGHT,
    RULER,
    Bar,
    Bracket,
    Curve,
    Flag,
    Scene,
    Strip,
    build,
    paper_scale,
)
from kzstay.texts import Words, answers, foreign

WIDTH, HEIGHT = 880.0, 284.0
SMALL, NORMAL = 12.0, 13.0
_ROUND = 5.0
_PILL_TOP, _PILL_HEIGHT = 1.0, 17.0
_BEYOND = 8.0  # what lies further outside is not written
_NARROW, _BROAD = frozenset("iljftrI.,:;'|!·()[] -–"), frozenset("mwMWшщжюыфмШЩЖЮЫФМ@—")


def timeline(a: Assessment, w: Words, prefix: str) -> str:
    """Draw the stays of a traveller as one SVG element; ``prefix`` keeps its ids apart from those of others."""
    scale = paper_scale(a, WIDTH)
    scene = build(a, scale, HEIGHT, w)
    name = w.gettext("Timeline of the stays from {first} to {last}").format(
        first=w.full_day(scale.first), last=w.full_day(scale.last)
    )
    drawn = "\n".join(_Drawing(scene, prefix).shapes())
    return (
        f'<svg class="timeline" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_n(WIDTH)} {_n(HEIGHT)}"'
        f' width="{_n(WIDTH)}" height="{_n(HEIGHT)}" role="img"'
        f' aria-labelledby="{prefix}timeline-title" aria-describedby="{prefix}timeline-description">\n'
        f'<title id="{prefix}timeline-title">{_text(name)}</title>\n'
        f'<desc id="{prefix}timeline-description">{_text(" ".join(described(a, scene, w)))}</desc>\n'
        f"{drawn}\n</svg>"
    )


def described(a: Assessment, scene: Scene, w: Words) -> list[str]:
    """Say in sentences what the picture shows, in the order of its rows."""
    number, unit = answers.headline(w, a)
    stays = [answers_of(w, a, bar.index) for bar in scene.bars]
    today = w.gettext("{label}: {value}").format(label=scene.today, value=w.full_day(a.on))
    told = [
        today,
        scene.bracket.text if scene.bracket else "",
        *(strip.label for strip in scene.permits),
        *stays,
        f"{number} {unit}" if scene.left else "",
        *(flag.told for flag in scene.flags),
        scene.curve.label if scene.curve else "",
    ]
    return [f"{text[:1].upper()}{text[1:].rstrip('.')}." for text in told if text]


def answers_of(w: Words, a: Assessment, index: int) -> str:
    """Name a stay and say how it stands."""
    stay = a.stay(index)
    return w.gettext("{label}: {value}").format(
        label=answers.stay_label(w, stay), value=answers.stay_status(w, a, stay)
    )


def outside(a: Assessment, w: Words) -> str:
    """Say how many stays the picture does not reach; nothing where it shows all."""
    scene = build(a, paper_scale(a, WIDTH), HEIGHT, w)
    count = len(a.traveller.stays) - len(scene.bars)
    if not count:
        return ""
    return w.ngettext("{n} stay lies outside the picture.", "{n} stays lie outside the picture.", count).format(
        n=count
    )


class _Drawing:
    """The shapes of a scene, from the ground up."""

    def __init__(self, scene: Scene, prefix: str) -> None:
        self.scene = scene
        self.prefix = prefix

    def shapes(self) -> Iterator[str]:
        """Yield one element after another."""
        scene = self.scene
        yield from self.patterns()
        yield from self.ground()
        if scene.curve:
            yield from self.curve(scene.curve)
        yield from self.ruler()
        if scene.bracket:
            yield from self.bracket(scene.bracket)
        for strip in scene.permits:
            yield from self.permit(strip)
        if scene.left:
            yield from self.left(scene.left)
        for bar in scene.bars:
            yield from self.bar(bar)
        yield from self.today()
        for flag in scene.flags:
            yield from self.flag(flag)

    def patterns(self) -> Iterator[str]:
        """Yield the hatching that tells states apart without colour."""
        one, two = "M0 8L8 0M-2 2L2 -2M6 10L10 6", "M0 0L8 8M6 -2L10 2M-2 6L2 10"
        size = 'width="8" height="8" patternUnits="userSpaceOnUse"'
        yield (
            f'<defs><pattern id="{self.prefix}close" {size}><path class="close-lines" d="{one}"/></pattern>'
            f'<pattern id="{self.prefix}over" {size}><path class="over-lines" d="{one}{two}"/></pattern></defs>'
        )

    def ground(self) -> Iterator[str]:
        scene = self.scene
        if scene.bracket:
            left, width = self.seen(scene.bracket.x, scene.bracket.width)
            yield _rect(left, RULER, width, scene.height - RULER, "window")
        for x, width in scene.ruler.free:
            left, width = self.seen(x, width)
            yield _rect(left, RULER, width, scene.height - RULER, "off")
        for tick in scene.ruler.ticks:
            if not tick.minor and tick.x > 0:
                yield _line(tick.x, RULER, tick.x, scene.height, "grid")

    def ruler(self) -> Iterator[str]:
        rows = [[tick for tick in self.scene.ruler.ticks if tick.minor is minor] for minor in (False, True)]
        base = 24.0 if rows[1] else 33.0
        half = self.pill() / 2 + 4
        for number, tick in enumerate(rows[0]):
            follows = rows[0][number + 1].x if number + 1 < len(rows[0]) else self.scene.width + 8
            width = wide(tick.label, NORMAL, bold=tick.strong)
            x = min(max(8.0, tick.x + 8), follows - width - 8)
            # With a second row the first one stands where today is named
            hidden = rows[1] and x < self.scene.today_x + half and x + width > self.scene.today_x - half
            if x >= 0 and (x >= tick.x or tick.x <= 0) and not hidden:
                yield _words(x, base, tick.label, "month strong" if tick.strong else "month")
        for tick in rows[1]:
            yield _words(tick.x + 3, RULER - 3, tick.label, "month small")

    def pill(self) -> float:
        return wide(self.scene.today, SMALL) + 16

    def today(self) -> Iterator[str]:
        x, width = self.scene.today_x, self.pill()
        yield _line(x, _PILL_TOP + _PILL_HEIGHT, x, self.scene.height, "now")
        yield _rect(x - width / 2, _PILL_TOP, width, _PILL_HEIGHT, "pill", _PILL_HEIGHT / 2)
        yield _words(x, _PILL_TOP + 12.5, self.scene.today, "in-pill small", middle=True)

    def bracket(self, bracket: Bracket) -> Iterator[str]:
        left, width = self.seen(bracket.x, bracket.width)
        right, room = left + width, wide(bracket.text, SMALL) + 12
        gap = ((left + right - room) / 2, (left + right + room) / 2) if width > room + 16 else (right, right)
        yield _line(left, BRACKET, gap[0], BRACKET, "bracket")
        yield _line(gap[1], BRACKET, right, BRACKET, "bracket")
        for x in (bracket.x, bracket.x + bracket.width):
            if left <= x <= right:
                yield _line(x, BRACKET, x, BRACKET + 10, "bracket")
        if gap[0] < gap[1]:
            yield _words((left + right) / 2, BRACKET + 4, bracket.text, "within small", middle=True)

    # Stays

    def bar(self, bar: Bar) -> Iterator[str]:
        left, width = self.seen(bar.x, bar.width)
        hollow = bar.planned or bar.state == "unknown"
        # The days before the limit are lawful ones, of a stay that has begun
        state = "within" if bar.state == "over" and not bar.planned else bar.state
        inset = 0.8 if hollow and width > 4 else 0.0
        kind = f"bar {'hollow' if hollow else 'full'} {state}"
        yield _rect(left + inset, LANE + inset, width - 2 * inset, LANE_HEIGHT - 2 * inset, kind, _ROUND)
        if bar.state == "close":
            yield self.hatched(left, width, "close")
        lawful = width
        if bar.over_x is not None:
            over = min(max(bar.over_x, left), left + width)
            lawful = over - left
            yield _rect(over, LANE, left + width - over, LANE_HEIGHT, "too-long", _ROUND)
            yield self.hatched(over, left + width - over, "over")
        room = wide(bar.label, NORMAL, bold=True) + 6
        if room < lawful:
            middle = left + lawful / 2
            if bar.state == "close":
                # The hatching leaves the number alone
                ground = _rect(middle - room / 2 - 2, LANE + LANE_HEIGHT / 2 - 10, room + 4, 20, kind, _ROUND)
                yield ground
            words = f"on-{'hollow' if hollow else 'full'} {state} strong"
            yield _words(middle, LANE + LANE_HEIGHT / 2 + 4.5, bar.label, words, middle=True)

    def hatched(self, x: float, width: float, state: str) -> str:
        return _rect(x, LANE, width, LANE_HEIGHT, "", _ROUND, fill=f"url(#{self.prefix}{state})")

    def left(self, bar: Bar) -> Iterator[str]:
        left, width = self.seen(bar.x, bar.width)
        yield _rect(left, LANE + 0.8, max(0, width - 0.8), LANE_HEIGHT - 1.6, "remaining", _ROUND)
        if wide(bar.label, NORMAL) + 4 < width:
            middle = left + width / 2
            yield _words(middle, LANE + LANE_HEIGHT / 2 + 4.5, bar.label, "within", middle=True)

    def permit(self, strip: Strip) -> Iterator[str]:
        left, width = self.seen(strip.x, strip.width)
        yield _rect(left, PERMIT, width, PERMIT_HEIGHT, "permit", 3)
        if wide(strip.label, SMALL - 1) + 8 < width:
            yield _words(left + width / 2, PERMIT + 10.5, strip.label, "in-permit", middle=True)

    def flag(self, flag: Flag) -> Iterator[str]:
        if not -_BEYOND < flag.x < self.scene.width + _BEYOND:
            return
        kind = {"open": "close", "unrecorded": "close", "missed": "over"}.get(flag.state, "muted")
        yield _line(flag.x, flag.top, flag.x, flag.y, f"stem {kind}")
        if flag.state == "missed":
            yield _rect(flag.x - 4, flag.y - 4, 8, 8, f"mark {kind}")
        else:
            # A ring: whether something was done is open
            ring = "ring" if flag.state == "unrecorded" else "mark"
            yield f'<circle class="{ring} {kind}" cx="{_n(flag.x)}" cy="{_n(flag.y)}" r="4"/>'
        if flag.text:
            x = flag.x - 8 if flag.before else flag.x + 8
            yield _words(x, flag.y + 4, flag.text, f"{kind} small", end=flag.before)

    # The curve

    def curve(self, curve: Curve) -> Iterator[str]:
        points = " ".join(f"{_n(x)},{_n(y)}" for x, y in curve.points)
        first, last = curve.points[0][0], curve.points[-1][0]
        base = _n(curve.base)
        yield f'<polygon class="area" points="{points} {_n(last)},{base} {_n(first)},{base}"/>'
        yield _line(0, curve.limit_y, self.scene.width, curve.limit_y, "limit")
        yield f'<polyline class="used" points="{points}"/>'
        above = f"{self.prefix}above"
        yield (
            f'<clipPath id="{above}"><rect width="{_n(self.scene.width)}" height="{_n(curve.limit_y - 0.5)}"/>'
            f'</clipPath><polyline class="used too-many" clip-path="url(#{above})" points="{points}"/>'
        )
        yield _words(8, curve.limit_y - 6, curve.label, "over small")

    def seen(self, x: float, width: float) -> tuple[float, float]:
        """Cut what reaches far beyond the picture; its ends stay out of sight."""
        left = min(max(x, -_BEYOND), self.scene.width + _BEYOND)
        return left, max(0.0, min(x + width, self.scene.width + _BEYOND) - left)


def wide(text: str, size: float, *, bold: bool = False) -> float:
    """Estimate how wide words are in a common font of the system, in units of the picture."""
    letters = sum(
        0.34 if letter in _NARROW else 0.88 if letter in _BROAD else 0.72 if letter.isupper() else 0.58
        for letter in text
    )
    return letters * size * (1.06 if bold else 1)


def _rect(x: float, y: float, width: float, height: float, kind: str, corner: float = 0, fill: str = "") -> str:
    named = f' class="{kind}"' if kind else ""
    rounded = f' rx="{_n(corner)}"' if corner else ""
    filled = f' fill="{fill}"' if fill else ""
    place = f'x="{_n(x)}" y="{_n(y)}" width="{_n(width)}" height="{_n(height)}"'
    return f"<rect{named} {place}{rounded}{filled}/>"


def _line(x1: float, y1: float, x2: float, y2: float, kind: str) -> str:
    return f'<line class="{kind}" x1="{_n(x1)}" y1="{_n(y1)}" x2="{_n(x2)}" y2="{_n(y2)}"/>'


def _words(x: float, y: float, text: str, kind: str, *, middle: bool = False, end: bool = False) -> str:
    anchor = ' text-anchor="middle"' if middle else ' text-anchor="end"' if end else ""
    return f'<text class="{kind}" x="{_n(x)}" y="{_n(y)}"{anchor}>{_text(text)}</text>'


def _text(value: str) -> str:
    return escape(foreign.clean(value))


def _n(value: float) -> str:
    """Write a number short, and nought without a sign."""
    return f"{round(value, 1) + 0.0:g}"
