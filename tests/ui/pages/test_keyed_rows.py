"""Whatever comes, goes or moves among the rows: what is chosen and what is being typed stays with its record."""

from __future__ import annotations

import msgspec
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QTableView
from pytestqt.qtbot import QtBot

from kzstay.core import editing
from kzstay.core.case import Traveller
from kzstay.ui.pages.duties.model import DUTY
from kzstay.ui.pages.stays.model import EXIT, NOTE
from kzstay.ui.session.editing import Editing
from kzstay.ui.session.records.stays import STAYS
from kzstay.ui.session.session import Session
from kzstay.ui.window.main_window import MainWindow
from tests.helpers import day, move, permit, stay, traveller
from tests.ui import pages_of
from tests.ui.conftest import OpenCase
from tests.ui.pages.papers.paper_rows import DAYS as PERMIT_DAYS
from tests.ui.pages.papers.paper_rows import begin as begin_paper
from tests.ui.pages.stays.stay_rows import begin, editor, go_to

SAME = stay("2026-05-20", "2026-05-20")
ANNA = traveller(
    "DE",
    SAME,
    SAME,
    stay("2026-10-01", "2026-10-04"),
    stay(
        "2026-11-11", registered="2026-11-12", moves=[move("2026-11-16"), move("2026-11-16"), move("2026-11-18")]
    ),
    permits=[permit("2025-01-01", "2025-02-01"), permit("2025-01-01", "2025-02-01")],
)


def turned(person: Traveller) -> Traveller:
    """Return somebody with all stays and permits in the other order."""
    return msgspec.structs.replace(person, stays=person.stays[::-1], permits=person.permits[::-1])


def turn(session: Session) -> None:
    session.change_traveller(turned(session.traveller), "change-name")


def test_an_open_cell_goes_with_its_stay(open_case: OpenCase, qtbot: QtBot) -> None:
    window = open_case(ANNA)
    session = window.session()
    key = session.traveller.stays[1].key.number
    tester = QAbstractItemModelTester(
        window.stay.stays.stays, QAbstractItemModelTester.FailureReportingMode.Fatal, window
    )
    field = begin(qtbot, window, 1, NOTE)
    qtbot.keyClicks(field, "by train")
    turn(session)
    assert editor() is field
    assert window.stay.stays.currentIndex().row() == 0, "of two on the same days the other one is first now"
    there = window.stay.stays.visualRect(window.stay.stays.stays.index(0, NOTE)).center()
    qtbot.waitUntil(lambda: field.geometry().contains(there))
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: any(one.note for one in session.traveller.stays))
    assert {one.key.number: one.note for one in session.traveller.stays}[key] == "by train"
    assert tester.model() is window.stay.stays.stays


def test_an_open_cell_goes_with_its_permit_and_tells_there_what_is_typed(
    open_case: OpenCase, qtbot: QtBot
) -> None:
    window = open_case(ANNA)
    window.stay.show_page("papers")
    session, section = window.session(), pages_of.papers(window).permits
    key = session.traveller.permits[0].key.number
    field = begin_paper(qtbot, section, 0, PERMIT_DAYS)
    qtbot.keyClicks(field, "30")
    model = section.table.papers
    turn(session)
    assert model.index(1, model.state_column).data() == "30 days altogether"
    assert model.index(0, model.state_column).data() != "30 days altogether"
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: any(one.days for one in session.traveller.permits))
    assert {one.key.number: one.days for one in session.traveller.permits}[key] == 30


def test_the_chosen_permit_stays_chosen_when_an_equal_one_before_it_goes(open_case: OpenCase) -> None:
    window = open_case(ANNA)
    window.stay.show_page("papers")
    table = pages_of.papers(window).permits.table
    key = window.session().traveller.permits[1].key.number
    table.setCurrentIndex(table.papers.index(1, 0))
    pages_of.papers(window).permits.delete_row(0)
    assert table.papers.rows[table.currentIndex().row()].key == key
    window.session().undo()
    assert (table.currentIndex().row(), table.papers.rows[1].key) == (1, key)


