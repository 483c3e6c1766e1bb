"""A sentence to the person: a remark goes by itself, a caution stays."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from kzstay.ui.info_bar import InfoBar

# Without a screen a window of its own cannot be told its size, and says so
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def bar(qtbot: QtBot) -> InfoBar:
    made = InfoBar()
    qtbot.addWidget(made)
    made._timer.setInterval(10)
    return made


def test_it_is_hidden_until_something_is_said(bar: InfoBar) -> None:
    assert bar.isHidden()
    bar.tell("Saved.", False)
    assert bar.isVisible()
    assert bar.text.text() == "Saved."


def test_a_remark_goes_by_itself(bar: InfoBar, qtbot: QtBot) -> None:
    bar.tell("Saved.", False)
    qtbot.waitUntil(bar.isHidden)


def test_a_caution_stays_until_it_is_closed(bar: InfoBar, qtbot: QtBot) -> None:
    bar.tell("Saved.", False)
    bar.tell("Not saved.", True)
    assert not bar._timer.isActive()
    assert bar.property("caution") is True
    qtbot.mouseClick(bar.close_button, Qt.MouseButton.LeftButton)
    assert bar.isHidden()


def test_it_offers_one_thing_to_do_and_goes_when_that_is_done(bar: InfoBar, qtbot: QtBot) -> None:
    done: list[str] = []
    bar.tell("Stay deleted.", True, "Undo", lambda: done.append("undone"))
    assert bar.button.text() == "Undo"
    qtbot.mouseClick(bar.button, Qt.MouseButton.LeftButton)
    assert done == ["undone"]
    assert bar.isHidden()


def test_with_nothing_to_do_there_is_no_button(bar: InfoBar) -> None:
    bar.tell("Stay deleted.", False, "Undo", lambda: None)
    bar.tell("Saved.", False)
    assert bar.button.isHidden()


def test_it_shows_text_as_it_is(bar: InfoBar) -> None:
    bar.tell("<b>file</b>.kzstay: There is no such file.", True)
    assert bar.text.textFormat() == Qt.TextFormat.PlainText
