from __future__ import annotations

from datetime import date, timedelta
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from kzstay.bundled import law
from kzstay.core.assess import Assessment, LeaveBy, assess, reckon
from kzstay.core.case import PassportKind, Permit, Ruling, Stay, Traveller
from kzstay.core.next_entry import NextEntry
from kzstay.core.readings import Both, Reading
from kzstay.core.verdict import Standing
from tests.core.builders import expulsion, fine, ruled, visa
from tests.core.histories import PARTING
from tests.helpers import day, permit, span, stay, traveller

LAW = law()
SAFE, USUAL = Reading.SAFE, Reading.USUAL

ANNA = traveller(
    "DE",
    stay("2026-05-20", "2026-06-08", notified="2026-05-21"),
    stay("2026-11-11", notified="2026-11-12"),
)


def answer(person: Traveller, on: str, reading: Reading = SAFE) -> Assessment:
    return assess(person, day(on), LAW, reading)


def test_a_whole_answer() -> None:
    found = answer(ANNA, "2026-11-22")
    assert (found.traveller, found.on, found.reading) == (ANNA, day("2026-11-22"), SAFE)
    assert found.standing is Standing.LAWFUL
    assert found.current == 1
    assert found.regime is not None
    assert found.regime.id == "unilateral-30"
    # 30 days from 11 November: 20 of November and ten of December
    assert found.leave_by == LeaveBy(day("2026-12-10"), day("2026-12-10"), "per-entry")
    assert (found.leave_until, found.days_left) == (day("2026-12-10"), 18)
    # 181 days to 22 November begin on 26 May: 14 days of the first stay and twelve of the second
    rolling = found.limits[1]
    assert (rolling.used, rolling.remaining, rolling.window) == (26, 64, span("2026-05-26", "2026-11-22"))
    assert found.next_entry == NextEntry(day("2026-12-11"), 30, 30, day("2026-12-10"))
    assert [(s.index, s.days, s.lawful_until, s.because, s.overstay_days, s.planned) for s in found.stays] == [
        (0, 20, Both(day("2026-06-18"), day("2026-06-18")), "per-entry", 0, False),
        (1, 12, Both(day("2026-12-10"), day("2026-12-10")), "per-entry", 0, False),
    ]
    assert [(d.kind, d.stay, d.state) for d in found.duties] == [
        ("host-notice", 0, "done"),
        ("leave", 0, "done"),
        ("host-notice", 1, "done"),
        ("longer", 1, "open"),
        ("leave", 1, "open"),
    ]
    assert found.notes == []
    assert found.sound


def test_counts_follow_the_reading_and_dated_answers_hold_both() -> None:
    person = traveller("DE", *PARTING, stay("2026-06-10"))
    safe, usual = answer(person, "2026-07-02"), answer(person, "2026-07-02", USUAL)
    assert safe.leave_by == LeaveBy(day("2026-06-29"), day("2026-07-09"), "rolling")
    assert usual.leave_by == LeaveBy(day("2026-06-29"), day("2026-07-09"), "per-entry")
    assert (safe.days_left, usual.days_left) == (-3, 7)
    assert (safe.standing, usual.standing) == (Standing.OVERSTAY, Standing.ENDING)
    assert (safe.stays[3].overstay_days, usual.stays[3].overstay_days) == (3, 0)
    # 2 July less 179 days is 4 January: 27 + 30 + 10 + 23 days, and one more where 3 January counts too
    assert (safe.limits[1].used, usual.limits[1].used) == (91, 90)
    assert safe.stays[3].lawful_until == usual.stays[3].lawful_until


def test_who_is_outside_has_no_day_to_leave_by() -> None:
    found = answer(ANNA, "2026-07-01")
    assert (found.standing, found.current, found.leave_by) == (Standing.OUTSIDE, None, None)
    assert (found.leave_until, found.days_left) == (None, None)
    assert found.stays[1].planned
    assert found.stays[1].days == 0, "a plan without end has no length"


def test_who_has_nothing_left_has_no_lawful_day() -> None:
    person = traveller(
        "IN",
        stay("2026-01-01", "2026-01-14"),
        stay("2026-02-01", "2026-02-14"),
        stay("2026-03-01", "2026-03-14"),
        stay("2026-04-01"),
    )
    found = answer(person, "2026-04-02")
    assert found.leave_by == LeaveBy(None, None, "rolling")
    assert (found.leave_until, found.days_left) == (None, None)
    assert found.stays[3].overstay_days == 2
    assert not found.sound


