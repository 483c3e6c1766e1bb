from __future__ import annotations

from datetime import date, timedelta
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kzstay.core.days import DAY, Presence, Span
from kzstay.core.law.schema import LimitKind, LimitRow
from kzstay.core.limits import CalendarYear, Counting, Forward, Limit, PerEntry, Rolling
from tests.core.oracle import (
    AROUND,
    CalendarYearOracle,
    CountingRule,
    ForwardOracle,
    Oracle,
    PerEntryOracle,
    RollingOracle,
    Rule,
    Stays,
    between,
    calendar_years,
    days,
    days_around,
    days_of,
    earliest_entry,
    forwards,
    longest_beside_later,
    longest_stay,
    oracle_of,
    per_entries,
    rollings,
    shifted,
    stays,
)
from tests.helpers import day, presence, span

SCHENGEN = Rolling(90, 180)
counting: st.SearchStrategy[CountingRule] = st.one_of(rollings(), forwards, calendar_years)
limits: st.SearchStrategy[Rule] = st.one_of(counting, per_entries)


# Every kind of limit against the rule told with sets of days


@given(stays(), counting)
def test_used_days_are_those_of_the_window_to_the_day(plan: Stays, rule: CountingRule) -> None:
    held, present, oracle = Presence(plan), days_of(plan), oracle_of(rule)
    for d in AROUND:
        assert rule.used(held, d) == oracle.used(present, d)
        assert rule.remaining(held, d) == rule.limit - oracle.used(present, d)


@given(stays(), counting)
def test_the_window_is_where_the_used_days_lie(plan: Stays, rule: CountingRule) -> None:
    held = Presence(plan)
    for d in AROUND:
        window = rule.window(held, d)
        assert d in window
        assert rule.used(held, d) == held.days_in(window.first, d)


@given(stays(), limits)
def test_a_stay_lasts_until_a_day_would_be_one_too_many(plan: Stays, rule: Rule) -> None:
    held, present, oracle = Presence(plan), days_of(plan), oracle_of(rule)
    for d in AROUND:
        history = frozenset[date]() if isinstance(rule, PerEntry) else present
        expected = longest_stay(oracle, history, d)
        assert rule.longest_stay(held, d) == expected
        assert rule.last_lawful(held, d) == (d + timedelta(days=expected - 1) if expected else None)


@given(stays(), rollings())
def test_a_day_is_over_the_limit_when_more_was_used(plan: Stays, rule: Rolling) -> None:
    present, oracle = days_of(plan), oracle_of(rule)
    over = rule.over_limit(Presence(plan))
    assert days_of((s.first, s.last) for s in over) == {d for d in present if oracle.used(present, d) > rule.limit}
    assert over == sorted(over)
    assert sum(s.days for s in over) == len(days_of((s.first, s.last) for s in over)), "no day is told twice"


@given(stays(), rollings())
def test_the_exits_prove_a_plan(plan: Stays, rule: Rolling) -> None:
    held = Presence(plan)
    assert bool(rule.over_limit(held)) == any(rule.used(held, s.last) > rule.limit for s in held.spans())


@given(stays(), rollings())
def test_the_latest_exit_is_that_of_the_stay_that_holds_the_day(plan: Stays, rule: Rolling) -> None:
    held, present, oracle = Presence(plan), days_of(plan), oracle_of(rule)
    for d in AROUND:
        entry = d
        while d in present and entry - DAY in present:
            entry -= DAY
        expected = longest_stay(oracle, present, entry)
        assert rule.latest_exit(held, d) == (entry + timedelta(days=expected - 1) if expected else None)


@given(stays(), rollings(), days_around, st.integers(1, 12))
def test_the_earliest_entry_is_the_first_day_from_which_so_many_are_lawful(
    plan: Stays, rule: Rolling, not_before: date, count: int
) -> None:
    count = min(count, rule.limit)
    expected = earliest_entry(oracle_of(rule), days_of(plan), not_before, count)
    assert rule.earliest_entry(Presence(plan), not_before, count) == expected


@pytest.mark.parametrize("count", [0, 91])
def test_no_entry_ever_allows_more_than_the_limit_or_less_than_a_day(count: int) -> None:
    with pytest.raises(ValueError, match=f"a stay of {count} days"):
        SCHENGEN.earliest_entry(Presence(), day("2026-01-01"), count)


@given(stays(), rollings())
def test_beside_later_stays_nothing_they_need_is_taken(plan: Stays, rule: Rolling) -> None:
    held, present, oracle = Presence(plan), days_of(plan), oracle_of(rule)
    for d in AROUND[::3]:
        expected = longest_beside_later(oracle, present, d)
        assert rule.longest_stay(held, d, keep_later=True) == expected


