"""What lies open over the window: Esc closes the last of it, and the focus goes back to where it was."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kzstay.files.store import save_case
from kzstay.ui.pages.registry import PAGES
from kzstay.ui.window.main_window import MainWindow
from tests.helpers import case, permit, stay, traveller
from tests.ui import pages_of
from tests.ui.conftest import OpenCase

ANNA = traveller(
    "DE", stay("2026-09-20", "2026-10-04"), stay("2026-11-11"), permits=[permit("2026-01-01", "2026-02-01")]
)


@pytest.fixture
def window(open_case: OpenCase) -> MainWindow:
    return open_case(ANNA)


def escape(qtbot: QtBot) -> None:
    qtbot.keyClick(focused(), Qt.Key.Key_Escape)


def focused() -> QWidget:
    at = QApplication.focusWidget()
    assert at is not None
    return at


def named(window: MainWindow, name: str) -> QWidget:
    found = window.findChild(QWidget, name)
    assert isinstance(found, QWidget)
    return found


# Esc


def test_escape_closes_what_was_opened_last(window: MainWindow, qtbot: QtBot) -> None:
    window.info.tell("Saved.", True)
    window.stay.form.begin()
    escape(qtbot)
    assert window.stay.form.isHidden()
    assert window.info.isVisible()
    escape(qtbot)
    assert window.info.isHidden()
    escape(qtbot)


def test_a_bar_that_says_something_new_is_the_last(window: MainWindow, qtbot: QtBot) -> None:
    window.info.tell("Saved.", True)
    window.stay.form.begin()
    window.info.tell("Not saved.", True)
    escape(qtbot)
    assert window.info.isHidden()
    assert window.stay.form.isVisible()


@pytest.mark.parametrize(
    ("page", "name"),
    [
        ("stays", "timeline"),
        ("stays", "minimap"),
        ("stays", "stays"),
        ("stays", "qt_tabwidget_tabbar"),
        ("stays", "export_report"),
        ("duties", "duties_table"),
        ("papers", "permits"),
        ("papers", "add_permit"),
        ("plan", "edit_plan_days"),
        ("why", "why"),
        ("law", "law"),
    ],
)
def test_escape_closes_it_wherever_the_focus_is(window: MainWindow, qtbot: QtBot, page: str, name: str) -> None:
    window.stay.show_page(page)
    window.info.tell("Saved.", True)
    named(window, name).setFocus()
    escape(qtbot)
    assert window.info.isHidden()


@pytest.mark.parametrize(
    "name",
    [
        "traveller_name",
        "traveller_citizenship",
        "traveller_passport",
        "traveller_born",
        "traveller_host",
        "traveller_done",
    ],
)
def test_escape_closes_the_form_from_each_of_its_fields(window: MainWindow, qtbot: QtBot, name: str) -> None:
    window.stay.form.begin()
    named(window, name).setFocus()
    escape(qtbot)
    assert window.stay.form.isHidden()
    assert focused() is window.stay.timeline


def test_what_was_typed_into_the_form_is_taken_over_when_it_closes(window: MainWindow, qtbot: QtBot) -> None:
    window.stay.form.begin()
    window.stay.form.name.selectAll()
    qtbot.keyClicks(window.stay.form.name, "Greta")
    escape(qtbot)
    assert window.session().traveller.name == "Greta"


def test_escape_belongs_to_a_chosen_edge_and_to_an_editor_first(window: MainWindow, qtbot: QtBot) -> None:
    window.info.tell("Saved.", True)
    window.session().select(0)
    window.stay.timeline.setFocus()
    qtbot.keyClick(window.stay.timeline, Qt.Key.Key_E)
    escape(qtbot)
    assert window.info.isVisible()
    window.stay.stays.edit_entry(0)
    escape(qtbot)
    assert window.info.isVisible()
    assert focused() is window.stay.stays
    escape(qtbot)
    assert window.info.isHidden()


# Where the focus goes


@pytest.mark.parametrize("name", ["timeline", "stays", "traveller_details", "export_report"])
def test_the_focus_goes_back_to_where_the_form_was_opened(window: MainWindow, qtbot: QtBot, name: str) -> None:
    named(window, name).setFocus()
    window.stay.form.begin()
    window.stay.form.done.setFocus()
    qtbot.keyClick(window.stay.form.done, Qt.Key.Key_Return)
    assert window.stay.form.isHidden()
    assert focused() is named(window, name)


def test_who_is_elsewhere_by_then_stays_there(window: MainWindow, qtbot: QtBot) -> None:
    window.stay.form.begin()
    window.stay.stays.setFocus()
    window.stay.form.hide()
    assert focused() is window.stay.stays


def test_where_the_place_before_is_gone_the_timeline_has_the_focus(window: MainWindow) -> None:
    window.stay.stays.edit_entry(0)
    window.stay.form.begin()  # which ends the editor
    window.stay.form.done.setFocus()
    QApplication.processEvents()
    window.stay.form.hide()
    assert focused() in (window.stay.timeline, window.stay.stays)
    window.stay.show_page("duties")
    pages_of.duties(window).table.setFocus()
    window.stay.form.begin()
    window.stay.show_page("stays")
    window.stay.form.hide()
    assert focused() is window.stay.timeline


def test_the_bar_gives_the_focus_back_and_the_form_under_it_too(window: MainWindow, qtbot: QtBot) -> None:
    window.stay.stays.setFocus()
    window.stay.form.begin()
    window.stay.form.done.setFocus()
    window.info.tell("Saved.", True)
    window.info.close_button.setFocus()
    qtbot.keyClick(window.info.close_button, Qt.Key.Key_Return)
    assert focused() is window.stay.form.done
    escape(qtbot)
    assert focused() is window.stay.stays


def test_undo_from_the_bar_leaves_the_focus_where_the_stay_was_deleted(window: MainWindow, qtbot: QtBot) -> None:
    window.session().select(0)
    window.stay.timeline.setFocus()
    qtbot.keyClick(window.stay.timeline, Qt.Key.Key_Delete)
    window.info.button.setFocus()
    qtbot.keyClick(window.info.button, Qt.Key.Key_Enter)
    assert window.session().traveller.stays == ANNA.stays
    assert focused() is window.stay.timeline


@pytest.mark.fresh_window
def test_a_window_that_is_hidden_and_shown_keeps_what_is_open(window: MainWindow, qtbot: QtBot) -> None:
    window.stay.form.begin()
    QApplication.sendEvent(window.stay.form, QHideEvent())  # as each part hears of it
    assert window.stay.form.isAncestorOf(focused())
    escape(qtbot)
    assert window.stay.form.isHidden()


def test_the_form_closes_when_another_case_is_opened(window: MainWindow, tmp_path: Path) -> None:
    window.stay.form.begin()
    window.files.open_example()
    assert window.stay.form.isHidden()
    assert focused() is window.stay.timeline
    window.stay.form.begin()
    window.files.new()
    assert window.stay.form.isHidden()
    window.stay.form.begin()
    save_case(case(ANNA), tmp_path / "other.kzstay")
    assert window.files.open(tmp_path / "other.kzstay")
    assert window.stay.form.isHidden()


def test_a_file_that_cannot_be_opened_leaves_the_form_open(window: MainWindow, tmp_path: Path) -> None:
    window.stay.form.begin()
    assert not window.files.open(tmp_path / "nowhere.kzstay")
    assert window.stay.form.isVisible()


# The order of Tab


@pytest.mark.parametrize("page", [page.name for page in PAGES])
def test_tab_comes_to_the_bar_last_on_every_page(window: MainWindow, qtbot: QtBot, page: str) -> None:
    window.stay.show_page(page)
    window.info.tell("Saved.", True, "Undo", lambda: None)
    first = window.places.rail.buttons["stay"]
    first.setFocus()
    reached = []
    while not reached or focused() is not first:
        reached.append(focused().objectName())
        qtbot.keyClick(focused(), Qt.Key.Key_Tab)
    assert len(reached) > len(("header", "timeline", "page"))
    assert reached[-2:] == ["info_button", "info_close"]
