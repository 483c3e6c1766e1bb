"""The model of the travellers: rows that Qt may ask for at any moment, moved as a whole, told to who listens."""

from __future__ import annotations

import msgspec
import pytest
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QAccessible, QColor
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from kzstay.core.case import Case
from kzstay.core.register import GROUPS, Line
from kzstay.drawing.colours import DARK, LIGHT
from kzstay.ui.places.people.cells import COLUMNS, DAYS_LEFT, NAME, STATE, STRIP
from kzstay.ui.places.people.model import LINE, PeopleModel
from kzstay.ui.places.people.order import Sorting
from kzstay.ui.session.register import register_of
from kzstay.ui.session.session import Session
from kzstay.ui.session.view import View
from tests.ui.conftest import TODAY, OpenCase
from tests.ui.places.people.people_place import EVERYBODY, IVAN, OMAR, URGENT, go, people

Role = Qt.ItemDataRole


@pytest.fixture
def session(qtbot: QtBot) -> Session:
    """A session on everybody."""
    made = Session(View(TODAY, "en"))
    made.become(Case(travellers=EVERYBODY))
    return made


@pytest.fixture
def model(session: Session) -> PeopleModel:
    """The model, watched by Qt's own tester."""
    made = PeopleModel(session, register_of(session))
    QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Warning, made)
    return made


def names(model: PeopleModel) -> list[str]:
    return [model.index(row, NAME).data() for row in range(model.rowCount())]


def test_each_traveller_is_a_row(model: PeopleModel) -> None:
    assert names(model) == URGENT
    assert model.columnCount() == len(COLUMNS)
    assert model.rowCount(model.index(0, 0)) == model.columnCount(model.index(0, 0)) == 0
    assert model.data(QModelIndex(), Role.DisplayRole) is None
    assert model.index(0, 0).data(Role.DecorationRole) is None
    assert isinstance(model.index(0, STRIP).data(LINE), Line)


def test_what_qt_holds_of_a_row_goes_where_the_row_goes(model: PeopleModel) -> None:
    held = {name: QPersistentModelIndex(model.index(row, STATE)) for row, name in enumerate(URGENT)}
    model.sort(NAME)
    assert names(model) == sorted(URGENT)
    assert {name: index.row() for name, index in held.items()} == {
        name: row for row, name in enumerate(sorted(URGENT))
    }
    model.sort(NAME, Qt.SortOrder.DescendingOrder)
    assert model.sorting == Sorting(NAME, descending=True)
    assert names(model) == sorted(URGENT, reverse=True)


def test_rows_come_and_go_with_the_travellers(model: PeopleModel, session: Session) -> None:
    key = model.keys[0]
    assert model.traveller(0) == OMAR
    session.remove_travellers({key}, "remove-traveller")
    assert names(model) == URGENT[1:]
    assert model.place_of(key) == -1
    session.undo()
    assert names(model) == URGENT
    session.become(Case(travellers=(IVAN,)))
    assert names(model) == ["Ivan Petrov"]


def test_a_change_of_one_is_told_without_a_new_beginning(model: PeopleModel, session: Session) -> None:
    begun: list[str] = []
    model.modelReset.connect(lambda: begun.append("reset"))
    session.show(model.keys[4])
    session.change_traveller(msgspec.structs.replace(session.traveller, name="Igor Petrov"), "change-name")
    assert names(model)[4] == "Igor Petrov"
    assert begun == []


def test_how_many_belong_to_each_group(model: PeopleModel) -> None:
    assert model.counts() == {group: 2 if group == "outside" else 1 for group in GROUPS}


def test_rows_stand_still_until_all_is_known(qtbot: QtBot) -> None:
    session = Session(View(TODAY, "en"))
    session.become(Case(travellers=people(40)))
    model = PeopleModel(session, register_of(session))
    begun = names(model)
    assert begun == [f"Traveller {number}" for number in range(40)]
    moved: list[str] = []
    model.layoutChanged.connect(lambda: moved.append("moved"))
    model.modelReset.connect(lambda: moved.append("reset"))
    qtbot.waitUntil(lambda: register_of(session).complete)
    assert moved == ["moved"]
    assert names(model) != begun
    # While another day is worked out they stay as they were, and who is new is seen at once
    register_of(session)._timer.stop()
    session.view.set_day(session.view.on.replace(day=23))
    register_of(session)._timer.stop()
    shown = names(model)
    session.begin_traveller("add-traveller")
    assert names(model) == [*shown, "New traveller"]
    register_of(session).finish()
    assert names(model)[-1] == "New traveller"


def test_while_somebody_is_looked_for_who_is_new_waits_until_something_is_known(qtbot: QtBot) -> None:
    session = Session(View(TODAY, "en"))
    session.become(Case(travellers=people(40)))
    register = register_of(session)
    model = PeopleModel(session, register)
    register.finish()
    model.choose(frozenset({"overstay"}), "")
    shown = names(model)
    assert 0 < len(shown) < 40
    session.view.set_day(session.view.on.replace(day=23))
    assert names(model) == shown
    register.finish()
    assert len(names(model)) > len(shown)


def test_every_cell_is_told_in_words(model: PeopleModel) -> None:
    for row in range(model.rowCount()):
        for column in COLUMNS:
            assert model.index(row, column).data(Role.AccessibleTextRole), (row, column)
    assert model.headerData(STATE, Qt.Orientation.Horizontal, Role.AccessibleTextRole) == "State, sorted downwards"
    assert model.headerData(0, Qt.Orientation.Vertical, Role.DisplayRole) == "1"
    assert model.headerData(0, Qt.Orientation.Vertical, Role.AccessibleTextRole) is None
    assert model.headerData(0, Qt.Orientation.Horizontal, Role.DecorationRole) is None


def test_a_screen_reader_finds_the_cells_in_the_window(open_case: OpenCase) -> None:
    place = go(open_case(*EVERYBODY))
    found = QAccessible.queryAccessibleInterface(place.table)
    cells = (found.child(number) for number in range(found.childCount()))
    told = [cell.text(QAccessible.Text.Name) for cell in cells if cell is not None]
    assert {"Omar Haddad", "4 days over", "here on 34 days of the last 180, 4 days over"} <= set(told)
    assert "State, sorted downwards" in told


def test_numbers_stand_at_the_right_and_colours_follow_the_theme(model: PeopleModel) -> None:
    sides = [model.index(0, column).data(Role.TextAlignmentRole) for column in COLUMNS]
    right = [column for column, side in zip(COLUMNS, sides, strict=True) if side & Qt.AlignmentFlag.AlignRight]
    assert right == [DAYS_LEFT]
    assert model.headerData(DAYS_LEFT, Qt.Orientation.Horizontal, Role.TextAlignmentRole) == sides[DAYS_LEFT]
    at = model.index(0, DAYS_LEFT)
    assert at.data(Role.ForegroundRole) == QColor(LIGHT.over)
    model.set_theme(DARK)
    assert at.data(Role.ForegroundRole) == QColor(DARK.over)
    assert at.data(Role.FontRole).bold() or at.data(Role.FontRole).weight() >= 600
    assert model.index(0, NAME).data(Role.FontRole) is None
    assert "Omar" in model.index(0, NAME).data(Role.ToolTipRole)
