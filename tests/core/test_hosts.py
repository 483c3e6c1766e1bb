"""The host's desk: who is whose guest, what is due, what was late, and when invitations are not considered."""

from __future__ import annotations

import dataclasses
from datetime import date

import msgspec
import pytest
from dateutil.relativedelta import relativedelta

from kzstay.core.assess import assess
from kzstay.core.case import Case, Host, HostKind, Stay, Traveller
from kzstay.core.days import DAY
from kzstay.core.hosts import (
    Desk,
    HostId,
    Task,
    can_be_marked,
    desks,
    guest_of,
    id_of,
    invitations,
    marked,
    to_be_marked,
)
from kzstay.core.readings import Reading
from tests.core.builders import LAW, SAFE, USUAL, visa
from tests.helpers import case, day, move, stay, traveller

ON = day("2026-11-26")  # a Thursday


def guest(
    country: str, *stays: Stay, name: str = "Hotel Alatau", kind: HostKind | None = "medium", person: str = "A"
) -> Traveller:
    made = traveller(country, *stays, name=person)
    return made if kind is None else msgspec.structs.replace(made, host=Host(kind=kind, name=name))


def of(*guests: Traveller, on: date = ON, reading: Reading = SAFE) -> list[Desk]:
    return desks([guest_of(assess(one, on, LAW, reading)) for one in guests], LAW, on)


def the(*guests: Traveller, on: date = ON, reading: Reading = SAFE) -> Desk:
    (found,) = of(*guests, on=on, reading=reading)
    return found


def dues(tasks: tuple[Task, ...]) -> list[str]:
    return [task.due.isoformat() for task in tasks]


# Who is whose guest


@pytest.mark.parametrize(
    "other", ["hotel  ALATAU ", "«Hotel Alatau»", 'Hotel "Alatau"', "Ｈotel Alatau"], ids=lambda name: name
)
def test_a_name_that_is_written_otherwise_is_no_other_host(other: str) -> None:
    found = the(guest("DE", person="A"), guest("FR", name=other, person="B"))
    assert len(found.guests) == 2
    assert found.name == "Hotel Alatau"  # as it was written first


def test_another_kind_or_another_name_is_another_host() -> None:
    assert id_of(Host(kind="medium", name="Alatau")) != id_of(Host(kind="large", name="Alatau"))
    assert id_of(Host(kind="medium", name="Alatau")) != id_of(Host(kind="medium", name="Alatau 2"))
    assert id_of(None) == HostId(None, "")


def test_hosts_that_are_known_come_first_and_those_with_the_most_to_do_before_others() -> None:
    nobody, unnamed = guest("DE", stay("2026-11-24"), kind=None), guest("DE", stay("2026-11-24"), name="")
    quiet = guest("DE", stay("2026-11-24", notified="2026-11-24"), name="Quiet")
    today = guest("DE", stay("2026-11-24"), name="Today")  # a Tuesday: the third working day is the 26th
    soon = guest("DE", stay("2026-11-25"), name="Soon")
    found = of(nobody, unnamed, quiet, soon, today)
    assert [desk.name for desk in found] == ["Today", "Soon", "Quiet", "", ""]
    assert [desk.host.kind for desk in found[3:]] == ["medium", None]


def test_of_a_host_that_nobody_named_and_of_none_no_offences_are_added_up() -> None:
    late = stay("2026-03-02", "2026-03-20", notified="2026-03-20"), stay("2026-06-01", notified="2026-06-19")
    for desk in of(guest("RU", *late, name=" "), guest("RU", *late, kind=None)):
        assert desk.invitations is None
        assert len(desk.notices.late) == 2  # what was late of each guest is told


# What is due


def test_notices_are_due_today_and_in_the_seven_days_that_begin_with_it() -> None:
    # Entered on Tuesday 24, Wednesday 25 and Thursday 26: the third working day by the strict count
    found = the(*(guest("DE", stay(f"2026-11-{number}"), person=str(number)) for number in (26, 24, 25)))
    assert dues(found.notices.due_by(ON)) == ["2026-11-26"]
    assert found.week_end == day("2026-12-02")
    assert dues(found.notices.due_by(found.week_end)) == ["2026-11-26", "2026-11-27", "2026-11-30"]
    assert found.here == 3


