"""The summary of a traveller says in one row what ``check --json`` says of them."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import msgspec
from hypothesis import assume, example, given
from hypothesis import strategies as st

from kzstay import bundled
from kzstay.core import agenda
from kzstay.core.assess import Assessment, assess
from kzstay.core.case import Case, Permit, Traveller
from kzstay.core.problems import problems
from kzstay.core.readings import Reading
from kzstay.core.summary import summary
from kzstay.export import json as answer_json
from tests.core.builders import expulsion, fine, ruled
from tests.helpers import day, stay, traveller
from tests.test_any_case import days, travellers

LAW = bundled.law()
ON = day("2026-11-22")


def checked(a: Assessment) -> dict[str, Any]:
    """Return what ``check --json`` prints of a traveller."""
    return json.loads(answer_json.text(answer_json.check([a], a.on, a.reading, LAW)))["travellers"][0]


def iso(day: date | None) -> str | None:
    return day and day.isoformat()


def row(person: Traveller, on: str = "2026-11-22", reading: Reading = Reading.SAFE) -> dict[str, Any]:
    return msgspec.to_builtins(summary(assess(person, day(on), LAW, reading)))


@given(travellers(), days(), st.sampled_from(list(Reading)))
@example(traveller("DE", stay("2026-10-25")), ON, Reading.USUAL)
@example(traveller("KZ", stay("2026-10-25")), ON, Reading.SAFE)
def test_a_row_says_what_check_says(person: Traveller, on: date, reading: Reading) -> None:
    assume(not problems(Case(travellers=(person,)), bundled.countries(), ON))
    told = summary(assess(person, on, LAW, reading))
    a = assess(person, on, LAW, reading)  # anew, so that it is asked in another order
    said = checked(a)
    assert (told.traveller, told.citizenship, told.on) == (person.name, person.citizenship, on)
    assert told.standing == said["standing"]
    over = 0 if a.citizen else sum(one["overstay_days"] for one in said["stays"])
    assert told.overstay_days == over
    assert told.missed == sum(one["state"] == "missed" for one in said["duties"])
    following = said["next_entry"] or {"date": None, "whole_plan": None}
    assert (iso(told.next_entry), told.next_days) == (following["date"], following["whole_plan"])
    counting = [one for one in (said["regime"] or {"limits": []})["limits"] if "used" in one]
    used = [(one["used"], one["remaining"]) for one in counting]
    assert (told.used, told.remaining) in used if used else (None, None)
    assert told.days_left == (None if told.leave_by is None else (told.leave_by - on).days) == a.days_left
    if not person.rulings:
        assert told.sound == a.sound
        leave_by = said["leave_by"] or {"safe": None, "usual": None, "because": None}
        assert (iso(told.leave_by), told.because) == (leave_by[reading], leave_by["because"])
    task = agenda.next_task(a)
    assert told.next_duty == (task and task.kind)
    dues = [one["due"][reading] for one in said["duties"] if one["kind"] == told.next_duty and not one["right"]]
    assert told.next_due is None or (task is not None and task.row.right) or iso(told.next_due) in dues


def test_of_several_limits_that_count_days_the_one_that_binds_is_told() -> None:
    before = stay("2026-07-01", "2026-07-30"), stay("2026-09-01", "2026-09-30"), stay("2026-10-10", "2026-10-12")
    told = row(traveller("DE", *before, stay("2026-11-01")))
    assert (told["because"], told["used"], told["remaining"]) == ("rolling", 85, 5)
    assert (told["leave_by"], told["days_left"]) == ("2026-11-27", 5)


def test_of_a_stay_that_another_limit_ends_the_days_of_the_tightest_are_told() -> None:
    told = row(traveller("DE", stay("2026-11-11")))
    assert (told["because"], told["used"], told["remaining"]) == ("per-entry", 12, 78)


def test_who_has_no_regime_has_no_days() -> None:
    told = row(traveller("AF", stay("2026-11-11")))
    assert (told["standing"], told["used"], told["remaining"], told["next_entry"]) == (
        "no-regime",
        None,
        None,
        None,
    )


def test_all_stays_that_were_too_long_count() -> None:
    told = row(traveller("DE", stay("2025-01-01", "2025-02-04"), stay("2026-01-01", "2026-02-01")))
    assert (told["standing"], told["overstay_days"], told["missed"]) == ("outside", 5 + 2, 0)


def test_the_first_duty_of_the_present_stay_is_told_and_those_missed_are_counted() -> None:
    told = row(traveller("DE", stay("2026-11-20")))
    assert (told["next_duty"], told["next_due"]) == ("host-notice", "2026-11-24")
    gone = row(traveller("DE", stay("2026-10-01")))
    assert (gone["standing"], gone["missed"]) == ("overstay", 1)


def test_a_day_that_a_court_set_is_told_where_it_is_another_one() -> None:
    told = row(ruled(traveller("DE", stay("2026-10-01")), expulsion("2026-11-20", "2026-11-30")))
    assert (told["standing"], told["leave_by"], told["because"]) == ("ordered", "2026-11-30", "ruling")
    undated = row(ruled(traveller("DE", stay("2026-11-01")), expulsion("2026-11-20")))
    assert (undated["leave_by"], undated["days_left"], undated["because"]) == (None, None, None)


def test_who_is_barred_is_not_sound() -> None:
    barred = assess(ruled(traveller("DE"), fine("2026-11-01")), ON, LAW)
    assert (summary(barred).standing, summary(barred).sound) == ("barred", False)
    assert summary(assess(traveller("DE"), ON, LAW)).sound


def test_a_citizen_stays_as_long_as_they_like_whatever_they_showed() -> None:
    told = assess(traveller("KZ", stay("2026-01-01", "2026-06-01", citizenship="DE")), ON, LAW)
    assert (summary(told).overstay_days, summary(told).sound) == (0, True)


def test_a_permit_sets_the_day() -> None:
    held = Permit(kind="rvp", first=day("2026-10-01"), until=day("2027-03-01"))
    person = msgspec.structs.replace(traveller("DE", stay("2026-10-05")), permits=(held,))
    told = row(person)
    assert (told["standing"], told["because"], told["leave_by"]) == ("permit", "permit", "2027-03-01")
