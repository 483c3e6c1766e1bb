"""What a gesture makes of stays: whole days, never past a neighbour, never more than was meant."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from kzstay.core import editing
from kzstay.core.case import Key, Stay, Traveller
from kzstay.core.editing import Change, Handle
from kzstay.core.problems import traveller_problems
from tests.helpers import case, day, move, stay, traveller

ON = day("2026-11-22")
ANNA = traveller("DE", stay("2026-09-01", "2026-09-10"), stay("2026-10-01", "2026-10-05"), stay("2026-11-11"))


@st.composite
def travellers(draw: st.DrawFn) -> Traveller:
    """Stays in order, some a day apart, some sharing a day, the last perhaps open."""
    stays: list[Stay] = []
    entry = date(2026, 1, 1)
    for _ in range(draw(st.integers(1, 5))):
        entry += timedelta(draw(st.integers(0, 30)))
        leaving = entry + timedelta(draw(st.integers(0, 30)))
        stays.append(Stay(entry=entry, exit=leaving))
        entry = leaving
    if draw(st.booleans()):
        stays[-1] = Stay(entry=stays[-1].entry)
    return traveller("DE", *stays)


def sound(before: Traveller, change: Change) -> bool:
    after = traveller("DE", *change.stays)
    return not list(traveller_problems(0, after, ["DE"], date(2026, 11, 22)))


@given(travellers(), st.data(), st.integers(-200, 200))
def test_a_moved_stay_keeps_its_length_and_overlaps_nothing(who: Traveller, data: st.DataObject, by: int) -> None:
    index = data.draw(st.integers(0, len(who.stays) - 1))
    change = editing.moved(who, index, by, ON)
    before, after = who.stays[index], change.stays[index]
    assert sound(who, change)
    if before.exit and after.exit:
        assert after.exit - after.entry == before.exit - before.entry
    assert change.blocked == ((after.entry - before.entry).days != by)


@given(travellers(), st.data(), st.sampled_from([Handle.ENTRY, Handle.EXIT]), st.integers(-200, 200))
def test_an_edge_never_passes_the_other_edge_or_a_neighbour(
    who: Traveller, data: st.DataObject, part: Handle, by: int
) -> None:
    index = data.draw(st.integers(0, len(who.stays) - 1))
    edge = who.stays[index].entry + timedelta(by)
    change = editing.resized(who, index, part, edge, ON)
    assert sound(who, change)
    if not change.blocked:
        after = change.stays[index]
        assert (after.entry if part is Handle.ENTRY else after.exit) == edge


@given(travellers(), st.integers(-100, 400), st.integers(-60, 60))
def test_a_new_stay_stands_in_order_and_overlaps_nothing(who: Traveller, start: int, days: int) -> None:
    anchor = date(2026, 1, 1) + timedelta(start)
    if any(s.entry <= anchor <= editing.end_of(who, i, ON) for i, s in enumerate(who.stays)):
        return
    change = editing.created(who, anchor, anchor + timedelta(days), ON)
    assert sound(who, change)
    entries = [s.entry for s in change.stays]
    assert entries == sorted(entries)
    made = change.stays[change.index]
    assert anchor in (made.entry, made.exit)


def test_a_move_by_days_moves_by_days() -> None:
    assert editing.moved(ANNA, 1, 5, ON).stays[1] == stay("2026-10-06", "2026-10-10")


def test_a_stay_stops_where_it_shares_one_day_with_its_neighbour() -> None:
    change = editing.moved(ANNA, 1, -60, ON)
    assert change.stays[1].entry == day("2026-09-10")
    assert change.blocked


def test_setting_the_exit_ends_an_open_stay() -> None:
    assert editing.resized(ANNA, 2, Handle.EXIT, day("2026-11-30"), ON).stays[2].exit == day("2026-11-30")


def test_a_new_stay_may_be_drawn_backwards() -> None:
    made = editing.created(ANNA, day("2026-10-20"), day("2026-10-15"), ON)
    assert made.stays[made.index] == stay("2026-10-15", "2026-10-20")
    assert made.index == 2


def test_a_free_day_is_before_every_stay_that_holds_it() -> None:
    assert editing.free_day(ANNA, ON, ON) == day("2026-11-10")
    assert editing.free_day(ANNA, day("2026-09-05"), ON) == day("2026-08-31")
    assert editing.free_day(ANNA, day("2026-09-20"), ON) == day("2026-09-20")


def test_a_day_snaps_only_to_what_is_near() -> None:
    assert editing.snapped(day("2026-11-20"), [ON], 3) == ON
    assert editing.snapped(day("2026-11-10"), [ON], 3) == day("2026-11-10")
    assert editing.snapped(day("2026-11-10"), [], 3) == day("2026-11-10")


@given(st.integers(-300, 300), st.sampled_from(list(Handle)))
def test_a_stay_beside_one_without_its_exit_stays_sound(by: int, part: Handle) -> None:
    who = traveller("DE", stay("2026-01-05"), stay("2026-03-01", "2026-03-10"), stay("2026-05-01", "2026-05-02"))
    edge = day("2026-03-05") + timedelta(by)
    change = editing.moved(who, 1, by, ON) if part is Handle.BODY else editing.resized(who, 1, part, edge, ON)
    assert sound(who, change)
    assert sound(who, editing.created(who, day("2026-04-01"), day("2026-04-01") + timedelta(by), ON))


def test_no_stay_is_drawn_in_years_that_a_file_refuses() -> None:
    change = editing.created(ANNA, day("1960-05-11"), day("1960-05-12"), ON)
    assert sound(ANNA, change)


# Which stay is which


def test_a_stay_that_is_moved_or_made_longer_is_the_same_stay() -> None:
    key = ANNA.stays[1].key.number
    assert editing.moved(ANNA, 1, 2, ON).about == key
    assert editing.resized(ANNA, 1, Handle.EXIT, day("2026-10-20"), ON).about == key


def test_a_stay_is_put_beside_an_equal_one_and_is_another() -> None:
    same = ANNA.stays[1]
    change = editing.inserted(ANNA, same)
    assert change.stays.count(same) == 2
    assert len({one.key.number for one in change.stays}) == 4
    assert change.about == change.stays[2].key.number != same.key.number


def test_a_stay_that_is_drawn_is_one_stay_all_along() -> None:
    key = Key()
    drawn = [editing.created(ANNA, day("2026-07-01"), day(f"2026-07-{to}"), ON, key) for to in ("02", "09")]
    assert [change.about for change in drawn] == [key.number, key.number]


def test_nothing_is_left_when_the_only_stay_is_removed() -> None:
    assert editing.removed(traveller("DE", stay("2026-11-11")), 0).about is None


# What is done to whole stays


@given(travellers(), st.data())
def test_a_duplicate_is_as_long_overlaps_nothing_and_has_nothing_recorded(
    who: Traveller, data: st.DataObject
) -> None:
    index = data.draw(st.integers(0, len(who.stays) - 1))
    before = who.stays[index]
    change = editing.duplicated(who, index, ON)
    if change is None:
        assert before.exit is None or any(one.exit is None for one in who.stays)
        return
    copy = change.stays[change.index]
    assert before.exit is not None
    assert copy.exit is not None
    assert copy.exit - copy.entry == before.exit - before.entry
    assert copy.entry > before.exit
    assert sound(who, change)
    held = [other for other in change.stays if other is not copy]
    assert tuple(held) == who.stays
    assert all(
        other.entry > copy.exit or editing.end_of(who, who.stays.index(other), ON) < copy.entry for other in held
    )
    assert (copy.notified, copy.registered, copy.moves) == (None, None, ())
    assert copy.key.number not in {other.key.number for other in held}


@given(travellers(), st.data())
def test_a_stay_that_is_split_covers_the_same_days(who: Traveller, data: st.DataObject) -> None:
    index = data.draw(st.integers(0, len(who.stays) - 1))
    stay = who.stays[index]
    day = stay.entry + timedelta(data.draw(st.integers(-2, 40)))
    change = editing.split(who, index, day, ON)
    inside = stay.entry < day <= editing.end_of(who, index, ON) and day != stay.exit
    assert (change is not None) is inside
    if change is None:
        return
    first, second = change.stays[index], change.stays[change.index]
    assert (first.entry, first.exit, second.entry, second.exit) == (stay.entry, day, day, stay.exit)
    assert first.key.number == stay.key.number != second.key.number
    assert len(change.stays) == len(who.stays) + 1
    if len(who.stays) == 1:
        assert sound(who, change)


def test_what_was_recorded_stays_with_the_first_part_and_moves_go_where_they_fall() -> None:
    held = msgspec.structs.replace(
        stay("2026-09-01", "2026-09-20", notified="2026-09-02", moves=[move("2026-09-05"), move("2026-09-10")]),
        checkpoint="Korday",
        exit_checkpoint="Almaty",
        note="by train",
    )
    change = editing.split(traveller("DE", held), 0, day("2026-09-10"), ON)
    assert change is not None
    first, second = change.stays
    assert (first.notified, first.note, second.notified, second.note) == (day("2026-09-02"), "by train", None, "")
    assert (first.checkpoint, first.exit_checkpoint) == ("Korday", "")
    assert (second.checkpoint, second.exit_checkpoint) == ("", "Almaty")
    assert [one.on for one in first.moves] == [day("2026-09-05")]
    assert [one.on for one in second.moves] == [day("2026-09-10")]


@given(travellers(), travellers(), st.data())
def test_stays_that_are_handed_over_are_with_the_other_and_in_order(
    one: Traveller, other: Traveller, data: st.DataObject
) -> None:
    given_away = data.draw(st.sets(st.sampled_from([each.key.number for each in one.stays])))
    after = editing.handed_over(case(one, other), given_away, one.key.number, other.key.number)
    giver, taker = after.travellers
    assert [each.key.number for each in giver.stays] == [
        each.key.number for each in one.stays if each.key.number not in given_away
    ]
    assert {each.key.number for each in taker.stays} == {each.key.number for each in other.stays} | given_away
    assert taker.in_order() == list(range(len(taker.stays)))


# The order of stays


@given(travellers(), st.randoms())
def test_stays_are_put_in_order_whatever_their_order_was(who: Traveller, chance: Random) -> None:
    mixed = list(who.stays)
    chance.shuffle(mixed)
    held = traveller("DE", *mixed)
    ordered = editing.sorted_by_day(held)
    assert ordered.in_order() == list(range(len(mixed)))
    assert sorted(id(one) for one in ordered.stays) == sorted(id(one) for one in mixed)
    assert editing.sorted_by_day(ordered) is ordered
    whole = case(held, who)
    settled = editing.with_stays_in_order(whole)
    assert [one.in_order() for one in settled.travellers] == [list(range(len(mixed)))] * 2
    assert editing.with_stays_in_order(settled) is settled


def test_where_no_days_are_left_nothing_is_duplicated() -> None:
    last = traveller("DE", stay("2199-12-01", "2199-12-20"))
    assert editing.duplicated(last, 0, ON) is None
    without_end = traveller(
        "DE", stay("2026-09-01", "2026-09-10"), stay("2026-12-01"), stay("2026-09-11", "2026-11-30")
    )
    assert editing.duplicated(without_end, 0, ON) is None, (
        "one that is planned without an end takes all that follows"
    )
    here = traveller("DE", stay("2026-09-01", "2026-12-10"), stay("2026-12-11", "2026-12-12"))
    change = editing.duplicated(here, 0, ON)
    assert change is not None
    assert change.stays[change.index].entry == day("2026-12-13")


def test_a_case_that_is_in_order_is_the_same_case() -> None:
    ordered = case(ANNA, ANNA)
    assert editing.with_stays_in_order(ordered) is ordered
    turned = traveller("DE", *ANNA.stays[::-1])
    assert editing.with_stays_in_order(case(ANNA, turned)).travellers[1].stays == ANNA.stays
    assert editing.with_stays_in_order(case(ANNA, turned), ordered).travellers[1].stays == ANNA.stays
    assert editing.with_stays_in_order(case(ANNA, turned), case(turned)).travellers[1] is turned
