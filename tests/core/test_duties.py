from __future__ import annotations

from datetime import date
from typing import NamedTuple

import pytest

from kzstay.bundled import law
from kzstay.core.assess import assess
from kzstay.core.case import PassportKind, Stay, Traveller
from kzstay.core.duties import Duty
from kzstay.core.law import Reading
from tests.helpers import day, move, permit, stay, traveller

LAW = law()
SAFE, USUAL = Reading.SAFE, Reading.USUAL


def duties(person: Traveller, on: str, reading: Reading = SAFE) -> list[Duty]:
    return assess(person, day(on), LAW, reading).duties


def find(kind: str, person: Traveller, on: str, reading: Reading = SAFE) -> list[Duty]:
    return [duty for duty in duties(person, on, reading) if duty.kind == kind]


def only(kind: str, person: Traveller, on: str, reading: Reading = SAFE) -> Duty:
    (found,) = find(kind, person, on, reading)
    return found


def due(kind: str, person: Traveller, on: str) -> tuple[str, str]:
    both = only(kind, person, on).due
    return both.safe.isoformat(), both.usual.isoformat()


def states(kind: str, person: Traveller, on: str) -> tuple[str, str]:
    """Say the state in the safe and in the usual reading."""
    return only(kind, person, on, SAFE).state, only(kind, person, on, USUAL).state


def test_each_duty_tells_who_where_why_and_how_certain() -> None:
    # A Russian entry of 1 July 2026 brings every duty of this law
    found = {duty.kind: duty for duty in duties(traveller("RU", stay("2026-07-01")), "2026-07-01")}
    assert set(found) == set(LAW.duties)
    assert {kind: duty.who for kind, duty in found.items()} == {
        "host-notice": "host",
        "registration": "traveller",
        "rvp": "traveller",
        "leave": "traveller",
    }
    assert {kind: duty.articles for kind, duty in found.items()} == {
        "host-notice": ("ML 6(4)",),
        "registration": ("ML 6(5)", "O923"),
        "rvp": ("ML 6(4)", "ML 6-1", "D148"),
        "leave": ("D148", "ML 6(4)", "KoAP 517(3)", "KoAP 517(4)"),
    }
    assert all(duty.where and duty.stay == 0 and duty.since == day("2026-07-01") for duty in found.values())
    assert found["rvp"].certainty == "medium"


def test_duties_come_in_the_order_in_which_they_fall_due() -> None:
    person = traveller("RU", stay("2026-07-01"), stay("2025-01-01", "2025-01-31"))
    dates = [duty.due.safe for duty in duties(person, "2026-07-01")]
    assert dates == sorted(dates)
    assert {duty.stay for duty in duties(person, "2026-07-01")} == {0, 1}


# The host's notice: three working days from the day of arrival, ML 6(4). Safe: a working day of arrival is the
# first; usual: counting starts the next day, as Civil Code 173 has it

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
        ("2026-11-25", None, ("missed", "open")),
        ("2026-11-26", None, ("missed", "missed")),
        ("2026-11-22", "2026-11-20", ("done", "done")),
        ("2026-12-05", "2026-11-24", ("done", "done")),
        ("2026-12-05", "2026-11-25", ("done-late", "done")),
        ("2026-12-05", "2026-11-26", ("done-late", "done-late")),
        ("2026-11-01", None, ("open", "open")),
    ],
)
def test_a_notice_is_open_done_late_or_missed(on: str, notified: str | None, expected: tuple[str, str]) -> None:
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
        (1, day("2026-11-20"), day("2026-11-24"), day("2026-11-25"), "missed"),
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


# Registration: by the 30th day, regimes of more than 30 days, entries from 1 July 2026. Safe: the day of entry
# is the first (order 923, kt.kz 26.11.2025); usual: the 30th day after crossing (ML 6(5))


