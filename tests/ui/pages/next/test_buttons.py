"""The buttons of What now: what helps most first, and each does what it says."""

from __future__ import annotations

from unittest.mock import Mock

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTableView
from pytestqt.qtbot import QtBot

from kzstay.core.case import Ruling, Traveller
from kzstay.ui.pages.next.page import NextPage
from kzstay.ui.widgets.parts import Button
from kzstay.ui.window.main_window import MainWindow
from tests.core.builders import expulsion, fine, ruled
from tests.helpers import day, move, stay, traveller
from tests.ui import pages_of
from tests.ui.conftest import OpenCase
from tests.ui.window.exporting.open_dialogs import shown

LATE = traveller("DE", stay("2026-10-20", notified="2026-10-21"))
TOLD = ruled(LATE, expulsion("2026-11-20", "2026-11-25"))
NEW = traveller("DE", stay("2026-11-22"))
ENDING = traveller("DE", stay("2026-10-26", notified="2026-10-27"))


def buttons(window: MainWindow) -> list[Button]:
    window.stay.show_page("next")
    page = window.stay.pages["next"]
    assert isinstance(page, NextPage)
    return page.buttons.buttons


def names(window: MainWindow) -> list[str]:
    return [button.objectName().removeprefix("next_") for button in buttons(window)]


def press(window: MainWindow, qtbot: QtBot, name: str) -> None:
    button = next(one for one in buttons(window) if one.objectName() == f"next_{name}")
    page = window.stay.pages["next"]
    assert isinstance(page, NextPage)
    qtbot.waitUntil(button.isVisible)
    page.ensureWidgetVisible(button)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def typed_in(table: QTableView) -> tuple[int, int]:
    """Return the cell that is being typed in."""
    assert table.state() == QTableView.State.EditingState
    return table.currentIndex().row(), table.currentIndex().column()


@pytest.mark.parametrize(
    ("who", "expected"),
    [
        (LATE, ["contacts", "record_exit"]),  # nothing lies ahead that a calendar could hold
        (TOLD, ["complaint", "record_exit", "calendar", "contacts", "record_executed", "record_appealed"]),
        (NEW, ["record_notified", "calendar", "contacts"]),
        (ENDING, ["calendar", "record_exit", "contacts", "record_permit"]),
    ],
)
def test_what_helps_most_stands_first_and_stands_out(
    open_case: OpenCase, who: Traveller, expected: list[str]
) -> None:
    window = open_case(who)
    assert names(window) == expected
    assert [bool(button.property("primary")) for button in buttons(window)] == [True] + [False] * (
        len(expected) - 1
    )


def test_they_stay_the_same_while_what_they_offer_does(open_case: OpenCase) -> None:
    window = open_case(LATE)
    before = buttons(window)
    window.session().view.set_day(day("2026-11-23"))
    assert buttons(window) is before
    window.session().view.set_day(day("2026-11-01"))
    assert names(window) == []


def test_the_exit_and_the_notice_are_typed_in_the_table_of_stays(open_case: OpenCase, qtbot: QtBot) -> None:
    for who, name, column in ((LATE, "exit", 1), (NEW, "notified", 4)):
        window = open_case(who)
        window.show()
        press(window, qtbot, f"record_{name}")
        assert window.stay.page == "stays"
        assert typed_in(window.stay.stays) == (0, column)


@pytest.mark.parametrize(
    ("who", "name", "column"),
    [
        (ruled(traveller("DE"), fine("2026-11-20")), "paid", "settled"),
        (TOLD, "executed", "settled"),
        (TOLD, "appealed", "appealed"),
    ],
)
def test_what_is_done_of_a_ruling_is_typed_in_its_row(
    open_case: OpenCase, qtbot: QtBot, who: Traveller, name: str, column: str
) -> None:
    earlier = Ruling(kind="warning", served=day("2025-01-01"))
    window = open_case(msgspec.structs.replace(who, rulings=(earlier, *who.rulings)))
    window.show()
    press(window, qtbot, f"record_{name}")
    assert window.stay.page == "papers"
    table = pages_of.papers(window).rulings.table
    assert typed_in(table) == (1, table.papers.listed.columns.index(column))


def test_the_notice_of_a_new_address_is_typed_with_the_move(open_case: OpenCase, qtbot: QtBot) -> None:
    window = open_case(traveller("DE", stay("2026-11-02", notified="2026-11-02", moves=[move("2026-11-20")])))
    window.show()
    press(window, qtbot, "record_notified")
    table = pages_of.papers(window).moves.table
    assert typed_in(table) == (0, table.papers.listed.columns.index("notified"))


@pytest.mark.parametrize(("citizenship", "kind"), [("DE", "visa"), ("PK", "visa"), ("RU", "rvp")])
def test_a_permit_is_begun_of_the_kind_that_the_citizenship_gets(
    open_case: OpenCase, qtbot: QtBot, citizenship: str, kind: str
) -> None:
    begun = "2026-08-27" if citizenship == "RU" else "2026-10-26"
    window = open_case(traveller(citizenship, stay(begun, notified=begun, registered=begun)))
    window.show()
    press(window, qtbot, "record_permit")
    assert window.stay.page == "papers"
    (row,) = pages_of.papers(window).permits.table.papers.rows
    assert row.kind == kind


def test_the_contacts_and_the_calendar_are_asked_for(open_case: OpenCase, qtbot: QtBot) -> None:
    window = open_case(ENDING)
    window.show()
    press(window, qtbot, "calendar")
    dialog = shown(window)
    assert dialog.choices.chosen_format().suffix == ".ics"
    dialog.close()
    press(window, qtbot, "contacts")
    assert window.places.current == "contacts"


def test_a_complaint_is_drafted_in_a_language_of_the_courts(
    open_case: OpenCase, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_case(TOLD)
    asked = Mock(return_value=("", ""))
    monkeypatch.setattr("PySide6.QtWidgets.QFileDialog.getSaveFileName", asked)
    menu = buttons(window)[0].menu()
    assert menu is not None
    assert [action.text() for action in menu.actions()] == ["Русский…", "Қазақша…"]
    menu.actions()[0].trigger()
    assert asked.call_args.args[2].endswith("complaint 1.docx")


def test_enter_presses_a_button_that_has_the_focus(open_case: OpenCase, qtbot: QtBot) -> None:
    window = open_case(LATE)
    window.show()
    qtbot.keyClick(buttons(window)[0], Qt.Key.Key_Return)
    assert window.places.current == "contacts"
