"""What the header of a table says, and where its rows are."""

from __future__ import annotations

import csv
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kzstay.batch.form import COLUMNS, NoHeader, NotUtf8, head_of, person_of, records, rows

Row = tuple[int, list[str]]
PLAIN = b"traveller,citizenship,entry,exit\n"


def test_the_columns_stand_in_any_order() -> None:
    head = head_of(b"exit,Traveller , ENTRY,citizenship,dept\nrest")
    assert head.form.places == (1, 3, 5, 5, 2, 0, 5, 5)
    assert (head.form.width, head.form.separator, head.form.mark) == (5, ",", False)
    assert (head.unused, head.start, head.line) == (["dept"], 40, 2)


def test_a_semicolon_and_a_mark_are_known() -> None:
    head = head_of(b"\xef\xbb\xbf" + ";".join(COLUMNS).encode() + b"\r\nrest")
    assert (head.form.separator, head.form.mark, head.form.places) == (";", True, tuple(range(8)))
    assert head.start == 3 + len(";".join(COLUMNS)) + 2


def test_a_header_may_have_a_line_break_in_quotation_marks() -> None:
    head = head_of(b'traveller,citizenship,entry,exit,"a\nb"\nrest')
    assert (head.start, head.line, head.unused) == (39, 3, ["a\nb"])


def test_a_header_alone_is_a_table() -> None:
    assert head_of(PLAIN.rstrip()).start == len(PLAIN) - 1


@pytest.mark.parametrize(
    ("data", "missing", "twice"),
    [
        (b"", ["traveller", "citizenship", "entry", "exit"], []),
        (b"traveller,citizenship,entry\n", ["exit"], []),
        (b"Anna,DE,2026-01-01,\n", ["traveller", "citizenship", "entry", "exit"], []),
        (b"traveller,citizenship,entry,exit,entry\n", [], ["entry"]),
    ],
)
def test_a_header_without_a_column_that_is_needed_is_none(
    data: bytes, missing: list[str], twice: list[str]
) -> None:
    with pytest.raises(NoHeader) as told:
        head_of(data)
    assert (list(told.value.missing), list(told.value.twice)) == (missing, twice)


@pytest.mark.parametrize(
    "data",
    [
        PLAIN.decode().encode("utf-16"),
        PLAIN.decode().encode("utf-16-le"),
        b"\xfe\xff" + PLAIN.decode().encode("utf-16-be"),
        "traveller,citizenship,entry,exit,отдел\n".encode("cp1251"),
    ],
)
def test_another_encoding_is_none(data: bytes) -> None:
    with pytest.raises(NotUtf8) as told:
        head_of(data)
    assert told.value.line == 1


def test_a_traveller_is_told_by_four_columns_whatever_their_spaces() -> None:
    form = head_of(PLAIN).form
    assert form.person([" Anna ", "de", "2026-01-01", ""]) == ("Anna", "DE", "", "")
    assert form.person(["Anna"]) == person_of("Anna", "", "", "")


@given(st.binary(max_size=200))
def test_the_rows_of_any_bytes_end_where_the_bytes_do(data: bytes) -> None:
    found = list(records(data, ","))
    assert (found[-1][0] if found else 0) == len(data)


@given(st.text(alphabet='ab,"\n\r;', max_size=60))
def test_lines_are_counted_as_they_are(text: str) -> None:
    data = text.encode()
    count = data.count(b"\n") + data.count(b"\r") - data.count(b"\r\n")
    found = list(records(data, ","))
    assert (found[-1][1] if found else 0) == count + (bool(text) and text[-1] not in "\r\n")


@given(st.text(alphabet='ab,;"\n\r\v\0\u2028\u00a0', max_size=60), st.sampled_from(",;"))
def test_rows_are_those_of_the_module_for_them(text: str, separator: str) -> None:
    reader, expected, before = csv.reader(StringIO(text, newline=""), delimiter=separator), list[Row](), 0
    for record in reader:
        expected.append((before, record or [""]))  # an empty line
        before = reader.line_num
    assert [(before, record or [""]) for before, record in rows(text, separator)] == expected