@pytest.mark.parametrize(
    ("country", "passport", "entry", "safe", "usual"),
    [
        ("RU", "national", "2026-07-01", "2026-07-30", "2026-07-31"),
        ("BY", "service", "2026-07-02", "2026-07-31", "2026-08-01"),
        ("KG", "national", "2026-12-15", "2027-01-13", "2027-01-14"),  # over the year's end
        ("AM", "national", "2028-02-01", "2028-03-01", "2028-03-02"),  # over a leap day
        ("AM", "national", "2027-02-01", "2027-03-02", "2027-03-03"),  # over none
        ("TR", "national", "2026-07-15", "2026-08-13", "2026-08-14"),
    ],
)
def test_who_may_stay_longer_than_30_days_registers_by_the_30th(
    country: str, passport: PassportKind, entry: str, safe: str, usual: str
) -> None:
    person = traveller(country, stay(entry), passport=passport)
    assert due("registration", person, entry) == (safe, usual)


@pytest.mark.parametrize(
    ("country", "passport", "entry", "why"),
    [
        ("RU", "national", "2026-06-30", "order 923 is in force from 1 July 2026"),
        ("DE", "national", "2026-07-01", "30 days an entry"),
        ("UZ", "national", "2026-07-01", "30 days an entry by the treaty"),
        ("CN", "national", "2026-07-01", "30 days an entry"),
        ("CN", "service", "2026-07-01", "30 days an entry"),
        ("KR", "national", "2026-07-01", "30 days an entry"),
        ("IN", "national", "2026-07-01", "14 days an entry"),
        ("PK", "national", "2026-07-01", "no regime"),
    ],
)
def test_nobody_else_registers(country: str, passport: PassportKind, entry: str, why: str) -> None:
    assert find("registration", traveller(country, stay(entry), passport=passport), entry) == [], why


def test_on_a_visa_without_a_regime_nothing_is_said_of_registration() -> None:
    person = traveller("PK", stay("2026-07-01"), permits=[permit("2026-07-01", "2026-12-31")])
    assert find("registration", person, "2026-07-10") == []


@pytest.mark.parametrize(
    ("on", "plan", "expected"),
    [
        # entered on 1 July: due on 30 July (safe) or 31 July (usual)
        ("2026-07-30", stay("2026-07-01"), ("open", "open")),
        ("2026-07-31", stay("2026-07-01"), ("missed", "open")),
        ("2026-08-01", stay("2026-07-01"), ("missed", "missed")),
        ("2026-07-20", stay("2026-07-01", registered="2026-07-15"), ("done", "done")),
        ("2026-08-20", stay("2026-07-01", registered="2026-07-31"), ("done-late", "done")),
        ("2026-08-20", stay("2026-07-01", registered="2026-08-01"), ("done-late", "done-late")),
        # 30 days in all, 1 to 30 July, are not more than 30; 31 days are
        ("2026-07-10", stay("2026-07-01", "2026-07-01"), ("waived", "waived")),
        ("2026-07-10", stay("2026-07-01", "2026-07-30"), ("waived", "waived")),
        ("2026-07-10", stay("2026-07-01", "2026-07-31"), ("open", "open")),
        ("2026-08-20", stay("2026-07-01", "2026-07-31"), ("missed", "missed")),
        ("2026-07-20", stay("2026-07-01", "2026-07-20", registered="2026-07-05"), ("done", "done")),
    ],
)
def test_registration_is_open_done_missed_or_waived_for_a_short_stay(
    on: str, plan: Stay, expected: tuple[str, str]
) -> None:
    person = traveller("RU", plan)
    assert states("registration", person, on) == expected
    assert only("registration", person, on).reason == ("short-stay" if expected[0] == "waived" else None)


def test_registration_is_waived_under_a_permit() -> None:
    person = traveller("RU", stay("2026-07-01"), permits=[permit("2026-06-01", "2026-12-31", "rvp")])
    found = only("registration", person, "2026-09-01")
    assert (found.state, found.reason) == ("waived", "permit")


# The temporary residence permit: have one when the visa-free term ends, or leave


class Rvp(NamedTuple):
    person: Traveller
    on: str
    due: tuple[str, str]
    state: tuple[str, str]
    reason: str | None
    why: str