@given(stays(), rollings(), days_around, st.integers(0, 60))
def test_a_whole_timeline_is_the_single_answers_in_a_row(
    plan: Stays, rule: Rolling, first: date, length: int
) -> None:
    held, last = Presence(plan), first + timedelta(days=length)
    assert rule.used_each(held, first, last) == [rule.used(held, d) for d in between(first, last)]


@given(stays(), st.sampled_from(get_args(LimitKind)), st.integers(1, 12), st.integers(1, 25), st.integers(0, 1))
def test_a_row_of_the_law_looks_back_further_only_where_it_rolls(
    plan: Stays, kind: LimitKind, limit: int, period: int, look_back: int
) -> None:
    # readings.toml, rolling-look-back: a day more in the safe reading
    rule = LimitRow(kind, limit, period).rule(look_back)
    assert (rule.kind, rule.limit) == (kind, limit)
    held, present = Presence(plan), days_of(plan)
    oracles: dict[LimitKind, Oracle] = {
        "per-entry": PerEntryOracle(limit),
        "rolling": RollingOracle(limit, period + look_back),
        "forward": ForwardOracle(limit, period),
        "calendar-year": CalendarYearOracle(limit),
    }
    history = frozenset[date]() if kind == "per-entry" else present
    for d in AROUND[::3]:
        assert rule.longest_stay(held, d) == longest_stay(oracles[kind], history, d)


@given(stays(), limits, days_around)
def test_what_comes_after_the_entry_does_not_bear_on_it(plan: Stays, rule: Rule, entry: date) -> None:
    past = [(first, min(last, entry - DAY)) for first, last in plan if first < entry]
    for d in (entry, entry - DAY):
        assert rule.last_lawful(Presence(past), d) == rule.last_lawful(Presence(plan), d)


@given(stays(), limits, days_around)
def test_the_last_lawful_day_is_lawful_and_the_day_after_it_is_not(plan: Stays, rule: Rule, entry: date) -> None:
    past = [(first, min(last, entry - DAY)) for first, last in plan if first < entry]
    days = rule.longest_stay(Presence(past), entry)
    if isinstance(rule, Counting):
        for length in range(1, days + 1):
            last = entry + DAY * (length - 1)
            assert rule.remaining(Presence([*past, (entry, last)]), last) >= 0
        if days < rule.limit:  # no stay lasts longer than the limit, even where a new period would begin
            over = entry + DAY * days
            assert rule.remaining(Presence([*past, (entry, over)]), over) < 0


# What must not change an answer, and which way it may go


@given(stays(), limits.filter(lambda rule: rule.kind != "calendar-year"), st.integers(-4000, 4000), days)
def test_the_whole_plan_moved_moves_the_answer_with_it(plan: Stays, rule: Rule, by: int, entry: date) -> None:
    held, moved, there = Presence(plan), Presence(shifted(plan, by)), entry + timedelta(days=by)
    assert rule.longest_stay(moved, there) == rule.longest_stay(held, entry)
    if isinstance(rule, Rolling):
        assert [(s.first, s.last) for s in rule.over_limit(moved)] == shifted(
            [(s.first, s.last) for s in rule.over_limit(held)], by
        )
        assert rule.longest_stay(moved, there, keep_later=True) == rule.longest_stay(held, entry, True)
        assert rule.earliest_entry(moved, there) == rule.earliest_entry(held, entry) + timedelta(days=by)


@given(stays(), limits, days, st.integers(0, 9), st.integers(0, 9))
def test_out_and_in_again_changes_no_count(plan: Stays, rule: Rule, first: date, length: int, cut: int) -> None:
    last = first + timedelta(days=length)
    middle = min(last, first + timedelta(days=cut))
    whole = Presence([*plan, (first, last)])
    same_day = Presence([*plan, (middle, last), (first, middle)])
    next_day = Presence([*plan, (first, middle), (min(last, middle + DAY), last)])
    for d in AROUND[::4]:
        for other in (same_day, next_day):
            assert rule.longest_stay(other, d) == rule.longest_stay(whole, d)
            if isinstance(rule, Counting):
                assert rule.used(other, d) == rule.used(whole, d)


