"""The timeline as pictures, in each theme: no pixel is another colour or in another place than it was.

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
from kzstay.drawing.painter import paint, paint_bubble
from kzstay.drawing.proposal import Proposal
from kzstay.drawing.scale import Scale
from kzstay.drawing.scene import build
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
