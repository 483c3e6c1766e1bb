"""The window as a whole: its title, its language, its room, dropped files, and names for a screen reader."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QAccessible, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QTableView,
    QTextBrowser,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from kzstay.core.case import Traveller
from kzstay.drawing.colours import Appearance
from kzstay.files.store import StoreError, save_case
from kzstay.i18n import LANGUAGES
from kzstay.ui.pages.registry import PAGES
from kzstay.ui.session.clock import Clock
from kzstay.ui.window.main_window import MainWindow
from tests.helpers import case, day, stay, traveller
from tests.ui import pages_of
from tests.ui.conftest import TODAY, OpenCase
from tests.ui.heard import Ear
from tests.ui.sessions import type_text

ANNA = traveller("DE", stay("2026-05-20", "2026-06-08"), stay("2026-11-11"))
BORIS = traveller("GB", stay("2026-11-01", "2026-11-05"), name="Boris Brown")
OVERSTAY = traveller("KG", stay("2026-02-01", "2026-04-01"), stay("2026-07-10"))


def speak(window: MainWindow, language: str) -> None:
    window.commands.by_name[f"language_{language}"].trigger()


# The title


def test_the_title_names_the_file_and_marks_what_is_not_saved(open_case: OpenCase) -> None:
    window = open_case(ANNA)
    assert window.windowTitle() == "case.kzstay[*] — kzstay"
    assert not window.isWindowModified()
    type_text(window.session(), 0, "note", "by train")
    assert not window.isWindowModified(), "it is saved by itself in a moment"
    window.case_file.save()
    assert not window.isWindowModified()


def test_the_title_marks_what_no_file_holds(open_case: OpenCase) -> None:
    window = open_case()
    window.session().change_traveller(ANNA, "change-name")
    assert window.isWindowModified()
    window.commands.undo.trigger()
    assert not window.isWindowModified()


def test_the_title_marks_what_its_file_did_not_take(open_case: OpenCase, monkeypatch: pytest.MonkeyPatch) -> None:
    window = open_case(ANNA)

    def refuse(*_case: object, **_how: object) -> None:
        raise StoreError("unwritable", Path("case.kzstay"), "full")

    monkeypatch.setattr("kzstay.ui.session.case_file.save_case", refuse)
    type_text(window.session(), 0, "note", "by train")
    window.case_file.autosave()
    assert window.isWindowModified()


def test_the_title_follows_the_language(open_case: OpenCase) -> None:
    window = open_case()
    titles = set()
    for language in LANGUAGES:
        speak(window, language)
        titles.add(window.windowTitle())
    assert len(titles) == len(LANGUAGES)


# Dropped files


def drop(window: MainWindow, *urls: QUrl) -> bool:
    """Drag addresses over the window and let them go; tell whether the window would take them."""
    held = QMimeData()
    held.setUrls(list(urls))
    actions, button, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(200, 200), actions, held, button, none)
    enter.ignore()
    QApplication.sendEvent(window, enter)
    if enter.isAccepted():
        QApplication.sendEvent(window, QDropEvent(QPointF(200, 200), actions, held, button, none))
    return enter.isAccepted()


# Qt 6.12 calls the only constructor that 6.11 has out of date
old_events = pytest.mark.filterwarnings("ignore:.*is marked as deprecated:DeprecationWarning")


@old_events
def test_a_dropped_file_is_opened(open_case: OpenCase, tmp_path: Path) -> None:
    window = open_case(ANNA)
    assert window.acceptDrops()
    save_case(case(BORIS), tmp_path / "other.kzstay")
    assert drop(window, QUrl.fromLocalFile(str(tmp_path / "other.kzstay")))
    assert window.session().case == case(BORIS)


@old_events
def test_a_dropped_address_is_not_taken(open_case: OpenCase) -> None:
    window = open_case(ANNA)
    assert not drop(window, QUrl("https://example.org/case.kzstay"))


@old_events
def test_a_dropped_file_that_is_no_case_is_told(open_case: OpenCase, tmp_path: Path) -> None:
    window = open_case(ANNA)
    (tmp_path / "picture.png").write_bytes(b"\x89PNG\r\n")
    assert drop(window, QUrl.fromLocalFile(str(tmp_path / "picture.png")))
    assert window.info.text.text() == "picture.png: this is not a text file, so it is not a kzstay case."
    assert window.session().case == case(ANNA)


# Language

# What stays as it is: a person, a day in figures, numbers, and languages, which name themselves
SAME = {"Anna Schmidt", "22.11.2026"}


def words(window: MainWindow) -> list[str]:
    """List what every part of the window reads."""
    parts = [part for part in window.findChildren(QWidget) if part.isVisible()]
    said = [part.text() for part in parts if isinstance(part, QLabel | QPushButton | QToolButton)]
    said += [window.stay.tabs.tabText(index) for index in range(window.stay.tabs.count())]
    said += [action.text() for action in window.menuBar().actions()]
    return said


@pytest.mark.parametrize("page", ["stays", "duties", "plan"])
def test_the_language_changes_every_text_that_is_seen(open_case: OpenCase, page: str) -> None:
    window = open_case(ANNA)
    window.stay.form.begin()
    window.stay.show_page(page)
    english = set(words(window))
    speak(window, "ru")
    russian = set(words(window))
    left = {text for text in english & russian if text not in SAME and any(c.isalpha() for c in text)}
    assert left == set()


def test_the_language_is_remembered(open_case: OpenCase) -> None:
    speak(open_case(ANNA), "kk")
    assert open_case(ANNA).session().view.w.language == "kk"


def test_there_and_back_again_is_the_same_window(open_case: OpenCase) -> None:
    window = open_case(ANNA)
    before = words(window)
    for language in ("kk", "ru", "en"):
        speak(window, language)
    assert words(window) == before


# Room


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("person", [ANNA, OVERSTAY, None], ids=["lawful", "overstay", "empty"])
def test_at_its_smallest_nothing_of_the_window_is_cut(
    open_case: OpenCase, qtbot: QtBot, language: str, person: Traveller | None
) -> None:
    window = open_case(*([person] if person else []))
    speak(window, language)
    window.resize(window.minimumSize())
    qtbot.waitUntil(lambda: window.size() == window.minimumSize())

    def cut() -> list[str]:
        shown = [
            part for part in window.findChildren(QLabel) + window.findChildren(QPushButton) if part.isVisible()
        ]
        return [
            part.text()
            for part in shown
            if part.width() < (part.minimumSizeHint().width() if _wraps(part) else part.sizeHint().width())
            or part.height() < (part.heightForWidth(part.width()) if _wraps(part) else 0)
        ]

    qtbot.waitUntil(lambda: cut() == [])


def _wraps(part: QWidget) -> bool:
    return isinstance(part, QLabel) and part.wordWrap()


@pytest.mark.parametrize("size", [(948, 690), (1280, 900), (1900, 1100)])
def test_no_part_lies_over_another(open_case: OpenCase, qtbot: QtBot, size: tuple[int, int]) -> None:
    window = open_case(ANNA)
    window.resize(*size)
    page = window.centralWidget()
    assert page is not None

    def places() -> list[tuple[int, int]]:
        parts = (window.stay.header, window.stay.hero, window.stay.timeline, window.stay.minimap, window.stay.tabs)
        shown = [part for part in parts if part.isVisible()]
        tops = [part.mapTo(page, QPoint(0, 0)).y() for part in shown]
        return [(top, top + part.height()) for top, part in zip(tops, shown, strict=True)]

    qtbot.waitUntil(lambda: window.width() == size[0])
    qtbot.waitUntil(lambda: all(one[1] <= two[0] for one, two in zip(places(), places()[1:], strict=False)))
    assert places()[-1][1] <= page.height()


# Names


def name_of(part: QWidget) -> str:
    told = QAccessible.queryAccessibleInterface(part)
    return told.text(QAccessible.Text.Name) if told else ""


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_that_can_be_used_has_a_name(open_case: OpenCase, language: str) -> None:
    window = open_case(ANNA, BORIS)
    speak(window, language)
    window.stay.form.begin()
    window.info.tell("Saved.", True, "Undo", lambda: None)
    kinds = (QPushButton, QToolButton, QLineEdit, QComboBox, QTableView, QTextBrowser)
    nameless = [
        part.objectName() or type(part).__name__
        for kind in kinds
        for part in window.findChildren(kind)
        # A field inside a box is named by its box, and Qt's own buttons by Qt
        if not name_of(part)
        and not part.objectName().startswith("qt_")
        and not isinstance(part.parent(), QComboBox)
    ]
    assert nameless == []


def test_the_cell_that_is_being_typed_has_the_name_of_its_column(open_case: OpenCase) -> None:
    window = open_case(ANNA)
    window.stay.stays.edit_entry(0)
    (field,) = [part for part in window.stay.stays.findChildren(QLineEdit) if part.isVisible()]
    assert name_of(field) == "Entry"


# Coming back to it


@pytest.mark.parametrize(("follows", "shown"), [(True, "2026-11-23"), (False, "2026-11-22")])
def test_who_comes_back_to_the_window_after_midnight_sees_the_new_day(
    open_case: OpenCase, monkeypatch: pytest.MonkeyPatch, follows: bool, shown: str
) -> None:
    window = open_case(ANNA)
    monkeypatch.setattr("kzstay.ui.session.clock.today", lambda: day("2026-11-23"))
    monkeypatch.setattr(window.controller, "clock", Clock(window.session()) if follows else None)
    assert window.isActiveWindow()
    QApplication.sendEvent(window, QEvent(QEvent.Type.ActivationChange))
    assert window.session().view.on == day(shown)
    assert not window.isWindowModified()


def test_who_goes_to_another_window_has_the_case_saved(
    open_case: OpenCase, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_case(ANNA)
    type_text(window.session(), 0, "note", "by train")
    monkeypatch.setattr(window, "isActiveWindow", lambda: False)
    QApplication.sendEvent(window, QEvent(QEvent.Type.ActivationChange))
    assert not window.isWindowModified()


@pytest.mark.parametrize(("chosen", "changes"), [("system", True), ("light", False), ("dark", False)])
def test_light_or_dark_follows_the_system_only_where_that_was_chosen(
    open_case: OpenCase, monkeypatch: pytest.MonkeyPatch, chosen: Appearance, changes: bool
) -> None:
    window = open_case(ANNA)
    window.preferences.set_appearance(chosen)
    looked: list[str] = []
    window.preferences.dressed.connect(lambda _theme: looked.append(window.preferences.settings.appearance))
    window.preferences.follow_system()
    assert looked == (["system"] if changes else [])


# The whole


def test_going_to_today_reckons_for_it_and_brings_it_into_sight(open_case: OpenCase) -> None:
    window = open_case(ANNA)
    window.session().view.set_day(day("2020-01-01"))
    window.stay.timeline.see(day("2020-01-01"))
    window.commands.by_name["go_today"].trigger()
    assert window.session().view.on == TODAY
    assert window.stay.timeline.scale.first <= TODAY <= window.stay.timeline.scale.last


def test_a_removed_traveller_is_had_back_from_the_bar(open_case: OpenCase) -> None:
    window = open_case(ANNA, BORIS)
    window.commands.by_name["remove_traveller"].trigger()
    assert window.session().case == case(BORIS)
    assert window.info.text.text() == "Traveller removed."
    window.info.button.click()
    assert window.session().case == case(ANNA, BORIS)


def test_leaving_the_window_saves_what_was_changed(open_case: OpenCase) -> None:
    window = open_case(ANNA)
    type_text(window.session(), 0, "note", "by train")
    window.close()
    assert not window.isWindowModified()


@pytest.mark.fresh_window
@pytest.mark.parametrize(("clock", "shown"), [("9999-12-31", "2199-12-31"), ("0001-01-01", "1991-01-01")])
@pytest.mark.parametrize("page", [page.name for page in PAGES])
def test_a_clock_that_is_far_out_is_taken_for_the_nearest_day(
    open_case: OpenCase, clock: str, shown: str, page: str
) -> None:
    window = open_case(ANNA, today=day(clock))
    window.stay.show_page(page)
    window.resize(window.minimumSize())
    QApplication.processEvents()
    assert window.session().view.on == day(shown)


@pytest.mark.fresh_window
def test_a_plan_at_the_end_of_the_years_adds_a_stay_that_a_file_can_hold(open_case: OpenCase) -> None:
    window = open_case(traveller("DE", stay("2026-12-01", "2026-12-20")), today=day("2199-12-31"))
    window.stay.show_page("plan")
    pages_of.plan(window).fields.take(day("2199-12-31"))
    assert pages_of.plan(window).add.isEnabled()
    pages_of.plan(window).add.click()
    QApplication.processEvents()
    added = window.session().traveller.stays[window.session().selection]
    assert added == stay("2199-12-31", "2199-12-31")


# Where the keyboard is


def test_who_comes_back_to_the_window_is_told_where_the_keyboard_is(
    open_case: OpenCase, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_case(ANNA)
    timeline, ear = window.stay.timeline, Ear(monkeypatch)
    timeline.setFocus()
    QApplication.processEvents()
    for chosen, child in ((-1, -1), (0, 0)):
        window.session().select(chosen)
        ear.events.clear()
        QApplication.sendEvent(window, QEvent(QEvent.Type.ActivationChange))
        QApplication.processEvents()
        told = [place for kind, part, place in ear.events if (kind, part) == (QAccessible.Event.Focus, timeline)]
        assert told == [child]
