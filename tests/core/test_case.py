from __future__ import annotations

import pickle
from datetime import date

import msgspec

from kzstay.bundled import countries
from kzstay.core.case import (
    FIRST_DAY,
    LAST_DAY,
    Case,
    Key,
    Move,
    Number,
    Permit,
    Ruling,
    Stay,
    Traveller,
    another,
    early_record,
    nearest_of_these_years,
    of_these_years,
    place_of,
)
from kzstay.core.days import DAY
from tests.helpers import case, day, move, permit, stay, traveller

KNOWN = countries()
TODAY = day("2026-11-22")


def test_stays_are_ordered_by_entry_and_an_open_one_comes_last() -> None:
    person = traveller(
        "DE", stay("2026-06-08"), stay("2026-06-08", "2026-06-08"), stay("2026-05-20", "2026-06-08")
    )
    assert person.in_order() == [2, 1, 0]


def test_cases_are_values() -> None:
    one = Case(travellers=(Traveller(name="A", citizenship="DE", stays=(Stay(entry=date(2026, 5, 20)),)),))
    assert one == case(traveller("DE", stay("2026-05-20"), name="A"))
    assert one.travellers[0].passport == "national"


# Days by themselves


def test_a_crossing_and_a_reckoning_lie_in_the_years_of_a_case() -> None:
    assert [day("1991-01-01"), day("2199-12-31")] == [FIRST_DAY, LAST_DAY]
    assert of_these_years(FIRST_DAY)
    assert of_these_years(LAST_DAY)
    for other in (date.min, FIRST_DAY - DAY, LAST_DAY + DAY, date.max):
        assert not of_these_years(other)


def test_a_record_dated_before_what_it_tells_of_is_early() -> None:
    for about in (stay("2026-11-11"), move("2026-11-11")):
        assert early_record(about, day("2026-11-10"))
        assert not early_record(about, day("2026-11-11"))


# What a record is told from others by


def numbers(person: Traveller) -> list[Number]:
    """List the keys of a traveller and of all that is in it."""
    moves = [move for stay in person.stays for move in stay.moves]
    hosts = [person.host] if person.host else []
    return [
        record.key.number for record in (person, *hosts, *person.stays, *moves, *person.permits, *person.rulings)
    ]


def test_two_records_that_say_the_same_are_equal_and_have_two_keys() -> None:
    one, other = stay("2026-05-20"), stay("2026-05-20")
    assert one == other
    assert one.key == other.key
    assert hash(one.key) == hash(other.key)
    assert repr(one) == repr(other)
    assert one.key.number != other.key.number
    assert one != stay("2026-05-21")
    assert Key() != 1


def test_a_record_that_is_changed_is_the_same_record() -> None:
    before = stay("2026-05-20", moves=[move("2026-05-25")])
    after = msgspec.structs.replace(before, exit=day("2026-06-01"))
    assert after.key.number == before.key.number
    assert after.moves[0].key.number == before.moves[0].key.number


def test_a_second_record_that_says_the_same_shares_no_key_and_no_id_with_the_first() -> None:
    first = msgspec.structs.replace(
        traveller(
            "DE",
            stay("2026-05-20", moves=[move("2026-05-25")]),
            permits=[permit("2026-01-01", "2026-12-31")],
            host="small",
        ),
        rulings=(Ruling(kind="fine", served=day("2026-05-22")),),
    )
    second = another(first)
    assert second == first
    assert len(numbers(first)) == 6
    assert not set(numbers(first)) & set(numbers(second))
    known = Move(on=day("2026-05-25"), unknown={"id": "a", "door": 3})
    assert another(known).unknown == {"door": 3}


def test_a_pickled_case_has_the_same_keys() -> None:
    before = traveller("DE", stay("2026-05-20", moves=[move("2026-05-25")]), host="small")
    after = pickle.loads(pickle.dumps(before))
    assert after == before
    assert numbers(after) == numbers(before)


def test_a_record_is_found_by_its_key_and_not_by_what_it_says() -> None:
    plan = [stay("2026-05-20", "2026-05-20"), stay("2026-05-20", "2026-05-20")]
    assert [place_of(plan, one.key.number) for one in plan] == [0, 1]
    assert place_of(plan, stay("2026-05-20", "2026-05-20").key.number) is None
    assert place_of(plan, None) is None


# What a person's life brings


def test_who_lives_here_does_so_to_the_end_of_the_permit_that_lasts_longest() -> None:
    held = [
        Permit(kind="residence", first=TODAY, until=TODAY + DAY * 9),
        Permit(kind="residence", first=TODAY, until=TODAY + DAY * 5),
        Permit(kind="rvp", first=TODAY, until=TODAY + DAY * 90),
    ]
    person = traveller("DE", permits=held)
    assert person.resides_until(TODAY + DAY * 3) == TODAY + DAY * 9
    assert not person.resides(TODAY + DAY * 10)


def test_a_day_of_a_clock_that_is_far_out_is_taken_for_the_nearest_that_is_reckoned_for() -> None:
    assert nearest_of_these_years(TODAY) == TODAY
    assert nearest_of_these_years(date.min) == FIRST_DAY
    assert nearest_of_these_years(date.max) == LAST_DAY
