from __future__ import annotations

import os
import signal
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from kzstay.files.store import open_case as read_case
from kzstay.ui.endings import WORDS, close_with_the_system
from tests.helpers import stay, traveller
from tests.ui.conftest import OpenCase

pytestmark = pytest.mark.skipif(os.name != "posix", reason="signals of POSIX")


@pytest.fixture
def signals() -> Iterator[None]:
    """Give the process back as it was."""
    before = {name: signal.getsignal(getattr(signal, name)) for name in WORDS}
    yield
    signal.set_wakeup_fd(-1)
    for name, handler in before.items():
        signal.signal(getattr(signal, name), handler)


@pytest.mark.usefixtures("signals")
@pytest.mark.parametrize("name", WORDS)
def test_a_program_that_is_told_to_end_saves_what_was_just_changed(
    open_case: OpenCase, qtbot: QtBot, name: str
) -> None:
    window = open_case(traveller("DE", stay("2026-11-11")))
    close_with_the_system(window)
    window.session().editing.type_text(0, "note", "by train")
    os.kill(os.getpid(), getattr(signal, name))
    qtbot.waitUntil(lambda: not window.isVisible())
    path = window.session().path
    assert path is not None
    assert read_case(path).document.case.travellers[0].stays[0].note == "by train"
