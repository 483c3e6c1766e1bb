"""Two versions of a case: nothing that differs is passed over, and nothing that is the same is told."""

from __future__ import annotations

import msgspec
from hypothesis import given

from kzstay.core.case import Case, Host
from kzstay.core.comparing import Change, Difference, compare
from kzstay.files.codec import decode, encode
from tests.core.builders import expulsion, fine, ruled
from tests.files import strategies
from tests.helpers import case, permit, stay, traveller

FIRST, SECOND = stay("2026-05-20", "2026-06-08"), stay("2026-11-11")
ANNA = traveller("DE", FIRST, SECOND)
BORIS = traveller("GB", name="Boris Brown")


@given(strategies.cases)
def test_a_case_does_not_differ_from_itself_nor_from_its_file(one: Case) -> None:
    assert compare(one, one) == []
    assert compare(one, decode(encode(one)).case) == []


@given(strategies.cases)
def test_the_order_makes_no_difference(one: Case) -> None:
    turned = msgspec.structs.replace(
        one,
        travellers=tuple(
            msgspec.structs.replace(who, stays=who.stays[::-1], permits=who.permits[::-1])
            for who in one.travellers[::-1]
        ),
    )
    assert compare(one, turned) == []


@given(strategies.cases, strategies.cases)
def test_who_is_compared_the_other_way_round_is_told_the_same(one: Case, other: Case) -> None:
    there, back = compare(one, other), compare(other, one)
    assert len([d for d in there if d.here is None]) == len([d for d in back if d.there is None])
    assert bool(there) == bool(back)


@given(strategies.cases, strategies.cases)
def test_every_traveller_and_record_is_told_once_or_is_the_same(one: Case, other: Case) -> None:
    found = compare(one, other)
    here = [d.here for d in found if d.here is not None]
    assert len({who.key.number for who in here}) == len(here)
    lacking = sum(d.there is None for d in found)
    more = sum(d.here is None for d in found)
    assert len(one.travellers) - lacking == len(other.travellers) - more
    for difference in found:
        if difference.here and difference.there:
            assert difference.fields or difference.changes
            for change in difference.changes:
                assert change.here is None or change.there is None or change.fields


def test_a_stay_more_a_stay_less_and_one_that_ends_on_another_day() -> None:
    third = stay("2026-09-01", "2026-09-05")
    longer = msgspec.structs.replace(FIRST, exit=third.exit)
    (found,) = compare(case(traveller("DE", FIRST, third)), case(traveller("DE", longer, SECOND)))
    assert found.fields == ()
    assert found.changes == (
        Change("stay", FIRST, longer, ("exit",)),
        Change("stay", third, None),
        Change("stay", None, SECOND),
    )


def test_a_stay_that_was_moved_is_the_same_as_long_as_it_shares_a_day() -> None:
    moved = stay("2026-05-25", "2026-06-12")
    (found,) = compare(case(traveller("DE", FIRST)), case(traveller("DE", moved)))
    assert found.changes == (Change("stay", FIRST, moved, ("entry", "exit")),)


def test_papers_are_told_too() -> None:
    visa = permit("2026-01-01", "2026-06-30")
    one = msgspec.structs.replace(ruled(ANNA, fine("2026-11-05")), permits=(visa,))
    other = ruled(ANNA, fine("2026-11-05", paid="2026-11-07"), expulsion("2026-11-12"))
    (found,) = compare(case(one), case(other))
    assert [(change.kind, change.fields) for change in found.changes] == [
        ("permit", ()),
        ("ruling", ("paid",)),
        ("ruling", ()),
    ]


def test_who_somebody_is_is_told_by_field_and_known_again_by_the_passport() -> None:
    one = msgspec.structs.replace(ANNA, document="C01X", host=Host(kind="small"))
    other = msgspec.structs.replace(BORIS, document="C01X", stays=ANNA.stays)
    (found,) = compare(case(one), case(other))
    assert found.fields == ("name", "citizenship", "host")


def test_a_traveller_more_or_less_is_told_as_one() -> None:
    assert compare(case(ANNA), case(BORIS, ANNA)) == [Difference(None, BORIS)]
    assert compare(case(ANNA, BORIS), case(ANNA)) == [Difference(BORIS, None)]
