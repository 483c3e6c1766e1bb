"""What follows from an offence: expected are the sums and terms of the codes, as facts and leaflets tell them."""

from __future__ import annotations

import dataclasses
from datetime import date
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from kzstay.core.case import HostKind, Ruling, RulingKind
from kzstay.core.days import DAY, Span
from kzstay.core.law.schema import Offence
from kzstay.core.readings import Both
from kzstay.core.sanctions import (
    ban_of,
    bans,
    index_of,
    invitations_stop,
    may_have_lapsed,
    part_of,
    penalised_by,
    penalties,
    stopping_days,
    stops_expulsion,
    term_of,
    to_be_executed,
    unpaid_fines,
)
from tests.core.builders import LAW, expulsion, fine
from tests.helpers import day, span

NOW = day("2026-11-22")
Told = tuple[str, int]  # what is done, and the sum in indexes


def told(offence: Offence, days: int | None = None, host: HostKind | None = None) -> list[Told]:
    found = penalties(LAW, offence, NOW, days=days, host=host)
    return [(penalty.row.outcome, penalty.row.mci) for penalty in found]


# The traveller: KoAP 517 as of 09.01.2026

WARNING, TEN, FIFTEEN = ("warning", 0), ("fine", 10), ("fine", 15)
COURT = ("fine-or-expulsion", 25)


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (1, WARNING),
        (3, WARNING),  # 517(3)(1): up to three days
        (4, TEN),  # 517(3)(2): more than three, up to five
        (5, TEN),
        (6, FIFTEEN),  # 517(3)(3): more than five, up to ten
        (10, FIFTEEN),
        (11, COURT),  # 517(4): more than ten
        (365, COURT),
    ],
)
def test_an_overstay_costs_by_its_days(days: int, expected: Told) -> None:
    assert told("overstay", days) == [expected]


@pytest.mark.parametrize(
    ("days", "expected", "arrest"),
    [
        (1, ("fine-or-expulsion", 15), 0),  # 517(6): part 3 again within a year
        (10, ("fine-or-expulsion", 15), 0),
        (11, ("arrest-and-expulsion", 0), 15),  # 517(7): part 4 again, up to fifteen days
    ],
)
def test_an_overstay_again_goes_to_court(days: int, expected: Told, arrest: int) -> None:
    (found,) = penalties(LAW, "overstay-again", NOW, days=days)
    assert ((found.row.outcome, found.row.mci), found.row.arrest_days, found.row.by) == (expected, arrest, "court")


def test_the_police_decide_up_to_ten_days_and_a_court_beyond() -> None:
    # KoAP 685 and 684
    found = penalties(LAW, "overstay", NOW)
    assert [penalty.row.by for penalty in found] == ["police", "police", "police", "court"]


def test_of_an_overstay_that_threatens_every_step_is_told() -> None:
    assert told("overstay") == [WARNING, TEN, FIFTEEN, COURT]


@given(st.integers(1, 1000), st.sampled_from(["overstay", "overstay-again"]))
def test_no_overstay_has_two_penalties_or_none(days: int, offence: Offence) -> None:
    assert len(penalties(LAW, offence, NOW, days=days)) == 1


# The host: KoAP 518 as of 09.01.2026


@pytest.mark.parametrize(
    ("offence", "host", "expected"),
    [
        ("host-notice", "individual", ("warning", 0)),
        ("host-notice", "official", ("fine", 10)),
        ("host-notice", "nonprofit", ("fine", 10)),
        ("host-notice", "small", ("fine", 10)),
        ("host-notice", "medium", ("fine", 15)),
        ("host-notice", "large", ("fine", 20)),
        ("host-housing", "individual", ("fine", 25)),
        ("host-housing", "official", ("fine", 40)),
        ("host-housing", "nonprofit", ("fine", 40)),
        ("host-housing", "small", ("fine", 40)),
        ("host-housing", "medium", ("fine", 55)),
        ("host-housing", "large", ("fine", 75)),
        ("host-again", "individual", ("fine", 30)),
        ("host-again", "official", ("fine", 40)),
        ("host-again", "nonprofit", ("fine", 40)),
        ("host-again", "small", ("fine", 40)),
        ("host-again", "medium", ("fine", 70)),
        ("host-again", "large", ("fine", 100)),
    ],
)
def test_a_host_pays_by_kind(offence: Offence, host: HostKind, expected: Told) -> None:
    assert told(offence, host=host) == [expected]


