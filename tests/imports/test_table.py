from __future__ import annotations

from tests.imports.told import asked, left, refused, stays, told


def test_lines_of_rows_are_those_of_the_file() -> None:
    found = told("\n\nTitle\n\nEntry;Exit\n\n2026-03-01;2026-03-05\n\nsoon;\n")
    assert found.taken[0].at.line == 7
    assert refused(found) == [("no-date", 9, "soon")]


def test_shorter_rows_are_taken_and_longer_ones_refused() -> None:
    found = told("Name,Entry,Exit,Note\nA,2026-03-01\nB,2026-03-01,2026-03-05,x,,\nC,2026-03-01,2026-03-05,x,,y\n")
    assert [one.name for one in found.travellers] == ["A", "B"]
    assert refused(found) == [("columns", 4, "y")]


def test_total_in_each_language() -> None:
    for word in ("Total", "ИТОГО:", "Всего дней", "Жиыны", "Барлығы"):
        assert left(told(f"Entry;Exit;Days\n2026-03-01;2026-03-05;5\n{word};;5\n"), "total") == [(3, "")]


def test_day_that_waits_holds_its_row_back() -> None:
    found = told("Entry;Exit\n2026-09-01;2026-09-05\n03/04/2026;05/04/2026\n")
    assert stays(found) == [("2026-09-01", "2026-09-05")]
    assert asked(found, "dates")
    assert found.refused == ()


def test_two_rows_of_one_person_by_number() -> None:
    found = told("Staff no,Name,Entry,Exit\n7,Ann Lee,2026-03-01,2026-03-05\n7,LEE Ann,2026-05-01,2026-05-05\n")
    assert len(found.travellers) == 1
