from __future__ import annotations

from kzstay.imports.grid import Grid, Row
from kzstay.imports.gridded import evidence, joined
from kzstay.imports.result import Answers
from tests.imports.told import TODAY, stays, told


def grid(*rows: tuple[object, ...]) -> Grid:
    return Grid(tuple(Row(number, cells) for number, cells in enumerate(rows, 1)))  # type: ignore[arg-type]


def test_grid_that_says_nothing() -> None:
    assert evidence(grid(), TODAY, Answers()) is None
    assert evidence(grid(("a", "b"), ("c", "d")), TODAY, Answers()) is None
    assert evidence(grid(("Name", "Type"), ("Goal", "days")), TODAY, Answers()) is None
    assert joined([]) is None


def test_rows_without_heads_need_all_of_them_to_be_alike() -> None:
    days = ("2026-03-01", "2026-03-05")
    assert evidence(grid(days, ("2026-04-01", "")), TODAY, Answers())
    assert evidence(grid(days, ("and then", "2026-04-01")), TODAY, Answers()) is None
    assert evidence(grid(("2026-03-01", ""), ("2026-04-01", "")), TODAY, Answers()) is None
    assert evidence(grid((*days, "2026-04-01"), (*days, "x")), TODAY, Answers()) is None
    assert evidence(grid((*days, "x", "y")), TODAY, Answers()) is None


def test_two_tables_one_after_another() -> None:
    found = told(
        "Entry;Exit\n2026-03-01;2026-03-05\n\nDate;Direction;Place\n2026-04-01;Entry;ALA\n2026-04-05;Exit;ALA\n"
    )
    assert stays(found) == [("2026-03-01", "2026-03-05"), ("2026-04-01", "2026-04-05")]


def test_flights_are_read_as_such() -> None:
    found = told("Date,From,To\n2026-03-02,IST,ALA\n2026-03-21,NQZ,FRA\n")
    assert stays(found) == [("2026-03-02", "2026-03-21")]