@given(stays(), rollings(), days, st.integers(0, 30), st.integers(0, 30))
def test_a_stay_before_the_window_weighs_nothing(
    plan: Stays, rule: Rolling, entry: date, gap: int, length: int
) -> None:
    last = entry - timedelta(days=rule.period + gap)
    plan = [(first, end) for first, end in plan if first > last]
    held, older = Presence(plan), Presence([*plan, (last - timedelta(days=length), last)])
    assert rule.used(older, entry) == rule.used(held, entry)
    assert rule.longest_stay(older, entry) == rule.longest_stay(held, entry)
    assert rule.longest_stay(older, entry, True) == rule.longest_stay(held, entry, True)
    if entry not in older:
        assert rule.earliest_entry(older, entry) == rule.earliest_entry(held, entry)


@given(stays(least=1), rollings(), st.integers(1, 9))
def test_a_longer_stay_never_leaves_more_days(plan: Stays, rule: Rolling, more: int) -> None:
    (first, last), *others = plan
    held, longer = Presence(plan), Presence([(first, last + timedelta(days=more)), *others])
    for d in AROUND:
        assert rule.remaining(longer, d) <= rule.remaining(held, d)
        assert rule.longest_stay(longer, d) <= rule.longest_stay(held, d)
        if d > last + timedelta(days=more):
            assert rule.earliest_entry(longer, d) >= rule.earliest_entry(held, d)


@given(stays(), rollings(), days_around)
def test_what_comes_later_never_gives_more_and_history_never_asks_it(
    plan: Stays, rule: Rolling, entry: date
) -> None:
    held = Presence(plan)
    past = Presence((first, min(last, entry - DAY)) for first, last in plan if first < entry)
    assert rule.longest_stay(held, entry) == rule.longest_stay(past, entry)
    assert rule.longest_stay(held, entry, keep_later=True) <= rule.longest_stay(held, entry)
    assert rule.longest_stay(past, entry, keep_later=True) == rule.longest_stay(past, entry)


@given(stays(), rollings())
def test_a_lawful_stay_is_never_over_the_limit_and_one_day_more_is(plan: Stays, rule: Rolling) -> None:
    for entry in AROUND[::5]:
        past = [(first, min(last, entry - DAY)) for first, last in plan if first < entry]
        longest = rule.longest_stay(Presence(past), entry)
        if longest:
            stay = (entry, entry + timedelta(days=longest - 1))
            assert not [over for over in rule.over_limit(Presence([*past, stay])) if over.last >= entry]
        if longest < rule.limit:
            stay = (entry, entry + timedelta(days=longest))
            assert [over for over in rule.over_limit(Presence([*past, stay])) if over.last >= entry]


@given(stays(), rollings(longer=False), days)
def test_the_safe_look_back_meets_both_ways_of_counting(plan: Stays, rule: Rolling, entry: date) -> None:
    # kz-rules 1.2: [d - 179, d] as Schengen counts, and the 180 days before the entry as the consulate does
    safe = Rolling(rule.limit, rule.period + 1)
    held = Presence(plan)
    assert safe.longest_stay(held, entry) <= rule.longest_stay(held, entry)
    if safe.longest_stay(held, entry):
        assert held.days_in(entry - timedelta(days=rule.period), entry - DAY) < rule.limit


@given(stays(), st.integers(1, 12), st.integers(0, 12))
def test_a_limit_as_long_as_its_period_is_never_exceeded(plan: Stays, period: int, more: int) -> None:
    rule, held = Rolling(period + more, period), Presence(plan)
    assert rule.over_limit(held) == []
    assert all(rule.longest_stay(held, d) == rule.limit for d in AROUND)


# Cases worth a name


def test_days_come_back_a_period_after_they_were_used() -> None:
    winter = presence(("2026-01-01", "2026-03-31"))  # 31 + 28 + 31 = 90 days
    assert SCHENGEN.longest_stay(winter, day("2026-04-01")) == 0
    # 1 January + 180 days = 30 June; from then on each day of the stay sets one of the winter free
    assert SCHENGEN.earliest_entry(winter, day("2026-04-01")) == day("2026-06-30")
    assert SCHENGEN.longest_stay(winter, day("2026-06-30")) == 90


def test_a_planned_stay_keeps_its_days() -> None:
    # 81 days are planned: 9 remain, wherever in the window before they are taken
    planned = presence(("2026-03-01", "2026-05-20"))
    assert SCHENGEN.longest_stay(planned, day("2026-01-01")) == 90, "by history alone"
    assert SCHENGEN.longest_stay(planned, day("2026-01-01"), keep_later=True) == 9


def test_an_old_overstay_never_blocks_a_plan() -> None:
    overstay = presence(("2020-01-01", "2020-12-31"))
    assert SCHENGEN.longest_stay(overstay, day("2026-01-01"), keep_later=True) == 90


