"""What a longer stay needs: a residence permit or a visa by the regime, or leaving when the term ends."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from kzstay.core.case import PassportKind, Traveller
from tests.core.builders import SAFE, USUAL
from tests.core.duties.duty_finder import due, find, german, only, states
from tests.core.histories import PARTING
from tests.helpers import day, permit, stay, traveller


def uzbek(
    exit: str | None = None,  # noqa: A002
    born: str | None = None,
    passport: PassportKind = "national",
) -> Traveller:
    """Make one who entered on 11 November 2026 and may stay for 30 days, to 10 December."""
    return traveller("UZ", stay("2026-11-11", exit), born=born, passport=passport)


class Longer(NamedTuple):
    person: Traveller
    on: str
    due: tuple[str, str]
    state: str
    reason: str | None
    why: str


TERM = ("2026-12-10", "2026-12-10")
LONGER = [
    Longer(german(), "2026-11-22", TERM, "open", None, "still within the term"),
    Longer(german(), "2026-12-10", TERM, "open", None, "its last day"),
    Longer(german("2026-12-05"), "2026-12-04", TERM, "open", None, "means to leave in time"),
    Longer(german(passport="service"), "2026-11-22", TERM, "open", None, "a visa has no exempt passport"),
    Longer(german(born="2012-05-05"), "2026-11-22", TERM, "open", None, "kazkorean.kz 5247: a child needs a visa"),
    Longer(uzbek(passport="service"), "2026-11-22", TERM, "waived", "passport", "seed leaflet"),
    Longer(uzbek(passport="diplomatic"), "2027-01-22", TERM, "waived", "passport", "also after the term"),
    Longer(uzbek(born="1990-05-05"), "2026-11-22", TERM, "open", None, "grown up"),
    Longer(uzbek(born="2012-05-05"), "2026-11-22", TERM, "waived", "under-16", "eGov: under 16"),
    Longer(uzbek(born="2010-11-11"), "2026-11-22", TERM, "open", None, "16 on the day of entry"),
    Longer(uzbek(born="2010-12-11"), "2026-11-22", TERM, "waived", "under-16", "16 after the term"),
    Longer(uzbek("2026-11-30", born="2010-12-01"), "2026-11-22", TERM, "waived", "under-16", "16 after the exit"),
    # 16 during the stay: within ten days, oq.gov.kz/en/news/872, and never later than the stay may last
    Longer(uzbek(born="2010-11-15"), "2026-11-22", ("2026-11-25", "2026-12-10"), "open", None, "on 15 November"),
    Longer(uzbek(born="2010-12-01"), "2026-11-22", TERM, "open", None, "the tenth day would be 11 December"),
    Longer(uzbek(born="2010-12-10"), "2026-11-22", TERM, "open", None, "on the last day"),
    Longer(
        traveller("UZ", stay("2024-02-10"), born="2008-02-29"),
        "2024-02-20",
        ("2024-03-10", "2024-03-10"),
        "open",
        None,
        "born on a leap day: 29 February and ten days, the last one of the term",
    ),
    Longer(
        traveller("UZ", stay("2026-12-15"), born="2010-12-25"),
        "2026-12-20",
        # by the strict count ten days after the birthday; by the usual one the visa-free term is longer
        ("2027-01-04", "2027-01-13"),
        "open",
        None,
        "over the year's end",
    ),
    Longer(
        traveller("RU", stay("2026-07-01")),
        "2026-07-10",
        ("2026-09-28", "2026-09-28"),
        "open",
        None,
        "lada.kz 143351: after 90 days in the EAEU; 31 + 31 + 28",
    ),
    Longer(
        traveller("RU", stay("2026-07-01"), permits=[permit("2026-08-01", "2027-07-31", "rvp")]),
        "2026-12-20",
        ("2027-07-31", "2027-07-31"),
        "waived",
        "permit",
        "has one",
    ),
    Longer(
        traveller("PK", stay("2026-11-11"), permits=[permit("2026-11-01", "2026-12-31")]),
        "2026-11-22",
        ("2026-12-31", "2026-12-31"),
        "waived",
        "permit",
        "SEED-L: entered on a visa",
    ),
]


@pytest.mark.parametrize("case", LONGER, ids=lambda case: case.why)
def test_what_a_longer_stay_needs_is_due_when_the_visa_free_term_ends(case: Longer) -> None:
    assert due("longer", case.person, case.on) == case.due, case.why
    assert states("longer", case.person, case.on) == (case.state, case.state), case.why
    assert only("longer", case.person, case.on).reason == case.reason, case.why


@pytest.mark.parametrize(
    ("person", "on", "why"),
    [
        (german(), "2026-12-11", "too late"),
        (german("2026-12-05"), "2026-12-05", "left in time"),
        (german("2026-12-11"), "2027-01-01", "left a day late"),
        (uzbek(born="2010-12-01"), "2026-12-12", "the term is over"),
    ],
)
def test_once_only_leaving_is_left_nothing_else_is_listed(person: Traveller, on: str, why: str) -> None:
    assert find("longer", person, on) == [], why
    assert find("leave", person, on), why


def test_ten_days_after_the_birthday_are_missed_within_the_term() -> None:
    assert states("longer", uzbek(born="2010-11-15"), "2026-11-26") == ("missed", "open")


def test_while_one_reading_has_days_left_both_name_the_choice() -> None:
    person = traveller("DE", *PARTING, stay("2026-06-10"))
    for reading, state in ((SAFE, "missed"), (USUAL, "open")):
        found = [d for d in find("longer", person, "2026-07-01", reading) if d.stay == 3]
        assert [(d.due.safe, d.due.usual, d.state) for d in found] == [
            (day("2026-06-29"), day("2026-07-09"), state)
        ]


def test_at_16_the_duty_begins_on_the_birthday() -> None:
    assert only("longer", uzbek(born="2010-12-01"), "2026-11-22").since == day("2026-12-01")
    assert only("longer", uzbek(), "2026-11-22").since == day("2026-11-11")


@pytest.mark.parametrize(
    ("country", "needs", "where"),
    [
        ("DE", "visa", ["migration-police", "consulate"]),
        ("RU", "rvp", ["psc", "migration-police", "egov"]),
    ],
)
def test_the_regime_says_what_a_longer_stay_needs_and_that_where_to_go(
    country: str, needs: str, where: list[str]
) -> None:
    found = only("longer", traveller(country, stay("2026-11-11")), "2026-11-22")
    assert (found.longer, found.where) == (needs, where)
