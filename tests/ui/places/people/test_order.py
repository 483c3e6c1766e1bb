"""The order of the travellers by each column: what says nothing comes last, what says the same by urgency."""

from __future__ import annotations

import msgspec
import pytest

from kzstay.core.assess import assess
from kzstay.core.case import Traveller
from kzstay.core.register import line
from kzstay.texts.words import words
from kzstay.ui.places.people.cells import (
    CITIZENSHIP,
    COLUMNS,
    DAYS_LEFT,
    DUE,
    DUTY,
    LEAVE_BY,
    NAME,
    STATE,
    STRIP,
)
from kzstay.ui.places.people.order import Found, Searched, Sorting, sort
from tests.core.builders import LAW
from tests.helpers import day
from tests.ui.places.people.people_place import EVERYBODY, URGENT

EN = words("en")
ON = day("2026-11-22")


def found(who: Traveller) -> Found:
    return Found(who, line(assess(who, ON, LAW), 180))


PEOPLE = [found(who) for who in EVERYBODY]


def order(column: int, *, descending: bool = False) -> list[str]:
    return [one.who.name for one in sort(EN, PEOPLE, Sorting(column, descending))]


@pytest.mark.parametrize(
    ("column", "names"),
    [
        (STATE, "OEWAIL"),
        (NAME, "AEILOW"),
        (CITIZENSHIP, "WLOAIE"),  # China, China · service passport, Germany, Germany, Russia, Türkiye
        (LEAVE_BY, "OWAI" + "EL"),  # the last two have no such day
        (DAYS_LEFT, "OWAI" + "EL"),
        (DUTY, "EAOWI" + "L"),  # end of the ban, host's notice, leave, leave or obtain, registration
        (DUE, "OWAIE" + "L"),
        (STRIP, "ELAIWO"),
    ],
)
def test_the_order_by_a_column(column: int, names: str) -> None:
    assert "".join(name[0] for name in order(column)) == names


@pytest.mark.parametrize("column", COLUMNS)
def test_from_the_end_it_is_the_other_way_round_but_for_what_says_nothing(column: int) -> None:
    forth, back = order(column), order(column, descending=True)
    silent = {LEAVE_BY: 2, DAYS_LEFT: 2, DUTY: 1, DUE: 1}.get(column, 0)
    told = len(forth) - silent
    assert back[told:] == forth[told:]
    assert set(back[:told]) == set(forth[:told])
    if column in (STATE, LEAVE_BY, NAME):
        assert back[:told] == forth[:told][::-1]


def test_what_says_the_same_stays_by_urgency_whichever_way() -> None:
    alike = [msgspec.structs.replace(one, who=msgspec.structs.replace(one.who, name="Same")) for one in PEOPLE]
    urgent = [one.line for one in sort(EN, alike, Sorting(STATE))]
    for descending in (False, True):
        assert [one.line for one in sort(EN, alike, Sorting(NAME, descending))] == urgent


def test_of_whom_nothing_is_known_yet_comes_last_in_the_order_of_the_case() -> None:
    unknown = [Found(one.who, None) for one in PEOPLE]
    for column in (STATE, LEAVE_BY, DUTY, DUE, STRIP):
        assert [one.who.name for one in sort(EN, unknown, Sorting(column))] == [who.name for who in EVERYBODY]
    mixed = [unknown[0], *PEOPLE[1:]]
    assert sort(EN, mixed, Sorting(STATE))[-1] is unknown[0]


def test_names_are_sorted_as_an_alphabet_has_them() -> None:
    people = [
        Found(Traveller(name=name, citizenship="DE"), None)
        for name in ("Ярослав", "Өмір", "Zoe", "Олег", "Álvaro", "Адам", "")
    ]
    told = [one.who.name for one in sort(EN, people, Sorting(NAME))]
    assert told.index("Álvaro") < told.index("Zoe")
    assert told.index("Адам") < told.index("Олег") < told.index("Өмір") < told.index("Ярослав")
    assert told[-1] == ""


def test_what_somebody_is_found_by_is_kept_until_it_changes() -> None:
    searched, who = Searched(), EVERYBODY[1]
    assert searched.matches(EN, who, "germany")
    assert not searched.matches(EN, who, "deutsch")
    renamed = msgspec.structs.replace(who, name="Anne Deutsch")
    assert searched.matches(EN, renamed, "deutsch")
    assert searched.matches(words("ru"), renamed, "германия")
    assert not searched.matches(words("ru"), renamed, "germany")
    assert sorted(URGENT)[0] == who.name
