from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kzstay.bundled import law
from kzstay.core.case import PassportKind, Permit, Stay, Traveller
from kzstay.core.days import DAY
from kzstay.core.law import Both, Reading
from kzstay.core.reckoning import LimitUse, Reckoning, Standing
from tests.core.oracle import RollingOracle, days_of, longest_stay
from tests.helpers import day, maybe, permit, span, stay, traveller

LAW = law()


def reckon(person: Traveller, on: str, reading: Reading = Reading.SAFE) -> Reckoning:
    return Reckoning(person, day(on), LAW, reading)


def both(person: Traveller, on: str) -> Both[Reckoning]:
    return Both.of(lambda reading: reckon(person, on, reading))


def until(person: Traveller, on: str, index: int = -1) -> tuple[str | None, str | None]:
    """Say the last lawful day of a stay, by default the last, in the safe and in the usual reading."""
    index %= len(person.stays)
    ends = [reckon(person, on, reading).verdict(index).lawful_until for reading in Reading]
    safe, usual = [end.isoformat() if end else None for end in ends]
    return safe, usual


# Three stays of 30 days each: 1-30 January, 10 February - 11 March, 1-30 April
NINETY = (
    stay("2026-01-01", "2026-01-30"),
    stay("2026-02-10", "2026-03-11"),
    stay("2026-04-01", "2026-04-30"),
)


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


THREE_FORTNIGHTS = (
    stay("2026-01-01", "2026-01-14"),
    stay("2026-02-01", "2026-02-14"),
    stay("2026-03-01", "2026-03-14"),
)
NOVEMBER = (stay("2025-11-01", "2025-11-30"),)
# Korea's sixty days, both stays after the decree of August 2025: 21 + 9 and 12 + 18 days
KOREAN = (stay("2025-09-10", "2025-10-09"), stay("2025-10-20", "2025-11-18"))

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
        "2023-04-26",
        ROLLING,
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
    # 30 + 30 + 10 days used. Entered on 10 June, the 20 days that are left end on 29 June. On 30 June
    # 1 January leaves 180 days and each later day makes room for one more, so the 30 days of an entry bind
    person = traveller(
        "DE",
        stay("2026-01-01", "2026-01-30"),
        stay("2026-02-20", "2026-03-21"),
        stay("2026-05-01", "2026-05-10"),
        stay("2026-06-10", "2026-07-09"),
    )
    assert until(person, "2026-06-10") == ("2026-06-29", "2026-07-09")
    safe, usual = reckon(person, "2026-07-20"), reckon(person, "2026-07-20", Reading.USUAL)
    assert (safe.verdict(3).because, safe.verdict(3).overstay_days) == ("rolling", 10)
    assert (usual.verdict(3).because, usual.verdict(3).overstay_days) == ("per-entry", 0)


# Leap days, year ends, stays of one day, and out and in again


@pytest.mark.parametrize(
    ("entry", "last"),
    [
        ("2024-02-28", "2024-03-28"),  # 28 and 29 February and 28 days
        ("2024-02-29", "2024-03-29"),  # 1 + 29
        ("2023-02-28", "2023-03-29"),  # 1 + 29
        ("2024-12-31", "2025-01-29"),  # 1 + 29
        ("2028-02-01", "2028-03-01"),  # 29 + 1
    ],
)
def test_thirty_days_over_a_leap_day_and_a_year_end(entry: str, last: str) -> None:
    assert until(traveller("DE", stay(entry)), entry) == (last, last)


def test_a_stay_of_one_day_uses_one_day() -> None:
    person = traveller("DE", stay("2026-05-20", "2026-05-20"))
    assert reckon(person, "2026-05-20").limit_uses()[1].used == 1
    assert reckon(person, "2026-05-21").standing is Standing.OUTSIDE


def test_out_and_in_on_one_day_begins_the_thirty_anew_and_uses_the_day_once() -> None:
    # kz-rules 1.2: the calendar day counts once, the count of an entry starts again
    person = traveller("DE", stay("2026-05-01", "2026-05-30"), stay("2026-05-30"))
    reckoning = reckon(person, "2026-05-30")
    assert reckoning.current == 1, "of two stays on one day the later is the present one"
    assert reckoning.presence.days_in(day("2026-01-01"), day("2026-12-31")) == 30
    assert until(person, "2026-05-30") == ("2026-06-28", "2026-06-28")


