"""What a ruling does to a stay: a day of departure set by a court, and a ban of entry."""

from __future__ import annotations

import pytest

from kzstay.core.assess import LeaveBy, assess
from kzstay.core.case import Permit, Ruling
from kzstay.core.readings import Reading
from kzstay.core.verdict import Standing
from tests.core.builders import LAW, coming, expulsion, reckon, ruled, until
from tests.core.histories import NINETY
from tests.helpers import day, maybe, permit, stay, traveller

BANNED = expulsion("2026-02-01", executed="2026-02-10")  # to 10 February 2031, LF 22


@pytest.mark.parametrize(
    ("rulings", "last", "because", "why"),
    [
        ([expulsion("2026-11-10", "2026-11-15")], "2026-11-15", "ruling", "before the thirty days end"),
        ([expulsion("2026-11-10", "2026-11-29")], "2026-11-29", "ruling", "a day before"),
        ([expulsion("2026-11-10", "2026-11-30")], "2026-11-30", "per-entry", "on their last day"),
        ([expulsion("2026-11-10", "2026-12-15")], "2026-11-30", "per-entry", "after them: it gives no days"),
        ([expulsion("2026-11-10")], "2026-11-30", "per-entry", "no day was set"),
        ([expulsion("2026-11-01", "2026-11-15")], "2026-11-15", "ruling", "served on the day of entry"),
        (
            [expulsion("2026-11-10", "2026-11-20"), expulsion("2026-11-11", "2026-11-15")],
            "2026-11-15",
            "ruling",
            "two",
        ),
        (
            [Ruling(kind="fine", served=day("2026-11-10"), leave_by=day("2026-11-15"))],
            "2026-11-30",
            "per-entry",
            "a fine sends nobody away",
        ),
    ],
)
def test_a_court_may_end_a_stay_sooner(rulings: list[Ruling], last: str, because: str, why: str) -> None:
    verdict = reckon(ruled(traveller("DE", stay("2026-11-01")), *rulings), "2026-11-12").verdict(0)
    assert (verdict.lawful_until, verdict.because) == (day(last), because), why


def test_a_ruling_that_was_served_after_the_exit_does_not_touch_the_stay() -> None:
    person = ruled(traveller("DE", stay("2026-11-01", "2026-11-09")), expulsion("2026-11-10", "2026-11-15"))
    assert until(person, "2026-11-12") == ("2026-11-30", "2026-11-30")
    same_day = ruled(traveller("DE", stay("2026-11-01", "2026-11-10")), expulsion("2026-11-10", "2026-11-15"))
    assert until(same_day, "2026-11-12") == ("2026-11-15", "2026-11-15")


@pytest.mark.parametrize("permits", [[], [permit("2026-10-01", "2027-10-01", "rvp")]])
def test_who_stays_after_the_court_s_day_overstays_also_with_a_permit(permits: list[Permit]) -> None:
    person = ruled(traveller("DE", stay("2026-11-01"), permits=permits), expulsion("2026-11-10", "2026-11-15"))
    assert reckon(person, "2026-11-15").standing is Standing.ORDERED
    after = reckon(person, "2026-11-18")
    assert after.standing is Standing.ORDERED
    assert after.verdict(0).overstay_days == 3
    assert assess(person, day("2026-11-18"), LAW).leave_by == LeaveBy(
        day("2026-11-15"), day("2026-11-15"), "ruling"
    )


# A permit of 15 November for a year; a court told on the 16th to leave by the 25th. Thirty days of an entry of
# 1 October end before the permit begins, those of 11 November do not
RVP = permit("2026-11-15", "2027-11-14", "rvp")
BY_COURT = expulsion("2026-11-16", "2026-11-25")


@pytest.mark.parametrize("reading", Reading)
@pytest.mark.parametrize(
    ("entry", "over"), [("2026-10-01", 15), ("2026-11-11", 0)], ids=["the limit binds", "the ruling binds"]
)
def test_a_court_s_day_goes_before_a_permit_whatever_binds_the_stay(
    entry: str, over: int, reading: Reading
) -> None:
    person = ruled(traveller("DE", stay(entry), permits=[RVP]), BY_COURT)
    for on, standing, late in [
        ("2026-11-22", Standing.ORDERED, 0),
        ("2026-11-25", Standing.ORDERED, 0),
        ("2026-11-26", Standing.ORDERED, 1),
        ("2027-11-20", Standing.ORDERED, 360),
    ]:
        found = assess(person, day(on), LAW, reading)
        assert found.standing is standing
        assert found.leave_by == LeaveBy(day("2026-11-25"), day("2026-11-25"), "ruling")
        assert found.stay(0).overstay_days == over + late
        assert found.next_entry is None
        assert "permit-expiry" not in [duty.kind for duty in found.duties], "nobody may have it extended"


