"""Processes share the work, and none is left when it is done; what they do for a table is told in test_run.py."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from kzstay.batch import WORKER, workers
from kzstay.batch.form import head_of
from kzstay.batch.messages import Work
from kzstay.batch.pieces import Piece
from kzstay.batch.source import state_of
from kzstay.batch.workers import answered, command
from tests.batch.tables import order, table

ENTRY = Path(__file__).resolve().parents[2] / "packaging" / "entry.py"


def test_a_bundle_starts_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    assert command()[0] == sys.executable
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert command() == [sys.executable, WORKER]
    assert re.search(
        r"if sys.argv\[1:\] == \[WORKER\]:.*\n +from kzstay.batch.worker import serve", ENTRY.read_text()
    )


def test_answers_come_in_order_and_few_wait(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rows = [f"T{number},DE,,,,,,\n" for number in range(20)]
    path = tmp_path / "in.csv"
    text = table() + "".join(rows)
    path.write_bytes(text.encode())
    with path.open("rb") as stream:
        work = Work(str(path), state_of(stream), order(head_of(text.encode()).form))
    given: list[int] = []

    def pieces() -> Iterator[Piece]:
        place = len(table())
        for number, row in enumerate(rows):
            given.append(number)
            yield Piece(place, number + 2, row.encode(), place + len(row))
            place += len(row)

    names: list[str] = []
    for piece, result in answered(pieces(), work, 2):
        assert piece.data == b""
        assert len(given) <= len(names) + 4
        names.append(result.rows.decode().partition(",")[0])
    assert names == [f"T{number}" for number in range(20)]


def test_a_slow_process_is_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "_BLINK", 1e-6)
    test_answers_come_in_order_and_few_wait(tmp_path, monkeypatch)


def test_a_mistake_of_the_program_is_not_hidden(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    broken = "from kzstay.batch import worker; worker.Answers.answer = None; worker.serve()"
    monkeypatch.setattr(workers, "command", lambda: [sys.executable, "-P", "-c", broken])
    with pytest.raises(RuntimeError, match="TypeError"):
        test_answers_come_in_order_and_few_wait(tmp_path, monkeypatch)