def test_by_the_usual_count_the_day_of_the_arrival_is_not_one_of_them() -> None:
    found = the(guest("DE", stay("2026-11-24")), reading=USUAL)
    (task,) = found.notices.open
    assert (task.due, task.due_other) == (day("2026-11-27"), day("2026-11-26"))
    assert found.notices.due_by(ON) == ()


def test_a_registration_is_due_on_the_thirtieth_day_and_a_week_is_no_working_week() -> None:
    # ML 6(5) and order 923: a Russian, more than 30 days. 30 days from 3 November are over on 2 December
    found = the(
        guest("RU", stay("2026-11-03", notified="2026-11-03"), person="A"),
        guest("RU", stay("2026-11-04", notified="2026-11-04"), person="B"),
    )
    assert dues(found.registrations.open) == ["2026-12-02", "2026-12-03"]
    assert dues(found.registrations.due_by(found.week_end)) == ["2026-12-02"]


def test_nothing_is_due_of_a_guest_who_is_still_to_come_nor_of_what_is_not_required() -> None:
    coming = guest("DE", stay("2026-11-27"), person="A")
    short = guest("RU", stay("2026-11-20", "2026-11-29", notified="2026-11-20"), person="B")
    found = the(coming, short)
    assert found.notices.open == ()
    assert found.registrations.open == ()
    assert found.here == 1


def test_a_guest_who_left_within_the_days_of_the_notice_is_still_to_be_told_of() -> None:
    found = the(guest("DE", stay("2026-11-24", "2026-11-25")))
    assert dues(found.notices.open) == ["2026-11-26"]
    assert found.here == 0


def test_each_change_of_address_needs_a_notice_of_its_own() -> None:
    found = the(guest("DE", stay("2026-11-02", notified="2026-11-02", moves=[move("2026-11-25")])))
    (task,) = found.notices.open
    assert (task.since, task.due) == (day("2026-11-25"), day("2026-11-27"))
    assert task.move is not None


# What was late, and what nobody recorded


def test_what_nobody_recorded_is_neither_late_nor_an_offence() -> None:
    found = the(guest("DE", stay("2026-11-02"), person="A"), guest("DE", stay("2026-11-03"), person="B"))
    assert dues(found.notices.unrecorded) == ["2026-11-04", "2026-11-05"]
    assert (found.notices.missed, found.notices.late) == ((), ())
    assert found.invitations is not None
    assert found.invitations.offences == ()


def test_what_was_not_recorded_a_year_ago_is_told_of_guests_who_are_here_alone() -> None:
    gone = guest("DE", stay("2025-10-01", "2025-10-10"), person="A")
    here = guest("RU", stay("2025-10-01"), person="B")
    found = the(gone, here)
    assert [task.traveller for task in found.notices.unrecorded] == [here.key.number]


def test_one_day_on_which_perhaps_nobody_received_a_guest_is_none_that_is_not_recorded() -> None:
    assert the(guest("ES", stay("2026-10-12", "2026-10-12"))).notices.unrecorded == ()


def test_a_known_miss_is_an_offence_where_the_law_takes_silence_for_one() -> None:
    silent = msgspec.structs.replace(LAW.duties["host-notice"], silent="missed")
    law = dataclasses.replace(LAW, duties={**LAW.duties, "host-notice": silent})
    missed = guest("DE", stay("2026-11-02"))
    (found,) = desks([guest_of(assess(missed, ON, law))], law, ON)
    assert dues(found.notices.missed) == ["2026-11-04"]
    assert found.invitations is not None
    assert found.invitations.offences == (day("2026-11-05"),)
    assert [task.since for task in to_be_marked(found.notices)] == [day("2026-11-02")]


# Invitations: ML 48, last part: held liable twice in twelve calendar months before the application


def told(*offences: str, on: str) -> tuple[str | None, str | None]:
    found = invitations(LAW, map(day, offences), day(on))
    return tuple(one.isoformat() if one else None for one in (found.barred_until, found.bars_before))  # pyright: ignore[reportReturnType]


