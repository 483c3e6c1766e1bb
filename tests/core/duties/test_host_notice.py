"""The host's notice: three working days from the day of arrival, ML 6(4).

Safe: a working day of arrival is the first; usual: counting starts the next day, as Civil Code 173 has it.
"""

from __future__ import annotations

import msgspec
import pytest

from kzstay.core.assess import assess
from tests.core.builders import LAW
from tests.core.duties.duty_finder import due, duties, find, only, states
from tests.helpers import day, move, permit, stay, traveller

NOTICES = [
    # an ordinary week
    ("2026-11-16", "2026-11-18", "2026-11-19", "Monday"),
    ("2026-11-17", "2026-11-19", "2026-11-20", "Tuesday"),
    ("2026-11-18", "2026-11-20", "2026-11-23", "Wednesday"),
    ("2026-11-19", "2026-11-23", "2026-11-24", "Thursday"),
    ("2026-11-20", "2026-11-24", "2026-11-25", "Friday: kz-rules 4 says Tuesday or Wednesday"),
    ("2026-11-21", "2026-11-25", "2026-11-25", "Saturday"),
    ("2026-11-22", "2026-11-25", "2026-11-25", "Sunday"),
    # Nauryz 2026: 21 to 23 March fall on Saturday to Monday, 24 and 25 are off in exchange
    ("2026-03-20", "2026-03-27", "2026-03-30", "Friday before Nauryz"),
    ("2026-03-21", "2026-03-30", "2026-03-30", "first day of Nauryz"),
    ("2026-03-24", "2026-03-30", "2026-03-30", "a day off in exchange"),
    # New Year: 1 and 2 January are Thursday and Friday, 7 January is Christmas
    ("2025-12-31", "2026-01-06", "2026-01-08", "the last day of the year"),
    ("2026-01-01", "2026-01-08", "2026-01-08", "New Year"),
    ("2026-01-06", "2026-01-09", "2026-01-12", "the day before Christmas"),
    # Kurban Ait on Wednesday 27 May 2026
    ("2026-05-25", "2026-05-28", "2026-05-29", "Monday before Kurban Ait"),
    ("2026-05-27", "2026-06-01", "2026-06-01", "Kurban Ait"),
    # 2024: Saturday 4 May is worked for Wednesday 8 May; 7 and 9 May are holidays
    ("2024-05-03", "2024-05-06", "2024-05-10", "Friday before the worked Saturday"),
    ("2024-05-04", "2024-05-10", "2024-05-13", "the worked Saturday"),
    ("2024-05-08", "2024-05-14", "2024-05-14", "the Wednesday off"),
    # 2020: 7 May is a holiday, 8 May is off for Monday 11 May
    ("2020-05-07", "2020-05-13", "2020-05-13", "Defender of the Fatherland Day"),
    # 30 August 2026 is a holiday no more, 31 August is worked
    ("2026-08-28", "2026-09-01", "2026-09-02", "Friday before the former Constitution Day"),
    # 15 March 2027 is the new one, a Monday
    ("2027-03-12", "2027-03-17", "2027-03-18", "Friday before the new Constitution Day"),
    # the first day of the law, a Saturday
    ("2020-01-11", "2020-01-15", "2020-01-15", "Law 292-VI of 27.12.2019"),
    # 29 February 2024 is a Thursday
    ("2024-02-28", "2024-03-01", "2024-03-04", "over a leap day"),
]


@pytest.mark.parametrize(("arrival", "safe", "usual", "why"), NOTICES, ids=[case[0] for case in NOTICES])
def test_the_host_gives_notice_within_three_working_days(arrival: str, safe: str, usual: str, why: str) -> None:
    assert due("host-notice", traveller("RU", stay(arrival)), arrival) == (safe, usual), why


@pytest.mark.parametrize(
    ("on", "notified", "expected"),
    [
        # arrived on Friday 20 November: due on Tuesday 24 (safe) or Wednesday 25 (usual)
        ("2026-11-20", None, ("open", "open")),
        ("2026-11-24", None, ("open", "open")),
        ("2026-11-25", None, ("unrecorded", "open")),
        ("2026-11-26", None, ("unrecorded", "unrecorded")),
        ("2026-11-22", "2026-11-20", ("done", "done")),
        ("2026-12-05", "2026-11-24", ("done", "done")),
        ("2026-12-05", "2026-11-25", ("done-late", "done")),
        ("2026-12-05", "2026-11-26", ("done-late", "done-late")),
        ("2026-11-01", None, ("open", "open")),
    ],
)
def test_a_notice_is_open_done_late_or_not_recorded(
    on: str, notified: str | None, expected: tuple[str, str]
) -> None:
    person = traveller("DE", stay("2026-11-20", notified=notified))
    assert states("host-notice", person, on) == expected
    assert only("host-notice", person, on).done == (day(notified) if notified else None)