def test_after_a_court_s_day_a_stay_counts_again_in_spite_of_a_permit() -> None:
    person = ruled(traveller("DE", stay("2026-11-11"), permits=[RVP]), BY_COURT)
    # 11 to 14 November before the permit, 26 to 30 November after the court's day
    assert reckon(person, "2026-11-30").presence.days_in(day("2026-11-01"), day("2026-11-30")) == 4 + 5


def test_a_permit_that_ends_before_a_court_s_day_still_ends_the_stay() -> None:
    person = ruled(traveller("DE", stay("2026-11-11"), permits=[permit("2026-11-11", "2026-11-20")]), BY_COURT)
    found = assess(person, day("2026-11-18"), LAW)
    assert found.leave_by == LeaveBy(day("2026-11-20"), day("2026-11-20"), "permit")
    assert found.standing is Standing.ORDERED
    assert found.leave_until == found.day_to_leave == day("2026-11-20")
    assert "permit-expiry" in [duty.kind for duty in found.duties]


def test_a_court_s_day_is_the_only_one_known_of_who_has_no_regime() -> None:
    person = ruled(traveller("PK", stay("2026-11-11")), BY_COURT)
    found = assess(person, day("2026-11-27"), LAW)
    assert (found.standing, found.stay(0).overstay_days) == (Standing.ORDERED, 2)
    assert found.leave_by == LeaveBy(day("2026-11-25"), day("2026-11-25"), "ruling")
    assert "visa-needed" in [note.code for note in found.notes], "how the stay began is as unknown as before"


def test_a_ruling_of_the_next_stay_does_not_touch_one_whose_exit_was_forgotten() -> None:
    person = ruled(traveller("DE", stay("2026-09-01"), stay("2026-11-11")), BY_COURT)
    assert reckon(person, "2026-11-22").verdict(0).because == "per-entry"
    assert reckon(person, "2026-11-22").verdict(1).because == "ruling"


# Five years without entry


@pytest.mark.parametrize(
    ("entry", "last", "because"),
    [
        ("2026-02-10", "2026-03-11", "per-entry"),  # the day of execution is that of leaving
        ("2026-02-11", None, "ban"),
        ("2031-02-10", None, "ban"),
        ("2031-02-11", "2031-03-12", "per-entry"),
    ],
)
def test_an_entry_under_a_ban_is_no_day_lawful(entry: str, last: str | None, because: str) -> None:
    reckoning = reckon(ruled(traveller("DE", stay(entry, entry)), BANNED), entry)
    verdict = reckoning.verdict(0)
    assert (verdict.lawful_until, verdict.because) == (maybe(last), because)
    assert verdict.overstay_days == (0 if last else 1)
    assert reckoning.standing is (Standing.LAWFUL if last else Standing.OVERSTAY)


def test_all_days_of_a_stay_under_a_ban_are_over() -> None:
    person = ruled(traveller("DE", stay("2027-02-01", "2027-02-10")), BANNED)
    assert reckon(person, "2027-03-01").verdict(0).overstay_days == 10


def test_the_next_entry_is_the_day_after_the_ban() -> None:
    assert coming(reckon(ruled(traveller("DE"), BANNED), "2026-11-22")) == (day("2031-02-11"), 30)
    # two bans one after the other: the second ends on 1 April 2032
    twice = ruled(traveller("DE"), expulsion("2027-04-01", executed="2027-04-01"), BANNED)
    assert coming(reckon(twice, "2026-11-22")) == (day("2032-04-02"), 30)


def test_a_ban_that_begins_later_is_waited_out_when_nothing_is_left_before_it() -> None:
    # ninety days used to 30 April 2026; 1 January leaves the window on 30 June, after the ban begins
    person = ruled(
        traveller("DE", *NINETY),
        expulsion("2026-04-20", executed="2026-04-30"),
    )
    assert coming(reckon(person, "2026-04-30")) == (day("2031-05-01"), 30)


def test_an_expulsion_that_is_not_executed_leaves_no_entry_to_come() -> None:
    # its five years begin with the execution: nobody can say when they end
    person = ruled(
        traveller("DE", stay("2026-11-01", "2026-11-14"), stay("2027-03-01", "2027-03-10")),
        expulsion("2026-11-10", "2026-11-15"),
    )
    reckoning = reckon(person, "2026-11-22")
    assert coming(reckoning) is None
    assert reckoning.binding(day("2026-12-01")) == (day("2026-11-30"), "expulsion")
    assert (reckoning.verdict(1).lawful_until, reckoning.verdict(1).because) == (None, "expulsion")
    assert reckoning.verdict(1).overstay_days == 10
    assert until(person, "2026-11-22", 0) == ("2026-11-15", "2026-11-15"), "the stay itself ends by the ruling"
    before = reckon(person, "2026-11-09")
    assert coming(before) is not None, "not yet served"
    assert before.verdict(1).because == "per-entry"