@pytest.mark.parametrize(
    ("offences", "on", "barred_until", "bars_before"),
    [
        ([], "2026-11-26", None, None),
        # One: the twelve months end on the day of the same number, so the day after is the first that is free
        (["2026-03-13"], "2026-11-26", None, "2027-03-14"),
        (["2026-03-13"], "2027-03-13", None, "2027-03-14"),
        (["2026-03-13"], "2027-03-14", None, None),
        # Two: barred until the first of them is no more among the twelve months
        (["2026-03-13", "2026-09-01"], "2026-11-26", "2027-03-13", "2027-09-02"),
        (["2026-09-01", "2026-03-13"], "2027-03-13", "2027-03-13", "2027-09-02"),
        (["2026-03-13", "2026-09-01"], "2027-03-14", None, "2027-09-02"),
        # Three: the first is of no moment any more, the last two bar
        (["2026-03-13", "2026-09-01", "2026-10-01"], "2026-11-26", "2027-09-01", "2027-10-02"),
        # Two on one day, of two guests, are two
        (["2026-09-01", "2026-09-01"], "2026-11-26", "2027-09-01", "2027-09-02"),
        # More than twelve months apart
        (["2025-03-13", "2026-03-14"], "2026-11-26", None, "2027-03-15"),
        # One that is exactly twelve months old counts on that day, and on none after it
        (["2025-11-26", "2026-11-26"], "2026-11-26", "2026-11-26", "2027-11-27"),
        (["2025-11-25", "2026-11-26"], "2026-11-26", None, "2027-11-27"),
        # Of the last day of February in a leap year the month has none of that number
        (["2024-02-29", "2024-06-01"], "2025-02-28", "2025-02-28", "2025-06-02"),
        (["2024-02-29", "2024-06-01"], "2025-03-01", None, "2025-06-02"),
        # One that is still to come is none
        (["2026-11-27", "2026-11-28"], "2026-11-26", None, None),
    ],
)
def test_invitations_are_not_considered_as_long_as_two_offences_are_twelve_months_old_at_most(
    offences: list[str], on: str, barred_until: str | None, bars_before: str | None
) -> None:
    assert told(*offences, on=on) == (barred_until, bars_before)


def test_nothing_is_barred_before_the_law_says_so() -> None:
    assert told("2024-03-01", "2024-04-01", on="2024-05-27") == (None, None)  # Law 82-VIII
    assert told("2024-03-01", "2024-04-01", on="2024-05-28") == ("2025-03-01", "2025-04-02")


def test_where_one_offence_were_enough_none_could_come_before_it() -> None:
    law = dataclasses.replace(LAW, invitations=msgspec.structs.replace(LAW.invitations, offences=1))
    found = invitations(law, [day("2026-03-13")], ON)
    assert (found.barred_until, found.bars_before) == (day("2027-03-13"), None)


def test_late_notices_of_several_guests_of_one_host_are_added_up() -> None:
    # Monday 2 March: due on the 4th by the strict count; Monday 1 June: due on the 3rd. ML 6(4)
    first = guest("GB", stay("2026-03-02", "2026-03-20", notified="2026-03-10"), person="A")
    second = guest("FR", stay("2026-06-01", "2026-06-12", notified="2026-06-10"), person="B")
    found = the(first, second)
    assert found.invitations is not None
    assert found.invitations.offences == (day("2026-03-05"), day("2026-06-04"))
    assert found.invitations.barred_until == day("2027-03-05")
    elsewhere = msgspec.structs.replace(second, host=Host(kind="medium", name="Hotel Tien Shan"))
    for desk in of(first, elsewhere):
        assert desk.invitations is not None
        assert desk.invitations.barred_until is None


def test_what_was_late_by_the_strict_count_alone_is_no_offence_by_the_usual_one() -> None:
    person = guest("GB", stay("2026-03-02", "2026-03-20", notified="2026-03-05"))
    for reading, count in ((SAFE, 1), (USUAL, 0)):
        found = the(person, reading=reading)
        assert found.invitations is not None
        assert len(found.invitations.offences) == len(found.notices.late) == count


def test_what_was_late_more_than_twelve_months_ago_is_not_told_any_more() -> None:
    person = guest("RU", stay("2025-09-01", notified="2025-10-01"))
    assert the(person).notices.late == ()


# Marking as done


