"""Rows that cannot be used yet are in no file: who is about to lose them is asked."""

from __future__ import annotations

from pathlib import Path

import pytest

from kzstay.files.store import save_case
from kzstay.ui.session.editing import Editing
from kzstay.ui.window.main_window import MainWindow
from tests.helpers import case, stay, traveller
from tests.ui.conftest import OpenCase
from tests.ui.sessions import type_day, type_text

ANNA = traveller("DE", stay("2026-07-14", "2026-08-09"))
pytestmark = pytest.mark.fresh_window


@pytest.fixture
def window(open_case: OpenCase) -> MainWindow:
    opened = open_case(ANNA)
    type_day(opened.session(), 0, "exit", "31.02.2026")
    return opened


def test_closing_asks_before_typed_rows_are_lost(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[bool] = []
    monkeypatch.setattr("kzstay.ui.system.shutdown.ask_before_dropping", lambda *_: asked.append(True))
    assert not window.close()
    assert window.isVisible()
    type_day(window.session(), 0, "exit", "10.08.2026")
    assert window.close(), "there is nothing to lose any more"
    assert asked == [True]


def test_another_case_asks_before_typed_rows_are_lost(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    save_case(case(traveller("GB")), tmp_path / "other.kzstay")
    monkeypatch.setattr("kzstay.ui.system.shutdown.ask_before_dropping", lambda *_: False)
    window.files.new()
    assert not window.files.open(tmp_path / "other.kzstay")
    assert Editing(window.session()).left_out() == (0, 1)
    monkeypatch.setattr("kzstay.ui.system.shutdown.ask_before_dropping", lambda *_: True)
    assert window.files.open(tmp_path / "other.kzstay")
    assert Editing(window.session()).left_out() == (0, 0)


def test_the_system_is_not_kept_waiting(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kzstay.ui.system.shutdown.ask_before_dropping", lambda *_: pytest.fail("nobody answers"))
    window.told_to_end = True
    assert window.close()


def test_what_is_entered_while_the_question_stands_is_not_lost(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = window.session()

    def answer(*_: object) -> bool:
        type_text(session, 0, "note", "by train")
        window.case_file.autosave()
        return True

    monkeypatch.setattr("kzstay.ui.system.shutdown.ask_before_dropping", answer)
    assert window.case_file.path is not None
    assert window.files.open(window.case_file.path)
    assert session.traveller.stays[0].note == "by train"
