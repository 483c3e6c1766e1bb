from __future__ import annotations

import pytest

from kzstay.imports.identity import Verdict, compared, described, spelling, spellings, together
from kzstay.imports.result import NOBODY, Person
from tests.helpers import day

IVAN = Person(name="Ivanov Ivan", citizenship="RU")
BORN = day("1990-01-01")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Иванов Юрий", "YURI Ivanov"),
        ("Алексей", "Alexey"),
        ("Алексей", "Aleksei"),
        ("Хасенова Айгүл", "Aigul Khasenova"),
        ("Евгений", "Yevgeniy"),
        ("O'Neil, Sean", "Sean O’Neil"),
    ],
)
def test_one_name_in_another_script_or_order_is_spelt_alike(one: str, other: str) -> None:
    assert spelling(one) == spelling(other)


@pytest.mark.parametrize(("one", "other"), [("Иван", "Иванна"), ("Li Na", "Li Na Na"), ("Kim", "Lim")])
def test_other_names_are_not(one: str, other: str) -> None:
    assert spelling(one) != spelling(other)


def test_a_name_in_its_own_letters_counts_as_well() -> None:
    assert "ivan ivanov" in spellings(Person(name="I. I.", native_name="Иванов Иван"))
    assert spellings(NOBODY) == {""}


@pytest.mark.parametrize(
    ("one", "other", "verdict"),
    [
        (IVAN, Person(name="ivanov  ivan"), "same"),  # a row that leaves the rest blank
        (IVAN, Person(name="Ivanov Ivan", citizenship="RU", document="A1"), "same"),
        (IVAN, Person(name="Ivan Ivanov", citizenship="RU"), "ask"),
        (IVAN, Person(name="Иванов Иван", citizenship="RU"), "ask"),
        (IVAN, Person(name="Ivanov Ivan", citizenship="KG"), "ask"),  # a namesake, or another passport
        (IVAN, Person(name="Petrov", citizenship="RU"), "other"),
        (Person(name="A", document="1"), Person(name="A", document="2"), "ask"),
        (Person(name="A", document="1", born=BORN), Person(name="A", document="2", born=BORN), "same"),
        (Person(name="A", born=BORN), Person(name="A", born=day("1991-01-01")), "other"),
        (Person(name="A", number="1"), Person(name="A", number="2"), "other"),
        (Person(document="1"), Person(document="2"), "ask"),
        (NOBODY, Person(document="2"), "other"),
    ],
)
def test_persons_are_compared_by_all_that_is_said_of_them(one: Person, other: Person, verdict: Verdict) -> None:
    assert compared(one, other) == compared(other, one) == verdict


def test_who_is_nobody_of_several_is_none_of_them() -> None:
    members = [Person(name="A"), Person(name="A", born=BORN)]
    assert together(members, Person(name="A", born=BORN)) == "same"
    assert together(members, Person(name="A", born=day("1991-01-01"))) == "other"
    assert together(members, Person(name="A", citizenship="KG", born=BORN)) == "same"
    assert together([*members, Person(name="A", citizenship="RU")], Person(name="A", citizenship="KG")) == "ask"


def test_namesakes_are_described_by_what_tells_them_apart() -> None:
    person = Person(name="A", citizenship="RU", document="1", born=BORN)
    assert described(person) == "A, RU, 1, 1990-01-01"
    assert described(Person(document="1")) == "1"
