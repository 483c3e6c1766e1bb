"""Stays, permits and rulings of a source in a case: doubles, clashes, and what takes the place of what."""

from __future__ import annotations

import msgspec

from kzstay.core.case import Ruling, Stay
from tests.helpers import case, day, permit, stay, traveller
from tests.imports.merging.putting import ANNA, REPLACE, days, named, put
from tests.imports.results import came, said

# Stays


def test_stays_come_in_their_place_and_those_that_are_there_are_doubles() -> None:
    found = put(
        case(ANNA), came(traveller("DE", stay("2026-05-20", "2026-06-08"), stay("2026-08-01", "2026-08-05")))
    )
    after = found.case.travellers[0]
    assert days(after) == [("2026-05-20", "2026-06-08"), ("2026-08-01", "2026-08-05"), ("2026-11-11", None)]
    assert found.joined[0].stays == ("double", "added")
    assert after.stays[0] is ANNA.stays[0]
    assert after.stays[2] is ANNA.stays[1]
    assert after.key.number == ANNA.key.number


def test_what_a_double_knows_more_is_taken_up_and_nothing_else() -> None:
    there = traveller("DE", stay("2026-05-20", "2026-06-08", note="by train"))
    source = traveller("DE", stay("2026-05-20", "2026-06-08", note="by car", notified="2026-05-21"))
    found = put(case(there), came(source))
    (after,) = found.case.travellers[0].stays
    assert (after.note, after.notified) == ("by train", day("2026-05-21"))
    assert after.key.number == there.stays[0].key.number
    assert found.joined[0].stays == ("completed",)


def test_a_stay_that_goes_on_gets_its_exit_and_one_that_ended_keeps_it() -> None:
    found = put(case(ANNA), came(traveller("DE", stay("2026-05-20"), stay("2026-11-11", "2026-11-20"))))
    assert days(found.case.travellers[0]) == [("2026-05-20", "2026-06-08"), ("2026-11-11", "2026-11-20")]
    assert found.joined[0].stays == ("double", "completed")


CLASH = came(traveller("DE", stay("2026-06-01", "2026-06-20")))


def test_a_stay_over_another_is_asked_about() -> None:
    found = put(case(ANNA), CLASH)
    assert found.case is not None
    assert found.case.travellers == (ANNA,)
    assert found.joined[0].stays == ("asked",)
    (asked,) = found.questions
    assert (asked.code, asked.values, asked.person) == ("clash", ("keep", "replace"), "Anna Schmidt")
    assert asked.at.line == 2
    assert asked.stays == (
        (day("2026-05-20"), day("2026-06-08")),
        (day("2026-06-01"), day("2026-06-20")),
    )


def test_either_stay_of_two_may_be_the_right_one() -> None:
    question = put(case(ANNA), CLASH).questions[0].id
    kept = put(case(ANNA), CLASH, answers=said({question: "keep"}))
    assert kept.case.travellers == (ANNA,)
    assert kept.joined[0].stays == ("kept",)
    assert not kept.questions
    new = put(case(ANNA), CLASH, answers=said({question: "replace"}))
    assert days(new.case.travellers[0])[0] == ("2026-06-01", "2026-06-20")
    assert new.case.travellers[0].stays[0].key.number == ANNA.stays[0].key.number
    assert new.joined[0].stays == ("replaced",)


def test_one_stay_can_take_the_place_of_several() -> None:
    there = traveller(
        "DE", stay("2026-05-01", "2026-05-08"), stay("2026-05-08", "2026-05-20"), stay("2026-07-01", "2026-07-02")
    )
    source = came(traveller("DE", stay("2026-05-03", "2026-05-30")))
    (asked,) = put(case(there), source).questions
    assert len(asked.stays) == 3
    new = put(case(there), source, answers=said({asked.id: "replace"}))
    assert days(new.case.travellers[0]) == [("2026-05-03", "2026-05-30"), ("2026-07-01", "2026-07-02")]


def test_clashes_of_one_row_are_one_question() -> None:
    source = came(traveller("DE", stay("2026-06-01", "2026-06-20"), stay("2026-05-01", "2026-05-21")))
    source = msgspec.structs.replace(source, taken=())
    (asked,) = put(case(ANNA), source).questions
    assert len(asked.stays) == 3


def test_where_no_exit_is_known_both_may_be_right() -> None:
    source = came(traveller("DE", stay("2026-11-15", "2026-11-18")))
    (asked,) = put(case(ANNA), source).questions
    assert asked.values == ("keep", "replace", "both")
    both = put(case(ANNA), source, answers=said({asked.id: "both"}))
    assert len(both.case.travellers[0].stays) == 3
    new = put(case(ANNA), source, answers=said({asked.id: "replace"}))
    assert days(new.case.travellers[0])[-1] == ("2026-11-15", "2026-11-18")


def test_one_that_goes_on_before_another_that_is_there_is_asked_about() -> None:
    (asked,) = put(case(ANNA), came(traveller("DE", stay("2026-09-01")))).questions
    assert asked.values == ("keep", "replace", "both")


def test_what_is_planned_is_no_reason_to_ask() -> None:
    source = came(traveller("DE", stay("2027-02-01", "2027-02-10")))
    assert put(case(ANNA), source).joined[0].stays == ("added",)
    planned = traveller("DE", stay("2027-02-01", "2027-02-10"))
    assert put(case(planned), came(traveller("DE", stay("2026-11-11")))).joined[0].stays == ("added",)


