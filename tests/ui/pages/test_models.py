"""Every table answers at any moment from rows that belong together, whatever Qt asks first."""

from __future__ import annotations

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QTableView

from kzstay.core.case import Ruling, Traveller
from kzstay.ui.pages.registry import PAGES
from kzstay.ui.window.main_window import MainWindow
from tests.helpers import day, move, permit, stay, traveller
from tests.ui.conftest import OpenCase
from tests.ui.sessions import show_traveller

MANY = msgspec.structs.replace(
    traveller(
        "AF",
        *[
            stay(f"2026-{month:02}-01", f"2026-{month:02}-20", moves=[move(f"2026-{month:02}-10")])
            for month in range(1, 11)
        ],
        permits=[permit("2026-01-01", "2026-02-01"), permit("2026-03-01", "2026-12-31", "rvp")],
        name="Many",
    ),
    rulings=(Ruling(kind="fine", served=day("2026-11-01")), Ruling(kind="expulsion", served=day("2026-11-02"))),
)
NONE = traveller("DE", name="None")
ONE = traveller("KG", stay("2026-11-11"), name="One")
UNLIKE = (MANY, NONE, ONE)


def tables(window: MainWindow) -> list[QTableView]:
    return [table for table in window.findChildren(QTableView) if table.objectName() and table.model() is not None]


def ask_all(window: MainWindow) -> list[int]:
    """Ask every model for every cell in every role, as a view that lays itself out may, and count the rows."""
    counts: list[int] = []
    for table in tables(window):
        model = table.model()
        counts.append(model.rowCount())
        for column in range(model.columnCount()):
            model.headerData(column, Qt.Orientation.Horizontal, Qt.ItemDataRole.DisplayRole)
            for row in range(model.rowCount()):
                index = model.index(row, column)
                model.flags(index)
                for role in Qt.ItemDataRole:
                    model.data(index, role)
    return counts


@pytest.mark.parametrize("first", range(3))
@pytest.mark.parametrize("then", range(3))
def test_a_model_that_has_not_heard_of_another_traveller_answers_for_the_one_before(
    open_case: OpenCase, first: int, then: int
) -> None:
    window = open_case(*UNLIKE)
    session = window.session()
    show_traveller(session, first)
    before = ask_all(window)
    assert len(before) >= 5
    session.blockSignals(True)
    show_traveller(session, then)
    session.view.set_language("ru")
    assert ask_all(window) == before
    session.blockSignals(False)
    session.view.set_language("en")
    ask_all(window)


@pytest.mark.parametrize("page", [page.name for page in PAGES])
def test_travellers_that_are_unlike_are_switched_on_every_page_of_a_small_window(
    open_case: OpenCase, page: str
) -> None:
    window = open_case(*UNLIKE)
    window.resize(window.minimumSize())
    window.stay.show_page(page)
    for index in (0, 1, 2, 0, 2, 1, 0):
        show_traveller(window.session(), index)
        QApplication.processEvents()
        assert window.stay.hero.accessibleDescription()
    ask_all(window)


@pytest.mark.parametrize("who", UNLIKE, ids=lambda one: one.name)
def test_every_model_keeps_the_rules_of_qt(open_case: OpenCase, who: Traveller) -> None:
    window = open_case(who, *UNLIKE)
    fatal = QAbstractItemModelTester.FailureReportingMode.Fatal
    testers = [QAbstractItemModelTester(table.model(), fatal) for table in tables(window)]
    for index in (3, 1, 2, 0):
        show_traveller(window.session(), index)
    window.session().remove_traveller("remove-traveller")
    window.session().undo_stack.undo()
    assert testers
