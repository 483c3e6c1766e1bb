"""What follows from a ruling: repetition, its terms, its complaint, the part of the article, old fines."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from kzstay.core.case import Ruling, RulingKind
from kzstay.core.days import DAY
from kzstay.core.readings import Both, Reading
from kzstay.core.sanctions import (
    may_have_lapsed,
    part_of,
    penalised_by,
    runs_to,
    stopping_days,
    stops_expulsion,
    term_of,
)
from tests.core.builders import LAW, expulsion, fine
from tests.helpers import day

NOW = day("2026-11-22")


# Repetition: penalised is one for a year after the penalty was executed, KoAP 61


@pytest.mark.parametrize(
    ("ruling", "on", "expected"),
    [
        (fine("2025-03-01", "2025-03-10"), "2025-02-28", False),  # not yet
        (fine("2025-03-01", "2025-03-10"), "2025-03-01", True),
        (fine("2025-03-01", "2025-03-10"), "2026-03-10", True),  # the last day of the year
        (fine("2025-03-01", "2025-03-10"), "2026-03-11", False),
        (fine("2024-02-20", "2024-02-29"), "2025-02-28", True),  # months end on the last day of a shorter one
        (fine("2024-02-20", "2024-02-29"), "2025-03-01", False),
        (fine("2020-03-01"), "2026-11-22", True),  # never paid
        (expulsion("2025-03-01", executed="2025-03-05"), "2026-03-05", True),
        (expulsion("2025-03-01", executed="2025-03-05"), "2026-03-06", False),
        (expulsion("2025-03-01"), "2026-11-22", True),
    ],
)
def test_who_was_penalised_counts_as_such_for_a_year_after_its_execution(
    ruling: Ruling, on: str, expected: bool
) -> None:
    found = [ruling] if expected else []
    assert penalised_by(LAW, [ruling], day(on)) == found
    assert penalised_by(LAW, [fine("2021-01-01", "2021-01-02"), ruling], day(on)) == found


def test_who_was_never_fined_is_not_penalised() -> None:
    assert penalised_by(LAW, [], NOW) == []
    others: list[RulingKind] = ["shortened", "readmission"]  # no penalties: KoAP 41
    assert penalised_by(LAW, [Ruling(kind=kind, served=NOW) for kind in others], NOW) == []


def test_a_warning_counts_for_a_year_from_the_day_on_which_it_was_given() -> None:
    warning = Ruling(kind="warning", served=day("2025-03-01"))
    assert penalised_by(LAW, [warning], day("2026-03-01")) == [warning]
    assert penalised_by(LAW, [warning], day("2026-03-02")) == []


# Terms of a ruling


class Term(NamedTuple):
    kind: str
    ruling: Ruling
    safe: str
    usual: str
    why: str


SHORTENED = Ruling(kind="shortened", served=day("2026-11-02"), leave_by=day("2026-11-15"))
APPEALS = [
    Term("appeal", fine("2026-11-02"), "2026-11-12", "2026-11-12", "ten days from service, KoAP 832(1)"),
    Term("appeal", fine("2026-11-05"), "2026-11-13", "2026-11-16", "a Sunday: the Friday, or Monday, KoAP 739(5)"),
    Term("appeal", fine("2025-12-22"), "2025-12-31", "2026-01-05", "New Year and a weekend"),
    Term("appeal", fine("2025-12-28"), "2026-01-06", "2026-01-08", "Orthodox Christmas"),
    Term("appeal", fine("2026-03-11"), "2026-03-20", "2026-03-26", "Nauryz: 21 to 25 March 2026 are off"),
    Term("appeal", fine("2024-04-24"), "2024-05-04", "2024-05-04", "a Saturday that was worked"),
    Term("appeal", fine("2024-04-28"), "2024-05-06", "2024-05-10", "the day off for it, and Victory Day"),
    Term("appeal", expulsion("2026-11-02"), "2026-11-12", "2026-11-12", "no day of departure set"),
    # Whatever the court's day: that is another thing, KoAP 834(4)
    Term("appeal", expulsion("2026-11-02", "2026-11-09"), "2026-11-12", "2026-11-12", "the court's day is first"),
    Term("appeal", expulsion("2026-11-02", "2026-11-02"), "2026-11-12", "2026-11-12", "to leave at once"),
    Term(
        "suspend",
        expulsion("2026-11-02", "2026-11-09"),
        "2026-11-06",
        "2026-11-08",
        "before a Sunday the court works on Friday",
    ),
    Term("suspend", expulsion("2026-11-02", "2026-11-12"), "2026-11-11", "2026-11-11", "the same day as the term"),
    Term("suspend", expulsion("2026-11-05", "2026-11-16"), "2026-11-13", "2026-11-15", "before a moved day"),
    Term("complaint", SHORTENED, "2027-02-02", "2027-02-02", "three months, APPK 92(1)"),
]
OTHERS = [
    Term("depart", expulsion("2026-11-02", "2026-11-15"), "2026-11-15", "2026-11-15", "a date is a date, LF 28"),
    # KoAP 893: thirty days from the day on which it comes into force; safe: from service
    Term("fine", fine("2026-11-02"), "2026-12-02", "2026-12-14", "12 November and 30 days are a Saturday"),
    Term("fine", fine("2026-11-05"), "2026-12-04", "2026-12-17", "16 November and 30 days: Independence Day"),
    Term("fine", fine("2026-01-15"), "2026-02-13", "2026-02-25", "a Sunday moves to 26 January; and 30 days"),
    # LF 22, ML 48: five years from the execution, by Law 82-VIII of 16.05.2024
    Term("ban-end", expulsion("2026-02-01", executed="2026-02-10"), "2031-02-10", "2031-02-10", "five years"),
    Term("ban-end", expulsion("2028-02-01", executed="2028-02-29"), "2033-02-28", "2033-02-28", "a leap day"),
    Term("ban-end", expulsion("2027-02-01", executed="2027-02-28"), "2032-02-28", "2032-02-28", "no leap day"),
    Term("ban-end", expulsion("2024-05-28", executed="2024-05-28"), "2029-05-28", "2029-05-28", "its first day"),
]


@pytest.mark.parametrize("case", [*APPEALS, *OTHERS], ids=lambda case: f"{case.kind}: {case.why}")
def test_a_ruling_starts_its_terms(case: Term) -> None:
    assert term_of(LAW, LAW.duties[case.kind], case.ruling) == Both(day(case.safe), day(case.usual)), case.why


@pytest.mark.parametrize(
    ("ruling", "kinds"),
    [
        (fine("2026-11-02"), {"appeal", "fine"}),
        (expulsion("2026-11-02"), {"appeal"}),
        (expulsion("2026-11-02", "2026-11-15"), {"appeal", "suspend", "depart"}),
        (expulsion("2026-11-02", executed="2026-11-10"), {"appeal", "ban-end"}),
        (expulsion("2026-11-02", "2026-11-15", "2026-11-10"), {"appeal", "suspend", "depart", "ban-end"}),
        (fine("2014-07-04"), set()),  # before the code of 5 July 2014
        (expulsion("2014-07-04", "2014-07-10"), set()),
        (expulsion("2026-11-02", "2026-11-12"), {"appeal", "suspend", "depart"}),
        (Ruling(kind="warning", served=day("2026-11-02")), {"appeal"}),
        (SHORTENED, {"complaint"}),
        (
            Ruling(kind="readmission", served=day("2026-11-02"), executed=day("2026-11-05")),
            {"complaint", "ban-end"},
        ),
        (fine("2014-07-05"), {"appeal", "fine"}),
    ],
)
def test_each_kind_of_ruling_starts_terms_of_its_own(ruling: Ruling, kinds: set[str]) -> None:
    assert {kind for kind, row in LAW.duties.items() if term_of(LAW, row, ruling)} == kinds


@given(st.dates(date(2015, 1, 1), date(2027, 11, 30)), st.integers(0, 60))
def test_a_term_to_appeal_is_ten_days_and_what_stops_an_expulsion_is_before_the_departure(
    served: date, later: int
) -> None:
    strict = last = served + DAY * 10
    while not LAW.calendar.is_working(last):
        last += DAY
    while not LAW.calendar.is_working(strict):
        strict -= DAY
    leave_by = served + DAY * later
    for ruling in (Ruling(kind="fine", served=served), Ruling(kind="expulsion", served=served, leave_by=leave_by)):
        assert term_of(LAW, LAW.duties["appeal"], ruling) == Both(strict, last)
        stops = stopping_days(LAW, ruling)
        if ruling.kind == "expulsion" and later:
            before = leave_by - DAY
            at_work = before
            while served < at_work and not LAW.calendar.is_working(at_work):
                at_work -= DAY
            assert stops == Both(min(strict, at_work), before), "KoAP 834(4) asks for no more than that"
        else:
            assert stops is None


@given(st.dates(date(2015, 1, 1), date(2027, 9, 30)))
def test_no_term_to_pay_is_later_in_the_safe_reading(served: date) -> None:
    found = term_of(LAW, LAW.duties["fine"], Ruling(kind="fine", served=served))
    assert found is not None
    assert served < found.safe <= found.usual
    assert LAW.calendar.is_working(found.usual)
    assert LAW.calendar.is_working(found.safe)


@given(st.dates(date(2015, 1, 1), date(2027, 9, 30)), st.integers(0, 40))
def test_no_day_to_go_by_is_one_on_which_no_office_is_open(served: date, later: int) -> None:
    kinds: list[RulingKind] = ["warning", "fine", "expulsion", "shortened", "readmission"]
    made = [Ruling(kind=kind, served=served, leave_by=served + DAY * later) for kind in kinds]
    for kind in ("appeal", "suspend", "complaint", "fine"):
        for ruling in made:
            row = LAW.duties[kind]
            due = term_of(LAW, row, ruling)
            if due is None:
                continue
            assert due.safe <= due.usual
            assert due.safe == served or LAW.calendar.is_working(due.safe)
            for reading in Reading:
                to = runs_to(LAW, row, ruling, reading)
                assert to is not None
                assert due.under(reading) <= to


def test_a_day_that_is_set_otherwise_is_the_end_of_no_term() -> None:
    ruling = expulsion("2026-11-02", "2026-11-15", "2026-11-10")
    for kind in ("depart", "ban-end"):
        assert runs_to(LAW, LAW.duties[kind], ruling, Reading.SAFE) is None


def test_without_a_day_of_departure_no_complaint_is_known_to_stop_an_expulsion() -> None:
    ruling = replace(expulsion("2026-11-02"), appealed=day("2026-11-05"))
    assert not stops_expulsion(ruling, NOW)
    assert stopping_days(LAW, ruling) is None


# The part of the article


@pytest.mark.parametrize(
    ("name", "served", "part"),
    [
        ("517(3)", "2026-11-02", "517(3)"),
        ("517(3)(2)", "2026-11-02", "517(3)"),
        ("517(3)(4)", "2026-11-02", None),  # it has three points
        ("517(3)", "2020-01-10", None),  # as it is now since 11 January 2020
        ("517(1)", "2020-01-10", "517(1)"),
        ("517(1)", "2020-01-11", None),
        ("", "2026-11-02", None),
    ],
)
def test_a_part_is_known_by_its_name_while_it_is_in_force(name: str, served: str, part: str | None) -> None:
    found = part_of(LAW, name, day(served))
    assert (found and found.part) == part


def test_every_part_has_a_name_of_its_own() -> None:
    names = [name for row in LAW.parts for name in row.names]
    assert len(names) == len(set(names)) == len(LAW.part_names)
    expelling = {row.part for row in LAW.parts if row.expels}
    assert {"517(4)", "513(2)", "109"} <= expelling
    assert not {row.part for row in LAW.parts if row.by == "police"} & expelling  # KoAP 51(1)


# Old fines


@pytest.mark.parametrize(
    ("ruling", "on", "expected"),
    [
        (fine("2025-03-03"), "2026-03-14", False),  # in force since 14 March 2025: KoAP 883(1)
        (fine("2025-03-03"), "2026-03-15", True),
        (fine("2025-03-03", "2026-04-01"), "2026-03-15", True),  # means to pay
        (fine("2025-03-03", "2025-04-01"), "2026-03-15", False),
        (replace(fine("2025-03-03"), appealed=day("2025-03-10")), "2026-11-22", False),
        (replace(fine("2025-03-03"), appealed=day("2026-12-01")), "2026-11-22", True),
        (expulsion("2020-03-03"), "2026-11-22", False),
    ],
)
def test_a_fine_of_more_than_a_year_may_have_lapsed(ruling: Ruling, on: str, expected: bool) -> None:
    assert may_have_lapsed(LAW, ruling, day(on)) is expected
