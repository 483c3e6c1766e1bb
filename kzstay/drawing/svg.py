"""The timeline as SVG: the scene as shapes and words, without Qt and without a colour.

Each shape names its class, so that the style sheet of the page gives the colours of light, dark and paper. The
fonts are those of whoever reads the page. What is written where is decided in the scene, as for the window.
A writer of its own, and not Qt's: that needs a display's libraries, and writes its colours into each shape.
"""

from __future__ import annotations

from collections.abc import Iterator

from kzstay.core.assess import Assessment
from kzstay.drawing.flags import tone
from kzstay.drawing.letters import SMALL, wide
from kzstay.drawing.paper import HEIGHT, WIDTH, paper_scale
from kzstay.drawing.scene import build
from kzstay.drawing.shapes import (
    BRACKET,
    LANE,
    LANE_HEIGHT,
    NARROW,
    PERMIT,
    PERMIT_HEIGHT,
    PILL,
    PILL_HEIGHT,
    RULER,
    Bar,
    Bracket,
    Curve,
    Flag,
    Label,
    Rest,
    Scene,
    Strip,
)
from kzstay.texts import Words, answers, foreign
from kzstay.texts.markup import escape

_ROUND = 5.0
_BEYOND = 8.0  # what lies further outside is not written
_ARROW = 4.0
_SHORT = 6  # letters, that differ little from font to font
_BASE = 0.36  # of the size of letters, between the middle of a line and its base