def test_a_last_lawful_day_is_never_moved_from_a_day_off() -> None:
    # kz-rules 6: a stay limit is no time for performing an act; 1 May 2026 is a holiday, 2 May a Saturday
    assert until(traveller("DE", stay("2026-04-02")), "2026-04-02") == ("2026-05-01", "2026-05-01")
    assert until(traveller("DE", stay("2026-04-03")), "2026-04-03") == ("2026-05-02", "2026-05-02")


# Standing


@pytest.mark.parametrize(
    ("on", "standing"),
    [
        ("2026-11-10", Standing.OUTSIDE),
        ("2026-11-11", Standing.LAWFUL),
        ("2026-12-02", Standing.LAWFUL),  # eight days left
        ("2026-12-03", Standing.ENDING),  # seven: sources say seven or fewer
        ("2026-12-10", Standing.ENDING),  # the last lawful day
        ("2026-12-11", Standing.OVERSTAY),
    ],
)
def test_a_stay_runs_from_lawful_over_ending_to_overstay(on: str, standing: Standing) -> None:
    assert reckon(traveller("DE", stay("2026-11-11")), on).standing is standing


def test_who_left_is_outside_from_the_next_day_on() -> None:
    person = traveller("DE", stay("2026-11-11", "2026-11-20"))
    assert reckon(person, "2026-11-20").standing is Standing.LAWFUL
    assert reckon(person, "2026-11-21").standing is Standing.OUTSIDE


def test_who_enters_with_nothing_left_overstays_from_the_first_day() -> None:
    person = traveller("DE", *NINETY, stay("2026-05-10", "2026-05-12"))
    reckoning = reckon(person, "2026-05-10")
    assert reckoning.standing is Standing.OVERSTAY
    assert reckoning.verdict(3).overstay_days == 3


def test_without_a_regime_and_without_a_permit_nothing_is_known() -> None:
    reckoning = reckon(traveller("PK", stay("2026-11-11", "2026-12-31")), "2026-11-22")
    assert reckoning.standing is Standing.NO_REGIME
    verdict = reckoning.verdict(0)
    assert (verdict.regime, verdict.lawful_until, verdict.because, verdict.overstay_days) == (
        None,
        None,
        None,
        0,
    )
    assert reckoning.limit_uses() == []
    assert reckoning.next_entry is None
    assert reckoning.counting_limit(day("2026-11-22")) is None


# Permits


def test_days_under_a_permit_are_outside_the_visa_free_count() -> None:
    # 1 January - 31 March on a visa; then the full 90: 21 + 31 + 30 + 8 days
    person = traveller(
        "RU",
        stay("2026-01-01", "2026-03-31"),
        stay("2026-04-10"),
        permits=[permit("2026-01-01", "2026-03-31")],
    )
    assert until(person, "2026-04-10") == ("2026-07-08", "2026-07-08")
    assert reckon(person, "2026-04-09").limit_uses()[1].used == 0


@pytest.mark.parametrize(
    ("permits", "counted"),
    [
        ([], 31),
        ([permit("2026-01-11", "2026-01-20")], 21),
        ([permit("2025-12-01", "2026-01-10")], 21),
        ([permit("2026-01-22", "2026-05-01")], 21),
        ([permit("2026-01-01", "2026-01-31")], 0),
        ([permit("2026-01-11", "2026-01-20"), permit("2026-01-15", "2026-01-25")], 16),
        ([permit("2026-01-01", "2026-01-01"), permit("2026-01-31", "2026-01-31")], 29),
        ([permit("2026-02-01", "2026-12-31")], 31),
        ([permit("2025-01-01", "2025-12-31")], 31),
    ],
)
def test_of_a_stay_the_days_without_a_permit_count(permits: list[Permit], counted: int) -> None:
    person = traveller("RU", stay("2026-01-01", "2026-01-31"), permits=permits)
    assert reckon(person, "2026-02-10").presence.days_in(day("2026-01-01"), day("2026-01-31")) == counted


