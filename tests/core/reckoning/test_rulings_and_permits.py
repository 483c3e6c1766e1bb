"""A court's word to leave beside any permits, in plans of the small law, day by day."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from hypothesis import assume, given
from hypothesis import strategies as st

from kzstay.core.assess import assess
from kzstay.core.case import Permit, Ruling, Stay, Traveller
from kzstay.core.days import DAY
from kzstay.core.readings import Reading
from kzstay.core.reckoning import Reckoning
from kzstay.core.verdict import Standing
from tests.core.builders import SMALL, SMALL_LIMITS
from tests.core.oracle import between

START = date(2026, 12, 5)


class Ordered(NamedTuple):
    person: Traveller
    on: date
    stay: int  # during which the ruling was served
    by: date  # when the court told to leave


@st.composite
def permits(draw: st.DrawFn) -> Permit:
    first = START + DAY * draw(st.integers(-3, 40))
    until = first + DAY * draw(st.integers(0, 40))
    if draw(st.booleans()):
        return Permit(kind="rvp", first=first, until=until)
    numbers = st.none() | st.integers(1, 12)
    return Permit(kind="visa", first=first, until=until, days=draw(numbers), entries=draw(numbers))


@st.composite
def ordered(draw: st.DrawFn) -> Ordered:
    stays: list[Stay] = []
    free = START
    for _ in range(draw(st.integers(1, 4))):
        entry = free + DAY * draw(st.integers(0, 9))
        free = entry + DAY * draw(st.integers(0, 20))
        stays.append(Stay(entry=entry, exit=free))
    if draw(st.booleans()):
        stays[-1] = Stay(entry=stays[-1].entry)
    index = draw(st.integers(0, len(stays) - 1))
    served = draw(st.integers(0, 20).map(lambda days: stays[index].entry + DAY * days))
    served = min(served, stays[index].exit or served)
    by = served + DAY * draw(st.integers(0, 20))
    person = Traveller(
        name="A",
        citizenship=draw(st.sampled_from([*SMALL_LIMITS, "PK"])),
        stays=tuple(stays),
        permits=tuple(draw(st.lists(permits(), max_size=3))),
        rulings=(Ruling(kind="expulsion", served=served, leave_by=by),),
    )
    return Ordered(person, START + DAY * draw(st.integers(-5, 90)), index, by)


@given(ordered(), st.sampled_from(list(Reading)))
def test_no_day_after_a_court_s_day_is_lawful_whatever_permits_there_are(case: Ordered, reading: Reading) -> None:
    assume(case.person.rulings[0].served <= case.on)  # nobody was told yet
    found = assess(case.person, case.on, SMALL, reading)
    answer = found.stay(case.stay)
    assert answer.because is not None
    for until in (answer.lawful_until.safe, answer.lawful_until.usual):
        assert until is None or until <= case.by
    end = Reckoning(case.person, case.on, SMALL, reading).end(case.stay)
    assert answer.overstay_days >= len(between(case.by + DAY, end))
    if found.current == case.stay:
        assert found.leave_by is not None
        assert found.leave_until is None or found.leave_until <= case.by
        assert found.standing is not Standing.PERMIT
        assert found.standing is Standing.ORDERED


@given(ordered())
def test_beside_a_ruling_too_the_strict_count_promises_no_more_than_the_usual(case: Ordered) -> None:
    found = assess(case.person, case.on, SMALL)
    sides = [(stay.lawful_until.safe, stay.lawful_until.usual) for stay in found.stays if stay.because]
    if found.leave_by:
        sides.append((found.leave_by.safe, found.leave_by.usual))
    for safe, usual in sides:
        assert safe is None or (usual is not None and safe <= usual)
