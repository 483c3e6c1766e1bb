"""Bars: what forbids an entry, or tells to leave, whatever the days say."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kzstay.core.assess import assess
from kzstay.core.bars import REFUSALS, Bar, bars_of, refusal
from kzstay.core.case import Ruling, Stay, Traveller
from kzstay.core.days import DAY
from kzstay.core.plan import longest_stay, refusal_of, trip
from kzstay.core.readings import Reading
from kzstay.core.verdict import Standing
from tests.core.builders import LAW, expulsion, fine, reckon, ruled
from tests.helpers import day, permit, stay, traveller

ON = day("2026-11-26")
SHORTENED = Ruling(kind="shortened", served=day("2026-11-20"), leave_by=day("2026-12-01"))


def found(*rulings: Ruling, on: str = "2026-11-26", here: str | None = None) -> list[tuple[str, str | None]]:
    told = bars_of(LAW, rulings, day(on), day(here) if here else None)
    return [(bar.because, bar.until.isoformat() if bar.until else None) for bar in told]


# What bars


@pytest.mark.parametrize(
    ("on", "bars"),
    [
        ("2026-11-01", []),  # not served yet
        ("2026-11-02", [("fine", None)]),
        ("2026-11-09", [("fine", None)]),
        ("2026-11-10", []),  # paid
    ],
)
def test_a_fine_bars_from_its_service_until_it_is_paid(on: str, bars: list[tuple[str, None]]) -> None:
    assert found(fine("2026-11-02", "2026-11-10"), on=on) == bars  # ML 48(7)


@pytest.mark.parametrize(
    ("on", "bars"),
    [
        ("2026-02-09", [("expulsion", None)]),
        ("2026-02-10", [("ban", "2031-02-10")]),
        ("2031-02-10", [("ban", "2031-02-10")]),
        ("2031-02-11", []),
    ],
)
def test_an_expulsion_bars_until_it_is_carried_out_and_its_ban_for_five_years_after(
    on: str, bars: list[tuple[str, str | None]]
) -> None:
    assert found(expulsion("2026-02-01", executed="2026-02-10"), on=on) == bars  # LF 22, ML 48


def test_a_readmission_bars_as_an_expulsion_does() -> None:
    handed_over = Ruling(kind="readmission", served=day("2026-02-01"), executed=day("2026-02-10"))
    assert found(handed_over, on="2026-02-09") == [("expulsion", None)]
    assert found(handed_over, on="2026-02-11") == [("ban", "2031-02-10")]


def test_who_is_told_to_leave_the_present_stay_is_ordered_and_who_left_is_barred() -> None:
    court = expulsion("2026-11-20", "2026-11-30")
    assert found(court, here="2026-11-01") == [("ordered", "2026-11-30")]
    assert found(court) == [("expulsion", None)]
    assert found(court, here="2026-11-21") == [("ordered", "2026-11-30")], "who came again has to leave as well"
    assert found(SHORTENED, here="2026-11-01") == [("ordered", "2026-12-01")]
    assert found(SHORTENED) == []


def test_an_order_without_its_day_is_one() -> None:
    cut = Ruling(kind="shortened", served=day("2026-11-20"))
    assert (
        found(cut, here="2026-11-01") == found(expulsion("2026-11-20"), here="2026-11-01") == [("ordered", None)]
    )
    a = assess(ruled(traveller("RU", stay("2026-11-01")), cut), ON, LAW)
    assert (a.standing, a.leave_by, a.days_left, a.next_entry, a.sound) == (
        Standing.ORDERED,
        None,
        None,
        None,
        False,
    )


def test_a_bar_tells_what_lets_it_wait() -> None:
    court = expulsion("2026-11-20", "2026-12-05")
    waiting = msgspec.structs.replace(court, appealed=day("2026-11-23"))
    late = msgspec.structs.replace(court, appealed=day("2026-12-05"))
    (bar,), (without,) = bars_of(LAW, [waiting], ON, None), bars_of(LAW, [late], ON, None)
    assert (bar.because, bar.appealed, without.appealed) == ("expulsion", day("2026-11-23"), None)  # KoAP 834(4)
    ((fined,), (old,)) = (
        bars_of(LAW, [msgspec.structs.replace(fine(served), appealed=appealed)], ON, None)
        for served, appealed in (("2026-11-20", day("2026-11-23")), ("2023-11-20", None))
    )
    assert (fined.appealed, fined.old, old.appealed, old.old) == (day("2026-11-23"), False, None, True)  # KoAP 890


def test_what_matters_most_comes_first() -> None:
    rulings = (
        fine("2026-11-02"),
        expulsion("2026-11-20", "2026-11-30"),
        expulsion("2024-06-01", executed="2024-06-02"),
    )
    assert [because for because, _ in found(*rulings, here="2026-11-01")] == ["ordered", "ban", "fine"]
    assert [because for because, _ in found(*rulings)] == ["ban", "expulsion", "fine"]
    assert bars_of(LAW, rulings, ON, None)[0] == Bar("ban", 2, day("2029-06-02"))


def test_only_what_nobody_knows_the_end_of_refuses_every_entry_to_come() -> None:
    assert refusal([expulsion("2026-02-01", executed="2026-02-10")], ON) is None
    assert refusal([fine("2026-02-01")], ON) == "fine"
    assert refusal([fine("2026-02-01"), expulsion("2026-02-01")], ON) == "expulsion"


# What it does to the answers


@pytest.mark.parametrize("country", ["DE", "RU", "UA", "KR", "TR"])
@pytest.mark.parametrize("reading", Reading)
@pytest.mark.parametrize("entry", ["2026-11-26", "2026-12-01", "2027-06-01"])
def test_who_has_not_paid_may_not_enter_however_many_days_are_left(
    country: str, reading: Reading, entry: str
) -> None:
    who = ruled(traveller(country, stay("2026-05-01", "2026-08-05")), fine("2026-08-05"))
    a = assess(who, ON, LAW, reading)
    asked = trip(a.reckoning, day(entry), day(entry) + DAY * 4)
    assert (a.standing, a.next_entry, a.sound) == (Standing.BARRED, None, False)
    assert (asked.lawful, asked.because, refusal_of(a.reckoning, day(entry))) == (False, "fine", "fine")
    longest = longest_stay(a.reckoning, day(entry))
    assert longest is None or (longest.days, longest.because) == (0, "fine")


def test_a_permit_lets_nobody_in_who_has_not_paid() -> None:
    who = ruled(traveller("DE", permits=[permit("2026-01-01", "2027-12-31", "rvp")]), fine("2026-08-05"))
    assert reckon(who, ON.isoformat()).binding(ON) == (ON - DAY, "fine")


def test_once_it_is_paid_the_days_count_again() -> None:
    who = traveller("RU", stay("2026-05-01", "2026-05-10"))
    paid = ruled(who, fine("2026-05-10", "2026-05-20"))
    assert assess(paid, ON, LAW).next_entry == assess(who, ON, LAW).next_entry is not None
    assert assess(paid, ON, LAW).standing is Standing.OUTSIDE


def test_a_fine_takes_no_day_from_a_stay_that_has_begun() -> None:
    here = traveller("RU", stay("2026-11-02"))
    fined = ruled(here, fine("2026-11-10"))
    assert assess(fined, ON, LAW).leave_by == assess(here, ON, LAW).leave_by
    assert assess(fined, ON, LAW).standing is Standing.LAWFUL
    assert assess(fined, ON, LAW).next_entry is None
    later = ruled(
        traveller("RU", stay("2026-11-02", "2026-11-30"), stay("2027-03-01", "2027-03-05")), fine("2026-11-10")
    )
    planned = assess(later, ON, LAW).stay(1)
    assert (planned.because, planned.overstay_days) == ("fine", 5)


rulings = st.sampled_from(
    [fine("2026-06-01"), fine("2026-06-01", "2026-07-01"), expulsion("2026-06-01", "2026-06-10"), SHORTENED]
    + [expulsion("2026-06-01", executed=executed) for executed in ("2026-06-09", "2026-12-24")]
)


@given(st.lists(rulings, max_size=3), st.integers(0, 400), st.integers(0, 60))
def test_a_bar_is_never_beside_a_possible_entry(held: list[Ruling], ahead: int, after: int) -> None:
    who = msgspec.structs.replace(traveller("DE"), rulings=tuple(held))
    on = day("2026-05-15") + DAY * after
    a = assess(who, on, LAW)
    entry = on + DAY * ahead
    refused = refusal_of(a.reckoning, entry)
    assert trip(a.reckoning, entry, entry).lawful is (refused is None)
    assert bool(a.bars) is (a.standing is Standing.BARRED)
    if a.next_entry:
        assert refusal_of(a.reckoning, a.next_entry.day) is None
        assert all(bar.because in REFUSALS for bar in a.bars)
    if ahead == 0 and a.bars and not any(bar.because == "ban" for bar in a.bars):
        assert refused is not None


def test_a_stay_served_with_an_order_stands_as_ordered() -> None:
    who: Traveller = ruled(traveller("DE", Stay(entry=day("2026-11-11"))), expulsion("2026-11-20", "2026-11-30"))
    assert [assess(who, day(on), LAW).standing for on in ("2026-11-19", "2026-11-20", "2026-12-01")] == [
        Standing.LAWFUL,
        Standing.ORDERED,
        Standing.ORDERED,
    ]


def test_an_expulsion_that_a_complaint_stops_orders_nobody_out_and_keeps_out_all_the_same() -> None:
    waiting = msgspec.structs.replace(expulsion("2026-11-02", "2026-11-25"), appealed=day("2026-11-10"))
    found = bars_of(LAW, [waiting], day("2026-11-22"), day("2026-11-01"))
    assert [bar.because for bar in found] == ["expulsion"]
    late = msgspec.structs.replace(waiting, appealed=day("2026-11-25"))
    assert [bar.because for bar in bars_of(LAW, [late], day("2026-11-26"), day("2026-11-01"))] == ["ordered"]


def test_what_cuts_a_stay_short_never_makes_it_longer() -> None:
    later = Ruling(kind="shortened", served=day("2026-11-20"), leave_by=day("2026-12-20"))
    who = ruled(traveller("DE", stay("2026-10-20")), later)
    a = assess(who, ON, LAW)
    assert a.standing is Standing.ORDERED
    assert a.day_to_leave == a.leave_until == day("2026-11-18")
