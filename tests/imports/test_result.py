"""What comes of a source: questions are known again by their id, and rows are counted once."""

from __future__ import annotations

from kzstay.imports.result import (
    Answers,
    Evidence,
    ImportFileError,
    Left,
    Origin,
    Person,
    Question,
    Result,
    Taken,
    day_between,
)
from tests.helpers import day


def test_a_question_is_known_by_what_it_asks_and_where() -> None:
    asked = Question(code="overlap", at=Origin(3, "a row", "Sheet1"), person="Li")
    assert asked.id == "overlap:Sheet1:3:Li"
    assert Answers(chosen={asked.id: "first"}).to(asked) == "first"
    assert Answers().to(asked) == ""


def test_a_row_that_gave_a_stay_and_a_permit_is_one() -> None:
    taken = (Taken(Origin(2), 0, stay=0), Taken(Origin(2), 0, permit=0), Taken(Origin(3), 0, stay=1))
    assert Result(kind="table", taken=taken).rows == 2


def test_what_is_refused_or_open_is_not_whole() -> None:
    assert Result(kind="text").whole
    assert Result(kind="text", left=(Left(code="empty"),)).whole
    assert not Result(kind="text", questions=(Question(code="dates"),)).whole


def test_evidence_of_rows_left_out_says_nothing() -> None:
    assert not Evidence(kind="table", left=(Left(code="total"),)).says_something
    assert Evidence(kind="table", questions=(Question(code="sense"),)).says_something


def test_a_person_is_called_by_whatever_is_known() -> None:
    assert [Person(name="Li", document="E1").called, Person(document="E1").called, Person(number="7").called] == [
        "Li",
        "E1",
        "7",
    ]


def test_an_answer_that_is_no_day_or_cannot_be_it_is_none() -> None:
    first, last = day("2026-03-05"), day("2026-03-09")
    assert day_between("2026-03-05", first, last) == first
    assert day_between("2026-03-10", first, last) is None
    assert day_between("soon", first, last) is None


def test_an_error_bears_its_code() -> None:
    error = ImportFileError("unreadable", "denied", 13)
    assert (error.code, error.value, error.number) == ("unreadable", "denied", 13)
