"""The terms that a ruling starts and their states; core/sanctions has the days on which they end."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from kzstay.core.case import Ruling, Stay
from kzstay.core.readings import Reading
from tests.core.builders import SAFE, USUAL, expulsion, fine, ruled
from tests.core.duties.duty_finder import due, find, only
from tests.helpers import day, stay, traveller

Told = dict[str, str]


def told(ruling: Ruling, on: str, *stays: Stay, reading: Reading = SAFE) -> Told:
    """Say the state of each term, with the reason where it is waived."""
    person = ruled(traveller("DE", *stays), ruling)
    kinds = ["appeal", "suspend", "complaint", "fine", "depart", "ban-end"]
    found = [duty for kind in kinds for duty in find(kind, person, on, reading)]
    assert all(duty.ruling == 0 and duty.stay is None for duty in found)
    return {duty.kind: ":".join(filter(None, [duty.state, duty.reason])) for duty in found}


# A fine served on Monday 2 November 2026: appeal by the 12th (KoAP 832), all by 2 December (safe) or 14 December
# (usual) (KoAP 893)


@pytest.mark.parametrize(
    ("paid", "on", "expected"),
    [
        (None, "2026-11-02", ("open", "open")),
        (None, "2026-11-12", ("open", "open")),
        (None, "2026-11-13", ("lapsed", "open")),
        (None, "2026-12-02", ("lapsed", "open")),
        (None, "2026-12-03", ("lapsed", "missed")),
        ("2026-11-09", "2026-11-12", ("open", "done")),  # who has paid may complain all the same
        ("2026-11-09", "2026-11-20", ("lapsed", "done")),
        ("2026-12-02", "2026-12-20", ("lapsed", "done")),
        ("2026-12-03", "2026-12-20", ("lapsed", "done-late")),
        ("2026-11-09", "2026-11-09", ("open", "done")),  # paid today
        ("2026-11-09", "2026-11-05", ("open", "open")),  # means to pay
    ],
)
def test_a_fine_is_appealed_or_paid(paid: str | None, on: str, expected: tuple[str, str]) -> None:
    assert told(fine("2026-11-02", paid), on) == dict(zip(["appeal", "fine"], expected, strict=True))


def test_in_the_usual_reading_a_fine_falls_due_after_the_term_of_appeal() -> None:
    assert told(fine("2026-11-02"), "2026-12-14", reading=USUAL)["fine"] == "open"
    assert told(fine("2026-11-02"), "2026-12-15", reading=USUAL)["fine"] == "missed"
    assert told(fine("2026-11-02", "2026-12-14"), "2026-12-20", reading=USUAL)["fine"] == "done"


def test_a_fine_tells_on_which_day_it_was_paid() -> None:
    person = ruled(traveller("DE"), fine("2026-11-02", "2026-11-06"))
    assert only("fine", person, "2026-11-20").done == day("2026-11-06")
    assert only("appeal", person, "2026-11-20").done is None
    assert due("fine", person, "2026-11-20") == ("2026-12-02", "2026-12-14")


# An expulsion served on 2 November, to leave by the 15th: appeal by the 12th


@pytest.mark.parametrize(
    ("left", "executed", "on", "expected"),
    [
        (None, None, "2026-11-02", ("open", "open")),
        (None, None, "2026-11-12", ("open", "open")),
        (None, None, "2026-11-13", ("lapsed", "open")),
        (None, None, "2026-11-15", ("lapsed", "open")),
        (None, None, "2026-11-16", ("lapsed", "missed")),
        ("2026-11-15", None, "2026-11-20", ("lapsed", "done")),
        ("2026-11-16", None, "2026-11-20", ("lapsed", "done-late")),
        ("2026-11-15", None, "2026-11-10", ("open", "open")),  # means to leave
        (None, "2026-11-10", "2026-11-20", ("lapsed", "done")),
        (None, "2026-11-16", "2026-11-20", ("lapsed", "done-late")),
        (None, "2026-11-10", "2026-11-10", ("open", "done")),
    ],
)
def test_an_expulsion_is_appealed_or_the_traveller_departs(
    left: str | None, executed: str | None, on: str, expected: tuple[str, str]
) -> None:
    found = told(expulsion("2026-11-02", "2026-11-15", executed), on, stay("2026-10-20", left))
    assert (found["appeal"], found["depart"]) == expected
    assert ("ban-end" in found) == (executed is not None)


def test_the_departure_is_that_from_the_stay_during_which_it_was_served() -> None:
    stays = [stay("2026-12-01", "2026-12-03"), stay("2026-09-01", "2026-09-10"), stay("2026-10-20", "2026-11-14")]
    person = ruled(traveller("DE", *stays), expulsion("2026-11-02", "2026-11-15"))
    assert only("depart", person, "2026-12-20").done == day("2026-11-14")
    abroad = ruled(traveller("DE", *stays[:2]), expulsion("2026-11-02", "2026-11-15"))
    assert only("depart", abroad, "2026-12-20").done is None


@pytest.mark.parametrize(
    ("on", "state"),
    [("2026-11-10", "open"), ("2031-11-10", "open"), ("2031-11-11", "done"), ("2035-01-01", "done")],
)
def test_a_ban_is_open_to_its_last_day_and_then_done(on: str, state: str) -> None:
    # LF 22: five years from the execution
    person = ruled(traveller("DE"), expulsion("2026-11-02", executed="2026-11-10"))
    found = only("ban-end", person, on)
    assert (found.due.safe, found.state) == (day("2031-11-10"), state)
    assert found.done == (day("2031-11-10") if state == "done" else None)


def test_each_of_several_rulings_has_its_own_terms() -> None:
    person = ruled(traveller("DE"), fine("2026-11-02"), fine("2025-03-03", "2025-03-04"))
    assert [(duty.ruling, duty.state) for duty in find("fine", person, "2026-11-22")] == [(1, "done"), (0, "open")]


@pytest.mark.parametrize(
    ("executed", "last"),
    [("2024-05-10", "2029-05-01"), ("2024-06-01", "2029-06-01")],
)
def test_the_ban_of_a_decision_before_the_law_of_2024_has_its_end_too(executed: str, last: str) -> None:
    # Law 82-VIII of 16.05.2024: before it five years from the decision, since then from its execution
    person = ruled(traveller("DE"), expulsion("2024-05-01", executed=executed))
    assert due("ban-end", person, "2026-11-22") == (last, last)


@pytest.mark.parametrize("served", ["2026-10-01", "2026-10-10", "2026-10-20"])
def test_who_left_after_a_ruling_was_served_has_departed(served: str) -> None:
    # served on the day of entry, during the stay, on the day of exit; looked at on that very day
    person = ruled(traveller("DE", stay("2026-10-01", "2026-10-20")), expulsion(served, "2026-10-25"))
    found = only("depart", person, "2026-10-20")
    assert (found.state, found.done) == ("done", day("2026-10-20"))


# To leave by 10 November: a complaint stops that if it arrives by the 9th, and may be filed to the 12th


@pytest.mark.parametrize(
    ("appealed", "executed", "on", "expected"),
    [
        (None, None, "2026-11-09", {"appeal": "open", "suspend": "open", "depart": "open"}),
        (None, None, "2026-11-10", {"appeal": "open", "suspend": "lapsed", "depart": "open"}),
        (None, None, "2026-11-13", {"appeal": "lapsed", "suspend": "lapsed", "depart": "missed"}),
        ("2026-11-09", None, "2026-11-20", {"appeal": "done", "suspend": "done", "depart": "waived:appealed"}),
        ("2026-11-10", None, "2026-11-20", {"appeal": "done", "suspend": "lapsed", "depart": "missed"}),
        ("2026-11-13", None, "2026-11-20", {"appeal": "done-late", "suspend": "lapsed", "depart": "missed"}),
        ("2026-11-09", None, "2026-11-08", {"appeal": "open", "suspend": "open", "depart": "open"}),
        (None, "2026-11-08", "2026-11-09", {"appeal": "open", "suspend": "waived:settled", "depart": "done"}),
        ("2026-11-09", "2026-12-20", "2026-12-21", {"appeal": "done", "suspend": "done", "depart": "done"}),
        (
            None,
            "2026-12-20",
            "2026-12-21",
            {"appeal": "lapsed", "suspend": "waived:settled", "depart": "done-late"},
        ),
    ],
)
def test_what_a_complaint_stops(
    appealed: str | None, executed: str | None, on: str, expected: dict[str, str]
) -> None:
    ruling = replace(expulsion("2026-11-02", "2026-11-10", executed), appealed=day(appealed) if appealed else None)
    found = told(ruling, on)
    found.pop("ban-end", None)
    assert found == expected


def test_it_is_told_who_ruled_and_by_which_ruling() -> None:
    ruling = replace(fine("2026-11-02"), part="517(3)")
    found = only("appeal", ruled(traveller("DE"), ruling), "2026-11-05")
    assert (found.decision, found.authority) == (ruling, "police")
    assert [road.late for road in found.roads] == [["KoAP 829-4(3)"]]
