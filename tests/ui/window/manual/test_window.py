"""The window of the manual: chapters are read, found, gone back from, by mouse and by keyboard."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRect, Qt, QUrl
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from kzstay import bundled
from kzstay.guide.manual import KEYS
from kzstay.i18n import LANGUAGES
from kzstay.ui.widgets.theme import USUAL
from kzstay.ui.window.main_window import MainWindow
from kzstay.ui.window.manual.window import LEAST, ManualWindow
from tests.helpers import stay, traveller
from tests.ui.conftest import OpenCase
from tests.ui.cut import cut_of, settle
from tests.ui.window.manual.manual_window import heading_seen, manual

ANNA = traveller("DE", stay("2026-11-11"))
MANUAL = bundled.manual()
EVERY = [*MANUAL.chapters, KEYS]


@pytest.fixture
def window(open_case: OpenCase) -> MainWindow:
    return open_case(ANNA)


@pytest.fixture
def made(window: MainWindow) -> Iterator[ManualWindow]:
    window.controller.manual.leave()
    found = manual(window, "first-steps")
    yield found
    window.preferences.set_text_size(USUAL)
    window.controller.manual.leave()


def press(keys: str) -> None:
    at = QApplication.focusWidget()
    assert at is not None
    QTest.keySequence(at, QKeySequence(keys))


# What is read


def test_the_list_has_every_chapter_and_the_keys_last(made: ManualWindow) -> None:
    rows = [made.contents.item(row).data(Qt.ItemDataRole.UserRole) for row in range(made.contents.count())]
    assert rows == [made.choice.itemData(row) for row in range(made.choice.count())] == EVERY


@pytest.mark.parametrize("chapter", EVERY)
def test_a_chapter_is_read_with_its_name(made: ManualWindow, chapter: str) -> None:
    made.show_chapter(chapter)
    title = made.reader.accessibleName()
    assert made.reader.toPlainText().startswith(title)
    assert (made.contents.topic, made.choice.currentText()) == (chapter, title)


def test_one_goes_back_and_forward_by_button_and_key(made: ManualWindow) -> None:
    made.show_chapter("plan")
    made.reader.anchorClicked.emit(QUrl("manual:exchange/formats"))
    assert heading_seen(made) == "The formats"
    assert not made.forward.isEnabled()
    press("Alt+Left")
    assert made.chapter == "plan"
    made.back.click()
    assert (made.chapter, made.back.isEnabled()) == ("first-steps", False)
    press("Alt+Right")
    assert made.chapter == "plan"
    made.show_chapter("files")
    assert not made.forward.isEnabled(), "another way was taken"


def test_where_the_keys_stand_is_one_step_from_the_key_for_help(window: MainWindow, made: ManualWindow) -> None:
    press("F1")
    assert made.chapter == KEYS
    said = made.reader.toPlainText()
    for name in ("undo", "save_as", "manual", "keys"):
        first = window.commands.by_name[name].shortcuts()[0].toString(QKeySequence.SequenceFormat.NativeText)
        assert first in said


def test_keys_in_a_text_are_those_of_the_window(made: ManualWindow, window: MainWindow) -> None:
    window.commands.by_name["export"].setShortcut(QKeySequence("Ctrl+Alt+Shift+9"))
    made.retranslate()
    made.show_chapter("exchange")
    assert "(Ctrl+Alt+Shift+9) opens the export" in made.reader.toPlainText()
    window.commands.by_name["export"].setShortcut(QKeySequence("Ctrl+Shift+E"))


def test_the_keys_for_who_has_no_window_are_those_of_the_window(window: MainWindow) -> None:
    for name, keys in MANUAL.keys.items():
        held = [one.toString().replace("Return", "Enter") for one in window.commands.by_name[name].shortcuts()]
        assert keys in held, name


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_key_that_is_quoted_is_empty(window: MainWindow, made: ManualWindow, language: str) -> None:
    window.commands.by_name[f"language_{language}"].trigger()
    for chapter in MANUAL.chapters:
        made.show_chapter(chapter)
        assert "****" not in made._texts[chapter]


# What is asked


def test_a_question_is_answered_and_enter_opens_the_first_answer(made: ManualWindow) -> None:
    press("Ctrl+F")
    assert QApplication.focusWidget() is made.search
    QTest.keyClicks(made.search, "r")
    assert (made.chapter, made.search.text()) == ("first-steps", "r")
    QTest.keyClicks(made.search, "eminders in a calendar")
    assert made.chapter is None
    assert made.reader.toPlainText().startswith("What answers “reminders in a calendar”")
    press("Return")
    assert (made.chapter, heading_seen(made), made.search.text()) == ("exchange", "The formats", "")
    assert QApplication.focusWidget() is made.reader


def test_an_emptied_search_shows_what_was_read(made: ManualWindow) -> None:
    made.search.setText("reminders")
    assert made.choice.currentIndex() == -1
    made.search.clear()
    assert made.chapter == "first-steps"
    made.search.setText("reminders")
    press("Alt+Left")
    assert (made.chapter, made.search.text()) == ("first-steps", "")


def test_one_goes_back_from_an_answer_to_what_else_was_found(made: ManualWindow) -> None:
    made.search.setText("reminders in a calendar")
    found = made.reader.toPlainText()
    made.reader.anchorClicked.emit(QUrl("manual:exchange/formats"))
    assert (made.chapter, made.search.text()) == ("exchange", "")
    made.back.click()
    assert (made.chapter, made.search.text()) == (None, "reminders in a calendar")
    assert made.reader.toPlainText() == found
    assert made.forward.isEnabled()
    made.back.click()
    assert (made.chapter, made.back.isEnabled()) == ("first-steps", False)
    made.forward.click()
    made.search.clear()
    assert (made.chapter, made.back.isEnabled()) == ("first-steps", False)


def test_a_key_is_found_by_what_it_does(made: ManualWindow) -> None:
    made.search.setText("duplicate the chosen stay")
    assert KEYS in made._found or made._found[0].startswith("timeline")


# By keyboard


def test_in_a_narrow_window_a_choice_stands_for_the_list(made: ManualWindow) -> None:
    made.resize(LEAST)
    settle()
    assert (made.choice.isVisible(), made.contents.isVisible()) == (True, False)
    made.search.setFocus()
    press("F6")
    assert QApplication.focusWidget() is made.reader
    press("F6")
    assert QApplication.focusWidget() is made.search
    made.choice.setFocus()
    QTest.keyClick(made.choice, Qt.Key.Key_Down)
    assert made.chapter == "timeline"


def test_f6_goes_round_its_parts_and_tab_to_every_stop(made: ManualWindow) -> None:
    made.reader.setFocus()
    seen: list[QWidget | None] = []
    for _ in range(3):
        press("F6")
        seen.append(QApplication.focusWidget())
    assert seen == [made.search, made.contents, made.reader]
    press("Shift+F6")
    assert QApplication.focusWidget() is made.contents
    QTest.keyClick(made.contents, Qt.Key.Key_Down)
    assert made.chapter == "timeline"
    reached: set[str] = set()
    for _ in range(30):
        at = QApplication.focusWidget()
        assert at is not None
        reached.add(at.objectName())
        QTest.keyClick(at, Qt.Key.Key_Tab)
    assert reached >= {"manual_back", "manual_search", "manual_contents", "manual_text"}


@pytest.mark.parametrize("part", ["reader", "search", "contents"])
def test_esc_closes_it_wherever_the_keyboard_is(made: ManualWindow, part: str) -> None:
    getattr(made, part).setFocus()
    press("Esc")
    assert not made.isVisible()


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_has_a_name_in_the_language_of_the_window(
    window: MainWindow, made: ManualWindow, language: str
) -> None:
    window.commands.by_name[f"language_{language}"].trigger()
    named = [made.back, made.forward, made.search, made.choice, made.contents, made.reader]
    assert all(part.accessibleName() for part in named)
    assert made.windowTitle() == f"{window.commands.by_name['manual'].text()} — kzstay"


# How it looks


def test_another_language_is_spoken_while_it_is_open_at_the_same_place(
    window: MainWindow, made: ManualWindow
) -> None:
    made.show_chapter("plan/told")
    for language in reversed(LANGUAGES):
        window.commands.by_name[f"language_{language}"].trigger()
        assert made.chapter == "plan"
        assert made.reader.toPlainText().startswith(MANUAL.title("plan", language))
        assert heading_seen(made)
    made.search.setText("calendar")
    window.commands.by_name["language_ru"].trigger()
    assert "calendar" in made.reader.toPlainText()


@pytest.mark.parametrize("size", [LEAST.toTuple(), (683, 384), (940, 760), (1366, 700)])
@pytest.mark.parametrize("letters", [100, 150, 200])
@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_cut_at_any_size(
    window: MainWindow, made: ManualWindow, language: str, letters: int, size: tuple[int, int]
) -> None:
    window.commands.by_name[f"language_{language}"].trigger()
    window.preferences.set_text_size(letters)
    made.resize(*size)
    found: dict[str, list[str]] = {}
    for chapter in EVERY:
        made.show_chapter(chapter)
        settle()
        assert (made.width(), made.height()) == size
        found[chapter] = cut_of(made)
    assert {name: lacks for name, lacks in found.items() if lacks} == {}


@pytest.mark.parametrize("appearance", ["dark", "contrast", "light"])
def test_it_wears_the_colours_of_the_window(window: MainWindow, made: ManualWindow, appearance: str) -> None:
    from kzstay.ui.widgets.theme import worn

    window.commands.by_name[f"appearance_{appearance}"].trigger()
    assert worn().text.lower() in made.reader.toHtml().lower()


@pytest.mark.parametrize(
    ("window_at", "left"),
    [(QRect(0, 30, 900, 700), "right"), (QRect(1000, 30, 900, 700), "left"), (QRect(100, 30, 1700, 900), "over")],
)
def test_it_stands_beside_the_window_where_there_is_room(
    made: ManualWindow, monkeypatch: pytest.MonkeyPatch, window_at: QRect, left: str
) -> None:
    room = QRect(0, 0, 1920, 1080)

    class Screen:
        def availableGeometry(self) -> QRect:
            return room

    beside = QWidget()
    monkeypatch.setattr(beside, "screen", Screen)
    monkeypatch.setattr(beside, "frameGeometry", lambda: window_at)
    made.stand_beside(beside, "")
    assert room.contains(made.geometry())
    expected = {
        "right": made.x() > window_at.right(),
        "left": made.geometry().right() < window_at.left(),
        "over": made.geometry().right() > window_at.right() - 10,
    }
    assert expected[left]


def test_a_place_that_cannot_be_read_is_as_none(made: ManualWindow, window: MainWindow) -> None:
    made.stand_beside(window, "no geometry")
    assert made.isVisible()
