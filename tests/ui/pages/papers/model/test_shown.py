"""What the Papers page shows: every list, how each paper stands, and whose they are."""

from __future__ import annotations

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kzstay.core import editing
from kzstay.drawing.colours import LIGHT
from kzstay.ui.session.records.papers import PERMITS
from tests.helpers import permit, stay, traveller
from tests.ui.pages.papers.conftest import Show
from tests.ui.pages.papers.paper_rows import ANNA, BARE, DAYS, FROM, KIND, cells, choose, enter


def test_an_empty_page_says_what_belongs_there(show: Show) -> None:
    page = show(BARE).papers
    for section, word in zip(page.sections, ("visa-free count", "terms", "host"), strict=True):
        assert word in section.line.text()
        assert not section.table.isVisible()
        assert not section.delete.isVisible()
        assert section.add.isEnabled()


def test_an_address_can_change_only_during_a_stay(show: Show) -> None:
    window = show(traveller("DE"))
    assert not window.papers.moves.add.isEnabled()
    assert window.papers.moves.line.text().startswith("Enter a stay first")
    session = window.session()
    session.change(editing.inserted(session.traveller, stay("2026-11-11")), "add-stay")
    assert window.papers.moves.add.isEnabled()


def test_permits_rulings_and_moves_are_listed_with_how_they_stand(show: Show) -> None:
    page = show().papers
    assert cells(page.permits, 0) == ["visa", "1 Nov 2026", "30 Jan 2027", "60", "2", "valid"]
    assert cells(page.permits, 1) == ["temporary residence permit", "10 Jan 2025", "9 Jan 2026", "", "", "ended"]
    assert cells(page.rulings, 0) == ["fine", "15 Nov 2026", "", "", "to be paid by 15 Dec 2026"]
    assert cells(page.rulings, 1) == ["expulsion", "2 May 2019", "", "10 May 2019", "executed"]
    assert cells(page.moves, 0) == ["28 May 2026", "20 May 2026 – 8 Jun 2026", "29 May 2026", "notice given"]
    assert cells(page.moves, 1)[:3] == ["20 Nov 2026", "11 Nov 2026 – still here", ""]
    assert not any(section.line.text() for section in page.sections)


def test_a_visa_without_numbers_says_that_it_has_no_limit(show: Show) -> None:
    page = show(msgspec.structs.replace(ANNA, permits=(permit("2027-01-01", "2027-02-01"),))).papers
    assert cells(page.permits, 0)[DAYS:] == ["no limit", "no limit", "not yet valid"]
    index = page.permits.table.papers.index(0, DAYS)
    assert index.data(Qt.ItemDataRole.ForegroundRole) == QColor(LIGHT.muted)


def test_names_are_short_where_there_is_little_room_and_whole_for_a_screen_reader(show: Show) -> None:
    window = show()
    window.resize(900, 690)
    QApplication.processEvents()
    index = window.papers.permits.table.papers.index(1, KIND)
    assert index.data() == "RVP"
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "temporary residence permit"
    assert index.data(Qt.ItemDataRole.ToolTipRole) == "<span>temporary residence permit</span>"


def test_a_day_says_its_weekday_when_it_is_pointed_at(show: Show) -> None:
    model = show().papers.permits.table.papers
    assert model.index(0, FROM).data(Qt.ItemDataRole.ToolTipRole) == "Sunday, 1 November 2026"


def test_what_is_typed_is_no_markup(show: Show, qtbot: QtBot) -> None:
    page = show().papers
    enter(qtbot, page.permits, 0, FROM, "<b>x")
    model = page.permits.table.papers
    assert model.index(0, FROM).data(Qt.ItemDataRole.ToolTipRole) == "<span>&lt;b&gt;x</span>"


@pytest.mark.parametrize("size", [(900, 690), (1280, 900)])
def test_every_row_is_shown_whole(show: Show, qtbot: QtBot, size: tuple[int, int]) -> None:
    window = show()
    window.resize(*size)
    window.session().editing.type(PERMITS, 0, "days", "as many as one likes")
    QApplication.processEvents()
    for section in window.papers.sections:
        table = section.table
        last = table.visualRect(table.papers.index(table.papers.rowCount() - 1, 0))
        assert table.viewport().height() == last.bottom() + 1
        header = table.horizontalHeader()
        assert header.length() == table.viewport().width()
        for column in range(header.count()):
            assert header.sectionSizeHint(column) <= header.sectionSize(column)


def test_the_models_keep_to_the_rules_of_models(show: Show) -> None:
    window = show()
    testers = [
        QAbstractItemModelTester(
            section.table.papers, QAbstractItemModelTester.FailureReportingMode.Warning, window
        )
        for section in window.papers.sections
    ]
    choose(window.papers.permits, "visa")
    window.papers.permits.delete_row(0)
    window.session().undo_stack.undo()
    window.session().new()
    assert len(testers) == len(window.papers.sections)


def test_another_traveller_has_papers_of_their_own(show: Show) -> None:
    window = show(ANNA, traveller("GB", name="Boris Brown"))
    window.session().show_traveller(1)
    assert not any(section.table.isVisible() for section in window.papers.sections)
    window.session().show_traveller(0)
    assert window.papers.permits.table.papers.rowCount() == len(ANNA.permits)


def test_a_drag_does_not_disturb_the_page(show: Show) -> None:
    window = show()
    session = window.session()
    before = [cells(window.papers.moves, row) for row in range(2)]
    session.preview(editing.removed(session.traveller, 0))
    window.papers.moves.table.viewport().repaint()
    assert [cells(window.papers.moves, row) for row in range(2)] == before
    session.preview(None)