def test_an_answer_without_stays_is_that_of_an_entry_on_the_day() -> None:
    found = answer(traveller("RU"), "2026-11-22")
    assert (found.standing, found.next_entry) == (Standing.OUTSIDE, NextEntry(day("2026-11-22"), 90, 90, None))
    assert found.regime is not None
    assert found.regime.id == "eaeu"
    assert (found.stays, found.duties, found.notes, found.sound) == ([], [], [], True)


@pytest.mark.parametrize(
    ("rulings", "on"),
    [([fine("2026-11-05")], "2026-11-22"), ([expulsion("2026-11-12", "2026-12-05")], "2026-11-30")],
)
def test_a_right_that_was_let_go_is_not_missed_but_what_bars_is_not_sound(rulings: list[Ruling], on: str) -> None:
    person = ruled(traveller("DE", stay("2026-11-11", notified="2026-11-12")), *rulings)
    found = answer(person, on)
    assert not any(duty.neglected for duty in found.duties)
    assert not found.sound
    lapsed = {duty.kind for duty in found.duties if duty.state == "lapsed"}
    assert lapsed == {"appeal"}


@pytest.mark.parametrize(
    ("exit_day", "notified", "on", "sound"),
    [
        ("2026-12-10", "2026-11-12", "2027-01-01", True),
        ("2026-12-11", "2026-11-12", "2027-01-01", False),  # a day too long
        ("2026-12-11", "2026-11-12", "2026-11-22", False),  # planned a day too long
        ("2026-12-10", None, "2027-01-01", True),  # the notice may have been given
        ("2026-12-10", "2026-11-20", "2027-01-01", True),  # late, but done
        ("2026-12-10", None, "2026-11-12", True),  # not yet due
    ],
)
def test_all_is_sound_when_nothing_is_overstayed_and_nothing_missed(
    exit_day: str, notified: str | None, on: str, sound: bool
) -> None:
    assert answer(traveller("DE", stay("2026-11-11", exit_day, notified=notified)), on).sound is sound


def test_without_a_regime_nothing_is_said_but_that() -> None:
    found = answer(traveller("PK", stay("2026-11-11")), "2026-11-22")
    assert (found.standing, found.leave_by, found.regime) == (Standing.NO_REGIME, None, None)
    assert (found.limits, found.next_entry, found.days_left) == ([], None, None)
    assert [note.code for note in found.notes] == ["visa-needed"]


def test_a_visa_needs_no_regime() -> None:
    person = traveller("PK", stay("2026-11-11"), permits=[permit("2026-11-01", "2026-12-31")])
    found = answer(person, "2026-11-22")
    assert found.notes == []
    assert found.standing is Standing.PERMIT
    assert found.leave_by == LeaveBy(day("2026-12-31"), day("2026-12-31"), "permit")


def test_by_a_visa_whose_days_are_read_in_two_ways_one_leaves_on_two_days() -> None:
    # readings.toml, visa-days: ten days of thirty are used, or they begin anew on 11 November
    held = [visa("2026-10-01", "2026-12-31", days=30)]
    person = traveller("PK", stay("2026-10-01", "2026-10-10"), stay("2026-11-11"), permits=held)
    assert answer(person, "2026-11-22").leave_by == LeaveBy(day("2026-11-30"), day("2026-12-10"), "permit")
    late = answer(person, "2026-12-05")
    assert late.standing is Standing.OVERSTAY
    assert late.leave_by == LeaveBy(day("2026-11-30"), day("2026-12-10"), "permit")
    assert (late.stays[1].overstay_days, late.days_left) == (5, -5)
    assert answer(person, "2026-12-05", USUAL).standing is Standing.PERMIT
    assert answer(person, "2026-12-05", USUAL).days_left == 5


# Any person


PERSONS: list[tuple[str, PassportKind]] = [*sorted(LAW.by_person), ("PK", "national")]


@st.composite
def people(draw: st.DrawFn) -> Traveller:
    start = draw(st.dates(date(2022, 1, 1), date(2027, 1, 1)))
    stays: list[Stay] = []
    for _ in range(draw(st.integers(0, 6))):
        entry = start + timedelta(days=draw(st.integers(0, 60)))
        start = entry + timedelta(days=draw(st.integers(0, 100)))
        last = None if draw(st.integers(0, 5)) == 0 else start
        stays.append(Stay(entry=entry, exit=last, notified=draw(st.none() | st.just(entry))))
    permits: list[Permit] = []
    for _ in range(draw(st.integers(0, 2))):
        first = start - timedelta(days=draw(st.integers(0, 300)))
        until = first + timedelta(days=draw(st.integers(0, 300)))
        permits.append(Permit(kind="visa", first=first, until=until))
    born = draw(st.none() | st.dates(date(2006, 1, 1), date(2014, 1, 1)))
    citizenship, passport = draw(st.sampled_from(PERSONS))
    return Traveller(
        name="A",
        citizenship=citizenship,
        passport=passport,
        born=born,
        stays=tuple(draw(st.permutations(stays))),
        permits=tuple(permits),
    )


