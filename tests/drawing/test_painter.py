"""How a scene is drawn: the timeline as pictures, and each state by more than its colour.

In each theme no pixel of the pictures is another colour or in another place than it was.

``pytest --update-golden`` takes the pictures of today for right; look at them before they are committed.
"""

from __future__ import annotations

import sys
from pathlib import Path

import msgspec
import pytest
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from kzstay import bundled
from kzstay.core.assess import assess
from kzstay.core.case import Stay, Traveller
from kzstay.core.days import Span
from kzstay.drawing.colours import CONTRAST, CONTRAST_DARK, DARK, LIGHT, Theme
from kzstay.drawing.labels import today_label
from kzstay.drawing.painter import paint, paint_bubble
from kzstay.drawing.proposal import Proposal
from kzstay.drawing.scale import Scale
from kzstay.drawing.scene import build
from kzstay.drawing.shapes import LANE, LANE_HEIGHT, Bar, Curve, Flag, Ghost, Rest, Ruler, Scene
from kzstay.texts import answers
from kzstay.texts.words import words
from kzstay.ui.widgets.theme import load_fonts
from tests.helpers import day, permit, stay, traveller

GOLDEN = Path(__file__).parent.parent / "golden"
WIDTH, HEIGHT = 1000, 310
ROUNDING = 2  # of a colour's 255 steps, which processors may mix differently
TODAY = day("2026-11-22")


class View(msgspec.Struct, kw_only=True):
    """What is looked at."""

    who: Traveller
    days: tuple[str, str]
    selected: int = -1
    proposal: Proposal | None = None
    dragged: Stay | None = None  # what the selected one would be, which a bubble says
    themes: tuple[Theme, ...] = (LIGHT, DARK)


VIEWS = {
    # Every state of a stay: within, over, ending and open, planned, planned for too long; a duty missed, one open
    "states": View(
        who=traveller(
            "DE",
            stay("2026-06-01", "2026-06-20"),
            stay("2026-07-10", "2026-08-14"),
            stay("2026-10-30"),
            stay("2026-12-20", "2027-01-25"),
            stay("2027-02-10", "2027-02-16"),
        ),
        days=("2026-05-15", "2027-03-01"),
        selected=2,
        themes=(LIGHT, DARK, CONTRAST, CONTRAST_DARK),
    ),
    # Permits above the stays, and a trip in mind: too long, longer by history alone, and it breaks the next stay
    "trip": View(
        who=traveller(
            "DE",
            stay("2026-08-20", "2026-09-10"),
            stay("2026-11-01", "2026-11-10"),
            stay("2027-01-12", "2027-02-05"),
            permits=[permit("2026-08-15", "2026-09-15"), permit("2027-02-01", "2027-06-01", "rvp")],
        ),
        days=("2026-08-01", "2027-03-15"),
        proposal=Proposal(
            entry=day("2026-12-05"),
            exit=day("2026-12-30"),
            last=day("2026-12-24"),
            history=day("2027-01-03"),
            breaks=(2,),
            openings=(Span(day("2026-11-24"), day("2026-12-08")), Span(day("2027-02-08"), day("2027-03-01"))),
        ),
    ),
    # So near that days have numbers, with a trip in mind that is possible
    "days": View(
        who=traveller(
            "DE", stay("2026-11-11", notified="2026-11-12"), permits=[permit("2026-11-26", "2027-01-01")]
        ),
        days=("2026-11-06", "2026-12-12"),
        proposal=Proposal(entry=day("2026-12-05"), exit=day("2026-12-09"), last=day("2026-12-11")),
    ),
    # A stay that is being dragged until it is too long, with a bubble; no month is named where today is
    "drag": View(
        who=traveller(
            "DE", stay("2026-07-20", "2026-08-18"), stay("2026-09-05", "2026-10-04"), stay("2026-12-01")
        ),
        days=("2026-05-01", "2027-05-31"),
        selected=2,
        dragged=stay("2026-11-28", "2027-01-10"),
    ),
}
PICTURES = [(name, theme) for name, view in VIEWS.items() for theme in view.themes]


