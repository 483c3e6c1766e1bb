"""Changes to a case that must not change its answers, or may change them one way only.

Tried on regimes of every kind of limit: 90 and 180 (DE, RU, CN, TR), 42 or 60 of them (IN, KR), a period that
begins with the first entry (UA, BR), no period at all (GE), and a made-up one by the calendar year (RS).
"""

from __future__ import annotations

import dataclasses
from datetime import date, timedelta
from random import Random
from typing import cast

import msgspec
from hypothesis import assume, given
from hypothesis import strategies as st

from kzstay.core.assess import Assessment, assess
from kzstay.core.case import Stay, Traveller
from kzstay.core.days import DAY, Span
from kzstay.core.law.loading import Law
from kzstay.core.law.schema import LimitRow, Regime
from kzstay.core.limit_use import limit_uses
from kzstay.core.limits import Counting, PerEntry, Rolling
from kzstay.core.plan import longest_stay, trip
from kzstay.core.readings import Both, Reading
from kzstay.core.reckoning import Reckoning
from kzstay.core.verdict import Verdict
from tests.core.builders import LAW as REAL
from tests.core.builders import SAFE, USUAL, coming, planned
from tests.helpers import day, stay, traveller

BY_YEAR = Regime(
    id="by-year",
    countries=["RS"],
    passports=["national"],
    begins=date(2000, 1, 1),
    limits=[LimitRow("per-entry", 30), LimitRow("calendar-year", 60)],
    longer="visa",
    source=["made up"],
    certainty="low",
)
LAW: Law = dataclasses.replace(
    REAL, regimes=[BY_YEAR, *(row for row in REAL.regimes if "RS" not in row.countries)]
)
ROLLING = ["DE", "RU", "IN", "CN", "TR", "KR"]
FORWARD = ["UA", "BR"]
ALL = [*ROLLING, *FORWARD, "GE", "RS"]
KINDS = {row.kind for country in ALL for regime in LAW.by_person[country, "national"] for row in regime.limits}

# From here on nothing changes in the law that the program knows
START = day("2027-01-01")
Gaps = list[tuple[int, int]]
gaps = st.lists(st.tuples(st.integers(0, 70), st.integers(1, 60)), max_size=6)
apart = st.lists(st.tuples(st.integers(1, 70), st.integers(1, 60)), max_size=6)
readings = st.sampled_from(list(Reading))
anyone = st.sampled_from(ALL)


def test_the_regimes_that_are_tried_have_limits_of_every_kind() -> None:
    assert {"per-entry", "rolling", "forward", "calendar-year"} == KINDS


def reckon(person: Traveller, on: date, reading: Reading) -> Reckoning:
    return Reckoning(person, on, LAW, reading)


def verdicts(person: Traveller, on: date, reading: Reading) -> list[Verdict]:
    reckoning = reckon(person, on, reading)
    return [reckoning.verdict(index) for index in range(len(person.stays))]


def moved(value: object, days: int) -> object:
    """Move every date of an answer by some days."""
    if isinstance(value, date):
        return value + timedelta(days=days)
    if isinstance(value, list | tuple):
        return [moved(item, days) for item in cast("list[object]", value)]
    if isinstance(value, Span | Both):
        return [moved(item, days) for item in msgspec.structs.astuple(value)]
    return value


def answers(found: Assessment) -> list[object]:
    """List what is said in dates and counts; duties that count working days are left out."""
    duties = [d for d in found.duties if d.kind not in ("host-notice", "address-change")]
    return [
        found.standing,
        found.next_entry and list(msgspec.structs.astuple(found.next_entry)),
        found.days_left,
        [(s.days, s.because, s.overstay_days, s.lawful_until) for s in found.stays],
        [(use.kind, use.used, use.remaining, use.window) for use in found.limits],
        [(d.kind, d.stay, d.state, d.reason, d.due, d.since, d.done) for d in duties],
    ]


def told(found: Assessment) -> list[tuple[str, date | None, date | None]]:
    """List the notes, each with the day of entry of its stay."""
    stays = found.traveller.stays
    return sorted((n.code, n.day, None if n.stay is None else stays[n.stay].entry) for n in found.notes)


# All dates moved alike


@given(anyone.filter(lambda country: country != "RS"), gaps, st.integers(0, 400), st.integers(-1, 1500), readings)
def test_all_dates_moved_move_the_answers_and_change_nothing_else(
    country: str, gaps: Gaps, on: int, by: int, reading: Reading
) -> None:
    # but of a limit by the calendar year, which begins with the year
    person, there = planned(country, START, gaps), planned(country, START + DAY * by, gaps)
    today = START + DAY * on
    here = answers(assess(person, today, LAW, reading))
    assert moved(here, by) == moved(answers(assess(there, today + by * DAY, LAW, reading)), 0)


