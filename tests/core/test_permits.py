"""What permits cover of a stay: resources/law/readings.toml (visa-days) tells where the two readings are from."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from kzstay.core.assess import assess
from kzstay.core.case import Permit, Stay, Traveller
from kzstay.core.days import DAY
from kzstay.core.notes import Note
from kzstay.core.permits import NOTHING, Coverage, Permits, limited
from kzstay.core.verdict import Standing
from tests.core.builders import LAW, SAFE, reckon, until, visa
from tests.core.oracle import Stays, at, between, days_of, stays
from tests.core.plan_oracle import Plain
from tests.helpers import day, permit, span, stay, traveller

YEAR = ("2026-01-01", "2026-12-31")


def covers(
    permits: list[Permit], *earlier: tuple[str, str], entry: str, together: bool = True
) -> list[tuple[date, date]]:
    """Say what permits cover of an entry after some stays."""
    found = Permits(permits, [(day(first), day(last)) for first, last in earlier], together)
    return found.cover(day(entry)).spans


# A cover


def test_a_cover_ends_with_the_permit_that_lasts_longest() -> None:
    cover = Coverage([(day("2026-01-01"), day("2026-03-31")), (day("2026-02-01"), day("2026-02-28"))])
    assert cover.on(day("2026-02-10")) == day("2026-03-31")
    assert cover.on(day("2026-03-31")) == day("2026-03-31")
    assert cover.on(day("2026-04-01")) is None
    assert cover.on(day("2025-12-31")) is None


@given(stays(most=4), st.integers(-5, 100).map(at))
def test_a_last_day_is_carried_on_by_permits_while_no_day_lies_between(spans: Stays, last: date) -> None:
    expected = last
    while expected + DAY in days_of(spans):
        expected += DAY
    assert Coverage(spans).extended(last) == expected


@given(stays(most=4), st.integers(-5, 100).map(at), st.integers(-3, 40))
def test_what_is_not_covered_is_every_day_of_no_permit(spans: Stays, first: date, length: int) -> None:
    last = first + DAY * length
    expected = days_of([(first, last)]) - days_of(spans)
    pieces = Coverage(spans).without(first, last)
    assert days_of(pieces) == expected
    assert sum((end - begin).days + 1 for begin, end in pieces) == len(expected), "no day is told twice"


def test_nothing_covers_nothing() -> None:
    assert NOTHING.on(day("2026-01-01")) is None
    assert NOTHING.extended(day("2026-01-01")) == day("2026-01-01")


@pytest.mark.parametrize(
    ("held", "expected"),
    [
        (visa(*YEAR), False),
        (visa(*YEAR, days=30), True),
        (visa(*YEAR, entries=1), True),
        (Permit(kind="rvp", first=day(YEAR[0]), until=day(YEAR[1]), days=30, entries=1), False),
        (permit(*YEAR, kind="residence"), False),
    ],
)
def test_only_a_visa_allows_so_many_days_or_entries(held: Permit, expected: bool) -> None:
    assert limited(held) is expected


# Residence permits


@pytest.mark.parametrize("kind", ["rvp", "residence"])
def test_a_residence_permit_covers_its_days_whatever_the_crossings(kind: str) -> None:
    # gov.kz/situations/572: it stays valid until its end when its holder leaves and comes again
    held = Permit(kind="rvp" if kind == "rvp" else "residence", first=day(YEAR[0]), until=day(YEAR[1]))
    person = traveller(
        "PK",
        stay("2026-01-10", "2026-05-31"),
        stay("2026-05-31", "2026-06-30"),
        stay("2026-11-01"),
        permits=[held],
    )
    reckoning = reckon(person, "2026-11-22")
    assert [reckoning.verdict(index).lawful_until for index in range(3)] == [day("2026-12-31")] * 3
    assert not reckoning.presence
    assert reckoning.standing is Standing.PERMIT


# Entries


def test_each_entry_takes_one_of_those_that_a_visa_allows() -> None:
    double = [visa(*YEAR, entries=2)]
    whole = [(day(YEAR[0]), day(YEAR[1]))]
    assert covers(double, entry="2026-01-01") == whole
    assert covers(double, ("2026-01-01", "2026-01-05"), entry="2026-02-01") == [
        (day("2026-02-01"), day("2026-12-31"))
    ]
    assert covers(double, ("2026-01-01", "2026-01-05"), ("2026-02-01", "2026-02-01"), entry="2026-03-01") == []


def test_an_entry_before_or_after_the_visa_takes_none_of_its_entries() -> None:
    single = [visa("2026-02-01", "2026-03-31", entries=1)]
    assert covers(single, ("2026-01-01", "2026-01-31"), entry="2026-03-01") == [
        (day("2026-03-01"), day("2026-03-31"))
    ]
    assert covers(single, ("2026-01-01", "2026-02-10"), entry="2026-03-01") == [
        (day("2026-03-01"), day("2026-03-31"))
    ], "here since before it began"
    assert covers(single, entry="2026-04-01") == []


def test_the_second_entry_on_a_visa_for_one_is_judged_without_it_and_noted() -> None:
    stays = [stay("2026-02-01", "2026-02-10", notified="2026-02-01"), stay("2026-03-01", notified="2026-03-01")]
    single = visa("2026-01-15", "2026-06-30", entries=1)
    german = traveller("DE", *stays, permits=[single])
    # visa-free: thirty days from the entry, 1 to 30 March
    assert until(german, "2026-03-10") == ("2026-03-30", "2026-03-30")
    assert reckon(german, "2026-03-10").standing is Standing.LAWFUL
    assert assess(german, day("2026-03-10"), LAW).notes == [Note("entries-used", 1, day("2026-03-01"))]
    pakistani = traveller("PK", *stays, permits=[single])
    assert until(pakistani, "2026-03-10") == (None, None)
    assert reckon(pakistani, "2026-03-10").standing is Standing.NO_REGIME
    codes = [(note.code, note.stay) for note in assess(pakistani, day("2026-03-10"), LAW).notes]
    assert codes == [("visa-needed", 1), ("entries-used", 1)]


def test_entries_are_not_called_used_while_another_permit_covers_the_entry_or_none_is_valid() -> None:
    stays = [stay("2026-02-01", "2026-02-10"), stay("2026-03-01", "2026-03-10"), stay("2026-08-01", "2026-08-02")]
    single = visa("2026-01-15", "2026-06-30", entries=1)
    plain = reckon(traveller("DE", *stays, permits=[single]), "2026-09-01")
    assert [plain.history.entries_used_up(index) for index in range(3)] == [False, True, False]
    resident = reckon(traveller("DE", *stays, permits=[single, permit(*YEAR, kind="rvp")]), "2026-09-01")
    assert [resident.history.entries_used_up(index) for index in range(3)] == [False] * 3
    days_alone = reckon(traveller("DE", *stays, permits=[visa(*YEAR, days=1)]), "2026-09-01")
    assert [days_alone.history.entries_used_up(index) for index in range(3)] == [False] * 3


def test_an_entry_counts_from_the_first_to_the_last_day_of_the_visa() -> None:
    single = visa("2026-02-01", "2026-03-31", entries=1)
    # out and in again on its first day: the second entry is one too many
    shared = traveller("PK", stay("2026-02-01", "2026-02-01"), stay("2026-02-01", "2026-02-05"), permits=[single])
    assert [reckon(shared, "2026-03-01").history.entries_used_up(index) for index in (0, 1)] == [False, True]
    for entry, used_up in (("2026-03-31", True), ("2026-04-01", False)):
        person = traveller("PK", stay("2026-02-01", "2026-02-05"), stay(entry), permits=[single])
        assert reckon(person, "2026-05-01").history.entries_used_up(1) is used_up


# Days


def test_a_visa_gives_its_days_from_the_entry_and_no_day_after_its_end() -> None:
    assert covers([visa(*YEAR, days=30)], entry="2026-03-01") == [(day("2026-03-01"), day("2026-03-30"))]
    assert covers([visa(*YEAR, days=30)], entry="2026-12-20") == [(day("2026-12-20"), day("2026-12-31"))]
    assert covers([visa(*YEAR, days=30)], entry="2027-01-01") == []


def test_who_was_here_when_the_visa_began_has_its_days_from_that_day() -> None:
    held = [visa("2026-03-10", "2026-06-30", days=30, entries=1)]
    assert covers(held, entry="2026-03-01") == [(day("2026-03-10"), day("2026-04-08"))]
    # visa-free from 1 to 9 March; a German's thirty days would end on 30 March
    person = traveller("DE", stay("2026-03-01", "2026-04-20"), permits=held)
    reckoning = reckon(person, "2026-05-01")
    assert list(reckoning.presence.spans()) == [
        span("2026-03-01", "2026-03-09"),
        span("2026-04-09", "2026-04-20"),
    ]
    assert (reckoning.verdict(0).because, reckoning.verdict(0).lawful_until) == ("permit", day("2026-04-08"))
    assert reckoning.verdict(0).overstay_days == 12


def test_the_days_of_a_visa_are_those_of_all_stays_or_begin_anew_at_each_entry() -> None:
    # readings.toml, visa-days: 30 days; ten and six are used, fourteen are left from 1 April on
    earlier = [("2026-02-01", "2026-02-10"), ("2026-03-01", "2026-03-06")]
    held = [visa(*YEAR, days=30)]
    assert covers(held, *earlier, entry="2026-04-01") == [(day("2026-04-01"), day("2026-04-14"))]
    assert covers(held, *earlier, entry="2026-04-01", together=False) == [(day("2026-04-01"), day("2026-04-30"))]
    person = traveller("PK", *(stay(*one) for one in earlier), stay("2026-04-01", "2026-04-20"), permits=held)
    assert until(person, "2026-05-01") == ("2026-04-14", "2026-04-30")


def test_who_used_all_days_of_a_visa_has_none_left_unless_they_begin_anew() -> None:
    month = ("2026-02-01", "2026-03-02")  # 28 + 2 days
    held = [visa(*YEAR, days=30)]
    assert covers(held, month, entry="2026-04-01") == []
    assert covers(held, month, entry="2026-04-01", together=False) == [(day("2026-04-01"), day("2026-04-30"))]
    assert covers(held, ("2026-02-01", "2026-05-01"), entry="2026-06-01") == [], "ninety were spent on it"


def test_a_day_of_leaving_and_coming_back_is_spent_once() -> None:
    # 1 to 10 and 10 to 19 February are nineteen days of thirty
    earlier = [("2026-02-01", "2026-02-10"), ("2026-02-10", "2026-02-19")]
    assert covers([visa(*YEAR, days=30)], *earlier, entry="2026-03-01") == [(day("2026-03-01"), day("2026-03-11"))]
    # and of a day with three crossings each counts it once
    thrice = [("2026-02-01", "2026-02-10"), ("2026-02-10", "2026-02-10"), ("2026-02-10", "2026-02-19")]
    assert covers([visa(*YEAR, days=30)], *thrice, entry="2026-03-01") == [(day("2026-03-01"), day("2026-03-11"))]


def test_days_outside_the_dates_of_a_visa_are_not_spent_on_it() -> None:
    # 28 and 29 January, 1 and 2 July are not; ten of February and the last three of June are
    held = [visa("2026-01-30", "2026-06-30", days=30)]
    earlier = [("2026-01-28", "2026-01-29"), ("2026-02-01", "2026-02-10"), ("2026-04-01", "2026-04-05")]
    assert covers(held, *earlier, entry="2026-06-20") == [(day("2026-06-20"), day("2026-06-30"))]
    assert covers(held, *earlier, entry="2026-05-01") == [(day("2026-05-01"), day("2026-05-15"))]


def test_a_planned_entry_takes_what_earlier_stays_left() -> None:
    held = [visa(*YEAR, days=30, entries=3)]
    person = traveller("PK", stay("2026-02-01", "2026-02-10"), stay("2026-09-01", "2026-09-05"), permits=held)
    days = reckon(person, "2026-03-01").history
    assert days.cover_on(day("2026-01-10")).spans == [(day("2026-01-10"), day("2026-02-08"))], "before them"
    assert days.cover_on(day("2026-04-01")).spans == [(day("2026-04-01"), day("2026-04-20"))], "ten are used"
    assert days.cover_on(day("2026-10-01")).spans == [(day("2026-10-01"), day("2026-10-15"))], "fifteen are"
    assert reckon(person, "2026-03-01").binding(day("2026-10-01")) == (day("2026-10-15"), "permit")


# Several permits


def test_permits_that_overlap_are_one_cover() -> None:
    person = traveller(
        "DE",
        stay("2026-02-01", "2026-04-30"),
        permits=[visa("2026-02-01", "2026-02-28", days=10), permit("2026-02-05", "2026-04-15", kind="rvp")],
    )
    reckoning = reckon(person, "2026-05-01")
    assert reckoning.history.cover(0).on(day("2026-02-06")) == day("2026-04-15")
    assert list(reckoning.presence.spans()) == [span("2026-04-16", "2026-04-30")]
    assert (reckoning.verdict(0).lawful_until, reckoning.verdict(0).overstay_days) == (day("2026-04-15"), 15)


def test_a_visa_whose_days_end_leaves_what_another_permit_covers() -> None:
    held = [visa("2026-01-01", "2026-06-30", days=10), visa("2026-02-11", "2026-03-31")]
    assert covers(held, entry="2026-02-01") == [
        (day("2026-02-01"), day("2026-02-10")),
        (day("2026-02-11"), day("2026-03-31")),
    ]
    assert until(traveller("PK", stay("2026-02-01"), permits=held), "2026-02-02") == ("2026-03-31", "2026-03-31")


# Against the rule told with sets of days


@st.composite
def visas(draw: st.DrawFn) -> Permit:
    first = at(draw(st.integers(-10, 60)))
    days = draw(st.none() | st.integers(1, 20))
    return Permit(
        kind="visa",
        first=first,
        until=first + DAY * draw(st.integers(0, 40)),
        days=days,
        period=draw(st.none() | st.integers(days, 30)) if days else None,
        entries=draw(st.none() | st.integers(1, 3)),
    )


@given(
    st.lists(visas(), max_size=2),
    st.lists(st.tuples(st.integers(1, 9), st.integers(1, 9)), max_size=5),
    st.booleans(),
)
def test_what_is_covered_of_a_stay_is_what_earlier_ones_left(
    permits: list[Permit], gaps: list[tuple[int, int]], together: bool
) -> None:
    free, stays = at(-1), list[tuple[date, date]]()
    for gap, length in gaps:
        entry = free + DAY * gap
        free = entry + DAY * (length - 1)
        stays.append((entry, free))
    held, plain = Permits(permits, stays, together), Plain("PK", permits, safe=together)
    horizon = days_of([(at(-20), at(120))])
    for place, (entry, _) in enumerate(stays):
        expected = plain.covered(stays[:place], entry)
        found = held.cover(entry, place)
        assert {d for d in days_of(found.spans) & horizon if d >= entry} == expected & horizon
        assert held.cover(entry).spans == found.spans, "what is planned on the day has the same"
        assert all(found.on(d) is not None for d in expected)
        if held.used_up(entry, place):
            assert entry not in expected


@given(
    st.lists(visas(), min_size=1, max_size=6),
    st.lists(st.tuples(st.integers(0, 5), st.integers(1, 6)), min_size=1, max_size=10),
    st.booleans(),
)
def test_later_stays_change_nothing_of_what_earlier_ones_left(
    permits: list[Permit], gaps: list[tuple[int, int]], together: bool
) -> None:
    """The state that goes from stay to stay, against that of the earlier stays alone, worked out anew."""
    free, stays = at(0), list[tuple[date, date]]()
    for gap, length in gaps:
        entry = free + DAY * gap
        free = entry + DAY * (length - 1)
        stays.append((entry, free))
    held, plain = Permits(permits, stays, together), Plain("PK", permits, safe=together)
    for place, (entry, _) in enumerate(stays):
        alone = Permits(permits, stays[:place], together)
        assert held.cover(entry, place).spans == alone.cover(entry, place).spans
        assert held.used_up(entry, place) == alone.used_up(entry, place)
        assert {d for d in days_of(held.cover(entry, place).spans) if d >= entry} == plain.covered(
            stays[:place], entry
        )
    for day_of_entry in between(at(-5), at(70)):
        earlier = [stay for stay in stays if stay[0] < day_of_entry]
        alone = Permits(permits, earlier, together)
        assert held.cover(day_of_entry).spans == alone.cover(day_of_entry, len(earlier)).spans


@given(st.lists(visas(), max_size=3), stays(most=5))
def test_who_has_visas_never_has_more_days_together_than_anew(permits: list[Permit], plan: Stays) -> None:
    plan = sorted(plan)
    assume(all(first[1] <= later[0] for first, later in pairwise(plan)))  # a case with others is refused
    together, anew = Permits(permits, plan, True), Permits(permits, plan, False)
    for place, (entry, _) in enumerate(plan):
        assert days_of(together.cover(entry, place).spans) <= days_of(anew.cover(entry, place).spans)


@given(
    st.lists(st.tuples(st.integers(0, 60), st.integers(0, 15)), max_size=4),
    st.lists(st.tuples(st.integers(0, 60), st.integers(0, 15)), max_size=4),
)
def test_the_days_that_count_are_those_of_stays_less_those_of_permits(
    stays: list[tuple[int, int]], permits: list[tuple[int, int]]
) -> None:
    def spans(pairs: list[tuple[int, int]]) -> list[tuple[date, date]]:
        return [(at(start), at(start + length)) for start, length in pairs]

    person = Traveller(
        name="A",
        citizenship="RU",
        stays=tuple(Stay(entry=first, exit=last) for first, last in spans(stays)),
        permits=tuple(Permit(kind="visa", first=first, until=last) for first, last in spans(permits)),
    )
    held = reckon(person, "2026-03-01", SAFE).presence
    assert days_of((s.first, s.last) for s in held.spans()) == days_of(spans(stays)) - days_of(spans(permits))
    assert all(d in held for s in held.spans() for d in between(s.first, s.last))