def test_of_a_host_of_no_known_kind_every_kind_is_told() -> None:
    assert [sum_ for _, sum_ in told("host-notice")] == [0, 10, 15, 20]
    assert [sum_ for _, sum_ in told("host-again")] == [30, 40, 70, 100]


# Indexes and tenge


@pytest.mark.parametrize(
    ("year", "tenge"),
    [
        (2021, 2917),
        (2022, 3063),
        (2023, 3450),
        (2024, 3692),
        (2025, 3932),
        (2026, 4325),
    ],  # lada.kz 30.11.2025, kt.kz
)
def test_the_index_is_that_of_the_year_of_the_offence(year: int, tenge: int) -> None:
    found, exact = index_of(LAW, date(year, 6, 1))
    assert (found.tenge, exact) == (tenge, True)
    for edge in (date(year, 1, 1), date(year, 12, 31)):
        (penalty,) = penalties(LAW, "overstay", edge, days=4)
        assert (penalty.tenge, penalty.exact) == (10 * tenge, True)


@pytest.mark.parametrize(("year", "tenge"), [(2010, 2651), (2019, 2651), (2027, 4325), (2040, 4325)])
def test_for_a_year_of_no_known_index_the_nearest_is_taken_and_said_to_be_so(year: int, tenge: int) -> None:
    found, exact = index_of(LAW, date(year, 6, 1))
    assert (found.tenge, exact) == (tenge, False)


def test_the_index_of_2020_changed_on_the_first_of_april() -> None:
    # 16news.kz 10.04.2020
    assert index_of(LAW, date(2020, 3, 31)) == (LAW.indexes[0], True)
    assert (LAW.indexes[0].tenge, index_of(LAW, date(2020, 4, 1))[0].tenge) == (2651, 2778)


@pytest.mark.parametrize(
    ("days", "tenge"),
    [(3, 0), (4, 43_250), (10, 64_875), (11, 108_125)],  # KoAP 517 at 4 325 a piece
)
def test_an_overstay_of_2026_in_tenge(days: int, tenge: int) -> None:
    assert [penalty.tenge for penalty in penalties(LAW, "overstay", NOW, days=days)] == [tenge]


def test_before_the_part_was_in_force_nothing_is_told() -> None:
    # KoAP 517 was made anew by Law 292-VI of 27.12.2019
    assert penalties(LAW, "overstay", day("2020-01-10"), days=5) == []
    assert len(penalties(LAW, "overstay", day("2020-01-11"), days=5)) == 1


