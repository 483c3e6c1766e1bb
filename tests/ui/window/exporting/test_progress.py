"""Progress: what is quick shows nothing, what is long can be stopped."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kzstay.export.formats import Stopped
from kzstay.texts.words import words
from kzstay.ui.window.exporting import progress
from kzstay.ui.window.exporting.progress import Progress


@pytest.fixture
def shown(qtbot: QtBot) -> Progress:
    made = Progress()
    qtbot.addWidget(made)
    made.retranslate(words("en"))
    return made


def test_what_is_quick_shows_nothing(shown: Progress, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress, "PATIENCE", 1e9)
    shown.begin()
    shown.told(0.5)
    assert shown.isHidden()
    shown.end()


def test_what_is_long_shows_how_far_it_is_and_never_goes_back(
    shown: Progress, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(progress, "PATIENCE", 0)
    seen: list[bool] = []
    shown.shown.connect(lambda: seen.append(True))
    shown.begin()
    assert shown.running
    shown.told(0.25)
    shown.told(0.5)
    shown.told(0.4)
    assert seen == [True]
    assert shown.bar.value() == shown.bar.maximum() // 2
    assert shown.bar.accessibleName() == "Progress"
    shown.end()
    assert not shown.running
    assert shown.isHidden()
    shown.begin()
    assert shown.bar.value() == 0


def test_cancel_ends_the_work(shown: Progress, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> None:
    monkeypatch.setattr(progress, "PATIENCE", 0)
    shown.begin()
    shown.told(0.1)
    QApplication.processEvents()
    qtbot.mouseClick(shown.cancel, Qt.MouseButton.LeftButton)
    with pytest.raises(Stopped):
        shown.told(0.2)


def test_what_was_stopped_can_be_begun_again(shown: Progress) -> None:
    shown.begin()
    shown.stop()
    with pytest.raises(Stopped):
        shown.told(0)
    shown.end()
    shown.begin()
    shown.told(0)