def picture(view: View, theme: Theme) -> QImage:
    w, who = words("en"), view.who
    if view.dragged is not None:
        stays = (*who.stays[: view.selected], view.dragged, *who.stays[view.selected + 1 :])
        who = msgspec.structs.replace(who, stays=stays)
    a = assess(who, TODAY, bundled.law())
    first, last = view.days
    scale = Scale.showing(day(first), day(last), WIDTH)
    scene = build(a, scale, HEIGHT, w, selected=view.selected, proposal=view.proposal)
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB888)
    image.fill(theme.card)
    painter = QPainter(image)
    paint(painter, scene, theme, "Inter")
    if view.dragged is not None:
        verdict = answers.verdict(w, a.reckoning.verdict(view.selected))
        said = answers.span_label(w, view.dragged.entry, view.dragged.exit), verdict
        paint_bubble(painter, said, scale.x_of(view.dragged.entry), WIDTH, theme, "Inter")
    painter.end()
    return image


def differing(one: QImage, other: QImage) -> int:
    """Count the pixels that are of another colour."""
    pairs = zip(bytes(one.constBits()), bytes(other.constBits()), strict=True)
    steps = [abs(a - b) > ROUNDING for a, b in pairs]
    return sum(map(any, zip(steps[0::3], steps[1::3], steps[2::3], strict=True)))


