"""The rows of a preview, of whatever came of a source: each line is there, with what becomes of it."""

from __future__ import annotations

from datetime import date

from kzstay.core.case import Case
from kzstay.imports.merging import Wish, merged
from kzstay.imports.result import Answers, Left, Origin, Question, Refused, Result, Taken
from kzstay.ui.window.importing.rows import Row, counts, notes, rows_of
from tests.helpers import case, day, permit, stay, traveller
from tests.imports.results import came

TODAY = day("2026-11-22")
ANNA = traveller("DE", stay("2026-05-20", "2026-06-08"))
NOBODY = case(traveller("", name=""))


def rows(result: Result, before: Case = NOBODY, questions: tuple[Question, ...] | None = None) -> tuple[Row, ...]:
    together = merged(before, result, TODAY, Answers(), Wish())
    asked = (*result.questions, *together.questions) if questions is None else questions
    return rows_of(result, together, asked)


def line(number: int) -> Origin:
    return Origin(line=number, text=f"row {number}")


def told(found: tuple[Row, ...]) -> list[tuple[int, str]]:
    return [(row.at.line, row.state) for row in found]


def test_every_line_has_its_row_in_order() -> None:
    result = came(
        ANNA,
        refused=(Refused(code="no-date", at=line(4), value="x"),),
        left=(
            Left(code="no-days", at=line(3)),
            Left(code="as-here"),
            Left(code="column", at=line(1), value="Age"),
        ),
        questions=(Question(code="missing-entry", at=line(5), days=(day("2026-05-14"),)),),
    )
    found = rows(result)
    assert told(found) == [(2, "taken"), (3, "left"), (4, "refused"), (5, "asked")]
    assert counts(found) == {"taken": 1, "asked": 1, "refused": 1, "left": 1}
    assert [one.code for one in notes(result)] == ["as-here", "column"]
    assert found[3].exit == day("2026-05-14")


def test_two_lines_of_one_stay_are_one_row() -> None:
    result = Result(kind="text", travellers=(ANNA,), taken=(Taken(line(3), 0, stay=0), Taken(line(7), 0, stay=0)))
    (row,) = rows(result)
    assert row.lines == (3, 7)
    assert row.days == 20


def test_what_is_taken_may_be_asked_about_too() -> None:
    asked = Question(code="missing-exit", at=line(2), days=(day("2026-05-20"), day("2026-07-01")))
    (row,) = rows(came(traveller("DE", stay("2026-05-20"))), questions=(asked,))
    assert row.state == "taken"
    assert row.has("taken")
    assert row.has("asked")
    assert row.days is None


def test_what_was_there_and_what_clashes_is_told() -> None:
    result = came(traveller("DE", stay("2026-05-20", "2026-06-08"), stay("2026-06-01", "2026-06-20")))
    found = rows(result, case(ANNA))
    assert [(row.state, row.fate) for row in found] == [("left", "double"), ("asked", "asked")]


def test_both_rows_of_an_overlap_are_seen() -> None:
    days = ((day("2026-05-20"), day("2026-06-08")), (day("2026-06-01"), day("2026-06-20")))
    asked = Question(code="overlap", at=line(5), also=(line(4),), stays=days)
    found = rows(Result(kind="table", questions=(asked,)))
    assert [(row.at.line, row.entry) for row in found] == [(4, days[0][0]), (5, days[1][0])]


def test_a_question_about_the_whole_shows_the_stays_that_hang_on_it() -> None:
    stays: tuple[tuple[date, date | None], ...] = (
        (day("2026-05-20"), day("2026-06-08")),
        (day("2026-09-01"), None),
    )
    for number in (0, 1):
        asked = Question(code="other-state", at=line(number) if number else Origin(), stays=stays)
        found = rows(Result(kind="table", questions=(asked,)))
        assert [(row.lines, row.state, row.entry) for row in found] == [
            ((), "asked", day("2026-05-20")),
            ((), "asked", day("2026-09-01")),
        ]
    assert rows(Result(kind="table", questions=(Question(code="dates"),))) == ()


def test_a_permit_is_a_row_without_days() -> None:
    found = rows(came(traveller("DE", permits=[permit("2026-01-01", "2026-12-31", "rvp")])))
    assert [(row.permit, row.days, row.exit) for row in found] == [("rvp", None, day("2026-12-31"))]


def test_a_remark_on_a_row_that_is_taken_stands_there() -> None:
    (row,) = rows(came(ANNA, left=(Left(code="days-differ", at=line(2), value="19"),)))
    assert row.state == "taken"
    assert row.left is not None
    (alone,) = rows(Result(kind="table", left=(Left(code="days-differ", at=line(9), value="19"),)))
    assert alone.state == "left"