def german(
    exit: str | None = None,  # noqa: A002
    born: str | None = None,
    passport: PassportKind = "national",
) -> Traveller:
    """Make one who entered on 11 November 2026 and may stay for 30 days, to 10 December."""
    return traveller("DE", stay("2026-11-11", exit), born=born, passport=passport)


TERM = ("2026-12-10", "2026-12-10")
WAIVED = ("waived", "waived")
RVP = [
    Rvp(german(), "2026-11-22", TERM, ("open", "open"), None, "still within the term"),
    Rvp(german(), "2026-12-10", TERM, ("open", "open"), None, "its last day"),
    Rvp(german(), "2026-12-11", TERM, ("missed", "missed"), None, "neither a permit nor left"),
    Rvp(german("2026-12-05"), "2026-12-04", TERM, ("open", "open"), None, "means to leave in time"),
    Rvp(german("2026-12-05"), "2026-12-05", TERM, ("waived", "waived"), "left-in-time", "left"),
    Rvp(german("2026-12-10"), "2027-01-01", TERM, ("waived", "waived"), "left-in-time", "on the last day"),
    Rvp(german("2026-12-11"), "2027-01-01", TERM, ("missed", "missed"), None, "left a day late"),
    Rvp(german(passport="service"), "2026-11-22", TERM, WAIVED, "passport", "seed leaflet"),
    Rvp(german(passport="diplomatic"), "2027-01-22", TERM, WAIVED, "passport", "seed leaflet"),
    Rvp(german(born="1990-05-05"), "2026-11-22", TERM, ("open", "open"), None, "grown up"),
    Rvp(german(born="2012-05-05"), "2026-11-22", TERM, WAIVED, "under-16", "eGov: under 16"),
    Rvp(german(born="2012-05-05"), "2027-01-22", TERM, WAIVED, "under-16", "also after the term"),
    Rvp(german(born="2010-11-11"), "2026-11-22", TERM, ("open", "open"), None, "16 on the day of entry"),
    Rvp(german(born="2010-12-11"), "2026-11-22", TERM, WAIVED, "under-16", "16 after the term"),
    Rvp(german("2026-11-30", born="2010-12-01"), "2026-11-22", TERM, WAIVED, "under-16", "16 after it"),
    # 16 during the stay: within ten days, oq.gov.kz/en/news/872
    Rvp(
        german(born="2010-12-01"),
        "2026-12-11",
        ("2026-12-11", "2026-12-11"),
        ("open", "open"),
        None,
        "16 on 1 December",
    ),
    Rvp(
        german(born="2010-12-01"),
        "2026-12-12",
        ("2026-12-11", "2026-12-11"),
        ("missed", "missed"),
        None,
        "ten days over",
    ),
    Rvp(
        german(born="2010-12-10"),
        "2026-11-22",
        ("2026-12-20", "2026-12-20"),
        ("open", "open"),
        None,
        "on the last day",
    ),
    Rvp(
        german("2026-12-08", born="2010-12-01"),
        "2026-12-09",
        ("2026-12-11", "2026-12-11"),
        ("waived", "waived"),
        "left-in-time",
        "left within the ten days",
    ),
    Rvp(
        traveller("DE", stay("2024-02-10"), born="2008-02-29"),
        "2024-02-20",
        ("2024-03-10", "2024-03-10"),
        ("open", "open"),
        None,
        "born on a leap day: 29 February and ten days",
    ),
    Rvp(
        traveller("DE", stay("2026-12-15"), born="2010-12-25"),
        "2026-12-20",
        # by the strict count ten days after the birthday; by the usual one the visa-free term is longer
        ("2027-01-04", "2027-01-13"),
        ("open", "open"),
        None,
        "over the year's end",
    ),
    Rvp(
        traveller("RU", stay("2026-07-01")),
        "2026-07-10",
        ("2026-09-28", "2026-09-28"),
        ("open", "open"),
        None,
        "lada.kz 143351: after 90 days in the EAEU; 31 + 31 + 28",
    ),
    Rvp(
        traveller("DE", stay("2026-11-11"), permits=[permit("2026-12-01", "2027-11-30", "rvp")]),
        "2026-12-20",
        ("2027-11-30", "2027-11-30"),
        ("waived", "waived"),
        "permit",
        "has one",
    ),
    Rvp(
        traveller("PK", stay("2026-11-11"), permits=[permit("2026-11-01", "2026-12-31")]),
        "2026-11-22",
        ("2026-12-31", "2026-12-31"),
        ("waived", "waived"),
        "permit",
        "SEED-L: entered on a visa",
    ),
]


