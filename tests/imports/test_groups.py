from __future__ import annotations

import pytest

from tests.imports.told import asked, days, left, stays, told

HEAD = "name,citizenship,passport,entry,exit\n"
FIRST, SECOND = ("2026-01-01", "2026-01-10"), ("2026-03-01", "2026-03-10")


def table(one: str, other: str) -> str:
    return f"{HEAD}{one},{','.join(FIRST)}\n{other},{','.join(SECOND)}\n"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ivanov Ivan,RU,A1", "Ivanov Ivan,,"),
        ("Ivanov Ivan,,", "Ivanov Ivan,RU,A1"),
        ("Ivanov Ivan,RU,", "IVANOV IVAN,,"),
        ("Ivanov Ivan,RU,a 1", "Ivan I.,RU,A1"),
    ],
)
def test_rows_that_say_more_and_less_of_somebody_are_of_one_person(one: str, other: str) -> None:
    found = told(table(one, other))
    assert (len(found.travellers), stays(found)) == (1, [FIRST, SECOND])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ivanov Ivan,RU,A1", "Ivanov Ivan,RU,B2"),
        ("Ivanov Ivan,RU,", "Ivan Ivanov,RU,"),
        ("Ivanov Ivan,RU,", "Иванов Иван,RU,"),
        ("Ivanov Ivan,RU,", "Ivanov Ivan,KG,"),
        (",RU,A1", ",RU,B2"),
    ],
)
def test_who_may_be_one_or_two_is_asked_about_and_is_neither_before(one: str, other: str) -> None:
    source = table(one, other)
    found = told(source)
    (question,) = asked(found, "same-person")
    assert (found.travellers, question.at.line, days(question)) == ((), 3, [FIRST, SECOND])
    assert [at.line for at in question.also] == [2]
    joined = told(source, chosen={question.id: "yes"})
    assert (len(joined.travellers), stays(joined), joined.questions) == (1, [FIRST, SECOND], ())
    apart = told(source, chosen={question.id: "no"})
    assert [stays(apart, 0), stays(apart, 1)] == [[FIRST], [SECOND]]
    assert apart.questions == ()


def test_a_bare_name_that_may_be_either_of_two_is_asked_about_with_each() -> None:
    source = (
        f"{HEAD}A B,RU,,2026-05-01,2026-05-02\nA B,RU,1,2026-01-01,2026-01-02\nA B,RU,2,2026-03-01,2026-03-02\n"
    )
    first = asked(told(source), "same-person")
    assert sorted(one.at.line for one in first) == [2, 4]
    no = {one.id: "no" for one in first}
    (second,) = asked(told(source, chosen=no), "same-person")
    assert (second.at.line, second.id in no) == (2, False)
    found = told(source, chosen={**no, second.id: "yes"})
    assert [len(one.stays) for one in found.travellers] == [1, 2]
    assert found.questions == ()


def test_passports_of_a_log_without_names_are_of_two_or_of_one_who_says_so() -> None:
    rows = "A1,2026-01-01,entry\nB2,2026-01-05,entry\nA1,2026-01-10,exit\nB2,2026-02-01,exit\n"
    source = f"passport,date,direction\n{rows}"
    found = told(source, citizenship="RU")
    (question,) = asked(found, "same-person")
    assert found.travellers == ()
    apart = told(source, citizenship="RU", chosen={question.id: "no"})
    assert [stays(apart, 0), stays(apart, 1)] == [[("2026-01-01", "2026-01-10")], [("2026-01-05", "2026-02-01")]]


def test_many_passports_without_names_are_of_as_many() -> None:
    rows = "".join(f"P{number},2026-0{number}-01,2026-0{number}-02\n" for number in range(1, 6))
    found = told(f"passport,entry,exit\n{rows}", citizenship="RU")
    assert (len(found.travellers), found.questions) == (5, ())


def test_halves_of_a_stay_in_rows_that_say_more_and_less_are_paired() -> None:
    source = "name,passport,date,direction\nA B,1,2026-01-01,entry\nA B,,2026-01-10,exit\n"
    found = told(source, citizenship="RU")
    assert (stays(found), found.questions) == ([("2026-01-01", "2026-01-10")], ())


def test_names_left_blank_in_a_log_are_asked_about() -> None:
    source = "name,date,direction\nA,2026-01-01,entry\n,2026-01-10,exit\nB,2026-01-05,entry\n,2026-02-01,exit\n"
    (question,) = asked(told(source, citizenship="RU"), "blank-name")
    same = told(source, citizenship="RU", chosen={question.id: "same"})
    assert [stays(same, 0), stays(same, 1)] == [[("2026-01-01", "2026-01-10")], [("2026-01-05", "2026-02-01")]]
    unknown = told(source, citizenship="RU", chosen={question.id: "unknown"})
    assert left(unknown, "no-name") == [(3, ""), (5, "")]


def test_two_without_stays_hang_on_nothing_and_are_not_asked_about() -> None:
    found = told("name,citizenship,passport,entry,exit\nA B,RU,1,,\nA B,RU,2,2026-01-01,2026-01-02\n")
    assert asked(found, "same-person") == []
