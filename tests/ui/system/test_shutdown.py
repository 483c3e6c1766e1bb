from __future__ import annotations

import errno
import os
import signal
from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from kzstay.files import store
from kzstay.files.store import open_case as read_case
from kzstay.ui.system.folders import unsaved_path
from kzstay.ui.system.shutdown import WORDS, close_with_the_system
from kzstay.ui.window.main_window import MainWindow
from tests.helpers import stay, traveller
from tests.ui.conftest import OpenCase
from tests.ui.sessions import type_text

pytestmark = [pytest.mark.skipif(os.name != "posix", reason="signals of POSIX"), pytest.mark.fresh_window]


@pytest.fixture(autouse=True)
def signals() -> Iterator[None]:
    """Give the process back as it was."""
    before = {name: signal.getsignal(getattr(signal, name)) for name in WORDS}
    yield
    signal.set_wakeup_fd(-1)
    for name, handler in before.items():
        signal.signal(getattr(signal, name), handler)


@pytest.mark.parametrize("name", WORDS)
def test_a_program_that_is_told_to_end_saves_what_was_just_changed(
    open_case: OpenCase, qtbot: QtBot, name: str
) -> None:
    window = open_case(traveller("DE", stay("2026-11-11")))
    close_with_the_system(window, window.end_unasked)
    type_text(window.session(), 0, "note", "by train")
    os.kill(os.getpid(), getattr(signal, name))
    qtbot.waitUntil(lambda: not window.isVisible())
    path = window.case_file.path
    assert path is not None
    assert read_case(path).document.case.travellers[0].stays[0].note == "by train"


def test_a_signal_does_nothing_in_the_middle_of_what_runs(
    open_case: OpenCase, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_case(traveller("DE", stay("2026-11-11")))
    close_with_the_system(window, window.end_unasked)
    session, stamp = window.session(), store.Stamp
    seen: list[bool] = []

    def told_to_end(*fields: Any) -> store.Stamp:  # noqa: ANN401
        # The file has been replaced, and its new state is not noted yet
        if not seen:
            os.kill(os.getpid(), signal.SIGTERM)
            seen.append(window.isVisible())
        return stamp(*fields)

    type_text(session, 0, "note", "by train")
    monkeypatch.setattr(store, "Stamp", told_to_end)
    assert window.case_file.save()
    type_text(session, 0, "note", "by car")
    qtbot.waitUntil(lambda: not window.isVisible())
    assert seen == [True]
    path = window.case_file.path
    assert path is not None
    assert read_case(path).document.case.travellers[0].stays[0].note == "by car"
    assert list(unsaved_path().parent.glob("unsaved*")) == []


def test_a_dialog_does_not_hold_up_the_end(open_case: OpenCase, qtbot: QtBot) -> None:
    window = open_case(traveller("DE", stay("2026-11-11")))
    close_with_the_system(window, window.end_unasked)
    box = QMessageBox(window)
    QTimer.singleShot(0, window, lambda: os.kill(os.getpid(), signal.SIGTERM))
    box.exec()
    qtbot.waitUntil(lambda: not window.isVisible())


# A case that nothing takes


@pytest.fixture
def lost(open_case: OpenCase, monkeypatch: pytest.MonkeyPatch) -> MainWindow:
    """A window with a case that nothing takes."""

    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    window = open_case()
    monkeypatch.setattr("kzstay.files.atomic.create", full)
    window.session().change_traveller(traveller("DE", stay("2026-11-11")), "change-name")
    return window


def test_closing_asks_before_a_case_is_lost_that_nothing_takes(lost: MainWindow) -> None:
    asked: list[bool] = []

    def answer() -> bool:
        asked.append(len(asked) == 1)
        return asked[-1]

    lost.ask_before_loss = answer
    assert not lost.close()
    assert lost.isVisible()
    assert lost.session().traveller.citizenship == "DE"
    assert "it is only in this window" in lost.info.text.text()
    assert lost.close()
    assert asked == [False, True]


def test_nothing_is_asked_where_the_system_ends_the_program(lost: MainWindow, qtbot: QtBot) -> None:
    lost.ask_before_loss = lambda: pytest.fail("nobody is there to answer")
    close_with_the_system(lost, lost.end_unasked)
    os.kill(os.getpid(), signal.SIGHUP)
    qtbot.waitUntil(lambda: not lost.isVisible())


def test_the_question_itself_is_no_answer_when_the_system_ends_the_program(lost: MainWindow, qtbot: QtBot) -> None:
    close_with_the_system(lost, lost.end_unasked)
    QTimer.singleShot(0, lost, lambda: os.kill(os.getpid(), signal.SIGTERM))
    lost.close()
    qtbot.waitUntil(lambda: not lost.isVisible())


@pytest.mark.parametrize(("role", "goes"), [("Destructive", True), ("Reject", False)])
def test_the_question_has_an_answer_for_each_way(lost: MainWindow, role: str, goes: bool) -> None:
    def press() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        wanted = QMessageBox.ButtonRole[f"{role}Role"]
        next(button for button in box.buttons() if box.buttonRole(button) == wanted).click()

    QTimer.singleShot(0, lost, press)
    assert lost.ask_before_loss() is goes
    lost.ask_before_loss = lambda: True
