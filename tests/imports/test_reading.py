"""A source is read as what it holds."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from kzstay.core.case import Case
from kzstay.files.codec import encode
from kzstay.imports import reading
from kzstay.imports.result import ImportFileError
from tests.helpers import stay, traveller
from tests.imports.building import NOTHING_SAID, TODAY


def code(path: Path) -> str:
    with pytest.raises(ImportFileError) as caught:
        reading.read_file(path, TODAY, NOTHING_SAID)
    return caught.value.code


def test_a_case_of_our_own_comes_as_it_is(tmp_path: Path) -> None:
    anna = traveller("DE", stay("2026-03-05", "2026-03-28", note="=1"), host="small")
    path = tmp_path / "anna.txt"
    path.write_bytes(encode(Case(travellers=(anna,))))
    found = reading.read_file(path, TODAY, NOTHING_SAID)
    assert found.travellers == (anna,)
    assert found.whole


def test_what_cannot_be_read_is_told_by_a_code(tmp_path: Path) -> None:
    assert code(tmp_path / "none.csv") == "absent"
    assert code(tmp_path / "a\0b.csv") == "absent"
    assert code(tmp_path) == "folder"
    empty = tmp_path / "empty.csv"
    empty.write_text(" \n\n", encoding="utf-8")
    assert code(empty) == "empty"
    empty.write_text("Nothing of all this is a stay.", encoding="utf-8")
    assert code(empty) == "unknown"


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path) -> None:
    large = tmp_path / "large.csv"
    with large.open("wb") as file:
        file.truncate(reading.LARGEST + 1)
    assert code(large) == "too-large"


def test_a_file_that_changes_meanwhile_is_not_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "list.csv"
    path.write_text("entry,exit\n2026-03-05,2026-03-28\n", encoding="utf-8")
    whole = Path.read_bytes

    def slowly(self: Path) -> bytes:
        data = whole(self)
        with self.open("ab") as file:
            file.write(b"2026-05-05,2026-05-28\n")
        os.utime(self, ns=(1, 1))
        return data

    monkeypatch.setattr(Path, "read_bytes", slowly)
    assert code(path) == "changed"


def test_a_file_that_may_not_be_read_says_why(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "list.csv"
    path.write_text("x", encoding="utf-8")

    def denied(self: Path) -> bytes:
        raise PermissionError(13, "Permission denied", str(self))

    monkeypatch.setattr(Path, "read_bytes", denied)
    with pytest.raises(ImportFileError) as caught:
        reading.read_file(path, TODAY, NOTHING_SAID)
    assert (caught.value.code, caught.value.number) == ("unreadable", 13)
