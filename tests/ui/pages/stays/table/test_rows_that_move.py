"""A row may move while it is typed: what is typed next goes into the same stay, and undo takes back just that."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kzstay.core import editing
from kzstay.core.editing import Handle
from kzstay.files.store import open_case as read_case
from kzstay.texts import countries
from kzstay.ui.pages.stays.model import ENTRY, EXIT
from kzstay.ui.session.editing import Editing
from kzstay.ui.session.records.stays import STAYS
from kzstay.ui.session.session import Session
from kzstay.ui.session.view import View
from kzstay.ui.window.main_window import MainWindow
from tests.helpers import day, move, stay, traveller
from tests.ui.conftest import TODAY, OpenCase
from tests.ui.pages.stays.stay_rows import begin, editor, enter, go_to, shown
from tests.ui.sessions import file_of, type_day, type_text

JULY, PRESENT = stay("2026-07-01", "2026-07-10"), stay("2026-11-11")
ANNA = traveller("DE", JULY, PRESENT)


def type_on(qtbot: QtBot, text: str, key: Qt.Key = Qt.Key.Key_Tab) -> None:
    qtbot.keyClicks(editor(), text)
    qtbot.keyClick(editor(), key)


def pick(window: MainWindow, action: QAction) -> None:
    """Choose a command in its menu, which leaves an open cell as it is."""
    action.trigger()
    QApplication.processEvents()
    assert window.isVisible()


@pytest.mark.parametrize("command", ["undo", "redo"])
def test_a_step_taken_from_the_menu_takes_over_first_what_is_being_typed(
    open_case: OpenCase, qtbot: QtBot, tmp_path: Path, command: str
) -> None:
    window = open_case(ANNA)
    session = window.session()
    type_text(session, 0, "note", "first")
    if command == "redo":
        session.undo()
    file_of(session).autosave()
    field = begin(qtbot, window, 0, EXIT)
    field.selectAll()
    qtbot.keyClicks(field, "7.7.2026")
    pick(window, window.commands.by_name[command])
    stack = session.undo_stack
    if command == "undo":
        assert stack.redoText() == "change-exit", "what was typed is the last step, and is taken back"
        assert session.traveller.stays[0].exit == JULY.exit
    else:
        assert session.traveller.stays[0].exit == day("2026-07-07")
    file_of(session).autosave()
    assert read_case(tmp_path / "case.kzstay").document.case == session.case


def test_after_a_slip_in_the_exit_of_a_new_stay_tab_stays_in_its_row(open_case: OpenCase, qtbot: QtBot) -> None:
    window = open_case(ANNA)
    window.controller.add_stay()
    type_on(qtbot, "1.9.2026")
    type_on(qtbot, "20.9.2o26")
    assert window.session().traveller == ANNA
    assert window.stay.stays.currentIndex().row() == len(ANNA.stays)
    enter(qtbot, window, len(ANNA.stays), EXIT, "20.9.2026")
    assert window.session().traveller.stays == (JULY, stay("2026-09-01", "2026-09-20"), PRESENT)


def test_a_selected_stay_stays_selected_when_one_that_waited_comes_before_it(open_case: OpenCase) -> None:
    march = stay("2026-03-01", "2026-03-10")
    session = open_case(traveller("DE", march, JULY)).session()
    row = Editing(session).add(STAYS)
    assert row is not None
    type_day(session, row, "exit", "2.3.2026")
    type_day(session, row, "entry", "20.02.2026")
    session.select(0)
    session.change(editing.moved(session.traveller, 0, 1, session.view.on), "move-stay", merge=True)
    assert session.traveller.stays[0] == stay("2026-02-20", "2026-03-02")
    assert session.traveller.stays[session.selection].entry == day("2026-03-02")


def test_a_stay_that_a_drag_has_made_longer_is_not_taken_out_by_a_slip(open_case: OpenCase) -> None:
    window = open_case(traveller("DE"))
    session = window.session()
    row = Editing(session).add(STAYS)
    assert row is not None
    type_day(session, row, "entry", "1.11.2026")
    dragged = editing.resized(session.traveller, 0, Handle.EXIT, day("2026-11-20"), session.view.on)
    session.change(dragged, "change-exit")
    assert session.state.drafts == (), "its exit goes along with the entry no more"
    type_day(session, 0, "exit", "2o.11.2026")
    assert session.traveller.stays == (stay("2026-11-01", "2026-11-20"),)


def test_a_new_stay_with_a_change_of_address_keeps_it_over_a_slip(open_case: OpenCase) -> None:
    session = open_case(traveller("DE")).session()
    row = Editing(session).add(STAYS)
    assert row is not None
    type_day(session, row, "entry", "1.11.2026")
    moved = stay("2026-11-01", "2026-11-01", moves=[move("2026-11-01")])
    session.change(editing.Change((moved,), 0), "add-move")
    type_day(session, 0, "exit", "soon")
    assert session.traveller.stays == (moved,)
    assert Editing(session).left_out() == (0, 1)


def test_an_exit_that_was_typed_as_it_stands_is_meant(open_case: OpenCase, qtbot: QtBot) -> None:
    window = open_case(traveller("DE"))
    window.controller.add_stay()
    type_on(qtbot, "5.9.2026")
    editor().selectAll()
    type_on(qtbot, "05.09.2026", Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is window.stay.stays)
    enter(qtbot, window, 0, ENTRY, "1.9.2026")
    assert window.session().traveller.stays == (stay("2026-09-01", "2026-09-05"),)


def test_delete_takes_a_slip_back_and_not_the_day_under_it(open_case: OpenCase, qtbot: QtBot) -> None:
    window = open_case(ANNA)
    enter(qtbot, window, 0, EXIT, "9.8.2o26")
    go_to(window, 0, EXIT)
    qtbot.keyClick(window.stay.stays, Qt.Key.Key_Delete)
    assert window.session().traveller == ANNA
    assert Editing(window.session()).left_out() == (0, 0)
    qtbot.keyClick(window.stay.stays, Qt.Key.Key_Delete)
    assert window.session().traveller.stays[0].exit is None, "now it is the day that is cleared"


def test_an_overlap_is_told_of_the_other_stay(open_case: OpenCase) -> None:
    session = open_case(ANNA).session()
    type_day(session, 0, "exit", "20.11.2026")
    assert list(Editing(session).wrong(STAYS, 0).values()) == [
        "Overlaps the stay that began on 11 Nov 2026 by more than one day."
    ]


# Undo, and what waits


def test_what_waits_elsewhere_in_a_row_waits_on_when_a_step_is_taken_back(open_case: OpenCase) -> None:
    session = open_case(ANNA).session()
    type_day(session, 0, "notified", "soon")
    type_day(session, 0, "exit", "9.7.2026")
    session.undo()
    assert Editing(session).rows(STAYS)[0].typed == {"notified": "soon"}


def test_text_typed_between_two_nudges_outlives_their_undo(open_case: OpenCase) -> None:
    session = open_case(ANNA).session()
    for text in ("soon", "later"):
        session.change(editing.moved(session.traveller, 1, -1, session.view.on), "move-stay", merge=True)
        type_day(session, 0, "exit", text)
    session.change(editing.moved(session.traveller, 1, -1, session.view.on), "move-stay", merge=True)
    session.undo()
    assert Editing(session).rows(STAYS)[0].typed == {"exit": "later"}


def test_a_row_that_a_slip_took_out_of_the_case_is_not_there_twice_after_undo(open_case: OpenCase) -> None:
    session = open_case(ANNA).session()
    row = Editing(session).add(STAYS)
    assert row is not None
    type_day(session, row, "entry", "20.08.2026")
    type_day(session, 1, "exit", "02.01.2026")
    other = Editing(session).add(STAYS)
    assert other is not None
    type_day(session, other, "entry", "abc")
    session.undo()
    assert session.traveller.stays == (JULY, stay("2026-08-20", "2026-08-20"), PRESENT)
    assert [row.typed for row in Editing(session).rows(STAYS) if row.record is None] == [{"entry": "abc"}]


def test_rows_of_a_traveller_who_is_removed_become_nobody_elses(open_case: OpenCase) -> None:
    session = open_case(ANNA).session()
    row = Editing(session).add(STAYS)
    assert row is not None
    type_day(session, row, "entry", "5.7.2026")
    type_day(session, row, "exit", "6.7.2026")
    session.remove_traveller("remove-traveller")
    assert session.traveller.stays == ()
    assert session.state.drafts == ()
    session.undo()
    assert Editing(session).left_out() == (1, 0)


def test_what_was_possible_before_is_no_part_of_another_step(
    open_case: OpenCase, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = open_case(ANNA).session()
    with monkeypatch.context() as before:
        before.setattr(countries, "meant", lambda _w, _text: None)
        type_text(session, 1, "citizenship", "Узбекистан")
    type_text(session, 0, "note", "поездом")
    assert session.traveller.stays[1].citizenship is None
    type_text(session, 1, "citizenship", "Узбекистан")
    assert session.traveller.stays[1].citizenship == "UZ"
    session.view.set_language("en")


def test_an_older_step_is_not_taken_back_while_a_row_may_be_had_back(open_case: OpenCase) -> None:
    window = open_case(ANNA)
    session = window.session()
    type_text(session, 0, "note", "first")
    row = Editing(session).add(STAYS)
    assert row is not None
    type_day(session, row, "entry", "5.7.2026")
    window.controller.delete_row(row)
    window.commands.by_name["undo"].trigger()
    assert session.traveller.stays[0].note == "first"
    assert shown(window, row, ENTRY) == "5.7.2026"


# The order


def test_a_row_whose_entry_was_changed_goes_to_its_place_and_stays_chosen_and_in_sight(
    open_case: OpenCase, qtbot: QtBot
) -> None:
    many = [stay(f"2025-{month:02}-01", f"2025-{month:02}-05") for month in range(1, 13)]
    window = open_case(traveller("DE", *many))
    table = window.stay.stays
    enter(qtbot, window, 0, EXIT, "9.3.2026")
    qtbot.waitUntil(lambda: "Overlaps" in table.stays.reason(0))
    enter(qtbot, window, 0, ENTRY, "1.3.2026")
    qtbot.waitUntil(lambda: window.session().traveller.stays[-1] == stay("2026-03-01", "2026-03-09"))
    assert window.session().traveller.in_order() == list(range(12))
    assert [table.stays.index(row, ENTRY).data() for row in (0, 11)] == ["1 Feb 2025", "1 Mar 2026"]
    assert table.currentIndex().row() == 11
    assert table.viewport().rect().contains(table.visualRect(table.currentIndex()).center())
    assert window.session().selection == 11


@given(st.permutations(range(6)))
def test_stays_typed_in_any_order_stand_in_order_of_date(order: list[int]) -> None:
    session = Session(View(TODAY, "en"))
    editing = Editing(session)
    for month in order:
        row = editing.add(STAYS)
        assert row is not None
        editing.type(STAYS, row, "entry", f"1.{month + 1}.2026")
    assert [one.entry.month for one in session.traveller.stays] == [1, 2, 3, 4, 5, 6]
    assert [row.record for row in editing.rows(STAYS)] == list(session.traveller.stays)