@pytest.mark.skipif(sys.platform != "linux", reason="letters are drawn a little differently elsewhere")
@pytest.mark.parametrize(("name", "theme"), PICTURES, ids=[f"{name}-{theme.name}" for name, theme in PICTURES])
def test_the_timeline_looks_as_it_did(
    qapp: QApplication, name: str, theme: Theme, request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    load_fonts()
    image, path = picture(VIEWS[name], theme), GOLDEN / f"timeline-{name}-{theme.name}.png"
    if request.config.getoption("--update-golden"):
        image.save(str(path))
    golden = QImage(str(path)).convertToFormat(QImage.Format.Format_RGB888)
    assert golden.size() == image.size()
    now = tmp_path / path.name
    image.save(str(now))
    assert differing(image, golden) == 0, f"Compare {now} with {path}"


# Told by more than colour: here every state has the same one

PLAIN = LIGHT._replace(**dict.fromkeys(("within", "close", "over", "planned", "muted"), LIGHT.text))
EMPTY = Scene(
    width=200,
    height=HEIGHT,
    ruler=Ruler([], [], [], []),
    bars=[],
    left=None,
    open=[],
    permits=[],
    ghost=None,
    today_x=180,
    today=today_label("", 180, 400),
    now=[],
    bracket=None,
    curve=None,
    flags=[],
    labels=[],
    selected=-1,
)


def painted(**parts: object) -> bytes:
    """Paint a scene of some parts alone."""
    image = QImage(200, HEIGHT, QImage.Format.Format_RGB888)
    image.fill(PLAIN.card)
    painter = QPainter(image)
    paint(painter, msgspec.structs.replace(EMPTY, **parts), PLAIN, "Inter")
    painter.end()
    return bytes(image.constBits())


def test_each_state_of_a_stay_is_drawn_in_a_way_of_its_own(qapp: QApplication) -> None:
    states = [
        Bar(0, 20, 100, "within", "30"),
        Bar(0, 20, 100, "close", "30"),
        Bar(0, 20, 100, "over", "30", over_x=80),
        Bar(0, 20, 100, "planned", "30", planned=True),
        Bar(0, 20, 100, "over", "30", over_x=80, planned=True, come_x=10),
        Bar(0, 20, 100, "over", "30", over_x=80, come_x=100),
    ]
    assert len({painted(bars=[bar]) for bar in states}) == len(states)


def test_a_plan_that_is_too_long_all_of_it_does_not_look_like_days_over_the_limit(qapp: QApplication) -> None:
    plan = Bar(0, 20, 100, "over", "30", over_x=20, planned=True, come_x=10)
    assert painted(bars=[plan]) != painted(bars=[msgspec.structs.replace(plan, come_x=None)])


def test_days_that_are_left_are_drawn_otherwise_than_days_that_were_used(qapp: QApplication) -> None:
    assert painted(left=Rest(20, 100, "30", "30")) != painted(bars=[Bar(0, 20, 100, "within", "30")])


def test_the_selected_stay_has_a_ring(qapp: QApplication) -> None:
    bars = [Bar(0, 20, 40, "within", ""), Bar(1, 80, 40, "within", "")]
    assert len({painted(bars=bars, selected=index) for index in (-1, 0, 1)}) == 3


def test_a_duty_that_was_missed_has_another_mark_than_one_that_waits(qapp: QApplication) -> None:
    marks = [Flag(90, 100, 160, "", state) for state in ("open", "missed")]
    assert painted(flags=marks[:1]) != painted(flags=marks[1:])


def test_a_trip_that_cannot_be_is_marked_where_it_breaks_another(qapp: QApplication) -> None:
    ghost = Ghost(x=20, width=0, history=0, trip=50, possible=True, label="", short="", breaks=[], openings=[])
    broken = msgspec.structs.replace(ghost, breaks=[(100, 40)])
    assert painted(ghost=broken) != painted(ghost=ghost) != painted()


# Beside the pointer


@pytest.mark.parametrize("x", [-50.0, 0.0, 3.0, 250.0, 497.0, 500.0, 900.0])
def test_what_is_said_beside_the_pointer_lies_within_the_picture(qapp: QApplication, x: float) -> None:
    load_fonts()
    width, margin = 500, 200
    image = QImage(width + 2 * margin, HEIGHT, QImage.Format.Format_RGB888)
    image.fill(LIGHT.card)
    ground = image.pixel(0, 0)
    painter = QPainter(image)
    painter.translate(margin, 0)
    paint_bubble(painter, ("11 Nov – 10 Dec · 30 days", "within limits"), x, width, LIGHT, "Inter")
    painter.end()
    inked = [
        column
        for column in range(image.width())
        if any(image.pixel(column, y) != ground for y in range(0, HEIGHT, 3))
    ]
    assert margin <= min(inked) <= max(inked) < margin + width
    # As near to the pointer as that allows
    middle = (min(inked) + max(inked)) / 2 - margin
    half = (max(inked) - min(inked)) / 2
    assert abs(middle - min(max(x, half), width - half)) <= 8


@pytest.mark.parametrize("height", [122, 150, 179, 180, 310])
def test_in_a_low_picture_it_is_said_over_the_lane(qapp: QApplication, height: int) -> None:
    load_fonts()
    image = QImage(500, 310, QImage.Format.Format_RGB888)
    image.fill(LIGHT.card)
    ground = image.pixel(0, 0)
    painter = QPainter(image)
    paint_bubble(painter, ("11 Nov – 10 Dec", "within limits"), 250, 500, LIGHT, "Inter", height)
    painter.end()
    inked = [y for y in range(310) if any(image.pixel(x, y) != ground for x in range(0, 500, 3))]
    assert 0 <= min(inked) <= max(inked) <= height
    lane = range(int(LANE), int(LANE + LANE_HEIGHT))
    assert not set(inked) & set(lane), "the stay that is dragged is seen"


def test_who_paints_on_afterwards_is_not_hemmed_in(qapp: QApplication) -> None:
    image = QImage(200, HEIGHT, QImage.Format.Format_RGB888)
    painter = QPainter(image)
    paint(
        painter, msgspec.structs.replace(EMPTY, curve=Curve([(0, 300), (200, 250)], 300, 260, 90, "")), LIGHT, ""
    )
    assert not painter.hasClipping()
    assert painter.transform().isIdentity()
    painter.end()
