"""A table is opened, and a change of it is seen."""

from __future__ import annotations

import errno
import sys
from io import BytesIO
from pathlib import Path
from types import SimpleNamespace
from typing import BinaryIO, cast

import pytest

from kzstay.batch.source import NotRead, opened, read, state_of


def test_what_another_program_writes_is_seen(tmp_path: Path) -> None:
    path = tmp_path / "in.csv"
    path.write_text("A")
    with opened(path) as table:
        before = state_of(table)
        assert (read(table, 5), read(table, 0), state_of(table)) == (b"A", b"", before)
        path.write_text("AB")
        assert state_of(table) != before


def test_standard_input_is_a_table(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=BytesIO(b"A")))
    with opened(None) as table:
        assert read(table, 5) == b"A"


def test_standard_input_that_was_closed_is_told_of(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    with pytest.raises(NotRead) as told, opened(None):
        pass
    assert told.value.error.errno == errno.EBADF


@pytest.mark.parametrize("name", ["nowhere.csv", ".", "a\0b"])
def test_what_cannot_be_opened_is_told(name: str, tmp_path: Path) -> None:
    with pytest.raises(NotRead) as told, opened(tmp_path / name):
        pass
    assert told.value.error.errno


def test_what_cannot_be_read_on_is_told() -> None:
    def refuse(count: int) -> bytes:
        raise OSError(5, "Input/output error")

    with pytest.raises(NotRead):
        read(cast("BinaryIO", SimpleNamespace(read=refuse)), 5)
