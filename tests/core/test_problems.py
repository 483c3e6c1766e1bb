"""What cannot be so in a case, and what stands where it means nothing."""

from __future__ import annotations

from collections.abc import Iterable
from typing import get_args

import msgspec
import pytest
from hypothesis import given

from kzstay.bundled import countries
from kzstay.core.case import (
    MOST,
    Permit,
    PermitKind,
    Ruling,
    RulingKind,
    Stay,
)
from kzstay.core.problems import OUT_OF_PLACE, Problem, out_of_place, problems, traveller_problems, twins
from tests.core.oracle import Stays, stays
from tests.helpers import case, day, permit, stay, traveller

KNOWN = countries()
TODAY = day("2026-11-22")


def found(*plan: Stay) -> list[tuple[str, int | None, int | None]]:
    return [(p.code, p.stay, p.other) for p in problems(case(traveller("DE", *plan)), KNOWN, TODAY)]


@pytest.mark.parametrize(
    ("plan", "why"),
    [
        ([], "nobody has been anywhere yet"),
        ([stay("2026-05-20", "2026-06-08")], "a stay"),
        ([stay("2026-05-20", "2026-05-20")], "a stay of one day"),
        ([stay("2026-05-20", "2026-06-08"), stay("2026-06-08", "2026-06-20")], "out and in on one day"),
        ([stay("2026-05-20", "2026-05-20"), stay("2026-05-20", "2026-05-20")], "twice in on one day"),
        (
            [stay("2026-05-20", "2026-05-22"), stay("2026-05-22", "2026-05-22"), stay("2026-05-22")],
            "three stays of one day",
        ),
        ([stay("2026-07-01", "2026-07-09"), stay("2026-05-20", "2026-06-08")], "in no order"),
        ([stay("2026-05-20"), stay("2026-07-01", "2026-07-09")], "an exit that was not noted"),
        ([stay("2026-05-20", "2026-06-08"), stay("2026-06-08")], "still here since the same day"),
        ([stay("1991-12-16", "1991-12-17"), stay("2199-12-30", "2199-12-31")], "the first and last years"),
    ],
)
def test_what_can_be_so_is_no_problem(plan: list[Stay], why: str) -> None:
    assert found(*plan) == [], why


def test_a_stay_cannot_end_before_it_begins() -> None:
    assert found(stay("2026-06-08", "2026-06-07")) == [("exit-before-entry", 0, None)]


def test_a_stay_that_is_wrong_in_itself_overlaps_nothing() -> None:
    assert found(stay("2026-06-01", "2026-06-30"), stay("2026-06-10", "2026-06-09")) == [
        ("exit-before-entry", 1, None)
    ]


@pytest.mark.parametrize(
    ("plan", "overlaps"),
    [
        ([stay("2026-05-20", "2026-06-08"), stay("2026-06-07", "2026-06-20")], [(1, 0)]),
        ([stay("2026-06-07", "2026-06-20"), stay("2026-05-20", "2026-06-08")], [(0, 1)]),
        ([stay("2026-05-20", "2026-06-08"), stay("2026-05-20", "2026-06-08")], [(1, 0)]),
        ([stay("2026-05-20", "2026-06-08"), stay("2026-05-25")], [(1, 0)]),
        ([stay("2026-05-20"), stay("2026-05-20", "2026-06-08")], [(0, 1)]),
        # the first stay holds both others, also the one that begins after the second has ended
        (
            [
                stay("2026-05-01", "2026-05-30"),
                stay("2026-05-05", "2026-05-06"),
                stay("2026-05-20", "2026-05-25"),
            ],
            [(1, 0), (2, 0)],
        ),
    ],
)
def test_two_stays_share_one_day_at_most(plan: list[Stay], overlaps: list[tuple[int, int]]) -> None:
    assert found(*plan) == [("overlap", one, other) for one, other in overlaps]


@given(stays())
def test_an_overlap_is_told_when_a_stay_begins_before_an_earlier_one_ended(plan: Stays) -> None:
    ordered = sorted(plan)
    overlap = any(later[0] < one[1] for i, one in enumerate(ordered) for later in ordered[i + 1 :])
    told = found(*(Stay(entry=first, exit=last) for first, last in plan))
    assert bool(told) == overlap
    assert {code for code, _, _ in told} <= {"overlap"}


@pytest.mark.parametrize(
    ("plan", "slips"),
    [
        (stay("1990-12-31", "1991-01-05"), ["1990-12-31"]),
        (stay("2199-12-31", "2200-01-01"), ["2200-01-01"]),
        (stay("0226-05-20", "0226-06-08"), ["0226-05-20", "0226-06-08"]),
        (stay("2226-05-20"), ["2226-05-20"]),
    ],
)
def test_a_year_that_nobody_means_is_told(plan: Stay, slips: list[str]) -> None:
    told = problems(case(traveller("DE", plan)), KNOWN, TODAY)
    assert told == [Problem(code="year", traveller=0, stay=0, value=slip) for slip in slips]