ON = st.dates(date(2022, 1, 1), date(2028, 1, 1))


@given(people(), ON, st.sampled_from(list(Reading)))
def test_an_answer_agrees_with_itself(person: Traveller, on: date, reading: Reading) -> None:
    found = assess(person, on, LAW, reading)
    assert [s.index for s in found.stays] == list(range(len(person.stays)))
    if found.current is not None:
        present = found.stays[found.current]
        assert present.entry <= on
        assert not present.planned
        until = present.lawful_until.under(reading)
        sure, perhaps = found.reckoning.over
        if found.standing in (Standing.LAWFUL, Standing.ENDING) and perhaps:
            # The strict last day is over only if a stay whose exit nobody recorded went on, which nobody knows
            assert sure == 0
            assert until is None or until < on
        elif found.standing in (Standing.LAWFUL, Standing.ENDING):
            assert until is not None
            assert until >= on
            assert found.days_left == (until - on).days
            assert (found.standing is Standing.ENDING) == ((until - on).days <= LAW.ending_days)
        if found.standing is Standing.OVERSTAY:
            assert until is None or until < on
            assert present.overstay_days > 0
    else:
        assert found.standing is Standing.OUTSIDE
    for told in found.stays:
        assert told == Assessment(reckon(person, on, LAW), reading).stay(told.index)
        assert told.overstay_days >= 0
        until = told.lawful_until.under(reading)
        assert until is None or until >= told.entry
    for use in found.limits:
        if use.used is not None:
            assert use.remaining == use.days - use.used
    if found.next_entry:
        assert found.next_entry.day >= on
        assert 1 <= found.next_entry.days <= found.next_entry.by_history


@given(people(), ON, st.randoms(use_true_random=False))
def test_the_order_of_stays_in_a_file_changes_nothing(person: Traveller, on: date, shuffler: Random) -> None:
    order = list(range(len(person.stays)))
    shuffler.shuffle(order)
    other_person = replace(
        person, stays=tuple(person.stays[i] for i in order), permits=tuple(reversed(person.permits))
    )
    found, other = assess(person, on, LAW), assess(other_person, on, LAW)
    assert (other.standing, other.leave_by, other.next_entry) == (
        found.standing,
        found.leave_by,
        found.next_entry,
    )
    for place, index in enumerate(order):
        assert other.stays[place].lawful_until == found.stays[index].lawful_until
        assert other.stays[place].overstay_days == found.stays[index].overstay_days


@given(people(), ON)
def test_dated_answers_are_the_same_whichever_reading_is_asked_for(person: Traveller, on: date) -> None:
    person = replace(person, born=None)
    safe, usual = assess(person, on, LAW, SAFE), assess(person, on, LAW, USUAL)
    assert [s.lawful_until for s in safe.stays] == [s.lawful_until for s in usual.stays]
    # Where a stay has a regime by one reading only, the other says nothing of leaving
    known = {s.index for s in safe.stays if s.because} & {s.index for s in usual.stays if s.because}

    def dues(found: Assessment) -> dict[tuple[str, int | None, date], Both[date]]:
        return {(d.kind, d.stay, d.since): d.due for d in found.duties if d.stay in known}

    assert dues(safe) == dues(usual)


@given(people(), ON)
def test_no_duty_of_a_past_stay_is_due_later_in_the_safe_reading(person: Traveller, on: date) -> None:
    for duty in assess(person, on, LAW).duties:
        if duty.stay is not None and person.stays[duty.stay].entry <= on:
            assert duty.due.safe <= duty.due.usual, duty


def test_a_permit_that_began_after_a_gap_gives_its_days_and_leaves_the_gap_overstayed() -> None:
    person = traveller("DE", stay("2026-09-01"), permits=[permit("2026-10-11", "2027-10-10", "rvp")])
    found = answer(person, "2026-11-22")
    assert found.standing is Standing.PERMIT
    assert found.leave_by == LeaveBy(day("2027-10-10"), day("2027-10-10"), "permit")
    assert found.stays[0].overstay_days == 10, "1 to 10 October"


