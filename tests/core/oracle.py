"""The rules once more, with sets of days and no thought of speed, and the plans that they are tried on."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Protocol

from hypothesis import strategies as st

from kzstay.core.days import DAY
from kzstay.core.limits import CalendarYear, Forward, PerEntry, Rolling

Stays = list[tuple[date, date]]
Days = frozenset[date]
CountingRule = Rolling | Forward | CalendarYear
Rule = CountingRule | PerEntry

# A plan of some weeks that begins here goes over a year's end and a leap day
ORIGIN = date(2023, 12, 10)
WEEKS = 84


def at(offset: int) -> date:
    return ORIGIN + timedelta(days=offset)


def between(first: date, last: date) -> list[date]:
    return [first + timedelta(days=i) for i in range((last - first).days + 1)]


AROUND = between(at(-30), at(WEEKS + 40))  # every day on which something could change, and some more


def shifted(stays: Stays, days: int) -> Stays:
    return [(first + timedelta(days=days), last + timedelta(days=days)) for first, last in stays]


def days_of(stays: Iterable[tuple[date, date]]) -> Days:
    return frozenset(day for first, last in stays for day in between(first, last))


class Oracle(Protocol):
    """A limit, said as a count that must not be exceeded on any day of presence."""

    limit: int

    def used(self, days: Days, day: date) -> int: ...


class RollingOracle:
    def __init__(self, limit: int, period: int) -> None:
        self.limit, self.period = limit, period

    def used(self, days: Days, day: date) -> int:
        return sum(day - timedelta(days=i) in days for i in range(self.period))


class ForwardOracle:
    def __init__(self, limit: int, period: int) -> None:
        self.limit, self.period = limit, period

    def used(self, days: Days, day: date) -> int:
        opened = closed = None
        for present in sorted(days):
            if present > day:
                break
            if closed is None or present > closed:
                opened, closed = present, present + timedelta(days=self.period - 1)
        if opened is None or closed is None or day > closed:
            return 0
        return sum(opened <= present <= day for present in days)


class CalendarYearOracle:
    def __init__(self, limit: int) -> None:
        self.limit = limit

    def used(self, days: Days, day: date) -> int:
        return sum(present.year == day.year and present <= day for present in days)


class PerEntryOracle:
    """Sees the present entry only; the history is given to it empty."""

    def __init__(self, limit: int) -> None:
        self.limit = limit

    def used(self, days: Days, day: date) -> int:
        count = 0
        while day - timedelta(days=count) in days:
            count += 1
        return count


def longest_stay(oracle: Oracle, days: Days, entry: date) -> int:
    """Grow a stay day by day until a day of it would be one too many; at most the limit."""
    grown = frozenset(day for day in days if day < entry)
    for count in range(oracle.limit):
        last = entry + timedelta(days=count)
        grown |= {last}
        if oracle.used(grown, last) > oracle.limit:
            return count
    return oracle.limit


def longest_beside_later(oracle: Oracle, days: Days, entry: date) -> int:
    """Grow a stay while it touches no later one and takes nothing that a later day needs.

    A later day that was lawful must stay so; one that was over already must not become more so.
    """
    best = 0
    for count in range(1, longest_stay(oracle, days, entry) + 1):
        last = entry + timedelta(days=count - 1)
        if count > 1 and last in days:
            break
        grown = days | frozenset(between(entry, last))
        later = [day for day in days if day > last]
        if any(oracle.used(grown, day) > max(oracle.limit, oracle.used(days, day)) for day in later):
            break
        best = count
    return best


def earliest_entry(oracle: Oracle, days: Days, not_before: date, count: int) -> date:
    day = not_before
    while day in days or longest_stay(oracle, days, day) < count:
        day += DAY
    return day


# Plans


days = st.integers(0, WEEKS).map(at)
days_around = st.sampled_from(AROUND)


@st.composite
def stays(draw: st.DrawFn, least: int = 0, most: int = 8) -> Stays:
    """Draw stays in any order: apart, touching, sharing a day, one inside another, and twice the same."""
    firsts = draw(st.lists(st.integers(0, WEEKS), min_size=least, max_size=most))
    found = [(at(first), at(first + draw(st.integers(0, 9)))) for first in firsts]
    if found and draw(st.booleans()):
        _, last = found[-1]
        touching = last + DAY * draw(st.integers(0, 1))
        found += [found[0], (touching, touching + DAY * draw(st.integers(0, 5)))]
    return draw(st.permutations(found))


@st.composite
def rollings(draw: st.DrawFn, longer: bool = True) -> Rolling:
    """Draw a limit in a period; sometimes the two are equal, or the limit is the ``longer``."""
    limit = draw(st.integers(1, 12))
    period = draw(st.integers(1 if longer else limit, 25))
    return Rolling(limit, draw(st.sampled_from([period, period, period, limit])))


forwards = st.builds(Forward, st.integers(1, 12), st.integers(1, 25))
calendar_years = st.builds(CalendarYear, st.integers(1, 25))
per_entries = st.builds(PerEntry, st.integers(1, 12))


def oracle_of(rule: Rule) -> Oracle:
    match rule:
        case Rolling():
            return RollingOracle(rule.limit, rule.period)
        case Forward():
            return ForwardOracle(rule.limit, rule.period)
        case CalendarYear():
            return CalendarYearOracle(rule.limit)
        case PerEntry():
            return PerEntryOracle(rule.limit)
