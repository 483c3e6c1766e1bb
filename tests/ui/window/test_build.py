"""What is in the window, how it lies and what joins it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from kzstay.files.store import save_case
from kzstay.ui.session.session import Session
from kzstay.ui.window.main_window import MainWindow
from tests.helpers import case, stay, traveller
from tests.ui.conftest import OpenCase

ANNA = traveller("DE", stay("2026-05-20", "2026-06-08"), stay("2026-11-11"))


@pytest.mark.fresh_window
def test_a_window_opens_on_the_stays_with_the_keyboard_on_the_timeline(open_case: OpenCase) -> None:
    window = open_case(ANNA)
    assert window.stay.page == "stays"
    assert QApplication.focusWidget() is window.stay.timeline
    assert not window.stay.form.isVisible()
    assert not window.info.isVisible()


@pytest.mark.parametrize("caution", [False, True])
def test_what_the_session_says_is_said_in_the_bar(open_case: OpenCase, caution: bool) -> None:
    window = open_case(ANNA)
    window.session().message.emit("Look here.", caution)
    assert window.info.isVisible()
    assert window.info.text.text() == "Look here."


def test_with_another_case_goes_what_was_open_over_the_one_before(open_case: OpenCase, tmp_path: Path) -> None:
    window = open_case(ANNA)
    window.stay.form.begin()
    window.session().message.emit("Look here.", True)
    other = tmp_path / "other.kzstay"
    save_case(case(traveller("GB", name="Boris Brown")), other)
    window.files.open(other)
    assert not window.stay.form.isVisible()
    assert not window.info.isVisible()


def test_every_part_shows_the_one_session(open_case: OpenCase) -> None:
    window = open_case(ANNA)
    sessions = [held for part in _parts(window) if isinstance(held := getattr(part, "_session", None), Session)]
    assert len(sessions) > 8
    assert set(map(id, sessions)) == {id(window.session())}


def _parts(window: MainWindow) -> list[QWidget]:
    return [window, *window.findChildren(QWidget)]
