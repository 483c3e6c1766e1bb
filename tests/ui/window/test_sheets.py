"""What lies open over the window: Esc closes the last of it, and the focus goes back to where it was."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kzstay.files.store import save_case
from kzstay.ui.window.main_window import DUTIES, LAW, PAPERS, PLAN, STAYS, WHY, MainWindow
from tests.helpers import case, permit, stay, traveller
from tests.ui.conftest import OpenCase

ANNA = traveller(
    "DE", stay("2026-09-20", "2026-10-04"), stay("2026-11-11"), permits=[permit("2026-01-01", "2026-02-01")]
)
PAGES = {"stays": STAYS, "duties": DUTIES, "papers": PAPERS, "plan": PLAN, "why": WHY, "law": LAW}


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
    window.form.begin()
    escape(qtbot)
    assert window.form.isHidden()
    assert window.info.isVisible()
    escape(qtbot)
    assert window.info.isHidden()
    escape(qtbot)


def test_a_bar_that_says_something_new_is_the_last(window: MainWindow, qtbot: QtBot) -> None:
    window.info.tell("Saved.", True)
    window.form.begin()
    window.info.tell("Not saved.", True)
    escape(qtbot)
    assert window.info.isHidden()
    assert window.form.isVisible()


@pytest.mark.parametrize(
    ("page", "name"),
    [
        (STAYS, "timeline"),
        (STAYS, "minimap"),
        (STAYS, "stays"),
        (STAYS, "qt_tabwidget_tabbar"),
        (STAYS, "export_report"),
        (DUTIES, "duties_table"),
        (PAPERS, "permits"),
        (PAPERS, "add_permit"),
        (PLAN, "edit_plan_days"),
        (WHY, "why"),
        (LAW, "law"),
    ],
)
def test_escape_closes_it_wherever_the_focus_is(window: MainWindow, qtbot: QtBot, page: int, name: str) -> None:
    window.tabs.setCurrentIndex(page)
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
    window.form.begin()
    named(window, name).setFocus()
    escape(qtbot)
    assert window.form.isHidden()
    assert focused() is window.timeline


def test_what_was_typed_into_the_form_is_taken_over_when_it_closes(window: MainWindow, qtbot: QtBot) -> None:
    window.form.begin()
    window.form.name.selectAll()
    qtbot.keyClicks(window.form.name, "Greta")
    escape(qtbot)
    assert window.session().traveller.name == "Greta"


def test_escape_belongs_to_a_chosen_edge_and_to_an_editor_first(window: MainWindow, qtbot: QtBot) -> None:
    window.info.tell("Saved.", True)
    window.session().select(0)
    window.timeline.setFocus()
    qtbot.keyClick(window.timeline, Qt.Key.Key_E)
    escape(qtbot)
    assert window.info.isVisible()
    window.stays.edit_entry(0)
    escape(qtbot)
    assert window.info.isVisible()
    assert focused() is window.stays
    escape(qtbot)
    assert window.info.isHidden()


# Where the focus goes


@pytest.mark.parametrize("name", ["timeline", "stays", "traveller_details", "export_report"])
def test_the_focus_goes_back_to_where_the_form_was_opened(window: MainWindow, qtbot: QtBot, name: str) -> None:
    named(window, name).setFocus()
    window.form.begin()
    window.form.done.setFocus()
    qtbot.keyClick(window.form.done, Qt.Key.Key_Return)
    assert window.form.isHidden()
    assert focused() is named(window, name)


def test_who_is_elsewhere_by_then_stays_there(window: MainWindow, qtbot: QtBot) -> None:
    window.form.begin()
    window.stays.setFocus()
    window.form.hide()
    assert focused() is window.stays


def test_where_the_place_before_is_gone_the_timeline_has_the_focus(window: MainWindow) -> None:
    window.stays.edit_entry(0)
    window.form.begin()  # which ends the editor
    window.form.done.setFocus()
    QApplication.processEvents()
    window.form.hide()
    assert focused() in (window.timeline, window.stays)
    window.tabs.setCurrentIndex(DUTIES)
    window.duties.table.setFocus()
    window.form.begin()
    window.tabs.setCurrentIndex(STAYS)
    window.form.hide()
    assert focused() is window.timeline


def test_the_bar_gives_the_focus_back_and_the_form_under_it_too(window: MainWindow, qtbot: QtBot) -> None:
    window.stays.setFocus()
    window.form.begin()
    window.form.done.setFocus()
    window.info.tell("Saved.", True)
    window.info.close_button.setFocus()
    qtbot.keyClick(window.info.close_button, Qt.Key.Key_Return)
    assert focused() is window.form.done
    escape(qtbot)
    assert focused() is window.stays


def test_undo_from_the_bar_leaves_the_focus_where_the_stay_was_deleted(window: MainWindow, qtbot: QtBot) -> None:
    window.session().select(0)
    window.timeline.setFocus()
    qtbot.keyClick(window.timeline, Qt.Key.Key_Delete)
    window.info.button.setFocus()
    qtbot.keyClick(window.info.button, Qt.Key.Key_Enter)
    assert window.session().traveller.stays == ANNA.stays
    assert focused() is window.timeline


@pytest.mark.fresh_window
def test_a_window_that_is_hidden_and_shown_keeps_what_is_open(window: MainWindow, qtbot: QtBot) -> None:
    window.form.begin()
    QApplication.sendEvent(window.form, QHideEvent())  # as each part hears of it
    assert window.form.isAncestorOf(focused())
    escape(qtbot)
    assert window.form.isHidden()


def test_the_form_closes_when_another_case_is_opened(window: MainWindow, tmp_path: Path) -> None:
    window.form.begin()
    window.files.open_example()
    assert window.form.isHidden()
    assert focused() is window.timeline
    window.form.begin()
    window.files.new()
    assert window.form.isHidden()
    window.form.begin()
    save_case(case(ANNA), tmp_path / "other.kzstay")
    assert window.files.open(tmp_path / "other.kzstay")
    assert window.form.isHidden()


def test_a_file_that_cannot_be_opened_leaves_the_form_open(window: MainWindow, tmp_path: Path) -> None:
    window.form.begin()
    assert not window.files.open(tmp_path / "nowhere.kzstay")
    assert window.form.isVisible()


# The order of Tab


@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES)
def test_tab_comes_to_the_bar_last_on_every_page(window: MainWindow, qtbot: QtBot, page: int) -> None:
    window.tabs.setCurrentIndex(page)
    window.info.tell("Saved.", True, "Undo", lambda: None)
    window.header.person.setFocus()
    reached = []
    while not reached or focused() is not window.header.person:
        reached.append(focused().objectName())
        qtbot.keyClick(focused(), Qt.Key.Key_Tab)
    assert len(reached) > len(("header", "timeline", "page"))
    assert reached[-2:] == ["info_button", "info_close"]
