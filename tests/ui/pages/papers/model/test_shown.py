"""What the Papers page shows: every list, how each paper stands, and whose they are."""

from __future__ import annotations

import msgspec
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kzstay.drawing.colours import LIGHT
from tests.helpers import permit
from tests.ui import pages_of
from tests.ui.pages.papers.conftest import Show
from tests.ui.pages.papers.paper_rows import ANNA, DAYS, FROM, KIND, cells, choose, enter


def test_permits_rulings_and_moves_are_listed_with_how_they_stand(show: Show) -> None:
    page = pages_of.papers(show())
    assert cells(page.permits, 0) == ["visa", "1 Nov 2026", "30 Jan 2027", "60", "in all", "2", "valid"]
    assert cells(page.permits, 1) == [
        "temporary residence permit",
        "10 Jan 2025",
        "9 Jan 2026",
        "",
        "",
        "",
        "ended",
    ]
    assert cells(page.rulings, 0) == ["fine", "15 Nov 2026", "", "", "", "", "to be paid by 15 Dec 2026"]
    assert cells(page.rulings, 1) == ["expulsion", "2 May 2019", "", "", "", "10 May 2019", "executed"]
    assert cells(page.moves, 0) == ["28 May 2026", "20 May 2026 – 8 Jun 2026", "29 May 2026", "notice given"]
    assert cells(page.moves, 1)[:3] == ["20 Nov 2026", "11 Nov 2026 – still here", ""]
    assert not any(section.line.text() for section in page.sections)


def test_a_visa_without_numbers_says_that_it_has_no_limit(show: Show) -> None:
    page = pages_of.papers(show(msgspec.structs.replace(ANNA, permits=(permit("2027-01-01", "2027-02-01"),))))
    assert cells(page.permits, 0)[DAYS:] == ["no limit", "in all", "no limit", "not yet valid"]
    index = page.permits.table.papers.index(0, DAYS)
    assert index.data(Qt.ItemDataRole.ForegroundRole) == QColor(LIGHT.muted)


def test_names_are_short_where_there_is_little_room_and_whole_for_a_screen_reader(show: Show) -> None:
    window = show()
    window.resize(948, 690)
    QApplication.processEvents()
    index = pages_of.papers(window).permits.table.papers.index(1, KIND)
    assert index.data() == "RVP"
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "temporary residence permit"
    assert index.data(Qt.ItemDataRole.ToolTipRole) == "<span>temporary residence permit</span>"


def test_a_day_says_its_weekday_when_it_is_pointed_at(show: Show) -> None:
    model = pages_of.papers(show()).permits.table.papers
    assert model.index(0, FROM).data(Qt.ItemDataRole.ToolTipRole) == "Sunday, 1 November 2026"


def test_what_is_typed_is_no_markup(show: Show, qtbot: QtBot) -> None:
    page = pages_of.papers(show())
    enter(qtbot, page.permits, 0, FROM, "<b>x")
    model = page.permits.table.papers
    assert model.index(0, FROM).data(Qt.ItemDataRole.ToolTipRole) == "<span>&lt;b&gt;x</span>"


def test_the_models_keep_to_the_rules_of_models(show: Show) -> None:
    window = show()
    testers = [
        QAbstractItemModelTester(
            section.table.papers, QAbstractItemModelTester.FailureReportingMode.Warning, window
        )
        for section in pages_of.papers(window).sections
    ]
    choose(pages_of.papers(window).permits, "visa")
    pages_of.papers(window).permits.delete_row(0)
    window.session().undo_stack.undo()
    window.case_file.new()
    assert len(testers) == len(pages_of.papers(window).sections)
