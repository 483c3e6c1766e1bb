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
    ],
)
def test_a_stay_stands_so(who: Traveller, state: StayState) -> None:
    a = assess(who, day("2026-11-22"), LAW)
    assert stay_state(a, a.stay(0)) == state


@pytest.mark.parametrize(
    ("who", "tone"),
    [
        (traveller("PK", stay("2026-11-20")), "unknown"),
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