def test_each_entry_and_each_change_of_address_needs_a_notice() -> None:
    # expatcentre.aifc.kz: at each entry, and at each change of address inside the country
    person = traveller(
        "DE",
        stay("2026-05-20", "2026-06-08", notified="2026-05-21"),
        stay("2026-11-20", moves=[move("2026-11-26", "2026-11-27"), move("2026-12-01")]),
    )
    found = find("host-notice", person, "2026-12-02")
    assert [(d.stay, d.since, d.due.safe, d.due.usual, d.state) for d in found] == [
        (0, day("2026-05-20"), day("2026-05-22"), day("2026-05-25"), "done"),
        (1, day("2026-11-20"), day("2026-11-24"), day("2026-11-25"), "unrecorded"),
        (1, day("2026-11-26"), day("2026-11-30"), day("2026-12-01"), "done"),
        (1, day("2026-12-01"), day("2026-12-03"), day("2026-12-04"), "open"),
    ]


def test_before_the_law_of_2020_there_was_no_notice() -> None:
    assert find("host-notice", traveller("RU", stay("2020-01-10")), "2020-01-12") == []
    moved = traveller("RU", stay("2020-01-10", moves=[move("2020-01-13")]))
    assert only("host-notice", moved, "2020-01-13").since == day("2020-01-13")


def test_also_a_visa_holder_is_given_notice_of() -> None:
    person = traveller("PK", stay("2026-11-20"), permits=[permit("2026-11-01", "2026-12-31")])
    assert due("host-notice", person, "2026-11-20") == ("2026-11-24", "2026-11-25")


def test_of_who_has_no_regime_only_the_notice_is_known() -> None:
    assert [duty.kind for duty in duties(traveller("PK", stay("2026-11-20")), "2026-11-22")] == ["host-notice"]


@pytest.mark.parametrize("told", ["2026-03-05", "2026-11-15"])
def test_a_notice_dated_before_the_arrival_counts_for_nothing(told: str) -> None:
    early = traveller("DE", stay("2026-11-16", notified=told))
    for on in ("2026-11-17", "2026-11-22"):
        assert duties(early, on) == duties(traveller("DE", stay("2026-11-16")), on)
    assert states("host-notice", early, "2026-11-22") == ("unrecorded", "unrecorded")
    assert states("host-notice", traveller("DE", stay("2026-11-16", notified="2026-11-16")), "2026-11-22") == (
        "done",
        "done",
    )


def test_a_notice_dated_before_the_change_of_address_counts_for_nothing() -> None:
    early = stay("2026-11-02", notified="2026-11-02", moves=[move("2026-11-16", "2026-11-15")])
    untold = stay("2026-11-02", notified="2026-11-02", moves=[move("2026-11-16")])
    assert duties(traveller("RU", early), "2026-11-27") == duties(traveller("RU", untold), "2026-11-27")


def test_for_one_in_transit_or_a_driver_no_notice_is_due_unless_one_was_given() -> None:
    through = msgspec.structs.replace(stay("2026-11-16", "2026-11-17", moves=[move("2026-11-17")]), kind="transit")
    assert find("host-notice", traveller("DE", through), "2026-11-22") == []
    driver = msgspec.structs.replace(through, kind="transport")
    assert find("host-notice", traveller("DE", driver), "2026-11-22") == []
    received = msgspec.structs.replace(driver, notified=day("2026-11-17"))
    assert only("host-notice", traveller("DE", received), "2026-11-22").state == "done"


@pytest.mark.parametrize(
    ("exit_day", "notified", "reason"),
    [("2026-11-16", None, "one-day"), ("2026-11-17", None, None), ("2026-11-16", "2026-11-16", None)],
)
def test_for_one_day_it_is_due_only_where_somebody_received_the_traveller(
    exit_day: str, notified: str | None, reason: str | None
) -> None:
    person = traveller("DE", stay("2026-11-16", exit_day, notified=notified))
    assert only("host-notice", person, "2026-11-22").reason == reason


def test_what_is_not_recorded_is_neither_missed_nor_unsound() -> None:
    person = traveller("DE", stay("2026-05-05", "2026-05-20"))
    found = only("host-notice", person, "2026-11-22")
    assert (found.state, found.neglected, found.overdue) == ("unrecorded", False, True)
    assert assess(person, day("2026-11-22"), LAW).sound
