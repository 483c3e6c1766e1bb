"""The timeline as SVG says and shows what the scene has."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest

from kzstay.bundled import law
from kzstay.core.assess import Assessment, assess
from kzstay.core.case import Traveller
from kzstay.drawing.scene import build, paper_scale
from kzstay.drawing.svg import HEIGHT, WIDTH, described, outside, timeline, wide
from kzstay.texts.words import words
from tests.content.block_reader import GERMAN, PAPERS
from tests.helpers import day, permit, plain, stay, traveller

EN = words("en")
SVG = "{http://www.w3.org/2000/svg}"
PERMIT = traveller("DE", stay("2026-11-11"), permits=[permit("2026-11-01", "2027-01-01")])


def assessed(who: Traveller, on: str = "2026-11-22") -> Assessment:
    return assess(who, day(on), law())


def drawn(who: Traveller, on: str = "2026-11-22") -> ElementTree.Element:
    return ElementTree.fromstring(timeline(assessed(who, on), EN, "t1-"))


def kinds(root: ElementTree.Element) -> list[str]:
    return [one.get("class", "") for one in root.iter()]


def test_the_picture_has_a_name_and_says_what_it_shows() -> None:
    root = drawn(GERMAN)
    title, told = root.findtext(f"{SVG}title"), root.findtext(f"{SVG}desc")
    assert title is not None
    assert title.startswith("Timeline of the stays from ")
    assert told is not None
    for words_ in (
        "Today: 22 November 2026.",
        "68 used, 22 free",
        "11 Nov 2026",
        "18 days left",
        "leave by 10 Dec 2026",
        "Limit 90",
    ):
        assert words_ in plain(told)


@pytest.mark.parametrize("who", [GERMAN, PAPERS, PERMIT], ids=["present", "papers", "permit"])
def test_every_stay_permit_and_flag_of_the_scene_is_drawn_and_told(who: Traveller) -> None:
    a = assessed(who)
    scene = build(a, paper_scale(a, WIDTH), HEIGHT, EN)
    seen = kinds(drawn(who))
    assert len([kind for kind in seen if kind.startswith("bar ")]) >= len(scene.bars)
    assert seen.count("permit") == len(scene.permits)
    assert len([kind for kind in seen if kind.startswith(("mark", "ring"))]) == len(scene.flags)
    told = " ".join(described(a, scene, EN))
    for text in (*(strip.label for strip in scene.permits), *(flag.told for flag in scene.flags)):
        assert text[1:].rstrip(".") in told


@pytest.mark.parametrize(
    ("entry", "leaving", "kind"),
    [
        ("2026-11-11", None, "bar full within"),
        ("2026-10-28", None, "bar full close"),
        ("2026-10-01", None, "too-long"),
        ("2027-01-08", "2027-01-24", "bar hollow planned"),
        ("2027-01-08", "2027-02-24", "bar hollow over"),
    ],
)
def test_states_differ_by_shape(entry: str, leaving: str | None, kind: str) -> None:
    assert kind in kinds(drawn(traveller("DE", stay(entry, leaving))))


def test_nothing_is_drawn_far_outside() -> None:
    root = drawn(traveller("DE", stay("1999-01-01"), permits=[permit("1990-01-01", "2090-01-01")]))
    for one in root.iter(f"{SVG}rect"):
        left = float(one.get("x", "0"))
        assert left >= -8
        assert left + float(one.attrib["width"]) <= WIDTH + 8


def test_stays_that_are_not_in_the_picture_are_counted() -> None:
    old = [stay(f"{year}-01-01", f"{year}-01-20") for year in (1999, 2001)]
    assert outside(assessed(traveller("DE", *old)), EN) == "2 stays lie outside the picture."
    assert outside(assessed(GERMAN), EN) == ""


def test_a_broad_word_is_broader() -> None:
    assert wide("Www", 12) > wide("aaa", 12) > wide("ill", 12)
    assert wide("aaa", 12, bold=True) > wide("aaa", 12)
