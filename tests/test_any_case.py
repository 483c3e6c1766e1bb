"""Whatever a file holds: what can be read and has no problem is answered, on every day that may be asked for."""

from __future__ import annotations

import json
from datetime import date
from typing import get_args

import msgspec
from hypothesis import assume, given
from hypothesis import strategies as st

from kzstay import bundled
from kzstay.core.assess import assess, reckon
from kzstay.core.case import (
    FIRST_DAY,
    LAST_DAY,
    MOST,
    STATELESS,
    Case,
    Move,
    Permit,
    PermitKind,
    Ruling,
    RulingKind,
    Stay,
    StayKind,
    Traveller,
)
from kzstay.core.days import DAY
from kzstay.core.law.regimes import BoundLimit
from kzstay.core.plan import days_back, longest_stay, openings, trip
from kzstay.core.problems import problems
from kzstay.core.readings import Reading
from kzstay.core.sanctions import ban_of
from kzstay.export import json as answer_json
from kzstay.files.codec import decode, encode

LAW = bundled.law()
PEOPLE = [*sorted(LAW.by_person), ("AF", "national"), ("KZ", "national"), (STATELESS, "national")]
# Around these days something begins or ends: the years of a case, the law, the day itself
EDGES = [FIRST_DAY, date(2024, 5, 16), date(2026, 11, 22), LAST_DAY - DAY * 60, LAST_DAY]


@st.composite
def days(draw: st.DrawFn) -> date:
    """Draw a day of the years of a case, and most often one near to where something changes."""
    day = draw(st.sampled_from(EDGES)) + DAY * draw(st.integers(-90, 90)) if draw(st.booleans()) else None
    return min(max(day or draw(st.dates(FIRST_DAY, LAST_DAY)), FIRST_DAY), LAST_DAY)


MAYBE = st.none() | days()
NUMBERS = st.none() | st.integers(1, 40) | st.sampled_from([MOST - 1, MOST])


KINDS: list[StayKind] = ["visit", "visit", *get_args(StayKind)]
SHOWN = st.just({}) | st.sampled_from(PEOPLE).map(lambda one: {"citizenship": one[0], "passport": one[1]})


@st.composite
def stays(draw: st.DrawFn) -> list[Stay]:
    bounds = sorted(draw(st.lists(days(), max_size=8)))
    pairs = list(zip(bounds[::2], bounds[1::2], strict=False))
    found = [
        Stay(
            entry=entry,
            exit=leaving,
            notified=draw(MAYBE),
            registered=draw(MAYBE),
            moves=tuple(draw(st.lists(st.builds(Move, on=days(), notified=MAYBE), max_size=2))),
            kind=draw(st.sampled_from(KINDS)),
            **draw(SHOWN),
        )
        for entry, leaving in pairs
    ]
    if found and draw(st.booleans()):
        found[-1] = msgspec.structs.replace(found[-1], exit=None)
    return draw(st.permutations(found))


@st.composite
def permits(draw: st.DrawFn) -> Permit:
    first, until = sorted([draw(days() | st.dates(date(1900, 1, 1), FIRST_DAY)), draw(days())])
    kinds: list[PermitKind] = ["visa", "visa", *get_args(PermitKind)]
    kind = draw(st.sampled_from(kinds))
    allowed = draw(NUMBERS)
    period = draw(st.none() | st.integers(allowed, MOST)) if allowed else None
    return Permit(kind=kind, first=first, until=until, days=allowed, period=period, entries=draw(NUMBERS))


@st.composite
def rulings(draw: st.DrawFn) -> Ruling:
    served, *later = sorted([draw(days()) for _ in range(4)])
    leave_by, executed, paid = (day if draw(st.booleans()) else None for day in later)
    kinds: list[RulingKind] = ["fine", "expulsion"]
    kind = draw(st.sampled_from(kinds))
    return Ruling(kind=kind, served=served, leave_by=leave_by, executed=executed, paid=paid)


@st.composite
def travellers(draw: st.DrawFn) -> Traveller:
    citizenship, passport = draw(st.sampled_from(PEOPLE))
    return Traveller(
        name="A",
        citizenship=citizenship,
        passport=passport,
        born=draw(st.none() | st.dates(date(1900, 1, 1), date(2026, 11, 22))),
        stays=tuple(draw(stays())),
        permits=tuple(draw(st.lists(permits(), max_size=3))),
        rulings=tuple(draw(st.lists(rulings(), max_size=2))),
    )


@given(travellers(), days(), days(), st.integers(1, 60), st.sampled_from(list(Reading)))
def test_what_has_no_problem_is_answered_on_any_day(
    who: Traveller, on: date, entry: date, length: int, reading: Reading
) -> None:
    case = decode(encode(Case(travellers=(who,)))).case
    assume(not problems(case, bundled.countries(), date(2026, 11, 22)))
    (read,) = case.travellers
    answered = answer_json.check([assess(read, on, LAW, reading)], on, reading, LAW)
    json.dumps(msgspec.to_builtins(answered))
    reckoning = reckon(read, on, LAW).under(reading)
    leaving = min(entry + DAY * (length - 1), LAST_DAY)
    asked = trip(reckoning, entry, leaving)
    planned = json.loads(json.dumps(msgspec.to_builtins(answer_json.plan(reckoning, entry, asked, None))))
    found = longest_stay(reckoning, entry)
    assert found is None or not found.days or entry + DAY * (max(found.days, found.history_only) - 1) <= LAST_DAY
    assert planned["earliest_entry"] is None or date.fromisoformat(planned["earliest_entry"]["date"]) <= LAST_DAY
    assert all(one.last <= LAST_DAY for one in openings(reckoning, length, entry, entry + DAY * 30))
    assert all(one.span.last <= LAST_DAY for one in days_back(reckoning, entry, entry + DAY * 180))


def test_the_longest_terms_of_the_law_end_in_a_year_that_a_date_has() -> None:
    """What is added to a day of a case is a few years at most, so that no sum of it is no date."""
    expelled = Ruling(kind="expulsion", served=LAST_DAY, executed=LAST_DAY)
    ban = ban_of(LAW, expelled)
    assert ban is not None
    assert ban.last.year < date.max.year
    for regime in LAW.regimes:
        for reading in Reading:
            for row in regime.limits_under(reading):
                limit = BoundLimit.of(row, 0, reading)
                assert LAST_DAY + DAY * limit.rule.limit < date.max
