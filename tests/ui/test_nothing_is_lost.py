"""What a person entered survives whatever else they do meanwhile."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from kzstay.core import editing
from kzstay.files.store import open_case as read_case
from kzstay.ui.session.editing import Editing
from kzstay.ui.session.records.stays import STAYS
from kzstay.ui.window.main_window import MainWindow
from tests.helpers import day, move, stay, traveller
from tests.ui.conftest import OpenCase
from tests.ui.sessions import file_of, show_traveller, type_day

ANNA = traveller("DE", stay("2026-10-01", "2026-10-10"), name="Anna")
BORIS = traveller("RU", stay("2026-09-01", "2026-09-10"), name="Boris")


def typing(window: MainWindow, qtbot: QtBot, text: str) -> QLineEdit:
    """Begin to type in the entry of the first stay."""
    window.stay.stays.edit_entry(0)
    editor = window.stay.stays.findChild(QLineEdit)
    assert isinstance(editor, QLineEdit)
    editor.selectAll()
    qtbot.keyClicks(editor, text)
    return editor


def hold(window: MainWindow, qtbot: QtBot) -> QPoint:
    """Take hold of the first stay and move it a little."""
    start = window.stay.timeline.rect_of(0).center().toPoint()
    qtbot.mousePress(window.stay.timeline, Qt.MouseButton.LeftButton, pos=start)
    qtbot.mouseMove(window.stay.timeline, start + QPoint(12, 0))
    qtbot.mouseMove(window.stay.timeline, start + QPoint(30, 0))
    return start + QPoint(30, 0)


def test_an_unreadable_exit_stays_when_the_entry_is_corrected(open_case: OpenCase) -> None:
    session = open_case(ANNA).session()
    assert not type_day(session, 0, "exit", "31.02.2026")
    assert type_day(session, 0, "entry", "02.10.2026")
    assert session.traveller.stays == (stay("2026-10-02", "2026-10-10"),)
    assert Editing(session).rows(STAYS)[0].typed == {"exit": "31.02.2026"}


@pytest.mark.parametrize("field", ["notified", "registered"])
def test_a_day_that_a_file_would_refuse_is_not_taken_over(open_case: OpenCase, field: str) -> None:
    session = open_case(ANNA).session()
    assert not type_day(session, 0, field, "01.01.9999")
    assert session.traveller.stays == ANNA.stays


def test_a_language_switch_takes_over_what_is_being_typed(open_case: OpenCase, qtbot: QtBot) -> None:
    window = open_case(ANNA)
    typing(window, qtbot, "03.10.2026")
    window.preferences.set_language("ru")
    assert window.session().traveller.stays[0].entry == day("2026-10-03")


def test_other_colours_leave_alone_what_is_being_typed(open_case: OpenCase, qtbot: QtBot) -> None:
    window = open_case(ANNA)
    editor = typing(window, qtbot, "03.10")
    window.preferences.set_appearance("dark")
    assert editor.text() == "03.10"
    window.preferences.set_appearance("light")


def test_adding_a_stay_takes_over_what_is_being_typed(open_case: OpenCase, qtbot: QtBot) -> None:
    window = open_case(ANNA)
    typing(window, qtbot, "03.10.2026")
    window.controller.add_stay()
    assert day("2026-10-03") in [one.entry for one in window.session().traveller.stays]


def test_a_name_is_never_given_to_another_traveller(open_case: OpenCase, qtbot: QtBot) -> None:
    window = open_case(ANNA, BORIS)
    window.controller.edit_traveller()
    window.stay.form.name.setFocus()
    window.stay.form.name.selectAll()
    qtbot.keyClicks(window.stay.form.name, "Anna Maria")
    show_traveller(window.session(), 1)
    window.stay.form.citizenship.setFocus()
    assert [one.name for one in window.session().case.travellers] == ["Anna Maria", "Boris"]


def test_deleting_during_a_drag_ends_the_drag(open_case: OpenCase, qtbot: QtBot) -> None:
    window = open_case(ANNA)
    at = hold(window, qtbot)
    window.controller.delete_stay()
    window.stay.timeline.repaint()
    qtbot.mouseRelease(window.stay.timeline, Qt.MouseButton.LeftButton, pos=at)
    assert window.session().traveller.stays == ()


def test_a_drag_never_puts_stays_of_one_traveller_into_another(open_case: OpenCase, qtbot: QtBot) -> None:
    window = open_case(ANNA, BORIS)
    at = hold(window, qtbot)
    show_traveller(window.session(), 1)
    qtbot.mouseRelease(window.stay.timeline, Qt.MouseButton.LeftButton, pos=at)
    assert window.session().case.travellers == (ANNA, BORIS)


def test_opening_the_open_file_again_shows_what_was_typed(open_case: OpenCase, tmp_path: Path) -> None:
    window = open_case(ANNA)
    type_day(window.session(), 0, "exit", "12.10.2026")
    assert window.files.open(tmp_path / "case.kzstay")
    assert window.session().traveller.stays[0].exit == day("2026-10-12")
    type_day(window.session(), 0, "exit", "13.10.2026")
    assert window.case_file.save()


def test_a_file_of_a_newer_version_is_never_written_over(open_case: OpenCase, tmp_path: Path) -> None:
    newer = tmp_path / "newer.kzstay"
    newer.write_text('{"format": "kzstay", "version": 9, "travellers": [{"name": "A", "citizenship": "DE"}]}')
    before = newer.read_bytes()
    assert not file_of(open_case(path=newer).session()).save(newer)
    assert newer.read_bytes() == before


def test_an_untitled_case_is_put_away_before_a_new_one(open_case: OpenCase, own_settings: Path) -> None:
    window = open_case()
    window.session().change(editing.inserted(window.session().traveller, stay("2026-11-11")), "add-stay")
    stays = window.session().traveller.stays
    window.files.new()
    (kept,) = window.case_file.copies()
    assert kept.place.is_relative_to(own_settings)
    assert read_case(kept.place).document.case.travellers[0].stays == stays
    assert "Recent files" in window.info.text.text()
    window.commands.submenus["recent"].aboutToShow.emit()
    window.commands.submenus["recent"].actions()[-1].trigger()
    assert window.session().traveller.stays == stays


def test_nudges_of_two_travellers_are_two_steps(open_case: OpenCase, qtbot: QtBot) -> None:
    window = open_case(ANNA, BORIS)
    for index in (0, 1):
        show_traveller(window.session(), index)
        window.session().select(0)
        qtbot.keyClick(window.stay.timeline, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert window.session().undo_stack.count() == 2


def test_a_note_is_never_read_as_html(open_case: OpenCase) -> None:
    window = open_case(traveller("DE", stay("2026-10-01", "2026-10-10", note='<img src="/etc/hostname">')))
    index = window.stay.stays.stays.index(0, 6)
    assert "<img" not in str(index.data(Qt.ItemDataRole.ToolTipRole))


def test_a_notice_of_a_change_of_address_is_recorded_for_it(open_case: OpenCase) -> None:
    window = open_case(traveller("DE", stay("2026-11-11", moves=[move("2026-11-19")])))
    (about,) = window.session().traveller.stays
    Editing(window.session()).record_done(about.key.number, "notified", about.moves[0].key.number)
    kept = window.session().traveller.stays[0]
    assert kept.notified is None
    assert [one.notified for one in kept.moves] == [day("2026-11-22")]


def test_the_day_of_reckoning_goes_on_with_the_clock(open_case: OpenCase) -> None:
    session = open_case(ANNA).session()
    session.view.day_changed(day("2026-11-23"))
    assert session.view.on == day("2026-11-23")
    session.view.set_day(day("2027-01-01"))
    session.view.day_changed(day("2026-11-24"))
    assert session.view.on == day("2027-01-01"), "a chosen day stays"