@pytest.mark.parametrize("code", ["XX", "", "de", "DEU", "UK"])
def test_a_country_that_does_not_exist_is_told(code: str) -> None:
    assert problems(case(traveller("DE"), traveller(code)), KNOWN, TODAY) == [
        Problem(code="unknown-country", traveller=1, value=code)
    ]


def test_problems_of_all_travellers_are_told() -> None:
    wrong = stay("2026-06-08", "2026-06-07")
    told = problems(case(traveller("XX", wrong), traveller("DE", wrong)), KNOWN, TODAY)
    assert [(p.code, p.traveller) for p in told] == [
        ("unknown-country", 0),
        ("exit-before-entry", 0),
        ("exit-before-entry", 1),
    ]


# Papers


def ruled(served: str, kind: RulingKind = "fine", **days: str) -> Ruling:
    ruling = Ruling(kind=kind, served=day(served))
    return msgspec.structs.replace(ruling, **{name: day(text) for name, text in days.items()})


def of_papers(*permits: Permit, rulings: Iterable[Ruling] = (), born: str | None = None) -> list[Problem]:
    person = msgspec.structs.replace(traveller("DE", permits=permits, born=born), rulings=tuple(rulings))
    return problems(case(person), KNOWN, TODAY)


@pytest.mark.parametrize(
    ("found", "problem"),
    [
        (of_papers(born="1850-01-01"), Problem(code="year", traveller=0, value="1850-01-01")),
        (
            of_papers(permit("2026-01-01", "2026-02-01"), permit("2026-01-01", "9999-12-31")),
            Problem(code="year", traveller=0, permit=1, value="9999-12-31"),
        ),
        (
            of_papers(permit("1899-12-31", "2026-02-01")),
            Problem(code="year", traveller=0, permit=0, value="1899-12-31"),
        ),
        (
            of_papers(rulings=[ruled("2026-01-01"), ruled("0026-11-02")]),
            Problem(code="year", traveller=0, ruling=1, value="0026-11-02"),
        ),
        (
            of_papers(rulings=[ruled("2026-01-01", paid="2200-01-01")]),
            Problem(code="year", traveller=0, ruling=0, value="2200-01-01"),
        ),
    ],
    ids=["birth", "until", "from", "served", "paid"],
)
def test_days_of_life_are_of_a_year_that_can_be(found: list[Problem], problem: Problem) -> None:
    assert found == [problem]


def test_nobody_is_born_after_the_day_on_which_they_are_told_of() -> None:
    assert of_papers(born="2026-11-22") == []
    assert of_papers(born="2026-11-23") == [Problem(code="born-later", traveller=0, value="2026-11-23")]


def test_a_permit_ends_on_its_first_day_or_later() -> None:
    good, bad = permit("2026-05-01", "2026-05-01"), permit("2026-05-01", "2026-04-30")
    assert of_papers(good) == []
    assert of_papers(good, bad, good) == [Problem(code="permit-order", traveller=0, permit=1)]


@pytest.mark.parametrize("field", ["leave_by", "appealed", "executed", "paid"])
def test_nothing_follows_from_a_ruling_before_it_is_served(field: str) -> None:
    good = ruled("2026-05-10", "expulsion", **{field: "2026-05-10"})
    bad = ruled("2026-05-10", "expulsion", **{field: "2026-05-09"})
    assert of_papers(rulings=[good]) == []
    assert of_papers(rulings=[good, bad]) == [
        Problem(code="ruling-order", traveller=0, ruling=1, field=field, value="2026-05-09")
    ]


def test_the_part_of_a_ruling_is_one_that_exists() -> None:
    known, strange = (msgspec.structs.replace(ruled("2026-05-10"), part=part) for part in ("517(3)", "517(9)"))
    person = msgspec.structs.replace(traveller("DE"), rulings=(ruled("2026-05-10"), known, strange))
    assert problems(case(person), KNOWN, TODAY, {"517(3)"}) == [
        Problem(code="ruling-part", traveller=0, ruling=2, value="517(9)")
    ]
    assert problems(case(person), KNOWN, TODAY) == []  # nobody asked


@pytest.mark.parametrize("kind", ["visa", "rvp", "residence"])
@pytest.mark.parametrize("number", [-(2**62), -1, 0, MOST + 1, 10_000_000, 2**62])
def test_what_a_permit_allows_is_a_number_that_can_be(kind: PermitKind, number: int) -> None:
    good = permit("2026-01-01", "2026-12-31", kind)
    days, entries = (msgspec.structs.replace(good, **{field: number}) for field in ("days", "entries"))
    # Beside a visa none has it at all
    odd = [
        Problem(code="permit-field", traveller=0, permit=place, field=field)
        for place, field in ((1, "days"), (0, "entries"))
        if kind != "visa"
    ]
    assert of_papers(good, days) == [
        Problem(code="permit-days", traveller=0, permit=1, value=str(number)),
        *odd[:1],
    ]
    assert of_papers(entries, good) == [
        Problem(code="permit-entries", traveller=0, permit=0, value=str(number)),
        *odd[1:],
    ]