@given(
    st.lists(st.tuples(st.integers(0, 60), st.integers(0, 15)), max_size=4),
    st.lists(st.tuples(st.integers(0, 60), st.integers(0, 15)), max_size=4),
)
def test_the_days_that_count_are_those_of_stays_less_those_of_permits(
    stays: list[tuple[int, int]], permits: list[tuple[int, int]]
) -> None:
    def spans(pairs: list[tuple[int, int]]) -> list[tuple[date, date]]:
        first = day("2025-12-01")
        return [(first + DAY * start, first + DAY * (start + length)) for start, length in pairs]

    person = Traveller(
        name="A",
        citizenship="RU",
        stays=tuple(Stay(entry=first, exit=last) for first, last in spans(stays)),
        permits=tuple(Permit(kind="visa", first=first, until=last) for first, last in spans(permits)),
    )
    held = reckon(person, "2026-03-01").presence
    assert days_of((s.first, s.last) for s in held.spans()) == days_of(spans(stays)) - days_of(spans(permits))


@pytest.mark.parametrize(
    ("country", "permits", "last", "because"),
    [
        ("DE", [], "2026-01-30", "per-entry"),
        ("DE", [permit("2026-01-31", "2026-03-31")], "2026-03-31", "permit"),
        ("DE", [permit("2026-01-15", "2026-03-31", "rvp")], "2026-03-31", "permit"),
        ("DE", [permit("2026-02-01", "2026-03-31")], "2026-01-30", "per-entry"),  # a day between
        ("DE", [permit("2025-01-01", "2025-12-31")], "2026-01-30", "per-entry"),  # over by then
        ("PK", [permit("2025-12-01", "2026-02-28")], "2026-02-28", "permit"),
        ("PK", [permit("2026-03-01", "2026-04-30"), permit("2026-01-01", "2026-02-28")], "2026-04-30", "permit"),
        ("PK", [permit("2026-01-02", "2026-02-28")], None, None),  # entered a day too early
    ],
)
def test_a_permit_that_follows_without_a_gap_carries_the_stay_on(
    country: str, permits: list[Permit], last: str | None, because: str | None
) -> None:
    reckoning = reckon(traveller(country, stay("2026-01-01"), permits=permits), "2026-01-01")
    verdict = reckoning.verdict(0)
    assert (verdict.lawful_until, verdict.because) == (maybe(last), because)


def test_under_a_permit_one_stands_by_the_permit() -> None:
    visa, rvp = permit("2026-01-01", "2026-01-31"), permit("2026-01-20", "2026-12-31", "rvp")
    person = traveller("PK", stay("2026-01-01"), permits=[visa, rvp])
    assert reckon(person, "2026-01-10").days.permit_on(day("2026-01-10")) == visa
    assert reckon(person, "2026-01-25").days.permit_on(day("2026-01-25")) == rvp, "the one that lasts longest"
    assert reckon(person, "2026-12-31").standing is Standing.PERMIT
    assert reckon(person, "2027-01-01").standing is Standing.OVERSTAY
    assert reckon(person, "2027-01-01").verdict(0).overstay_days == 1
    assert reckon(person, "2027-01-01").days.permit_on(day("2027-01-01")) is None


# Open stays


def test_an_open_stay_lasts_to_the_day_of_reckoning() -> None:
    person = traveller("DE", stay("2026-11-11"))
    assert reckon(person, "2026-11-22").end(0) == day("2026-11-22")
    assert reckon(person, "2026-11-22").presence.days_in(day("2026-01-01"), day("2027-01-01")) == 12
    assert reckon(person, "2026-11-01").end(0) == day("2026-11-11"), "a plan without end holds its first day"


def test_who_came_again_must_have_left() -> None:
    # the exit was not noted: the day of the next entry is the latest that it can have been
    person = traveller("DE", stay("2026-05-01"), stay("2026-07-01", "2026-07-10"))
    late = reckon(person, "2026-08-01")
    assert late.days.exit_missing(0)
    assert not late.days.exit_missing(1)
    assert late.end(0) == day("2026-07-01")
    assert late.verdict(0).overstay_days == 32, "31 May to 1 July"
    early = reckon(person, "2026-06-30")
    assert not early.days.exit_missing(0), "the later stay is only planned"
    assert early.end(0) == day("2026-06-30")
    assert reckon(person, "2026-07-01").current == 1


