"""A sentence to the person: a remark goes by itself, a caution stays."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from kzstay.ui.window.info_bar import InfoBar
from tests.helpers import stay, traveller

# Without a screen a window of its own cannot be told its size, and says so
ANNA = traveller("DE", stay("2026-11-11"))


@pytest.fixture
def bar(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[InfoBar]:
    page = QLineEdit()  # which has the focus
    qtbot.addWidget(page)
    page.resize(900, 200)
    made = InfoBar(page)
    page.show()
    qtbot.waitExposed(page)
    # The pointer lies where the test before has left it
    monkeypatch.setattr(made, "underMouse", lambda: False)
    made._timer.setInterval(10)
    yield made
    page.close()


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


def test_a_remark_stays_as_long_as_somebody_is_there_by_key_or_by_mouse(
    bar: InfoBar, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    bar.tell("Stay deleted.", False, "Undo", lambda: None)
    bar.button.setFocus()
    qtbot.waitUntil(bar.button.hasFocus)
    bar._pass()
    assert bar.isVisible()
    assert bar._timer.isActive()
    bar.button.clearFocus()
    monkeypatch.setattr(bar, "underMouse", lambda: True)
    bar._pass()
    assert bar.isVisible()
    monkeypatch.setattr(bar, "underMouse", lambda: False)
    qtbot.waitUntil(bar.isHidden)


def test_an_offer_goes_when_it_would_take_back_something_else(bar: InfoBar) -> None:
    bar.tell("Saved.", True)
    bar.retire()
    assert bar.isVisible()
    bar.tell("Stay deleted.", True, "Undo", lambda: None)
    bar.retire()
    assert bar.isHidden()


def test_a_press_that_itself_ended_the_offer_takes_back_nothing(bar: InfoBar, qtbot: QtBot) -> None:
    done: list[str] = []
    bar.tell("Added.", False, "Undo", lambda: done.append("undone"))
    # What is typed elsewhere is taken over as the press takes the keyboard from it: that is the last step then
    bar.button.pressed.connect(bar.retire)
    qtbot.mouseClick(bar.button, Qt.MouseButton.LeftButton)
    assert done == []
    assert bar.isHidden()


def test_it_may_offer_a_second_thing(bar: InfoBar, qtbot: QtBot) -> None:
    done: list[str] = []
    bar.tell("Written.", False, "Open", lambda: done.append("open"), second=("Show", lambda: done.append("show")))
    assert bar.second_button.isVisible()
    qtbot.mouseClick(bar.second_button, Qt.MouseButton.LeftButton)
    assert done == ["show"]
    assert bar.isHidden()
    bar.tell("Saved.", False)
    assert bar.second_button.isHidden()


def test_what_a_caution_offers_stays_with_what_follows_it(bar: InfoBar) -> None:
    bar.tell("Letters are missing.", True, "Open", lambda: None, second=("Show", lambda: None))
    bar.also("The case was kept.")
    assert (bar.button.text(), bar.second_button.text()) == ("Open", "Show")
    assert bar.second_button.isVisible()


def test_what_is_kept_comes_back_after_whatever_else_is_said(bar: InfoBar, qtbot: QtBot) -> None:
    bar.keep("The file was changed.", [("Save as", lambda: None)])
    bar.tell("Stay deleted.", False, "Undo", lambda: None)
    qtbot.waitUntil(lambda: bar.text.text() == "The file was changed.")
    assert not bar._timer.isActive()
    bar.retire()
    assert bar.isVisible(), "another step does not answer it"
    bar.release()
    assert bar.isHidden()
    bar.tell("Saved.", False)
    qtbot.waitUntil(bar.isHidden)


def test_what_is_kept_may_offer_three_things_and_each_answers_it(bar: InfoBar, qtbot: QtBot) -> None:
    done: list[str] = []
    for place, button in enumerate(bar.buttons):
        bar.keep("Changed.", [(name, lambda name=name: done.append(name)) for name in "abc"])
        assert [one.text() for one in bar.buttons if one.isVisible()] == ["a", "b", "c"]
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        assert done[-1] == "abc"[place]
        assert bar.isHidden()


def test_another_case_drops_what_is_kept(bar: InfoBar, qtbot: QtBot) -> None:
    bar.keep("Changed.", [])
    bar.clear()
    assert bar.isHidden()
    bar.tell("Saved.", False)
    qtbot.waitUntil(bar.isHidden)


def test_it_asks_for_the_room_that_it_takes_and_gives_it_back(bar: InfoBar, qtbot: QtBot) -> None:
    rooms: list[int] = []
    bar.room.connect(rooms.append)
    bar.tell("Saved.", False)
    assert rooms[-1] > bar.height()
    bar.hide()
    assert rooms[-1] == 0


def test_where_it_is_narrow_the_buttons_stand_under_the_sentence(bar: InfoBar) -> None:
    offers = [(name * 20, lambda: None) for name in "abc"]
    bar.keep("A sentence that is not short, about a file that another program has changed. " * 2, offers)
    assert bar.button.y() > bar.text.y()
    assert bar.height() >= bar.button.geometry().bottom()


def test_closed_by_whatever_way_what_is_kept_is_answered_and_what_hid_it_gives_way(
    bar: InfoBar, qtbot: QtBot
) -> None:
    bar.keep("Changed.", [])
    bar.tell("Saved.", False)
    bar.hide()  # as Esc does
    qtbot.waitUntil(lambda: bar.isVisible() and bar.text.text() == "Changed.")
    bar.hide()
    bar.tell("Saved.", False)
    qtbot.waitUntil(bar.isHidden)


def test_a_remark_does_not_outlive_its_language_and_a_caution_does(bar: InfoBar) -> None:
    bar.tell("An example.", False)
    bar.forget()
    assert bar.isHidden()
    bar.tell("It could not be saved.", True)
    bar.forget()
    assert bar.isVisible()
