"""Tables are written whole or not at all, as the table that was read is."""

from __future__ import annotations

import csv
import os
import sys
from io import BytesIO, StringIO
from pathlib import Path
from threading import Thread
from types import SimpleNamespace
from typing import BinaryIO, cast

import pytest

from kzstay.batch.form import head_of
from kzstay.batch.target import NotWritten, destination, taken_out, write_header, write_rows

FORM = head_of(b"traveller,citizenship,entry,exit\n").form


def test_a_file_takes_its_place_at_the_end(tmp_path: Path) -> None:
    path = tmp_path / "out.csv"
    path.write_text("old")
    with destination(path) as file:
        file.write(b"new")
        assert path.read_text() == "old"
    assert (path.read_text(), [one.name for one in tmp_path.iterdir()]) == ("new", ["out.csv"])


def test_a_link_goes_on_leading_to_its_file(tmp_path: Path) -> None:
    path, link = tmp_path / "out.csv", tmp_path / "link.csv"
    path.write_text("old")
    link.symlink_to(path)
    with destination(link) as file:
        file.write(b"new")
    assert (link.is_symlink(), path.read_text()) == (True, "new")


@pytest.mark.skipif(os.name != "posix", reason="elsewhere there are no such pipes")
def test_a_pipe_gets_all_of_it(tmp_path: Path) -> None:
    path, got = tmp_path / "pipe", list[bytes]()
    os.mkfifo(path)
    reader = Thread(target=lambda: got.append(path.read_bytes()))
    reader.start()
    with destination(path) as file:
        file.write(b"all")
    reader.join()
    assert (got, path.is_fifo()) == ([b"all"], True)


def test_standard_output_gets_it_at_the_end(monkeypatch: pytest.MonkeyPatch) -> None:
    out = BytesIO()
    monkeypatch.setattr(sys, "stdout", SimpleNamespace(buffer=out))
    with destination(None) as file:
        file.write(b"all")
        assert out.getvalue() == b""
    assert out.getvalue() == b"all"


def test_standard_output_that_was_closed_is_told_of(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    with pytest.raises(NotWritten), destination(None):
        pass


@pytest.mark.parametrize("name", ["nowhere/out.csv", "x" * 300, "a\0b", "."])
def test_what_cannot_be_written_is_told(name: str, tmp_path: Path) -> None:
    with pytest.raises(NotWritten) as told, destination(tmp_path / name):
        pass
    assert told.value.path == tmp_path / name


def test_no_text_becomes_a_formula() -> None:
    file = BytesIO()
    write_header(cast("BinaryIO", file), FORM, ["line", "value"])
    write_rows(cast("BinaryIO", file), FORM, [(2, "=A1"), (3, "a,b")])
    write_rows(None, FORM, [(1, "nobody")])
    assert file.getvalue() == b'line,value\n2,\'=A1\n3,"a,b"\n'


@pytest.mark.parametrize("end", ["\r", "\n", "\r\n"])
def test_no_end_of_a_line_in_a_text_ends_a_row(end: str) -> None:
    file, rows = BytesIO(), [["A" + end + "=1+1", "x"], ["B", "y"]]
    write_rows(cast("BinaryIO", file), FORM, rows)
    assert list(csv.reader(StringIO(file.getvalue().decode(), newline=""))) == rows


def test_rows_are_taken_out_with_their_line_breaks() -> None:
    file = BytesIO()
    rows = [("A", 1), ("B\nb", 2), ('C"', 3), ("=D\r\n", 4), ("E", 5)]
    write_header(cast("BinaryIO", file), FORM, ["traveller", "days"])
    write_rows(cast("BinaryIO", file), FORM, rows)
    assert taken_out(cast("BinaryIO", file), FORM, {1, 3}) == {1: "B\nb", 3: "=D\r\n"}
    assert file.getvalue().decode() == 'traveller,days\nA,1\n"C""",3\nE,5\n'
