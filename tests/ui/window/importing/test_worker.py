"""The worker: what is quick is there at once, what is slow is waited for, and the last work counts."""

from __future__ import annotations

from threading import Event

import pytest
from pytestqt.qtbot import QtBot

from kzstay.ui.window.importing import worker as workers
from kzstay.ui.window.importing.worker import Worker


def heard(worker: Worker) -> list[object]:
    said: list[object] = []
    worker.done.connect(said.append)
    worker.failed.connect(said.append)
    worker.slow.connect(lambda: said.append("slow"))
    return said


def test_what_is_quick_is_there_at_once(qtbot: QtBot) -> None:
    worker = Worker()
    said = heard(worker)
    worker.begin(lambda: 7)
    qtbot.waitUntil(lambda: said == [7])
    assert not worker.running


def test_an_error_is_told(qtbot: QtBot) -> None:
    worker, error = Worker(), ValueError("no")

    def fail() -> object:
        raise error

    said = heard(worker)
    worker.begin(fail)
    qtbot.waitUntil(lambda: said == [error])


def test_what_takes_long_is_told_once(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "PATIENCE", 0.0)
    worker, go_on = Worker(), Event()
    said = heard(worker)
    worker.begin(lambda: go_on.wait(10))
    assert worker.running
    qtbot.wait(60)
    assert said == ["slow"]
    go_on.set()
    qtbot.waitUntil(lambda: said == ["slow", True])


def test_only_the_last_work_is_heard_of(qtbot: QtBot) -> None:
    worker, go_on = Worker(), Event()
    said = heard(worker)
    worker.begin(lambda: go_on.wait(10) and "first")
    worker.begin(lambda: "second")
    go_on.set()
    qtbot.waitUntil(lambda: said == ["second"])
    qtbot.wait(60)
    assert said == ["second"]


def test_what_is_stopped_is_not_heard_of(qtbot: QtBot) -> None:
    worker, go_on = Worker(), Event()
    said = heard(worker)
    worker.begin(lambda: go_on.wait(10))
    worker.stop()
    go_on.set()
    qtbot.wait(60)
    assert said == []
    assert not worker.running