def test_out_and_in_again_on_one_day_is_no_clash() -> None:
    found = put(
        case(ANNA), came(traveller("DE", stay("2026-06-08", "2026-06-08"), stay("2026-06-08", "2026-06-12")))
    )
    assert found.joined[0].stays == ("added", "added")


def test_a_stay_that_a_file_knows_by_its_id_is_the_same_one() -> None:
    there = traveller("DE", named_stay("2026-05-20", "2026-06-08", "s1"))
    source = came(traveller("DE", named_stay("2026-07-20", "2026-08-08", "s1")))
    (asked,) = put(case(there), source).questions
    new = put(case(there), source, answers=said({asked.id: "replace"}))
    assert days(new.case.travellers[0]) == [("2026-07-20", "2026-08-08")]
    assert new.case.travellers[0].stays[0].unknown == {"id": "s1"}


def test_no_id_is_given_twice() -> None:
    boris = traveller("GB", named_stay("2026-05-20", "2026-06-08", "s1"), name="Boris Brown")
    found = put(case(boris), came(traveller("DE", named_stay("2026-05-20", "2026-06-08", "s1"))))
    assert found.case.travellers[1].stays[0].unknown == {}


def named_stay(first: str, last: str, known: str) -> Stay:
    return msgspec.structs.replace(stay(first, last), unknown={"id": known})


# Permits and rulings


def test_permits_are_added_once_and_asked_about_where_they_overlap() -> None:
    there = traveller("DE", permits=[permit("2026-01-01", "2026-12-31", "rvp")])
    again = put(case(there), came(traveller("DE", permits=[permit("2026-01-01", "2026-12-31", "rvp")])))
    assert again.case.travellers[0] is there
    assert again.joined[0].permits == ("double",)
    other = put(case(there), came(traveller("DE", permits=[permit("2026-02-01", "2026-12-31")])))
    assert other.joined[0].permits == ("added",)
    source = came(traveller("DE", permits=[permit("2026-06-01", "2027-05-31", "rvp")]))
    over = put(case(there), source)
    assert over.joined[0].permits == ("asked",)
    (asked,) = over.questions
    assert (asked.code, asked.at.line) == ("permit-clash", 2)
    for answer, fate, number in (("keep", "kept", 1), ("replace", "replaced", 1), ("both", "added", 2)):
        found = put(case(there), source, answers=said({asked.id: answer}))
        assert found.joined[0].permits == (fate,)
        assert len(found.case.travellers[0].permits) == number


def test_what_is_not_known_of_a_permit_is_filled() -> None:
    there = traveller("DE", permits=[permit("2026-01-01", "2026-12-31")])
    source = msgspec.structs.replace(permit("2026-01-01", "2026-12-31"), days=30)
    found = put(case(there), came(traveller("DE", permits=[source])))
    assert found.joined[0].permits == ("completed",)
    assert found.case.travellers[0].permits[0].days == 30
    assert found.permits("completed") == 1


def test_rulings_are_added_once() -> None:
    fine, warning = Ruling(kind="fine", served=day("2026-03-01")), Ruling(kind="warning", served=day("2026-03-01"))
    there = named(ANNA, rulings=(fine,))
    found = put(case(there), came(named(traveller("DE"), rulings=(msgspec.structs.replace(fine), warning))))
    assert found.joined[0].rulings == ("double", "added")
    assert found.case.travellers[0].rulings == (fine, warning)


# Replacing


def test_what_came_takes_the_place_of_what_was_there() -> None:
    there = named(
        traveller("DE", stay("2026-05-20", "2026-06-08", notified="2026-05-21"), stay("2026-11-11")),
        permits=(permit("2026-01-01", "2026-12-31"),),
    )
    boris = traveller("GB", stay("2026-03-01", "2026-03-09"), name="Boris Brown")
    source = came(traveller("DE", stay("2026-05-20", "2026-06-08"), stay("2026-08-01", "2026-08-05")))
    found = put(case(there, boris), source, REPLACE)
    after, other = found.case.travellers
    assert other is boris
    assert days(after) == [("2026-05-20", "2026-06-08"), ("2026-08-01", "2026-08-05")]
    assert after.stays[0].key.number == there.stays[0].key.number
    assert after.stays[0].notified == day("2026-05-21")
    assert after.permits == there.permits  # of which the source says nothing
    assert found.joined[0].gone == 1
    assert found.joined[0].stays == ("double", "added")
    assert found.stays("added", "double") == 2


def test_permits_take_the_place_of_permits() -> None:
    there = traveller("DE", permits=[permit("2026-01-01", "2026-12-31"), permit("2025-01-01", "2025-12-31")])
    source = traveller("DE", permits=[permit("2026-01-01", "2026-12-31"), permit("2024-01-01", "2024-12-31")])
    found = put(case(there), came(source), REPLACE)
    assert [one.first.year for one in found.case.travellers[0].permits] == [2026, 2024]
    assert found.case.travellers[0].permits[0].key.number == there.permits[0].key.number
    assert found.joined[0].gone == 1


def test_a_second_part_about_somebody_does_not_take_the_place_of_the_first() -> None:
    one = named(traveller("DE", stay("2026-01-01", "2026-01-05")), document="C01")
    other = named(traveller("DE", stay("2026-02-01", "2026-02-05")), document="C01")
    found = put(case(named(ANNA, document="C01")), came(one, other), REPLACE)
    assert days(found.case.travellers[0]) == [("2026-01-01", "2026-01-05"), ("2026-02-01", "2026-02-05")]
