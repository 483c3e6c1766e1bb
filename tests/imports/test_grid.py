"""Rows of cells, as they are told again."""

from __future__ import annotations

from datetime import date

from kzstay.imports.grid import SHOWN, Grid, Row, said


def test_a_row_is_told_by_its_cells_on_one_line() -> None:
    row = Row(7, ("Li\n Na", None, "", date(2026, 3, 5), 46145.0, 1.5))
    assert Grid((row,), "Sheet1").origin(row).text == "Li Na · 2026-03-05 · 46145 · 1.5"
    assert (Grid((row,), "Sheet1").origin(row).line, Grid((row,), "Sheet1").origin(row).sheet) == (7, "Sheet1")


def test_a_long_row_is_cut() -> None:
    row = Row(1, ("x" * 999,))
    assert len(Grid((row,)).origin(row).text) == SHOWN
    assert said("a\0b") == "a b"