def timeline(a: Assessment, w: Words, prefix: str) -> str:
    """Draw the stays of a traveller as one SVG element; ``prefix`` keeps its ids apart from those of others."""
    scale = paper_scale(a, WIDTH, w)
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
    today = w.gettext("{label}: {value}").format(label=w.gettext("calculated for"), value=w.full_day(a.on))
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
        if scene.bracket:
            yield from self.bracket(scene.bracket)
        for strip in scene.permits:
            yield from self.permit(strip)
        for rest in [*scene.open, *([scene.left] if scene.left else [])]:
            yield from self.rest(rest)
        for bar in scene.bars:
            yield from self.bar(bar)
        for flag in scene.flags:
            yield from self.flag(flag)
        yield from self.today()
        for label in scene.labels:
            yield from _written(label)

    def patterns(self) -> Iterator[str]:
        """Yield the hatching that tells states apart without colour."""
        one, two = "M0 8L8 0M-2 2L2 -2M6 10L10 6", "M0 0L8 8M6 -2L10 2M-2 6L2 10"
        size = 'width="8" height="8" patternUnits="userSpaceOnUse"'
        yield (
            f'<defs><pattern id="{self.prefix}close" {size}><path class="close-lines" d="{one}"/></pattern>'
            f'<pattern id="{self.prefix}over" {size}><path class="over-lines" d="{one}{two}"/></pattern>'
            f'<pattern id="{self.prefix}planned-over" {size}><path class="over-lines" d="{two}"/></pattern></defs>'
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

    def today(self) -> Iterator[str]:
        x, label = self.scene.today_x, self.scene.today
        for top, bottom in self.scene.now:
            yield _line(x, top, x, bottom, "now")
        yield _rect(label.x, PILL, label.width, PILL_HEIGHT, "pill", PILL_HEIGHT / 2)
        yield _words(x, label, "in-pill small")

    def bracket(self, bracket: Bracket) -> Iterator[str]:
        left, width = self.seen(bracket.x, bracket.width)
        right, label = left + width, bracket.label
        inside = label is not None and left < label.x < right
        gap = (label.x, label.right) if label and inside else (right, right)
        yield _line(left, BRACKET, gap[0], BRACKET, "bracket")
        yield _line(gap[1], BRACKET, right, BRACKET, "bracket")
        for x in (bracket.x, bracket.x + bracket.width):
            if left <= x <= right:
                yield _line(x, BRACKET, x, BRACKET + 10, "bracket")

    # Stays

    def bar(self, bar: Bar) -> Iterator[str]:
        left, width = self.seen(bar.x, bar.width)
        hollow = bar.hollow and bar.width > NARROW
        # The days before the limit are lawful ones, of a stay that has begun
        state = "within" if bar.state == "over" and not bar.planned else bar.state
        inset = 0.8 if hollow and width > NARROW else 0.0
        kind = f"bar {'hollow' if hollow else 'full'} {state}"
        yield _rect(left + inset, LANE + inset, width - 2 * inset, LANE_HEIGHT - 2 * inset, kind, _ROUND)
        if bar.state == "close":
            yield self.hatched(left, width, "close")
        for one, other, planned in bar.over:
            over, extent = self.seen(one, other - one)
            yield _rect(over, LANE, extent, LANE_HEIGHT, "too-long planned" if planned else "too-long", _ROUND)
            yield self.hatched(over, extent, "planned-over" if planned else "over")
        yield from self.arrows(bar, "hollow" if hollow else "full")

    def arrows(self, bar: Bar, kind: str) -> Iterator[str]:
        """Show that a stay goes on beyond the edge."""
        begun, goes_on = bar.cut(self.scene.width)
        middle = LANE + LANE_HEIGHT / 2
        for seen, x, step in ((begun, _ARROW, 5.0), (goes_on, self.scene.width - _ARROW, -5.0)):
            if seen:
                points = f"{_n(x + step)},{_n(middle - 6)} {_n(x)},{_n(middle)} {_n(x + step)},{_n(middle + 6)}"
                yield f'<polyline class="arrow {kind}" points="{points}"/>'

    def hatched(self, x: float, width: float, state: str) -> str:
        return _rect(x, LANE, width, LANE_HEIGHT, "", _ROUND, fill=f"url(#{self.prefix}{state})")

    def rest(self, rest: Rest) -> Iterator[str]:
        left, width = self.seen(rest.x, rest.width)
        yield _rect(left, LANE + 0.8, max(0, width - 0.8), LANE_HEIGHT - 1.6, "remaining", _ROUND)

    def permit(self, strip: Strip) -> Iterator[str]:
        left, width = self.seen(strip.x, strip.width)
        yield _rect(left, PERMIT, width, PERMIT_HEIGHT, "permit", 3)

    def flag(self, flag: Flag) -> Iterator[str]:
        if not -_BEYOND < flag.x < self.scene.width + _BEYOND:
            return
        kind = tone(flag.state)
        yield _line(flag.x, flag.top, flag.x, flag.y, f"stem {kind}")
        if flag.state == "missed":
            yield _rect(flag.x - 4, flag.y - 4, 8, 8, f"mark {kind}")
        else:
            # A ring: whether something was done is open
            ring = "ring" if flag.state == "unrecorded" else "mark"
            yield f'<circle class="{ring} {kind}" cx="{_n(flag.x)}" cy="{_n(flag.y)}" r="4"/>'

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

    def seen(self, x: float, width: float) -> tuple[float, float]:
        """Cut what reaches far beyond the picture; its ends stay out of sight."""
        left = min(max(x, -_BEYOND), self.scene.width + _BEYOND)
        return left, max(0.0, min(x + width, self.scene.width + _BEYOND) - left)


def _written(label: Label) -> Iterator[str]:
    if label.ground:
        yield _rect(label.x - 3, label.y - 8, label.width + 6, 16, f"ground {label.ground}", _ROUND)
    kind = label.tone.replace("_", "-")
    kind += " small" if label.size == SMALL else ""
    kind += " strong" if label.strong else ""
    x = {"start": label.x, "middle": label.x + label.width / 2, "end": label.right}[label.align]
    yield _words(x, label, kind)


def _rect(x: float, y: float, width: float, height: float, kind: str, corner: float = 0, fill: str = "") -> str:
    named = f' class="{kind}"' if kind else ""
    rounded = f' rx="{_n(corner)}"' if corner else ""
    filled = f' fill="{fill}"' if fill else ""
    place = f'x="{_n(x)}" y="{_n(y)}" width="{_n(width)}" height="{_n(height)}"'
    return f"<rect{named} {place}{rounded}{filled}/>"


def _line(x1: float, y1: float, x2: float, y2: float, kind: str) -> str:
    return f'<line class="{kind}" x1="{_n(x1)}" y1="{_n(y1)}" x2="{_n(x2)}" y2="{_n(y2)}"/>'


def _words(x: float, label: Label, kind: str) -> str:
    """Write words no wider than they were taken to be: in a broader font they would run into what is beside."""
    anchor = {"start": "", "middle": ' text-anchor="middle"', "end": ' text-anchor="end"'}[label.align]
    length = ""
    if len(label.text) > _SHORT:
        room = wide(label.text, label.size, bold=label.strong)
        length = f' textLength="{_n(room)}" lengthAdjust="spacingAndGlyphs"'
    place = f'x="{_n(x)}" y="{_n(label.y + _BASE * label.size)}"'
    return f'<text class="{kind}" {place}{length}{anchor}>{_text(label.text)}</text>'


def _text(value: str) -> str:
    return escape(foreign.clean(value))


def _n(value: float) -> str:
    """Write a number short, and nought without a sign."""
    return f"{round(value, 1) + 0.0:g}"
