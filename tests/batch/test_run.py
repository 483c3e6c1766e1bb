"""A whole table is answered, whoever does the work, and the result is there whole or not at all."""

from __future__ import annotations

import os
import subprocess
import sys
from io import BytesIO
from pathlib import Path
from threading import Thread
from types import SimpleNamespace
from typing import Any

import pytest

from kzstay.batch import run as module
from kzstay.batch import workers
from kzstay.batch.form import NoHeader, NotUtf8, any_length
from kzstay.batch.run import Files, run
from kzstay.batch.source import Changed, NotRead
from kzstay.batch.target import NotWritten
from kzstay.batch.workers import Gone
from tests.batch.tables import ERR, OUT, answered, cells, many, order, read, table

SIZE = 20_000


@pytest.fixture
def processes(monkeypatch: pytest.MonkeyPatch) -> list[subprocess.Popen[bytes]]:
    """List the processes that are started."""
    started: list[subprocess.Popen[bytes]] = []
    popen: Any = subprocess.Popen

    def start(*arguments: Any, **options: Any) -> subprocess.Popen[bytes]:  # noqa: ANN401
        started.append(popen(*arguments, **options))
        return started[-1]

    monkeypatch.setattr(workers.subprocess, "Popen", start)
    return started


def test_two_processes_answer_as_one_does(tmp_path: Path, processes: list[subprocess.Popen[bytes]]) -> None:
    text = many(900) + "X,DE,,,x,,,\n"
    one = answered(tmp_path, text, size=SIZE)
    assert processes == []
    two = answered(tmp_path, text, jobs=2, size=SIZE)
    assert len(processes) == 2
    assert (one[1], one[2], one[0]) == (two[1], two[2], two[0])
    assert one[0].answered == len(cells(one[1])) == 900
    assert (one[0].refused, one[0].refusals, [row["line"] for row in cells(one[2])]) == (
        1,
        1,
        [str(text.count("\n"))],
    )
    assert all(process.returncode is not None for process in processes)


def test_the_headers_are_a_contract(tmp_path: Path) -> None:
    _, result, errors = answered(tmp_path, table("A,DE,,,2026-11-11,,,"))
    assert result == (f"{OUT}\nA,DE,2026-11-22,lawful,2026-12-10,per-entry,18,12,78,0,2026-12-11,30,,,0\n")
    assert errors == f"{ERR}\n"


def test_the_result_is_written_as_the_table_is(tmp_path: Path) -> None:
    text = "\ufeff" + table("=A;DE;;;2026-11-11;;;", "Б;DE;;;x;;;").replace(",", ";")
    _, result, errors = answered(tmp_path, text)
    assert result.startswith("\ufefftraveller;citizenship;")
    assert result.splitlines()[1].startswith("'=A;DE;")
    assert errors.splitlines()[1].startswith("3;Б;entry;x;")


def test_a_table_of_nobody_has_a_result_of_nobody(tmp_path: Path) -> None:
    outcome, result, errors = answered(tmp_path, table())
    assert (outcome.answered, outcome.refused, outcome.usable) == (0, 0, True)
    assert (result, errors) == (f"{OUT}\n", f"{ERR}\n")


def test_where_nobody_can_be_answered_the_errors_alone_are_written(tmp_path: Path) -> None:
    (tmp_path / "out.csv").write_text("old")
    outcome, result, errors = answered(tmp_path, table("A,XX,,,,,,"))
    assert (outcome.usable, result, len(cells(errors))) == (False, "old", 1)


def test_who_comes_back_has_no_answer_and_both_lines_are_told(tmp_path: Path) -> None:
    rows = [f"T{number},DE,,,2026-01-01,2026-01-05,," for number in range(2000)]
    again = table(*rows, '"T7",DE,,,2026-03-01,2026-03-05,,', "T8,DE,,1990-01-01,,,,")
    for jobs in (1, 2):
        outcome, result, errors = answered(tmp_path, again, jobs=jobs, size=SIZE)
        assert [(row["line"], row["traveller"], row["field"]) for row in cells(errors)] == [
            ("2002", "T7", "traveller")
        ]
        assert "line 9" in cells(errors)[0]["reason"]
        names = [row["traveller"] for row in cells(result)]
        assert names == [*(f"T{number}" for number in range(2000) if number != 7), "T8"]
        assert (outcome.answered, outcome.refused) == (2000, 2)