@pytest.mark.parametrize("case", RVP, ids=lambda case: case.why)
def test_the_permit_is_due_when_the_visa_free_term_ends(case: Rvp) -> None:
    assert due("rvp", case.person, case.on) == case.due, case.why
    assert states("rvp", case.person, case.on) == case.state, case.why
    assert only("rvp", case.person, case.on).reason == case.reason, case.why


def test_at_16_the_duty_begins_on_the_birthday() -> None:
    assert only("rvp", german(born="2010-12-01"), "2026-11-22").since == day("2026-12-01")
    assert only("rvp", german(), "2026-11-22").since == day("2026-11-11")


# Leaving


@pytest.mark.parametrize(
    ("on", "left", "state"),
    [
        ("2026-11-11", None, "open"),
        ("2026-12-10", None, "open"),
        ("2026-12-11", None, "missed"),
        ("2026-11-22", "2026-12-05", "open"),
        ("2026-12-05", "2026-12-05", "done"),
        ("2027-01-01", "2026-12-10", "done"),
        ("2027-01-01", "2026-12-11", "done-late"),
        ("2026-12-15", "2026-12-20", "missed"),  # has not left yet
        ("2026-11-01", None, "open"),  # planned
    ],
)
def test_who_leaves_by_the_last_lawful_day_has_done_it(on: str, left: str | None, state: str) -> None:
    found = only("leave", german(left), on)
    assert (found.due.safe, found.due.usual) == (day("2026-12-10"), day("2026-12-10"))
    assert found.state == state
    assert found.done == (day(left) if left and left <= on else None)


def test_leaving_falls_due_in_two_readings() -> None:
    # see test_reckoning: 30 + 30 + 10 days used, entered on 10 June
    person = traveller(
        "DE",
        stay("2026-01-01", "2026-01-30"),
        stay("2026-02-20", "2026-03-21"),
        stay("2026-05-01", "2026-05-10"),
        stay("2026-06-10"),
    )
    found = [duty for duty in duties(person, "2026-07-01") if duty.kind == "leave" and duty.stay == 3]
    assert [(d.due.safe, d.due.usual, d.state) for d in found] == [
        (day("2026-06-29"), day("2026-07-09"), "missed")
    ]
    usual = [d for d in duties(person, "2026-07-01", USUAL) if d.kind == "leave" and d.stay == 3]
    assert usual[0].state == "open"


def test_who_had_nothing_left_was_to_leave_at_once() -> None:
    used_up = [
        stay("2026-01-01", "2026-01-30"),
        stay("2026-02-10", "2026-03-11"),
        stay("2026-04-01", "2026-04-30"),
    ]
    person = traveller("DE", *used_up, stay("2026-05-10"))
    found = [duty for duty in duties(person, "2026-05-11") if duty.kind == "leave" and duty.stay == 3]
    assert [(d.due.safe, d.due.usual, d.state) for d in found] == [
        (day("2026-05-10"), day("2026-05-10"), "missed")
    ]


def test_who_has_a_permit_leaves_when_it_ends() -> None:
    person = traveller("PK", stay("2026-11-11"), permits=[permit("2026-11-01", "2026-12-31")])
    assert due("leave", person, "2026-11-22") == ("2026-12-31", "2026-12-31")
    assert only("leave", person, "2026-11-22").articles == ("ML 6(4)", "KoAP 517(3)", "KoAP 517(4)")


def test_a_last_day_of_stay_is_not_moved_from_a_weekend() -> None:
    assert date(2026, 12, 20).weekday() == 6
    assert due("leave", traveller("DE", stay("2026-11-21")), "2026-11-22") == ("2026-12-20", "2026-12-20")
