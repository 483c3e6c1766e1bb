"""Stays over leap days and year ends, of one day, with a shared day, and without an exit."""

from __future__ import annotations

import pytest

from kzstay.core.case import Traveller
from kzstay.core.limit_use import limit_uses
from kzstay.core.verdict import Standing
from tests.core.builders import reckon, until, visa
from tests.helpers import day, span, stay, traveller


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
    assert limit_uses(reckon(person, "2026-05-20"))[1].used == 1
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


def test_an_open_stay_lasts_to_the_day_of_reckoning() -> None:
    person = traveller("DE", stay("2026-11-11"))
    assert reckon(person, "2026-11-22").end(0) == day("2026-11-22")
    assert reckon(person, "2026-11-22").presence.days_in(day("2026-01-01"), day("2027-01-01")) == 12
    assert reckon(person, "2026-11-01").end(0) == day("2026-11-11"), "a plan without end holds its first day"


def test_who_came_again_must_have_left() -> None:
    # the exit was not noted: the day of the next entry is the latest that it can have been
    person = traveller("DE", stay("2026-05-01"), stay("2026-07-01", "2026-07-10"))
    late = reckon(person, "2026-08-01")
    assert late.history.exit_missing(0)
    assert not late.history.exit_missing(1)
    assert late.end(0) == day("2026-07-01")
    assert (late.verdict(0).overstay_days, late.verdict(0).perhaps_over) == (0, 32), "31 May to 1 July"
    early = reckon(person, "2026-06-30")
    assert not early.history.exit_missing(0), "the later stay is only planned"
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


def test_the_day_of_reckoning_changes_nothing_where_a_visa_is_used_up() -> None:
    # readings.toml, visa-days: safe, the forty days end with the first stay, and the second is visa-free. With the
    # third they make 90 on 19 June; usual, the days begin anew and the third alone counts: 90 from 1 May
    person = traveller(
        "RU",
        stay("2026-01-01", "2026-02-09"),
        stay("2026-03-01", "2026-04-09"),
        stay("2026-05-01", "2026-07-09"),
        permits=[visa("2026-01-01", "2026-04-30", days=40)],
    )
    for on in ("2025-12-01", "2026-04-20", "2026-08-01"):
        assert until(person, on) == ("2026-06-19", "2026-07-29")