@given(anyone.filter(lambda country: country != "RS"), gaps, st.integers(0, 400), st.integers(-1, 1500), readings)
def test_all_dates_moved_move_a_plan(country: str, gaps: Gaps, on: int, by: int, reading: Reading) -> None:
    person, there = planned(country, START, gaps), planned(country, START + DAY * by, gaps)
    entry = START + DAY * on
    here, away = reckon(person, START, reading), reckon(there, START + DAY * by, reading)
    assert longest_stay(here, entry) == longest_stay(away, entry + DAY * by)
    one, other = trip(here, entry, entry + DAY * 20), trip(away, entry + DAY * by, entry + DAY * (by + 20))
    assert (one.lawful, one.because, one.taken) == (other.lawful, other.because, other.taken)
    assert moved(one.until, by) == other.until
    assert [(b.stay, b.because, moved(b.first_day, by)) for b in one.breaks] == [
        (b.stay, b.because, b.first_day) for b in other.breaks
    ]


# A stay cut in two at a day of leaving and coming back


@given(anyone, gaps.filter(bool), st.data(), readings)
def test_out_and_in_again_changes_no_verdict_of_other_stays(
    country: str, gaps: Gaps, data: st.DataObject, reading: Reading
) -> None:
    person = planned(country, START, gaps)
    place = data.draw(st.integers(0, len(gaps) - 1))
    whole = person.stays[place]
    assert whole.exit is not None
    cut = data.draw(st.dates(whole.entry, whole.exit))
    halves = [Stay(entry=whole.entry, exit=cut), Stay(entry=cut, exit=whole.exit)]
    split = msgspec.structs.replace(person, stays=(*person.stays[:place], *halves, *person.stays[place + 1 :]))
    on = START + DAY * 600
    before, after = verdicts(person, on, reading), verdicts(split, on, reading)
    assert after[: place + 1] + after[place + 2 :] == [
        *before[:place],
        msgspec.structs.replace(before[place], overstay_days=after[place].overstay_days),
        *before[place + 1 :],
    ]
    one, other = reckon(person, on, reading), reckon(split, on, reading)
    assert coming(one) == coming(other)
    assert limit_uses(one) == limit_uses(other)


@given(st.sampled_from(ROLLING), gaps.filter(bool), st.integers(0, 59), readings)
def test_out_and_in_again_begins_the_days_of_an_entry_anew_but_those_of_no_window(
    country: str, gaps: Gaps, cut: int, reading: Reading
) -> None:
    # kz-rules 1.2: the count of an entry starts again; the last day by the window stays where it was
    person = planned(country, START, gaps)
    last = person.stays[-1]
    middle = last.entry + DAY * min(cut, gaps[-1][1] - 1)
    halves = (Stay(entry=last.entry, exit=middle), Stay(entry=middle, exit=last.exit))
    split = msgspec.structs.replace(person, stays=(*person.stays[:-1], *halves))
    one, other = reckon(person, START, reading), reckon(split, START, reading)
    regime = one.regime(last.entry)
    assert regime is not None
    for limit in one.limits(regime):
        if isinstance(limit.rule, Rolling):
            whole = limit.rule.last_lawful(one.counted(limit), last.entry)
            if whole is not None and whole >= middle and (whole - last.entry).days + 1 < limit.rule.limit:
                assert limit.rule.last_lawful(other.counted(limit), middle) == whole
        else:
            assert isinstance(limit.rule, PerEntry)
            assert limit.rule.last_lawful(other.counted(limit), middle) == middle + DAY * (limit.rule.limit - 1)


# What is long past


@given(anyone, gaps, apart, st.integers(0, 400), st.integers(0, 200), readings)
def test_stays_before_every_window_change_nothing(
    country: str, old: Gaps, gaps: Gaps, on: int, pause: int, reading: Reading
) -> None:
    # The longest period is a year; one by the calendar ends with it
    begin = START + DAY * 600
    past = planned(country, START, old)
    assume(all(s.exit and s.exit + DAY * 366 < begin and s.exit.year < begin.year for s in past.stays))
    person = planned(country, begin + DAY * pause, gaps)
    longer = msgspec.structs.replace(person, stays=(*person.stays, *past.stays))
    today = begin + DAY * on
    assert verdicts(longer, today, reading)[: len(gaps)] == verdicts(person, today, reading)
    one, other = reckon(person, today, reading), reckon(longer, today, reading)
    assert coming(one) == coming(other)
    assert limit_uses(one) == limit_uses(other)
    assert one.standing is other.standing
    if longest_stay(one, today) is not None:
        assert longest_stay(one, today) == longest_stay(other, today)


# A longer stay