def test_an_open_stay_is_taken_to_be_used_up_when_a_later_one_is_judged() -> None:
    # here since 1 January with 90 days to 31 March; by 1 June none has left the window, by 1 July two or one
    def plan(entry: str) -> Traveller:
        return traveller("RU", stay("2026-01-01"), stay(entry, entry))

    assert until(plan("2026-06-01"), "2026-01-10") == (None, None)
    assert until(plan("2026-07-01"), "2026-01-10") == ("2026-09-28", "2026-09-28")
    reckoning = reckon(plan("2026-07-01"), "2026-01-10")
    assert next(reckoning.projected.spans()) == span("2026-01-01", "2026-03-31")
    assert next(reckoning.presence.spans()) == span("2026-01-01", "2026-01-10")


def test_a_present_stay_gives_way_to_a_planned_one() -> None:
    # 1 January to 10 February are 41 days; 49 are left: 31 of March and 18
    person = traveller(
        "RU", stay("2026-01-01"), stay("2026-02-01", "2026-02-10"), stay("2026-03-01", "2026-03-01")
    )
    assert until(person, "2026-01-10") == ("2026-04-18", "2026-04-18")


def test_a_present_stay_that_is_over_its_limit_is_not_prolonged() -> None:
    person = traveller("DE", stay("2026-01-01"), stay("2026-09-01", "2026-09-02"))
    reckoning = reckon(person, "2026-03-01")
    assert reckoning.projected is reckoning.presence
    nothing_known = reckon(traveller("PK", stay("2026-01-01")), "2026-03-01")
    assert nothing_known.projected is nothing_known.presence


def test_a_present_stay_with_an_exit_lasts_to_it() -> None:
    person = traveller("RU", stay("2026-01-01", "2026-01-20"), stay("2026-02-01", "2026-02-01"))
    reckoning = reckon(person, "2026-01-10")
    assert reckoning.projected is reckoning.presence
    assert until(person, "2026-01-10") == ("2026-04-11", "2026-04-11")  # 70 left: 28 + 31 + 11


# Limits of the day


def test_limits_tell_what_is_used_and_in_which_window() -> None:
    person = traveller("DE", stay("2026-05-20", "2026-06-08"), stay("2026-11-11"))
    safe, usual = both(person, "2026-11-22").safe, both(person, "2026-11-22").usual
    # 22 November less 180 days is 26 May: 14 days are left of the spring, and twelve of November; 26
    assert safe.limit_uses() == [
        LimitUse("per-entry", 30),
        LimitUse("rolling", 90, 180, 26, 64, span("2026-05-26", "2026-11-22")),
    ]
    assert usual.limit_uses() == [
        LimitUse("per-entry", 30),
        LimitUse("rolling", 90, 180, 25, 65, span("2026-05-27", "2026-11-22")),
    ]


def test_limits_of_a_later_day_take_the_present_stay_as_used_up() -> None:
    # 11 November to 10 December are 30 days; the spring has left by 6 December
    person = traveller("DE", stay("2026-05-20", "2026-06-08"), stay("2026-11-11"))
    rolling = reckon(person, "2026-11-22").limit_uses(day("2026-12-31"))[1]
    assert (rolling.used, rolling.remaining) == (30, 60)


def test_limits_of_who_is_outside_are_those_of_an_entry_on_the_day() -> None:
    person = traveller("TR", stay("2025-08-01", "2025-08-20"))
    kinds = [(use.kind, use.days) for use in reckon(person, "2025-09-05").limit_uses()]
    assert kinds == [("per-entry", 30), ("rolling", 90)]
    kinds = [(use.kind, use.days) for use in reckon(person, "2025-09-08").limit_uses()]
    assert kinds == [("per-entry", 90), ("rolling", 90)]
    assert reckon(person, "2025-09-08").limit_uses()[1].used == 20


def test_the_timeline_draws_the_rolling_limit() -> None:
    reckoning = reckon(traveller("DE"), "2026-11-22", Reading.USUAL)
    limit = reckoning.counting_limit(day("2026-11-22"))
    assert limit is not None
    assert (limit.row.days, limit.row.period, limit.begins) == (90, 180, day("2023-01-27"))
    treaty = reckon(traveller("IN", passport="service"), "2026-11-22", Reading.USUAL)
    assert treaty.counting_limit(day("2026-11-22")) is None


# The next entry


class Entry(NamedTuple):
    person: Traveller
    on: str
    safe: tuple[str, int] | None
    usual: tuple[str, int] | None
    why: str


