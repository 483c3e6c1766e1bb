"""The divider is moved by keyboard as by mouse."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitterHandle, QWidget
from pytestqt.qtbot import QtBot

from kzstay.ui.widgets.divider import LEAP, STEP, Divider

Key = Qt.Key


@pytest.fixture
def divider(qtbot: QtBot) -> Divider:
    made = Divider()
    for _ in range(2):
        part = QWidget()
        part.setMinimumHeight(50)
        made.addWidget(part)
    qtbot.addWidget(made)
    made.resize(300, 600)
    made.show()
    made.setSizes([300, 286])
    return made


@pytest.mark.parametrize(
    ("key", "by"), [(Key.Key_Up, -STEP), (Key.Key_Down, STEP), (Key.Key_PageUp, -LEAP), (Key.Key_PageDown, LEAP)]
)
def test_keys_move_it(qtbot: QtBot, divider: Divider, key: Qt.Key, by: int) -> None:
    before = divider.sizes()
    qtbot.keyClick(divider.grip, key)
    assert divider.sizes() == [before[0] + by, before[1] - by]


def test_home_and_end_leave_each_part_its_least(qtbot: QtBot, divider: Divider) -> None:
    qtbot.keyClick(divider.grip, Key.Key_Home)
    assert divider.sizes()[0] == 50
    qtbot.keyClick(divider.grip, Key.Key_End)
    assert divider.sizes()[1] == 50


def test_it_has_a_name_and_tab_comes_to_it(divider: Divider) -> None:
    divider.name("Between", "moved by arrows")
    assert divider.grip.accessibleName() == "Between"
    assert isinstance(divider.grip, QSplitterHandle)
    assert divider.grip.focusPolicy() & Qt.FocusPolicy.TabFocus


@pytest.mark.qt_log_ignore("Keyboard event not accepted")
def test_other_keys_move_nothing(qtbot: QtBot, divider: Divider) -> None:
    before = divider.sizes()
    qtbot.keyClick(divider.grip, Key.Key_Left)
    qtbot.keyClick(divider.grip, Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    assert divider.sizes() == before
