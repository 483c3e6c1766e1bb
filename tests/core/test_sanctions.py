"""What follows from an offence: expected are the sums and terms of the codes, as facts and leaflets tell them."""

from __future__ import annotations

import dataclasses
from datetime import date
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from kzstay.core.case import HostKind, Ruling
from kzstay.core.days import DAY, Span
from kzstay.core.law.schema import Offence
from kzstay.core.readings import Both
from kzstay.core.sanctions import (
    ban_of,
    bans,
    index_of,
    invitations_stop,
    penalised,
    penalties,
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
        ("host-notice", "small", ("fine", 10)),
        ("host-notice", "medium", ("fine", 15)),
        ("host-notice", "large", ("fine", 20)),
        ("host-housing", "individual", ("fine", 25)),
        ("host-housing", "small", ("fine", 40)),
        ("host-housing", "medium", ("fine", 55)),
        ("host-housing", "large", ("fine", 75)),
        ("host-again", "individual", ("fine", 30)),
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


def test_for_an_official_the_code_names_no_fine_but_that_of_the_first_part() -> None:
    assert told("host-housing", host="official") == []


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
    assert penalised(LAW, [ruling], day(on)) is expected
    assert penalised(LAW, [fine("2021-01-01", "2021-01-02"), ruling], day(on)) is expected


def test_who_was_never_fined_is_not_penalised() -> None:
    assert not penalised(LAW, [], NOW)


# Terms of a ruling


class Term(NamedTuple):
    kind: str
    ruling: Ruling
    safe: str
    usual: str
    why: str


APPEALS = [
    Term("appeal", fine("2026-11-02"), "2026-11-12", "2026-11-12", "ten days from service, KoAP 832(1)"),
    Term("appeal", fine("2026-11-05"), "2026-11-16", "2026-11-16", "a Sunday moves to Monday, KoAP 739(5)"),
    Term("appeal", fine("2025-12-22"), "2026-01-05", "2026-01-05", "New Year and a weekend"),
    Term("appeal", fine("2025-12-28"), "2026-01-08", "2026-01-08", "Orthodox Christmas"),
    Term("appeal", fine("2026-03-11"), "2026-03-26", "2026-03-26", "Nauryz: 21 to 25 March 2026 are off"),
    Term("appeal", fine("2024-04-24"), "2024-05-04", "2024-05-04", "a Saturday that was worked"),
    Term("appeal", fine("2024-04-28"), "2024-05-10", "2024-05-10", "the day off for it, and Victory Day"),
    Term("appeal", expulsion("2026-11-02"), "2026-11-12", "2026-11-12", "no day of departure set"),
    # KoAP 834(4): it stops an expulsion only before the departure
    Term("appeal", expulsion("2026-11-02", "2026-11-09"), "2026-11-09", "2026-11-09", "the court's day is first"),
    Term("appeal", expulsion("2026-11-02", "2026-11-12"), "2026-11-12", "2026-11-12", "the same day"),
    Term("appeal", expulsion("2026-11-02", "2026-11-13"), "2026-11-12", "2026-11-12", "the court's day is later"),
    Term("appeal", expulsion("2026-11-05", "2026-11-15"), "2026-11-15", "2026-11-15", "moved never beyond it"),
    Term("appeal", expulsion("2026-11-02", "2026-11-02"), "2026-11-02", "2026-11-02", "to leave at once"),
]
OTHERS = [
    Term("depart", expulsion("2026-11-02", "2026-11-15"), "2026-11-15", "2026-11-15", "a date is a date, LF 28"),
    # KoAP 811: half within seven days; 739: probably moved from a day off
    Term("fine-half", fine("2026-11-02"), "2026-11-09", "2026-11-09", "seven days"),
    Term("fine-half", fine("2026-11-08"), "2026-11-15", "2026-11-16", "a Sunday moves, or not"),
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
        (fine("2026-11-02"), {"appeal", "fine-half", "fine"}),
        (expulsion("2026-11-02"), {"appeal"}),
        (expulsion("2026-11-02", "2026-11-15"), {"appeal", "depart"}),
        (expulsion("2026-11-02", executed="2026-11-10"), {"appeal", "ban-end"}),
        (expulsion("2026-11-02", "2026-11-15", "2026-11-10"), {"appeal", "depart", "ban-end"}),
        (fine("2014-07-04"), set()),  # before the code of 5 July 2014
        (expulsion("2014-07-04", "2014-07-10"), set()),
        (fine("2014-07-05"), {"appeal", "fine-half", "fine"}),
    ],
)
def test_each_kind_of_ruling_starts_terms_of_its_own(ruling: Ruling, kinds: set[str]) -> None:
    assert {kind for kind, row in LAW.duties.items() if term_of(LAW, row, ruling)} == kinds


@given(st.dates(date(2015, 1, 1), date(2027, 11, 30)), st.integers(0, 60))
def test_a_term_to_appeal_ends_on_a_working_day_or_with_the_departure(served: date, later: int) -> None:
    open_end = term_of(LAW, LAW.duties["appeal"], Ruling(kind="fine", served=served))
    assert open_end is not None
    last = served + DAY * 10
    while not LAW.calendar.is_working(last):
        last += DAY
    assert open_end == Both(last, last)
    leave_by = served + DAY * later
    ruling = Ruling(kind="expulsion", served=served, leave_by=leave_by)
    assert term_of(LAW, LAW.duties["appeal"], ruling) == Both(min(last, leave_by), min(last, leave_by))


@given(st.dates(date(2015, 1, 1), date(2027, 9, 30)))
def test_no_term_to_pay_is_later_in_the_safe_reading(served: date) -> None:
    for kind in ("fine-half", "fine"):
        found = term_of(LAW, LAW.duties[kind], Ruling(kind="fine", served=served))
        assert found is not None
        assert served < found.safe <= found.usual
        assert LAW.calendar.is_working(found.usual)


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


# Invitations: not considered of who was fined twice within twelve calendar months, ML 48, LF 22


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
