"""While one types in a table, Tab goes past the cells that only tell."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QTableView
from pytestqt.qtbot import QtBot

from kzstay.ui.widgets.typed_cells import typed_cell


def table(qtbot: QtBot) -> QTableView:
    """Two rows of cells, of which the second is told and the third hidden."""
    made, model = QTableView(), QStandardItemModel(2, 4)
    for row in range(2):
        for column in range(4):
            item = QStandardItem(f"{row}{column}")
            item.setEditable(column != 1)
            model.setItem(row, column, item)
    model.setParent(made)
    made.setModel(model)
    made.setColumnHidden(2, True)
    qtbot.addWidget(made)
    return made


def walk(made: QTableView, step: int) -> list[str]:
    reached = []
    while (index := typed_cell(made, step)).isValid():
        made.setCurrentIndex(index)
        reached.append(str(index.data(Qt.ItemDataRole.DisplayRole)))
    return reached


def test_it_goes_from_cell_to_cell_that_can_be_typed_in_and_ends_with_the_last(qtbot: QtBot) -> None:
    made = table(qtbot)
    made.setCurrentIndex(made.model().index(0, 0))
    assert walk(made, 1) == ["03", "10", "13"]
    assert walk(made, -1) == ["10", "03", "00"]


def test_there_is_none_where_no_cell_is_chosen(qtbot: QtBot) -> None:
    made = table(qtbot)
    made.setCurrentIndex(QModelIndex())
    assert not typed_cell(made, 1).isValid()
