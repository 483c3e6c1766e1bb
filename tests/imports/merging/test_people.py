"""Who of a source is who in the case, and what becomes known of them."""

from __future__ import annotations

import pytest

from kzstay.core.case import Traveller
from kzstay.imports.merging import Difference, Wish, recognised
from tests.helpers import case, day, stay, traveller
from tests.imports.merging.putting import ANNA, days, named, put
from tests.imports.results import came

# Who is who


def test_somebody_new_is_added_and_everybody_else_stays_as_they_are() -> None:
    before = case(ANNA)
    boris = traveller("GB", stay("2026-03-01", "2026-03-09"), name="Boris Brown")
    found = put(before, came(boris))
    assert found.case.travellers[0] is ANNA
    assert found.case.travellers[1] == boris
    assert found.joined[0].new
    assert found.joined[0].stays == ("added",)


def test_who_is_blank_still_becomes_the_first_that_came() -> None:
    blank = Traveller(name="", citizenship="")
    boris = traveller("GB", stay("2026-03-01", "2026-03-09"), name="Boris Brown")
    found = put(case(blank), came(boris, ANNA))
    assert [one.name for one in found.case.travellers] == ["Boris Brown", "Anna Schmidt"]
    assert found.case.travellers[0].key.number == blank.key.number
    assert found.joined[0].new


@pytest.mark.parametrize(
    ("there", "source", "same"),
    [
        ({}, {}, True),
        ({"name": "SCHMIDT  anna"}, {"name": "Schmidt, Anna"}, True),  # case, signs and spaces
        ({}, {"citizenship": "GB"}, False),
        ({}, {"citizenship": ""}, True),
        ({"born": day("1990-01-01")}, {}, True),
        ({"born": day("1990-01-01")}, {"born": day("1991-01-01")}, False),
        ({"document": "C01"}, {"document": "C02"}, False),
        ({"document": "C01"}, {"document": "c 01", "name": "Anna Maier", "citizenship": "GB"}, True),
        ({"document": "C01"}, {}, True),
        # A passport is renewed
        ({"document": "C01", "born": day("1990-01-01")}, {"document": "C02", "born": day("1990-01-01")}, True),
        ({"native_name": "Анна Шмидт"}, {"name": "Анна Шмидт"}, True),
        ({"unknown": {"id": "a1"}}, {"name": "A", "citizenship": "GB", "unknown": {"id": "a1"}}, True),
    ],
)
def test_a_traveller_is_recognised(there: dict[str, object], source: dict[str, object], same: bool) -> None:
    before = case(named(ANNA, **there))
    found = recognised(before, named(traveller("DE"), **source))
    assert (found == before.travellers[0].key.number) is same


def test_of_two_with_one_name_it_is_the_one_with_the_same_stays() -> None:
    one, other = (
        traveller("DE", stay("2026-01-01", "2026-01-05")),
        traveller("DE", stay("2026-02-01", "2026-02-05")),
    )
    before = case(one, other)
    assert recognised(before, traveller("DE", stay("2026-02-01", "2026-02-05"))) == other.key.number
    assert recognised(before, traveller("DE", stay("2026-03-01", "2026-03-05"))) is None


def test_two_of_a_source_are_never_one_by_their_name_alone() -> None:
    first, second = (
        traveller("DE", stay("2026-01-01", "2026-01-05")),
        traveller("DE", stay("2026-02-01", "2026-02-05")),
    )
    found = put(case(ANNA), came(first, second))
    assert [one.new for one in found.joined] == [False, True]


def test_a_source_without_a_name_goes_to_the_traveller_who_is_chosen() -> None:
    boris = traveller("GB", name="Boris Brown")
    before = case(ANNA, boris)
    source = came(Traveller(name="", citizenship="", stays=(stay("2026-03-01", "2026-03-09"),)))
    found = put(before, source, Wish(into=boris.key.number))
    assert found.case.travellers[0] is ANNA
    assert days(found.case.travellers[1]) == [("2026-03-01", "2026-03-09")]
    assert found.case.travellers[1].name == "Boris Brown"


def test_a_new_traveller_can_be_asked_for() -> None:
    found = put(case(ANNA), came(ANNA), Wish(apart=True))
    one, other = found.case.travellers
    assert one is ANNA
    assert other == ANNA
    assert other.key.number != one.key.number
    assert not {held.key.number for held in one.stays} & {held.key.number for held in other.stays}


# Who they are


def test_what_is_not_known_of_a_person_is_filled_and_what_differs_is_told_and_kept() -> None:
    there = named(ANNA, document="C01", born=day("1990-01-01"))
    source = named(
        traveller("GB"),
        name="Anna Maier",
        document="C01",
        born=day("1990-01-02"),
        native_name="Анна",
        passport="service",
    )
    found = put(case(there), came(source))
    after = found.case.travellers[0]
    assert (after.name, after.citizenship, after.born) == ("Anna Schmidt", "DE", day("1990-01-01"))
    assert after.native_name == "Анна"
    assert found.joined[0].filled == ("native_name",)
    assert found.joined[0].differs == (
        Difference("name", "Anna Schmidt", "Anna Maier"),
        Difference("citizenship", "DE", "GB"),
        Difference("born", day("1990-01-01"), day("1990-01-02")),
        Difference("passport", "national", "service"),
    )


def test_a_stay_on_another_passport_keeps_it() -> None:
    there, source = (
        named(ANNA, document="C01"),
        named(traveller("TR", stay("2026-03-01", "2026-03-09")), document="C01"),
    )
    found = put(case(there), came(source))
    assert found.case.travellers[0].citizenship == "DE"
    assert found.case.travellers[0].stays[0].citizenship == "TR"