@given(st.sampled_from([*ROLLING, "GE", "RS"]), apart.filter(bool), st.data(), readings)
def test_a_longer_stay_never_leaves_more_days(
    country: str, gaps: Gaps, data: st.DataObject, reading: Reading
) -> None:
    person = planned(country, START, gaps)
    place = data.draw(st.integers(0, len(gaps) - 1))
    room = gaps[place + 1][0] if place + 1 < len(gaps) else 30
    more = data.draw(st.integers(0, room))
    grown = person.stays[place]
    assert grown.exit is not None
    grown = Stay(entry=grown.entry, exit=grown.exit + DAY * more)
    longer = msgspec.structs.replace(person, stays=(*person.stays[:place], grown, *person.stays[place + 1 :]))
    on = START + DAY * 100
    for one, other in zip(verdicts(person, on, reading), verdicts(longer, on, reading), strict=True):
        assert (other.lawful_until or date.min) <= (one.lawful_until or date.min)
        assert other.overstay_days >= one.overstay_days
    sooner, later = coming(reckon(person, on, reading)), coming(reckon(longer, on, reading))
    assert sooner is not None
    assert later is not None
    assert later[0] >= sooner[0]


def test_where_a_period_begins_with_the_first_entry_a_longer_stay_may_leave_more_days() -> None:
    # Ukraine, 90 days in 180 from the first crossing. Entered on 1 January 2027 the period ends on 29 June. Who
    # is here on 30 June begins the next one then, and not with the next entry: it ends on 26 December, and an
    # entry of 27 December begins a third
    def person(last: str) -> Traveller:
        stays = [stay("2027-01-01", "2027-01-10"), stay("2027-06-20", last), stay("2027-08-01", "2027-10-20")]
        return traveller("UA", *stays, stay("2027-12-27", "2028-01-05"))

    for reading in Reading:
        shorter, longer = person("2027-06-29"), person("2027-06-30")
        # 81 days to 20 October, nine are left in the period that ends on 27 January
        assert verdicts(shorter, START, reading)[3].lawful_until == day("2028-01-04")
        # By the strict reading the general limit, which looks back, holds beside it
        last = "2028-01-04" if reading is Reading.SAFE else "2028-03-25"
        assert verdicts(longer, START, reading)[3].lawful_until == day(last)


# The order of what a file holds


@given(anyone, gaps, st.integers(-30, 400), st.randoms(use_true_random=False), readings)
def test_the_order_of_stays_changes_nothing(
    country: str, gaps: Gaps, on: int, shuffler: Random, reading: Reading
) -> None:
    person, today = planned(country, START, gaps), START + DAY * on
    order = list(range(len(gaps)))
    shuffler.shuffle(order)
    other = msgspec.structs.replace(person, stays=tuple(person.stays[place] for place in order))
    one, two = assess(person, today, LAW, reading), assess(other, today, LAW, reading)
    assert two.standing is one.standing
    assert two.next_entry == one.next_entry
    assert two.limits == one.limits
    assert told(two) == told(one)
    for place, index in enumerate(order):
        assert two.stay(place) == msgspec.structs.replace(one.stay(index), index=place)
    assert [(d.kind, d.since, d.due, d.state) for d in two.duties if d.stay is None] == [
        (d.kind, d.since, d.due, d.state) for d in one.duties if d.stay is None
    ]
    found = {(d.kind, order[d.stay], d.since, d.state) for d in two.duties if d.stay is not None}
    assert found == {(d.kind, d.stay, d.since, d.state) for d in one.duties}
    entry = today + DAY * 40
    here, there = (
        longest_stay(reckon(person, today, reading), entry),
        longest_stay(reckon(other, today, reading), entry),
    )
    assert (here and (here.days, here.because)) == (there and (there.days, there.because))


# The two readings


@given(anyone, gaps, st.integers(0, 400))
def test_the_safe_reading_is_never_laxer(country: str, gaps: Gaps, on: int) -> None:
    person, today = planned(country, START, gaps), START + DAY * on
    safe, usual = reckon(person, today, SAFE), reckon(person, today, USUAL)
    for index in range(len(gaps)):
        assert (safe.verdict(index).lawful_until or date.min) <= (usual.verdict(index).lawful_until or date.min)
        assert safe.verdict(index).overstay_days >= usual.verdict(index).overstay_days
    strict, common = coming(safe), coming(usual)
    assert strict is not None
    assert common is not None
    assert strict[0] >= common[0]
    regime = safe.regime(today)
    assert regime is not None
    rules = [limit.rule for limit in safe.limits(regime)]
    assert len(rules) >= len(usual.limits(regime)), "the safe reading drops no limit"
    for use, other in zip(limit_uses(safe, today), limit_uses(usual, today), strict=False):
        assert (use.used or 0) >= (other.used or 0)
        assert isinstance(rules[0], Counting) or use.kind == other.kind
