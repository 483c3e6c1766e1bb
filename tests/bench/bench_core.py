"""The core against a plain reference in the same run: sets of days, and stays that grow day by day.

The answers are compared too, so that the ratio is that of two programs that do the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from random import Random
from time import perf_counter
from typing import TypeVar

from kzstay.bundled import countries, law
from kzstay.core.assess import Assessment, assess, reckon
from kzstay.core.case import Case, Permit, Stay, Traveller
from kzstay.core.days import DAY, Presence
from kzstay.core.limits import Rolling
from kzstay.core.plan import trip
from kzstay.core.problems import problems
from kzstay.export import json as answer_json
from kzstay.files.codec import decode, encode

T = TypeVar("T")
Stays = list[tuple[date, date]]

FIRST = date(2024, 1, 1)
DAYS = 3653  # ten years
LINE = [FIRST + timedelta(days=i) for i in range(DAYS)]
LIMIT, PERIOD, PER_ENTRY = 90, 180, 30
REPEATS = 7
YEAR = timedelta(days=365)
SAMPLE = 7  # the slow reference looks at every seventh day and its time is scaled up


def plan() -> Stays:
    """Lay sixty stays of 5 to 30 days over ten years."""
    random = Random(60)
    entries = [FIRST + timedelta(days=60 * i + random.randint(0, 25)) for i in range(60)]
    return [(entry, entry + timedelta(days=random.randint(4, 29))) for entry in entries]


def timed(work: Callable[[], T], repeats: int = REPEATS) -> tuple[float, T]:
    """Return the best time of several runs, in seconds, and what came out."""
    best, result = float("inf"), None
    for _ in range(repeats):
        start = perf_counter()
        result = work()
        best = min(best, perf_counter() - start)
    assert result is not None
    return best, result


def days_of(stays: Stays) -> set[date]:
    return {first + timedelta(days=i) for first, last in stays for i in range((last - first).days + 1)}


def plain_used(days: set[date], day: date, period: int) -> int:
    return sum(day - timedelta(days=i) in days for i in range(period))


def plain_longest(stays: Stays, entry: date, limit: int, period: int) -> int:
    days = {day for day in days_of(stays) if day < entry}
    for count in range(limit):
        last = entry + timedelta(days=count)
        days.add(last)
        if plain_used(days, last, period) > limit:
            return count
    return limit


def used_days() -> tuple[str, float, float]:
    stays = plan()
    ours, mine = timed(lambda: Rolling(LIMIT, PERIOD).used_each(Presence(stays), LINE[0], LINE[-1]))
    reference, plain = timed(lambda: [plain_used(days_of(stays), day, PERIOD) for day in LINE], 1)
    assert mine == plain
    return f"used days of {DAYS} days", ours, reference


def every_longest(stays: Stays, *, keep_later: bool = False) -> list[int]:
    rule, held = Rolling(LIMIT, PERIOD), Presence(stays)
    return [rule.longest_stay(held, day, keep_later=keep_later) for day in LINE]


def longest_stays() -> tuple[str, float, float]:
    stays = plan()
    ours, mine = timed(lambda: every_longest(stays))
    sample = LINE[::SAMPLE]
    reference, plain = timed(lambda: [plain_longest(stays, day, LIMIT, PERIOD) for day in sample], 1)
    assert mine[::SAMPLE] == plain
    return f"longest stay for {DAYS} days", ours, reference * len(LINE) / len(sample)


def plain_in_plan(stays: Stays, entry: date, limit: int, period: int) -> int:
    """Grow a stay day by day until it is too long, meets the next one or takes a day that a later one needs."""
    present = days_of(stays)
    later = sorted(day for day in present if entry < day < entry + timedelta(days=2 * period))
    count = 0
    while count < limit:
        last = entry + timedelta(days=count)
        before = plain_used({day for day in present if day < entry}, last, period)
        if last in later or before + count + 1 > limit:
            break
        added = {entry + timedelta(days=i) for i in range(count + 1)}
        # What is over the limit anyway must not become more so: here nothing is
        if any(plain_used(present | added, day, period) > limit for day in later):
            break
        count += 1
    return count


def whole_plan() -> tuple[str, float, float]:
    stays = plan()
    ours, mine = timed(lambda: every_longest(stays, keep_later=True))
    present = days_of(stays)
    sample = [day for day in LINE[:: SAMPLE * 29] if day not in present]
    reference, plain = timed(lambda: [plain_in_plan(stays, day, LIMIT, PERIOD) for day in sample], 1)
    assert [mine[(day - LINE[0]).days] for day in sample] == plain
    return f"whole-plan longest stay for {DAYS} days", ours, reference * len(LINE) / len(sample)


def whole_assessment() -> tuple[str, float, float]:
    """Ours gives duties, notes and the next entry besides; the reference only what is used and until when."""
    stays, known = plan(), law()
    on = stays[-1][1]
    person = Traveller(
        name="A", citizenship="DE", stays=tuple(Stay(entry=first, exit=last) for first, last in stays)
    )

    def ourselves() -> Assessment:
        found = assess(person, on, known)
        # Each part is worked out when it is asked for
        _ = found.standing, found.limits, found.leave_by, found.next_entry, found.stays, found.duties, found.notes
        return found

    ours, mine = timed(ourselves)

    def plainly(period: int) -> list[tuple[int, date | None]]:
        found: list[tuple[int, date | None]] = []
        for first, last in stays:
            longest = min(PER_ENTRY, plain_longest(stays, first, LIMIT, period))
            until = first + timedelta(days=longest) - DAY if longest else None
            found.append((plain_used(days_of(stays), last, period), until))
        return found

    reference, (safe, usual) = timed(lambda: (plainly(PERIOD + 1), plainly(PERIOD)), 1)
    for answer, (_, safely), (_, usually) in zip(mine.stays, safe, usual, strict=True):
        assert (answer.lawful_until.safe, answer.lawful_until.usual) == (safely, usually)
    return f"assessment of {len(stays)} stays", ours, reference


# Growth: the same with four times as many stays against the number itself, so that four is as it should be


def busy(count: int, visas: int = 0) -> Traveller:
    """Return somebody who is here for one day in three, many times, in turn on some visas for thirty days each."""
    entries = [FIRST + timedelta(days=3 * i) for i in range(count)]
    held = tuple(
        Permit(kind="visa", first=entries[i * count // visas], until=entries[i * count // visas] + YEAR, days=30)
        for i in range(visas)
    )
    stays = tuple(Stay(entry=entry, exit=entry) for entry in entries)
    return Traveller(name="A", citizenship="DE", stays=stays, permits=held)


def checked(person: Traveller) -> int:
    found = assess(person, FIRST + YEAR, law())
    return len(answer_json.text(answer_json.check([found], found.on, found.reading, law())))


def planned(person: Traveller) -> int:
    reckoning = reckon(person, FIRST, law()).safe
    entry = person.stays[len(person.stays) // 4].entry + DAY
    return len(answer_json.text(answer_json.plan(reckoning, entry, trip(reckoning, entry, entry + 3 * DAY), None)))


def read(person: Traveller) -> int:
    case = decode(encode(Case(travellers=(person,)))).case
    return len(problems(case, countries(), FIRST))


def growth() -> Iterator[tuple[str, float, float]]:
    """Yield what grows, the time for four times as many stays, and that for the number."""
    for name, work, count, visas in (
        ("a file is read", read, 1500, 0),
        ("check --json", checked, 1500, 0),
        ("check --json on 20 visas", checked, 500, 20),
        ("plan --json", planned, 1500, 0),
    ):
        small, large = busy(count, visas), busy(4 * count, visas)
        once, _ = timed(lambda person=small, work=work: work(person), 3)
        more, _ = timed(lambda person=large, work=work: work(person), 3)
        yield f"growth, {count} to {4 * count} stays: {name}", more, once


def measure() -> list[tuple[str, float, float]]:
    """Return what was done, our seconds and those of the reference."""
    return [used_days(), longest_stays(), whole_plan(), whole_assessment(), *growth()]
