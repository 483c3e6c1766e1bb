from __future__ import annotations

import time

from kzstay.imports.separators import LONGEST_LINE, MOST_CELLS, STRAY_QUOTES, cuts
from tests.imports.told import TODAY, refused, stays, told

HEAD = "Entry,Exit,Note\n"
ROW = "2026-03-01,2026-03-05,"


def test_the_likeliest_separator_comes_first() -> None:
    text = 'Entry;Exit;Note\n2026-03-01;2026-03-05;"a, b"\n2026-04-01;2026-04-05;c, d\n'
    first = next(iter(cuts(text, TODAY)))
    assert first.grid.rows[1].cells == ("2026-03-01", "2026-03-05", "a, b")


def test_quoted_lines_count_for_the_lines_after_them() -> None:
    found = told(f'{HEAD}{ROW}"one\ntwo\nthree"\n2026-04-01,soon,\n')
    assert refused(found) == [("no-date", 5, "soon")]
    assert found.travellers[0].stays[0].note == "one two three"


def test_quote_that_nothing_closes_takes_no_other_row_with_it() -> None:
    found = told(f'{HEAD}{ROW}"never closed\n2026-04-01,2026-04-05,x\n')
    assert stays(found) == [("2026-03-01", "2026-03-05"), ("2026-04-01", "2026-04-05")]


def test_many_stray_quotes() -> None:
    rows = "".join(f'2026-03-{day:02},2026-03-{day:02},"{day}\n' for day in range(1, STRAY_QUOTES + 6))
    assert len(stays(told(f"{HEAD}{rows}"))) == STRAY_QUOTES + 5


def test_quotes_that_close_in_another_row_swallow_none() -> None:
    found = told(f'{HEAD}{ROW}"one\n2026-04-01,2026-04-05,"two\n2026-05-01,2026-05-05,"a, b"\n')
    assert [one.note for one in found.travellers[0].stays] == ['"one', '"two', "a, b"]


def test_quote_within_a_word_is_a_letter() -> None:
    found = told(f'{HEAD}{ROW}5" pipe\n2026-04-01,2026-04-05,x\n')
    assert found.travellers[0].stays[0].note == '5" pipe'


def test_cell_of_ten_megabytes_is_refused_with_its_row() -> None:
    begun = time.process_time()
    found = told(f"{HEAD}{ROW}{'x' * 10_000_000}\n2026-04-01,2026-04-05,ok\n")
    assert refused(found) == [("too-long", 2, str(10_000_000 + len(ROW)))]
    assert stays(found) == [("2026-04-01", "2026-04-05")]
    assert len(found.refused[0].at.text) <= 200
    assert time.process_time() - begun < 30  # a guard against going through it letter by letter, no measurement


def test_row_of_a_million_columns_is_refused() -> None:
    assert refused(told(f"{HEAD}{',' * 1_000_000}\n{ROW}x\n"))[0][:2] == ("too-long", 2)
    wide = "," * (MOST_CELLS + 5)
    assert refused(told(f"{HEAD}{wide}\n{ROW}x\n")) == [("columns", 2, str(MOST_CELLS + 6))]
    assert len(wide) < LONGEST_LINE


def test_line_ends_of_every_system() -> None:
    for end in ("\n", "\r\n", "\r"):
        found = told(f"Entry;Exit{end}2026-03-01;2026-03-05{end}x;y{end}")
        assert refused(found) == [("no-date", 3, "x")]


def test_sign_that_keeps_a_text_from_being_a_formula_is_taken_away() -> None:
    found = told("Name,Entry,Exit,Note\n'=1+1,2026-03-01,2026-03-05,''+x\n'Abd,2026-03-01,2026-03-05,'tis\n")
    assert [one.name for one in found.travellers] == ["=1+1", "'Abd"]
    assert [one.stays[0].note for one in found.travellers] == ["'+x", "'tis"]
