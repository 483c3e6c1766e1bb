"""A trip in mind is a value: found again it is the same, and what was not found of it is not drawn."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from kzstay.bundled import law
from kzstay.core.assess import assess
from kzstay.drawing.proposal import Proposal
from kzstay.drawing.scale import Scale
from kzstay.drawing.scene import build
from kzstay.texts.words import words
from tests.helpers import day, span, traveller
from tests.ui.sessions import ANNA, OnFile

TRIP = Proposal(
    entry=day("2026-12-12"),
    exit=day("2026-12-20"),
    last=day("2026-12-24"),
    history=day("2027-01-10"),
    breaks=(2,),
    openings=(span("2026-12-12", "2026-12-14"),),
)


def again() -> Proposal:
    """Work the same trip out once more."""
    return Proposal(**{name: getattr(TRIP, name) for name in TRIP.__struct_fields__})


def test_a_trip_that_is_found_again_is_the_same_trip() -> None:
    assert again() == TRIP
    assert hash(again()) == hash(TRIP)
    with pytest.raises(AttributeError):
        TRIP.entry = day("2026-12-13")  # pyright: ignore[reportAttributeAccessIssue]


def test_a_trip_that_is_found_again_is_not_drawn_anew(qapp: QApplication, tmp_path: Path) -> None:
    session = OnFile(tmp_path).on(ANNA)
    drawn: list[Proposal | None] = []
    session.proposed.connect(lambda: drawn.append(session.proposal))
    for proposal in (TRIP, again(), None, None):
        session.propose(proposal)
    assert drawn == [TRIP, None]


def test_of_a_trip_of_which_only_the_entry_is_known_nothing_is_promised() -> None:
    scale = Scale.showing(day("2026-05-20"), day("2027-02-28"), 1200)
    found = assess(traveller("DE"), day("2026-11-22"), law())
    ghost = build(found, scale, 310, words("en"), proposal=Proposal(entry=day("2026-12-12"))).ghost
    assert ghost is not None
    assert not ghost.possible
    assert (ghost.width, ghost.history, ghost.trip, ghost.label) == (0, 0, None, "")
    assert (ghost.breaks, ghost.openings) == ([], [])
