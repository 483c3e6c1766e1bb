"""The entry check beside the cases of the law: what is asked of whom, and what is left out."""

from __future__ import annotations

import dataclasses
from itertools import product

import msgspec
import pytest

from kzstay.core.assess import Assessment, assess
from kzstay.core.case import PassportKind, Traveller
from kzstay.core.entry_check import EntryCheck, check_entry
from kzstay.core.law.entry_rows import EntryLaw
from kzstay.core.readings import Reading
from tests.core.builders import LAW, expulsion, fine, ruled
from tests.helpers import day, permit, stay, traveller

ON = "2026-11-27"


def assessed(person: Traveller, on: str = ON) -> Assessment:
    return assess(person, day(on), LAW)


def check(person: Traveller, entry: str = "2026-12-10", days: int | None = None, purpose: str = "") -> EntryCheck:
    return check_entry(assessed(person), day(entry), days, purpose or None)


def test_an_unknown_purpose_is_an_error() -> None:
    with pytest.raises(KeyError):
        check(traveller("DE"), purpose="holiday")


def test_a_day_within_a_stay_is_no_day_of_an_entry() -> None:
    found = check(traveller("DE", stay("2026-12-01", "2026-12-20")))
    assert (found.taken, found.planned, found.duties) == (0, None, [])
    assert not found.possible


def test_what_is_known_of_the_days_before_an_entry_counts() -> None:
    person = traveller("DE", stay("2026-08-01", "2026-08-30"), stay("2026-09-05", "2026-10-04"))
    found = check(person, days=40)
    assert found.longest is not None
    assert found.longest.days == 30
    assert found.asked is not None
    assert not found.asked.lawful
    assert found.possible


def test_an_entry_that_is_past_is_not_told_as_missed() -> None:
    found = check(traveller("DE"), entry="2026-01-12", days=10)
    assert {duty.state for duty in found.duties} == {"open"}


def test_before_the_day_of_an_order_to_leave_is_entered_nothing_is_planned() -> None:
    person = ruled(traveller("DE", stay("2026-11-01")), expulsion("2026-11-20"))
    shortened = msgspec.structs.replace(person.rulings[0], kind="shortened")
    found = check(ruled(person, shortened))
    assert found.assessment.reckoning.undated
    assert found.planned is None


def test_a_visa_is_supposed_only_where_days_are_asked_for() -> None:
    asked, open_ended = check(traveller("PK"), days=5), check(traveller("PK"))
    assert asked.visa_supposed
    assert not open_ended.visa_supposed
    assert [duty.kind for duty in open_ended.duties] == ["host-notice"]


def test_the_traveller_of_the_case_stays_as_it_is() -> None:
    person = traveller("PK")
    found = check(person, days=5)
    assert found.assessment.traveller is person
    assert found.planned is not None
    assert len(found.planned.traveller.permits) == 1


def test_what_was_paid_refuses_nothing() -> None:
    person = traveller("DE", stay("2026-05-01", "2026-06-04"))
    assert check(ruled(person, fine("2026-06-04", paid="2026-06-10"))).found == []
    refused = check(ruled(person, fine("2026-06-04")))
    (ground,) = refused.found
    assert ground.bar is not None
    assert len(refused.found) + len(refused.to_rule_out) == len(LAW.entry.grounds)


def test_papers_of_children_are_supposed_where_nobody_knows_the_age() -> None:
    supposed = {paper.row.id for paper in check(traveller("RU")).papers if paper.supposed}
    assert supposed == {"paper-child", "paper-child-russia"}
    assert not any(paper.supposed for paper in check(traveller("RU", born="2015-01-01")).papers)


def test_a_permit_of_residence_lets_in_at_any_time() -> None:
    found = check(traveller("DE", permits=[permit("2025-01-01", "2030-01-01", "residence")]))
    assert (found.way, found.resides) == ("permit", True)
    assert found.permit_until == day("2030-01-01")
    assert not any(ground.row.id in ("refusal-means", "refusal-days") for ground in found.grounds)


def test_a_ground_that_is_not_in_force_yet_is_not_told() -> None:
    grounds = [msgspec.structs.replace(row, begins=day("2027-01-01")) for row in LAW.entry.grounds]
    entry = msgspec.structs.replace(LAW.entry, grounds=grounds)
    assert isinstance(entry, EntryLaw)
    law = dataclasses.replace(LAW, entry=entry)
    assert check_entry(assess(traveller("DE"), day(ON), law), day("2026-12-10")).grounds == []


def test_a_ban_that_ends_before_the_entry_refuses_nothing() -> None:
    person = ruled(traveller("DE"), expulsion("2022-01-10", "2022-01-20", executed="2022-01-20"))
    assert [ground.row.id for ground in check(person).found] == ["refusal-ban"]
    assert check(person, entry="2027-03-01").found == []


def test_both_readings_answer() -> None:
    for reading in Reading:
        a = assess(traveller("GE"), day(ON), LAW, reading)
        assert check_entry(a, day("2026-12-10"), 90).way == "visa-free"


def test_every_row_of_the_law_is_answered() -> None:
    people: set[tuple[str, PassportKind]] = set()
    for row in (*LAW.regimes, *LAW.visas):
        people |= set(product(row.countries, row.passports))
    for code, passport in people:
        found = check(Traveller(name="", citizenship=code, passport=passport))
        assert found.papers or found.way == "citizen"


def test_an_expulsion_that_somebody_here_has_yet_to_carry_out_is_a_ground_that_is_shown() -> None:
    person = ruled(traveller("DE", stay("2026-10-01")), expulsion("2026-11-15", "2026-11-25"))
    assert [ground.row.id for ground in check(person).found] == ["refusal-expulsion"]
