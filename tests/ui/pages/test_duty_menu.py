"""The menu over a duty does what its details offer, and shows where its day is."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QMenu

from kzstay.ui.window.main_window import MainWindow
from tests.helpers import day, stay, traveller
from tests.ui import pages_of
from tests.ui.conftest import OpenCase

ANNA = traveller("DE", stay("2026-11-11"))


def menu_of(window: MainWindow, kind: str) -> QMenu:
    window.stay.show_page("duties")
    page = pages_of.duties(window)
    row = next(row for row, duty in enumerate(page.model.rows) if duty.kind == kind)
    page.table.setCurrentIndex(page.model.index(row, 0))
    menu = page.menu()
    assert menu is not None
    return menu


def texts(menu: QMenu) -> list[str]:
    return [action.text() for action in menu.actions() if action.text()]


def test_a_notice_is_marked_as_done(open_case: OpenCase) -> None:
    window = open_case(ANNA)
    menu = menu_of(window, "host-notice")
    assert texts(menu) == [
        "Mark as done on 22 Nov 2026",
        "Show on the timeline",
        "Guide: Who must report my arrival?",
        "Copy the row",
    ]
    menu.actions()[0].trigger()
    assert window.session().traveller.stays[0].notified == day("2026-11-22")
    assert "Mark as done on 22 Nov 2026" not in texts(menu_of(window, "host-notice"))


def test_its_day_is_shown_on_the_timeline(open_case: OpenCase) -> None:
    window = open_case(ANNA)
    menu = menu_of(window, "host-notice")
    next(action for action in menu.actions() if action.text() == "Show on the timeline").trigger()
    assert window.session().selection == 0
    assert window.stay.timeline.hasFocus()


def test_its_row_is_copied(open_case: OpenCase) -> None:
    window = open_case(ANNA)
    menu = menu_of(window, "host-notice")
    next(action for action in menu.actions() if action.text() == "Copy the row").trigger()
    assert QGuiApplication.clipboard().text().startswith("Duty\tFor\tWho\tDue\tState\n")


def test_it_opens_over_the_table_where_there_is_a_duty(open_case: OpenCase) -> None:
    window = open_case(ANNA)
    menu_of(window, "host-notice").deleteLater()
    pages_of.duties(window).table.customContextMenuRequested.emit(QPoint(5, 5))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    menu.close()
    nobody = open_case()
    assert pages_of.duties(nobody).menu() is None
