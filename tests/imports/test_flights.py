from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kzstay.imports import flights
from kzstay.imports.grid import Grid, Row
from kzstay.imports.result import Answers, ImportFileError
from tests.imports.told import TODAY, asked, left, refused, source, stays, told


def test_a_log_of_flights() -> None:
    found = told(source("openflights.csv"))
    assert stays(found) == [("2026-03-02", "2026-03-21"), ("2026-05-14", "2026-06-02")]
    (landing,), (change,) = asked(found, "arrival-day"), asked(found, "transit")
    assert [day.isoformat() for day in landing.days] == ["2026-05-14", "2026-05-15"]
    assert change.samples[0] == "TAS – ALA – ICN"
    assert left(found, "domestic") == [(3, "ALA – NQZ")]
    answers = {landing.id: "2026-05-15", change.id: "border"}
    assert stays(told(source("openflights.csv"), chosen=answers))[1:] == [
        ("2026-05-15", "2026-06-02"),
        ("2026-07-01", "2026-07-01"),
    ]


@pytest.mark.parametrize(
    ("row", "entry", "is_asked"),
    [
        ("2026-03-02 10:30,IST,ALA,05:15,,", "2026-03-02", False),
        ("2026-03-02 20:30,IST,ALA,5h 15m,,", "2026-03-03", False),
        ("2026-03-02,IST,ALA,05:15,20:30,", "2026-03-03", False),
        ("2026-03-02,IST,ALA,,20:30,03:45", "2026-03-03", False),
        ("2026-03-02,IST,ALA,,10:30,17:45", "2026-03-02", False),
        ("2026-03-02,IST,ALA,,,2026-03-03 03:45", "2026-03-03", False),
        ("2026-03-02,IST,ALA,,10:30,", "2026-03-02", True),
        ("2026-03-02,IST,ALA,05:15,,", "2026-03-02", True),
        ("2026-03-02,Istanbul (IST/LTFM),Almaty (ALA/UAAA),05:15,20:30,", "2026-03-03", False),
    ],
)
def test_the_landing_is_worked_out_where_it_can_be(row: str, entry: str, is_asked: bool) -> None:
    found = told(f"Date,From,To,Duration,Dep time,Arr time\n{row}\n2026-03-21,ALA,IST,,,\n")
    assert stays(found) == [(entry, "2026-03-21")]
    assert bool(asked(found, "arrival-day")) is is_asked


def test_a_flight_that_did_not_go_is_left_out() -> None:
    heads = "Date,From,To,Canceled\n"
    found = told(f"{heads}2026-03-02,TAS,ALA,true\n2026-03-03,TAS,ALA,false\n")
    assert stays(found) == [("2026-03-03", None)]
    assert left(found, "not-a-trip") == [(2, "")]


def test_rows_that_cannot_be_used_are_refused() -> None:
    found = told("Date,From,To\n31.02.2026,TAS,ALA\n2026-03-02,,ALA\n03.03.1800,TAS,ALA\n2026-04-01,TAS,ALA\n")
    assert [(code, line) for code, line, _ in refused(found)] == [("no-date", 2), ("value", 3), ("year", 4)]


def test_the_order_of_day_and_month_is_asked() -> None:
    written = "Date,From,To\n03/04/2026,TAS,ALA\n05/04/2026,ALA,TAS\n"
    (question,) = asked(told(written), "dates")
    assert stays(told(written)) == []
    assert stays(told(written, chosen={question.id: "dmy"})) == [("2026-04-03", "2026-04-05")]


@pytest.mark.parametrize(
    "rows",
    [
        [("From", "To"), ("2026-03-02", "2026-03-21")],
        [("From", "To"), ("Tom", "Anna"), ("Ben", "Max")],
        [("From", "Date"), ("TAS", "2026-03-02")],
        [("From", "To")],
        [],
    ],
)
def test_other_tables_are_none(rows: list[tuple[str, ...]]) -> None:
    grid = Grid(tuple(Row(number, cells) for number, cells in enumerate(rows, 1)))
    assert flights.evidence(grid, TODAY, Answers()) is None


CELLS = st.sampled_from(
    ["ALA", "IST", "NQZ", "2026-03-02", "99:99", "23:55", "1/2/2026", "", "x", "9999-12-31", "0001-01-01"]
)


@given(st.lists(st.tuples(CELLS, CELLS, CELLS, CELLS, CELLS), max_size=8))
def test_any_log_is_read_or_refused(rows: list[tuple[str, ...]]) -> None:
    lines = "\n".join(",".join(row) for row in rows)
    with suppress(ImportFileError):
        told(f"Date,From,To,Duration,Arr time\n{lines}\n2026-05-05,ALA,IST,1:00,2:00\n")
