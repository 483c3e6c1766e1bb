"""What was used before shortens a stay, by the regimes of the law."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from kzstay.core.case import PassportKind, Stay
from kzstay.core.readings import Reading
from tests.core.builders import reckon, until
from tests.core.histories import KOREAN, NINETY, NOVEMBER, PARTING, THREE_FORTNIGHTS
from tests.helpers import stay, traveller


class Next(NamedTuple):
    """The last lawful day of an entry after earlier stays, and the limit that sets it."""

    country: str
    passport: PassportKind
    history: tuple[Stay, ...]
    entry: str
    safe: str | None
    usual: str | None
    because: tuple[str, str]
    why: str


ROLLING = ("rolling", "rolling")
PER_ENTRY = ("per-entry", "per-entry")


def thirty_ninety(country: str, passport: PassportKind, why: str) -> list[Next]:
    """Tell the 30 / 90 / 180 after 90 days: 1 January leaves 180 days on 30 June, and 181 on 1 July.

    From then on each day of the new stay is made up for by one of January's thirty.
    """
    return [
        Next(country, passport, NINETY, "2026-05-10", None, None, ROLLING, why),
        Next(country, passport, NINETY, "2026-06-30", None, "2026-07-29", ("rolling", "per-entry"), why),
        Next(country, passport, NINETY, "2026-07-01", "2026-07-30", "2026-07-30", PER_ENTRY, why),
    ]


def without_window(country: str, passport: PassportKind, why: str) -> list[Next]:
    """Tell a treaty of 30 days that names no window: the general 90 in 180 is added by the safe reading."""
    sides = ("rolling", "per-entry")
    return [
        Next(country, passport, NINETY, "2026-05-10", None, "2026-06-08", sides, why),
        Next(country, passport, NINETY, "2026-06-30", None, "2026-07-29", sides, why),
        Next(country, passport, NINETY, "2026-07-01", "2026-07-30", "2026-07-30", PER_ENTRY, why),
    ]


NEXT = [
    *thirty_ninety("DE", "national", "ML 6(4), zakon.kz/pravo/6488830"),
    *thirty_ninety("DE", "service", "a floor for official passports"),
    *thirty_ninety("AE", "national", "D148 17"),
    *thirty_ninety("CN", "national", "agreement of 17.05.2023"),
    *thirty_ninety("UZ", "national", "baigenews.kz 146545"),
    *thirty_ninety("UZ", "diplomatic", "MFA table"),
    *thirty_ninety("KR", "service", "a floor for official passports"),
    *without_window("CN", "service", "agreement of 1994"),
    *without_window("IN", "service", "agreement of 17.08.1999"),
    *without_window("IR", "diplomatic", "memorandum of 25.10.1993"),
    # 14 / 42 / 180: three fortnights use it up, 1 January leaves on 30 June or 1 July
    Next("IN", "national", THREE_FORTNIGHTS[:2], "2026-03-01", "2026-03-14", "2026-03-14", PER_ENTRY, "28+14"),
    Next("IN", "national", THREE_FORTNIGHTS, "2026-04-01", None, None, ROLLING, "ustinka.kz 74663"),
    Next("IR", "national", THREE_FORTNIGHTS, "2026-06-29", None, None, ROLLING, "ustinka.kz 74663"),
    Next("IR", "national", THREE_FORTNIGHTS, "2026-06-30", None, "2026-07-13", ("rolling", "per-entry"), "14/42"),
    Next("IN", "national", THREE_FORTNIGHTS, "2026-07-01", "2026-07-14", "2026-07-14", PER_ENTRY, "14/42"),
    # 90 / 90 / 180: after 30 days of November 60 are left, 31 of January, 28 of February and 1 March
    Next("RU", "national", NOVEMBER, "2026-01-01", "2026-03-01", "2026-03-01", ROLLING, "decree 1146"),
    Next("BY", "national", NOVEMBER, "2026-01-01", "2026-03-01", "2026-03-01", ROLLING, "decree 1146"),
    Next("AM", "national", NOVEMBER, "2026-01-01", "2026-03-01", "2026-03-01", ROLLING, "decree 1146"),
    Next("KG", "national", NOVEMBER, "2026-01-01", "2026-03-01", "2026-03-01", ROLLING, "decree 1146"),
    Next("TR", "national", NOVEMBER, "2026-01-01", "2026-03-01", "2026-03-01", ROLLING, "zakon.kz 6488830"),
    # on entry of 30 April 2026 the first of November has left 180 days, but not 181
    Next("RU", "service", NOVEMBER, "2026-03-01", "2026-04-29", "2026-05-29", ("rolling", "per-entry"), "180"),
    # Before decree 1146 no total was enforced: 90 days, out, and 90 days again
    Next(
        "RU",
        "national",
        (stay("2022-06-01", "2022-08-29"),),
        "2022-08-30",
        "2022-11-27",
        "2022-11-27",
        PER_ENTRY,
        "aktualno.uz 7852",
    ),
    # and what was used before 27 January 2023 weighs nothing: 5 + 28 days do, 57 are left
    Next(
        "RU",
        "national",
        (stay("2022-12-01", "2023-02-28"),),
        "2023-03-01",
        "2023-04-26",
        "2023-05-29",  # by the usual reading stays entered before weigh nothing at all: 31 + 30 + 29
        ("rolling", "per-entry"),
        "newsland.com/post/7646157: no retroactive force",
    ),
    # The 54 had 90 in 180 beside the 30 from 2022 on (safe), or since the decree (usual)
    Next(
        "DE",
        "national",
        (stay("2022-05-01", "2022-05-30"), stay("2022-06-05", "2022-07-04"), stay("2022-07-10", "2022-08-08")),
        "2022-09-01",
        None,
        "2022-09-30",
        ("rolling", "per-entry"),
        "qazmonitor.com/news/570",
    ),
    # China: what was used under 14 / 42 weighs nothing under the agreement
    Next(
        "CN",
        "national",
        (stay("2023-09-01", "2023-09-14"), stay("2023-10-01", "2023-10-14"), stay("2023-10-20", "2023-11-02")),
        "2023-11-09",
        None,
        None,
        ROLLING,
        "haninnews.info 14.07.2022",
    ),
    Next(
        "CN",
        "national",
        (stay("2023-09-01", "2023-09-14"), stay("2023-10-01", "2023-10-14"), stay("2023-10-20", "2023-11-02")),
        "2023-11-10",
        "2023-12-09",
        "2023-12-09",
        PER_ENTRY,
        "daryo.uz 10.11.2023",
    ),
    # Korea: sixty by the agreement until 5 September 2025, then sixty or ninety
    Next(
        "KR",
        "national",
        (stay("2025-05-01", "2025-05-30"), stay("2025-06-05", "2025-07-04")),
        "2025-09-05",
        None,
        None,
        ROLLING,
        "kazkorean.kz/?p=5247",
    ),
    Next("KR", "national", KOREAN[:1], "2025-12-01", "2025-12-30", "2025-12-30", PER_ENTRY, "30 + 30"),
    Next("KR", "national", KOREAN, "2025-12-01", None, "2025-12-30", ("rolling", "per-entry"), "60 or 90"),
    # Türkiye before its 90 days: 30 an entry, 90 in 180
    Next(
        "TR",
        "national",
        (stay("2025-01-01", "2025-01-30"), stay("2025-02-10", "2025-03-11"), stay("2025-04-01", "2025-04-30")),
        "2025-05-10",
        None,
        None,
        ROLLING,
        "passport index, 01.2025; ML 6(4)",
    ),
]


@pytest.mark.parametrize("case", NEXT, ids=lambda case: f"{case.country}-{case.passport}-{case.entry}")
def test_what_was_used_before_shortens_a_stay(case: Next) -> None:
    person = traveller(case.country, *case.history, stay(case.entry, case.entry), passport=case.passport)
    assert until(person, case.entry) == (case.safe, case.usual), case.why
    index = len(case.history)
    told = tuple(reckon(person, case.entry, reading).verdict(index).because for reading in Reading)
    assert told == case.because, case.why


def test_the_readings_part_where_a_day_leaves_180_days_but_not_181() -> None:
    person = traveller("DE", *PARTING, stay("2026-06-10", "2026-07-09"))
    assert until(person, "2026-06-10") == ("2026-06-29", "2026-07-09")
    safe, usual = reckon(person, "2026-07-20"), reckon(person, "2026-07-20", Reading.USUAL)
    assert (safe.verdict(3).because, safe.verdict(3).overstay_days) == ("rolling", 10)
    assert (usual.verdict(3).because, usual.verdict(3).overstay_days) == ("per-entry", 0)