@pytest.mark.parametrize("number", [1, MOST])
def test_a_permit_may_allow_one_day_or_very_many(number: int) -> None:
    assert (
        of_papers(msgspec.structs.replace(permit("2026-01-01", "2026-12-31"), days=number, entries=number)) == []
    )


# What a person's life brings


def test_a_passport_of_a_stay_needs_its_citizenship_and_that_is_one_that_exists() -> None:
    assert found(stay("2026-05-20", citizenship="DE", passport="service")) == []
    assert found(stay("2026-05-20", passport="service")) == [("stay-passport", 0, None)]
    assert found(stay("2026-05-20"), stay("2026-06-20", citizenship="QQ")) == [("stay-country", 1, None)]


@pytest.mark.parametrize(("days", "period"), [(None, 180), (60, 59), (60, MOST + 1), (60, 0)])
def test_a_period_goes_with_days_and_is_at_least_as_long(days: int | None, period: int) -> None:
    paper = Permit(kind="visa", first=TODAY, until=TODAY, days=days, period=period)
    (told,) = problems(case(traveller("DE", permits=[paper])), KNOWN, TODAY)
    assert (told.code, told.permit, told.value) == ("permit-period", 0, str(period))


def test_a_wrong_number_of_days_is_told_once() -> None:
    paper = Permit(kind="visa", first=TODAY, until=TODAY, days=MOST + 1, period=180)
    assert [told.code for told in problems(case(traveller("DE", permits=[paper])), KNOWN, TODAY)] == [
        "permit-days"
    ]
    whole = Permit(kind="visa", first=TODAY, until=TODAY, days=60, period=60)
    assert problems(case(traveller("DE", permits=[whole])), KNOWN, TODAY) == []


# What stands where it means nothing


def test_what_a_ruling_of_its_kind_does_not_have_is_named_by_its_field() -> None:
    values = {"part": "517(3)", "leave_by": TODAY, "executed": TODAY, "paid": TODAY}
    for kind in get_args(RulingKind):
        whole = Ruling(kind=kind, served=TODAY, appealed=TODAY, **values)
        told = of_papers(rulings=[Ruling(kind=kind, served=TODAY), whole])
        assert {one.code for one in told} <= {"ruling-field"}
        assert {one.ruling for one in told} <= {1}
        assert [one.field for one in told] == {
            "warning": ["leave_by", "executed", "paid"],
            "fine": ["leave_by", "executed"],
            "expulsion": [],  # a fine may stand beside it
            "shortened": ["part", "paid"],
            "readmission": ["part", "leave_by", "paid"],
        }[kind]


@pytest.mark.parametrize("kind", ["rvp", "residence", "contract"])
def test_only_a_visa_allows_so_many_days_or_entries(kind: PermitKind) -> None:
    paper = Permit(kind=kind, first=TODAY, until=TODAY, days=30, period=90, entries=2)
    assert [(one.code, one.field) for one in of_papers(paper)] == [
        ("permit-field", "days"),
        ("permit-field", "entries"),
        ("permit-field", "period"),
    ]
    assert of_papers(msgspec.structs.replace(paper, kind="visa")) == []


def test_nobody_enters_before_the_day_of_birth() -> None:
    plan = stay("2026-06-01", "2026-06-02"), stay("2026-05-20", "2026-05-22")
    assert problems(case(traveller("DE", *plan, born="2026-05-20")), KNOWN, TODAY) == []  # born here
    assert problems(case(traveller("DE", *plan, born="2026-05-21")), KNOWN, TODAY) == [
        Problem(code="born-after-entry", traveller=0, stay=1, value="2026-05-21")
    ]


def test_what_means_nothing_is_no_reason_not_to_open_a_file() -> None:
    rvp = msgspec.structs.replace(permit("2026-01-01", "2026-12-31", "rvp"), days=30)
    odd = traveller("DE", stay("2026-05-20"), permits=[rvp], born="2026-06-01")
    odd = msgspec.structs.replace(odd, rulings=(Ruling(kind="warning", served=TODAY, paid=TODAY),))
    assert list(traveller_problems(0, odd, KNOWN, TODAY)) == []
    assert {one.code for one in out_of_place(0, odd, TODAY)} == set(OUT_OF_PLACE)


# Who is entered twice


def test_travellers_who_are_entered_alike_are_found_once_each() -> None:
    anna, same, again = (traveller("DE", stay("2026-11-01")) for _ in range(3))
    other = traveller("DE", stay("2026-11-02"))
    assert twins(case(anna, other, same, again)) == [(0, 2), (0, 3)]
    assert twins(case(anna, other)) == []