def test_who_comes_back_after_a_wrong_row_has_no_answer_either(tmp_path: Path) -> None:
    rows = (
        "A,DE,,,x,,,",
        '"B\n""",DE,,,,,,',
        "A,DE,,,2026-11-11,,,",
        "C,DE,,,,,,",
        "C ,XX,,,,,,",
        '"B\n""",de,,,,,,',
    )
    outcome, result, errors = answered(tmp_path, table(*rows))
    assert [row["traveller"] for row in cells(result)] == ["C"]
    told = [(row["line"], row["traveller"]) for row in cells(errors)]
    assert told == [("2", "A"), ("7", "C"), ("5", "A"), ("8", 'B\n"')]
    assert (outcome.answered, outcome.refused) == (1, 5)


def test_how_far_it_is_is_told(tmp_path: Path) -> None:
    path = tmp_path / "in.csv"
    path.write_text(many(900), encoding="utf-8")
    for jobs in (1, 2):
        heard: list[tuple[int, int | None, int]] = []

        def hear(*told: Any, heard: list[Any] = heard) -> None:  # noqa: ANN401
            heard.append(told)

        run(Files(path, tmp_path / "out.csv", None), order, jobs, hear, SIZE)
        assert heard[-1] == (path.stat().st_size, path.stat().st_size, 900)
        assert heard == sorted(heard)
        assert len(heard) > 2


@pytest.mark.parametrize("jobs", [1, 2])
@pytest.mark.parametrize(
    ("said", "number"), [(KeyboardInterrupt(), 1), (OSError(28, "No space"), 1), (SystemExit(143), 2)]
)
def test_who_is_interrupted_leaves_the_old_file_and_nothing_else(
    said: BaseException, number: int, jobs: int, tmp_path: Path, processes: list[subprocess.Popen[bytes]]
) -> None:
    path, out, err = (tmp_path / name for name in ("in.csv", "out.csv", "err.csv"))
    path.write_text(many(900), encoding="utf-8")
    out.write_text("old")
    heard: list[int] = []

    def stop(*_: object) -> None:
        heard.append(1)
        if len(heard) == number:
            raise said

    with pytest.raises((type(said), NotWritten)):
        run(Files(path, out, err), order, jobs, stop, SIZE)
    assert sorted(one.name for one in tmp_path.iterdir()) == ["in.csv", "out.csv"]
    assert read(out) == "old"
    assert len(processes) == (2 if jobs == 2 else 0)
    assert all(process.returncode is not None for process in processes)


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_table_that_is_changed_while_it_is_read_is_not_answered(jobs: int, tmp_path: Path) -> None:
    path = tmp_path / "in.csv"
    path.write_text(many(900), encoding="utf-8")

    def cut(*_: object) -> None:
        with path.open("r+b") as file:
            file.truncate(30_000)

    with pytest.raises(Changed):
        run(Files(path, tmp_path / "out.csv", None), order, jobs, cut, SIZE)
    assert [one.name for one in tmp_path.iterdir()] == ["in.csv"]


@pytest.mark.parametrize("jobs", [1, 2])
def test_another_encoding_far_behind_is_told_with_its_line(jobs: int, tmp_path: Path) -> None:
    data = table(*(f"T{number},DE,,,,,," for number in range(3000))).encode() + "Я,DE,,,,,,\n".encode("cp1251")
    with pytest.raises(NotUtf8) as told:
        answered(tmp_path, data, jobs=jobs, size=SIZE)
    assert told.value.line == 3002


