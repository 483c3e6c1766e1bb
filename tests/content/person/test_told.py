"""What several topics tell: duties with what helps, and what is shown of them on the timeline."""

from __future__ import annotations

from kzstay.content.person.told import Told, together
from tests.content.person.told_of import box_of, told
from tests.core.builders import fine, ruled
from tests.helpers import day, stay, traveller

HERE = traveller("DE", stay("2026-11-01"))


def test_what_is_told_together_shows_the_first_day_and_presses_if_a_part_does() -> None:
    first, second = Told(["a"]), Told(["b"], day("2026-11-27"), 0, pressing=True)
    assert together(first, None, Told([""]), second) == Told(["a", "b"], day("2026-11-27"), 0, pressing=True)
    assert together(None, Told([])) is None
    assert together(first) == first


def test_a_duty_is_told_with_its_state_its_day_who_has_it_and_what_it_costs() -> None:
    assert told(HERE, "host-notice", "2026-11-20") == [
        "Host's notice of arrival: not recorded · due 4 Nov 2026 · host",
        "If missed: warning – fine of 20 MCI (86 500 ₸), by the type of host",
    ]


def test_of_several_stays_each_duty_says_which() -> None:
    twice = traveller("DE", stay("2026-10-01", "2026-10-09"), stay("2026-11-01"))
    lines = told(twice, "host-notice", "2026-11-20")
    assert any("stay 1 Oct 2026 – 9 Oct 2026" in line for line in lines)


def test_what_is_shown_is_the_day_and_the_stay_of_the_duty() -> None:
    found = box_of(HERE, "host-notice", "2026-11-20")
    assert found is not None
    assert (found.day, found.stay, found.pressing) == (day("2026-11-04"), 0, False)


def test_of_a_ruling_it_is_the_day_alone() -> None:
    found = box_of(ruled(HERE, fine("2026-11-10")), "fines", "2026-11-27")
    assert found is not None
    assert (found.day, found.stay) == (day("2026-12-10"), None)
