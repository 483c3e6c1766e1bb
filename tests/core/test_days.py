from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kzstay.core.days import DAY, Presence, Span
from tests.core.oracle import AROUND, Stays, between, days, days_around, days_of, stays
from tests.helpers import day, presence, span


def test_a_span_holds_its_first_and_its_last_day() -> None:
    leap = span("2024-02-28", "2024-03-01")
    assert leap.days == 3
    assert [d in leap for d in between(day("2024-02-27"), day("2024-03-02"))] == [
        False,
        True,
        True,
        True,
        False,
    ]


def test_spans_are_ordered_by_day() -> None:
    assert sorted([span("2026-02-01", "2026-02-02"), span("2026-01-01", "2026-03-01")])[0].days == 60


def test_a_stay_must_not_end_before_it_begins() -> None:
    with pytest.raises(ValueError, match="ends before it begins"):
        presence(("2026-01-02", "2026-01-01"))


def test_nobody_was_nowhere_on_no_day() -> None:
    nothing = Presence()
    assert not nothing
    assert list(nothing.spans()) == []
    assert nothing.days_in(date.min, date.max - DAY) == 0
    assert nothing.since(day("2026-01-01")) is nothing


@given(stays())
def test_spans_are_the_days_of_presence_in_order_and_apart(plan: Stays) -> None:
    held = Presence(plan)
    spans = list(held.spans())
    assert days_of((s.first, s.last) for s in spans) == days_of(plan)
    assert all(one.last + DAY < other.first for one, other in pairwise(spans))
    assert bool(held) == bool(plan)
    assert list(held.ordinals()) == [(s.first.toordinal(), s.last.toordinal()) for s in spans]


@given(stays(), days_around, days_around)
def test_days_in_counts_each_day_once(plan: Stays, first: date, last: date) -> None:
    inside = sum(first <= d <= last for d in days_of(plan))
    assert Presence(plan).days_in(first, last) == inside


@given(stays())
def test_a_day_is_held_by_the_merged_span_around_it(plan: Stays) -> None:
    held, present = Presence(plan), days_of(plan)
    for d in AROUND:
        found = held.span_at(d)
        assert (d in held) == (d in present) == (found is not None)
        if found:
            assert d in found
            assert present.issuperset(between(found.first, found.last))
            assert not present & {found.first - DAY, found.last + DAY}


@given(stays(), days_around)
def test_presence_since_a_day_holds_none_before_it(plan: Stays, first: date) -> None:
    later = Presence(plan).since(first)
    assert days_of((s.first, s.last) for s in later.spans()) == {d for d in days_of(plan) if d >= first}


@given(stays(), days, st.integers(0, 9), st.randoms(use_true_random=False))
def test_neither_order_nor_repetition_nor_a_cut_changes_anything(
    plan: Stays, first: date, length: int, random: Random
) -> None:
    last = first + timedelta(days=length)
    cut = first + timedelta(days=random.randint(0, length))
    whole = list(Presence([*plan, (first, last)]).spans())
    shared_day = [*plan, (first, cut), (cut, last)]
    adjacent = [*plan, (first, cut), *([(cut + DAY, last)] if cut < last else [])]
    for variant in (shared_day, adjacent, [*plan, *plan, (first, last)]):
        random.shuffle(variant)
        assert list(Presence(variant).spans()) == whole


# In ordinals, for the limits


@given(stays())
def test_before_counts_the_days_of_presence_before_a_day(plan: Stays) -> None:
    held, present = Presence(plan), days_of(plan)
    for d in AROUND:
        assert held.before(d.toordinal()) == sum(other < d for other in present)


@given(stays())
def test_a_free_day_is_the_first_from_one_on_without_presence(plan: Stays) -> None:
    held, present = Presence(plan), days_of(plan)
    for d in AROUND:
        free = date.fromordinal(held.free_from(d.toordinal()))
        assert free not in present
        assert present.issuperset(between(d, free - DAY))


@given(stays(least=1))
def test_reaching_is_the_first_day_with_so_many_days_before_it(plan: Stays) -> None:
    held, present = Presence(plan), sorted(days_of(plan))
    for count, last_of_them in enumerate(present, 1):
        assert held.reaching(count) == last_of_them.toordinal() + 1


@given(stays())
def test_with_away_is_the_last_day_with_so_few_days_of_absence_before_it(plan: Stays) -> None:
    held = Presence(plan)

    def away(ordinal: int) -> int:
        return ordinal - held.before(ordinal)

    for d in AROUND:
        count = away(d.toordinal())
        found = held.with_away(count)
        assert away(found) == count
        assert away(found + 1) == count + 1


@given(stays(), days_around)
def test_after_is_the_index_of_the_first_span_that_begins_later(plan: Stays, d: date) -> None:
    held = Presence(plan)
    later = [(s.first.toordinal(), s.last.toordinal()) for s in held.spans() if s.first > d]
    assert list(held.ordinals(held.after(d.toordinal()))) == later


@given(stays(), days_around, st.integers(0, 60))
def test_counts_lists_the_days_of_presence_before_each_day(plan: Stays, first: date, length: int) -> None:
    held = Presence(plan)
    start = first.toordinal()
    assert held.counts(start, start + length) == [held.before(start + i) for i in range(length + 2)]


@given(stays(), st.integers(1, 25))
def test_a_block_begins_on_the_first_day_of_presence_outside_the_one_before(plan: Stays, length: int) -> None:
    expected: list[int] = []
    for d in sorted(days_of(plan)):
        if not expected or d.toordinal() >= expected[-1] + length:
            expected.append(d.toordinal())
    held = Presence(plan)
    assert held.blocks(length) == expected
    assert held.blocks(length) is held.blocks(length), "the blocks of a plan are found once"


def test_a_span_is_a_value() -> None:
    assert Span(day("2026-01-01"), day("2026-01-02")) == span("2026-01-01", "2026-01-02")


@given(stays(), days_around, st.integers(-2, 60))
def test_spans_in_are_the_days_of_presence_between_two_days(plan: Stays, first: date, length: int) -> None:
    last = first + timedelta(days=length)
    found = list(Presence(plan).spans_in(first, last))
    assert days_of((s.first, s.last) for s in found) == days_of(plan) & days_of([(first, last)])
    assert all(one.first <= one.last for one in found)
    assert all(one.last + DAY < other.first for one, other in pairwise(found))


def test_a_span_that_ended_before_the_first_day_is_left_out() -> None:
    assert list(presence(("2026-01-01", "2026-01-05")).spans_in(day("2026-01-06"), day("2026-02-01"))) == []


@given(stays(), days, st.integers(0, 40))
def test_some_days_more_are_those_of_one_stay_more(theirs: Stays, first: date, length: int) -> None:
    last = first + DAY * length
    longer, whole = Presence(theirs).plus(first, last), Presence([*theirs, (first, last)])
    assert list(longer.ordinals()) == list(whole.ordinals())
    for one in (first, last + DAY * 30):
        assert longer.before(one.toordinal()) == whole.before(one.toordinal())
    for count in range(0, 900, 7):
        assert longer.with_away(first.toordinal() - count) == whole.with_away(first.toordinal() - count)
    assert longer.blocks(30) == whole.blocks(30)
