"""A process answers what it is asked, and ends with who asked."""

from __future__ import annotations

import subprocess
import sys
from io import BytesIO
from pathlib import Path
from types import SimpleNamespace
from typing import Any, BinaryIO, cast

import msgspec
import pytest

from kzstay.batch import worker as module
from kzstay.batch.form import head_of
from kzstay.batch.messages import Answer, Part, Work, receive, send
from kzstay.batch.source import state_of
from kzstay.batch.worker import answer_all, serve
from kzstay.batch.workers import command
from tests.batch.tables import order, table

TEXT = table("A,DE,,,2026-11-11,,,", "B,DE,,,x,,,")


@pytest.fixture
def work(tmp_path: Path) -> Work:
    path = tmp_path / "in.csv"
    path.write_bytes(TEXT.encode())
    with path.open("rb") as stream:
        return Work(str(path), state_of(stream), order(head_of(TEXT.encode()).form))


def asked(*messages: msgspec.Struct) -> BinaryIO:
    stream = cast("BinaryIO", BytesIO())
    for message in messages:
        send(stream, message)
    stream.seek(0)
    return stream


def answers(*messages: msgspec.Struct) -> list[Answer]:
    told = BytesIO()
    answer_all(asked(*messages), cast("BinaryIO", told))
    told.seek(0)
    return list(iter(lambda: receive(cast("BinaryIO", told), Answer), None))  # type: ignore[arg-type]


def part(start: int = TEXT.index("A,"), size: int | None = None) -> Part:
    return Part(start, len(TEXT) - start if size is None else size, 2)


def test_parts_are_answered_one_after_another(work: Work) -> None:
    both, second = answers(work, part(), part(TEXT.index("B,")))
    assert both.result is not None
    assert second.result is not None
    assert (both.result.answered, both.result.travellers, second.result.travellers) == (1, 2, 1)
    assert answers() == []


def test_a_table_that_was_changed_is_told_of(work: Work) -> None:
    assert answers(work, part(size=10_000)) == [Answer(changed=True)]
    Path(work.path).write_text("x")
    assert answers(work, part()) == [Answer(changed=True)]


def test_another_encoding_is_told_of(tmp_path: Path, work: Work) -> None:
    path = tmp_path / "in.csv"
    path.write_bytes(TEXT.encode() + b"\xff,DE,,,,,,\n")
    with path.open("rb") as stream:
        later = msgspec.structs.replace(work, state=state_of(stream))
    assert answers(later, Part(part().start, path.stat().st_size - part().start, 2)) == [Answer(not_utf8=4)]


def test_what_is_wrong_with_the_program_is_told(work: Work, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: Any) -> None:  # noqa: ANN401
        raise ZeroDivisionError

    monkeypatch.setattr(module.Answers, "answer", broken)
    (told,) = answers(work, part())
    assert "ZeroDivisionError" in told.error


def test_it_ends_where_nobody_asks_any_more(work: Work, monkeypatch: pytest.MonkeyPatch) -> None:
    ended: list[int] = []
    out = BytesIO()
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=asked(work, part())))
    monkeypatch.setattr(sys, "stdout", SimpleNamespace(buffer=out))
    monkeypatch.setattr(module.os, "_exit", ended.append)
    serve()
    assert (ended, len(out.getvalue()) > 8) == ([0], True)


def test_a_process_reads_no_qt_in(work: Work) -> None:
    program = command()[-1].replace("serve()", "import sys, os; end = os._exit; os._exit = lambda code: (")
    program += (
        "sys.stderr.write(' '.join(name for name in sys.modules if name.startswith(('PySide6', 'kzstay.ui')))"
        " or 'none'), sys.stderr.flush(), end(code)); serve()"
    )
    done = subprocess.run(
        [*command()[:-1], program],
        input=asked(work, part()).read(),
        env={"PYTHONPATH": ":".join(sys.path)},
        capture_output=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, b"none")
    told = receive(cast("BinaryIO", BytesIO(done.stdout)), Answer)
    assert told is not None
    assert told.result is not None