def test_outside_with_a_permit_one_may_enter_while_it_lasts() -> None:
    person = traveller("PK", permits=[permit("2020-01-01", "2026-12-31", "residence")])
    assert answer(person, "2026-11-22").next_entry == NextEntry(day("2026-11-22"), 40, 40, None)
    assert answer(traveller("PK"), "2026-11-22").next_entry is None


def test_a_stay_is_answered_once() -> None:
    found = answer(traveller("DE", stay("2026-11-11")), "2026-11-22")
    assert found.stay(0) is found.stay(0) is found.stays[0]


def test_what_is_needed_is_told_of_the_present_stay_or_of_an_entry_on_the_day() -> None:
    here, outside = (
        answer(traveller("PK", stay("2026-11-20")), "2026-11-22"),
        answer(traveller("PK"), "2026-11-22"),
    )
    assert (here.entry, here.need) == (day("2026-11-20"), "visa")
    assert (outside.entry, outside.need) == (day("2026-11-22"), "visa")


RESIDENCE = [permit("2024-01-10", "2034-01-09", "residence")]


@pytest.mark.parametrize(
    ("person", "resides"),
    [
        (traveller("DE", stay("2026-11-11"), permits=RESIDENCE), True),
        (traveller("DE", permits=RESIDENCE), True),  # outside, and may come at any time
        (ruled(traveller("DE", permits=RESIDENCE), expulsion("2026-01-01", executed="2026-01-05")), False),
        (traveller("DE", stay("2026-11-11")), False),
        (traveller("PK"), False),
    ],
)
def test_one_resides_who_lives_here_and_whom_nothing_keeps_out(person: Traveller, resides: bool) -> None:
    assert answer(person, "2026-11-22").resides is resides


def test_the_last_days_of_the_present_stay_are_those_that_hold_now() -> None:
    found = answer(traveller("DE", *PARTING, stay("2026-06-10")), "2026-07-02")
    assert found.last_days(3) == Both(day("2026-06-29"), day("2026-07-09"))
    assert found.last_days(0) == Both(day("2026-01-30"), day("2026-01-30"))


@pytest.mark.parametrize(
    ("entered", "leave_by", "until"),
    [
        ("2026-11-11", "2026-11-25", "2026-11-25"),
        ("2026-11-11", "2026-12-20", "2026-12-10"),  # the court's day gives no more than the thirty days do
        ("2026-11-11", None, None),  # it told of no day, so nobody can say by when
        ("2026-10-01", "2026-11-25", "2026-11-25"),  # the thirty days were over when the court set another
    ],
)
def test_who_is_told_to_leave_leaves_by_the_day_of_the_court_or_by_an_earlier_one_to_come(
    entered: str, leave_by: str | None, until: str | None
) -> None:
    person = ruled(traveller("DE", stay(entered)), expulsion("2026-11-15", leave_by))
    assert answer(person, "2026-11-20").day_to_leave == (day(until) if until else None)


def test_the_usual_reading_may_use_less_of_a_limit() -> None:
    safe, usual = (answer(ANNA, "2026-11-22", reading) for reading in (SAFE, USUAL))
    assert [use.used for use in safe.limits] == [None, 26]
    assert [use.used for use in safe.usual_limits] == [use.used for use in usual.usual_limits] == [None, 25]


def test_the_days_left_are_those_to_the_day_by_which_to_leave_and_unknown_without_one() -> None:
    over = traveller("DE", stay("2026-10-01"))
    assert answer(over, "2026-11-20").days_left == -21
    assert answer(ruled(over, expulsion("2026-11-05", "2026-11-25")), "2026-11-20").days_left == 5
    assert answer(ruled(over, expulsion("2026-11-05")), "2026-11-20").days_left is None


def test_the_visa_free_limits_are_those_of_a_stay_only_where_nothing_else_lets_it_last() -> None:
    def bind(*stays: Stay, permits: list[Permit] | None = None, rulings: tuple[Ruling, ...] = ()) -> bool:
        person = ruled(traveller("DE", *stays, permits=permits or []), *rulings)
        return assess(person, day("2026-11-22"), law()).limits_bind

    here, held = stay("2026-11-01"), permit("2026-11-01", "2026-12-31")
    assert bind(here)
    assert bind()
    assert not bind(permits=[held])
    assert not bind(here, permits=[held])
    assert bind(here, permits=[permit("2026-11-25", "2026-12-31")]), "it begins later"
    assert not bind(replace(here, kind="transport"))
    assert not bind(here, permits=[permit("2026-01-01", "2030-12-31", "residence")])
    assert not bind(here, rulings=(expulsion("2026-10-20", "2026-11-25"),)), "the entry was refused"