def test_a_process_that_ends_is_told_of(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "command", lambda: [sys.executable, "-c", "pass"])
    with pytest.raises(Gone):
        answered(tmp_path, many(900), jobs=2, size=SIZE)
    assert [one.name for one in tmp_path.iterdir()] == ["in.csv"]


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_text_may_be_as_long_as_a_piece(jobs: int, tmp_path: Path) -> None:
    name = "A" * 300_000  # more than the module of the standard library reads as it is
    outcome, result, _ = answered(tmp_path, table(f"{name},DE,,,,,,", "B,DE,,,,,,"), jobs=jobs, size=SIZE)
    with any_length():
        assert (outcome.answered, cells(result)[0]["traveller"] == name) == (2, True)


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_mark_that_is_never_closed_is_one_row(jobs: int, tmp_path: Path) -> None:
    rows = ['"B,DE,,,,,,', *["C,DE,,,,,,"] * 2_000_000]  # more than csv is told to read in a field
    outcome, _, errors = answered(tmp_path, table("A,DE,,,,,,", *rows), jobs=jobs, size=SIZE)
    with any_length():
        assert (outcome.answered, {row["line"] for row in cells(errors)}) == (1, {"3"})


def test_standard_input_and_output_are_tables_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, processes: list[subprocess.Popen[bytes]]
) -> None:
    text = many(900)
    expected = answered(tmp_path, text, size=SIZE)[1]
    out = BytesIO()
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=BytesIO(text.encode())))
    monkeypatch.setattr(sys, "stdout", SimpleNamespace(buffer=out))
    heard: list[int | None] = []
    outcome = run(Files(None, None, None), order, 4, lambda done, whole, people: heard.append(whole), SIZE)
    assert (out.getvalue().decode(), outcome.answered, processes) == (expected, 900, [])
    assert set(heard) == {None}


@pytest.mark.parametrize(
    ("table_of", "result", "error"),
    [("nowhere.csv", "out.csv", NotRead), ("in.csv", "nowhere/out.csv", NotWritten), (".", "out.csv", NotRead)],
)
def test_what_cannot_be_read_or_written_is_told(
    table_of: str, result: str, error: type[Exception], tmp_path: Path
) -> None:
    (tmp_path / "in.csv").write_text(table("A,DE,,,,,,"))
    with pytest.raises(error):
        run(Files(tmp_path / table_of, tmp_path / result, None), order, 1, lambda *_: None)
    assert [one.name for one in tmp_path.iterdir()] == ["in.csv"]


@pytest.mark.skipif(os.name != "posix", reason="elsewhere there are no such pipes")
def test_a_pipe_with_a_name_is_read_by_one(tmp_path: Path, processes: list[subprocess.Popen[bytes]]) -> None:
    path, text = tmp_path / "pipe", many(900)
    os.mkfifo(path)
    writer = Thread(target=lambda: path.write_text(text, encoding="utf-8"))
    writer.start()
    outcome = run(Files(path, tmp_path / "out.csv", None), order, 2, lambda *_: None, SIZE)
    writer.join()
    assert (outcome.answered, processes) == (900, [])


def test_where_there_is_no_room_for_a_process_that_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workers, "command", lambda: [str(tmp_path / "nowhere")])
    with pytest.raises(Gone):
        answered(tmp_path, many(900), jobs=2, size=SIZE)


def test_a_table_without_a_header_is_none(tmp_path: Path) -> None:
    with pytest.raises(NoHeader):
        answered(tmp_path, "")


@pytest.mark.parametrize(
    ("length", "processors", "jobs"), [(1000, 8, 1), (1 << 23, 8, 3), (1 << 30, 8, 8), (1 << 30, None, 1)]
)
def test_no_more_processes_are_started_than_it_is_worth(
    length: int, processors: int | None, jobs: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int] = []

    def note(cut: object, work: object, jobs: int) -> list[Any]:
        asked.append(jobs)
        return []

    state = 1, length, 1
    monkeypatch.setattr(module, "answered", note)
    monkeypatch.setattr(module, "state_of", lambda stream: state)
    monkeypatch.setattr(module.os, "cpu_count", lambda: processors)
    answered(tmp_path, table("A,DE,,,,,,"), jobs=None)
    assert asked == ([jobs] if jobs > 1 else [])