def task_of(person: Traveller) -> Task:
    desk = the(person)
    return (*to_be_marked(desk.notices), *to_be_marked(desk.registrations))[0]


def test_what_is_open_and_what_nobody_recorded_of_a_present_guest_may_be_marked() -> None:
    gone = guest("DE", stay("2026-11-02", "2026-11-10"), person="A")
    here, new = guest("DE", stay("2026-11-03"), person="B"), guest("DE", stay("2026-11-25"), person="C")
    found = to_be_marked(the(gone, here, new).notices)
    assert [task.traveller for task in found] == [new.key.number, here.key.number]


def test_a_day_before_the_arrival_or_still_to_come_is_none_on_which_it_was_done() -> None:
    task = task_of(guest("DE", stay("2026-11-24")))
    days = "2026-11-23", "2026-11-24", "2026-11-26", "2026-11-27"
    assert [can_be_marked(task, day(one), ON) for one in days] == [False, True, True, False]


def test_nobody_registers_after_the_exit_but_a_notice_may_still_be_given() -> None:
    left = traveller("NG", stay("2026-10-20", "2026-11-24", notified="2026-10-20"))
    task = task_of(guest("DE", stay("2026-11-24", "2026-11-25")))
    assert can_be_marked(task, ON, ON)
    registered = msgspec.structs.replace(task, field="registered", exit=left.stays[0].exit)
    assert not can_be_marked(registered, ON, ON)
    assert can_be_marked(registered, day("2026-11-24"), ON)


def test_marking_records_the_day_in_the_stay_and_in_the_change_of_address() -> None:
    arrived = guest("DE", stay("2026-11-24"), person="A")
    moved = guest("FR", stay("2026-11-02", notified="2026-11-03", moves=[move("2026-11-20"), move("2026-11-25")]))
    other = guest("GB", stay("2026-11-25"), person="C")
    before = case(arrived, moved, other)
    desk = the(arrived, moved)
    after = marked(before, desk.notices.open, ON, ON)
    assert after.travellers[0].stays[0].notified == ON
    assert after.travellers[1].stays[0].notified == day("2026-11-03")
    assert [one.notified for one in after.travellers[1].stays[0].moves] == [None, ON]
    assert after.travellers[2] is before.travellers[2]
    done = desks([guest_of(assess(one, ON, LAW)) for one in after.travellers[:2]], LAW, ON)
    assert done[0].notices.open == ()


def test_a_record_that_is_there_stays_and_what_cannot_be_is_not_marked() -> None:
    # Written down for a day still to come: it counts for nothing, and is not lost
    typed = guest("DE", stay("2026-11-24", notified="2026-12-24"))
    before: Case = case(typed)
    tasks = the(typed).notices.open
    assert len(tasks) == 1
    assert to_be_marked(the(typed).notices) == ()
    assert marked(before, tasks, ON, ON) == before
    new = case(guest("DE", stay("2026-11-24")))
    assert marked(new, the(new.travellers[0]).notices.open, day("2026-11-23"), ON) == new


def test_a_registration_is_recorded_in_its_own_field() -> None:
    person = guest("RU", stay("2026-11-03", notified="2026-11-03"))
    after = marked(case(person), the(person).registrations.open, ON, ON)
    assert after.travellers[0].stays[0].registered == ON
    assert after.travellers[0].stays[0].notified == day("2026-11-03")


def test_on_a_long_visa_a_registration_is_to_be_asked_about() -> None:
    on_visa = msgspec.structs.replace(
        guest("NG", stay("2026-10-20", notified="2026-10-20")), permits=(visa("2026-10-01", "2027-10-01"),)
    )
    found = the(on_visa)
    # The law asks it of all who enter for more than 30 days, the order of some: told as open, never as missed
    assert found.registrations.missed == ()
    assert all(task.doubtful for task in found.registrations.open)
    assert found.registrations.unrecorded == ()


def test_the_months_of_an_offence_are_those_of_the_calendar() -> None:
    on = day("2026-11-22")
    for back in range(-2, 400):
        offence = on - DAY * back
        wanted = offence <= on <= offence + relativedelta(months=LAW.invitations.months)
        found = invitations(LAW, [offence], on)
        assert bool(found.offences) is wanted, offence