def test_an_offence_is_judged_by_the_row_of_its_day() -> None:
    old = [replace(row, ends=day("2026-06-30")) for row in LAW.penalties]
    new = [replace(row, begins=day("2026-07-01"), mci=row.mci * 2) for row in LAW.penalties]
    changed = dataclasses.replace(LAW, penalties=[*old, *new])

    def indexes(on: str) -> list[int]:
        return [penalty.row.mci for penalty in penalties(changed, "overstay", day(on), days=4)]

    assert (indexes("2026-06-30"), indexes("2026-07-01")) == ([10], [20])


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
    Term(
        "appeal", fine("2026-11-05"), "2026-11-15", "2026-11-16", "a Sunday moves to Monday, KoAP 739(5), or not"
    ),
    Term("appeal", fine("2025-12-22"), "2026-01-01", "2026-01-05", "New Year and a weekend"),
    Term("appeal", fine("2025-12-28"), "2026-01-07", "2026-01-08", "Orthodox Christmas"),
    Term("appeal", fine("2026-03-11"), "2026-03-21", "2026-03-26", "Nauryz: 21 to 25 March 2026 are off"),
    Term("appeal", fine("2024-04-24"), "2024-05-04", "2024-05-04", "a Saturday that was worked"),
    Term("appeal", fine("2024-04-28"), "2024-05-08", "2024-05-10", "the day off for it, and Victory Day"),
    Term("appeal", expulsion("2026-11-02"), "2026-11-12", "2026-11-12", "no day of departure set"),
    # Whatever the court's day: that is another thing, KoAP 834(4)
    Term("appeal", expulsion("2026-11-02", "2026-11-09"), "2026-11-12", "2026-11-12", "the court's day is first"),
    Term("appeal", expulsion("2026-11-02", "2026-11-02"), "2026-11-12", "2026-11-12", "to leave at once"),
    Term("suspend", expulsion("2026-11-02", "2026-11-09"), "2026-11-08", "2026-11-08", "the day before, a Sunday"),
    Term("suspend", expulsion("2026-11-02", "2026-11-12"), "2026-11-11", "2026-11-11", "the same day as the term"),
    Term("suspend", expulsion("2026-11-05", "2026-11-16"), "2026-11-15", "2026-11-15", "before a moved day"),
    Term("complaint", SHORTENED, "2027-02-02", "2027-02-02", "three months, APPK 92(1)"),
]
OTHERS = [
    Term("depart", expulsion("2026-11-02", "2026-11-15"), "2026-11-15", "2026-11-15", "a date is a date, LF 28"),
    # KoAP 893: thirty days from the day on which it comes into force; safe: from service
    Term("fine", fine("2026-11-02"), "2026-12-02", "2026-12-14", "12 November and 30 days are a Saturday"),
    Term("fine", fine("2026-11-05"), "2026-12-05", "2026-12-17", "16 November and 30 days: Independence Day"),
    Term("fine", fine("2026-01-15"), "2026-02-14", "2026-02-25", "a Sunday moves to 26 January; and 30 days"),
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
        (expulsion("2026-11-02", "2026-11-15"), {"appeal", "depart"}),
        (expulsion("2026-11-02", executed="2026-11-10"), {"appeal", "ban-end"}),
        (expulsion("2026-11-02", "2026-11-15", "2026-11-10"), {"appeal", "depart", "ban-end"}),
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
    leave_by = served + DAY * later
    for ruling in (Ruling(kind="fine", served=served), Ruling(kind="expulsion", served=served, leave_by=leave_by)):
        assert term_of(LAW, LAW.duties["appeal"], ruling) == Both(strict, last)
        stops = stopping_days(LAW, ruling)
        if ruling.kind == "expulsion" and later:
            assert stops == Both(min(strict, leave_by - DAY), min(last, leave_by - DAY))
        else:
            assert stops is None


@given(st.dates(date(2015, 1, 1), date(2027, 9, 30)))
def test_no_term_to_pay_is_later_in_the_safe_reading(served: date) -> None:
    found = term_of(LAW, LAW.duties["fine"], Ruling(kind="fine", served=served))
    assert found is not None
    assert served < found.safe <= found.usual
    assert LAW.calendar.is_working(found.usual)


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


# Bars to entry


@pytest.mark.parametrize(
    ("ruling", "expected", "why"),
    [
        (expulsion("2026-02-01", executed="2026-02-10"), ("2026-02-11", "2031-02-10"), "LF 22"),
        (expulsion("2028-02-01", executed="2028-02-29"), ("2028-03-01", "2033-02-28"), "a leap day"),
        # Law 82-VIII of 16.05.2024: from the execution; before it from the day of the decision
        (expulsion("2024-05-01", executed="2024-05-28"), ("2024-05-29", "2029-05-28"), "the first day of the law"),
        (expulsion("2024-05-01", executed="2024-05-27"), ("2024-05-28", "2029-05-01"), "the day before it"),
        (expulsion("2020-02-29", executed="2020-03-10"), ("2020-03-11", "2025-02-28"), "from a leap day"),
    ],
)
def test_who_was_expelled_may_not_enter_for_five_years(
    ruling: Ruling, expected: tuple[str, str], why: str
) -> None:
    assert ban_of(LAW, ruling) == span(*expected), why


def test_without_an_executed_expulsion_there_is_no_ban() -> None:
    assert ban_of(LAW, expulsion("2026-02-01", "2026-02-10")) is None
    assert ban_of(LAW, fine("2026-02-01", "2026-02-10")) is None
    assert bans(LAW, [fine("2026-02-01"), expulsion("2026-02-01")]) == []


def test_bans_come_in_order() -> None:
    later, sooner = expulsion("2026-02-01", executed="2026-02-10"), expulsion("2019-05-01", executed="2019-05-02")
    assert bans(LAW, [later, fine("2018-01-01"), sooner]) == [
        span("2019-05-03", "2024-05-01"),
        span("2026-02-11", "2031-02-10"),
    ]


@pytest.mark.parametrize(
    ("ruling", "on", "expected"),
    [
        (expulsion("2026-11-02"), "2026-11-01", False),
        (expulsion("2026-11-02"), "2026-11-02", True),
        (expulsion("2026-11-02", executed="2026-11-10"), "2026-11-09", True),
        (expulsion("2026-11-02", executed="2026-11-10"), "2026-11-10", False),
        (fine("2026-11-02"), "2026-11-22", False),
    ],
)
def test_an_expulsion_is_to_be_executed_from_service_on(ruling: Ruling, on: str, expected: bool) -> None:
    assert to_be_executed([fine("2020-01-01"), ruling], day(on)) is expected


@pytest.mark.parametrize(
    ("ruling", "on", "barred"),
    [
        (fine("2026-11-02"), "2026-11-01", False),
        (fine("2026-11-02"), "2026-11-02", True),
        (fine("2026-11-02"), "2029-01-01", True),
        (fine("2026-11-02", "2026-11-10"), "2026-11-09", True),
        (fine("2026-11-02", "2026-11-10"), "2026-11-10", False),
        (expulsion("2026-11-02"), "2026-11-22", False),
    ],
)
def test_a_fine_bars_entry_until_it_is_paid(ruling: Ruling, on: str, barred: bool) -> None:
    # ML 48(7): entry is refused while an earlier administrative penalty is not executed
    assert unpaid_fines([ruling], day(on)) == ([ruling] if barred else [])


# Invitations: not considered of who was held liable twice within twelve calendar months, ML 48, LF 22


@pytest.mark.parametrize(
    ("offences", "expected"),
    [
        ([], None),
        (["2026-05-01"], None),
        (["2026-05-01", "2026-05-01"], ("2026-05-01", "2026-05-01")),
        (["2025-05-01", "2026-05-01"], ("2025-05-01", "2026-05-01")),  # the last day of the twelve months
        (["2025-05-01", "2026-05-02"], None),
        (["2024-02-29", "2025-02-28"], ("2024-02-29", "2025-02-28")),  # ends with the shorter month
        (["2024-02-29", "2025-03-01"], None),
        (["2023-02-28", "2024-02-28"], ("2023-02-28", "2024-02-28")),
        (["2023-02-28", "2024-02-29"], None),
        (["2025-08-31", "2026-08-31"], ("2025-08-31", "2026-08-31")),
        (["2026-03-01", "2021-01-01", "2024-06-01", "2025-03-01"], ("2024-06-01", "2025-03-01")),  # in any order
    ],
)
def test_a_second_offence_within_twelve_months_stops_invitations(
    offences: list[str], expected: tuple[str, str] | None
) -> None:
    assert invitations_stop(LAW, map(day, offences)) == (span(*expected) if expected else None)


@given(st.lists(st.dates(date(2020, 1, 1), date(2027, 12, 31)), max_size=6))
def test_two_offences_stop_invitations_when_the_later_is_no_more_than_a_year_after(offences: list[date]) -> None:
    def a_year_after(first: date) -> date:
        leap = (first.month, first.day) == (2, 29)
        return date(first.year + 1, first.month, 28 if leap else first.day)

    pairs = [
        Span(first, last)
        for i, first in enumerate(sorted(offences))
        for last in sorted(offences)[i + 1 :]
        if last <= a_year_after(first)
    ]
    assert invitations_stop(LAW, offences) == (pairs[0] if pairs else None)
