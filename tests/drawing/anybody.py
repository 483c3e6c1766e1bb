"""Travellers of every kind that a timeline may show, and their scenes in three languages."""

from __future__ import annotations

from datetime import timedelta
from itertools import pairwise

import msgspec
from hypothesis import strategies as st

from kzstay import bundled
from kzstay.core.assess import Assessment, assess
from kzstay.core.case import Permit, Ruling, RulingKind, Stay, Traveller
from kzstay.core.days import Span
from kzstay.core.readings import Reading
from kzstay.drawing.paper import HEIGHT, WIDTH, paper_scale
from kzstay.drawing.proposal import Proposal
from kzstay.drawing.scale import Scale
from kzstay.drawing.scene import build
from kzstay.drawing.shapes import Scene
from kzstay.i18n import Language
from kzstay.texts.words import words
from tests.helpers import day, traveller

ON = day("2026-11-22")
LANGUAGES: tuple[Language, ...] = ("en", "ru", "kk")


@st.composite
def stays(draw: st.DrawFn) -> tuple[Stay, ...]:
    """Draw stays of the past and plans, one after another; the one that has begun, and a plan, may have no end."""
    edges = sorted(draw(st.sets(st.integers(-500, 150), min_size=2, max_size=14)))
    found: list[Stay] = []
    for first, last in list(pairwise(edges))[::2]:
        entry, leaving = ON + timedelta(first), ON + timedelta(last)
        done = draw(st.booleans())
        open_ = last >= 0 and draw(st.booleans())
        notified = entry + timedelta(1) if done and first < 0 else None
        found.append(Stay(entry=entry, exit=None if open_ else leaving, notified=notified))
    return tuple(found)


@st.composite
def people(draw: st.DrawFn) -> Traveller:
    """Draw a traveller: with the general limit, a longer or a shorter term, or none; with papers or without."""
    citizenship = draw(st.sampled_from(["DE", "RU", "UZ", "VN", "CN", "AF"]))
    first = ON + timedelta(draw(st.integers(-300, 60)))
    permits = [
        Permit(kind=draw(st.sampled_from(["visa", "rvp"])), first=first, until=first + timedelta(length))
        for length in draw(st.lists(st.integers(10, 400), max_size=1))
    ]
    rulings: list[Ruling] = []
    for ago in draw(st.lists(st.integers(0, 300), max_size=1)):
        served = ON - timedelta(ago)
        kind: RulingKind = draw(st.sampled_from(["fine", "expulsion"]))
        leave_by = served + timedelta(10) if kind == "expulsion" else None
        appealed = draw(st.sampled_from([None, served + timedelta(3)]))
        rulings.append(Ruling(kind=kind, served=served, leave_by=leave_by, appealed=appealed))
    who = traveller(citizenship, *draw(stays()), permits=permits)
    return msgspec.structs.replace(who, rulings=tuple(rulings))


@st.composite
def scenes(draw: st.DrawFn) -> Scene:
    """Draw what a report or the window shows of somebody."""
    w = words(draw(st.sampled_from(LANGUAGES)))
    a = answered(draw(people()), draw(st.sampled_from(Reading)))
    if draw(st.booleans()):
        return build(a, paper_scale(a, WIDTH, w), HEIGHT, w)
    first = ON - timedelta(draw(st.integers(5, 4000)))
    scale = Scale.showing(first, ON + timedelta(draw(st.integers(5, 2000))), draw(st.integers(360, 1800)))
    inspected = ON + timedelta(draw(st.integers(-100, 100)))
    today = draw(st.sampled_from([None, ON, ON + timedelta(4)]))
    height, thought = draw(st.integers(124, 400)), draw(st.none() | proposals())
    return build(a, scale, height, w, inspected=inspected, proposal=thought, today=today)


@st.composite
def proposals(draw: st.DrawFn) -> Proposal:
    """Draw a trip in mind: possible or not, with days asked for or without, and days on which it may begin."""
    entry = ON + timedelta(draw(st.integers(1, 200)))
    last = draw(st.none() | st.integers(0, 89))
    asked = draw(st.none() | st.integers(0, 60))
    room = draw(st.none() | st.integers(0, 40))
    return Proposal(
        entry=entry,
        exit=None if asked is None else entry + timedelta(asked),
        last=None if last is None else entry + timedelta(last),
        history=None if last is None else entry + timedelta(last + 5),
        openings=() if room is None else (Span(entry, entry + timedelta(room)),),
    )


def answered(who: Traveller, reading: Reading = Reading.SAFE) -> Assessment:
    """Work out what is to be said of somebody."""
    return assess(who, ON, bundled.law(), reading)
