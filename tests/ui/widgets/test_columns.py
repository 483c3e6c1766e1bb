"""Fields under their names stand in as many columns as their words leave room for."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from kzstay.ui.widgets import parts
from kzstay.ui.widgets.columns import TYPED, WIDEST, Columns, needed
from kzstay.ui.widgets.high_enough import HighEnough
from tests.ui.cut import settle

NAMES = ["Name", "Citizenship", "Passport", "Date of birth", "Имя или название принимающего лица"]


@pytest.fixture
def frame(qtbot: QtBot) -> HighEnough:
    made, columns = HighEnough(), Columns(len(NAMES))
    for number, name in enumerate(NAMES):
        label = parts.label()
        label.setText(name)
        field: QWidget = QLineEdit()
        if number == 2:
            field = parts.Choice()
            assert isinstance(field, QComboBox)
            field.addItems(["ordinary", "service passport of some state"])
        columns.add_field(label, field, share=number + 1)
    made.setLayout(parts.column(columns, margins=(8, 8, 8, 8)))
    qtbot.addWidget(made)
    made.show()
    return made


def lines(frame: QWidget) -> list[int]:
    return sorted({label.y() for label in frame.findChildren(QLabel)})


@pytest.mark.parametrize("width", range(300, 1500, 75))
def test_on_any_width_no_word_is_cut_and_all_is_inside(frame: HighEnough, width: int) -> None:
    frame.resize(width, 20)
    settle()
    fields = [*frame.findChildren(QLineEdit), *frame.findChildren(QComboBox)]
    for part in (*frame.findChildren(QLabel), *fields):
        assert frame.rect().contains(QRect(part.mapTo(frame, QPoint(0, 0)), part.size()))
    for label in frame.findChildren(QLabel):
        assert label.width() >= label.sizeHint().width()
    for field in fields:
        assert field.width() >= needed(field)


def test_a_narrower_frame_has_more_lines_and_a_wide_one_a_single_one(frame: HighEnough) -> None:
    found: list[int] = []
    for width in (1500, 900, 600, 300):
        frame.resize(width, 20)
        settle()
        found.append(len(lines(frame)))
    assert found == sorted(found)
    assert found[0] == 1
    assert found[-1] == len(NAMES)


def test_a_list_asks_for_its_longest_word_and_one_that_is_typed_into_for_no_more_than_a_name(qtbot: QtBot) -> None:
    choice = parts.Choice()
    qtbot.addWidget(choice)
    choice.addItems(["a", "a longer one"])
    assert needed(choice) > choice.fontMetrics().horizontalAdvance("a longer one")
    choice.addItem("word " * 60)
    assert needed(choice) == WIDEST
    choice.setEditable(True)
    assert needed(choice) == TYPED
