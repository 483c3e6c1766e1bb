"""A row that is begun, unfinished or refused counts for nothing: not in the answer, the file or the report."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kzstay.drawing.colours import LIGHT
from kzstay.files.store import open_case as read_case
from kzstay.ui.pages.stays.model import DAYS, ENTRY, EXIT, NOTIFIED, STATUS
from kzstay.ui.window.main_window import MainWindow
from tests.helpers import day, stay, traveller
from tests.ui import pages_of
from tests.ui.conftest import OpenCase
from tests.ui.pages.stays.stay_rows import begin, colour, editor, enter, go_to, shown

SUMMER = stay("2026-07-14", "2026-08-09")
ANNA = traveller("DE", SUMMER, stay("2026-11-11"))
NEW = 2
OVERLAP = "Overlaps the stay that began on 14 Jul 2026 by more than one day."


def add(window: MainWindow, qtbot: QtBot, *texts: str) -> None:
    """Begin a stay and type into one cell after the other, with Tab between them and Enter at the end."""
    window.controller.add_stay()
    for number, text in enumerate(texts, 1):
        qtbot.keyClicks(editor(), text)
        qtbot.keyClick(editor(), Qt.Key.Key_Tab if number < len(texts) else Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is window.stay.stays)


def saved(tmp_path: Path, window: MainWindow) -> object:
    window.case_file.autosave()
    return read_case(tmp_path / "case.kzstay").document.case.travellers[0].stays


def test_a_stay_that_overlaps_is_refused_whole(open_case: OpenCase, qtbot: QtBot, tmp_path: Path) -> None:
    window = open_case(ANNA)
    before = window.stay.hero.facts.text()
    add(window, qtbot, "16.7.2026", "20.7.2026")
    assert [shown(window, NEW, column) for column in (ENTRY, EXIT, DAYS)] == ["16 Jul 2026", "20.7.2026", ""]
    assert shown(window, NEW, STATUS) == OVERLAP
    assert window.session().traveller == ANNA
    assert saved(tmp_path, window) == ANNA.stays
    assert "1 row is left out" in window.stay.hero.facts.text()
    assert before in window.stay.hero.facts.text(), "the answer itself is as it was"
    assert pages_of.stays(window).echo.text() == f"1 row is left out. {OVERLAP}"
    assert not window.commands.undo.isEnabled()


def test_a_refused_stay_is_taken_over_once_nothing_is_in_its_way(open_case: OpenCase, qtbot: QtBot) -> None:
    window = open_case(ANNA)
    add(window, qtbot, "16.7.2026", "20.7.2026")
    window.controller.delete_row(0)
    assert window.session().traveller.stays == (stay("2026-07-16", "2026-07-20"), ANNA.stays[1])
    assert "left out" not in window.stay.hero.facts.text()
    window.commands.undo.trigger()
    assert window.session().traveller == ANNA
    assert shown(window, NEW, STATUS) == OVERLAP, "and waits again"


def test_each_row_says_its_own_true_reason(open_case: OpenCase, qtbot: QtBot) -> None:
    window = open_case(traveller("DE"))
    add(window, qtbot, "1.9.2026", "soon")
    assert window.session().traveller.stays == (), "an exit that cannot be read makes no stay of the entry"
    assert shown(window, 0, STATUS) == "“soon” is not a date. Enter it like 15.12.2026."
    add(window, qtbot, "20.9.2026", "15.10.2026")
    assert window.session().traveller.stays == (stay("2026-09-20", "2026-10-15"),)
    assert "1 row is left out" in window.stay.hero.facts.text()
    enter(qtbot, window, 1, EXIT, "10.9.2026")
    assert window.session().traveller.stays == (stay("2026-09-01", "2026-09-10"), stay("2026-09-20", "2026-10-15"))


def test_typing_a_past_trip_never_looks_like_an_overstay(open_case: OpenCase, qtbot: QtBot) -> None:
    window = open_case(traveller("DE"))
    standings: set[str] = set()
    window.session().changed.connect(lambda: standings.add(window.session().assessment.standing))
    add(window, qtbot, "3.6.26", "10.6.26")
    assert window.session().traveller.stays == (stay("2026-06-03", "2026-06-10"),)
    assert standings == {"outside"}


def test_an_entry_typed_again_takes_the_untouched_exit_along(open_case: OpenCase, qtbot: QtBot) -> None:
    window = open_case(traveller("DE"))
    add(window, qtbot, "3.6.26")
    assert window.session().traveller.stays == (stay("2026-06-03", "2026-06-03"),)
    assert colour(window, 0, EXIT) == QColor(LIGHT.muted), "nobody has entered it"
    enter(qtbot, window, 0, ENTRY, "5.7.26")
    assert window.session().traveller.stays == (stay("2026-07-05", "2026-07-05"),)
    enter(qtbot, window, 0, EXIT, "9.7.26")
    enter(qtbot, window, 0, ENTRY, "4.7.26")
    assert window.session().traveller.stays == (stay("2026-07-04", "2026-07-09"),)


def test_an_exit_that_cannot_be_takes_a_new_stay_back_out(open_case: OpenCase, qtbot: QtBot) -> None:
    window = open_case(ANNA)
    add(window, qtbot, "1.6.2026", "20.7.2026")
    assert window.session().traveller == ANNA, "a day of it would be a day that nobody meant"
    assert [shown(window, NEW, column) for column in (ENTRY, EXIT)] == ["1 Jun 2026", "20.7.2026"]
    enter(qtbot, window, NEW, EXIT, "20.6.2026")
    assert window.session().traveller.stays == (stay("2026-06-01", "2026-06-20"), *ANNA.stays)


@pytest.mark.parametrize("leave", ["escape", "elsewhere"])
def test_a_row_that_is_begun_and_left_is_none(open_case: OpenCase, qtbot: QtBot, leave: str) -> None:
    window = open_case(ANNA)
    window.controller.add_stay()
    assert editor().text() == "10.11.2026"
    assert shown(window, NEW, STATUS) == "Enter the day of entry."
    if leave == "escape":
        qtbot.keyClick(editor(), Qt.Key.Key_Escape)
    else:
        window.stay.timeline.setFocus()
    qtbot.waitUntil(lambda: window.stay.stays.stays.rowCount() == len(ANNA.stays))
    assert window.session().traveller == ANNA
    assert not window.commands.undo.isEnabled()


def test_the_proposed_day_counts_once_it_is_confirmed(open_case: OpenCase, qtbot: QtBot) -> None:
    window = open_case(ANNA)
    window.controller.add_stay()
    qtbot.keyClick(editor(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: stay("2026-11-10", "2026-11-10") in window.session().traveller.stays)


def test_a_row_that_is_no_stay_yet_is_deleted_and_had_back(open_case: OpenCase, qtbot: QtBot) -> None:
    window = open_case(ANNA)
    add(window, qtbot, "16.7.2026", "20.7.2026")
    go_to(window, NEW, ENTRY)
    qtbot.keyClick(window.stay.stays, Qt.Key.Key_Delete)
    assert window.stay.stays.stays.rowCount() == NEW
    assert "left out" not in window.stay.hero.facts.text()
    window.info.button.click()
    assert shown(window, NEW, STATUS) == OVERLAP


def test_a_refused_change_of_a_stay_leaves_the_stay_as_it_counts(open_case: OpenCase, qtbot: QtBot) -> None:
    window = open_case(ANNA)
    enter(qtbot, window, 0, EXIT, "31.02.2026")
    assert window.session().traveller == ANNA
    assert "1 change is not used yet" in window.stay.hero.facts.text()
    assert "not used yet" in window.stay.hero.accessibleDescription()


@pytest.mark.parametrize("text", ["10.11.2026", "5.3.26"])
def test_a_notice_before_the_arrival_is_refused(open_case: OpenCase, qtbot: QtBot, text: str) -> None:
    window = open_case(ANNA)
    enter(qtbot, window, 1, NOTIFIED, text)
    assert shown(window, 1, STATUS) == "This is before the entry."
    assert window.session().traveller == ANNA
    enter(qtbot, window, 1, NOTIFIED, "11.11.2026")
    assert window.session().traveller.stays[1].notified == day("2026-11-11")


# Keys that clear and delete


def test_delete_clears_a_cell_that_may_be_empty(open_case: OpenCase, qtbot: QtBot) -> None:
    window = open_case(traveller("DE", stay("2026-07-14", "2026-08-09", notified="2026-07-15", note="by train")))
    for column, field in ((EXIT, "exit"), (NOTIFIED, "notified")):
        go_to(window, 0, column)
        qtbot.keyClick(window.stay.stays, Qt.Key.Key_Delete)
        assert getattr(window.session().traveller.stays[0], field) is None
        qtbot.keyClick(window.stay.stays, Qt.Key.Key_Delete)
        assert len(window.session().traveller.stays) == 1, "an empty cell has nothing to clear"


@pytest.mark.parametrize("column", [ENTRY, STATUS])
def test_delete_from_the_entry_deletes_the_stay(open_case: OpenCase, qtbot: QtBot, column: int) -> None:
    window = open_case(ANNA)
    go_to(window, 0, column)
    qtbot.keyClick(window.stay.stays, Qt.Key.Key_Delete)
    assert window.session().traveller.stays == ANNA.stays[1:]
    window.info.button.click()
    assert window.session().traveller == ANNA


def test_delete_deletes_no_letter_and_no_stay_while_a_cell_is_typed(open_case: OpenCase, qtbot: QtBot) -> None:
    window = open_case(ANNA)
    field = begin(qtbot, window, 0, EXIT)
    field.home(False)
    qtbot.keyClick(field, Qt.Key.Key_Delete)
    assert field.text() == "9.08.2026"
    assert window.session().traveller == ANNA


# Drags


def test_the_tables_show_the_case_while_a_stay_is_dragged(open_case: OpenCase, qtbot: QtBot) -> None:
    window = open_case(ANNA)
    before = [shown(window, row, column) for row in range(2) for column in range(7)]
    start = window.stay.timeline.rect_of(0).center().toPoint()
    qtbot.mousePress(window.stay.timeline, Qt.MouseButton.LeftButton, pos=start)
    qtbot.mouseMove(window.stay.timeline, start + QPoint(-40, 0))
    assert window.session().previewing
    assert [shown(window, row, column) for row in range(2) for column in range(7)] == before
    qtbot.mouseRelease(window.stay.timeline, Qt.MouseButton.LeftButton, pos=start + QPoint(-40, 0))
    assert shown(window, 0, ENTRY) != before[0]
