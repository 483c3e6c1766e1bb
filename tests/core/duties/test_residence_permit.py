"""The temporary residence permit: have one when the visa-free term ends, or leave."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from kzstay.core.case import Traveller
from tests.core.duties.duty_finder import due, german, only, states
from tests.helpers import day, permit, stay, traveller


class Rvp(NamedTuple):
    person: Traveller
    on: str
    due: tuple[str, str]
    state: tuple[str, str]
    reason: str | None
    why: str


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
    Rvp(
        traveller("US", stay("2026-11-11"), passport="diplomatic"),
        "2027-01-22",
        TERM,
        WAIVED,
        "passport",
        "seed leaflet",
    ),
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
