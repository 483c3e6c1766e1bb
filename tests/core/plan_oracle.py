"""A whole case once more, day by day, with sets of days and no thought of speed.

Of the core it takes only what a case is made of; the counts of limits are those of oracle.py. It knows closed
stays, permits and the limits of one regime; of a plan it tries every candidate by reckoning the case anew.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby
from typing import NamedTuple

from kzstay.core.case import Permit, Traveller
from kzstay.core.days import DAY, Span
from tests.core.builders import GENERAL, SMALL_LIMITS
from tests.core.oracle import (
    CalendarYearOracle,
    Days,
    ForwardOracle,
    Oracle,
    RollingOracle,
    between,
    days_of,
    longest_stay,
)

Term = tuple[date, date]  # first and last day of a stay


class Said(NamedTuple):
    """What is said of one stay."""

    last: date | None
    known: bool  # a regime or a permit says something
    over: int
    counted: Days  # its days that no permit covers


def limited(permit: Permit) -> bool:
    """Tell whether a permit is a visa for so many days or entries; any other covers its days in any case."""
    return permit.kind == "visa" and not (permit.days is None and permit.entries is None)


class Plain:
    """A citizenship of the small law, its permits, and how a reading counts."""

    def __init__(self, country: str, permits: Sequence[Permit], *, safe: bool) -> None:
        self.permits = permits
        self.together = safe
        rows = SMALL_LIMITS.get(country)
        self.per_entry = rows[0].days if rows else None
        self.counting = [_oracle(row.kind, row.days, row.period, safe) for row in (rows or ())[1:]]
        if rows and not self.counting and safe:
            self.counting.append(_oracle(GENERAL.kind, GENERAL.days, GENERAL.period, safe))

    @property
    def most(self) -> int:
        """Return the most days that an entry without a permit ever gives."""
        return min([self.per_entry or 0, *(oracle.limit for oracle in self.counting)])

    # What is said of the stays of a plan

    def covered(self, earlier: Sequence[Term], entry: date) -> Days:
        """Return the days from an entry on that are under a permit, by what earlier stays used of it."""
        spent: list[Days] = [Days() for _ in self.permits]
        entered = [0 for _ in self.permits]
        for first, last in sorted(earlier):
            given = self.given(spent, entered, first)
            for number, days in given.items():
                used = days & days_of([(first, last)])
                permit = self.permits[number]
                if used and limited(permit):
                    entered[number] += permit.first <= first
                    if permit.period:
                        # Also who stays on is here on it, on days that no other permit covers
                        others = [theirs for other, theirs in given.items() if other != number]
                        used = days_of([(max(first, permit.first), min(last, permit.until))]).difference(*others)
                    spent[number] |= used
        return Days(day for days in self.given(spent, entered, entry).values() for day in days)

    def given(self, spent: list[Days], entered: list[int], entry: date) -> dict[int, Days]:
        """Return what each permit gives a stay; of the visas valid on entry only the one that lasts longest."""
        found: dict[int, Days] = {}
        for number, permit in enumerate(self.permits):
            valid = [day for day in between(permit.first, permit.until) if day >= entry]
            if permit.entries is not None and permit.first <= entry and entered[number] >= permit.entries:
                continue
            if permit.days is not None and permit.days == permit.period:
                pass  # every day of each period
            elif permit.days is not None and permit.period is not None:
                oracle = RollingOracle(permit.days, permit.period)
                here = [max(entry, permit.first)] if valid else []
                valid = valid[: longest_stay(oracle, spent[number], here[0])] if here else []
            elif permit.days is not None:
                before = spent[number] if self.together else Days()
                valid = [day for i, day in enumerate(valid) if len(before.union(valid[: i + 1])) <= permit.days]
            if valid:
                found[number] = Days(valid)
        on = [n for n in found if limited(self.permits[n]) and self.permits[n].first <= entry]
        best = max(on, key=lambda number: (max(found[number]), number), default=None)
        return {number: days for number, days in found.items() if number not in on or number == best}

    def judge(self, earlier: Sequence[Term], counted: Days, entry: date, last: date) -> Said:
        """Judge one stay by the stays before it and by the days that they used."""
        cover = self.covered(earlier, entry)
        here = days_of([(entry, last)])
        before = entry - DAY
        until, known = before, entry in cover or self.per_entry is not None
        if entry not in cover and self.per_entry is not None:
            sides = [longest_stay(oracle, counted, entry) for oracle in self.counting]
            until = before + DAY * min([self.per_entry, *sides])
        if until >= entry or entry in cover:
            while until + DAY in cover:
                until += DAY
        over = sum(day > until and day not in cover for day in here) if known else 0
        return Said(until if until >= entry else None, known, over, here - cover)

    def say(self, stays: Sequence[Term]) -> list[Said]:
        """Judge the stays of a plan, given in any order."""
        found: dict[int, Said] = {}
        earlier: list[Term] = []
        counted = Days()
        for index in sorted(range(len(stays)), key=lambda index: stays[index]):
            found[index] = self.judge(earlier, counted, *stays[index])
            counted |= found[index].counted
            earlier.append(stays[index])
        return [found[index] for index in range(len(stays))]

    # What if

    def possible(self, stays: Sequence[Term], entry: date, leaving: date) -> bool:
        """Tell whether a trip is lawful, takes no other stay's days, and leaves the later ones what they had."""
        if any(first <= entry < last or entry <= first < leaving for first, last in stays):
            return False
        own = self.say([*[stay for stay in stays if stay[0] < entry], (entry, leaving)])[-1]
        if own.last is None or leaving > own.last:
            return False
        if all(first < entry for first, _ in stays):
            return True
        was, found = self.say(stays), self.say([*stays, (entry, leaving)])[:-1]
        return all(
            (now.known or not then.known) and now.over <= then.over
            for now, then, (first, _) in zip(found, was, stays, strict=True)
            if first >= entry
        )

    def history(self, stays: Sequence[Term], entry: date) -> int | None:
        """Count the days of a stay by what came before; None where nothing is known, or the day is taken."""
        if any(first <= entry < last for first, last in stays):
            return None
        own = self.say([*[stay for stay in stays if stay[0] < entry], (entry, entry)])[-1]
        if not own.known:
            return None
        return (own.last - entry).days + 1 if own.last else 0

    def longest(self, stays: Sequence[Term], entry: date) -> int | None:
        """Make a trip longer while it is possible and does not touch the next stay."""
        history = self.history(stays, entry)
        if history is None:
            return None
        for longer in range(history):
            leaving = entry + DAY * longer
            touches = any(entry < first <= leaving for first, _ in stays)
            if touches or not self.possible(stays, entry, leaving):
                return longer
        return history

    def entries(self, stays: Sequence[Term], days: int, first: date, last: date) -> Iterator[date]:
        """Yield the days, none of them of another stay, from which a trip is possible that ends by the last."""
        present = days_of(stays)
        for day in between(first, last - DAY * (days - 1)):
            if day not in present and self.possible(stays, day, day + DAY * (days - 1)):
                yield day

    def openings(self, stays: Sequence[Term], days: int, first: date, last: date) -> list[Span]:
        runs = groupby(enumerate(self.entries(stays, days, first, last)), lambda pair: pair[1] - DAY * pair[0])
        found = [[day for _, day in run] for _, run in runs]
        return [Span(run[0], run[-1]) for run in found]


def _oracle(kind: str, days: int, period: int | None, safe: bool) -> Oracle:
    if kind == "calendar-year":
        return CalendarYearOracle(days)
    assert period is not None
    return ForwardOracle(days, period) if kind == "forward" else RollingOracle(days, period + safe)


def terms(person: Traveller) -> list[Term]:
    """List the stays of one who has left each of them."""
    return [(stay.entry, stay.exit or stay.entry) for stay in person.stays]