def test_the_last_day_of_all_is_still_counted() -> None:
    last = date.max
    held = Presence([(last - timedelta(days=4), last)])
    assert PerEntry(30).last_lawful(held, last) == last
    assert Forward(30, 365).window(held, last) == Span(last - timedelta(days=4), last)
    assert SCHENGEN.used(held, last) == 5


def test_the_window_does_not_go_back_behind_the_first_day_of_all() -> None:
    first = date.min
    assert SCHENGEN.window(Presence(), first) == Span(first, first)
    assert SCHENGEN.used(Presence([(first, first)]), first + 9 * DAY) == 1


def test_a_forward_period_begins_with_the_first_entry_and_then_anew() -> None:
    # Brazil's notes of 2016: 30 days in one year from the first entry
    rule = Forward(30, 365)
    held = presence(("2025-03-01", "2025-03-20"), ("2026-02-01", "2026-02-05"))
    assert rule.window(held, day("2026-02-01")) == span("2025-03-01", "2026-02-28")
    assert rule.used(held, day("2026-02-05")) == 25
    assert rule.last_lawful(held, day("2026-02-10")) == day("2026-02-14")
    assert rule.window(held, day("2026-03-01")) == span("2026-03-01", "2027-02-28")
    assert rule.longest_stay(held, day("2026-03-01")) == 30


def test_a_calendar_year_begins_on_the_first_of_january() -> None:
    rule = CalendarYear(120)
    held = presence(("2025-12-01", "2026-01-31"))
    assert (rule.used(held, day("2025-12-31")), rule.used(held, day("2026-01-31"))) == (31, 31)
    assert rule.window(held, day("2024-02-29")) == span("2024-01-01", "2024-12-31")


def test_a_limit_of_no_kind_answers_nothing() -> None:
    class Nothing(Counting, frozen=True):
        kind = "nothing"

    nothing = Nothing(1)
    with pytest.raises(NotImplementedError):
        Limit(1).last_lawful(Presence(), day("2026-01-01"))
    with pytest.raises(NotImplementedError):
        nothing.window(Presence(), day("2026-01-01"))
    with pytest.raises(NotImplementedError):
        nothing.used(Presence(), day("2026-01-01"))


@pytest.mark.parametrize(
    ("first", "expected"),
    [
        # three days from the 3rd and two from the 7th; at most six in eight, so each day weighs on the next stay
        ("2026-01-01", [1, 1, 1, 1, 2, 1, 1]),
        ("2026-01-02", [1, 1, 1, 2, 1, 1, 2]),
        ("2026-01-05", [2, 1, 1, 2]),
    ],
)
def test_a_stay_in_the_whole_plan_leaves_later_ones_their_days(first: str, expected: list[int]) -> None:
    held, rule = presence(("2026-01-03", "2026-01-05"), ("2026-01-07", "2026-01-08")), Rolling(6, 8)
    line = [day(first) + timedelta(days=i) for i in range(len(expected))]
    assert [rule.longest_stay(held, d, keep_later=True) for d in line] == expected


def test_on_the_eve_of_a_stay_that_needs_every_day_none_is_left() -> None:
    # three days from the 3rd and three from the 7th are all six: no day is left on the 2nd
    held, eve = presence(("2026-01-03", "2026-01-05"), ("2026-01-07", "2026-01-09")), day("2026-01-02")
    assert Rolling(6, 8).longest_stay(held, eve, keep_later=True) == 0


def test_the_first_day_after_a_stay_may_be_the_next_entry() -> None:
    assert Rolling(6, 8).earliest_entry(presence(("2026-01-01", "2026-01-03")), day("2026-01-02")) == day(
        "2026-01-04"
    )


def test_a_stay_takes_no_day_that_one_to_come_needs() -> None:
    # three of four days are planned from the 10th: of the 7th and the 8th only one is left
    held, first = presence(("2026-01-10", "2026-01-12")), day("2026-01-07")
    assert Rolling(4, 8).longest_stay(held, first, keep_later=True) == 1


def test_who_comes_again_on_the_day_of_leaving_takes_the_next_day() -> None:
    # three days to the 3rd and three from the 8th are all six of ten: one may come on the 3rd again, not stay on
    held, shared = presence(("2026-01-01", "2026-01-03"), ("2026-01-08", "2026-01-10")), day("2026-01-03")
    assert Rolling(6, 10).longest_stay(held, shared, keep_later=True) == 1
