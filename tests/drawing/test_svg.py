"""The timeline as SVG says and shows what the scene has."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest

from kzstay.bundled import law
from kzstay.core.assess import Assessment, assess
from kzstay.core.case import Traveller
from kzstay.drawing.paper import HEIGHT, WIDTH, paper_scale
from kzstay.drawing.scene import build
from kzstay.drawing.svg import described, timeline
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
        "Calculated for: 22 November 2026.",
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
    scene = build(a, paper_scale(a, WIDTH, EN), HEIGHT, EN)
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


def test_days_over_the_limit_that_are_only_planned_have_another_edge_and_another_hatching() -> None:
    planned, real = (
        drawn(traveller("DE", stay(*days)))
        for days in (("2027-01-08", "2027-02-24"), ("2026-09-01", "2026-10-10"))
    )
    for root, kind, pattern in ((planned, "too-long planned", "t1-planned-over"), (real, "too-long", "t1-over")):
        assert [one for one in kinds(root) if one.startswith("too-long")] == [kind]
        fills = [one.get("fill") for one in root.iter(f"{SVG}rect") if one.get("fill")]
        assert f"url(#{pattern})" in fills


def test_nothing_is_drawn_far_outside() -> None:
    root = drawn(traveller("DE", stay("1999-01-01"), permits=[permit("1990-01-01", "2090-01-01")]))
    for one in root.iter(f"{SVG}rect"):
        left = float(one.get("x", "0"))
        assert left >= -8
        assert left + float(one.attrib["width"]) <= WIDTH + 8


def test_what_is_written_is_what_the_scene_has_and_no_wider() -> None:
    a = assessed(PAPERS)
    scene = build(a, paper_scale(a, WIDTH, EN), HEIGHT, EN)
    written = list(drawn(PAPERS).iter(f"{SVG}text"))
    assert sorted(one.text or "" for one in written) == sorted(
        label.text for label in [*scene.labels, scene.today]
    )
    for one in written:
        assert ("textLength" in one.attrib) == (len(one.text or "") > 6)
    lines = [one for one in drawn(PAPERS).iter(f"{SVG}line") if one.get("class") == "now"]
    assert len(lines) == len(scene.now)


def test_a_stay_that_goes_on_beyond_the_edge_has_an_arrow() -> None:
    long_ago = traveller("DE", stay("2024-01-01"))
    assert [kind for kind in kinds(drawn(long_ago)) if kind.startswith("arrow")] == ["arrow full"]
    assert not [kind for kind in kinds(drawn(GERMAN)) if kind.startswith("arrow")]
