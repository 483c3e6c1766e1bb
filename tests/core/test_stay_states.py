"""How each stay stands on the day of reckoning."""

from __future__ import annotations

import pytest

from kzstay.core.assess import assess
from kzstay.core.case import Traveller
from kzstay.core.stay_states import StayState, StayTone, stay_state, stay_tone
from tests.core.builders import LAW, expulsion, reckon, ruled
from tests.helpers import day, permit, stay, traveller

COVERED = traveller("DE", stay("2026-05-01", "2026-05-10"), permits=[permit("2026-05-01", "2026-06-01")])
BANNED = ruled(traveller("DE", stay("2027-01-08", "2027-01-12")), expulsion("2026-01-01", executed="2026-01-05"))


@pytest.mark.parametrize(
    ("who", "state"),
    [
        (traveller("PK", stay("2026-11-20")), "unknown"),
        (BANNED, "planned-banned"),
        (traveller("DE", stay("2027-01-01", "2027-03-01")), "planned-too-long"),
        (traveller("DE", stay("2027-01-01", "2027-01-10")), "planned"),
        (traveller("DE", stay("2026-05-01", "2026-06-04")), "over"),
        (traveller("DE", stay("2026-10-01")), "over"),
        (traveller("DE", stay("2026-11-11", "2026-12-20")), "leave-sooner"),
        (traveller("DE", stay("2026-11-11")), "leave"),
        (traveller("DE", stay("2026-11-11", "2026-12-10")), "leave"),
        (COVERED, "permit"),
        (traveller("RU", stay("2026-06-01", kind="transport")), "transport"),
        (traveller("DE", stay("2026-05-01", "2026-05-10")), "within"),
        (traveller("DE", stay("2026-05-01"), stay("2026-07-01", "2026-07-10")), "unrecorded"),
        (traveller("DE", stay("2026-05-01"), stay("2026-05-20", "2026-05-25")), "within"),  # it ended in time
    ],
)
def test_a_stay_stands_so(who: Traveller, state: StayState) -> None:
    a = assess(who, day("2026-11-22"), LAW)
    assert stay_state(a, a.stay(0)) == state


@pytest.mark.parametrize(
    ("who", "tone"),
    [
        (traveller("PK", stay("2026-11-20")), "unknown"),
        (traveller("DE", stay("2026-05-01"), stay("2026-07-01", "2026-07-10")), "unknown"),  # nobody recorded it
        (traveller("DE", stay("2026-10-01")), "over"),
        (traveller("DE", stay("2027-01-01", "2027-03-01")), "over"),  # planned for longer than it may last
        (traveller("DE", stay("2027-01-01", "2027-01-10")), "planned"),
        (traveller("DE", stay("2026-10-28")), "close"),  # its thirtieth day is 26 November
        (traveller("DE", stay("2026-11-11")), "within"),
        (traveller("DE", stay("2026-05-01", "2026-05-10")), "within"),
        (traveller("RU", stay("2026-06-01", kind="transport")), "within"),
    ],
)
def test_a_stay_is_drawn_in_one_of_five_states(who: Traveller, tone: StayTone) -> None:
    assert stay_tone(reckon(who, "2026-11-22"), 0) == tone


@pytest.mark.parametrize(
    ("entry", "leaving", "state"),
    [
        ("2026-12-05", None, "planned-after-this"),
        ("2026-12-10", None, "planned-after-this"),  # the last day of the present stay, on which one may come back
        ("2026-12-11", None, "planned"),
        ("2026-12-05", "2026-11-30", "planned"),  # the present one is known to end before
    ],
)
def test_a_planned_stay_says_that_the_present_one_has_to_end(
    entry: str, leaving: str | None, state: StayState
) -> None:
    # thirty days from 11 November end on 10 December
    who = traveller("DE", stay("2026-11-11", leaving), stay(entry, "2026-12-20"), stay("2027-02-01", "2027-02-05"))
    a = assess(who, day("2026-11-22"), LAW)
    assert stay_state(a, a.stay(1)) == state
    assert stay_state(a, a.stay(2)) == "planned", "the one before it has to end sooner"


def test_who_lives_here_permanently_does_not_end_a_stay_for_a_planned_one() -> None:
    held = [permit("2026-01-01", "2034-12-31", "residence")]
    a = assess(traveller("DE", stay("2026-11-11"), stay("2026-12-05"), permits=held), day("2026-11-22"), LAW)
    assert stay_state(a, a.stay(1)) == "planned"