ENTRIES = [
    Entry(traveller("DE"), "2026-11-22", ("2026-11-22", 30), ("2026-11-22", 30), "nothing used"),
    Entry(
        traveller("DE", *NINETY),
        "2026-05-01",
        ("2026-07-01", 30),
        ("2026-06-30", 30),
        "1 January leaves the window",
    ),
    Entry(traveller("DE", *NINETY[:2]), "2026-03-12", ("2026-03-12", 30), ("2026-03-12", 30), "60 used, 30 left"),
    Entry(
        traveller("DE", stay("2026-11-11", "2026-11-20")),
        "2026-11-15",
        ("2026-11-21", 30),
        ("2026-11-21", 30),
        "the day after the planned exit",
    ),
    Entry(
        traveller("DE", stay("2026-11-11")),
        "2026-11-22",
        ("2026-12-11", 30),
        ("2026-12-11", 30),
        "the day after the last lawful one",
    ),
    Entry(
        traveller("DE", stay("2026-11-11")),
        "2026-12-20",
        ("2026-12-21", 30),
        ("2026-12-21", 30),
        "overstayed: the day after today",
    ),
    Entry(
        traveller("DE", stay("2026-12-01", "2026-12-10")),
        "2026-12-01",
        ("2026-12-11", 30),
        ("2026-12-11", 30),
        "not on a day of presence",
    ),
    Entry(
        traveller("RU", stay("2026-01-01")),
        "2026-01-10",
        ("2026-07-01", 90),
        ("2026-06-30", 90),
        "used up to 31 March; 1 January leaves 180 days on 30 June",
    ),
    Entry(
        traveller("IN", *THREE_FORTNIGHTS, passport="service"),
        "2026-03-10",
        ("2026-03-15", 30),
        ("2026-03-15", 30),
        "a treaty of 30 days an entry, 42 of 90 days used",
    ),
    Entry(
        traveller("PK", stay("2026-11-11"), permits=[permit("2026-11-01", "2026-12-31")]),
        "2026-11-22",
        None,
        None,
        "needs a visa",
    ),
]


@pytest.mark.parametrize("case", ENTRIES, ids=lambda case: case.why)
def test_the_next_entry_is_the_first_day_that_allows_one(case: Entry) -> None:
    for reading, expected in zip(Reading, (case.safe, case.usual), strict=True):
        found = reckon(case.person, case.on, reading).next_entry
        assert found == (expected and (day(expected[0]), expected[1])), case.why


def test_an_entry_for_so_many_days_waits_until_they_fit() -> None:
    # 60 of 90 used until 11 March; 30 days fit at once, and a German entry never gives more
    reckoning = reckon(traveller("DE", *NINETY[:2]), "2026-03-12", Reading.USUAL)
    assert reckoning.entry_from(day("2026-03-12"), 30) == (day("2026-03-12"), 30)
    assert reckoning.entry_from(day("2026-03-12"), 31) is None
    # A Russian one gives 90. 40 days fit when ten of January have left by the last of them: 10 January leaves
    # on 9 July, day 40 of a stay from 31 May. It may then go on until all thirty have left, on 29 July
    reckoning = reckon(traveller("RU", *NINETY[:2]), "2026-03-12", Reading.USUAL)
    assert reckoning.entry_from(day("2026-03-12"), 30) == (day("2026-03-12"), 30)
    assert reckoning.entry_from(day("2026-03-12"), 40) == (day("2026-05-31"), 60)


def test_a_laxer_regime_that_comes_is_not_passed_over() -> None:
    # China: 42 days used by 2 November 2023. Under 14 / 42 the first of September leaves in March, but from
    # 10 November the agreement gives 30 days and counts nothing before itself
    china = traveller(
        "CN", stay("2023-09-01", "2023-09-14"), stay("2023-10-01", "2023-10-14"), stay("2023-10-20", "2023-11-02")
    )
    for reading in Reading:
        assert reckon(china, "2023-11-03", reading).next_entry == (day("2023-11-10"), 30)
    # Korea: 60 used by 4 July 2025; from 6 September the usual reading allows 90 days
    korea = traveller("KR", stay("2025-05-01", "2025-05-30"), stay("2025-06-05", "2025-07-04"))
    assert reckon(korea, "2025-08-01", Reading.USUAL).next_entry == (day("2025-09-06"), 30)
    assert reckon(korea, "2025-08-01", Reading.SAFE).next_entry == (day("2025-10-29"), 30)


