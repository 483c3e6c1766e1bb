"""How papers stand, as codes with a day; tests/texts/test_paper_states.py reads the same in words."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from kzstay.core.assess import assess
from kzstay.core.case import Ruling, RulingKind
from kzstay.core.paper_states import PaperState, move_state, permit_state, ruling_state
from tests.core.builders import LAW, expulsion, fine, ruled
from tests.helpers import day, move, permit, stay, traveller


def of(kind: RulingKind, served: str, **days: str) -> Ruling:
    return replace(Ruling(kind=kind, served=day(served)), **{name: day(text) for name, text in days.items()})


@pytest.mark.parametrize(
    ("on", "code"),
    [("2026-10-31", "permit-not-yet"), ("2026-11-30", "permit-valid"), ("2026-12-01", "permit-ended")],
)
def test_a_permit_holds_from_its_first_day_to_its_last(on: str, code: str) -> None:
    assert permit_state(day(on), permit("2026-11-01", "2026-11-30")).code == code


@pytest.mark.parametrize(
    ("ruling", "state"),
    [
        (fine("2026-11-05"), PaperState("fine-due", "near", day("2026-12-04"))),
        (fine("2026-10-05"), PaperState("fine-missed", "bad", day("2026-11-04"))),
        (fine("2026-10-05", "2026-11-22"), PaperState("fine-paid", "good")),
        (expulsion("2026-11-20"), PaperState("expulsion-open", "near")),
        (expulsion("2026-11-20", "2026-11-25"), PaperState("expulsion-leave", "near", day("2026-11-25"))),
        (expulsion("2026-11-15", "2026-11-20"), PaperState("expulsion-leave", "bad", day("2026-11-20"))),
        (
            expulsion("2026-11-15", "2026-11-20", "2026-11-18"),
            PaperState("expulsion-banned", "bad", day("2031-11-18")),
        ),
        (expulsion("2015-11-15", executed="2015-11-18"), PaperState("expulsion-executed", "quiet")),
        (fine("2025-03-03"), PaperState("fine-lapsed", "near")),
        (fine("2010-03-03"), PaperState("fine-not-paid", "near")),  # before the term that is known began
        (
            replace(fine("2026-11-05"), appealed=day("2026-11-10")),
            PaperState("fine-appealed", "near", day("2026-11-10")),
        ),
        (
            replace(expulsion("2026-11-15", "2026-11-20"), appealed=day("2026-11-18")),
            PaperState("expulsion-appealed", "near", day("2026-11-18")),
        ),
        (of("warning", "2026-11-15"), PaperState("warning-appeal", "quiet", day("2026-11-25"))),
        (of("warning", "2026-11-05"), PaperState("warning-given", "quiet")),
        (of("warning", "2010-11-05"), PaperState("warning-given", "quiet")),
        (of("readmission", "2026-11-15"), PaperState("readmission-open", "near")),
        (
            of("readmission", "2026-11-15", executed="2026-11-20"),
            PaperState("expulsion-banned", "bad", day("2031-11-20")),
        ),
        (of("shortened", "2026-11-15"), PaperState("shortened-open", "near")),
        (
            of("shortened", "2026-11-15", leave_by="2026-11-25"),
            PaperState("shortened-leave", "near", day("2026-11-25")),
        ),
        (
            of("shortened", "2026-11-15", leave_by="2026-11-20"),
            PaperState("shortened-over", "bad", day("2026-11-20")),
        ),
        # served when no stay is entered: nobody knows whether the person is still here
        (
            of("shortened", "2026-10-15", leave_by="2026-10-20"),
            PaperState("shortened-over", "quiet", day("2026-10-20")),
        ),
    ],
)
def test_a_ruling_asks_for_something_or_bars_something(ruling: Ruling, state: PaperState) -> None:
    a = assess(ruled(traveller("DE", stay("2026-11-11")), ruling), day("2026-11-22"), LAW)
    assert ruling_state(a, 0) == state


def test_after_a_shortened_stay_it_is_enough_to_have_left() -> None:
    ruling = of("shortened", "2026-11-15", leave_by="2026-11-20")
    left = ruled(traveller("DE", stay("2026-11-11", "2026-11-19")), ruling)
    assert ruling_state(assess(left, day("2026-11-22"), LAW), 0) == PaperState("shortened-left", "quiet")


def test_who_left_after_an_expulsion_waits_for_it_to_be_carried_out() -> None:
    left = ruled(traveller("DE", stay("2026-11-11", "2026-11-18")), expulsion("2026-11-15", "2026-11-20"))
    assert ruling_state(assess(left, day("2026-11-22"), LAW), 0) == PaperState("expulsion-left", "quiet")


@pytest.mark.parametrize(
    ("moved", "notified", "code"),
    [
        ("2026-10-01", None, "move-outside"),
        ("2026-11-20", None, "move-due"),
        ("2026-11-12", None, "move-unrecorded"),
        ("2026-11-12", "2026-11-16", "move-told"),
        ("2026-11-12", "2026-11-20", "move-told-late"),
    ],
)
def test_a_change_of_address_waits_for_the_hosts_notice(moved: str, notified: str | None, code: str) -> None:
    a = assess(traveller("DE", stay("2026-11-11", moves=[move(moved, notified)])), day("2026-11-22"), LAW)
    assert move_state(a, 0, a.traveller.stays[0].moves[0]).code == code


def test_of_a_change_of_address_before_there_was_a_notice_nothing_is_asked() -> None:
    moved = move("2019-11-12")
    a = assess(traveller("DE", stay("2019-11-11", "2019-11-20", moves=[moved])), day("2026-11-22"), LAW)
    assert move_state(a, 0, moved) == PaperState("move-untold", "quiet")