def test_the_chosen_row_to_be_stays_chosen_when_a_stay_comes_before_it(open_case: OpenCase) -> None:
    window = open_case(ANNA)
    session = window.session()
    row = Editing(session).add(STAYS)
    assert row is not None
    Editing(session).type(STAYS, row, "entry", "soon")
    go_to(window, row, EXIT)
    session.change_traveller(
        msgspec.structs.replace(
            session.traveller, stays=(stay("2026-01-01", "2026-01-02"), *session.traveller.stays)
        ),
        "add-stay",
    )
    assert window.stay.stays.currentIndex().row() == row + 1
    assert window.stay.stays.begun


@pytest.mark.parametrize("before", [0, 1, 2])
def test_the_chosen_duty_stays_chosen_when_a_stay_comes_before_its_own_or_goes_on(
    open_case: OpenCase, before: int
) -> None:
    window = open_case(ANNA)
    session, page = window.session(), pages_of.duties(window)
    window.stay.show_page("duties")
    rows = [row for row, duty in enumerate(page.model.rows) if duty.kind == "address-change"]
    keys = [one.key.number for one in session.traveller.stays[3].moves]
    page.table.setCurrentIndex(page.model.index(rows[before], DUTY))

    def chosen() -> tuple[str, object]:
        duty = page.model.duty(page.table.currentIndex().row())
        assert duty is not None
        assert duty.stay is not None
        assert duty.move is not None
        return duty.kind, session.traveller.stays[duty.stay].moves[duty.move].key.number

    assert len(rows) == 3
    assert chosen() == ("address-change", keys[before])
    session.change(editing.inserted(session.traveller, stay("2026-07-01", "2026-07-05")), "add-stay")
    assert chosen() == ("address-change", keys[before])
    session.change(editing.moved(session.traveller, 4, -1, session.view.on), "move-stay")
    assert chosen() == ("address-change", keys[before])
    page.details.record.click()
    held = {one.key.number: one.notified for one in session.traveller.stays[4].moves}
    assert {key for key, done in held.items() if done} == {keys[before]}, "of two on one day, one"


def told(window: MainWindow) -> dict[str, list[str]]:
    """Return what stands in every table that can be seen."""
    found: dict[str, list[str]] = {}
    for table in window.findChildren(QTableView):
        model = table.model()
        if table.objectName() and model is not None:
            table.viewport().repaint()
            found[table.objectName()] = [
                str(model.index(row, column).data())
                for row in range(model.rowCount())
                for column in range(model.columnCount())
            ]
    return found


def test_a_stay_that_is_being_drawn_disturbs_no_table(open_case: OpenCase, qtbot: QtBot) -> None:
    window = open_case(ANNA)
    session, timeline = window.session(), window.stay.timeline
    before = told(window)
    assert {"stays", "duties_table", "permits", "moves"} <= set(before)
    start = QPoint(round(timeline.x_of(day("2026-07-10")) + 1), round(timeline.rect_of(3).center().y()))
    qtbot.mousePress(timeline, Qt.MouseButton.LeftButton, pos=start)
    drawn: set[int] = set()
    for step in (12, 30, 60):
        qtbot.mouseMove(timeline, start + QPoint(step, 0))
        QApplication.processEvents()
        assert session.previewing
        drawn |= {one.key.number for one in session.traveller.stays}
        assert told(window) == before
        assert (session.selection, window.stay.stays.currentIndex().row()) == (-1, -1)
    assert len(drawn) == len(ANNA.stays) + 1, "it is one stay from the press on"
    qtbot.mouseRelease(timeline, Qt.MouseButton.LeftButton, pos=start + QPoint(60, 0))
    assert {one.key.number for one in session.traveller.stays} == drawn
    assert len(told(window)["stays"]) > len(before["stays"])


def test_a_stay_that_is_being_moved_disturbs_no_table(open_case: OpenCase) -> None:
    window = open_case(ANNA)
    session = window.session()
    Editing(session).type(STAYS, 1, "exit", "soon")
    session.select(1)
    before = told(window)
    session.preview(editing.Change(session.traveller.stays[::-1], 2))
    assert session.selection == 2, "among those that are shown"
    assert told(window) == before
    assert window.stay.stays.currentIndex().row() == 1
    session.preview(None)
    assert session.selection == 1
    assert told(window) == before