def test_an_entry_is_not_found_where_the_law_ends() -> None:
    # The waiver was suspended on 17 April 2020: what is asked for after it has no answer
    reckoning = reckon(traveller("DE", stay("2020-04-01", "2020-04-20")), "2020-04-10")
    assert reckoning.entry_from(day("2020-04-10")) is None


# Against the rule told with sets of days


@pytest.mark.parametrize("reading", Reading)
@given(
    st.sampled_from([("DE", 30, 90), ("RU", 90, 90), ("IN", 14, 42), ("CN", 30, 90)]),
    st.lists(st.tuples(st.integers(0, 40), st.integers(1, 45)), min_size=1, max_size=8),
)
def test_a_verdict_is_the_tightest_of_what_an_entry_and_a_window_give(
    reading: Reading, regime: tuple[str, int, int], gaps: list[tuple[int, int]]
) -> None:
    country, per_entry, in_window = regime
    plan: list[tuple[date, date]] = []
    free = day("2024-01-01")
    for gap, length in gaps:
        plan.append((free + DAY * gap, free + DAY * (gap + length - 1)))
        free = plan[-1][1]
    person = traveller(country, *(Stay(entry=first, exit=last) for first, last in plan))
    reckoning = Reckoning(person, day("2024-01-01"), LAW, reading)
    oracle = RollingOracle(in_window, 181 if reading is Reading.SAFE else 180)
    for index, (first, last) in enumerate(plan):
        longest = min(per_entry, longest_stay(oracle, days_of(plan[:index]), first))
        verdict = reckoning.verdict(index)
        assert verdict.lawful_until == (first + timedelta(days=longest - 1) if longest else None)
        assert verdict.overstay_days == max(0, (last - first).days + 1 - longest)


# Of the 54 states with one row one is enough
UNILATERAL = next(regime for regime in LAW.regimes if regime.id == "unilateral-30").countries
PEOPLE = sorted(person for person in LAW.by_person if person[0] == "DE" or person[0] not in UNILATERAL)


@given(
    st.sampled_from(PEOPLE),
    st.dates(date(2022, 1, 1), date(2026, 12, 31)),
    st.lists(st.tuples(st.integers(0, 60), st.integers(1, 60)), min_size=1, max_size=8),
)
def test_the_safe_reading_never_gives_more_than_the_usual(
    person: tuple[str, PassportKind], start: date, gaps: list[tuple[int, int]]
) -> None:
    plan: list[Stay] = []
    for gap, length in gaps:
        entry = start + DAY * gap
        start = entry + DAY * (length - 1)
        plan.append(Stay(entry=entry, exit=start))
    who = traveller(person[0], *plan, passport=person[1])
    safe, usual = (Reckoning(who, start, LAW, reading) for reading in Reading)
    for index in range(len(plan)):
        one, other = safe.verdict(index), usual.verdict(index)
        assert (one.lawful_until or date.min) <= (other.lawful_until or date.min)
        assert one.overstay_days >= other.overstay_days


@given(
    st.sampled_from(PEOPLE),
    st.sampled_from(list(Reading)),
    st.lists(st.tuples(st.integers(0, 60), st.integers(1, 60)), max_size=6),
    st.integers(0, 300),
    st.sampled_from(["2023-07-01", "2024-03-01", "2025-06-01", "2026-01-01"]),
)
def test_no_day_before_the_next_entry_would_do(
    person: tuple[str, PassportKind],
    reading: Reading,
    gaps: list[tuple[int, int]],
    later: int,
    begin: str,
) -> None:
    plan: list[Stay] = []
    start = day(begin)
    for gap, length in gaps:
        entry = start + DAY * gap
        start = entry + DAY * (length - 1)
        plan.append(Stay(entry=entry, exit=start))
    who = traveller(person[0], *plan, passport=person[1])
    reckoning = Reckoning(who, day(begin), LAW, reading)
    from_day = day(begin) + DAY * later

    def longest(entry: date) -> int:
        bound = reckoning.binding(entry, projected=True)
        return 0 if bound is None or entry in reckoning.projected else (bound[0] - entry).days + 1

    found = reckoning.entry_from(from_day)
    assert found is not None
    entry = from_day
    while not longest(entry):
        entry += DAY
    assert found == (entry, longest(entry))
